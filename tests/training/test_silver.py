"""Names that a model is sure of become labels, where the tree has a proper noun; the rest stays open."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from herodotus.models.reader import Cut
from training.examples import Example
from training.labels import NAMES, TAGS
from training.sets import silver

BEGIN = {kind: 1 + 2 * number for number, kind in enumerate(NAMES)}


class Sure:
    """Gives each word the labels that it is told, with the chance that goes with them."""

    def __init__(self, said: dict[str, tuple[int, float]]) -> None:
        self.said = said

    def layers(self, cut: Cut) -> SimpleNamespace:
        logits = np.full((len(cut.words), 1 + 2 * len(NAMES)), -20, np.float32)
        for row, word in zip(logits, cut.words, strict=True):
            label, chance = self.said.get(word, (0, 0.99))
            row[label] = np.log(chance)
            row[0 if label else BEGIN["ORG"]] = np.log(1 - chance)
        return SimpleNamespace(names=logits)


def example(words: str, proper: set[str]) -> Example:
    cut = words.split()
    tags = [TAGS.index("PROPN" if word in proper else "NOUN") for word in cut]
    return Example("trees", cut, [0] * len(cut), tags=tags, starts=[1] + [0] * (len(cut) - 1))


def labels(said: dict[str, tuple[int, float]], words: str, proper: set[str]) -> list[int]:
    [read] = silver.named([example(words, proper)], Sure(said))
    return read.names


def test_a_sure_name_is_labelled_and_common_words_are_none() -> None:
    said = {"Ida": (BEGIN["PER"], 0.95), "Holm": (BEGIN["PER"] + 1, 0.95)}
    assert labels(said, "Ida Holm sings songs", {"Ida", "Holm"}) == [BEGIN["PER"], BEGIN["PER"] + 1, 0, 0]


def test_a_doubtful_name_stays_open() -> None:
    assert labels({"Aurora": (BEGIN["ORG"], 0.6)}, "Aurora sails", {"Aurora"}) == [silver.UNKNOWN, 0]


def test_a_proper_noun_that_is_surely_no_name_is_none() -> None:
    assert labels({"Monday": (0, 0.99)}, "Monday rain", {"Monday"}) == [0, 0]


def test_a_name_without_a_proper_noun_stays_open() -> None:
    assert labels({"apple": (BEGIN["ORG"], 0.95)}, "an apple", set()) == [0, silver.UNKNOWN]


def test_a_name_that_is_read_as_two_things_stays_open() -> None:
    words = [example("Chelsea won", {"Chelsea"}), example("Chelsea Holm", {"Chelsea", "Holm"})]

    class Torn(Sure):
        def layers(self, cut: Cut) -> SimpleNamespace:
            kind = "ORG" if "won" in cut.words else "LOC"
            return Sure({"Chelsea": (BEGIN[kind], 0.95)}).layers(cut)

    first, second = silver.named(words, Torn({}))
    assert first.names[0] == second.names[0] == silver.UNKNOWN
