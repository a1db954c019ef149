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
        ("900 kilometers", "560 miles", Relation.CONVERSION),
        ("900 kilometers", "550 miles", Relation.CONVERSION),
        ("up to 900 kilometers", "about 550 miles", Relation.CONVERSION),
        ("560 miles", "550 miles", Relation.CONVERSION),
        ("900 kilometers", "700 miles", Relation.CONFLICT),
        ("900 kilometers", "900 kilometres", Relation.SAME),
        ("up to 900 kilometers", "900 kilometers", Relation.PRECISION),
        ("several missiles", "several dozen missiles", Relation.CONFLICT),
        ("several missiles", "several missiles", Relation.SAME),
        ("at least one missile", "several missiles", Relation.PRECISION),
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
        ("$60 billion", "€60 billion", Relation.INCOMPARABLE),
        ("$60 billion", "$61.4 billion", Relation.PRECISION),
        ("5 tons", "5 miles", Relation.INCOMPARABLE),
    ],
)
def test_relations(one: str, other: str, relation: Relation) -> None:
    a, b = read(one)[0], read(other)[0]
    assert compare(a, b).relation is relation
    assert compare(b, a).relation is relation


def test_reasons_name_both_figures() -> None:
    (a,), (b,) = read("900 kilometers"), read("550 miles")
    assert compare(a, b).reason == "900 kilometres is 559 miles; given as 550 miles"
    (a,), (b,) = read("several missiles"), read("several dozen missiles")
    assert compare(a, b).reason == "several missiles and several dozen missiles cannot both hold"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a range of 900 kilometers (700 miles)", "900 kilometres is 559 miles, not 700"),
        ("a range of 900 kilometers (about 700 miles)", "900 kilometres is 559 miles, not 700"),
        ("a range of 900 kilometers (560 miles)", None),
        ("first 900 kilometers and then 700 miles", None),
        ("weighs 5 tonnes (700 miles)", None),
    ],
)
def test_wrong_conversions_in_brackets(text: str, says: str | None) -> None:
    a, b = read(text)
    assert wrong_conversion(text, a, b) == says


def test_kinds_of_what_is_counted() -> None:
    assert [kind(of) for of in ("fatalities", "wounded", "young men", "cruise missiles", "")] == [
        "killed",
        "injured",
        "people",
        "missile",
        "",
    ]


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
