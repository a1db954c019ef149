"""The benchmark of actors on mentions small enough to count by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.quality.actors import (
    Article,
    Participant,
    agreement,
    articles,
    by_actor,
    by_words,
    compared,
    owners,
    participants,
    shared,
)
from herodotus.data.annotations import Annotated, Entity, Form, Kind, Mention, Token
from herodotus.data.documents import Document, Span
from herodotus.data.statements import Reading

NO_VECTORS = np.zeros((0, 384), np.float32)


def gold(*rows: tuple[str, str, str]) -> list[Participant]:
    """Document, words and chain of each mention."""
    return [Participant(document, Span(0, len(words)), words, chain) for document, words, chain in rows]


FOUR = gold(("a", "Holm", "1"), ("a", "she", "1"), ("b", "Holm", "1"), ("b", "Aasen", "2"))
ONE_STORY = {"a": "s", "b": "s"}


def test_the_same_words_are_the_same_for_the_baseline() -> None:
    # Found: {Holm, Holm}, {she}, {Aasen}. Recall: (2 x 2/3 + 1/3 + 1) / 4 = 2/3; all that is found is right.
    measure = agreement(FOUR, by_words(FOUR, ONE_STORY))
    assert (measure.recall, measure.precision) == (pytest.approx(2 / 3), 1.0)


def test_no_words_are_the_same_across_groups() -> None:
    # All four alone: recall (3 x 1/3 + 1) / 4 = 1/2.
    assert agreement(FOUR, by_words(FOUR, {"a": "s", "b": "t"})).recall == pytest.approx(1 / 2)


def test_case_does_not_count_for_the_baseline() -> None:
    two = gold(("a", "HOLM", "1"), ("b", "Holm", "1"))
    assert agreement(two, by_words(two, ONE_STORY)).f1 == 1.0


def test_a_mention_without_an_entity_stands_alone() -> None:
    # Found: {Holm, she, Aasen}, {Holm}: recall (2 x 2/3 + 1/3 + 1) / 4 = 2/3; precision (2 x 2/3 + 1/3 + 1) / 4.
    actor = {("a", "e1"): "x", ("b", "e1"): "x"}
    measure = agreement(FOUR, by_actor(FOUR, ["e1", "e1", None, "e1"], actor))
    assert (measure.recall, measure.precision) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_letters_in_common() -> None:
    assert (shared(Span(0, 4), Span(2, 8)), shared(Span(0, 4), Span(4, 8))) == (0.25, 0.0)


def test_a_mention_belongs_to_the_entity_with_its_head_word() -> None:
    # "envoy" is the head of "Danish envoy" and of what the entity is called, "Danish" belongs to the country.
    assert owners(RECORD, [Span(0, 12), Span(7, 12), Span(0, 6), Span(13, 17)]) == ["e1", "e1", "e2", None]


def record(document: str) -> Annotated:
    text = "Danish envoy left"
    tokens = (
        Token(Span(0, 6), "Danish", "ADJ", 1, "amod"),
        Token(Span(7, 12), "envoy", "NOUN", 2, "nsubj"),
        Token(Span(13, 17), "leave", "VERB", 2, "root"),
    )
    people = (
        Entity("e1", Kind.PERSON, "envoy", (), (Mention(Span(0, 12), Kind.PERSON, Form.NOMINAL),)),
        Entity("e2", Kind.COUNTRY, "Denmark", ("DNK",), (Mention(Span(0, 6), Kind.COUNTRY, Form.NAMED),)),
    )
    return Annotated(
        Document(document, document, "", text),
        (),
        tokens,
        (),
        (),
        (),
        (),
        NO_VECTORS,
        people,
        participants=people,
    )


RECORD = record("a")


def test_figures_stand_beside_those_of_the_words() -> None:
    corpus = [Article("a", "", "1", "1x"), Article("b", "", "1", "1y")]
    mentions = [
        Participant("a", Span(7, 12), "envoy", "1"),
        Participant("b", Span(0, 12), "Danish envoy", "1"),
    ]
    result = compared(corpus, mentions, [Reading(record(i), (), ()) for i in "ab"])
    # Apart by subtopic: each mention finds half of its chain. Together by topic ours finds all, the words do not.
    assert (result.figures["subtopic recall"], result.figures["topic F1"]) == (50.0, 100.0)
    assert result.beside["words"]["topic recall"] == 50.0
    assert result.figures["topic gain"] == pytest.approx(100 - 100 * 2 / 3)


def test_only_human_participants_of_validated_sentences_count(tmp_path: Path) -> None:
    row = {"doc": "a", "start": 0, "end": 4, "text": "Holm", "cluster": "1", "split": "dev"}
    kinds = [("HUMAN_PART_PER", True), ("HUMAN_PART_PER", False), ("LOC_GEO", True)]
    write(tmp_path / "mentions.jsonl.gz", [{**row, "type": t, "validated": v} for t, v in kinds])
    assert participants(tmp_path, "dev") == gold(("a", "Holm", "1"))
    assert participants(tmp_path, "train") == []


def test_articles_know_their_groups(tmp_path: Path) -> None:
    write(
        tmp_path / "documents.jsonl.gz",
        [{"id": "a", "text": "", "topic": 1, "subtopic": "1x", "split": "dev"}],
    )
    (one,) = articles(tmp_path, "dev")
    assert [one.group(setting) for setting in ("subtopic", "topic", "all")] == ["1x", "1", ""]


def write(path: Path, rows: list[dict[str, object]]) -> None:
    with gzip.open(path, "wt", encoding="utf8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
