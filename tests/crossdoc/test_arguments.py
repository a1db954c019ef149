"""Who does and who undergoes it, by hand-written trees."""

from __future__ import annotations

import pytest

from herodotus.crossdoc.arguments import Grammar, arguments
from tests.builders import tokens_of

ACTIVE = "Rebels/NOUN/2/nsubj attacked/VERB/0/root Oslo/PROPN/2/obj on/ADP/5/case Monday/PROPN/2/obl ./PUNCT/2/punct"
PASSIVE = "Oslo/PROPN/3/nsubj:pass was/AUX/3/aux:pass attacked/VERB/0/root by/ADP/5/case rebels/NOUN/3/obl"
NOUN = (
    "Police/NOUN/2/nsubj saw/VERB/0/root the/DET/4/det attack/NOUN/2/obj of/ADP/6/case Oslo/PROPN/4/nmod"
    " by/ADP/8/case rebels/NOUN/4/nmod"
)
DESCRIBED = "men/NOUN/0/root accused/VERB/1/acl of/ADP/4/case theft/NOUN/2/obl"
SHARED = "They/PRON/2/nsubj left/VERB/0/root and/CCONJ/4/cc took/VERB/2/conj cash/NOUN/4/obj"
JOINED = "Ships/NOUN/4/nsubj and/CCONJ/3/cc planes/NOUN/1/conj fired/VERB/0/root"


@pytest.mark.parametrize(
    ("parse", "word", "doers", "undergoers", "others"),
    [
        (ACTIVE, "attacked", ["rebels"], ["oslo"], ["monday"]),
        (PASSIVE, "attacked", ["rebels"], ["oslo"], []),
        (NOUN, "attack", ["rebels"], ["oslo"], ["saw", "police"]),
        (DESCRIBED, "accused", [], ["men"], ["theft"]),
        (SHARED, "took", ["they"], ["cash"], []),
        (JOINED, "fired", ["ships", "planes"], [], []),
    ],
)
def test_roles(parse: str, word: str, doers: list[str], undergoers: list[str], others: list[str]) -> None:
    text, tokens = tokens_of(parse)
    grammar = Grammar.of(tokens, text)
    found = arguments(grammar, grammar.words.index(word))
    told = [[grammar.words[i] for i in role] for role in (found.doers, found.undergoers, found.others)]
    assert told == [doers, undergoers, others]


def test_a_clause_ends_where_another_begins() -> None:
    text, tokens = tokens_of(
        "They/PRON/2/nsubj left/VERB/0/root and/CCONJ/4/cc took/VERB/2/conj cash/NOUN/4/obj"
    )
    grammar = Grammar.of(tokens, text)
    assert [grammar.words[i] for i in grammar.below(1)] == ["they", "left"]
