from __future__ import annotations

import numpy as np

from herodotus.compare.sayings import axes, meaning, name_of, saying, words
from herodotus.data.documents import Span
from tests.builders import parsed, vector

from .sentences import FELL, STAYED, said


def test_a_side_is_known_by_its_form_where_the_lemma_was_misread() -> None:
    found = said(FELL)
    assert [(s.axis, s.value, s.word) for s in found.sides] == [("rising or falling", -1, "fall")]
    assert (found.head, found.subjects) == ("fall", {"exports", "export"})


def test_a_negation_turns_a_side_round() -> None:
    found = said(STAYED)
    assert [(s.axis, s.value) for s in found.sides] == [("coming or leaving", 1)]
    assert "leav" in found.negated


def test_terms_leave_out_calendar_and_function_words() -> None:
    assert said(FELL).terms == {"export", "fall"}
    assert said(STAYED).terms == {"ferry", "leav", "oslo"}


def test_words_outside_the_spans_are_not_said() -> None:
    annotated = parsed(STAYED)
    part = saying(annotated, [Span(0, 9)], vector("ferry"))
    assert (part.text, part.terms, part.sides) == ("The ferry", {"ferry"}, ())


def test_a_capital_stands_for_its_country() -> None:
    assert name_of("Oslo") == name_of("Norway") == ("NOR",)
    assert name_of("Ms Ida Holm") == ("holm",)


def test_meaning_without_vectors_is_nothing() -> None:
    annotated = parsed(FELL)
    assert not meaning(annotated, [Span(0, 7)]).any()
    assert meaning(annotated, [Span(0, 7)]).dtype == np.float32


def test_every_word_takes_one_side_of_an_axis() -> None:
    for word, where in axes().items():
        sides = [axis for axis, _ in where]
        assert len(sides) == len(set(sides)), word
        assert word == word.lower()


def test_lists_hold_words_only() -> None:
    for name in ("negators", "open", "others"):
        assert all(isinstance(word, str) for word in words(name)), name
