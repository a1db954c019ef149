from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.compare import names
from herodotus.compare.comparison import Relation


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ann Torvald", "Dr Ann Torvald"),
        ("A. Torvald", "Ann Torvald"),
        ("William Marsh", "Bill Marsh"),
        ("Ann 'the Hook' Torvald", "Ann Torvald"),
        ("Maurice Marsh", "Mo Marsh"),
        ("Василий Орловский", "Vasily Orlovsky"),
        ("Χρήστος Μαρής", "Christos Maris"),
        ("洪敏硕", "Hong Minshuo"),
        ("Vasily Orlovsky", "Vassily Orlovskiy"),
        ("Yusuf Qadari", "Yousuf Kadari"),
        ("Hong Min Seok", "Hong Min-seok"),
        ("Petr el-Masri", "Petr Masri"),
    ],
)
def test_one_person_under_two_names(one: str, two: str) -> None:
    assert names.same_person(one, two).score >= names.SAME_SCORE


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bill Marsh", "Hilda Marsh"),
        ("Ann Torvald", "Ann Ferreira"),
        ("Karl Brandt Jr.", "Karl Brandt Sr."),
        ("Tom A. Reed", "Tom B. Reed"),
        ("Han Song", "Han Sung"),
    ],
)
def test_two_persons(one: str, two: str) -> None:
    assert names.same_person(one, two).score < names.SAME_SCORE


def test_a_surname_alone_is_less_precise() -> None:
    found = names.same_person("Mr Torvald", "Ann Torvald")
    assert (found.relation, found.reason) == (Relation.PRECISION, "one gives the surname only")


def test_the_reason_says_what_differs() -> None:
    assert names.same_person("Bill Marsh", "Hilda Marsh").reason == "one surname, but different given names"


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    assert names.plain("Prime Minister Ann Torvald's") == "Ann Torvald"
    assert names.parse("Sen. Ludwig van der Berg Jr.") == (("sen",), ("ludwig",), "van der berg", "jr")


@given(st.text(max_size=60), st.text(max_size=60))
def test_comparison_is_symmetric_and_never_fails(one: str, two: str) -> None:
    assert names.same_person(one, two).score == names.same_person(two, one).score


@given(st.text(alphabet="abcdefgh", max_size=8), st.text(alphabet="abcdefgh", max_size=8))
def test_distance_is_no_longer_than_the_longer_word(one: str, two: str) -> None:
    assert abs(len(one) - len(two)) <= names.distance(one, two) <= max(len(one), len(two))
