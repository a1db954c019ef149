"""Event chains across documents are counted as the literature does, and the corpora are read as their READMEs say."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.quality.sameness import Article, Corpus, Telling, compared, corpus, lemmas, reading, scores
from herodotus.data.documents import Span


def zipped(path: Path, *rows: dict) -> None:
    with gzip.open(path, "wt", encoding="utf8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)


def test_the_conll_figure_by_hand() -> None:
    # Gold {1 2 3} {4} {5}, found {1 2} {3 4} {5}.
    found = scores("xxxyz", "aabbc")
    # MUC: 1 of 2 links kept; of the 2 found, 1 is right: F1 1/2.
    assert found.muc.f1 == pytest.approx(1 / 2)
    # B-cubed: recall ((4 + 1) / 3 + 1 + 1) / 5, precision (2 + (1 + 1) / 2 + 1) / 5.
    assert (found.b_cubed.recall, found.b_cubed.precision) == (pytest.approx(11 / 15), pytest.approx(4 / 5))
    # CEAF-e: {1 2 3} with {1 2} 4/5, {4} with {3 4} 2/3, {5} with {5} 1, of 3 and of 3.
    assert found.ceaf.f1 == pytest.approx((4 / 5 + 2 / 3 + 1) / 3)
    b_cubed = 2 * (11 / 15) * (4 / 5) / (11 / 15 + 4 / 5)
    assert found.conll == pytest.approx(100 * (1 / 2 + b_cubed + (4 / 5 + 2 / 3 + 1) / 3) / 3)


def test_ecb_gives_the_validated_events_of_the_split(tmp_path: Path) -> None:
    document = {"topic": "2", "subtopic": "2ecb", "text": "A quake struck."}
    zipped(
        tmp_path / "documents.jsonl.gz",
        {"id": "2_1ecb", "split": "dev"} | document,
        {"id": "1_1ecb", "split": "train"} | document,
    )
    event = {"doc": "2_1ecb", "start": 2, "end": 7, "text": "quake", "cluster": "q", "kind": "event"}
    zipped(
        tmp_path / "mentions.jsonl.gz",
        event | {"split": "dev", "validated": True},
        event | {"split": "dev", "validated": False},
        event | {"split": "dev", "validated": True, "kind": "entity"},
        event | {"split": "train", "validated": True},
    )
    assert corpus(tmp_path, "dev") == Corpus(
        [Article("2_1ecb", "A quake struck.", None, "2", "2ecb")],
        [Telling("2_1ecb", Span(2, 7), "quake", "q")],
    )


def test_gvc_keeps_its_bins_apart(tmp_path: Path) -> None:
    mention = {"start": 0, "end": 4, "text": "Shot", "cluster": "0", "lumped": True}
    row = {
        "doc": "7_a",
        "split": "dev",
        "date": "2016-01-02",
        "incident": "7",
        "text": "Shot.",
        "mentions": [mention],
    }
    zipped(tmp_path / "documents.jsonl.gz", row)
    given = corpus(tmp_path, "dev")
    assert given.articles == [Article("7_a", "Shot.", "2016-01-02", "", "7")]
    assert given.tellings == [Telling("7_a", Span(0, 4), "Shot", "0", lumped=True)]


def telling(article: Article, word: str, chain: str, *, lumped: bool = False) -> Telling:
    at = article.text.index(word)
    return Telling(article.id, Span(at, at + len(word)), word, chain, lumped)


QUAKE = [
    Article("a", "A quake struck Bergen on Monday. The Bergen quake killed two.", None, "1", "1x"),
    Article("b", "Two died when a quake struck Bergen, officials in Bergen said.", None, "1", "1x"),
]


def test_a_lemma_is_that_of_the_head_word() -> None:
    told = [telling(QUAKE[0], "The Bergen quake", "q"), telling(QUAKE[0], "killed two", "k")]
    read = reading(QUAKE[0])
    by_word = {t.span.of(QUAKE[0].text): t.lemma for t in read.annotated.tokens}
    assert lemmas([read], told) == ["quake", by_word["killed"]]


def test_bins_count_as_chains_alone_and_not_at_all() -> None:
    told = [
        telling(QUAKE[0], "quake", "q"),
        telling(QUAKE[0], "struck", "0", lumped=True),
        telling(QUAKE[1], "quake", "q"),
        telling(QUAKE[1], "died", "0", lumped=True),
    ]
    result = compared(Corpus(QUAKE, told), [reading(article) for article in QUAKE])
    # The lemmas find {quake quake} {strike} {die}: right where the bin's two mentions are alone or left out.
    lemma = result.beside["lemma"]
    assert lemma == result.beside["family"]
    assert lemma["sorted CoNLL, bins alone"] == lemma["sorted CoNLL, bins left out"] == pytest.approx(100)
    assert lemma["sorted CoNLL"] < 100
    assert result.counts == {"documents": 2, "mentions": 4, "chains": 2}
