"""The rule language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from herodotus.annotation import quantities, times
from herodotus.annotation.grammar import Grammar, Scan, Words
from herodotus.data.documents import Span

DATA = {
    "classes": {"ANIMAL": {"cat": 1, "Fox": 2}, "DASH": {"-": 1}},
    "shapes": [{"shape": "[0-9]+", "classes": "INT"}],
    "core": ["ANIMAL"],
    "pieces": {"some": "INT|many"},
    "rules": [
        {"family": "herd", "words": "count={some} kind=ANIMAL"},
        {"family": "pet", "words": "kind=ANIMAL", "not_after": "no"},
    ],
}


def matches(text: str) -> list[tuple[str, str]]:
    grammar = Grammar(DATA)
    found = grammar.matches(Scan(Words(text, [Span(0, len(text))]), grammar.lexicon))
    return [(match.rule.family, match.span().of(text)) for match in found]


def test_the_longest_rule_wins() -> None:
    assert matches("I saw 12 cats, 12 cat and Many Cat") == [("herd", "12 cat"), ("herd", "Many Cat")]


def test_entries_with_capitals_stand_only_for_themselves() -> None:
    assert matches("a Fox, a FOX, a fox") == [("pet", "Fox"), ("pet", "FOX")]


def test_words_around_can_forbid_a_match() -> None:
    assert matches("no cat, one cat") == [("pet", "cat")]


def test_no_rule_reaches_over_the_end_of_a_sentence() -> None:
    text = "There were 12. Cat food is cheap."
    grammar = Grammar(DATA)
    found = grammar.matches(Scan(Words(text, [Span(0, 14), Span(15, len(text))]), grammar.lexicon))
    assert [(match.rule.family, match.span().start) for match in found] == [("pet", 15)]


def test_matches_far_into_a_text_keep_their_places() -> None:
    text = "word " * 50 + "5 cat " + "word " * 50 + "6 cat"
    assert matches(text) == [("herd", "5 cat"), ("herd", "6 cat")]


def test_a_rule_that_names_an_unknown_class_is_refused() -> None:
    rules = [{"family": "pet", "words": "DOG"}]
    with pytest.raises(ValueError, match="DOG"):
        Grammar({**DATA, "rules": rules})


@pytest.mark.parametrize("grammar", [times.grammar, quantities.grammar])
def test_every_rule_of_the_data_files_is_well_formed(grammar: Callable[[], Grammar]) -> None:
    for rule in grammar().rules:
        assert rule.pattern.pattern == rule.source


@pytest.mark.parametrize(
    ("words", "text", "fits"),
    [
        ("ANIMAL DASH? INT", "cat 3", True),
        ("ANIMAL DASH? INT", "cat -", False),
        ("(ANIMAL|DASH) INT", "- 3", True),
        ("(ANIMAL|DASH) INT", "many 3", False),
        ("{some} ANIMAL{1,2}|DASH", "-", True),
        ("kind=(ANIMAL (DASH|INT)?)", "cat", True),
    ],
)
def test_rules_are_skipped_where_a_text_lacks_their_words(words: str, text: str, fits: bool) -> None:
    grammar = Grammar({**DATA, "rules": [{"family": "x", "words": words}]})
    signs = frozenset(Scan(Words(text, [Span(0, len(text))]), grammar.lexicon).signs)
    assert grammar.rules[0].may_fit(signs) is fits


def test_the_end_of_a_sentence_can_be_named() -> None:
    grammar = Grammar({**DATA, "rules": [{"family": "x", "words": "ANIMAL", "before": "END"}]})
    found = grammar.matches(Scan(Words("cat one cat", [Span(0, 11)]), grammar.lexicon))
    assert [match.span().start for match in found] == [8]
