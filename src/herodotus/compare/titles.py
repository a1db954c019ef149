"""Whether two titles that a person is given are the same office: "deputy ambassador" is not "ambassador"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from herodotus.compare.comparison import Comparison, Relation

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_REST = re.compile(r"\s(?:of|to|for|at|in|on|with|from)\s|,|\sand\s")
"""What follows names the body or the field, not the office."""


@dataclass(frozen=True, slots=True)
class Title:
    """The noun of the office and the ranks before it, in lower case."""

    office: str
    ranks: frozenset[str]

    @property
    def told(self) -> str:
        return " ".join([*sorted(self.ranks), self.office])


def read(words: str) -> Title | None:
    """None where no office is named that could be set against another, or one that is no longer, or not yet, held."""
    lower = " ".join(words.lower().replace("’", "'").split())
    first, *rest = _REST.split(lower)
    found = list(_offices().finditer(first))
    if rest and _offices().search(rest[-1]):
        return None  # "spokesman for President": the name may be the other's
    if not found or any(word in _words("past") for word in _WORD.findall(lower)):
        return None
    last = found[-1]
    if first[last.end() :].strip():
        return None  # "spokesman Holm": the office is not the head
    return Title(_same()[last[0]], frozenset(_WORD.findall(first[: last.start()])) & _words("ranks"))


def compare(a: str, b: str) -> Comparison:
    """CONFLICT where the ranks differ, DIFFERENT where the offices do; INCOMPARABLE where none is named."""
    one, other = read(a), read(b)
    if one is None or other is None:
        return Comparison(0.5, Relation.INCOMPARABLE, "one of them names no office")
    if one.office != other.office:
        return Comparison(0.3, Relation.DIFFERENT, f"{one.office} and {other.office} are two offices")
    if one.ranks != other.ranks:
        return Comparison(0.1, Relation.CONFLICT, f"{one.told} and {other.told} cannot both be right")
    return Comparison(1.0, Relation.SAME, f"both are {one.office}")


@cache
def _offices() -> re.Pattern[str]:
    """The longest first, as whole words."""
    names = sorted(_same(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


@cache
def _same() -> dict[str, str]:
    return {name: row[0] for row in _table()["same"] for name in row}


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(_table()[part])


@cache
def _table() -> dict[str, Any]:
    text = files("herodotus.compare").joinpath("gazetteers/titles.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
