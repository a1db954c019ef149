"""Dates out of GUM's markup, and which of our expressions are counted against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.quality import gum
from benchmarks.quality.conllu import documents
from benchmarks.quality.dates import placed
from herodotus.annotation import times
from herodotus.data.documents import Span
from tests.benchmarks.rows import written


def test_dates_and_times_are_marked_by_their_elements(tmp_path: Path) -> None:
    rows = (
        ("noon", 'XML=<time when:::"12:00"></time>'),
        ("on", "_"),
        ("20", 'XML=<ref><date when:::"2021-05-20">'),
        ("May", "SpaceAfter=No|XML=</date></ref>"),
        (".", 'XML=<dateline who:::"x"></dateline>'),
    )
    (document,) = documents(written(tmp_path, rows))
    assert [document.text[a:b] for a, b in gum.dates(document)] == ["noon", "20 May"]


def test_the_outer_of_nested_elements_counts(tmp_path: Path) -> None:
    rows = (("2:30", "XML=<date><time></time>"), ("Tuesday", "XML=</date>"))
    (document,) = documents(written(tmp_path, rows))
    assert [document.text[a:b] for a, b in gum.dates(document)] == ["2:30 Tuesday"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It fell on 3 May.", True),
        ("It rang at 5:34 a.m. on Thursday.", True),
        ("It grew over the past two weeks.", True),
        ("It grew over the past few days.", True),
        ("It lasted two weeks.", False),
        ("It opens every Tuesday.", False),
        ("It is open now.", False),
        ("It fell two hours later.", False),
    ],
)
def test_only_what_lies_on_a_calendar_or_clock_is_counted(text: str, counted: bool) -> None:
    (found,) = times.find(text, [Span(0, len(text))], times.Anchor(date(2018, 1, 5)))
    assert placed(found) is counted
