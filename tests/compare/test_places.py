from __future__ import annotations

from herodotus.compare.comparison import Relation
from herodotus.compare.places import compare
from herodotus.data.places import Place, PlaceKind, Precision

NORLAND = Place("Norland", PlaceKind.COUNTRY, Precision.COUNTRY, ("NOR",), code="NOR")
FJORDSHIRE = Place(
    "Fjordshire", PlaceKind.REGION, Precision.REGION, ("NOR",), "Fjordshire", 60.0, 10.0, 80, "NO.1"
)


def town(name: str, latitude: float, admin1: str = "Fjordshire", country: str = "NOR") -> Place:
    return Place(name, PlaceKind.CITY, Precision.CITY, (country,), admin1, latitude, 10.0, 5.0, name)


def test_the_same_place() -> None:
    found = compare(town("Elmside", 60), town("Elmside", 60))
    assert (found.score, found.relation, found.reason) == (1.0, Relation.SAME, "both are Elmside")


def test_a_town_is_part_of_its_region_and_state_either_way_round() -> None:
    for outer in (NORLAND, FJORDSHIRE):
        for pair in ((town("Elmside", 60), outer), (outer, town("Elmside", 60))):
            found = compare(*pair)
            assert (found.relation, found.reason) == (Relation.PRECISION, f"Elmside is in {outer.name}")


def test_near_and_far_towns() -> None:
    near, far = (
        compare(town("Elmside", 60), town("Oakham", 60.1)),
        compare(town("Elmside", 60), town("Ashby", 62)),
    )
    assert (near.relation, near.reason) == (Relation.PRECISION, "Elmside and Oakham are about 11 km apart")
    assert (far.relation, far.score) == (Relation.CONFLICT, 0.0)
    assert far.reason == "Elmside and Ashby are about 222 km apart"


def test_towns_of_one_name_in_two_states_differ() -> None:
    found = compare(town("Elmside", 60), Place("Elmside", PlaceKind.CITY, Precision.CITY, ("SWE",), code="2"))
    assert (found.relation, found.reason) == (
        Relation.CONFLICT,
        "Elmside and Elmside are in different states",
    )


def test_a_ship_off_a_port_lies_within_the_sea() -> None:
    sea = Place("Grey Sea", PlaceKind.WATER, Precision.REGION, (), None, 60.5, 10.0, 200, "grey-sea")
    assert compare(town("Elmside", 60), sea).relation is Relation.PRECISION


def test_without_points_nothing_is_said_about_the_distance() -> None:
    unknown = Place("Ashby", PlaceKind.CITY, Precision.REGION, ("NOR",), "Fjordshire")
    assert compare(town("Elmside", 60), unknown).relation is Relation.INCOMPARABLE
