"""Whom a statement goes back to, in what office, and when it was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from herodotus.compare.agencies import is_house
from herodotus.crossdoc.copying import Copies
from herodotus.crossdoc.lexicon import names_any
from herodotus.crossdoc.pointing import backs
from herodotus.crossdoc.terms import last_name
from herodotus.data.annotations import Entity, Kind, Timex, TimexType, Token
from herodotus.data.documents import Span
from herodotus.data.statements import Evidence, Reading, Statement

BESIDE = 12
"""Code points between a cue and a time that belongs to it ("said Thursday", "On 3 May, Ms X said")."""
CLIMB = 12
"""Heads above a time within which its cue has to come."""
BACKED = "it only says that another is right, on whose word it may rest"
SHORT = 4
"""Code points; shorter names occur inside others by chance."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a statement goes back to: `office` holds the states for which it speaks in office, `said` the
    day (None: unknown), `via` who relayed it, `described` name, role and words of the source in lower
    case, `body` the name of an organisation that others may speak for and `mouth` a word of the one that it is
    the spokesperson of (empty where there is none), `identity` what makes two speakers one, `content` the words
    said, `agency` whose text they are printed from, `same` the number of the group of statements with that very text
    and `copied` why they are taken to be somebody else's text (None each: unknown), `unclear` why the speaker may be
    somebody else who speaks here (None: it is somebody of their own)."""

    reading: Reading
    statement: Statement
    key: tuple[str, str]
    office: tuple[str, ...]
    said: date | None
    via: str | None
    described: str
    person: bool
    body: str
    mouth: str
    identity: tuple[str, ...]
    content: str
    agency: str | None = None
    same: int | None = None
    copied: str | None = None
    unclear: str | None = None

    @property
    def speaker(self) -> str:
        return self.statement.source.name

    @property
    def narrated(self) -> bool:
        return self.statement.narrated

    @property
    def chain(self) -> tuple[str, ...]:
        """Who passed it on, the publisher first, whose text it is next, the speaker last."""
        document = self.reading.annotated.document
        publisher = document.publisher or document.id
        own = self.agency is None or is_house(self.agency, document.publisher)
        told = () if self.narrated else self.statement.chain or (self.speaker,)
        links = (publisher, *(() if own else (self.agency or "",)), *told)
        return tuple(name for i, name in enumerate(links) if i == 0 or name != links[i - 1])

    def speaks_for(self, other: Voice) -> bool:
        """Whether the description names the other, an organisation ("chief executive of the line")."""
        return bool(other.body) and bool(self.mouth_of([other.body]))

    def mouth_of(self, bodies: Iterable[str]) -> list[str]:
        """Those of the organisations for which it speaks, if it is a person."""
        if not self.person:
            return []
        described, mouth = self.described, self.mouth
        return [body for body in bodies if body in described or (mouth and mouth in body.split())]


NO_COPIES = Copies()
_MOUTH_OF = re.compile(r"\bspokes(?:man|woman|person) (?:of|for) the ([a-z]+)\b")


def voice(reading: Reading, statement: Statement, copies: Copies = NO_COPIES) -> Voice:
    """Who stands behind a statement."""
    key = (reading.annotated.document.id, statement.id)
    text = copies.text(key)
    agency = text.agency if text else None
    via = statement.chain[0] if len(statement.chain) > 1 else None
    said = None if via else occasion(reading, statement)
    entity = _entity(reading, statement.source.entity)
    described = _described(reading, statement, entity)
    office = _office(statement, entity, described)
    person = entity is not None and entity.kind is Kind.PERSON
    document, mouth = reading.annotated.document, _MOUTH_OF.search(described)
    return Voice(
        reading=reading,
        statement=statement,
        key=key,
        office=office,
        said=said,
        via=via,
        described=described,
        person=person,
        body="" if person else _body(statement.source.name.lower()),
        mouth=mouth[1] if mouth else "",
        identity=_identity(reading, statement, via or agency, person),
        content=" ".join(span.of(document.text) for span in statement.content),
        agency=agency,
        same=copies.groups.get(key),
        copied=copies.reason(key),
        unclear=BACKED if backs(reading, statement) else _unclear(statement, person),
    )


def _entity(reading: Reading, identity: str | None) -> Entity | None:
    if identity is None:
        return None
    return next((e for e in reading.annotated.entities if e.id == identity), None)


def _body(name: str) -> str:
    """The name of an organisation, empty where it is too short or only "the ministry"."""
    bare = names_any(name, "official") and len(name.split()) < 2
    return "" if bare or len(name) <= SHORT else name


def _identity(reading: Reading, statement: Statement, via: str | None, person: bool) -> tuple[str, ...]:
    """The name (of persons the surname) and the country; for the unnamed also who heard them."""
    name, document = statement.source.name.lower(), reading.annotated.document
    if _unnamed(statement):
        return (name, via or document.publisher or document.id)
    surname = person or not names_any(name, "official")
    return (last_name(name) if surname else name, *statement.source.country)


def _described(reading: Reading, statement: Statement, entity: Entity | None) -> str:
    """The name, the role and the words of a source, lower case."""
    words = (span.of(reading.annotated.document.text) for span in statement.source.spans)
    role = entity.role if entity and entity.role else ""
    return " ".join(f"{statement.source.name} {role} {' '.join(words)}".lower().split())


def _office(statement: Statement, entity: Entity | None, described: str) -> tuple[str, ...]:
    """The state for which a source speaks in office; empty for anybody else, the unnamed, joint sources."""
    countries = statement.source.country
    if _unnamed(statement) or len(countries) != 1 or _LISTED.search(described):
        return ()
    state = entity is not None and entity.kind is Kind.COUNTRY
    return countries if state or names_any(described, "official") else ()


_LISTED = re.compile(
    r"\b(?:members|states|countries|nations|governments|allies)\b.{0,3} (?:including|among them|such as)\b"
)
"""Several of whom only some are named: "council members, including Norway"."""


def _unnamed(statement: Statement) -> bool:
    return statement.evidence is Evidence.UNNAMED or names_any(statement.source.name, "unnamed")


def _unclear(statement: Statement, person: bool) -> str | None:
    if _unnamed(statement):
        return "nobody is named, so it may be one of the others"
    joint = not person and names_any(statement.source.name, "joint")
    return "several speak together, so the others may be among them" if joint else None


def occasion(reading: Reading, statement: Statement) -> date | None:
    """The day it was said: a day that hangs on the cue, else the day of publication, else unknown."""
    if not statement.cue:
        return None
    return named_day(reading, statement) or _published(reading)


def named_day(reading: Reading, statement: Statement) -> date | None:
    """The day that hangs on the cue ("said on 3 May"), if it is not after publication."""
    if not statement.cue:
        return None
    times, published = reading.annotated.times, _published(reading)
    named = (t.since for t in times if t.since and t.since == t.until and _of_the_cue(reading, statement, t))
    return next((day for day in named if published is None or day <= published), None)


def _published(reading: Reading) -> date | None:
    published = reading.annotated.document.published
    return date.fromisoformat(published[:10]) if published else None


def _of_the_cue(reading: Reading, statement: Statement, time: Timex) -> bool:
    """Whether a time outside every content hangs on the cue, or stands beside it."""
    if time.type not in (TimexType.DATE, TimexType.TIME) or any(
        s.overlaps(time.span) for s in statement.content
    ):
        return False
    cue = statement.cue[0]
    between = Span(min(time.span.end, cue.end), max(time.span.start, cue.start))
    if any(s.overlaps(between) for s in statement.content):
        return False
    gap = max(time.span.start - cue.end, cue.start - time.span.end)
    if gap > BESIDE and not _climbs(reading.annotated.tokens, time.span, cue):
        return False
    spoken = (other for other in reading.statements if not other.narrated)
    return not any(s.overlaps(time.span) for other in spoken for s in other.content)


def _climbs(tokens: Sequence[Token], span: Span, goal: Span) -> bool:
    """Whether the heads above the last word of a span reach the goal before another verb."""
    here = bisect_left(tokens, span.end, key=lambda t: t.span.start) - 1
    if here < 0 or not span.contains(tokens[here].span):
        return False
    for _ in range(CLIMB):
        if tokens[here].head == here:
            return False
        here = tokens[here].head
        if goal.overlaps(tokens[here].span):
            return True
        if tokens[here].tag == "VERB":
            return False
    return False
