"""Times read in a text that was published on a Friday."""

from __future__ import annotations

from datetime import date

from herodotus.annotation import times
from herodotus.data.annotations import Timex
from herodotus.data.documents import Span

FRIDAY = date(2018, 1, 5)


def found(text: str, published: date | None = FRIDAY) -> tuple[Timex, ...]:
    return times.find(text, [Span(0, len(text))], times.Anchor(published, narrative=False))


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in found(text, published)]
