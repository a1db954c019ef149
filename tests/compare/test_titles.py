"""Titles are compared by office and rank, and only where both name one."""

from __future__ import annotations

import pytest

from herodotus.compare import titles
from herodotus.compare.comparison import Relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Danish ambassador to Norway", "Copenhagen’s ambassador", Relation.SAME),
        ("a spokeswoman for the port", "Port Authority spokesperson", Relation.SAME),
        ("deputy foreign minister", "foreign minister", Relation.CONFLICT),
        ("First Deputy Prime Minister", "prime minister", Relation.CONFLICT),
        ("National Security Adviser", "council spokesman", Relation.DIFFERENT),
        ("prime minister", "minister of defence", Relation.DIFFERENT),
        ("official representative", "spokesman", Relation.INCOMPARABLE),
        ("former minister", "minister", Relation.INCOMPARABLE),
        ("spokesman for Danish President", "president", Relation.INCOMPARABLE),
        ("mother of two", "minister", Relation.INCOMPARABLE),
    ],
)
def test_two_titles(one: str, other: str, relation: Relation) -> None:
    assert titles.compare(one, other).relation is relation
    assert titles.compare(other, one).relation is relation


def test_the_reason_names_the_ranks() -> None:
    found = titles.compare("deputy mayor", "mayor")
    assert found.reason == "deputy mayor and mayor cannot both be right"
