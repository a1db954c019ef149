"""The sentences written for the entity head: that they parse, and that there are enough of each kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training.labels import CONFLICT
from training.written_entities import entities

MATERIEL = Path(__file__).parents[2] / "training" / "written" / "materiel.txt"

Sentences = list[tuple[str, list[tuple[int, int, str]]]]


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return list(entities(MATERIEL))


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "few.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_marks_become_offsets(tmp_path: Path) -> None:
    file = written(tmp_path, "# how\n\n[Two|Quantity] [tanks|MilitaryPlatform] burned.\n")
    assert list(entities(file)) == [("Two tanks burned.", [(0, 3, "Quantity"), (4, 9, "MilitaryPlatform")])]


@pytest.mark.parametrize(
    "line",
    [
        "[a tank|MilitaryPlatform burned.",
        "a tank|MilitaryPlatform] burned.",
        "[a [Syrian|Nationality] tank|MilitaryPlatform] burned.",
        "[a tank|Tank] burned.",
        "[ a tank|MilitaryPlatform] burned.",
        "[|MilitaryPlatform] burned.",
    ],
)
def test_a_malformed_mark_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(entities(written(tmp_path, f"# how\n{line}\n")))


def test_every_span_holds_words_of_a_known_type(sentences: Sentences) -> None:
    for text, found in sentences:
        assert all(
            kind in CONFLICT and text[start:end].strip() == text[start:end] != ""
            for start, end, kind in found
        )


def test_spans_stand_in_order_and_apart(sentences: Sentences) -> None:
    for text, found in sentences:
        ends = [0, *(end for _, end, _ in found)]
        assert all(start >= before for before, (start, _, _) in zip(ends, found, strict=False)), text


def test_no_sentence_stands_twice(sentences: Sentences) -> None:
    counts = Counter(text for text, _ in sentences)
    assert [text for text, count in counts.items() if count > 1] == []


def test_there_are_enough_sentences(sentences: Sentences) -> None:
    assert len(sentences) >= 700


@pytest.mark.parametrize(
    ("kind", "least"), [("Weapon", 250), ("MilitaryPlatform", 250), ("Vehicle", 80), ("Nationality", 120)]
)
def test_there_are_enough_mentions(sentences: Sentences, kind: str, least: int) -> None:
    assert sum(found == kind for _, spans in sentences for *_, found in spans) >= least


def test_many_sentences_have_no_weapon_at_all(sentences: Sentences) -> None:
    materiel = {"Weapon", "MilitaryPlatform", "Vehicle"}
    assert sum(not materiel & {kind for *_, kind in found} for _, found in sentences) >= 100
