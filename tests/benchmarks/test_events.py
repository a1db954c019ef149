"""Types of events, given and for the sentence, on cases done by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from benchmarks.quality.events import Answer, Record, answer, confusions, likeliest, records, score, table
from benchmarks.quality.running import Skip
from herodotus.data.documents import Span
from training.splits import held

NAMES = ("AGREE", "REJECT")


def layers(*logits: tuple[float, float, float]) -> SimpleNamespace:
    """Words of three characters, a space between; the first number stands for no event."""
    words = [Span(4 * i, 4 * i + 3) for i in range(len(logits))]
    return SimpleNamespace(words=words, labels=SimpleNamespace(events=NAMES), events=np.array(logits))


def test_only_held_records_with_a_current_type_are_read(tmp_path: Path) -> None:
    rows = [
        {"id": str(n), "text": "a", "event_now": kind, "spans": {"event": [[0, 1]]}}
        for n, kind in enumerate(["AID", "AID", "AID", "AID", "AID", None])
    ]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert list(records(path)) == [Record("2", "a", "AID", [(0, 1)])]


def test_every_third_record_is_held() -> None:
    assert [n for n in range(9) if held(n)] == [2, 5, 8]


def test_the_words_of_the_event_decide_where_they_are_given() -> None:
    read = layers((9.0, 5.0, 0.0), (9.0, 0.0, 3.0))
    assert answer(Record("a", "", "REJECT", [(4, 7)]), read) == Answer("REJECT", "REJECT", "AGREE")


def test_evidence_adds_up_over_words() -> None:
    # log(3 e^2) = 3.1 against log(e^3 + 2) = 3.1: log 22.17 against log 22.09.
    assert likeliest(np.array([[2.0, 3.0], [2.0, 0.0], [2.0, 0.0]])) == 0


def test_accuracy_is_given_in_all_and_by_type() -> None:
    answers = [
        Answer("AGREE", "AGREE", "REJECT"),
        Answer("AGREE", "REJECT", "AGREE"),
        Answer("AID", "AID", "AID"),
    ]
    figures = score(answers)
    assert (figures["given"], figures["sentence"], figures["given AGREE"]) == (66.7, 66.7, 50.0)
    assert confusions(answers) == "AGREE taken for REJECT: 1"
    assert table(answers).splitlines()[2].split() == ["AGREE", "2", "50.0", "50.0"]


def test_a_model_without_the_layer_is_skipped() -> None:
    with pytest.raises(Skip, match="has no events"):
        answer(Record("a", "", "AID", []), SimpleNamespace(words=[]))
