from __future__ import annotations

import pytest

from herodotus.compare import agencies, countries, gazetteer


def test_an_agency_by_any_of_its_names() -> None:
    found = agencies.agency("the Korean Central News Agency")
    assert found == ("KCNA", "PRK", "state media")
    assert agencies.agency("KCNA") == found


def test_other_words_are_no_agency() -> None:
    assert agencies.agency("a KCNA reporter") is None
    assert agencies.agency("aa") is None


def test_agencies_are_found_in_text() -> None:
    found = agencies.find("Kyodo said on Monday, citing TASS.")
    assert [each.agency.name for each in found] == ["Kyodo", "TASS"]


def test_every_agency_has_a_known_state_and_kind() -> None:
    rows = gazetteer.load("agencies.yaml")
    assert {row["kind"] for row in rows} == {"agency", "state media", "broadcaster", "paper"}
    assert [row["name"] for row in rows if row["country"] not in countries.codes()] == []


@pytest.mark.parametrize(
    ("outlet", "publisher", "same"),
    [
        ("CNN", "cnn.com", True),
        ("Boston Globe", "bostonglobe.com", True),
        ("CBS", "cbsnews.com", True),
        ("The Guardian", "Guardian", True),
        ("Associated Press", "seattletimes.com", False),
        ("Time", "The Times", False),
        ("Reuters", None, False),
    ],
)
def test_a_publisher_that_is_the_outlet(outlet: str, publisher: str | None, same: bool) -> None:
    assert agencies.is_house(outlet, publisher) is same
