"""Who takes which position on what: claims as rows, those who speak as columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from herodotus.data.claims import Position
from herodotus.report.standing import Holder, Voice, holders

_ROWS = 24
_COLUMNS = 14
_AGAINST = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """The positions of one who speaks on one claim, each with a statement that takes it."""

    positions: tuple[tuple[Position, Voice], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim by its number; `others` counts, by position, the sources that have no column."""

    number: int
    cells: tuple[Cell, ...]
    others: tuple[tuple[Position, int], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What does not fit is counted."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more_columns: int
    more_rows: int


def matrix(voices: Sequence[tuple[int, Sequence[Voice]]], *, most: int = _COLUMNS) -> Matrix:
    """From each claim's number and voices; narration is left out, for its speakers are the publishers."""
    found = [(number, _sources(said)) for number, said in voices]
    told = [(number, sources) for number, sources in found if sources]
    weight = _weights(sources for _, sources in told[:_ROWS])
    columns = [name for name, _ in weight.most_common(most)]
    rows = tuple(_row(number, sources, columns) for number, sources in told[:_ROWS])
    return Matrix(tuple(columns), rows, len(weight) - len(columns), len(told) - len(rows))


def _weights(found: Iterable[dict[str, list[tuple[Position, Holder]]]]) -> Counter[str]:
    """Positions by source; those that go against a claim weigh more, lest a denial stand among the others."""
    weight = Counter[str]()
    for sources in found:
        for name, held in sources.items():
            weight[name] += sum(1 if position is Position.ASSERTS else _AGAINST for position, _ in held)
    return weight


def _row(number: int, sources: dict[str, list[tuple[Position, Holder]]], columns: Sequence[str]) -> Row:
    others = Counter(p for name, held in sources.items() if name not in columns for p, _ in held)
    cells = tuple(Cell(_positions(sources.get(name, []))) for name in columns)
    return Row(number, cells, tuple((p, others[p]) for p in Position if others[p]))


def _sources(voices: Sequence[Voice]) -> dict[str, list[tuple[Position, Holder]]]:
    sources: dict[str, list[tuple[Position, Holder]]] = {}
    for position in Position:
        for holder in holders(voices, position):
            if not holder.narrated:
                sources.setdefault(holder.name, []).append((position, holder))
    return sources


def _positions(held: Sequence[tuple[Position, Holder]]) -> tuple[tuple[Position, Voice], ...]:
    return tuple((position, holder.voices[0]) for position, holder in held)
