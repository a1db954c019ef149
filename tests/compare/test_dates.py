"""Times compared: the same, more or less precise, or in conflict."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.annotation import times
from herodotus.compare.comparison import Relation
from herodotus.compare.dates import compare
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span


def read(text: str, published: date | None = date(2018, 1, 5)) -> Timex:
    sentence = f"It came in {text}."
    return times.find(sentence, [Span(0, len(sentence))], times.Anchor(published))[0]


@pytest.mark.parametrize(
    ("one", "other", "relation", "score"),
    [
        ("28 December 2017", "Dec. 28", Relation.SAME, 1.0),
        ("28 December 2017", "December 2017", Relation.PRECISION, 0.8),
        ("28 December 2017", "2017", Relation.PRECISION, 0.8),
        ("28 December 2017", "late December 2017", Relation.PRECISION, 0.8),
        ("28 December 2017", "winter 2017", Relation.PRECISION, 0.8),
        ("2 January 2018", "Tuesday", Relation.SAME, 1.0),
        ("2 January 2018", "Tuesday night", Relation.PRECISION, 0.9),
        ("2 January 2018", "last week", Relation.CONFLICT, 0.0),
        ("28 December 2017", "29 December 2017", Relation.CONFLICT, 0.3),
        ("28 December 2017", "2 January 2018", Relation.CONFLICT, 0.0),
        ("six months", "half a year", Relation.SAME, 1.0),
        ("30 days", "one month", Relation.CONVERSION, 0.9),
        ("two weeks", "three weeks", Relation.CONFLICT, 0.0),
        ("several weeks", "three weeks", Relation.INCOMPARABLE, 0.0),
        ("three weeks", "2017", Relation.INCOMPARABLE, 0.0),
        ("the past", "2017", Relation.INCOMPARABLE, 0.0),
    ],
)
def test_relations(one: str, other: str, relation: Relation, score: float) -> None:
    for a, b in ((read(one), read(other)), (read(other), read(one))):
        compared = compare(a, b)
        assert (compared.relation, compared.score) == (relation, score)


@pytest.mark.parametrize(
    ("open_words", "day", "relation"),
    [
        ("28 December", "28 December 2017", Relation.PRECISION),
        ("28 December", "29 December 2017", Relation.CONFLICT),
        ("Tuesday", "2 January 2018", Relation.PRECISION),
        ("Tuesday", "3 January 2018", Relation.CONFLICT),
        ("yesterday", "3 January 2018", Relation.INCOMPARABLE),
    ],
)
def test_an_unknown_year_or_week_is_compared_as_far_as_it_goes(
    open_words: str, day: str, relation: Relation
) -> None:
    assert compare(read(open_words, None), read(day)).relation is relation


def test_a_guessed_week_does_not_conflict_with_the_same_weekday() -> None:
    guess = read("a recent Saturday", date(2018, 1, 5))
    compared = compare(guess, read("6 January 2018"))
    assert compared.relation is Relation.PRECISION
    assert compared.reason == "2017-12-30 and 2018-01-06: the same weekday, but one week is a guess"


def test_hours_of_one_day() -> None:
    early, near, late = read("5:30 a.m. Tuesday"), read("6 a.m. Tuesday"), read("9 p.m. Tuesday")
    assert compare(early, near).relation is Relation.PRECISION
    assert compare(early, late).relation is Relation.CONFLICT


VALUES = st.sampled_from(
    ["2017", "2017-12-28", "XXXX-12-28", "XXXX-WXX-2", "PXD", "P3D", "P", "", "PAST_REF", "2017-12-28T25:00",
     "XXXX", "BC0490", "FY2017", "198", "P1.2.3D"]
)  # fmt: skip
DAYS = st.none() | st.dates()
ANY = st.builds(
    Timex, st.just(Span(0, 1)), st.sampled_from(TimexType), VALUES, DAYS, DAYS,
    st.sampled_from(["day", "unknown", "year"]), st.just(""),
)  # fmt: skip


@settings(deadline=None)  # the first example loads the data files
@given(ANY, ANY)
def test_any_two_times_can_be_compared(a: Timex, b: Timex) -> None:
    compared = compare(a, b)
    assert 0 <= compared.score <= 1
    assert compared.reason
