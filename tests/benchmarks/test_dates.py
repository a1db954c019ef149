"""Dates out of GUM's markup, and which of our expressions are counted against them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.quality import gum
from benchmarks.quality.conllu import documents
from benchmarks.quality.dates import placed, valued
from benchmarks.quality.gum import Marked
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
    assert [document.text[slice(*m.span)] for m in gum.dates(document)] == ["noon", "20 May"]


def test_the_outer_of_nested_elements_counts(tmp_path: Path) -> None:
    rows = (("2:30", "XML=<date><time></time>"), ("Tuesday", "XML=</date>"))
    (document,) = documents(written(tmp_path, rows))
    assert [document.text[slice(*m.span)] for m in gum.dates(document)] == ["2:30 Tuesday"]


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


@pytest.mark.parametrize(
    ("text", "attributes", "same"),
    [
        ("It fell on 3 May 2017.", {"when": "2017-05-03"}, True),
        ("It fell on 3 May 2017.", {"when": "2017-05-04"}, False),
        ("It fell in May 2017.", {"when": "2017-05"}, True),
        ("It fell in the summer of 2017.", {"from": "2017-06-01", "to": "2017-08-31"}, True),
        ("It fell in the summer of 2017.", {"from": "2017-06-01", "to": "2017-09-30"}, False),
        ("It grew over the past few days.", {"notAfter": "2018-01-05"}, True),
        ("It stood in the 19th century.", {"from": "1800", "to": "1899"}, True),
        ("It rang at 5:34 a.m.", {"when": "05:34:00"}, True),
        ("It rang at 5:34 a.m.", {"when": "17:34:00"}, False),
        ("It fell in 490 BC.", {"when": "-490"}, True),
        ("It fell on 3 May 2017.", {}, False),
    ],
)
def test_values_are_compared_with_the_attributes(text: str, attributes: dict[str, str], same: bool) -> None:
    (found,) = times.find(text, [Span(0, len(text))], times.Anchor(date(2018, 1, 5)))
    assert valued(found, Marked((0, len(text)), attributes)) is same


def test_the_attributes_are_those_of_the_outer_element(tmp_path: Path) -> None:
    rows = (
        ("2:30", 'XML=<date when:::"2021-05-20"><time when:::"02:30:00"></time>'),
        ("Tuesday", "XML=</date>"),
    )
    (document,) = documents(written(tmp_path, rows))
    assert [m.attributes for m in gum.dates(document)] == [{"when": "2021-05-20"}]
