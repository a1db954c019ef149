"""Whom a statement goes back to, in what office, and when it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from herodotus.crossdoc.lexicon import names_any
from herodotus.data.annotations import Kind, Timex, TimexType, Token
from herodotus.data.documents import Span
from herodotus.data.statements import Evidence, Reading, Statement

BESIDE = 12
"""Code points between a cue and a time that belongs to it ("said Thursday", "On 3 May, Ms X said")."""
CLIMB = 12


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker at the end of a statement's chain; `office` holds the states for which it speaks in
    office, `said`
    the day (None: unknown), `via` who relayed it."""

    reading: Reading
    statement: Statement
    speaker: str
    office: tuple[str, ...]
    said: date | None
    via: str | None

    @property
    def key(self) -> tuple[str, str]:
        return self.reading.annotated.document.id, self.statement.id

    @property
    def narrated(self) -> bool:
        return self.statement.narrated

    @property
    def content(self) -> str:
        return " ".join(span.of(self.reading.annotated.document.text) for span in self.statement.content)


def voice(reading: Reading, statement: Statement) -> Voice:
    """Who stands behind a statement."""
    via = statement.chain[0] if len(statement.chain) > 1 else None
    said = None if via else occasion(reading, statement)
    return Voice(reading, statement, statement.source.name, _office(reading, statement), said, via)


def _office(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """The state for which the source speaks in office; empty for anybody else, for unnamed and for joint
    sources."""
    source = statement.source
    if statement.evidence is Evidence.UNNAMED or len(source.country) != 1:
        return ()
    entity = next((e for e in reading.annotated.entities if e.id == source.entity), None)
    role = entity.role or "" if entity else ""
    words = " ".join(span.of(reading.annotated.document.text) for span in source.spans)
    state = entity is not None and entity.kind is Kind.COUNTRY
    return source.country if state or names_any(f"{source.name} {role} {words}", "official") else ()


def occasion(reading: Reading, statement: Statement) -> date | None:
    """The day it was said: a day that hangs on the cue, else the day of publication, else unknown."""
    published = reading.annotated.document.published
    day = date.fromisoformat(published[:10]) if published else None
    if not statement.cue:
        return None
    times = reading.annotated.times
    named = [t.since for t in times if t.since and t.since == t.until and _of_the_cue(reading, statement, t)]
    return next((d for d in named if day is None or d <= day), day)


def _of_the_cue(reading: Reading, statement: Statement, time: Timex) -> bool:
    """Whether a time outside every content hangs on the cue, or stands beside it."""
    if time.type not in (TimexType.DATE, TimexType.TIME) or any(
        s.overlaps(time.span) for s in statement.content
    ):
        return False
    if any(
        s.overlaps(time.span) for other in reading.statements if not other.narrated for s in other.content
    ):
        return False
    cue = statement.cue[0]
    gap = max(time.span.start - cue.end, cue.start - time.span.end)
    return gap <= BESIDE or _climbs(reading.annotated.tokens, time.span, cue)


def _climbs(tokens: Sequence[Token], span: Span, goal: Span) -> bool:
    """Whether the heads above the last word of a span reach the goal before another verb."""
    here = next((i for i in range(len(tokens) - 1, -1, -1) if span.contains(tokens[i].span)), None)
    for _ in range(CLIMB):
        if here is None or tokens[here].head == here:
            return False
        here = tokens[here].head
        if goal.overlaps(tokens[here].span):
            return True
        if tokens[here].tag == "VERB":
            return False
    return False
