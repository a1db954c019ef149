"""Words that only name something are told apart from those that say something of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from herodotus.crossdoc import gather
from herodotus.crossdoc.propositions import propositions
from herodotus.crossdoc.topics import is_topic
from herodotus.data.documents import Span
from herodotus.data.statements import Reading, Stance
from tests.builders import narration, parsed

NAMED = (
    "newly/ADV/2/advmod released/VERB/3/amod papers/NOUN/0/root "
    "on/ADP/6/case grain/NOUN/6/compound prices/NOUN/3/nmod"
)
SAID = (
    "the/DET/3/det northern/ADJ/3/amod harbour/NOUN/4/nsubj froze/VERB/0/root "
    "three/NUM/6/nummod weeks/NOUN/4/obl too/ADV/8/advmod early/ADV/4/advmod"
)
CLAUSE = (
    "the/DET/2/det view/NOUN/0/root that/SCONJ/5/mark grain/NOUN/5/nsubj rots/VERB/2/acl quickly/ADV/5/advmod"
)
COPULA = "grain/NOUN/2/compound prices/NOUN/6/nsubj were/AUX/6/cop a/DET/6/det closely/ADV/6/advmod secret/NOUN/0/root"


def told(parse: str, stance: Stance = Stance.ASSERTS) -> Reading:
    annotated = parsed(parse)
    return Reading(annotated, (replace(narration(annotated), stance=stance),), ())


@pytest.mark.parametrize(
    ("parse", "stance", "topic"),
    [
        (NAMED, Stance.ASSERTS, True),
        (NAMED, Stance.URGES, False),
        (SAID, Stance.ASSERTS, False),
        (COPULA, Stance.ASSERTS, False),
        (CLAUSE, Stance.ASSERTS, False),
    ],
)
def test_a_noun_of_which_nothing_is_said(parse: str, stance: Stance, topic: bool) -> None:
    (found,) = propositions([told(parse, stance)])
    assert is_topic(found) is topic


def test_topics_come_after_all_claims_and_are_not_counted() -> None:
    both = told(f"{NAMED}\n{SAID}")
    text = both.annotated.document.text
    whole, at = both.statements[0], text.index("the northern")
    first = replace(whole, id="s1", content=(Span(0, at - 1),))
    second = replace(whole, id="s2", content=(Span(at, len(text)),))
    (story,) = gather([replace(both, statements=(first, second))])
    assert [claim.topic for claim in story.claims] == [False, True]
    assert story.said == 1
