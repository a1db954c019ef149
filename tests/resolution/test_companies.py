"""Companies taken for places, and what "the company", "the agency", "the ministry" mean."""

from __future__ import annotations

from herodotus.data.annotations import Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution.completion import complete
from herodotus.resolution.cover import Cover

TEXT = "Aurora Tanker Lines lost a ship off Aurora Bay. Aurora denied it."


def mention(words: str, at: int, kind: Kind) -> Mention:
    start = TEXT.index(words, at)
    return Mention(Span(start, start + len(words)), kind, Form.NAMED)


def kinds(mentions: list[Mention]) -> list[tuple[str, Kind]]:
    return [(m.span.of(TEXT), m.kind) for m in mentions]


def test_a_name_that_goes_on_like_a_companys_is_one() -> None:
    found = complete(TEXT, [mention("Aurora", 0, Kind.PLACE), mention("Aurora", 45, Kind.PLACE)], Cover([]))
    assert kinds(found) == [("Aurora Tanker Lines", Kind.ORGANISATION), ("Aurora", Kind.ORGANISATION)]


def test_a_place_that_does_not_stays_a_place() -> None:
    found = complete(TEXT, [mention("Aurora Bay", 0, Kind.PLACE)], Cover([]))
    assert kinds(found) == [("Aurora Bay", Kind.PLACE)]


def test_a_name_of_the_gazetteers_is_left_alone() -> None:
    found = complete(TEXT, [mention("Aurora", 0, Kind.PLACE)], Cover([Span(0, 6)]))
    assert kinds(found) == [("Aurora", Kind.PLACE)]
