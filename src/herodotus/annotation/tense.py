"""Whether the words around a time look back or ahead, without a parse."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any

from herodotus.annotation.grammar import BREAK, Scan, read

REACH = 14
"""Words looked at on each side; most clauses of news are shorter."""


class Tense(Enum):
    PAST = "past"
    FUTURE = "future"
    NONE = "none"


@cache
def _words() -> dict[str, Tense]:
    data: dict[str, Any] = read("tense.yaml")
    return {word: Tense(name) for name, words in data.items() for word in words}


def looks_back(word: str) -> bool:
    return _words().get(word) is Tense.PAST


def around(scan: Scan, first: int, last: int) -> Tense:
    """The tense of the nearest verb before words first..last of the sentence, else of the nearest after."""
    return (
        _nearest(scan, range(first - 1, max(-1, first - 1 - REACH), -1))
        or _nearest(scan, range(last, min(len(scan.signs), last + REACH)))
        or Tense.NONE
    )


def _nearest(scan: Scan, indexes: range) -> Tense | None:
    for index in indexes:
        if scan.signs[index] == BREAK:
            return None
        tense = _tense_at(scan, index)
        if tense:
            return tense
    return None


def _tense_at(scan: Scan, index: int) -> Tense | None:
    """A participle after "be" or an article ("the burnt hull") has no tense of its own; "is to" and "going
    to" look ahead."""
    word = scan.word(index).lower()
    if word == "to" and index and scan.word(index - 1).lower() in ("is", "are", "going"):
        return Tense.FUTURE
    tense = _words().get(word) or (Tense.PAST if len(word) > 4 and word.endswith("ed") else None)
    if tense is Tense.PAST and index and scan.word(index - 1).lower() in _TENSELESS:
        return None
    return tense


_TENSELESS = frozenset({"be", "to", "the", "a", "an", "its", "his", "her", "their"})
