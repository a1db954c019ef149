"""Cells and scores of the differences benchmark against figures worked out by hand."""

from __future__ import annotations

from benchmarks.quality import differences
from benchmarks.quality.differences import MISREAD, Cell, cells, scores
from herodotus.crossdoc.counts import Account
from herodotus.data.claims import DifferenceClass
from tests.builders import casualty_account


def cell(judged: str, given: str, half: str = "dev", *, told: bool = True) -> Cell:
    return Cell(("a", "b"), "killed", half, judged, given, told)


def test_scores_by_hand() -> None:
    found = [
        cell("conflict", "conflict"),
        cell("conflict", "update over time"),
        cell("same", "same", "test", told=False),
        cell(MISREAD, "conflict"),
        cell(MISREAD, "conflict", "fresh", told=False),
    ]
    shown = scores(found)
    assert shown["accuracy"] == 100 * 2 / 3
    assert (shown["accuracy, dev"], shown["accuracy, test"], shown["accuracy, fresh"]) == (50.0, 100.0, None)
    assert shown["told, read right"] == 100 * 2 / 3
    assert shown["told, all right"] == 100 * 1 / 3
    assert shown["last told, all right"] is None
    assert (shown["conflict"], shown["same"]) == (50.0, 100.0)
    assert MISREAD not in shown


def known(**killed: float) -> dict[str, Account]:
    return {name: casualty_account(name, killed=figure) for name, figure in killed.items()}


def test_a_judgement_holds_for_its_figures_only() -> None:
    row = {"articles": ["a", "b"], "kind": "killed", "figures": [3.0, 4.0], "class": "conflict"}
    halves = {"a": "dev", "b": "dev"}
    (found,) = cells([row], known(a=3.0, b=4.0), halves)
    assert (found.given, found.right) == ("conflict", True)
    assert list(cells([row], known(a=3.0, b=5.0), halves)) == []


def test_every_committed_judgement_has_a_known_class_and_no_words() -> None:
    rows = differences.judgements()
    known_classes = {kind.value for kind in DifferenceClass} | {differences.SAME, MISREAD}
    assert {row["class"] for row in rows} <= known_classes
    assert all(set(row) - {"draw"} == {"articles", "kind", "figures", "class"} for row in rows)
    assert sum(row["class"] != MISREAD for row in rows) >= 100
