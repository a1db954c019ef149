"""Times in news sentences, with and without a publication date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.annotation import times
from herodotus.data.annotations import Timex, TimexType
from herodotus.data.documents import Span

FRIDAY = date(2018, 1, 5)


def found(text: str, published: date | None = FRIDAY) -> tuple[Timex, ...]:
    return times.find(text, [Span(0, len(text))], times.Anchor(published))


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in found(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge fell on 28 December.", "28 December", "2017-12-28"),
        ("The bridge fell Dec. 28.", "Dec. 28", "2017-12-28"),
        ("It closed on Dec. 28, 2021, for good.", "Dec. 28, 2021", "2021-12-28"),
        ("It closed on Wednesday, Dec. 28, 2022.", "Wednesday, Dec. 28, 2022", "2022-12-28"),
        ("Updated 2017-12-28 by staff.", "2017-12-28", "2017-12-28"),
        ("It closed on the 3rd of March 2020.", "the 3rd of March 2020", "2020-03-03"),
        ("Sales rose in October 2017.", "October 2017", "2017-10"),
        ("The port has been shut since 2006.", "2006", "2006"),
        ("The mill opened in the 1990s.", "the 1990s", "199"),
        ("It stood from the mid-1930s.", "the mid-1930s", "193"),
        ("A palace of the 19th century burned.", "the 19th century", "18"),
        ("Work may start as early as spring 2018.", "spring 2018", "2018-SP"),
        ("Profit fell in the third quarter of 2017.", "the third quarter of 2017", "2017-Q3"),
        ("Profit fell in the first half of 2017.", "the first half of 2017", "2017-H1"),
        ("It burned on Christmas Eve.", "Christmas Eve", "2017-12-24"),
        ("They met on Thanksgiving.", "Thanksgiving", "2017-11-23"),
        ("It happened during the New Year holiday.", "the New Year holiday", "2018-01-01"),
        ("Rome fell in 476 AD.", "476 AD", "0476"),
        ("Athens won in 490 BC.", "490 BC", "BC0490"),
        ("It fell in August 480 BC.", "August 480 BC", "BC0480-08"),
        ("It fell in the spring of 480 BC.", "the spring of 480 BC", "BC0480-SP"),
        ("It sold well in the latter half of 2008.", "the latter half of 2008", "2008-H2"),
        ("It closed before the end of the 1960 season.", "1960", "1960"),
    ],
)
def test_calendar_forms(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mayor said Tuesday the road was open.", "Tuesday", "2018-01-02"),
        ("The mayor said on Friday the road was open.", "Friday", "2018-01-05"),
        ("The council will vote on Tuesday.", "Tuesday", "2018-01-09"),
        ("On Monday, the council will vote.", "Monday", "2018-01-08"),
        ("The road was blocked last Friday.", "last Friday", "2017-12-29"),
        ("The road opens next Monday.", "next Monday", "2018-01-08"),
        ("Boats left on Saturday night.", "Saturday night", "2017-12-30TNI"),
        ("The ferry sank on Thursday of last week.", "Thursday of last week", "2017-12-28"),
        ("The ferry sank yesterday.", "yesterday", "2018-01-04"),
        ("The ferry sank last night.", "last night", "2018-01-04TNI"),
        ("Trains stop the day after tomorrow.", "the day after tomorrow", "2018-01-07"),
        ("Rain fell last week.", "last week", "2017-W52"),
        ("Prices rose last month.", "last month", "2017-12"),
        ("Prices rose last November.", "last November", "2017-11"),
        ("The tax ends early next year.", "early next year", "2019"),
        ("He left three years ago.", "three years ago", "2015"),
        ("He left two weeks ago.", "two weeks ago", "2017-W51"),
        ("“[Ten] years ago it was new.”", "[Ten] years ago", "2008"),
        ("Rain fell this past week.", "this past week", "2017-W52"),
        ("The dam is to open by year-end.", "year-end", "2018"),
        ("Work began next spring.", "next spring", "2018-SP"),
        ("It rang at 2:30 the next day.", "2:30 the next day", "2018-01-06T02:30"),
    ],
)
def test_times_counted_from_publication(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("It grew over the past five years.", "the past five years", "P5Y", TimexType.DURATION),
        ("A ten-day visit began.", "ten-day", "P10D", TimexType.DURATION),
        ("They waited for half an hour.", "half an hour", "PT30M", TimexType.DURATION),
        ("They waited for several months.", "several months", "PXM", TimexType.DURATION),
        ("It grew for 2 1/2 years.", "2 1/2 years", "P2.5Y", TimexType.DURATION),
        ("It grew for 2 million years.", "2 million years", "P2000000Y", TimexType.DURATION),
        (
            "It lasted more than two and a half years.",
            "more than two and a half years",
            "P2.5Y",
            TimexType.DURATION,
        ),
        ("The market opens every Tuesday.", "every Tuesday", "XXXX-WXX-2", TimexType.SET),
        ("The board meets twice a week.", "twice a week", "P1W", TimexType.SET),
        ("It rang at 5:34 a.m. on Thursday.", "5:34 a.m. on Thursday", "2018-01-04T05:34", TimexType.TIME),
        (
            "It rang at 11 p.m. GMT on Thursday.",
            "11 p.m. GMT on Thursday",
            "2018-01-04T23:00Z",
            TimexType.TIME,
        ),
    ],
)
def test_lengths_sets_and_hours(text: str, words: str, value: str, kind: TimexType) -> None:
    assert [(t.span.of(text), t.value, t.type) for t in found(text)] == [(words, value, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Theresa May said they may march on.",
        "May I come in a second time?",
        "The Sunday Times and the Daily Mail were sold.",
        "Comments (0/250)",
        "The 25-year-old driver, aged 30 years, died.",
        "A man 42 years old lost 1,000 coins.",
        "About 2000 people and 1500 troops came.",
        "April Smith and June Brown spoke.",
        "Flight 1939 to Rome cost $2010.",
        "A 2000-year-old temple and a 2000 year old tradition stand.",
        "This august body saw the Winter Olympics.",
        "The night sky over a study of 1709 schoolchildren.",
    ],
)
def test_words_and_numbers_that_are_no_times(text: str) -> None:
    assert values(text) == []


def test_yearless_dates_look_the_way_the_tense_does() -> None:
    assert values("The Jan. 10 meeting is in Rome.")[0][1] == "2018-01-10"
    assert values("The envoy spoke on Nov. 10.")[0][1] == "2017-11-10"
    assert values("The council is slated to be briefed on March 10.")[0][1] == "2018-03-10"
    assert values("The council was briefed on March 10.")[0][1] == "2017-03-10"


def test_a_year_in_the_sentence_goes_before_publication() -> None:
    text = "He was jailed in March 2015 and freed in October."
    assert values(text) == [("March 2015", "2015-03"), ("October", "2015-10")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It will open in two weeks.", "two weeks", "2018-W03"),
        ("It will open two weeks from now.", "two weeks from now", "2018-W03"),
        ("He fell in two weeks.", "two weeks", "P2W"),
        ("They vote on the last Friday of next month.", "the last Friday of next month", "2018-02-23"),
        ("It fell on the Fourth of July 2022.", "the Fourth of July 2022", "2022-07-04"),
        ("It fell on the 27th, she said.", "the 27th", "2017-12-27"),
        ("They met last week on Friday.", "last week on Friday", "2017-12-29"),
    ],
)
def test_days_named_by_their_place(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("It grew over the past few days.", None, FRIDAY),
        ("It will grow in the coming weeks.", FRIDAY, None),
        ("It will grow in the months ahead.", FRIDAY, None),
        ("It will grow over the next two years.", FRIDAY, date(2020, 1, 5)),
        ("She slept for the last five months of her life.", None, None),
    ],
)
def test_lengths_that_publication_ends_or_begins(text: str, since: date | None, until: date | None) -> None:
    (timex,) = found(text)
    assert (timex.type, timex.since, timex.until) == (TimexType.DURATION, since, until)


def test_later_without_a_number_stays_open() -> None:
    assert values("It sank on 3 May 2019. Days later divers came.")[1] == ("Days later", "XXXX-XX-XX")


def test_ranges_give_both_ends() -> None:
    assert values("Fairs ran from 3 to 5 January.") == [("3", "2018-01-03"), ("5 January", "2018-01-05")]
    assert values("In the war of 1914-18 it burned.") == [("1914", "1914"), ("18", "1918")]


def test_later_counts_from_the_time_last_told_of() -> None:
    text = "It sank on 3 May 2019. Divers came two days later and left the following week."
    assert [value for _, value in values(text)] == ["2019-05-03", "2019-05-05", "2019-W19"]


def test_a_recent_weekday_is_marked_as_a_guess() -> None:
    (timex,) = found("It hit a field on a recent Saturday.", date(2018, 2, 1))
    assert (timex.since, timex.precision) == (date(2018, 1, 27), "unknown")
    assert timex.basis.startswith("uncertain")


def test_numeric_dates_say_that_they_are_ambiguous() -> None:
    (timex,) = found("Signed 5/1/2018 in Rome.")
    assert timex.value == "2018-05-01"
    assert timex.basis == "ambiguous: month first as in American use; day first it is 2018-01-05"
    assert values("Signed 25/1/2018 in Rome.") == [("25/1/2018", "2018-01-25")]


def test_without_publication_the_text_gives_the_year() -> None:
    text = "The ship sank on 28 December. The owner had bought it in March 2017."
    first, _ = found(text, None)
    assert first.value == "2017-12-28"
    assert first.basis == "year from 'March 2017' in the text"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It sank on 28 December.", "XXXX-12-28"),
        ("It sank on Tuesday.", "XXXX-WXX-2"),
        ("It sank yesterday.", "XXXX-XX-XX"),
        ("It sank last week.", "XXXX-WXX"),
        ("It sank three years ago.", "XXXX"),
        ("It sank in winter.", "XXXX-WI"),
    ],
)
def test_without_any_date_the_year_stays_unknown(text: str, value: str) -> None:
    (timex,) = found(text, None)
    assert (timex.value, timex.since, timex.until) == (value, None, None)


def test_days_that_the_calendar_does_not_have() -> None:
    (timex,) = found("Signed on 31 February 2017.")
    assert (timex.value, timex.since, timex.basis) == ("2017-02-31", None, "no such day in the calendar")


def test_parts_of_a_month_are_read_as_half_of_it() -> None:
    (timex,) = found("It closed early this month.")
    assert (timex.value, timex.since, timex.until) == ("2018-01", date(2018, 1, 1), date(2018, 1, 16))


def test_local_time_is_said_in_the_basis() -> None:
    (timex,) = found("The office said Thursday (local time) that it was open.")
    assert timex.value == "2018-01-04"
    assert "local time" in timex.basis


def test_nothing_is_found_outside_the_sentences() -> None:
    text = "Sunday, 7 January 2018. It sank on Tuesday."
    assert [t.value for t in times.find(text, [Span(24, len(text))], times.Anchor(FRIDAY))] == ["2018-01-02"]


PIECES = st.sampled_from(
    ["31 February", "the", "99th century", "9" * 40, "years ago", "Dec.", "30", "last", "-", "1", "0000",
     "Tuesday", "9999", "next decade", "a million years later", "٣", "\u200fمايو", "2017-13-45", "99/99/9999",
     "25:61", "early", "of", "next year"]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the data files
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12), st.dates() | st.none())
def test_any_text_gives_spans_of_its_own(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    spans = [timex.span for timex in found(text, published)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
