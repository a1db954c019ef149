from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.actors import Bearer, Decision
from herodotus.data.statements import Reading
from herodotus.resolution import actors

from .test_stories import STORY, reading, together


def decided(same: bool, first: str, second: str) -> Decision:
    """ "Holm@a" is the one of document a."""
    one, two = (Bearer(*words.split("@")) for words in (first, second))
    return Decision(same, one, two)


SAME, DIFFERENT = True, False
TWO = [reading("a", "Ida Holm"), reading("b", "Ida Lund")]
ONE = [reading("a", "Ida Holm"), reading("b", "Ida Holm")]


def test_what_a_person_calls_the_same_is_one_actor_with_both_names() -> None:
    (found,) = actors(TWO, (), [decided(SAME, "Ida Holm", "Ida Lund")])
    assert {alias.words for alias in found.aliases} == {"Ida Holm", "Ida Lund"}
    assert found.reason == "a person decided that they are the same"


def test_two_of_one_name_whom_a_person_parts_stay_two() -> None:
    found = actors(ONE, STORY, [decided(DIFFERENT, "Ida Holm@a", "Ida Holm@b")])
    assert together(found) == [["ae1"], ["be1"]]
    assert {actor.reason for actor in found} == {"a person decided that they are not the same"}


def test_spellings_that_are_parted_go_with_their_own() -> None:
    three = [reading("a", "Vasily Harlov"), reading("b", "Vasily Harlov"), reading("c", "Vassily Harlov")]
    assert len(actors(three)) == 1
    found = actors(three, (), [decided(DIFFERENT, "Vasily Harlov", "Vassily Harlov")])
    assert together(found) == [["ae1", "be1"], ["ce1"]]


def test_of_two_decisions_on_one_pair_the_later_holds() -> None:
    first, second = decided(SAME, "Ida Holm", "Ida Lund"), decided(DIFFERENT, "Ida Lund", "Ida Holm")
    assert len(actors(TWO, (), [first, second])) == 2
    assert len(actors(TWO, (), [second, first])) == 1


def test_a_decision_on_nobody_who_is_there_changes_nothing() -> None:
    assert actors(TWO, (), [decided(SAME, "Ida Holm", "Per Aasen")]) == actors(TWO)


@given(st.permutations([*TWO, reading("c", "Per Aasen")]))
def test_decisions_hold_whatever_the_order(readings: list[Reading]) -> None:
    found = actors(readings, (), [decided(SAME, "Ida Holm", "Per Aasen")])
    assert together(found) == [["ae1", "ce1"], ["be1"]]
