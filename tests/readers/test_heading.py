from __future__ import annotations

from herodotus.readers.furniture import mark
from herodotus.readers.heading import findings

BODY = "The ferry Blue Heron left the harbour at noon on Monday, the port authority said."


def found(*lines: str) -> dict[str, str]:
    text = "\n\n".join(lines)
    values: dict[str, str] = {}
    for finding in findings(text, mark(text)):
        values.setdefault(finding.field, finding.value)
    return values


def test_everything_above_an_article_is_read() -> None:
    above = [
        "Ferry engine fails off Port Amber",
        "By Ann Poe",
        "Updated: 5 March 2025",
        "Published: 4 March 2025",
    ]
    assert found(*above, f"OSLO (AP) — {BODY}", BODY) == {
        "title": "Ferry engine fails off Port Amber",
        "dateline": "Oslo",
        "agency": "Associated Press",
        "byline": "Ann Poe",
        "published": "2025-03-04",
    }


def test_a_name_above_a_date_line_is_the_byline_not_that_in_an_editors_box() -> None:
    lines = ["Ferry engine fails", "Ann Poe", "4 March 2025", "Cat Low", "Editor", BODY, BODY]
    assert found(*lines)["byline"] == "Ann Poe"


def test_an_address_names_the_outlet() -> None:
    assert found(BODY, "BY ANN POE [a.poe@harbourpost.example]")["publisher"] == "harbourpost.example"


def test_the_name_in_the_furniture_is_better_than_the_domain() -> None:
    lines = [BODY, "BY ANN POE [a.poe@harbour.example]", "Log in to comment with the Amber Harbour Daily"]
    assert found(*lines)["publisher"] == "Amber Harbour Daily"


def test_an_outlet_names_itself() -> None:
    assert found(BODY, "© 2025 Harbour Post. All rights reserved.")["publisher"] == "Harbour Post"


def test_an_agencys_copyright_names_no_outlet() -> None:
    assert "publisher" not in found(BODY, "Copyright 2025 The Associated Press. All rights reserved.")


def test_spans_hold_the_words() -> None:
    text = f"Ferry engine fails\n\nBy Ann Poe\n\n{BODY}"
    assert [f.span.of(text) for f in findings(text, mark(text))] == ["Ferry engine fails", "By Ann Poe"]
