"""Who takes which position on what: claims as rows, those who speak as columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from herodotus.data.claims import Position
from herodotus.report.standing import Holder, Voice, holders

_ROWS = 24
_COLUMNS = 14


@dataclass(frozen=True, slots=True)
class Cell:
    """The positions of one who speaks on one claim, each with a statement that takes it."""

    positions: tuple[tuple[Position, Voice], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`rows` are numbers of claims; `cells[row][column]`; what does not fit is counted."""

    columns: tuple[str, ...]
    rows: tuple[int, ...]
    cells: tuple[tuple[Cell, ...], ...]
    more_columns: int
    more_rows: int


def matrix(voices: Sequence[tuple[int, Sequence[Voice]]]) -> Matrix:
    """From each claim's number and voices; narration is left out, for its speakers are the publishers."""
    found = [(number, _sources(said)) for number, said in voices]
    told = [(number, sources) for number, sources in found if sources]
    weight = Counter(name for _, sources in told[:_ROWS] for name in sources)
    columns = [name for name, _ in weight.most_common(_COLUMNS)]
    rows = tuple(tuple(Cell(_positions(sources.get(c, []))) for c in columns) for _, sources in told[:_ROWS])
    numbers = tuple(number for number, _ in told[:_ROWS])
    return Matrix(tuple(columns), numbers, rows, len(weight) - len(columns), len(told) - len(numbers))


def _sources(voices: Sequence[Voice]) -> dict[str, list[tuple[Position, Holder]]]:
    sources: dict[str, list[tuple[Position, Holder]]] = {}
    for position in Position:
        for holder in holders(voices, position):
            if not holder.narrated:
                sources.setdefault(holder.name, []).append((position, holder))
    return sources


def _positions(held: Sequence[tuple[Position, Holder]]) -> tuple[tuple[Position, Voice], ...]:
    return tuple((position, holder.voices[0]) for position, holder in held)
