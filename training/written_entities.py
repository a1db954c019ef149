"""Sentences of our own with entities marked in the text: plain text and character offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.labels import CONFLICT

Entity = tuple[int, int, str]  # first character, end, type

_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Za-z]+)\]")


def entities(path: Path) -> Iterator[tuple[str, list[Entity]]]:
    """The text of every sentence with its entities, in the order of the file.

    One sentence a line, an entity as `[words|Type]`; empty lines and those that begin with # are passed over.
    Raises ValueError with the line number where a mark is not closed, is nested, has white space at its ends or an
    unknown type.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                yield _unmarked(line.strip())
            except ValueError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error


def _unmarked(marked: str) -> tuple[str, list[Entity]]:
    text = ""
    found: list[Entity] = []
    end = 0
    for mark in _MARK.finditer(marked):
        text += _plain(marked[end : mark.start()])
        words, kind = mark.groups()
        _check(words, kind)
        found.append((len(text), len(text) + len(words), kind))
        text += words
        end = mark.end()
    return text + _plain(marked[end:]), found


def _plain(between: str) -> str:
    if any(sign in between for sign in "[]|"):
        raise ValueError(f"a mark is not closed, or holds another: {between.strip()!r}")
    return between


def _check(words: str, kind: str) -> None:
    if kind not in CONFLICT:
        raise ValueError(f"unknown type {kind!r}")
    if words != words.strip():
        raise ValueError(f"white space at the ends of {words!r}")
