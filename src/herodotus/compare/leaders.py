"""Heads of state and government and ministers by name, and common given names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from herodotus.compare import gazetteer
from herodotus.compare.gazetteer import Lexicon, fold, term


class Leader(NamedTuple):
    """Who held an office; years, `until` None where still held when the table was made."""

    name: str
    country: str
    office: str
    since: int
    until: int | None


_GOVERNMENT = re.compile(
    r"\b([A-Z][\w’'-]+?)(?:['’]s)?\s+(?:[Aa]dministration|[Gg]overnment|[Cc]abinet|[Rr]egime)\b"
)


def countries(text: str) -> tuple[str, ...]:
    """The state of "the <surname> administration" or of a leader named in full; empty where none is named."""
    match = _GOVERNMENT.search(text)
    if match and (leader := latest(match[1])):
        return (leader.country,)
    return tuple(hit.meaning for hit in _lexicon().find(text))[:1]


@cache
def _lexicon() -> Lexicon:
    return Lexicon(term(rows[-1].name, rows[-1].country) for rows in by_name().values())


def latest(name: str, year: int | None = None) -> Leader | None:
    """The holder of that full name or surname, in office last by `year` (or of all); None where two states
    have one."""
    rows = by_name().get(fold(name)) or by_surname().get(fold(name), ())
    rows = tuple(row for row in rows if year is None or row.since <= year)
    if not rows or len({row.name for row in rows}) > 1:
        in_office = {row.name: row for row in rows if year and (row.until is None or row.until >= year)}
        return next(iter(in_office.values())) if len(in_office) == 1 else None
    return rows[-1]


@cache
def by_name() -> dict[str, tuple[Leader, ...]]:
    return _grouped((fold(row.name), row) for row in _rows())


@cache
def by_surname() -> dict[str, tuple[Leader, ...]]:
    return _grouped((fold(_surname(row)), row) for row in _rows())


_SURNAME_FIRST = {"CHN", "PRK", "KOR", "TWN", "VNM", "KHM"}


def _surname(row: Leader) -> str:
    parts = row.name.removesuffix(" Jr.").split()
    return parts[0] if row.country in _SURNAME_FIRST else parts[-1]


def _grouped(pairs: Iterable[tuple[str, Leader]]) -> dict[str, tuple[Leader, ...]]:
    groups: dict[str, list[Leader]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}


@cache
def _rows() -> tuple[Leader, ...]:
    rows = gazetteer.table("leaders.txt", 5)
    return tuple(Leader(n, c, o, int(s), int(u) if u else None) for n, c, o, s, u in rows)


@cache
def _given() -> dict[str, str]:
    rows = gazetteer.table("given.txt", 2)
    return {fold(name): gender for gender, names in rows for name in names.split()}


def is_given_name(word: str) -> bool:
    return fold(word) in _given()


def gender(word: str) -> str | None:
    """For a common given name that is mostly one of them "f" or "m"; None for others."""
    found = _given().get(fold(word))
    return found if found in {"f", "m"} else None
