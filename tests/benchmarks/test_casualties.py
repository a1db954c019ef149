"""Pairs, verdicts and scores of the casualties benchmark against figures worked out by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality import casualties
from benchmarks.quality.casualties import Pair, pairs, report, scores


def incident(killed: int, injured: int, *people: tuple[str, str]) -> dict[str, object]:
    return {
        "incident": "1",
        "n_killed": killed,
        "n_injured": injured,
        "participants": [{"type": kind, "status": status} for kind, status in people],
    }


def test_who_died_after_the_report_is_no_error_of_reading() -> None:
    found = pairs(incident(2, 3), "a", {"killed": 1.0, "injured": 4.0})
    assert [pair.verdict for pair in found] == ["died later", "died later"]


def test_a_figure_without_the_suspects_is_told_apart() -> None:
    suspect = ("Subject-Suspect", "Killed")
    found = pairs(incident(3, 0, suspect), "a", {"killed": 2.0})
    assert (found[0].verdict, found[0].suspects) == ("without attacker", 1)


def test_a_judgement_goes_before_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casualties, "judgements", lambda: {("a", "killed", 1.0): "reading"})
    found = pairs(incident(2, 3), "a", {"killed": 1.0, "injured": 4.0})
    assert [pair.verdict for pair in found] == ["reading", "died later"]


def test_a_judgement_holds_for_its_figure_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casualties, "judgements", lambda: {("a", "killed", 5.0): "record"})
    assert pairs(incident(2, 0), "a", {"killed": 5.0})[0].verdict == "record"
    assert pairs(incident(2, 0), "a", {"killed": 6.0})[0].verdict == ""


def test_scores_by_hand() -> None:
    found = [
        Pair("a", "killed", 1, 0, 1.0, "right"),
        Pair("a", "injured", 2, 0, None, "unsaid"),
        Pair("b", "killed", 3, 0, 2.0, "stage"),
        Pair("b", "injured", 1, 0, 4.0, "reading"),
        Pair("c", "killed", 1, 0, 2.0, ""),
        Pair("c", "injured", 0, 0, 0.0, "right"),
    ]
    shown = scores(found)
    assert shown["precision"] == pytest.approx(40.0)  # 2 of 5 given
    assert shown["recall"] == pytest.approx(20.0)  # 1 of 5 that the record has
    assert shown["precision sorted"] == pytest.approx(60.0)
    assert shown["precision estimated"] == pytest.approx(
        70.0
    )  # half of the judged are real: half of one more
    assert shown["recall sorted"] == pytest.approx(50.0)  # 2 of 4, the unsaid one left out


def test_the_report_names_what_is_not_judged() -> None:
    result = report([Pair("c", "killed", 1, 0, 2.0)], unjudged=True)
    assert "not judged 1" in result.text
    assert json.loads(result.text.splitlines()[-1]) == {
        "article": "c", "kind": "killed", "figure": 2.0, "verdict": "",
    }  # fmt: skip


def test_halves_and_samples_are_fixed_by_the_id(tmp_path: Path) -> None:
    path = tmp_path / "incidents.jsonl.gz"
    with gzip.open(path, "wt") as lines:
        lines.writelines(json.dumps({"incident": str(n)}) + "\n" for n in range(40))
    dev = [i["incident"] for i in casualties.incidents([path], "dev", 1)]
    test = [i["incident"] for i in casualties.incidents([path], "test", 1)]
    final = [i["incident"] for i in casualties.incidents([path], "final", 1)]
    assert set(final) < set(test)
    assert sorted([*dev, *test], key=int) == [str(n) for n in range(40)]
    assert {casualties.half(i) for i in dev} == {"dev"}
    assert {i["incident"] for i in casualties.incidents([path], "both", 10)} < {*dev, *test}


def test_every_committed_judgement_has_a_known_verdict_and_no_words() -> None:
    lines = casualties.JUDGEMENTS.read_text(encoding="utf8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["verdict"] for row in rows} <= casualties.REAL | {"reading", "unsaid"}
    assert all(set(row) == {"article", "kind", "figure", "verdict"} for row in rows)


def test_the_headline_is_read_with_the_text() -> None:
    article = {
        "id": "a",
        "title": "Two killed in raid",
        "text": "The raid came at dawn.",
        "date": "2021-05-20",
    }
    found = casualties.document(article)
    assert found is not None
    assert found.text.startswith("Two killed in raid\n\n")
    assert not any(region.span.start == 0 for region in found.regions)
