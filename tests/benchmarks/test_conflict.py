"""Weapons and platforms: exact spans, and what is unconfirmed counts neither way."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.quality.conflict import Article, articles, score

WEAPON, PLATFORM, PLACE = (0, 4, "Weapon"), (5, 9, "MilitaryPlatform"), (10, 14, "Location")
TOGETHER = "Weapon + MilitaryPlatform"


def test_the_headline_is_of_two_types_together() -> None:
    figures = score(
        [(Article("a", "", {WEAPON, PLATFORM, PLACE}, set()), {WEAPON, (5, 8, "MilitaryPlatform")})]
    )
    # One of two annotated and one of two predicted; the place is missed, but is no part of it.
    assert figures == {TOGETHER: 50.0, "Weapon": 100.0, "MilitaryPlatform": 0.0, "Location": 0.0}


def test_unconfirmed_entities_count_neither_way() -> None:
    article = Article("a", "", {WEAPON}, {PLATFORM, PLACE, WEAPON})
    assert score([(article, {WEAPON, PLATFORM})])[TOGETHER] == 100.0
    assert score([(article, {WEAPON})])[TOGETHER] == 100.0


def test_only_the_very_span_and_type_is_excused() -> None:
    article = Article("a", "", {WEAPON}, {PLATFORM})
    assert score([(article, {WEAPON, (5, 8, "MilitaryPlatform")})])[TOGETHER] == 66.7
    assert score([(article, {WEAPON, (5, 9, "Weapon")})])[TOGETHER] == 66.7


def test_a_type_that_never_occurs_has_no_figure() -> None:
    assert score([(Article("a", "", {WEAPON}, set()), {WEAPON})])["MilitaryPlatform"] is None


def test_every_tenth_document_is_held(tmp_path: Path) -> None:
    entities = [
        {"start": 0, "end": 4, "type": "Weapon", "confidence": 0.8},
        {"start": 5, "end": 9, "type": "Weapon", "confidence": 0},
    ]
    rows = [{"id": str(n), "text": "t", "entities": entities} for n in range(12)]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert list(articles(path)) == [Article("9", "t", {(0, 4, "Weapon")}, {(5, 9, "Weapon")})]
