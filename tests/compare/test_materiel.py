from __future__ import annotations

import pytest

from herodotus.compare import gazetteer, materiel, pieces
from herodotus.compare.materiel import class_of, kind_of, lineage, related

CATEGORIES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIIb", "VIII"}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("short-range ballistic missiles", "short-range ballistic missile"),
        ("short-range tactical ballistic missiles", "short-range ballistic missile"),
        ("surface-to-air missiles", "surface-to-air missile"),
        ("arms", "weapon"),
        ("three rifles", "rifle"),
        ("fighter jets", "fighter aircraft"),
        ("containers", "container"),
        ("armored personnel carriers", "armoured personnel carrier"),
        ("SRBMs", "short-range ballistic missile"),
        ("MANPADS", "portable air defence missile"),
        ("uavs", "drone"),
        ("155 mm shells", "shell"),
        ("computer chips", "semiconductor"),
        ("Uncle Sam", None),
        ("a think tank", None),
        ("the banking system", None),
        ("opinions", None),
        ("", None),
    ],
)
def test_the_last_words_say_what_a_thing_is(phrase: str, expected: str | None) -> None:
    assert class_of(phrase) == expected


def test_lineage_goes_upwards() -> None:
    assert lineage("ballistic missile") == ("ballistic missile", "missile", "weapon", "equipment", "goods")


def test_a_class_may_be_a_kind_of_two() -> None:
    assert {"missile", "air defence"} <= set(lineage("surface-to-air missile"))


def test_a_kind_holds_either_way_round_but_not_between_neighbours() -> None:
    assert kind_of("missile", "weapon")
    assert kind_of("weapon", "missile")
    assert not kind_of("missile", "drone")


def test_lists_are_related_by_any_member() -> None:
    assert related(["drone", "money"], ["weapon"])
    assert not related(["money"], ["weapon"])


@pytest.mark.parametrize(
    ("name", "sipri", "register"),
    [
        ("tank", "Armoured vehicles", "I"),
        ("infantry fighting vehicle", "Armoured vehicles", "II"),
        ("multiple rocket launcher", "Artillery", "III"),
        ("fighter aircraft", "Aircraft", "IV"),
        ("attack helicopter", "Aircraft", "V"),
        ("submarine", "Ships", "VI"),
        ("short-range ballistic missile", "Missiles", "VII"),
        ("portable air defence missile", "Missiles", "VIIb"),
        ("rifle", "", "VIII"),
        ("radar", "Sensors", ""),
        ("surface-to-air missile system", "Air defence systems", ""),
        ("container", "", ""),
    ],
)
def test_a_class_takes_its_categories_from_above(name: str, sipri: str, register: str) -> None:
    assert materiel.get(name)[2:4] == (sipri, register)


def test_every_class_of_the_table_leads_to_the_top() -> None:
    assert all(lineage(name)[-1] == "goods" or "goods" in lineage(name) for name in materiel.names())
    assert {materiel.get(name).register for name in materiel.names()} == CATEGORIES
    assert {materiel.get(name).stands for name in materiel.names()} == {"", "weapon", "platform", "vehicle"}


def test_no_noun_is_of_two_classes() -> None:
    listed = [(noun, row[0]) for row in materiel._rows() for noun in (row[0], *gazetteer.cells(row[5]))]
    of: dict[tuple[str, ...], set[str]] = {}
    for noun, name in listed:
        of.setdefault(pieces.split(noun.rstrip("?")).folded, set()).add(name)
    assert [words for words, names in of.items() if words and len(names) > 1] == []


def test_two_accounts_may_call_one_thing_by_two_classes() -> None:
    assert materiel.loosely(["rocket"], ["ballistic missile"])
    assert materiel.loosely(["weapon"], ["howitzer"])
    assert not materiel.loosely(["container"], ["ballistic missile"])
    assert not materiel.loosely(["rifle"], ["drone"])
