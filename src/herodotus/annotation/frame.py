"""What a time is resolved against: the publication date, and the times the text has already told of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from herodotus.annotation.periods import Period, make, of_day, of_month
from herodotus.annotation.tense import Tense

WRONG_WAY = 3
"""With no tense to go by, a day after publication must be this many times nearer than one before it."""
SLACK = 3
"""Days by which a past event may seem to follow publication: time zones, and texts updated later."""
TURN = 6
"""In a narrative, a month this many months or more before the last one told of belongs to the next year."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that "today" means. `published` is None where unknown; `known` says how it is known.

    In a `narrative` (histories, biographies) the years told of date what follows. News tells of its own days
    and names years for the background ("since 1998"), so there a bare year dates nothing else."""

    published: date | None = None
    known: str = "publication"
    narrative: bool = True

    @property
    def words(self) -> str:
        return f"{self.known}, {self.published}"

    def dates(self, period: Period) -> bool:
        """Whether a time told of may date others."""
        return self.narrative or self.published is not None or period.precision in ("day", "month")


class Told(NamedTuple):
    """A time that the text states with its year: where, which days, and its words."""

    position: int
    period: Period
    words: str

    @property
    def day(self) -> date:
        assert self.period.since is not None
        return self.period.since


@dataclass(slots=True)
class Frame:
    """Moves along the text: `stated` are all its times with a year, `told` is the last one resolved."""

    anchor: Anchor
    stated: Sequence[Told] = ()
    told: Told | None = None
    sentence: int = 0
    _positions: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._positions = [told.position for told in self.stated]

    def narrative(self, position: int) -> Told | None:
        """The last time told of, else the first one stated further on."""
        if self.told is not None:
            return self.told
        after = bisect_right(self._positions, position)
        return self.stated[after] if after < len(self.stated) else None

    def now(self, position: int) -> tuple[date | None, str]:
        """The day that "this year" counts from, and in words why."""
        if self.anchor.published is not None:
            return self.anchor.published, f"relative to {self.anchor.words}"
        told = self.narrative(position)
        if told is None:
            return None, "publication date unknown, and no dated expression in the text"
        return told.day, f"relative to '{told.words}' in the text; publication date unknown"

    def then(self, position: int) -> tuple[date | None, str]:
        """The day that "the following week" counts from, and in words why."""
        if self.told is not None:
            return self.told.day, f"relative to '{self.told.words}' in the text"
        return self.now(position)

    def yearless(
        self, position: int, month: int, *, day: int | None, tense: Tense
    ) -> tuple[Period | None, str]:
        """A month or day of a month whose year the words leave open."""
        told = self.told
        same = told is not None and told.position >= self.sentence and told in self.stated
        if self.anchor.published is not None and not same:
            best = nearest(self.anchor.published, month, day=day, tense=tense)
            return best, f"year from {self.anchor.words}"
        near = told if same else self.narrative(position)
        if near is None:
            return None, "year unknown: no publication date and no dated expression in the text"
        year = near.day.year
        if near.period.precision in ("day", "month") and near.day.month - month >= TURN:
            year += 1
        leap = nearest(near.day, month, day=day, tense=tense)  # 29 February, of a year that may have none
        return dated(year, month, day) or leap, f"year from '{near.words}' in the text"


def dated(year: int, month: int, day: int | None) -> Period | None:
    return of_month(year, month) if day is None else of_day(make(year, month, day))


def nearest(published: date, month: int, *, day: int | None, tense: Tense) -> Period | None:
    """Of the years around publication, the one in which the month or day lies nearest, the tense's way."""
    years = (published.year + offset for offset in (0, -1, 1, -2, 2, -3, 3, -4, 4))
    periods = [period for year in years if (period := dated(year, month, day))]
    return min(periods, key=lambda period: _distance(period, published, tense), default=None)


def _distance(period: Period, published: date, tense: Tense) -> int:
    if period.since is None or period.until is None:
        return 10**6
    ahead = max(0, (period.since - published).days)
    behind = max(0, (published - period.until).days)
    if tense is Tense.FUTURE:
        return ahead + behind * 100 if behind > SLACK else ahead + behind
    if tense is Tense.PAST and ahead > SLACK:
        return ahead * 100
    return behind + ahead * WRONG_WAY
