"""Groups of articles are counted as the literature does, and the sets are read as their READMEs say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import stories
from benchmarks.quality.running import Skip


def zipped(folder: Path, *rows: dict) -> Path:
    path = folder / "set.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_the_same_groups_score_all() -> None:
    assert stories.score(["x", "x", "y"], ["1", "1", "2"]) == {
        "B-cubed": 100,
        "precision": 100,
        "recall": 100,
        "adjusted Rand": 100,
    }


def test_groups_are_counted_by_article() -> None:
    # a, b | c, d found as a, b, c | d: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4.
    figures = stories.score(["x", "x", "y", "y"], ["1", "1", "1", "2"])
    assert figures["precision"] == pytest.approx(100 * 2 / 3)
    assert figures["recall"] == pytest.approx(75)
    assert figures["B-cubed"] == pytest.approx(100 * 2 * (2 / 3 * 0.75) / (2 / 3 + 0.75))
    # Pairs: 1 in both, 2 annotated, 3 found, of 6; by chance 1; (1 - 1) / (2.5 - 1).
    assert figures["adjusted Rand"] == pytest.approx(0)


def test_thin_articles_are_left_out(tmp_path: Path) -> None:
    row = {"id": "a1", "event": "g1", "event_name": "never given", "title": "Rain", "text": "It rained."}
    rest = {"domain": "example.org", "url": "https://example.org/1", "date": "2020-01-02 10:00:00"}
    path = zipped(tmp_path, row | rest | {"thin": False}, row | rest | {"thin": True})
    [one] = stories.articles(path)
    assert one.group == "g1"
    assert "event_name" not in one.fields
    assert one.fields["publisher"] == "example.org"


def test_a_set_without_groups_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(Skip):
        list(stories.articles(zipped(tmp_path, {"id": "1", "text": "It rained."})))


def test_articles_are_read_and_grouped_by_the_product(tmp_path: Path) -> None:
    fire = "A fire destroyed the timber yard of Vesterhavn on Monday, the fire chief Ida Holm said. Nobody was hurt."
    vote = "Parliament in Oslo passed the fisheries bill by 90 votes to 70 on Tuesday, the speaker Per Aasen said."
    rows = [
        {"id": f"{n}", "subtopic": group, "text": text}
        for n, (group, text) in enumerate([("1a", fire), ("1b", vote), ("1a", fire + " The yard is old.")])
    ]
    result = stories.measure([zipped(tmp_path, *rows)])
    assert result.figures["B-cubed"] == 100
    assert result.counts == {"articles": 3, "groups": 2, "stories": 2}
