from __future__ import annotations

from datetime import date

from herodotus.crossdoc import gather
from tests.builders import Happening, Said, reading


def bombed(day: str, written: str, source: str) -> Said:
    event = Happening("ASSAULT", "bombed", "NOR", "SWE", day=(written, day))
    return Said(f"Norway bombed Sweden on {written}", source, "DNK", events=(event,))


def test_one_day_from_two_documents_is_one_entry() -> None:
    alpha = reading("alpha", bombed("2024-03-04", "Monday", "Ida Holm"))
    beta = reading("beta", bombed("2024-03-04", "4 March", "Per Lund"))
    (story,) = gather([alpha, beta])
    (entry,) = story.timeline
    assert (entry.since, entry.precision) == (date(2024, 3, 4), "day")
    assert {place.document for place in entry.words} == {"alpha", "beta"}


def test_two_days_in_one_document_are_two_claims_and_two_entries() -> None:
    both = reading(
        "alpha", bombed("2024-03-04", "Monday", "Ida Holm"), bombed("2024-03-08", "Friday", "Ida Holm")
    )
    (story,) = gather([both])
    assert len(story.claims) == 2
    assert [entry.since.day for entry in story.timeline] == [4, 8]


def test_one_day_apart_where_nobody_tells_of_two_is_a_conflict_of_time() -> None:
    alpha = reading("alpha", bombed("2024-03-04", "Monday", "Ida Holm"))
    beta = reading("beta", bombed("2024-03-05", "Tuesday", "Per Lund"))
    (story,) = gather([alpha, beta])
    assert len(story.claims) == 1
    assert [(d.field, d.kind.value) for d in story.differences] == [("time", "conflict")]


def test_a_claim_has_the_time_that_most_give() -> None:
    (story,) = gather([reading("alpha", bombed("2024-03-04", "Monday", "Ida Holm"))])
    assert story.claims[0].time == "2024-03-04"


def test_what_lies_long_before_the_news_is_another_claim() -> None:
    old = Happening("LOSS", "lost", "", "", ("containers",), day=("August", "2023-08-01"))
    new = Happening("LOSS", "lost", "", "", ("containers",))
    alpha = reading("alpha", Said("the ship lost containers in August", "Ida Holm", events=(old,)))
    beta = reading("beta", Said("the ship lost containers overnight", "Per Lund", events=(new,)))
    (story,) = gather([alpha, beta])
    assert len(story.claims) == 2
