"""How a claim stands: who takes which position on it, in which documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from herodotus.data.claims import Brief, Claim, Position
from herodotus.data.documents import Document, Span
from herodotus.data.statements import Reading, Statement
from herodotus.report.words import counted, joined, one_line, ranged

UNKNOWN_PUBLISHER = "unknown publisher"

DONE = {
    Position.ASSERTS: "asserted",
    Position.DENIES: "denied",
    Position.DOUBTS: "doubted",
    Position.DECLINES: "declined",
}
"""The position as it is said of a claim: "denied by ..."."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement with its document (`number` counts from 1 in the brief) and its position on a claim; `passed` is
    who passed it on, where its origin says so."""

    number: int
    document: Document
    statement: Statement
    position: Position
    reason: str
    passed: tuple[str, ...] = ()
    same: str = ""

    @property
    def name(self) -> str:
        """Who speaks; for narration the publisher, so that nobody takes it for somebody else's word."""
        if self.statement.narrated:
            return publisher(self.document)
        return self.statement.source.name or "unnamed source"

    @property
    def chain(self) -> tuple[str, ...]:
        """Who relays whom, from the publisher down to the one who speaks."""
        if len(self.passed) > 1:
            return (publisher(self.document), *self.passed[1:])
        if self.statement.narrated:
            return (publisher(self.document),)
        return (publisher(self.document), *(self.statement.chain or (self.name,)))

    @property
    def spans(self) -> tuple[Span, ...]:
        """What is said; for a bare refusal or denial, the words of refusing."""
        return self.statement.content or self.statement.source.spans + self.statement.cue

    @property
    def words(self) -> str:
        return one_line(joined(self.document.text, sorted(self.spans)))


@dataclass(frozen=True, slots=True)
class Holder:
    """One who takes a position, with every statement in which it is taken."""

    name: str
    country: tuple[str, ...]
    narrated: bool
    voices: tuple[Voice, ...]

    @property
    def numbers(self) -> list[int]:
        return sorted({voice.number for voice in self.voices})


class Index:
    """The documents of a brief by id, numbered in the order in which the stories name them."""

    def __init__(self, brief: Brief) -> None:
        told = [d for story in brief.stories for d in story.documents]
        readings = {r.annotated.document.id: r for r in brief.readings}
        order = dict.fromkeys([d for d in told if d in readings] + list(readings))
        self.readings: dict[str, Reading] = {d: readings[d] for d in order}
        self.numbers: dict[str, int] = {d: n for n, d in enumerate(order, 1)}
        self._statements = {(d, s.id): s for d, r in readings.items() for s in r.statements}

    def document(self, name: str) -> Document:
        return self.readings[name].annotated.document

    def named(self, holder: str) -> str:
        """The holder of a value, with "document 3" for a document that is named by its id."""
        for name in (n for n in self.numbers if self.document(n).publisher is None):
            if holder == name or holder.endswith(f"({name})"):
                return re.sub(rf"{re.escape(name)}(\)?)$", rf"document {self.numbers[name]}\1", holder)
        return holder

    def numbered(self, reason: str) -> str:
        """The reason with the numbers of documents in place of their ids ("same text as [3]")."""
        return re.sub(r"\[([^\[\]]+)\]", lambda found: f"[{self.numbers.get(found[1], found[1])}]", reason)

    def voices(self, claim: Claim) -> list[Voice]:
        passed = {(o.document, o.statement): o.chain for origin in claim.origins for o in origin.links}
        return [
            Voice(self.numbers[s.document], self.document(s.document),
                  self._statements[s.document, s.statement], s.position, s.reason,
                  passed.get((s.document, s.statement), ()), s.same)
            for s in claim.stands
        ]  # fmt: skip


def publisher(document: Document) -> str:
    return document.publisher or UNKNOWN_PUBLISHER


def holders(voices: Iterable[Voice], position: Position) -> list[Holder]:
    """Those who take the position: sources first, then publishers in their own words, each by how often."""
    groups: dict[tuple[str, bool], list[Voice]] = {}
    for voice in voices:
        if voice.position is position:
            groups.setdefault(_key(voice), []).append(voice)
    found = [_holder(group) for group in groups.values()]
    return sorted(found, key=lambda h: (h.narrated, -len(h.voices)))


def _key(voice: Voice) -> tuple[str, bool]:
    unknown = voice.statement.narrated and voice.document.publisher is None
    return (f"document {voice.number}" if unknown else voice.name.casefold(), voice.statement.narrated)


def _holder(group: Sequence[Voice]) -> Holder:
    first = group[0]
    country = tuple(dict.fromkeys(c for v in group for c in v.statement.source.country))
    return Holder(first.name, country, first.statement.narrated, tuple(group))


def standing(claim: Claim, voices: Sequence[Voice]) -> list[tuple[Position | None, str]]:
    """In words, by position: "asserted by 2 to 3 origins", "denied by 1 source"; None where nobody asserts it.

    Only assertions have origins; the others are counted by who speaks.
    """
    asserted = any(voice.position is Position.ASSERTS for voice in voices)
    first = (
        (Position.ASSERTS, f"asserted by {ranged(claim.low, claim.high, 'origin')}")
        if asserted
        else (None, "asserted by nobody here")
    )
    against = ((p, len(holders(voices, p))) for p in Position if p is not Position.ASSERTS)
    return [first, *((p, f"{DONE[p]} by {counted(n, 'source')}") for p, n in against if n)]
