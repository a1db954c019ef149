"""Tolls read with the shipped model out of invented sentences."""

from __future__ import annotations

from functools import cache

import pytest

from herodotus import annotation, resolution
from herodotus.data.documents import Document
from herodotus.data.tolls import Outcome, Toll, Total
from herodotus.events import harmwords, tolls, totals
from herodotus.models.reader import shipped

AFTER = (
    "\n\nThe mayor spoke to reporters in the town hall on Tuesday evening and thanked the rescue workers. "
    "He said that the council would meet again on Thursday to talk about the budget for the coming year. "
    "The regional government has promised to pay for new street lamps, which were first planned three years ago. "
    "Officials at the ministry of transport said they had not yet seen the plans and would not comment on them. "
    "The road along the river, which leads to the old market, will stay closed until the end of the week. "
    "Neighbours said that the street is usually quiet at night and that they had heard nothing unusual before dawn."
)
"""A story that goes on: the model reads a sentence by itself much less well."""


@cache
def read(text: str) -> tuple[tuple[Toll, ...], dict[str, Total]]:
    document = Document("a", "-", "", text, published="2021-05-20")
    annotated = resolution.resolve(annotation.decoded(document, annotation.layers(document, shipped())))
    found = tolls.tolls(annotated)
    return found, {total.outcome.value: total for total in totals.totals(annotated, found)}


def best(text: str) -> tuple[float | None, float | None]:
    _, found = read(text + AFTER)
    given = [found.get(kind) for kind in ("killed", "injured")]
    return tuple(total.best if total else None for total in given)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Five people were killed and twelve others injured in the blast.", 5, 12),
        ("A man was shot and killed on Monday night.", 1, None),
        ("A woman was stabbed to death near the harbour.", 1, None),
        ("The gunman opened fire, killing three people and wounding at least seven.", 3, 7),
        ("2 dead, 4 wounded in market bombing", 2, 4),
        ("Six people were shot, two of them fatally, police said.", 2, 4),
        ("A gunman killed four people before killing himself.", 5, None),
        ("Four people are dead, including the gunman.", 4, None),
        ("No one was injured in the fire.", None, 0),
        ("Ida Holm, 34, and Tom Berg, 41, were killed in the crash.", 2, None),
        ("The death toll rose to 12 on Tuesday.", 12, None),
        ("A man was charged on Friday with the murder of Ida Holm.", 1, None),
        ("Boy, 16, killed in harbour", 1, None),
        ("A boy was shot in the leg and taken to hospital in stable condition.", None, 1),
        ("Police are looking into a fatal shooting at a farm.", 1, None),
        ("The father of a boy who shot and killed a neighbour was sentenced on Monday.", 1, None),
        ("Father of five killed, four injured in shooting at the harbour", 1, 4),
        ("A man was shot dead on Monday. The killing pushed the year's toll to 85.", 1, None),
        ("A gunman killed six people and injured fourteen others before taking his own life.", 7, 14),
        ("None of the 22 crew members was hurt, she said.", None, 0),
        ("Neither of the two drivers was injured.", None, 0),
        ("Several people were killed.", None, None),
        ("The army could have killed twenty people.", None, None),
        ("Police executed 44 search warrants.", None, None),
        ("3 killed, 2 in critical condition after blast in harbour", 3, 2),
        ("Three people were killed and another was badly injured.", 3, 1),
        ("Ida Holm was shot dead. Her brother was shot in the leg, police said.", 1, 1),
        ("A bomb went off at a market, injuring both a man and his child.", None, 2),
        (
            "Ida Holm, 34, died on Monday. A 12-year-old boy was wounded. The boy is in stable condition.",
            1,
            1,
        ),
        ("The shooting sent four people to the hospital.", None, 4),
    ],
)
def test_the_whole_figure_of_a_story(text: str, killed: float | None, injured: float | None) -> None:
    assert best(text) == (killed, injured)


def test_what_is_feared_is_no_toll() -> None:
    assert best("It is feared that 40 people have died in the flood in Holmvik.") == (None, None)
    assert best("A flood killed 40 people in Holmvik, and hundreds are feared dead.")[0] == 40


def test_who_comes_out_of_an_earthquake_is_not_hurt() -> None:
    assert best("Her three brothers survived when the earthquake destroyed the house.")[1] is None
    assert best("Two men were shot in a bar in Holmvik. Both survived.")[1] == 2


def test_other_figures_of_the_text_are_kept() -> None:
    _, found = read(
        "The crash killed 12 people, police said. Two children were killed in the first car." + AFTER
    )
    assert (found["killed"].best, found["killed"].also, found["killed"].reckoned) == (12, (2,), False)
    _, found = read("Nine people were shot and two of them were killed in Holmvik, police said." + AFTER)
    assert (found["injured"].best, found["injured"].reckoned) == (7, True)


def test_who_is_called_by_age_and_by_name_is_one_person() -> None:
    text = "A 7-year-old girl was killed on Monday. Ida Holm, 7, was shot at home, police said. The child died at once."
    assert best(text)[0] == 1


def test_every_word_of_harm_is_seen_in_the_letters_of_a_text() -> None:
    tables = ("object", "subject", "state", "tokens", "victims")
    listed = [word for name in tables for word in harmwords.table(name)]
    assert [word for word in listed if not harmwords.occurs(word)] == []
    assert not harmwords.occurs("The council met on Tuesday to talk about the budget.")


def test_one_person_in_two_sentences_is_counted_once() -> None:
    text = "Ida Holm was killed on Monday. Holm was shot dead outside her home, police said."
    assert best(text)[0] == 1


def test_those_who_are_hurt_in_part_of_a_larger_figure_are_not_added() -> None:
    found, whole = read("Nine people were wounded. Two of them were wounded badly." + AFTER)
    assert [toll.part for toll in found] == [False, True]
    assert whole["injured"].best == 9


def test_a_toll_says_whom_it_counts_in_the_words_of_the_text() -> None:
    text = "At least 15 villagers were killed in the raid." + AFTER
    (toll,), whole = read(text)
    assert toll.who.of(text) == "At least 15 villagers" or toll.who.of(text).endswith("15 villagers")
    assert (toll.outcome, toll.stated) == (Outcome.KILLED, True)
    assert (toll.low, toll.best, toll.high) == (15, 15, None)
    assert (whole["killed"].low, whole["killed"].high) == (15, None)


@pytest.mark.parametrize(
    ("text", "kind", "figure"),
    [
        ("Some 300 people are missing after the landslide.", "missing", 300),
        ("Police arrested 14 protesters.", "detained", 14),
        ("The floods displaced 2,000 people.", "displaced", 2000),
    ],
)
def test_other_outcomes_are_read_alike(text: str, kind: str, figure: float) -> None:
    assert read(text + AFTER)[1][kind].best == figure


@pytest.mark.parametrize(
    "text",
    [
        "",
        "killed",
        "dead dead dead 12 dead",
        "1" * 40 + " people were killed.",
        "Himself killed, wounding killing 3 the",
        "قتل خمسة أشخاص 5 killed",
    ],
)
def test_no_text_breaks_it(text: str) -> None:
    found, whole = read(text)
    assert all(total.best is None or total.best < 1e18 for total in whole.values())
    assert all(0 <= toll.who.start <= toll.who.end <= len(text) for toll in found)
