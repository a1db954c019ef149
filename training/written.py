"""Reads the sentences written for this project: plain text and the marked triggers with type and factuality.

The format is told at the top of `written/events.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

Trigger = tuple[int, int, str, float]  # first character, end exclusive, type or "-", factuality -3..3

MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+|-)\|(-?\d(?:\.\d+)?)\]")


def written(path: Path) -> Iterator[tuple[str, list[Trigger]]]:
    """Each sentence without its marks, and the triggers as character offsets into it.

    Raises ValueError with the line number where a bracket or bar is left over.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, triggers = unmarked(line.strip())
        if set(text) & set("[]|"):
            raise ValueError(f"{path}, line {number}: a mark is not of the form [words|TYPE|factuality]")
        yield text, triggers


def unmarked(line: str) -> tuple[str, list[Trigger]]:
    """The line's plain text and its triggers."""
    text, triggers, end = "", [], 0
    for mark in MARK.finditer(line):
        text += line[end : mark.start()]
        words, kind, factuality = mark.groups()
        triggers.append((len(text), len(text) + len(words), kind, float(factuality)))
        text += words
        end = mark.end()
    return text + line[end:], triggers
