"""Cases of Recognizers-Text: what they expect, which are left out, and when a time means the same."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality.recognizers import case, cases, expected, found, left_out, measure, right
from benchmarks.quality.timexvalues import Expected, Reading, in_days, means, plain
from herodotus.annotation import times
from herodotus.data.annotations import Timex
from herodotus.data.documents import Span

MODEL = {
    "Text": "last week",
    "Start": 8,
    "End": 16,
    "Resolution": {"values": [{"timex": "2016-W44", "start": "2016-10-31", "end": "2016-11-07"}]},
}
PARSER = {
    "Text": "on friday",
    "Start": 8,
    "Length": 9,
    "Value": {
        "Timex": "XXXX-WXX-5",
        "FutureResolution": {"date": "2016-11-11"},
        "PastResolution": {"date": "2016-11-04"},
    },
}


def row(text: str, *results: dict[str, Any], **more: str) -> dict[str, Any]:
    return {
        "Input": text,
        "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"},
        "Results": list(results),
        **more,
    }


def ours(text: str) -> tuple[Timex, ...]:
    return times.find(text, [Span(0, len(text))], times.Anchor(date(2016, 11, 7)))


def test_both_forms_of_a_result_are_read() -> None:
    assert expected(MODEL) == Expected(
        Span(8, 17), "last week", (Reading("2016-W44", None, "2016-10-31", "2016-11-07"),)
    )
    assert expected(PARSER).readings == (
        Reading("XXXX-WXX-5", "2016-11-11"),
        Reading("XXXX-WXX-5", "2016-11-04"),
    )


def test_a_case_is_right_if_all_its_times_are_and_none_is_beside_them() -> None:
    one = case("x", row("It fell last week.", MODEL), "2016-11-07T00:00:00", True)
    assert right(one, found(one))
    more = case("x", row("It fell last week and rose today.", MODEL), "2016-11-07T00:00:00", True)
    assert not right(more, found(more))
    other = case("x", row("It fell next week.", MODEL), "2016-11-07T00:00:00", True)
    assert not right(other, found(other))


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("It fell last week.", "last week", ""),
        ("I'll go back Nov. 2", "Nov. 2", ""),
        ("I'll leave for three days", "three days", ""),
        ("It fell in the third quarter of 2017", "the third quarter of 2017", ""),
        ("It ran from 5 to 6 p.m.", "5 to 6 p.m.", ""),
        ("Cortana, book a call next week", "next week", "said to an assistant"),
        ("I'll go back Nov2", "Nov2", "typed shorthand"),
        ("I'll go back may twenty one", "may twenty one", "numbers in words where news has figures"),
        ("I'll go back on 22/04", "22/04", "numeric dates that American news does not write"),
        ("I'll go back at 7", "7", "a bare number as hour or day"),
        (
            "I'll go back in 5 minutes",
            "in 5 minutes",
            "hours counted from the hour of publication, which is not known",
        ),
        ("Show sales in week 12", "week 12", "numbered weeks"),
    ],
)
def test_what_is_left_out_by_the_words_of_a_case(text: str, words: str, why: str) -> None:
    assert left_out(row(text, {**MODEL, "Text": words})) == why


def test_what_is_left_out_by_its_flags() -> None:
    assert left_out(row("It fell.", NotSupported="javascript, python, java")) == ""
    flags = {"NotSupported": "javascript, python", "NotSupportedByDesign": "Java, dotnet"}
    assert left_out(row("It fell.", **flags)) == "unsupported on every platform"


def test_a_case_counts_once_and_needs_a_reference_date(tmp_path: Path) -> None:
    rows = [row("It fell last week.", MODEL), {"Input": "It fell.", "Results": []}]
    for name in ("DateTimeModel", "MergedParser", "DateParser", "DatePeriodParser", "DateTimeParser", "SetParser",
                 "DateTimePeriodParser", "DurationParser", "HolidayParser", "TimePeriodParser"):  # fmt: skip
        with gzip.open(tmp_path / f"{name}.json.gz", "wt", encoding="utf-8-sig") as file:
            json.dump(rows, file)
    assert [each.id for each in cases(tmp_path)] == ["DateTimeModel 0"]
    assert measure([tmp_path], left_out=False).figures == {"right": 100.0}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("It fell a month ago.", Reading("2016-10-07", "2016-10-07")),
        ("It fell three weeks ago.", Reading("2016-10-17", "2016-10-17")),
        ("It rang at 5 a.m.", Reading("T05", "05:00:00")),
        (
            "It grew over the last two weeks.",
            Reading("(2016-10-24,2016-11-07,P2W)", None, "2016-10-24", "2016-11-07"),
        ),
        (
            "It grew from 2007 to 2009.",
            Reading("(2007-01-01,2009-01-01,P2Y)", None, "2007-01-01", "2009-01-01"),
        ),
        ("It took a few hours.", Reading("PT3H", "10800")),
        ("It fell before early September.", Reading("XXXX-09", None, None, "2016-09-01")),
        ("It fell on Friday.", Reading("XXXX-WXX-5", "2016-11-04")),
        ("It took 24 months.", Reading("P2Y", "63072000")),
    ],
)
def test_values_that_mean_the_same(text: str, reading: Reading) -> None:
    assert means(ours(text), Expected(Span(0, len(text)), text, (reading,)))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("It fell a month ago.", Reading("2016-09-07", "2016-09-07")),
        ("It fell on Friday.", Reading("XXXX-WXX-5", "2016-11-11")),
        ("It rang at 5 a.m.", Reading("T17", "17:00:00")),
        ("It took 23 months.", Reading("P2Y", "63072000")),
        (
            "It grew from 2007 to 2009.",
            Reading("(2007-01-01,2010-01-01,P3Y)", None, "2007-01-01", "2010-12-01"),
        ),
        ("It fell in September.", Reading("XXXX-08", None, "2016-08-01", "2016-09-01")),
    ],
)
def test_values_that_do_not(text: str, reading: Reading) -> None:
    assert not means(ours(text), Expected(Span(0, len(text)), text, (reading,)))


def test_hours_and_lengths_are_written_alike() -> None:
    assert plain("2016-11-07T5") == "2016-11-07T05:00"
    assert plain("2016-11-07T23:00Z") == "2016-11-07T23:00"
    assert plain("PT5M") == "PT5M"
    assert in_days("PT12H") == 0.5
    assert in_days("P1W3D") == 10
    assert in_days("PXD") is None
