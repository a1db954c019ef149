from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.compare import countries, gazetteer


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("the UK's foreign office spokesperson", ("GBR",)),
        ("Lisbon's chief negotiator", ("PRT",)),
        ("Both Cairo and Khartoum", ("EGY", "SDN")),
        ("Norwegian and U.S. officials", ("NOR", "USA")),
        ("France, Germany and the Netherlands", ("FRA", "DEU", "NLD")),
        ("the Lima-based Institute for Harbours", ("PER",)),
        ("Danish Ambassador to the U.N.", ("DNK",)),
        ("the U.S. ambassador to Japan", ("USA",)),
        ("Washington's envoy to the UN", ("USA",)),
        ("Kremlin spokesman", ("RUS",)),
        ("police in Kenya", ("KEN",)),
        ("ministers from Norway and Sweden", ("NOR", "SWE")),
        ("Côte d’Ivoire", ("CIV",)),
        ("Elysée Palace", ("FRA",)),
        ("the Netanyahu government", ("ISR",)),
    ],
)
def test_a_phrase_belongs_to_its_states(phrase: str, codes: tuple[str, ...]) -> None:
    assert countries.of(phrase) == codes


@pytest.mark.parametrize(
    "phrase",
    [
        "an expert on China",
        "a turkey farmer",
        "Michael Jordan",
        "Mr Jordan",
        "Chad Smith",
        "Moscow-backed separatists",
        "the South China Sea",
        "give us more",
        "the North",
    ],
)
def test_a_phrase_of_no_state(phrase: str) -> None:
    assert countries.of(phrase) == ()


def test_states_that_are_also_names_of_persons() -> None:
    assert countries.of("Chad's president") == ("TCD",)
    assert countries.of("Jordan and Turkey") == ("JOR", "TUR")


def test_a_state_of_the_union_is_not_the_republic_in_the_caucasus() -> None:
    assert countries.of("Georgia Republicans from Atlanta") == ("USA",)
    assert countries.of("Georgia and its capital, Tbilisi") == ("GEO",)


def test_a_newspaper_named_after_a_capital_belongs_to_its_own_state() -> None:
    found = countries.find("The Washington Post reported.")
    assert [(f.code, f.role, f.name) for f in found] == [("USA", "metonym", "Washington Post")]


def test_a_short_form_counts_where_its_country_is_named() -> None:
    text = "North Korea fired a rocket. The North denied it. The North Atlantic is far."
    assert [text[f.start : f.end] for f in countries.find(text)] == ["North Korea", "The North"]


def test_find_says_how_a_name_stands_for_its_state() -> None:
    found = countries.find("Oslo and the Norwegian crew left Norway for Bergen, Norway.")
    assert [f.role for f in found] == ["capital", "demonym", "name", "part", "name"]


def test_bodies_of_several_states_have_no_code() -> None:
    assert countries.find("NATO and the EU") == []
    assert [f.name for f in countries.scan("NATO and the EU")] == ["NATO", "European Union"]


def test_every_row_of_the_gazetteer_has_a_code_and_a_name_that_finds_it() -> None:
    rows = gazetteer.table("countries.txt", 6)
    assert len({row[0] for row in rows}) == len(rows)
    lost = [row[1] for row in rows if row[0] not in countries.of(row[1])]
    assert lost == []


def test_a_country_is_named_with_an_article_where_english_wants_one() -> None:
    assert countries.phrase("GBR") == "the United Kingdom"
    assert countries.phrase("NOR") == "Norway"


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for found in countries.scan(text):
        assert text[found.start : found.end].strip()


def test_a_longer_name_is_not_the_body_it_begins_with() -> None:
    assert countries.of("the Central Command for Sea Rescue") == ()
