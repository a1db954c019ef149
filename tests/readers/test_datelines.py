from __future__ import annotations

import pytest

from herodotus.readers.datelines import Opening, alone, prefix


@pytest.mark.parametrize(
    ("paragraph", "place", "agency", "date"),
    [
        ("WASHINGTON (AA) - The ferry left.", "Washington", "Anadolu Agency", None),
        ("SEOUL, Jan. 5 (Yonhap) -- The ferry left.", "Seoul", "Yonhap", "Jan. 5"),
        ("OSLO, 5 March 2025 (Fjord Wire) — The ferry left.", "Oslo", "Fjord Wire", "5 March 2025"),
        ("LONDON — The ferry left.", "London", None, None),
        ("London — The ferry left.", "London", None, None),
        ("Seoul: During the storm a ferry left.", "Seoul", None, None),
        ("NEW YORK (Reuters) - The ferry left.", "New York", "Reuters", None),
        ("ST. JOHN’S, Newfoundland (AP) — The ferry left.", "St. John’s", "Associated Press", None),
        ("Port Amber, Norway (dpa) – The ferry left.", "Port Amber", "dpa", None),
        ("(CNN) — The ferry left.", None, "CNN", None),
        ("(Reuters) - The ferry left.", None, "Reuters", None),
    ],
)
def test_datelines_are_read(paragraph: str, place: str | None, agency: str | None, date: str | None) -> None:
    length = paragraph.index("The ferry") if "The ferry" in paragraph else paragraph.index("During")
    assert prefix(paragraph) == Opening(len(paragraph[:length].rstrip()), place, agency, date)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Captain Poe: We left at noon.",
        "The ferry - a big one - left.",
        "NATO said that the ferry left.",
        "London has a ferry — and a quay.",
        "London’s ferry left.",
        "The ferry (built in 1990) left.",
        "",
    ],
)
def test_sentences_are_no_datelines(paragraph: str) -> None:
    assert prefix(paragraph) is None


def test_a_place_alone_on_its_line_is_a_dateline() -> None:
    found = alone("WASHINGTON")
    assert found is not None
    assert found.place == "Washington"
    assert alone("SPORT") is None
