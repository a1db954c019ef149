"""What the network learns from: words with the labels that a data set gives. One module in `sets` for each data set."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from herodotus.models import words as wording

Span = tuple[int, int]  # words, end exclusive


@dataclass(slots=True)
class Link:
    """One attribution in words: where its cue, source and content fragments lie."""

    cue: list[Span]
    source: list[Span]
    content: list[Span]


class Markable(NamedTuple):
    """Words first..last (end exclusive) that refer to something, the head among them, its type and its chain."""

    first: int
    last: int
    head: int
    type: int
    chain: str


class Happening(NamedTuple):
    """Words first..last (end exclusive) that name an event: its type (0 none of the 16, -1 not annotated) and on the
    scale from -3 to 3 whether it happened (None where not annotated)."""

    first: int
    last: int
    type: int
    factuality: float | None


@dataclass(slots=True)
class Example:
    """Words with the labels that their data set gives; None where it gives none."""

    task: str
    words: list[str]
    shapes: list[int]
    names: list[int] | None = None
    conflict: list[int] | None = None
    links: list[Link] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    tags: list[int] | None = None
    lemmas: list[int] | None = None
    starts: list[int] | None = None
    markables: list[Markable] | None = None
    events: list[Happening] | None = None
    units: list[Span] = field(default_factory=list)  # spans whose meaning is distilled from the base model


def lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as stream:
        yield from (line.rstrip("\n") for line in stream)


def shapes_of(text: str, spans: Sequence[wording.Span]) -> list[int]:
    ends = [None, *(s.end for s in spans[:-1])]
    return [
        wording.shape(s.of(text), "\n\n" if e is None else text[e : s.start])
        for s, e in zip(spans, ends, strict=True)
    ]


def in_words(spans: Sequence[wording.Span], pairs: Sequence[Sequence[int]]) -> list[Span]:
    """Character pairs as word spans, joined where only white space lay between them."""
    out: list[Span] = []
    for start, end in sorted((a, b) for a, b in pairs):
        inside = [i for i, s in enumerate(spans) if s.start < end and s.end > start]
        if not inside:
            continue
        first, last = inside[0], inside[-1] + 1
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


def bio(length: int, spans: Sequence[tuple[int, int, int]]) -> list[int]:
    """Labels 0 = outside, 1 + 2k = begin, 2 + 2k = inside type k."""
    labels = [0] * length
    for start, end, kind in spans:
        labels[start] = 1 + 2 * kind
        labels[start + 1 : end] = [2 + 2 * kind] * (end - start - 1)
    return labels


def sentence_units(text: str, spans: Sequence[wording.Span]) -> list[Span]:
    """Rough sentences in words, for distillation only: cut after . ! ? before a capital, and at line ends."""
    out, start = [], 0
    for i in range(1, len(spans) + 1):
        last = i == len(spans)
        breaks = last or "\n" in text[spans[i - 1].end : spans[i].start]
        stop = (
            not last and spans[i - 1].of(text) in {".", "!", "?", "”", '"'} and text[spans[i].start].isupper()
        )
        if breaks or stop:
            if 5 <= i - start <= 70:
                out.append((start, i))
            start = i
    return out


def spaced(tokens: Sequence[str]) -> tuple[list[str], list[int], list[int]]:
    """Words, shapes and for each word the number of its token, with the white space put back by rule."""
    words, shapes, origin, before = [], [], [], "\n"
    for number, token in enumerate(tokens):
        cut = [s.of(token) for s in wording.words(token)] or [token]
        glue = "" if token[0] in ".,;:!?)%" or token.startswith(("'", "’", "n't")) else before
        for i, word in enumerate(cut):
            words.append(word)
            shapes.append(wording.shape(word, glue if i == 0 else ""))
            origin.append(number)
        before = "" if token in {"(", "[", "$", "“", "``"} else " "
    return words, shapes, origin
