"""The counting of benchmarks/quality/statements.py on cases done by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality import statements
from benchmarks.quality.statements import Article, Counts, Found, Judgement


def gold(start: int, end: int, source: str = "Ada Lind", **more: object) -> dict[str, object]:
    row: dict[str, object] = {
        "id": "g",
        "source": source,
        "actor": "NOR",
        "cue": "said",
        "anchor": "",
        "evidence": None,
    }
    return row | {"start": start, "end": end, "stance": "asserts", "chain": []} | more


def found(start: int, end: int, source: str = "Ada Lind", **more: object) -> Found:
    plain = Found(source, "NOR", ((0, 4),), ((start, end),), "asserts", "none stated", ())
    return plain._replace(**more)


def counts(wanted: dict[str, object], *given: Found) -> Counts:
    result = Counts()
    list(statements.score(result, [wanted], given))
    return result


@pytest.mark.parametrize(("start", "end", "hit"), [(10, 20, 1), (15, 40, 1), (16, 40, 0), (21, 40, 0)])
def test_half_of_the_anchor_must_be_covered(start: int, end: int, hit: int) -> None:
    assert counts(gold(10, 20), found(start, end)).found == hit


def test_narration_finds_nothing() -> None:
    assert counts(gold(10, 20), found(10, 20, cue=())).found == 0


def test_a_refusal_is_found_by_its_cue() -> None:
    wanted = gold(0, 4, stance="declines")
    assert counts(wanted, found(30, 40, stance="declines")).stance == 1
    assert counts(wanted, found(30, 40)).found == 0


@pytest.mark.parametrize(
    ("want", "have", "country", "right"),
    [
        ("Ada Lind", "Ms Lind", "", True),
        ("Ada Lind", "Norway", "NOR", False),
        ("Ministry of Health of Norway", "Health ministry of Norway", "", True),
        ("Ministry of Health of Norway", "the minister", "NOR", True),
        ("Ministry of Health of Norway", "the minister", "SWE", False),
    ],
)
def test_a_source_is_right_by_its_name_or_for_bodies_by_its_country(
    want: str, have: str, country: str, right: bool
) -> None:
    assert statements.source_right(gold(0, 1, want), found(0, 1, have, country=country)) is right


def test_the_best_of_several_counts() -> None:
    result = counts(gold(10, 20), found(10, 20, "Bo Berg", country=""), found(10, 20))
    assert (result.found, result.source, result.stance) == (1, 1, 1)


def test_evidence_and_chain_count_where_the_gold_has_them() -> None:
    wanted = gold(10, 20, evidence="intelligence", chain=["AFP", "Ada Lind"])
    result = counts(wanted, found(10, 20, evidence="intelligence", chain=("AFP", "Ada Lind")))
    assert (result.evidence, result.evidence_gold, result.chain, result.chain_gold) == (1, 1, 1, 1)
    assert counts(gold(10, 20), found(10, 20)).evidence_gold == 0


def test_a_judgement_covers_the_same_cue_and_mostly_the_same_content() -> None:
    article = Article("a", "f" * 64, "x" * 99, (found(10, 20), found(10, 40), found(50, 60, cue=())))
    result = Counts()
    left = list(statements.judge(result, article, [Judgement((0, 4), (10, 21), True)]))
    assert (result.printed, result.judged, result.real, len(left)) == (2, 1, 1, 1)


def test_real_is_what_every_judge_calls_so() -> None:
    article = Article("a", "f" * 64, "x" * 99, (found(10, 20), found(50, 60)))
    first = [Judgement((0, 4), where, True) for where in ((10, 20), (50, 60))]
    second = [Judgement((0, 4), (10, 20), False, "second"), Judgement((0, 4), (50, 60), True, "second")]
    result = Counts()
    list(statements.judge(result, article, first + second))
    assert (result.judged, result.real, result.twice, result.agreed) == (2, 1, 2, 1)


def test_the_committed_judgements_hold_no_words() -> None:
    for line in statements.JUDGEMENTS.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        assert set(row) == {"document", "cue", "content", "real", "judge"}
        assert row["judge"] in {"author", "second"}
        assert len(row["document"]) == 64


def test_without_data_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert statements.main(["--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("skipped: no gold statements")


def test_the_output_of_annotate_is_read(tmp_path: Path) -> None:
    article = tmp_path / "0001.txt"
    article.write_text("The mayor said it rains.", encoding="utf8")
    source = {"spans": [[0, 9]], "entity": "e1", "name": "mayor", "actor": {"country": ["NOR", "SWE"]}}
    row = {
        "source": source,
        "cue": [[10, 14]],
        "content": [[15, 23]],
        "stance": "asserts",
        "evidence": "none stated",
    }
    line = {"id": "0001", "text": "The mayor said it rains.", "statements": [row | {"chain": []}]}
    (tmp_path / "out.jsonl").write_text(json.dumps(line), encoding="utf8")
    (read,) = statements.by_file(tmp_path / "out.jsonl", [article])
    assert read.statements[0].country == "NOR;SWE"
    assert read.statements[0].content == ((15, 23),)
