from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.compare.arsenal import class_of, find, read


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[t.start : t.end], t.cls, t.name) for t in find(text)]


@pytest.mark.parametrize(
    "written",
    ["KN-23", "KN 23", "KN23", "KN‑23", "KN-23s", "kn-23", "Hwasong-11Ga", "Hwasong 11Ga", "Hwasong-11A"],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert found(f"A {written} fell into the bay.") == [(written, "short-range ballistic missile", "KN-23")]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("SS-26 Stone", "Iskander"),
        ("Iskander-M", "Iskander-M"),
        ("Shahed-136s", "Geran-2"),
        ("Geran-2", "Geran-2"),
        ("Kh-101", "Kh-101"),
        ("T72s", "T-72"),
        ("MiG 29", "MiG-29"),
        ("Himars", "HIMARS"),
        ("F/A-18F Super Hornets", "F/A-18"),
        ("PzH 2000", "Panzerhaubitze 2000"),
        ("Bayraktar Akıncı", "Akinci"),
        ("USS Nimitz", "USS Nimitz"),
    ],
)
def test_aliases_lead_to_one_entry(written: str, name: str) -> None:
    assert [name for _, _, name in found(f"They filmed the {written} at noon.")] == [name]


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("USS Holm put to sea.", "USS Holm", "warship"),
        ("HMS Lady Holm (D 12) put to sea.", "HMS Lady Holm", "warship"),
        ("The frigate FS Marie de Ribe put to sea.", "FS Marie de Ribe", "warship"),
        ("DDG 99 put to sea.", "DDG 99", "destroyer"),
    ],
)
def test_warships_are_known_by_prefix_and_hull_number(text: str, name: str, cls: str) -> None:
    assert (name, cls) in [(name, cls) for _, cls, name in found(text)]


def test_versions_that_the_table_lacks_are_versions_all_the_same() -> None:
    thing = find("Two F-15ZX landed.")[0]
    assert (thing.name, thing.version) == ("F-15", "F-15ZX")


@pytest.mark.parametrize(
    "text",
    [
        "Grad students met a Patriot on Patriot Day.",
        "Hurricane Wilma and Tornado Alley were on the news.",
        "The Lancet published it; no harm was done by the javelin thrower.",
        "Traffic stood still on the M4, and vitamin B-2 was sold out.",
        "In 1990 A 10 per cent rise was seen; call 555-10-22.",
        "Sam went to the think tank with a round of applause.",
        "A gerbera and a switchblade lay on Neptune's statue.",
        "STOPPED IN ITS TRACKS Again, and the INS Commissioner spoke on RFA Korean.",
        "A fighter for justice, he was charged with leading the team.",
    ],
)
def test_names_that_are_also_words_need_materiel_beside_them(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Grad rockets hit the farm.", "Grad"),
        ("They want Patriot batteries.", "Patriot"),
        ("A drone of the Lancet type, a Lancet drone, was seen.", "Lancet"),
        ("Four Tornado jets took off.", "Panavia Tornado"),
        ("Gerbera drones came at night.", "Gerbera"),
        ("They sent Leopard tanks and Bradleys.", "Bradley"),
    ],
)
def test_beside_materiel_they_count(text: str, name: str) -> None:
    assert name in [name for _, _, name in found(text)]


def test_once_told_a_name_counts_in_the_whole_text() -> None:
    text = "Grad rockets fell on the farm. A Grad was seen later. The Grad School was shut."
    assert [words for words, _, _ in found(text)] == ["Grad rockets", "Grad"]


@pytest.mark.parametrize(
    ("text", "words", "cls"),
    [
        ("He sold short-range ballistic missiles.", "short-range ballistic missiles", "short-range ballistic missile"),
        ("They lost 122-mm rockets.", "122-mm rockets", "rocket"),
        ("He had 152mm artillery rounds.", "152mm artillery rounds", "shell"),
        ("An RPG was found.", "RPG", "rocket-propelled grenade"),
        ("Two air defense artillery systems burned.", "air defense artillery systems", "air defence"),
        ("Carbon fibre went missing.", "Carbon fibre", "carbon fibre"),
    ],
)  # fmt: skip
def test_plain_nouns_have_their_class(text: str, words: str, cls: str) -> None:
    assert found(text) == [(words, cls, "")]


def test_a_name_and_what_it_is_are_one() -> None:
    assert found("A KN-23 ballistic missile flew.") == [
        ("KN-23 ballistic missile", "short-range ballistic missile", "KN-23")
    ]


def test_what_belongs_to_a_system_is_a_part_of_it() -> None:
    thing = find("S-300 missiles fell.")[0]
    assert (thing.cls, thing.name, thing.part) == ("missile", "S-300", True)


def test_calibres_are_read() -> None:
    assert [t.calibre for t in find("155 mm shells, 120mm mortars and 1,155 mm of rain on shells")] == [
        "155",
        "120",
        "",
    ]


def test_a_phrase_is_read_by_its_end() -> None:
    assert class_of("the KN-23") == "short-range ballistic missile"
    assert class_of("a convoy of T-72B3 tanks") == "tank"
    assert class_of("rounds") == "ammunition"
    assert read("a missile expert") is None


@given(st.text(alphabet="KN-23 TtGrad5/mshels.,\n٣é漢", max_size=60))
def test_whatever_is_found_lies_in_the_text(text: str) -> None:
    things = find(text)
    assert all(0 <= t.start < t.end <= len(text) for t in things)
    assert all(a.end <= b.start for a, b in pairwise(things))
