"""The sentences written for this project keep to their format."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training.written import written

FILE = Path(__file__).parents[2] / "training" / "written" / "events.txt"
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def test_a_mark_becomes_an_offset(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text("# a comment\nGuards [shot|ASSAULT|3] at a car, [aides say|-|2.5].\n", encoding="utf-8")
    [(text, triggers)] = written(file)
    assert text == "Guards shot at a car, aides say."
    assert triggers == [(7, 11, "ASSAULT", 3.0), (22, 31, "-", 2.5)]


def test_a_broken_mark_is_told(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text("Guards [shot|ASSAULT] at a car.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        list(written(file))


def test_types_and_factuality_are_known() -> None:
    for text, triggers in written(FILE):
        assert triggers, text
        assert {kind for *_, kind, _ in triggers} <= TYPES | {"-"}, text
        assert all(-3 <= factuality <= 3 for *_, factuality in triggers), text


def test_every_type_has_sixty_triggers_and_more() -> None:
    counts = Counter(kind for _, triggers in written(FILE) for *_, kind, _ in triggers)
    assert {kind: counts[kind] for kind in TYPES if counts[kind] < 60} == {}


def test_no_sentence_comes_twice() -> None:
    texts = Counter(text.casefold() for text, _ in written(FILE))
    assert [text for text, times in texts.items() if times > 1] == []
