"""The register of casualties as a table: a row a document, each figure with its words and who gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from herodotus.compare import quantities
from herodotus.data.claims import Place
from herodotus.data.tolls import Casualty, Tally
from herodotus.report import timeline
from herodotus.report.words import one_line, shortened

_WHO = 70
_CLOCK = re.compile(r"T\d.*")
_SAID = 3
Links = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TallyView:
    """A figure, who is counted in the words of the text, who gives it, and links to the words."""

    figure: str
    who: str
    said: str
    links: Links


@dataclass(frozen=True, slots=True)
class RowView:
    number: int
    killed: TallyView | None
    injured: TallyView | None
    day: str | None
    place: str | None

    @property
    def said(self) -> tuple[str, ...]:
        """Who gives the figures, each once."""
        told = (tally.said or "the publisher" for tally in (self.killed, self.injured) if tally)
        return tuple(dict.fromkeys(told))


def rows(
    found: Sequence[Casualty], numbers: dict[str, int], link: Callable[[Sequence[Place]], Links]
) -> tuple[RowView, ...]:
    """The rows in the order of the documents' numbers."""
    shown = (
        RowView(
            numbers[row.document],
            _tally(row.document, row.killed, link),
            _tally(row.document, row.injured, link),
            timeline.spoken(_CLOCK.sub("", row.time)) if row.time else None,
            row.place,
        )
        for row in found
    )
    return tuple(sorted(shown, key=lambda row: row.number))


def _tally(document: str, tally: Tally | None, link: Callable[[Sequence[Place]], Links]) -> TallyView | None:
    if tally is None:
        return None
    return TallyView(figure(tally), who(tally), said(tally), link([Place(document, tally.words[0])]))


def figure(tally: Tally) -> str:
    """ "3", "at least 15", "more than one"."""
    return quantities.bounded(tally.low, tally.best, tally.high)


def who(tally: Tally) -> str:
    """The words for those counted, and whether the attacker is among them, where that is said."""
    words = shortened(one_line("; ".join(tally.who)), _WHO)
    return f"{words} (with the attacker)" if tally.attacker else words


def said(tally: Tally) -> str:
    """Whose words they are; empty where the publisher tells it himself."""
    names = dict.fromkeys(s.source for s in tally.said if not s.narrated)
    return one_line("; ".join(list(names)[:_SAID]))
