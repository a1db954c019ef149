"""The JSON shapes of `annotate --json` and `brief --json`; docs/schema holds them to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from herodotus.data.annotations import Entity, Quantity, Timex
from herodotus.data.claims import (
    Brief,
    Claim,
    Difference,
    Link,
    Origin,
    Place,
    Relation,
    Story,
    TimelineEntry,
    Value,
)
from herodotus.data.documents import Document, Skipped, Span
from herodotus.data.places import Place as Location
from herodotus.data.statements import Event, Party, Reading, Source, Statement
from herodotus.data.tolls import Casualty, Tally
from herodotus.report.words import joined

Json = dict[str, Any]

VERSION = 1
"""Raised when a key changes its meaning or goes away; a new key does not raise it."""


def annotate(reading: Reading) -> Json:
    """One document with everything read out of it."""
    annotated = reading.annotated
    text = annotated.document.text
    return {
        "version": VERSION,
        **_document(annotated.document),
        "sentences": _pairs(annotated.sentences),
        "entities": [_entity(e) for e in annotated.entities],
        "times": [_time(t) for t in annotated.times],
        "quantities": [_quantity(q) for q in annotated.quantities],
        "statements": [_statement(s, text) for s in reading.statements],
        "events": [_event(e) for e in reading.events],
    }


def layers(reading: Reading) -> Json:
    """The same with the words, what they refer to, and the words that name political events."""
    annotated = reading.annotated
    chain = {number: i for i, chain in enumerate(annotated.chains) for number in chain}
    return annotate(reading) | {
        "tokens": [
            _at(t.span) | {"lemma": t.lemma, "tag": t.tag, "head": t.head, "relation": t.relation}
            for t in annotated.tokens
        ],
        "markables": [
            _at(m.span) | {"head": m.head, "type": m.type, "chain": chain[i]}
            for i, m in enumerate(annotated.markables)
        ],
        "triggers": [
            {"token": t.token, "type": t.type, "score": t.score, "factuality": t.factuality}
            for t in annotated.triggers
        ],
    }


def brief(brief: Brief) -> Json:
    """The documents as `annotate` gives them, what they say together, and what was left out."""
    return {
        "version": VERSION,
        "documents": [annotate(reading) for reading in brief.readings],
        "stories": [_story(story) for story in brief.stories],
        "registers": {"casualties": [_casualty(s.id, row) for s in brief.stories for row in s.casualties]},
        "skipped": [_skipped(s) for s in brief.skipped],
    }


def _document(document: Document) -> Json:
    plain = ("id", "origin", "sha256", "text", "publisher", "title", "byline", "dateline", "agency",
             "published", "language", "url")  # fmt: skip
    regions = [_at(r.span) | {"kind": r.kind.value, "reason": r.reason} for r in document.regions]
    bases = [{"field": b.field, "how": b.how, "span": _pair(b.span)} for b in document.bases]
    return {name: getattr(document, name) for name in plain} | {"regions": regions, "bases": bases}


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "country": _codes(entity.country),
        "role": entity.role,
        "place": _location(entity.place) if entity.place else None,
        "mentions": [_at(m.span) | {"form": m.form.value} for m in entity.mentions],
    }


def _time(time: Timex) -> Json:
    return _at(time.span) | {
        "type": time.type.value,
        "value": time.value,
        "from": time.since.isoformat() if time.since else None,
        "until": time.until.isoformat() if time.until else None,
        "precision": time.precision,
        "basis": time.basis,
    }


def _quantity(quantity: Quantity) -> Json:
    plain = ("low", "best", "high", "unit", "of", "hedge")
    return _at(quantity.span) | {name: getattr(quantity, name) for name in plain}


def _statement(statement: Statement, text: str) -> Json:
    return {
        "id": statement.id,
        "source": _source(statement.source, text),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "kind": statement.manner.value,
        "stance": statement.stance.value,
        "evidence": statement.evidence.value,
        "chain": list(statement.chain),
        "score": statement.score,
        "narrated": statement.narrated,
    }


def _source(source: Source, text: str) -> Json:
    return {
        "spans": _pairs(source.spans),
        "text": joined(text, source.spans),
        "entity": source.entity,
        "name": source.name,
        "actor": _codes(source.country),
    }


def _event(event: Event) -> Json:
    """`mode` is null until the coder has modes; `time` and `quantities` index the document's lists."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": None,
        "actors": [_party(p) for p in event.actors],
        "recipients": [_party(p) for p in event.recipients],
        "materiel": _pairs(event.materiel),
        "place": _party(event.place) if event.place else None,
        "time": event.time,
        "quantities": list(event.quantities),
        "polarity": event.polarity.value,
        "modality": event.modality.value,
        "spans": [_pair(event.trigger)],
        "clause": _pair(event.clause),
        "statement": event.statement,
    }


def _party(party: Party) -> Json:
    return {"name": party.name, "actor": _codes(party.country), "span": _pair(party.span)}


def _story(story: Story) -> Json:
    return {
        "id": story.id,
        "title": story.title,
        "documents": list(story.documents),
        "claims": [_claim(c) for c in story.claims],
        "map": [
            _pin(c.id, c.location) for c in story.claims if c.location and c.location.latitude is not None
        ],
        "differences": [_difference(d) for d in story.differences],
        "timeline": [_entry(e) for e in story.timeline],
        "relations": [_relation(r) for r in story.relations],
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "text": claim.text,
        "words": [_place(p) for p in claim.words],
        "statements": [
            {
                "document": s.document,
                "statement": s.statement,
                "position": s.position.value,
                "reason": s.reason,
                "same": s.same or None,
            }
            for s in claim.stands
        ],
        "origins": len(claim.origins),
        "low": claim.low,
        "high": claim.high,
        "origin_list": [_origin(o) for o in claim.origins],
        "evidence": [e.value for e in claim.evidence],
        "time": claim.time,
        "place": claim.place,
        "location": _location(claim.location) if claim.location else None,
        "topic": claim.topic,
    }


def _origin(origin: Origin) -> Json:
    links = {(link.document, link.statement): link for link in origin.links}
    return {
        "id": origin.id,
        "label": origin.label,
        "statements": [_link(*key, links.get(key)) for key in origin.statements],
        "reason": origin.reason,
        "low": origin.low,
        "high": origin.high,
    }


def _link(document: str, statement: str, link: Link | None) -> Json:
    chain, reason = (list(link.chain), link.reason) if link else ([], "")
    return {"document": document, "statement": statement, "chain": chain, "reason": reason}


def _difference(difference: Difference) -> Json:
    return {
        "claim": difference.claim,
        "field": difference.field,
        "class": difference.kind.value,
        "values": [_value(v) for v in difference.values],
        "reason": difference.reason,
    }


def _value(value: Value) -> Json:
    return {
        "value": value.value,
        "normal": value.normal,
        "holders": list(value.holders),
        "origins": value.origins,
        "spans": [_place(p) for p in value.words],
        "doubt": value.doubt or None,
    }


def _entry(entry: TimelineEntry) -> Json:
    return {
        "from": entry.since.isoformat(),
        "until": entry.until.isoformat(),
        "precision": entry.precision,
        "text": entry.text,
        "claims": list(entry.claims),
        "spans": [_place(p) for p in entry.words],
    }


def _casualty(story: str, row: Casualty) -> Json:
    return {
        "story": story,
        "document": row.document,
        "killed": _tally(row.document, row.killed) if row.killed else None,
        "injured": _tally(row.document, row.injured) if row.injured else None,
        "time": row.time,
        "place": row.place,
        "location": _location(row.location) if row.location else None,
    }


def _tally(document: str, tally: Tally) -> Json:
    plain = ("low", "best", "high", "stated", "attacker", "reason")
    said = [{"statement": s.statement, "source": s.source, "narrated": s.narrated} for s in tally.said]
    spans = [_place(Place(document, span)) for span in tally.words]
    return {name: getattr(tally, name) for name in plain} | {
        "who": list(tally.who),
        "said": said,
        "spans": spans,
    }


def _relation(relation: Relation) -> Json:
    return {
        "claim": relation.claim,
        "class": relation.kind.value,
        "other": relation.other,
        "reason": relation.reason,
    }


def _skipped(skipped: Skipped) -> Json:
    return {name: getattr(skipped, name) for name in ("origin", "stage", "reason", "failed")}


def _place(place: Place) -> Json:
    return {"document": place.document} | _at(place.span)


def _location(place: Location) -> Json:
    return {
        "name": place.name,
        "kind": place.kind.value,
        "precision": place.precision.value,
        "country": _codes(place.country),
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius": place.radius,
        "code": place.code,
        "reason": place.reason,
    }


def _pin(claim: str, place: Location) -> Json:
    """A point of a map: what is meant lies within `radius` km of it."""
    return {"claim": claim} | _location(place)


def _at(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _codes(codes: tuple[str, ...]) -> str | None:
    return ";".join(codes) or None
