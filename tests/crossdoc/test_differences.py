from __future__ import annotations

from herodotus.crossdoc import gather
from herodotus.data.claims import Difference, DifferenceClass
from herodotus.data.statements import Reading
from tests.builders import Happening, Said, reading


def shipped(words: str, best: float | None, source: str) -> Said:
    event = Happening(
        "TRANSFER", "shipped", "NOR", "SWE", ("rifles",), figure=(f"{words} rifles", best, "rifles")
    )
    return Said(f"Norway shipped {words} rifles to Sweden", source, "DNK", events=(event,))


def killed(number: int, day: str, name: str) -> Reading:
    event = Happening("DEATH", "killed", "", "NOR", figure=(f"{number} people", number, "people"))
    return reading(
        name,
        Said(f"the landslide in Norway killed {number} people", f"{name} rescuers", events=(event,)),
        published=day,
    )


def differences(*readings: Reading) -> tuple[Difference, ...]:
    (story,) = gather(readings)
    return story.differences


def test_counts_that_cannot_both_hold_are_a_conflict() -> None:
    (found,) = differences(
        reading("alpha", shipped("several", None, "Ida Holm")),
        reading("beta", shipped("several dozen", None, "Per Lund")),
    )
    assert (found.kind, found.field) == (DifferenceClass.CONFLICT, "quantity")
    assert {v.value for v in found.values} == {"several rifles", "several dozen rifles"}
    assert {v.holders for v in found.values} == {("Ida Holm (The Alpha)",), ("Per Lund (The Beta)",)}


def test_a_distance_converted_two_ways_is_a_conversion() -> None:
    def reach(name: str, miles: int) -> Reading:
        figures = (("900 kilometres", 900.0, "kilometer", ""), (f"{miles} miles", float(miles), "mile", ""))
        text = f"the missile flies 900 kilometres ({miles} miles) with a full tank"
        return reading(name, Said(text, "Ida Holm", "DNK", figures=figures))

    (found,) = differences(reach("alpha", 560), reach("beta", 550))
    assert found.kind is DifferenceClass.CONVERSION
    assert {"560 miles", "550 miles"} <= {v.value for v in found.values}


def test_a_toll_that_rises_is_an_update() -> None:
    (found,) = differences(killed(9, "2024-03-04", "alpha"), killed(12, "2024-03-05", "beta"))
    assert found.kind is DifferenceClass.UPDATE


def test_tolls_of_one_day_that_differ_are_a_conflict() -> None:
    (found,) = differences(killed(9, "2024-03-04", "alpha"), killed(12, "2024-03-04", "beta"))
    assert found.kind is DifferenceClass.CONFLICT


def test_a_wrong_conversion_inside_one_text_is_flagged() -> None:
    figures = (("40 kilometres", 40.0, "kilometer", ""), ("40 miles", 40.0, "mile", ""))
    text = "the convoy stretched over 40 kilometres (40 miles) of road"
    (found,) = differences(reading("alpha", Said(text, "Ida Holm", "DNK", figures=figures)))
    assert found.kind is DifferenceClass.CONVERSION
    assert found.reason.startswith("a slip in converting")


def test_equal_figures_are_no_difference() -> None:
    assert differences(killed(9, "2024-03-04", "alpha"), killed(9, "2024-03-05", "beta")) == ()


def spilled(tonnes: float, name: str, of: str = "") -> Reading:
    event = Happening("LEAK", "spilled")
    figure = (f"{tonnes:.0f} tonnes", tonnes, "metric_ton", of)
    text = f"the tanker spilled {tonnes:.0f} tonnes of oil"
    return reading(name, Said(text, f"{name} experts", events=(event,), figures=(figure,)))


def test_two_amounts_of_one_leak_are_a_conflict() -> None:
    (found,) = differences(spilled(8, "alpha", "oil"), spilled(80, "beta"))
    assert found.kind is DifferenceClass.CONFLICT
