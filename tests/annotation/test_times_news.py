"""Undated news: a bare year of the background dates nothing else."""

from datetime import date

from herodotus.annotation import times
from herodotus.data.documents import Span


def values(text: str, *, published: date | None = None) -> list[str]:
    anchor = times.Anchor(published, narrative=False)
    cut = text.index(". ") + 2
    return [t.value for t in times.find(text, [Span(0, cut), Span(cut, len(text))], anchor)]


def test_a_bare_year_dates_no_day() -> None:
    assert values("The ban stands since 2006. The ship left on Dec. 3.") == ["2006", "XXXX-12-03"]


def test_a_full_date_dates_the_days_around_it() -> None:
    assert values("It left on 3 March 2021. On 5 March it was seen.") == ["2021-03-03", "2021-03-05"]


def test_publication_dates_them_all() -> None:
    assert values("The ban stands since 2006. It left on Dec. 3.", published=date(2021, 1, 5)) == [
        "2006",
        "2020-12-03",
    ]


def test_what_would_be_done_to_a_damaged_thing_lies_ahead() -> None:
    text = "The hull burnt. He said that divers would look at the damaged hull on Friday."
    assert values(text, published=date(2021, 1, 7)) == ["2021-01-08"]
