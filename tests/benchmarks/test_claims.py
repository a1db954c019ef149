"""Groups of propositions are counted by pairs and by proposition, and judged ones are found again where they stand."""

from __future__ import annotations

import pytest

from benchmarks.quality.claims import JUDGEMENTS, Judged, agreement, judged, labels, measure
from herodotus.crossdoc.propositions import propositions
from tests.builders import Happening, Said, reading


def test_pairs_are_counted_within_a_story() -> None:
    # Judged: a, b | c, d; found a, b, c | d: one pair in both, two judged, three found.
    figures = agreement([(["x", "x", "y", "y"], [0, 0, 0, 1]), (["x"], [0])])
    assert figures["precision"] == pytest.approx(100 / 3)
    assert figures["recall"] == pytest.approx(50)
    assert figures["pairs"] == pytest.approx(40)


def test_what_was_not_judged_is_left_out() -> None:
    assert agreement([(["x", None, "x"], [0, 0, 0])])["pairs"] == 100


def test_propositions_are_found_again_by_their_places() -> None:
    event = Happening("TRANSFER", "shipped", "NOR", "SWE")
    made = reading("a", Said("Norway shipped rifles to Sweden", "Ida Holm", events=(event,)))
    found = propositions([made])
    row = Judged("s", ("a",), ((("a", 7, 0, 0),), (("a", -1, 500, 0),)))
    assert labels(row, found) == ["0"]


def test_every_story_is_judged_once_and_every_place_too() -> None:
    rows = judged()
    assert len({row.story for row in rows}) == len(rows)
    for row in rows:
        places = [at for group in row.groups for at in group]
        assert len(set(places)) == len(places)


def test_reports_on_arms_keep_their_floor() -> None:
    result = measure([JUDGEMENTS.with_name("reports.jsonl")])
    assert result.counts["stories"] == 6
    assert (result.figures["pairs"] or 0) >= 41
    assert (result.figures["B-cubed"] or 0) >= 74
