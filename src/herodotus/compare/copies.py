"""Whether one text goes back to another, or both to a third: copies, versions and parts of one report.

A report that is passed on keeps its telling word for word: quotations do not count, for two reporters at one briefing
write down the same ones, nor does page furniture. `Index` finds the few texts that are worth comparing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from herodotus.compare.passages import RUN, Passage, Words, shared

TOLD = 45
"""Words outside quotations that two texts must share to go back to one: three sentences or so."""
SHARE = 0.08
"""Of the telling of one of them, at least. Both were chosen on the dev half of the judged pairs of the wire set
(benchmarks/quality/wire.py)."""
WHOLE = 0.8
"""Share of a text's telling from which on it counts as a copy: the rest is cut, corrected or of another version."""
WINDOW = 16
"""Runs of which one is kept in the index: any RUN + WINDOW - 1 words shared in a row are found."""
KEPT = 16
"""Texts kept for one run; those that come later are found through the first."""
BEST = 12
"""Texts with which one is compared: those that share most with it."""

Name = TypeVar("Name", bound=Hashable)


class Kind(Enum):
    """How two texts hang together."""

    COPY = "copy"  # one stands in the other, all but a little
    PART = "part"  # passages of one stand in the other
    QUOTES = "quotes"  # they share what somebody said, no telling
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share: the passages, and which share of the telling of each they cover (0 to 1)."""

    kind: Kind
    passages: tuple[Passage, ...]
    of_a: float
    of_b: float
    reason: str

    @property
    def derived(self) -> bool:
        """Whether one goes back to the other, or both to a third."""
        return self.kind in (Kind.COPY, Kind.PART)


def overlap(a: Words, b: Words) -> Overlap:
    """What two texts share, and whether it is more than what was said."""
    passages = tuple(shared(a, b))
    told_a, told_b = a.told_in(p.a for p in passages), b.told_in(p.b for p in passages)
    of_a, of_b = told_a / max(1, a.told.sum()), told_b / max(1, b.told.sum())
    kind = _kind(min(told_a, told_b), max(of_a, of_b), len(passages))
    return Overlap(kind, passages, float(of_a), float(of_b), _reason(kind, of_a, of_b, min(told_a, told_b)))


def _kind(told: int, share: float, passages: int) -> Kind:
    if told >= TOLD and share >= SHARE:
        return Kind.COPY if share >= WHOLE else Kind.PART
    return Kind.QUOTES if passages else Kind.APART


def _reason(kind: Kind, of_a: float, of_b: float, told: int) -> str:
    if kind is Kind.APART:
        return "no words in a row in common"
    if kind is Kind.QUOTES:
        more = f" besides {told} words of telling, too few for one text" if told else ""
        return f"only what was said is the same{more}"
    share, which = max((of_a, "the first"), (of_b, "the second"))
    return f"{share:.0%} of what {which} tells stands word for word in its counterpart"


class Index(Generic[Name]):
    """Texts by what they tell, to find those that share passages with another; the cost of one more text does not
    depend on how many there are."""

    def __init__(self) -> None:
        self._places: dict[int, list[Name]] = {}

    def near(self, text: Words) -> list[Name]:
        """The texts added before that may share telling with this one, those that share most first; at most BEST."""
        found = Counter(name for mark in _marks(text) for name in self._places.get(mark, ()))
        return [name for name, _ in found.most_common(BEST)]

    def add(self, name: Name, text: Words) -> None:
        for mark in _marks(text):
            holders = self._places.setdefault(mark, [])
            if len(holders) < KEPT:
                holders.append(name)


def _marks(text: Words) -> list[int]:
    """The least of every WINDOW hashes of runs that are told (winnowing: Schleimer, Wilkerson and Aiken 2003)."""
    runs = _told(text)
    if len(runs) > WINDOW:
        runs = sliding_window_view(runs, WINDOW).min(axis=1)
    found: list[int] = np.unique(runs).tolist()
    return found


def _told(text: Words) -> NDArray[np.uint64]:
    """The hashes of the runs without a word in quotation marks."""
    if not len(text.runs):
        return text.runs
    return text.runs[sliding_window_view(text.told, RUN).all(axis=1)]
