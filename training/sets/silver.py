"""Names of the model's own choosing in a treebank without entities: what it is sure of, where the tree says that
there is a proper noun. All that is doubtful stays unlabelled; so the network learns how names look in these texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from herodotus.annotation import bio
from herodotus.data.documents import Span
from herodotus.models.reader import Cut, OnnxReader
from training.examples import Example
from training.labels import NAMES, TAGS

SURE_NAME, SURE_TYPE, SURE_NONE = 0.8, 0.75, 0.9
UNKNOWN = -1
PROPER = TAGS.index("PROPN")


class Guess(NamedTuple):
    """Words first..last (end exclusive) with the model's chances of each type and of no name."""

    first: int
    last: int
    chances: tuple[float, ...]
    none: float


def named(examples: Sequence[Example], model: OnnxReader) -> list[Example]:
    """The same examples with `names` where the model is sure."""
    guesses = [_guesses(example, model) for example in examples]
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for example, found in zip(examples, guesses, strict=True):
        for guess in found:
            for kind, chance in enumerate(guess.chances):
                votes[_form(example, guess)][kind] += chance
    return [
        replace(example, names=_labels(example, found, votes))
        for example, found in zip(examples, guesses, strict=True)
    ]


def _guesses(example: Example, model: OnnxReader) -> list[Guess]:
    """One for each run that the model takes for a name, and for each proper noun outside of these."""
    starts = [i for i, start in enumerate(example.starts) if start]
    layers = model.layers(
        Cut([Span(i, i + 1) for i in range(len(example.words))], example.words, example.shapes, [])
    )
    chances = bio.softmax(layers.names)
    runs = [(run.first, run.last) for run in bio.runs(layers.names, starts)]
    inside = {i for first, last in runs for i in range(first, last)}
    runs += [(i, i + 1) for i, tag in enumerate(example.tags) if tag == PROPER and i not in inside]
    out = []
    for first, last in sorted(runs):
        mean = chances[first:last].mean(0)
        each = tuple(float(mean[1 + 2 * k] + mean[2 + 2 * k]) for k in range(len(NAMES)))
        out.append(Guess(first, last, each, float(mean[0])))
    return out


def _form(example: Example, guess: Guess) -> str:
    return " ".join(example.words[guess.first : guess.last]).casefold()


def _labels(example: Example, found: Sequence[Guess], votes: dict[str, Counter[int]]) -> list[int]:
    labels = [UNKNOWN if tag == PROPER else 0 for tag in example.tags]
    for guess in found:
        given = votes[_form(example, guess)]
        kind, weight = given.most_common(1)[0]
        proper = any(example.tags[i] == PROPER for i in range(guess.first, guess.last))
        if guess.none > SURE_NONE:
            labels[guess.first] = 0
        elif proper and 1 - guess.none > SURE_NAME and weight > SURE_TYPE * given.total():
            labels[guess.first] = 1 + 2 * kind
            labels[guess.first + 1 : guess.last] = [2 + 2 * kind] * (guess.last - guess.first - 1)
        else:
            labels[guess.first : guess.last] = [UNKNOWN] * (guess.last - guess.first)
    return labels
