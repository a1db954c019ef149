"""Names in two-column files: WikiGold, Broad Twitter Corpus, WNUT 2017, UNER EWT."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from training.examples import Example, lines, spaced
from training.labels import NAMES

WNUT = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "creative-work": "MISC",
    "product": "MISC",
}


def conll(
    path: Path, *, task: str = "names", types: dict[str, str] | None = None, group: int = 12
) -> Iterator[Example]:
    """Two-column files with no text: white space is put back by rule; sentences are read in groups."""
    sentences, current = [], []
    for line in [*lines(path), ""]:
        if "\t" in line:
            current.append(line.split("\t"))
        elif not line and current:
            sentences.append(current)
            current = []
    for i in range(0, len(sentences), group):
        yield _joined(sentences[i : i + group], task, types or {})


def _joined(sentences: Sequence[Sequence[Sequence[str]]], task: str, types: dict[str, str]) -> Example:
    words, shapes, labels = [], [], []
    for sentence in sentences:
        cut, forms, origin = spaced([token for token, _ in sentence])
        words += cut
        shapes += forms
        for i, number in enumerate(origin):
            label = sentence[number][1]
            prefix, kind = label[0], types.get(label[2:], label[2:])
            inside = prefix == "I" or (i > 0 and origin[i - 1] == number)
            labels.append(0 if prefix == "O" else 1 + 2 * NAMES.index(kind) + inside)
    return Example(task, words, shapes, names=labels)
