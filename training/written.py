"""Reads the texts written for this project: plain text and what is marked in it.

A mark is `[words|label|...]`, and marks may hold marks. In files of sentences every line is a text; in files
of articles a line that begins with # opens one, and its lines are paragraphs. What the labels mean stands at
the top of each file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from training.labels import CONFLICT, EVENTS, MARKABLES, NAMES

Label = TypeVar("Label")
_SIGN = re.compile(r"\[|((?:\|[^\[\]|\n]*)+)\]")


class Mark(NamedTuple, Generic[Label]):
    """First character, end exclusive, and what is said of the words between."""

    start: int
    end: int
    label: Label


class Trigger(NamedTuple):
    """The type of an event, or - for none of the 16, and its factuality from -3 to 3."""

    type: str
    factuality: float


class Mention(NamedTuple):
    """The type, the number of the chain in its text, and the place of the head among its words, counted from the end
    (-1 is the last)."""

    type: str
    chain: str
    head: int


def trigger(kind: str, factuality: str) -> Trigger:
    return Trigger(_known(kind, (*EVENTS, "-")), float(factuality))


def entity(kind: str) -> str:
    return _known(kind, CONFLICT)


def name(kind: str) -> str:
    return _known(kind, NAMES)


def mention(kind: str, chain: str, head: str = "-1") -> Mention:
    return Mention(_known(kind, MARKABLES), str(int(chain)), int(head))


def _known(label: str, labels: Iterable[str]) -> str:
    if label not in labels:
        raise ValueError(f"unknown type {label!r}")
    return label


def sentences(
    path: Path, read: Callable[..., Label], *, nested: bool = False
) -> Iterator[tuple[str, list[Mark[Label]]]]:
    """Every line's text and its marks, in the order in which they end.

    Raises ValueError with the line number where a mark is not closed, has white space at its ends or a label that
    `read` refuses, or is nested where it must not be.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield _told(path, number, line.strip(), read, nested)


def articles(path: Path, read: Callable[..., Label]) -> Iterator[list[tuple[str, list[Mark[Label]]]]]:
    """Every article as its paragraphs; marks may be nested, and errors are those of `sentences`."""
    opened = 0
    numbered: list[tuple[int, int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        opened += line.startswith("#")
        if line.strip() and not line.startswith("#"):
            numbered.append((opened, number, line.strip()))
    for _, lines in groupby(numbered, key=lambda one: one[0]):
        yield [_told(path, number, line, read, True) for _, number, line in lines]


def _told(
    path: Path, number: int, line: str, read: Callable[..., Label], nested: bool
) -> tuple[str, list[Mark[Label]]]:
    try:
        return _unmarked(line, read, nested)
    except (ValueError, TypeError) as error:
        raise ValueError(f"{path.name}, line {number}: {error}") from error


def _unmarked(line: str, read: Callable[..., Label], nested: bool) -> tuple[str, list[Mark[Label]]]:
    text, end = "", 0
    open_: list[int] = []
    found: list[Mark[Label]] = []
    for sign in _SIGN.finditer(line):
        text += _plain(line[end : sign.start()])
        end = sign.end()
        if sign[1] is None:
            if open_ and not nested:
                raise ValueError(f"a mark holds another: {line[sign.start() : sign.start() + 40]!r}")
            open_.append(len(text))
            continue
        if not open_:
            raise ValueError(f"a mark ends that was not opened: {sign[0]!r}")
        words = text[open_[-1] :]
        if not words or words != words.strip():
            raise ValueError(f"white space at the ends of {words!r}")
        found.append(Mark(open_.pop(), len(text), read(*sign[1][1:].split("|"))))
    if open_:
        raise ValueError(f"a mark is not closed: {text[open_[-1] :]!r}")
    return text + _plain(line[end:]), found


def _plain(between: str) -> str:
    if any(sign in between for sign in "[]|"):
        raise ValueError(f"a mark is not of the form [words|label]: {between.strip()!r}")
    return between
