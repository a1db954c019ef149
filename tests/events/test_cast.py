"""Who is who among single people harmed."""

from __future__ import annotations

import pytest

from herodotus.data.tolls import Outcome, Toll
from herodotus.events.cast import Person, Traits, cast
from herodotus.events.telling import telling
from tests.builders import harmed, toll_of


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (Traits("f"), Traits("m"), False),
        (Traits("f", 7), Traits(None, 8), True),
        (Traits("f", 7), Traits("f", 30), False),
        (Traits("m", grown=True), Traits("m", grown=False), False),
        (Traits(), Traits("m", 40, grown=True), True),
    ],
)
def test_what_is_said_of_two_may_be_said_of_one(a: Traits, b: Traits, fits: bool) -> None:
    assert a.fits(b) is b.fits(a) is fits


def people(text: str, *told: tuple[str, Outcome]) -> list[Person]:
    """The people of a text in which each of these words is somebody to whom that befell."""
    tolls: list[Toll] = [
        toll_of(text, words, outcome, 1, trigger=n, stated=False) for n, (words, outcome) in enumerate(told)
    ]
    annotated = harmed("a", text, *tolls).annotated
    return cast(annotated, telling(annotated, tolls))


def test_the_victim_is_the_girl_told_of_before() -> None:
    text = "A 7-year-old girl was shot. The child died."
    (found,) = people(text, ("A 7-year-old girl", Outcome.SHOT), ("The child", Outcome.KILLED))
    assert found.outcome is Outcome.KILLED
    assert (found.traits.sex, found.traits.age) == ("f", 7)


def test_a_man_and_a_woman_are_two() -> None:
    text = "A man was shot. A woman was shot."
    assert len(people(text, ("A man", Outcome.SHOT), ("A woman", Outcome.SHOT))) == 2


def test_one_who_died_and_one_who_was_hurt_are_two() -> None:
    text = "A man was killed. A man was wounded."
    found = people(text, ("A man was killed", Outcome.KILLED), ("A man was wounded", Outcome.INJURED))
    assert [person.outcome for person in found] == [Outcome.KILLED, Outcome.INJURED]
