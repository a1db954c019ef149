"""Pairs of claims are counted as the papers of the two sets do."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import claimpairs
from benchmarks.quality.claimpairs import Scored
from benchmarks.quality.running import Skip


def zipped(folder: Path, *rows: dict) -> Path:
    path = folder / "set.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def pairs(group: str, *given: tuple[bool, float]) -> list[Scored]:
    return [Scored(group, gold, {"": score}) for gold, score in given]


def test_f1_and_balanced_accuracy_by_hand() -> None:
    gold, found = [True, True, False, False, False], [True, False, True, False, False]
    assert claimpairs.f1(gold, found) == pytest.approx(0.5)  # 2 * 1 / (2 + 2)
    assert claimpairs.balanced(gold, found) == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert claimpairs.f1([False], [False]) == 0


def test_the_lowest_of_equal_thresholds_is_taken() -> None:
    given = pairs("q", (True, 0.8), (False, 0.4))
    assert claimpairs.threshold(given, "", claimpairs.balanced) == pytest.approx(0.41)


def test_a_half_is_found_by_the_threshold_of_the_other() -> None:
    # Best on a: 0.41, on b: 0.71; so b's 0.5 counts as found (wrongly) and a's 0.6 as missed.
    a, b = pairs("a", (True, 0.6), (False, 0.4)), pairs("b", (True, 0.9), (False, 0.7))
    assert claimpairs.halved(a + b, "") == pytest.approx(2 * 1 / (2 + 2))


def test_questions_that_choose_are_not_measured() -> None:
    chosen = [pairs(q, (True, 0.8), (False, 0.2)) for q in ("Q2", "Q3", "Q5", "Q6")]  # 0.21 on each
    rest = [pairs("Q4", (True, 0.3), (False, 0.1)), pairs("Q7", (True, 0.1), (False, 0.3))]
    every = [pair for of in [*chosen, *rest] for pair in of]
    assert claimpairs.answered(every, "", claimpairs.balanced) == pytest.approx(0.5)


def test_claims_of_two_articles_are_read_and_compared(tmp_path: Path) -> None:
    fire = "The fire in the timber yard of Vesterhavn killed two men, the police said."
    same = "Two men died in the fire in the timber yard of Vesterhavn."
    other = "The choir of Oslo sings in the new opera house on Sunday."
    row = {"topic": "fire", "claim_a": fire}
    rows = [
        row | {"claim_b": same, "relation": "strengthen"},
        row | {"claim_b": other, "relation": "unrelated"},
    ]
    result = claimpairs.measure([zipped(tmp_path, *rows)])
    assert result.counts == {"pairs": 2, "related": 1, "weakened": 0}
    assert result.figures["related"] == 100
    assert result.figures["bearing"] == result.figures["bearing majority"] == 100


def test_answers_are_paired_within_their_question(tmp_path: Path) -> None:
    answers = [
        {"group": 1, "answer": "two years"},
        {"group": 1, "answer": "for two years"},
        {"group": 2, "answer": "rain"},
    ]
    rows = [{"id": name, "answers": answers} for name in ("Q2", "Q4")]
    result = claimpairs.measure([zipped(tmp_path, *rows)])
    assert result.counts == {"questions": 2, "pairs": 6, "same": 2}
    assert result.figures == {"same balanced": 100, "same F1": 100}


def test_another_set_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(Skip):
        claimpairs.measure([zipped(tmp_path, {"id": "1", "text": "It rained."})])
