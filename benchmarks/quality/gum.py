"""What GUM marks in its MISC column: chains of mentions, and dates and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.quality.conllu import Document, Span

MARKED = re.compile(r"<(?P<close>/?)(?:date|time)\b(?P<attributes>[^>]*)")
ATTRIBUTE = re.compile(r'(\w+):::"([^"]*)"')


class Marked(NamedTuple):
    """A `<date>` or `<time>` element with its attributes (when, from, to, notBefore, notAfter)."""

    span: Span
    attributes: dict[str, str]


def chains(document: Document) -> list[list[Span]]:
    """The spans of every entity, from the `Entity=` brackets; the chain is the group, the first of their fields."""
    found: dict[str, list[Span]] = {}
    open_: dict[str, list[int]] = {}
    for value, (start, end) in _values(document, "Entity"):
        for chain, closes in brackets(value):
            if closes:
                found.setdefault(chain, []).append((open_[chain].pop(), end))
            else:
                open_.setdefault(chain, []).append(start)
    return list(found.values())


def brackets(value: str) -> Iterator[tuple[str, bool]]:
    """Chains in the order in which they open and close (True): "(4-object-new(5-place-new)" opens 4, opens and closes
    5; "6)" closes 6."""
    inside: list[str] = []
    for part in re.findall(r"\([^()]+|[^()]*\)", value):
        if part[0] == "(":
            inside.append(part[1:].split("-")[0])
            yield inside[-1], False
        else:
            yield (part[:-1] or inside.pop()), True


def dates(document: Document) -> list[Marked]:
    """The `<date>` and `<time>` elements of the `XML=` markup; of nested ones the outer."""
    found: list[Marked] = []
    start, depth, attributes = 0, 0, ""
    for value, span in _values(document, "XML"):
        for mark in MARKED.finditer(value):
            if not depth:
                start, attributes = span[0], mark["attributes"]
            depth += -1 if mark["close"] else 1
            if not depth:
                found.append(Marked((start, span[1]), dict(ATTRIBUTE.findall(attributes))))
    return found


def _values(document: Document, name: str) -> Iterator[tuple[str, Span]]:
    for sentence in document.sentences:
        for cells, span in sentence.words():
            for pair in cells[9].split("|"):
                key, _, value = pair.partition("=")
                if key == name:
                    yield value, span
