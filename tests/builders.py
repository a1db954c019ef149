"""Small records for tests: parsed sentences written by hand, and readings made of who says what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from herodotus.crossdoc.casualties import casualty
from herodotus.crossdoc.counts import Account
from herodotus.data.annotations import (
    Annotated,
    Entity,
    Form,
    Kind,
    Mention,
    Quantity,
    Timex,
    TimexType,
    Token,
)
from herodotus.data.documents import Document, Span
from herodotus.data.statements import (
    Event,
    Evidence,
    Manner,
    Modality,
    Party,
    Polarity,
    Reading,
    Source,
    Stance,
    Statement,
)
from herodotus.data.tolls import Outcome, Toll, Total

COUNTRIES = {
    "Norway": "NOR",
    "Norwegian": "NOR",
    "Oslo": "NOR",
    "Sweden": "SWE",
    "Swedish": "SWE",
    "Stockholm": "SWE",
    "Denmark": "DNK",
    "Danish": "DNK",
    "Finland": "FIN",
    "Finnish": "FIN",
    "Estonia": "EST",
}
NAMES = {"NOR": "Norway", "SWE": "Sweden", "DNK": "Denmark", "FIN": "Finland", "EST": "Estonia"}
_CLOSING = re.compile(r"^(?:[.,;:?!)”’]|'s|n't)")


def tokens_of(parse: str, start: int = 0) -> tuple[str, tuple[Token, ...]]:
    """A sentence a line, a token as form/TAG/head/relation or form/TAG/head/relation/lemma; heads count from 1 in
    their sentence, 0 is the root."""
    text, found = "", []
    for line in parse.strip().splitlines():
        first = len(found)
        for i, item in enumerate(line.split()):
            form, tag, head, relation, *lemma = item.split("/")
            text += "" if not text or _CLOSING.match(form) else " "
            span = Span(start + len(text), start + len(text) + len(form))
            text += form
            index = first + i if head == "0" else first + int(head) - 1
            found.append(Token(span, lemma[0] if lemma else form.lower(), tag, index, relation))
    return text, tuple(found)


def entities_of(text: str, things: Sequence[str] = ()) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Countries as entities with their mentions; `things` as mentions of weapons."""
    mentions: dict[str, list[Mention]] = {}
    for word, code in COUNTRIES.items():
        kind = Kind.NATIONALITY if word.endswith(("ish", "ian")) else Kind.COUNTRY
        for m in re.finditer(rf"\b{word}\b", text):
            mentions.setdefault(code, []).append(Mention(Span(*m.span()), kind, Form.NAMED))
    arms = [
        Mention(Span(*m.span()), Kind.WEAPON, Form.NOMINAL)
        for t in things
        for m in re.finditer(rf"\b{t}\b", text)
    ]
    entities = tuple(
        Entity(f"n{i}", Kind.COUNTRY, NAMES[c], (c,), tuple(ms)) for i, (c, ms) in enumerate(mentions.items())
    )
    return entities, (*(m for ms in mentions.values() for m in ms), *arms)


def time_of(text: str, words: str, day: str) -> Timex:
    at = text.index(words)
    when = date.fromisoformat(day)
    return Timex(Span(at, at + len(words)), TimexType.DATE, day, when, when, "day", "as written")


def quantity_of(text: str, words: str, best: float | None, *, unit: str = "count", of: str = "") -> Quantity:
    """A figure; without `best` the words are vague ("several") and are their own hedge."""
    at = text.index(words)
    hedge = None if best is not None else words.removesuffix(of).strip()
    low = best if best is not None else {"several": 3.0, "several dozen": 24.0}.get(hedge or "")
    return Quantity(Span(at, at + len(words)), low, best, best, unit, of, hedge)


def parsed(
    parse: str,
    *,
    things: Sequence[str] = (),
    times: Sequence[tuple[str, str]] = (),
    figures: Sequence[tuple[str, float, str]] = (),
) -> Annotated:
    """A document from hand-written trees."""
    text, tokens = tokens_of(parse)
    entities, mentions = entities_of(text, things)
    ends = [m.end() for m in re.finditer(r"[.?!](?= |$)", text)] or [len(text)]
    sentences = tuple(Span(a, b) for a, b in zip([0, *(e + 1 for e in ends)], ends, strict=False))
    return Annotated(
        document("a", text),
        sentences,
        tokens,
        mentions,
        tuple(time_of(text, *t) for t in times),
        tuple(quantity_of(text, words, best, of=of) for words, best, of in figures),
        (),
        np.zeros((0, 384), np.float32),
        entities,
    )


def document(
    identity: str, text: str, *, publisher: str | None = None, published: str | None = None
) -> Document:
    digest = sha256(text.encode()).hexdigest()
    return Document(
        identity, f"{identity}.txt", digest, text, publisher or f"The {identity.title()}", published=published
    )


def narration(annotated: Annotated, identity: str = "s1") -> Statement:
    """The whole text as told by the publisher."""
    text = annotated.document.text
    return Statement(
        identity,
        annotated.document.id,
        Source((), annotated.document.publisher or "unknown"),
        (),
        (Span(0, len(text)),),
        Manner.INDIRECT,
        Stance.ASSERTS,
        Evidence.NONE,
        (),
        1.0,
        vector(text),
    )


def vector(text: str) -> NDArray[np.float32]:
    """Words thrown into 384 places: texts with the same words are close."""
    found = np.zeros(384, np.float32)
    for word in re.findall(r"\w{4,}", text.lower()):
        found[int(sha256(word[:6].encode()).hexdigest(), 16) % 384] += 1
    length = float(np.linalg.norm(found))
    return found / length if length else found


@dataclass(frozen=True)
class Happening:
    """An event of a statement: trigger and things by their words in the content, parties as ISO codes."""

    type: str
    trigger: str
    actors: str = ""
    recipients: str = ""
    things: tuple[str, ...] = ()
    day: tuple[str, str] | None = None
    figure: tuple[str, float | None, str] | None = None
    modality: Modality = Modality.OCCURRED
    polarity: Polarity = Polarity.POSITIVE


@dataclass(frozen=True)
class Said:
    """A sentence "content, source cue." with what it says; no source means narration."""

    content: str
    source: str = ""
    country: str = ""
    stance: Stance = Stance.ASSERTS
    evidence: Evidence = Evidence.NONE
    chain: tuple[str, ...] = ()
    events: tuple[Happening, ...] = ()
    cue: str = "said"
    role: str = ""
    figures: tuple[tuple[str, float | None, str, str], ...] = field(default=())


def reading(
    identity: str, *said: Said, publisher: str | None = None, published: str | None = "2024-03-05"
) -> Reading:
    """A document of one sentence for each thing said."""
    lines = [f"{s.content}, {s.source} {s.cue}." if s.source else f"{s.content}." for s in said]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    times, figures = _numbers(text, said, starts)
    entities, mentions = entities_of(text)
    people = tuple(_speaker(text, s, f"p{i}") for i, s in enumerate(said) if s.source and s.role)
    annotated = Annotated(
        document(identity, text, publisher=publisher, published=published),
        tuple(Span(a, a + len(line)) for a, line in zip(starts, lines, strict=True)),
        tuple(_plain_tokens(text)),
        mentions,
        tuple(times),
        tuple(q for q, _ in figures),
        (),
        np.zeros((0, 384), np.float32),
        (*entities, *people),
    )
    statements = tuple(_statement(annotated, s, (i, starts[i])) for i, s in enumerate(said))
    events = [_event(annotated, s, h, (i, starts[i])) for i, s in enumerate(said) for h in s.events]
    return Reading(annotated, statements, tuple(events))


def _numbers(
    text: str, said: Sequence[Said], starts: Sequence[int]
) -> tuple[list[Timex], list[tuple[Quantity, int]]]:
    times, figures = [], []
    for i, s in enumerate(said):
        for h in s.events:
            if h.day:
                found = time_of(text[starts[i] :], *h.day)
                times.append(_moved(found, starts[i]))
            if h.figure:
                words, best, of = h.figure
                figures.append((_shift(quantity_of(text[starts[i] :], words, best, of=of), starts[i]), i))
        for words, best, unit, of in s.figures:
            figures.append(
                (_shift(quantity_of(text[starts[i] :], words, best, unit=unit, of=of), starts[i]), i)
            )
    return times, figures


def _moved(time: Timex, by: int) -> Timex:
    span = Span(time.span.start + by, time.span.end + by)
    return Timex(span, time.type, time.value, time.since, time.until, time.precision, time.basis)


def _shift(q: Quantity, by: int) -> Quantity:
    return Quantity(Span(q.span.start + by, q.span.end + by), q.low, q.best, q.high, q.unit, q.of, q.hedge)


def _speaker(text: str, said: Said, identity: str) -> Entity:
    at = text.index(said.source)
    mention = Mention(Span(at, at + len(said.source)), Kind.PERSON, Form.NAMED)
    return Entity(identity, Kind.PERSON, said.source, tuple(said.country.split()), (mention,), said.role)


def _plain_tokens(text: str) -> list[Token]:
    found = re.finditer(r"\w+(?:-\w+)*|[^\w\s]", text)
    return [
        Token(Span(*m.span()), m[0].lower(), "X" if m[0][0].isalnum() else "PUNCT", i, "root")
        for i, m in enumerate(found)
    ]


def _statement(annotated: Annotated, said: Said, where: tuple[int, int]) -> Statement:
    number, start = where
    end = start + len(said.content)
    cue = (
        (Span(end + 3 + len(said.source), end + 3 + len(said.source) + len(said.cue)),) if said.source else ()
    )
    entity = next((e.id for e in annotated.entities if e.name == said.source), None)
    spans = (Span(end + 2, end + 2 + len(said.source)),) if said.source else ()
    name = said.source or annotated.document.publisher or "unknown"
    return Statement(
        f"s{number + 1}",
        annotated.document.id,
        Source(spans, name, entity, tuple(said.country.split())),
        cue,
        (Span(start, end),),
        Manner.INDIRECT,
        said.stance,
        said.evidence,
        said.chain,
        0.9,
        vector(said.content),
    )


def _event(annotated: Annotated, said: Said, happening: Happening, where: tuple[int, int]) -> Event:
    number, start = where
    text = annotated.document.text

    def find(words: str) -> Span:
        at = text.index(words, start)
        return Span(at, at + len(words))

    trigger, clause = find(happening.trigger), Span(start, start + len(said.content))
    parties = [
        tuple(Party(trigger, NAMES.get(code, code), (code,)) for code in codes.split())
        for codes in (happening.actors, happening.recipients)
    ]
    times = [n for n, t in enumerate(annotated.times) if clause.contains(t.span) and happening.day]
    figures = tuple(n for n, q in enumerate(annotated.quantities) if clause.contains(q.span))
    wanted = [n for n in times if happening.day and annotated.times[n].span == find(happening.day[0])]
    return Event(
        f"e{number + 1}",
        annotated.document.id,
        f"s{number + 1}",
        happening.type,
        trigger,
        parties[0],
        parties[1],
        tuple(find(t) for t in happening.things),
        None,
        wanted[0] if wanted else None,
        figures,
        happening.polarity,
        happening.modality,
        clause,
    )


def harmed(
    identity: str,
    text: str,
    *tolls: Toll,
    published: str | None = "2024-03-05",
    day: tuple[str, str] | None = None,
) -> Reading:
    """A document of one paragraph told by its publisher; each toll but the attacker's is the whole of its outcome;
    with a day, people die in it on that day."""
    sentences = [Span(*m.span()) for m in re.finditer(r"[^.\n]+\.?", text)]
    annotated = Annotated(
        document(identity, text, published=published),
        tuple(sentences),
        tuple(_plain_tokens(text)),
        (),
        (time_of(text, *day),) if day else (),
        (),
        (),
        np.zeros((0, 384), np.float32),
    )
    totals = [
        Total(toll.outcome, toll.low, toll.best, toll.high, (n,), "as written")
        for n, toll in enumerate(tolls)
        if not toll.attacker or toll.further
    ]
    deaths = [
        Event(
            "e1",
            identity,
            "s1",
            "DEATH",
            toll.span,
            (),
            (),
            (),
            None,
            0,
            (),
            Polarity.POSITIVE,
            Modality.OCCURRED,
            toll.span,
        )
        for toll in tolls[: bool(day)]
    ]
    return Reading(annotated, (narration(annotated),), tuple(deaths), tolls, tuple(totals))


def toll_of(text: str, words: str, outcome: Outcome, best: float | None, **more: Any) -> Toll:
    """A toll whose people are named by these words of the text."""
    span = Span(text.index(words), text.index(words) + len(words))
    given = {"low": best, "high": best, "stated": True} | more
    return Toll(outcome=outcome, span=span, who=span, best=best, **given)


def casualty_account(identity: str, *, killed: float, published: str = "2024-03-05") -> Account:
    """A document that says that so many people were killed."""
    text = f"{killed:.0f} people were killed."
    toll = toll_of(text, f"{killed:.0f} people", Outcome.KILLED, killed)
    found = harmed(identity, text, toll, published=published)
    row = casualty(found)
    assert row is not None
    return Account(row, found)
