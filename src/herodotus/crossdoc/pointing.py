"""What a text leaves to its reader: parties named before, answers that only point at what they answer."""

from __future__ import annotations

import re
from dataclasses import replace

from herodotus.compare.arsenal import class_of
from herodotus.compare.materiel import related
from herodotus.compare.texts import stem
from herodotus.crossdoc.lexicon import wordset
from herodotus.data.annotations import Annotated
from herodotus.data.statements import Event, Modality, Reading, Stance, Statement

ANSWERS = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.DECLINES})
REAL = frozenset({Modality.OCCURRED, Modality.ONGOING})
BARE = 24
"""Code points of a content that is a number and little else ("several dozen", "no more than 40")."""
FIRST_WORDS = 4
"""Words within which a content that only points says so ("the latest round of allegations")."""
_BACKING = re.compile(r"\b(?:back|support|endors|echo|confirm|corroborat|shar|agree|second|uph[eo]ld)", re.I)
MOST_BACKED = 8
"""Words of what is backed: longer ones say themselves what it is."""
CONTEXT = 4000
"""Code points over which an event may leave its parties to what was told before: most of an article."""


def with_context(reading: Reading) -> list[Event]:
    """Events with the parties that the text leaves to its reader: "the transfers", "at least one was
    fired" mean those of the nearest event before of the same type that may be the same."""
    told: list[Event] = []
    known: list[Event] = []
    for said in sorted(reading.events, key=lambda e: e.trigger):
        event = _with_parties(reading.annotated, said, known)
        if event.actors and (event.recipients or event.place or len(event.actors) > 1):
            known.append(event)
        told.append(event)
    return [*told, *_left_out(reading, told)]


def _left_out(reading: Reading, told: list[Event]) -> list[Event]:
    """A bare number takes what it counts from the same sentence: "Oslo counts 40 lost crates; the owner spoke
    of several"."""
    found = []
    for statement in reading.statements:
        n = _bare_number(reading.annotated, statement)
        if n is None:
            continue
        mine = (e for e in reversed(told) if e.statement != statement.id)
        before = next((e for e in mine if _just_before(reading.annotated, e, statement)), None)
        if before is not None:
            clause = statement.content[0]
            found.append(replace(before, statement=statement.id, quantities=(n,), clause=clause, time=None))
    return found


def _bare_number(annotated: Annotated, statement: Statement) -> int | None:
    """The one count that a content is, with little else."""
    if len(statement.content) != 1 or statement.content[0].end - statement.content[0].start > BARE:
        return None
    whole = statement.content[0]
    inside = [n for n, q in enumerate(annotated.quantities) if whole.contains(q.span)]
    return inside[0] if len(inside) == 1 and annotated.quantities[inside[0]].unit == "count" else None


def _just_before(annotated: Annotated, event: Event, statement: Statement) -> bool:
    """Whether an event stands before a statement in its sentence."""
    if not statement.content or event.trigger.end > statement.content[0].start:
        return False
    sentence = next((s for s in annotated.sentences if s.contains(statement.content[0])), None)
    return sentence is not None and sentence.contains(event.trigger)


def _with_parties(annotated: Annotated, event: Event, known: list[Event]) -> Event:
    if event.actors or event.recipients or not _points_back(annotated, event):
        return event
    before = next((e for e in reversed(known) if _may_mean(annotated, event, e)), None)
    if before is None:
        return event
    things = event.materiel or before.materiel
    return replace(event, actors=before.actors, recipients=before.recipients, materiel=things)


def _points_back(annotated: Annotated, event: Event) -> bool:
    """Whether the words mean something told before: "the transfers", "such strikes", a verb without who
    did it."""
    if event.modality not in REAL:
        return False
    text = annotated.document.text
    token = next((t for t in annotated.tokens if t.span == event.trigger), None)
    if token is not None and token.tag == "VERB":
        return True
    before = text[max(0, event.trigger.start - 50) : event.trigger.start].lower().split()[-4:]
    return bool({w.strip("\"“'‘(") for w in before} & wordset("pointing"))


def _may_mean(annotated: Annotated, event: Event, other: Event) -> bool:
    if event.type != other.type or event.trigger.start - other.trigger.start > CONTEXT:
        return False
    left, right = classes_of(annotated, event), classes_of(annotated, other)
    return not left or not right or related(left, right)


def points_only(reading: Reading, statement: Statement) -> bool:
    """Whether an answer names what it answers only by a word like "allegations" or "it"."""
    if statement.stance not in ANSWERS:
        return False
    words = " ".join(span.of(reading.annotated.document.text) for span in statement.content).lower().split()
    return bool({stem(w.strip(".,;\"“”'")) for w in words[:FIRST_WORDS]} & wordset("anaphors"))


def classes_of(annotated: Annotated, event: Event) -> frozenset[str]:
    """What the things of an event are."""
    text = annotated.document.text
    return frozenset(found for span in event.materiel if (found := class_of(span.of(text))))


def backs(reading: Reading, statement: Statement) -> bool:
    """Whether it only says that somebody else is right: "backed the Danish assessment"."""
    text = reading.annotated.document.text
    if statement.stance is not Stance.ASSERTS or not any(_BACKING.search(c.of(text)) for c in statement.cue):
        return False
    words = " ".join(span.of(text) for span in statement.content).lower().split()
    return len(words) <= MOST_BACKED and not {stem(w.strip('.,;"“”')) for w in words}.isdisjoint(
        wordset("views")
    )
