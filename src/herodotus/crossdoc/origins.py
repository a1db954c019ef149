"""How many independent roots a claim has: speakers on occasions, not articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herodotus.compare.texts import COPIED, copying
from herodotus.crossdoc.lexicon import names_any
from herodotus.crossdoc.propositions import last_name
from herodotus.data.annotations import Kind, TimexType
from herodotus.data.claims import Origin
from herodotus.data.statements import Evidence, Reading, Statement

OCCASION = timedelta(days=3)
"""Statements of one speaker within three days of each other count as one occasion: news repeats a briefing that long."""
SEEN_ITSELF = frozenset({Evidence.EYEWITNESS, Evidence.SATELLITE, Evidence.DOCUMENT, Evidence.EXAMINATION})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a statement goes back to: the speaker at the end of its chain, for whom, and when."""

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


def voice(reading: Reading, statement: Statement) -> Voice:
    """Who stands behind a statement."""
    speaker = statement.chain[-1] if statement.chain else statement.source.name
    via = statement.chain[0] if len(statement.chain) > 1 else None
    said = None if via else occasion(reading, statement)
    return Voice(reading, statement, speaker, _office(reading, statement), said, via)


def _office(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """The states for which the source speaks in office; empty for anybody else, for unnamed and for joint sources."""
    source = statement.source
    entity = next((e for e in reading.annotated.entities if e.id == source.entity), None)
    words = " ".join(span.of(reading.annotated.document.text) for span in source.spans)
    described = f"{source.name} {entity.role or '' if entity else ''} {words}"
    if statement.evidence is Evidence.UNNAMED or len(source.country) != 1:
        return ()
    state = entity is not None and entity.kind is Kind.COUNTRY
    return source.country if state or names_any(described, "official") else ()


def occasion(reading: Reading, statement: Statement) -> date | None:
    """The day it was said: a day named beside the cue, else the day of publication, else unknown."""
    annotated = reading.annotated
    named = [
        t.since for t in annotated.times
        if t.type in (TimexType.DATE, TimexType.TIME) and t.since and t.since == t.until and _beside(reading, statement, t.span.start)
    ]
    if named:
        return named[0]
    published = annotated.document.published
    return date.fromisoformat(published[:10]) if published and not statement.narrated else None


def _beside(reading: Reading, statement: Statement, at: int) -> bool:
    """Whether a time stands in the sentence of the cue, outside every content."""
    if not statement.cue:
        return False
    cue = statement.cue[0].start
    sentence = next((s for s in reading.annotated.sentences if s.start <= cue < s.end), None)
    inside = any(s.start <= at < s.end for other in reading.statements if not other.narrated for s in other.content)
    return sentence is not None and sentence.start <= at < sentence.end and not inside


def origins(voices: Sequence[Voice]) -> tuple[Origin, ...]:
    """Group the voices behind one claim; each origin says why its statements were put together."""
    ordered = sorted(voices, key=lambda v: (v.narrated, v.said is None, v.said or date.min, v.reading.annotated.document.sha256, v.key))
    groups: list[list[tuple[Voice, str]]] = []
    for each in ordered:
        place, reason = _place(each, groups)
        if place is None:
            groups.append([(each, reason)])
        else:
            place.append((each, reason))
    found = [_origin(group) for group in groups]
    return tuple(sorted(found, key=lambda o: (-len(o.statements), o.label, o.statements)))


def _place(each: Voice, groups: list[list[tuple[Voice, str]]]) -> tuple[list[tuple[Voice, str]] | None, str]:
    for group in groups:
        for other, _ in group:
            reason = same_root(each, other)
            if reason:
                return group, reason
    if each.narrated and groups and each.statement.evidence not in SEEN_ITSELF:
        return _told_by(each, groups), "told by the publisher without a source; sources in the story say the same"
    return None, ""


def _told_by(each: Voice, groups: list[list[tuple[Voice, str]]]) -> list[tuple[Voice, str]] | None:
    """The origin that a narration most likely draws on: one its own article quotes, else the most quoted."""
    spoken = [g for g in groups if not g[0][0].narrated]
    if not spoken:
        return None
    return max(spoken, key=lambda g: (any(v.reading is each.reading for v, _ in g), len(g)))


def same_root(a: Voice, b: Voice) -> str | None:
    """Why two statements go back to one root; None where nothing says so."""
    if a.narrated or b.narrated:
        return _one_publisher(a, b) or _copied(a, b)
    if not _one_occasion(a, b):
        return None
    when = f" ({a.said or b.said})" if a.said or b.said else ""
    if last_name(a.speaker) == last_name(b.speaker) and a.statement.source.country == b.statement.source.country:
        return f"the same speaker, {b.speaker}, on one occasion{when}{_relayed(a)}"
    if a.office and a.office == b.office:
        return f"organs of one government ({', '.join(a.office)}) within three days{when}{_relayed(a)}"
    return _copied(a, b)


def _relayed(a: Voice) -> str:
    return f", relayed by {a.via}" if a.via else ""


def _one_occasion(a: Voice, b: Voice) -> bool:
    return a.said is None or b.said is None or abs(a.said - b.said) <= OCCASION


def _one_publisher(a: Voice, b: Voice) -> str | None:
    one, other = a.reading.annotated.document, b.reading.annotated.document
    if a.narrated and b.narrated and (one.id == other.id or (one.publisher and one.publisher == other.publisher)):
        return f"the same publisher, {one.publisher or 'unknown'}"
    if a.narrated and b.narrated and one.agency and one.agency == other.agency:
        return f"both from {one.agency}"
    return None


def _copied(a: Voice, b: Voice) -> str | None:
    found = copying(_content(a), _content(b))
    return f"the same words ({found.reason})" if found.score >= COPIED and len(_content(a)) > 60 else None


def _content(v: Voice) -> str:
    return " ".join(span.of(v.reading.annotated.document.text) for span in v.statement.content)


def _origin(group: list[tuple[Voice, str]]) -> Origin:
    first = group[0][0]
    reasons = list(dict.fromkeys(reason for _, reason in group if reason))
    when = f", {first.said}" if first.said else ""
    label = f"{first.speaker}{when}" if not first.narrated else f"{first.speaker} (own account)"
    return Origin("", label, tuple(v.key for v, _ in group), "; ".join(reasons) or "stands alone")


def behind(holders: Iterable[tuple[str, str]], found: Sequence[Origin]) -> int:
    """How many of the origins stand behind some statements; those without one count together as none."""
    wanted = set(holders)
    return sum(bool(wanted & set(origin.statements)) for origin in found)


def by_statement(found: Sequence[Origin]) -> Mapping[tuple[str, str], str]:
    return {key: origin.id for origin in found for key in origin.statements}
