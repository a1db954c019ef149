"""Quantities compared: what is a conflict and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.annotation import quantities
from herodotus.compare.comparison import Relation
from herodotus.compare.quantities import compare, kind, wrong_conversion
from herodotus.data.annotations import Quantity
from herodotus.data.documents import Span


def read(text: str) -> tuple[Quantity, ...]:
    return quantities.find(text, [Span(0, len(text))], ())


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("800 kilometers", "500 miles", Relation.CONVERSION),
        ("800 kilometers", "495 miles", Relation.CONVERSION),
        ("up to 800 kilometers", "about 495 miles", Relation.CONVERSION),
        ("500 miles", "495 miles", Relation.CONVERSION),
        ("800 kilometers", "600 miles", Relation.CONFLICT),
        ("800 kilometers", "800 kilometres", Relation.SAME),
        ("up to 800 kilometers", "800 kilometers", Relation.PRECISION),
        ("several crates", "several dozen crates", Relation.CONFLICT),
        ("several crates", "several crates", Relation.SAME),
        ("at least one crate", "several crates", Relation.PRECISION),
        ("dozens of crates", "several dozen crates", Relation.PRECISION),
        ("more than 1,000 crates", "1,024 crates", Relation.PRECISION),
        ("1,000 crates", "1,024 crates", Relation.PRECISION),
        ("30 crates", "28 crates", Relation.CONFLICT),
        ("5 killed", "7 killed", Relation.CONFLICT),
        ("5 dead", "five fatalities", Relation.SAME),
        ("5 killed", "5 wounded", Relation.INCOMPARABLE),
        ("12 people", "12 dead", Relation.SAME),
        ("fewer than 10 ships", "12 ships", Relation.CONFLICT),
        ("5 ships", "7 crates", Relation.INCOMPARABLE),
        ("60 percent", "61 percent", Relation.CONFLICT),
        ("$70 billion", "€70 billion", Relation.INCOMPARABLE),
        ("$70 billion", "$71.4 billion", Relation.PRECISION),
        ("5 tons", "5 miles", Relation.INCOMPARABLE),
    ],
)
def test_relations(one: str, other: str, relation: Relation) -> None:
    a, b = read(one)[0], read(other)[0]
    assert compare(a, b).relation is relation
    assert compare(b, a).relation is relation


def test_reasons_name_both_figures() -> None:
    (a,), (b,) = read("800 kilometers"), read("495 miles")
    assert compare(a, b).reason == "800 kilometres is 497 miles; given as 495 miles"
    (a,), (b,) = read("several crates"), read("several dozen crates")
    assert compare(a, b).reason == "several crates and several dozen crates cannot both hold"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a range of 800 kilometers (600 miles)", "800 kilometres is 497 miles, not 600"),
        ("a range of 800 kilometers (about 600 miles)", "800 kilometres is 497 miles, not 600"),
        ("a range of 800 kilometers (500 miles)", None),
        ("first 800 kilometers and then 600 miles", None),
        ("weighs 5 tonnes (600 miles)", None),
    ],
)
def test_wrong_conversions_in_brackets(text: str, says: str | None) -> None:
    a, b = read(text)
    assert wrong_conversion(text, a, b) == says


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("fatalities", "killed"),
        ("wounded", "injured"),
        ("young men", "people"),
        ("cruise ships", "ship"),
        ("shipping containers", "container"),
        ("loaded rail cars", "railcar"),
        ("cars", "car"),
        ("countries", "nation"),
        ("ballistic missiles", "missile"),
        ("aerial vehicles", "drone"),
        ("planes", "aircraft"),
        ("helicopters", "helicopter"),
        ("internally displaced", "displaced"),
        ("hostages", "hostage"),
        ("cities", "city"),
        ("", ""),
    ],
)
def test_what_is_counted_falls_into_the_classes_of_the_field(of: str, expected: str) -> None:
    assert kind(of) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1" * 40 + " people",
        "12 km tons of miles",
        "$-5 €",
        "between 9 and 3 ships",
        "1,2,3,4 dead",
        "0.0.0 percent",
    ],
)
def test_numbers_that_make_no_sense_break_nothing(text: str) -> None:
    found = read(text)
    assert all(q.best is None or q.best < 1e18 for q in found)
    assert all(compare(a, b).reason for a in found for b in found)


NUMBERS = st.none() | st.floats(min_value=0, max_value=1e15, allow_nan=False)
ANY = st.builds(
    Quantity, st.just(Span(0, 1)), NUMBERS, NUMBERS, NUMBERS,
    st.sampled_from(["count", "USD", "mile", "kilometer", "x"]),
    st.sampled_from(["", "ships", "dead"]), st.sampled_from([None, "several", "about", "at least", "?"]),
)  # fmt: skip


@settings(deadline=None)  # the first example loads the data files
@given(ANY, ANY)
def test_any_two_quantities_can_be_compared_either_way(a: Quantity, b: Quantity) -> None:
    one, other = compare(a, b), compare(b, a)
    assert 0 <= one.score <= 1
    assert one.reason
    assert {one.relation, other.relation} != {Relation.SAME, Relation.CONFLICT}
