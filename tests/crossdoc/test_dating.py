from dataclasses import replace
from datetime import date

from herodotus.crossdoc.dating import dated
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span
from herodotus.data.statements import Reading
from tests.builders import Said, reading


def told(name: str, published: str | None, value: str) -> Reading:
    one = reading(name, Said("The ferry left the harbour", "the harbour office"))
    document = replace(one.annotated.document, published=published)
    time = Timex(Span(0, 3), TimexType.DATE, value, None, None, "day", "year unknown")
    return replace(one, annotated=replace(one.annotated, document=document, times=(time,)))


def test_the_year_comes_from_the_rest_of_the_story() -> None:
    one = dated([told("a", "2025-01-04", "XXXX-01-03"), told("b", None, "XXXX-12-30")])[1]
    assert one.annotated.times[0].value == "2024-12-30"
    assert one.annotated.times[0].since == date(2024, 12, 30)
    assert "other documents" in one.annotated.times[0].basis


def test_a_story_without_dates_lends_none() -> None:
    assert dated([told("b", None, "XXXX-12-30")])[0].annotated.times[0].since is None


def test_documents_far_apart_lend_no_year() -> None:
    found = dated([told("a", "2020-01-04", "x"), told("c", "2025-01-04", "x"), told("b", None, "XXXX-12-30")])
    assert found[2].annotated.times[0].value == "XXXX-12-30"


def test_an_impossible_day_stays_open() -> None:
    one = dated([told("a", "2025-02-20", "x"), told("b", None, "XXXX-02-31")])[1]
    assert one.annotated.times[0].since is None
