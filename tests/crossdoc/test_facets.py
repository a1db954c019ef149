"""Differences of place, designation, doer, title and signatories, and what an amount measures."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.quality import product
from herodotus.crossdoc import gather
from herodotus.crossdoc.measures import measure
from herodotus.crossdoc.titles import title_differences
from herodotus.data.claims import Difference, DifferenceClass
from herodotus.data.places import Place, PlaceKind, Precision
from herodotus.data.statements import Party, Reading
from tests.builders import Happening, Said, quantity_of, reading

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


def test_two_states_that_are_said_to_have_done_it_are_a_conflict() -> None:
    day = ("on 3 March 2024", "2024-03-03")
    event = Happening("ASSAULT", "fired", "NOR", "SWE", ("40 rockets",), day, ("40", 40.0, "rockets"))
    text = "40 rockets were fired at Malmo in Sweden on 3 March 2024"
    one = reading("alpha", Said(text, "Ida Holm", "SWE", events=(event,)))
    other = reading("beta", Said(text, "Ole Lund", "NOR", events=(replace(event, actors="FIN"),)))
    found = [d for d in differences(one, other) if d.field == "actor"]
    assert [(d.kind, {v.normal for v in d.values}) for d in found] == [
        (DifferenceClass.CONFLICT, {"Norway", "Finland"})
    ]


def joint(name: str, number: int) -> Reading:
    """The ministers of so many states condemn one thing together."""
    source = f"ministers of {number} states"
    event = Happening("ASSAULT", "fired", "NOR", "SWE", ("rockets",))
    said = Said("Norway fired rockets at Sweden", source, "DNK", events=(event,), role="joint")
    found = reading(name, said)
    text = found.annotated.document.text
    count = quantity_of(text, str(number), float(number), of="states")
    return replace(found, annotated=replace(found.annotated, quantities=(count,)))


def test_how_many_signed_one_statement_is_compared() -> None:
    (found,) = differences(joint("alpha", 47), joint("beta", 49))
    assert (found.field, found.kind) == ("signatories", DifferenceClass.CONFLICT)
    assert [v.value for v in found.values] == ["47", "49"]


def test_two_joint_statements_are_not_one_with_two_sizes() -> None:
    assert differences(joint("alpha", 8), joint("beta", 47)) == ()


def titled(name: str, role: str) -> Reading:
    return reading(name, Said("the harbour is open", f"{role} Ida Holm", "DNK", role=role))


def test_two_titles_of_one_person_are_told() -> None:
    found = title_differences([named(titled("alpha", "deputy mayor")), named(titled("beta", "mayor"))])
    assert [(d.claim, d.field, d.kind, d.reason) for d in found] == [
        (None, "title", DifferenceClass.CONFLICT, "Ida Holm: deputy mayor and mayor cannot both be right")
    ]
    assert [v.value for v in found[0].values] == ["deputy mayor", "mayor"]
    assert found[0].values[0].words[0].span.start == len("the harbour is open, ")


def test_the_same_title_is_none() -> None:
    same = [named(titled("alpha", "mayor")), named(titled("beta", "Mayor"))]
    assert title_differences(same) == ()


def named(found: Reading) -> Reading:
    """The speaker's name without the title before it."""
    entities = tuple(replace(e, name="Ida Holm") for e in found.annotated.entities)
    return replace(found, annotated=replace(found.annotated, entities=entities))


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
