from __future__ import annotations

import pytest

from herodotus.errors import SkipDocument
from herodotus.readers.drafts import Draft, finish
from herodotus.settings import Settings

BODY = "The ferry Blue Heron left the harbour at noon on Monday, the port authority said in a statement."


def draft(text: str, **known: str) -> Draft:
    return Draft("a", "a.txt", "0", text, known=known)


def test_what_the_capture_gives_is_not_overwritten_by_the_text() -> None:
    text = f"Ferry engine fails\n\nBy Ann Poe\n\n{BODY}"
    found = finish(draft(text, byline="Ben Roe"), Settings())
    assert (found.byline, found.title) == ("Ben Roe", "Ferry engine fails")


def test_an_outlet_that_credits_itself_credits_no_agency() -> None:
    found = finish(draft(f"OSLO (Harbour Post) - {BODY}", publisher="Harbour Post"), Settings())
    assert (found.agency, [b.field for b in found.bases]) == (None, ["language", "dateline"])


def test_a_known_agency_stays_one_on_its_own_site() -> None:
    found = finish(draft(f"OSLO (Reuters) - {BODY}", publisher="Reuters"), Settings())
    assert found.agency == "Reuters"


def test_an_agency_in_the_byline_is_credited() -> None:
    assert finish(draft(BODY, byline="Kattegat News Agency"), Settings()).agency == "Kattegat News Agency"


def test_the_address_gives_the_day_where_nothing_else_does() -> None:
    found = finish(draft(BODY, url="https://p.example/2025/03/07/ferry"), Settings())
    assert found.published == "2025-03-07"


def test_without_text_there_is_no_document() -> None:
    with pytest.raises(SkipDocument, match="no article text found"):
        finish(draft(" \n "), Settings())
