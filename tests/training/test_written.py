"""The texts written for this project keep to their formats, and there are enough of each kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from training import written
from training.labels import CONFLICT, EVENTS, MARKABLES, NAMES
from training.sets import own
from training.written import Mark, Mention, Trigger

EVENT_SENTENCES = list(written.sentences(own.FOLDER / "events.txt", written.trigger))
MATERIEL = list(written.sentences(own.FOLDER / "materiel.txt", written.entity))
MESSAGES = list(written.sentences(own.FOLDER / "names.txt", written.name))
ARTICLES = list(written.articles(own.FOLDER / "chains.txt", written.mention))


def file(folder: Path, text: str) -> Path:
    path = folder / "few.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mark_becomes_an_offset(tmp_path: Path) -> None:
    path = file(tmp_path, "# a comment\nGuards [shot|ASSAULT|3] at a car, [aides say|-|2.5].\n")
    [(text, marks)] = written.sentences(path, written.trigger)
    assert text == "Guards shot at a car, aides say."
    assert marks == [Mark(7, 11, Trigger("ASSAULT", 3.0)), Mark(22, 31, Trigger("-", 2.5))]


def test_nested_marks_stand_in_the_order_in_which_they_end(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "# 1\n[The mayor of [Ribe|place|2]|person|1|-3] left.\n\n[She|person|1] is well.\n# 2\nRain.\n",
    )
    first, second = written.articles(path, written.mention)
    assert first == [
        (
            "The mayor of Ribe left.",
            [Mark(13, 17, Mention("place", "2", -1)), Mark(0, 17, Mention("person", "1", -3))],
        ),
        ("She is well.", [Mark(0, 3, Mention("person", "1", -1))]),
    ]
    assert second == [("Rain.", [])]


@pytest.mark.parametrize(
    "line",
    [
        "[a tank|MilitaryPlatform burned.",
        "a tank|MilitaryPlatform] burned.",
        "[a [Syrian|Nationality] tank|MilitaryPlatform] burned.",
        "[a tank|Tank] burned.",
        "[a tank] burned.",
        "[a tank|MilitaryPlatform|3] burned.",
        "[ a tank|MilitaryPlatform] burned.",
        "[|MilitaryPlatform] burned.",
    ],
)
def test_a_malformed_mark_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(written.sentences(file(tmp_path, f"# how\n{line}\n"), written.entity))


def test_heads_are_counted_from_the_end_of_a_mention(tmp_path: Path) -> None:
    path = file(tmp_path, "# 1\n[The mayor of [Ribe|place|2]|person|1|-3] left.\n\n[She|person|1] is well.\n")
    [example] = own.chains(path)
    kinds = {kind: number for number, kind in enumerate(MARKABLES)}
    assert example.words == ["The", "mayor", "of", "Ribe", "left", ".", "She", "is", "well", "."]
    assert example.markables == [
        (0, 4, 1, kinds["person"], "1"),
        (3, 4, 3, kinds["place"], "2"),
        (6, 7, 6, kinds["person"], "1"),
    ]


def test_every_predicate_has_a_factuality_on_the_scale() -> None:
    for text, marks in EVENT_SENTENCES:
        assert marks, text
        assert all(-3 <= mark.label.factuality <= 3 for mark in marks), text


def test_every_type_has_ninety_triggers_and_more() -> None:
    counts = Counter(mark.label.type for _, marks in EVENT_SENTENCES for mark in marks)
    assert {kind: counts[kind] for kind in EVENTS if counts[kind] < 90} == {}


@pytest.mark.parametrize(
    ("kind", "least"), [("Weapon", 500), ("MilitaryPlatform", 500), ("Vehicle", 150), ("Nationality", 120)]
)
def test_there_is_enough_materiel(kind: str, least: int) -> None:
    assert kind in CONFLICT
    assert sum(mark.label == kind for _, marks in MATERIEL for mark in marks) >= least


def test_many_sentences_have_no_materiel_at_all() -> None:
    materiel = {"Weapon", "MilitaryPlatform", "Vehicle"}
    assert sum(not materiel & {mark.label for mark in marks} for _, marks in MATERIEL) >= 200


def test_names_of_every_type_and_messages_without_any() -> None:
    counts = Counter(mark.label for _, marks in MESSAGES for mark in marks)
    assert min(counts[kind] for kind in NAMES) >= 150
    assert sum(not marks for _, marks in MESSAGES) >= 200


def test_chains_keep_their_type_and_their_heads_lie_inside() -> None:
    for number, paragraphs in enumerate(ARTICLES, 1):
        types: dict[str, str] = {}
        for text, marks in paragraphs:
            for start, end, label in marks:
                assert types.setdefault(label.chain, label.type) == label.type, (number, text[start:end])
                assert -len(text[start:end]) <= label.head < 0, (number, text[start:end])


def test_half_of_the_mentions_are_in_chains() -> None:
    alone = together = 0
    for paragraphs in ARTICLES:
        sizes = Counter(mark.label.chain for _, marks in paragraphs for mark in marks)
        alone += sum(size == 1 for size in sizes.values())
        together += sum(size for size in sizes.values() if size > 1)
    assert len(ARTICLES) >= 150
    assert together >= alone


@pytest.mark.parametrize("texts", [EVENT_SENTENCES, MATERIEL, MESSAGES], ids=["events", "materiel", "names"])
def test_no_sentence_comes_twice(texts: list) -> None:
    counts = Counter(text.casefold() for text, _ in texts)
    assert [text for text, times in counts.items() if times > 1] == []
