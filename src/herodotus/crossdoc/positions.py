"""Where each statement stands: asserts, denies, doubts, declines; also denials that name no content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from herodotus.compare.texts import stem
from herodotus.crossdoc.lexicon import names_any, wordset
from herodotus.crossdoc.pointing import ANSWERS, backs
from herodotus.crossdoc.propositions import Proposition, bare
from herodotus.crossdoc.terms import Namer, codes_of
from herodotus.data.annotations import Kind, Quantity
from herodotus.data.claims import Position, Stand
from herodotus.data.documents import Span
from herodotus.data.statements import Reading, Stance, Statement

PLAIN = {
    Stance.ASSERTS: (Position.ASSERTS, "says so"),
    Stance.ANNOUNCES: (Position.ASSERTS, "announces it"),
    Stance.PREDICTS: (Position.ASSERTS, "predicts it"),
    Stance.CONDEMNS: (Position.ASSERTS, "presupposed by a condemnation"),
    Stance.URGES: (Position.ASSERTS, "presupposed by a demand"),
    Stance.DENIES: (Position.DENIES, "denies it"),
    Stance.DOUBTS: (Position.DOUBTS, "doubts it"),
    Stance.DECLINES: (Position.DECLINES, "will not comment on it"),
}
ASKED = 80
"""Code points before an answer that may hold the question, where the sentence was cut too short."""
NEAR = 1200
"""Code points before a denial within which the accusation it answers is looked for: about three
paragraphs."""
LAST = 500
"""Code points before a refusal within which somebody else's words are what it refuses to comment on."""
BOTH_SIDES = frozenset({"TRANSFER", "AID", "AGREE", "CONSULT"})
"""What both sides do; of anything else who suffers it is not accused ("sanctions on three firms")."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a story; `told` has the propositions of each reading (by its id()), with the index of their
    claim."""

    groups: Sequence[Sequence[Proposition]]
    told: Mapping[int, Sequence[tuple[int, Proposition]]]

    @classmethod
    def of(cls, groups: Sequence[Sequence[Proposition]]) -> Claims:
        told: dict[int, list[tuple[int, Proposition]]] = {}
        for i, group in enumerate(groups):
            for p in group:
                told.setdefault(id(p.reading), []).append((i, p))
        return cls(groups, told)

    def most(self, count: Callable[[Sequence[Proposition]], int]) -> int | None:
        """The index of the claim that counts most, the first of several; None where none counts anything."""
        number, negative = max(((count(group), -i) for i, group in enumerate(self.groups)), default=(0, 0))
        return -negative if number else None


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial or refusal that names no content of its own, with where it stands and the terms it consists of."""

    reading: Reading
    statement: Statement
    at: int
    terms: frozenset[str]

    def told(self, claims: Claims) -> Sequence[tuple[int, Proposition]]:
        """What its own document tells, with the index of the claim."""
        return claims.told.get(id(self.reading), ())


def position(p: Proposition, negative: bool = False) -> tuple[Position, str]:
    """The position of a proposition on a claim, which itself may be negative ("has not reached a deal")."""
    found, reason = PLAIN[p.statement.stance]
    if p.statement.narrated:
        reason = "told by the publisher"
    if p.negated == negative or found not in (Position.ASSERTS, Position.DENIES):
        return found, reason
    turned = Position.DENIES if found is Position.ASSERTS else Position.ASSERTS
    return turned, "says that it is not so" if turned is Position.DENIES else "denies the contrary"


def hedged(p: Proposition) -> bool:
    """Whether the publisher tells it as somebody else's word ("the alleged transfer")."""
    if not p.statement.narrated or p.event is None:
        return False
    text = p.reading.annotated.document.text
    before = text[max(p.event.clause.start, p.event.trigger.start - 60) : p.event.trigger.start]
    return names_any(" ".join(before.split()), "hedges")


def stand(p: Proposition, negative: bool) -> Stand:
    found, reason = position(p, negative)
    return Stand(p.document, p.statement.id, found, reason)


def answers(readings: Iterable[Reading], found: Sequence[Proposition]) -> list[Answer]:
    """Denials, doubts, refusals and endorsements that name no content of their own."""
    full = {(id(p.reading), p.statement.id) for p in found}
    made = []
    for reading in readings:
        pointing = (s for s in reading.statements if s.stance in ANSWERS or backs(reading, s))
        empty = [s for s in pointing if (id(reading), s.id) not in full]
        if empty:
            namer = Namer(reading.annotated)
            made += [Answer(reading, s, _where(s), namer.terms(s.content)) for s in empty]
    return made


def _where(statement: Statement) -> int:
    spans = statement.cue or statement.content or statement.source.spans
    return min(span.start for span in spans) if spans else 0


Finder = Callable[[Answer, Claims], list[tuple[int, str]]]


def answered(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """The claims (by index) that an answer without content is about, each with the reason."""
    if answer.statement.stance is Stance.ASSERTS:
        return _backed(answer, claims)
    named: tuple[Finder, ...] = (_by_figure, _by_speaker, _by_type, _last_number)
    declines = answer.statement.stance is Stance.DECLINES
    if _names_something(answer):
        asked: tuple[Finder, ...] = (_same_sentence,) if declines else ()
        finders = (*named, *asked, _by_words, _said_of)
    else:
        finders = (*named, _same_sentence, _before, _latest if declines else _foremost)
    for find in finders:
        found = find(answer, claims)
        if found:
            return found
    return []


def _backed(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """The claim of which the one who is backed says most; where nobody is named, what was said last."""
    content, annotated = answer.statement.content, answer.reading.annotated
    inside = [e for e in annotated.entities if any(s.contains(m.span) for m in e.mentions for s in content)]
    if not inside:
        return [(i, "backs what was said before") for i, _ in _latest(answer, claims)]
    names = {e.name for e in inside}
    states = {code for e in inside for code in e.country}
    most = claims.most(
        lambda claim: sum(
            p.statement.source.name in names or not states.isdisjoint(p.statement.source.country)
            for p in claim
            if p.event is not None and p.statement.stance not in ANSWERS
        )
    )
    return [] if most is None else [(most, f"backs what {' and '.join(sorted(names))} says")]


def _names_something(answer: Answer) -> bool:
    """Whether its words say what it answers ("the merger"), rather than point at it ("the allegations"): then
    nothing but those words may lead to a claim."""
    own = {word for name in (answer.statement.source.name,) for word in name.lower().split()}
    return bool(
        {stem(t) for t in answer.terms} - wordset("anaphors") - own - set(answer.statement.source.country)
    )


def _by_figure(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """ "The figure of 120 is wrong": the claim in which most give that figure."""
    content = answer.statement.content
    quantities = answer.reading.annotated.quantities
    given = [q for q in quantities if q.best and any(span.contains(q.span) for span in content)]
    if not given:
        return []
    most = claims.most(lambda claim: sum(_gives(p, q) for p in claim for q in given))
    return [] if most is None else [(most, f"{_doing(answer)} by its figure")]


def _by_speaker(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """ "No call from the coastguard came in": what the one whom it names has said in words like these."""
    content, annotated = answer.statement.content, answer.reading.annotated
    inside = [e for e in annotated.entities if any(s.contains(m.span) for m in e.mentions for s in content)]
    named = {e.name for e in inside if e.kind is not Kind.COUNTRY}
    if not named:
        return []
    terms = answer.terms - {code for e in inside for code in codes_of(e)}
    most = claims.most(
        lambda claim: max(
            (len(terms & p.terms) for p in claim if p.statement.source.name in named), default=0
        )
    )
    return [] if most is None else [(most, f"{_doing(answer)}, naming who said it")]


def _by_type(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """ "Would not comment on the spill": the claim that most say of such an event, as one that has happened."""
    own = (e for e in answer.reading.events if e.statement == answer.statement.id)
    types = {event.type for event in own if bare(event)}
    if not types:
        return []
    most = claims.most(lambda claim: sum(p.type in types and p.real for p in claim))
    return [] if most is None else [(most, f"{_doing(answer)} on such an event")]


def _last_number(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """ "Disputed the number", "would not comment on the amount": the event that was last given one before."""
    annotated = answer.reading.annotated
    words = " ".join(span.of(annotated.document.text) for span in answer.statement.content).lower().split()
    if wordset("amounts").isdisjoint(words):
        return []
    before = [
        (_start(p), -i)
        for i, p in answer.told(claims)
        if _start(p) < answer.at and p.figures and not _own(answer, p)
        if any(other.event for other in claims.groups[i])
        if p.statement.source.name != answer.statement.source.name
    ]
    return [(-max(before)[1], f"{_doing(answer)}; the number given before")] if before else []


def _gives(p: Proposition, wanted: Quantity) -> bool:
    """Whether a proposition gives the figure, of whatever it is said to be."""
    return any((q.best, q.unit) == (wanted.best, wanted.unit) for q in p.figures)


def _same_sentence(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """ "Asked about the shipments, she would not comment": the event in the same sentence."""
    sentence = next((s for s in answer.reading.annotated.sentences if s.start <= answer.at < s.end), None)
    if sentence is None:
        return []
    before = ASKED if answer.statement.stance is Stance.DECLINES else 0
    asked = Span(min(sentence.start, answer.at - before), sentence.end)
    inside = {
        i
        for i, p in answer.told(claims)
        if p.event and asked.contains(p.event.trigger) and not _own(answer, p)
    }
    return [(i, f"{_doing(answer)} in the same sentence") for i in sorted(inside)]


def _before(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """What others said about the one who answers, shortly before in the same document."""
    earlier = {
        i
        for i, p in answer.told(claims)
        if p.event and 0 < answer.at - _start(p) <= NEAR and _accuses(answer, p)
    }
    return [
        (i, f"{_doing(answer)} after it was said of {answer.statement.source.name}") for i in sorted(earlier)
    ]


def _by_words(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """ "Would not comment on the engine": the claim with most propositions that have those words."""
    terms = answer.terms - wordset("anaphors")
    if not terms:
        return []
    most = claims.most(lambda claim: sum(terms <= p.terms for p in claim))
    return [] if most is None else [(most, f"{_doing(answer)} on {', '.join(sorted(terms))}")]


def _said_of(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """What others said in the same sentence, or before about the one who answers, in some of the same words."""
    terms = answer.terms - wordset("anaphors")
    found = dict([*_before(answer, claims), *_same_sentence(answer, claims)])
    return [(i, found[i]) for i in sorted(found) if any(terms & p.terms for p in claims.groups[i])]


def _latest(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """What somebody else said last before, in the same document."""
    before = [
        (_start(p), -i)
        for i, p in answer.told(claims)
        if 0 < answer.at - _start(p) <= LAST
        and not p.statement.narrated
        and p.statement.source.name != answer.statement.source.name
    ]
    return [(-max(before)[1], f"{_doing(answer)} after it was said")] if before else []


def _foremost(answer: Answer, claims: Claims) -> list[tuple[int, str]]:
    """Else what most statements of the story say about the one who answers."""
    most = claims.most(lambda claim: sum(_accuses(answer, p) for p in claim))
    name = answer.statement.source.name
    return [] if most is None else [(most, f"{_doing(answer)}; what most say of {name}")]


def _doing(answer: Answer) -> str:
    return {
        Stance.DENIES: "denied without saying what",
        Stance.DOUBTS: "doubted",
        Stance.DECLINES: "declined to comment",
    }[answer.statement.stance]


def _start(p: Proposition) -> int:
    return p.event.trigger.start if p.event else min(s.start for s in p.words)


def _own(answer: Answer, p: Proposition) -> bool:
    return p.statement.id == answer.statement.id


def _accuses(answer: Answer, p: Proposition) -> bool:
    """Whether somebody else says it of the one who answers, as something that has happened."""
    if p.event is None or not p.real or p.statement.stance in ANSWERS:
        return False
    name, countries = answer.statement.source.name, answer.statement.source.country
    if p.statement.source.name == name or not set(countries).isdisjoint(p.statement.source.country):
        return False
    blamed = p.parties if p.type in BOTH_SIDES else p.actors
    return not blamed.isdisjoint((*countries, *name.lower().split()[-1:]))
