from __future__ import annotations

import pytest

from herodotus.compare.materiel import class_of, kind_of, lineage, related


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("short-range ballistic missiles", "ballistic"),
        ("surface-to-air missiles", "air defence"),
        ("arms", "weapon"),
        ("three rifles", "firearm"),
        ("fighter jets", "aircraft"),
        ("containers", "container"),
        ("opinions", None),
        ("", None),
    ],
)
def test_the_last_words_say_what_a_thing_is(phrase: str, expected: str | None) -> None:
    assert class_of(phrase) == expected


def test_lineage_goes_upwards() -> None:
    assert lineage("ballistic") == ("ballistic", "missile", "weapon", "equipment", "goods")


def test_a_kind_holds_either_way_round_but_not_between_neighbours() -> None:
    assert kind_of("missile", "weapon")
    assert kind_of("weapon", "missile")
    assert not kind_of("missile", "drone")


def test_lists_are_related_by_any_member() -> None:
    assert related(["drone", "money"], ["weapon"])
    assert not related(["money"], ["weapon"])
