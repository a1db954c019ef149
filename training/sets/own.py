"""What was written for this project: sentences with events, entities or names, and articles with chains."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from herodotus.models import words as wording
from training import written
from training.examples import Example, Happening, Markable, bio, in_words, shapes_of
from training.labels import CONFLICT, EVENTS, MARKABLES, NAMES
from training.sets.happenings import LIKE_READERS

Label = TypeVar("Label")
FOLDER = Path(__file__).parents[1] / "written"
GROUP = 10  # sentences an example, so that windows are about as long as elsewhere


def events(path: Path = FOLDER / "events.txt") -> Iterator[Example]:
    """Every predicate is marked, so that all other words are known to name no event."""
    texts = list(written.sentences(path, written.trigger))
    for i in range(0, len(texts), GROUP):
        out = Example("events", [], [], events=[])
        for text, marks in texts[i : i + GROUP]:
            for first, last, label in _added(out, text, marks):
                kind = 1 + EVENTS.index(label.type) if label.type in EVENTS else 0
                value = LIKE_READERS.get(label.factuality, label.factuality)
                out.events.append(Happening(first, last, kind, value))
        yield out


def entities(path: Path = FOLDER / "materiel.txt") -> Iterator[Example]:
    """Sentences in re3d's manner."""
    for out, labels in _tagged("conflict", path, written.entity, CONFLICT):
        yield replace(out, conflict=labels)


def names(path: Path = FOLDER / "names.txt") -> Iterator[Example]:
    """Short messages and sentences with every name marked."""
    for out, labels in _tagged("web", path, written.name, NAMES):
        yield replace(out, names=labels)


def _tagged(
    task: str, path: Path, read: Callable[[str], str], types: Sequence[str]
) -> Iterator[tuple[Example, list[int]]]:
    """Sentences in groups, with the begin and inside labels of their marks."""
    texts = list(written.sentences(path, read))
    for i in range(0, len(texts), GROUP):
        out = Example(task, [], [])
        found = [
            (first, last, types.index(label))
            for text, marks in texts[i : i + GROUP]
            for first, last, label in _added(out, text, marks)
        ]
        yield out, bio(len(out.words), found)


def chains(path: Path = FOLDER / "chains.txt") -> Iterator[Example]:
    """Articles with every mention and its chain; of two mentions with one head the shorter is kept."""
    for paragraphs in written.articles(path, written.mention):
        out = Example("chains", [], [])
        found: dict[int, Markable] = {}
        for text, marks in paragraphs:
            for first, last, label in _added(out, text, marks):
                head = max(first, last + label.head)
                one = Markable(first, last, head, MARKABLES.index(label.type), label.chain)
                if head not in found or last - first < found[head].last - found[head].first:
                    found[head] = one
        out.markables = sorted(found.values())
        yield out


def _added(out: Example, text: str, marks: list[written.Mark[Label]]) -> Iterator[tuple[int, int, Label]]:
    """The marks in words of the example, to which the text is added."""
    spans, base = wording.words(text), len(out.words)
    out.words += [s.of(text) for s in spans]
    out.shapes += shapes_of(text, spans)
    for start, end, label in marks:
        for first, last in in_words(spans, [(start, end)]):
            yield base + first, base + last, label
