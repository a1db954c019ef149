"""Places counted on cases done by hand, and the list itself."""

from __future__ import annotations

import pytest

from benchmarks.quality.places import Answer, Row, figures, place_of, right, rows
from herodotus.data.annotations import Entity, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.data.places import Place, PlaceKind, Precision

ELMSIDE = Place("Elmside", PlaceKind.CITY, Precision.CITY, ("USA",), "Tennessee", 36.0, -86.0, 2.0, "77")


@pytest.mark.parametrize(
    ("expected", "place", "answer"),
    [
        ("77", ELMSIDE, True),
        ("78/77", ELMSIDE, True),
        ("78", ELMSIDE, False),
        ("77", None, False),
        ("?US.TN", ELMSIDE, True),
        ("?US.TX", ELMSIDE, False),
        ("?US.TN", None, False),
        ("-", None, True),
        ("-", ELMSIDE, False),
    ],
)
def test_right(expected: str, place: Place | None, answer: bool) -> None:
    assert right(expected, place) is answer


def test_the_mention_that_shares_most_with_the_span_answers() -> None:
    def entity(start: int, end: int, place: Place | None) -> Entity:
        mention = Mention(Span(start, end), Kind.PLACE, Form.NAMED)
        return Entity(f"e{start}", Kind.PLACE, "x", (), (mention,), place=place)

    entities = [entity(0, 5, None), entity(3, 12, ELMSIDE)]
    assert place_of(entities, Span(4, 12)) is ELMSIDE
    assert place_of(entities, Span(0, 4)) is None
    assert place_of(entities, Span(20, 24)) is None


def test_figures_by_half() -> None:
    def found(expected: str, half: str, place: Place | None) -> Answer:
        return Answer(Row("f", "d", Span(0, 1), "", expected, half), place)

    given = [found("77", "dev", ELMSIDE), found("78", "test", ELMSIDE), found("-", "test", None)]
    wanted = {"right": 50.0, "right, dev half": 100.0, "right, test half": 0.0, "left alone": 100.0}
    assert figures(given) == wanted


def test_the_list_has_more_than_two_hundred_places_and_no_words() -> None:
    listed = rows()
    assert sum(row.expected != "-" for row in listed) >= 200
    assert all(len(row.digest) == 8 and row.half in {"dev", "test"} for row in listed)
    assert len({(row.data, row.document, row.span) for row in listed}) == len(listed)
