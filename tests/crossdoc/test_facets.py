"""Differences of place and designation, and what an amount measures."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.quality import product
from herodotus.crossdoc import gather
from herodotus.crossdoc.measures import measure
from herodotus.data.claims import Difference, DifferenceClass
from herodotus.data.places import Place, PlaceKind, Precision
from herodotus.data.statements import Party, Reading
from tests.builders import Happening, Said, reading

BERGEN = Place("Bergen", PlaceKind.CITY, Precision.CITY, ("NOR",), "Vestland", 60.39, 5.32, 10.0, "3161732")
TROMSO = Place("Tromsø", PlaceKind.CITY, Precision.CITY, ("NOR",), "Troms", 69.65, 18.96, 10.0, "3133895")


def differences(*readings: Reading) -> tuple[Difference, ...]:
    (story,) = gather(readings)
    return story.differences


def fired(name: str, thing: str, place: Place | None = None) -> Reading:
    event = Happening("ASSAULT", "fired", "NOR", "SWE", (thing,))
    found = reading(name, Said(f"Norway fired {thing} at Sweden", "Ida Holm", "DNK", events=(event,)))
    if place is None:
        return found
    (told,) = found.events
    return replace(found, events=(replace(told, place=Party(told.trigger, place.name, ("NOR",), place)),))


def test_two_towns_far_apart_are_a_conflict() -> None:
    (found,) = differences(fired("alpha", "rockets", BERGEN), fired("beta", "rockets", TROMSO))
    assert (found.field, found.kind) == ("place", DifferenceClass.CONFLICT)
    assert {v.normal for v in found.values} == {"Bergen", "Tromsø"}
    assert "km apart" in found.reason


def test_the_same_town_is_no_difference() -> None:
    assert differences(fired("alpha", "rockets", BERGEN), fired("beta", "rockets", BERGEN)) == ()


def test_a_weapon_by_name_says_more_than_its_kind() -> None:
    (found,) = differences(fired("alpha", "a Kh-59 missile"), fired("beta", "a cruise missile"))
    assert (found.field, found.kind) == ("designation", DifferenceClass.PRECISION)


def test_two_weapons_by_name_are_a_conflict() -> None:
    (found,) = differences(fired("alpha", "a Kh-59 missile"), fired("beta", "a Kh-101 missile"))
    assert (found.field, found.kind) == ("designation", DifferenceClass.CONFLICT)


def test_kinds_alone_are_no_difference() -> None:
    assert differences(fired("alpha", "a missile"), fired("beta", "a cruise missile")) == ()


def test_amounts_measure_what_they_hang_on() -> None:
    text = (
        "The rocket flew 900 kilometres (560 miles) and reached an altitude of 250 kilometres, officials said. "
        "It fell into the sea 40 kilometres off the coast."
    )
    annotated = product.annotated(text)
    found = {q.span.of(text): measure(annotated, n) for n, q in enumerate(annotated.quantities)}
    assert found == {
        "900 kilometres": "distance",
        "560 miles": "distance",
        "250 kilometres": "height",
        "40 kilometres": "offset",
    }
