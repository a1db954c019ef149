"""Copies and credits are counted on cases done by hand, and the judgements are what they say they are."""

from __future__ import annotations

import pytest

from benchmarks.quality import wire
from benchmarks.quality.wire import Credited, Judged


def test_f1_of_pairs() -> None:
    # Four pairs of one text, three found, and one of the others taken for one.
    found = [(True, True)] * 3 + [(True, False), (False, True), (False, False)]
    assert wire.f1(found) == {"precision": 75.0, "recall": 75.0, "F1": 75.0}


def test_where_nothing_is_there_there_is_no_figure() -> None:
    assert wire.f1([]) == {"precision": None, "recall": None, "F1": None}


def test_jaccard_of_rows_of_five_words() -> None:
    # Three rows each, two of them in both: 2 of 4.
    assert wire.jaccard("a b c d e f g", "x b c d e f g") == pytest.approx(2 / 4)


def test_parts_are_counted_apart() -> None:
    pairs = [
        Judged("1", "2", "dev", "copy", "copy", 0.9),
        Judged("1", "3", "test", "version", "apart", 0.2),
        Judged("2", "3", "test", "quotes", "apart", 0.1),
    ]
    figures = wire.copied(pairs, lambda pair: pair.found == "copy")
    assert (figures["dev F1"], figures["test recall"], figures["harder F1"]) == (100.0, 0.0, None)


def test_copies_are_told_from_parts() -> None:
    found = [("copy", "copy"), ("version", "copy"), ("part", "part"), ("copy", "apart"), ("own", "copy")]
    assert wire.kinds(Judged("1", "2", "dev", v, f, 0.5) for v, f in found) == 50.0


def test_the_best_jaccard_is_that_of_the_lowest_pair_that_is_one_text() -> None:
    pairs = [Judged("1", "2", "dev", v, "", j) for v, j in (("copy", 0.9), ("part", 0.3), ("own", 0.2))]
    assert wire.best(pairs) == 0.3


def test_credits_are_right_wrong_or_missed() -> None:
    pages = [
        Credited("1", ("Reuters",), "byline", "Reuters", False),
        Credited("2", ("CNN", "Associated Press"), "byline", "Associated Press", False),
        Credited("3", ("Reuters",), "dateline", None, False),
        Credited("4", (), "", "Reuters", False),
    ]
    assert wire.named(pages, "credit") == {
        "credit precision": pytest.approx(100 * 2 / 3),
        "credit recall": pytest.approx(100 * 2 / 3),
    }


def test_no_pair_is_judged_twice_and_no_text_is_kept() -> None:
    rows = wire.judgements("wire.jsonl")
    assert len({frozenset((row["a"], row["b"])) for row in rows}) == len(rows) == 276
    assert {key for row in rows for key in row} == {"a", "b", "drawn", "verdict", "agency"}
    assert {row["verdict"] for row in rows} == wire.ONE_TEXT | {"quotes", "furniture", "own", "recapture"}
    pages = wire.judgements("wire_credits.jsonl")
    assert len({page["article"] for page in pages}) == len(pages)
