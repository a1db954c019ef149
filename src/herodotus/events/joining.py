"""One happening in one statement is one event: "used missiles to conduct a strike", "fired them in an
attack"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from herodotus.data.documents import Span
from herodotus.data.statements import Event, Modality, Party, Polarity
from herodotus.events.parties import Scene, material
from herodotus.events.places import LISTING

ONE = frozenset({"obl", "nmod", "advcl", "xcomp", "obj", "acl", "conj", "nsubj", "dep", "ccomp"})
SAME_ACT = frozenset({"ASSAULT"})
NEAR = 14


def joined(stage: Scene, events: Sequence[Event]) -> list[Event]:
    """Join attacks that are one act, then let transfers and their uses fill each other's open roles."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.trigger, e.time or 0)):
        partner = next((n for n, other in enumerate(kept) if _one_act(stage, other, event)), None)
        if partner is None:
            kept.append(event)
        else:
            kept[partner] = _union(kept[partner], event)
    told = [
        event for event in kept if not (_is_purpose(stage, event, kept) or _is_broken(stage, event, kept))
    ]
    told = [side for event in _talked_over(stage, told) for side in _sides(stage, event)]
    return [part for event in told for part in _contrasted(stage, _completed(stage, event, told))]


def _contrasted(stage: Scene, event: Event) -> list[Event]:
    """ "We sold radios, not missiles": what was not sold is denied, and is no part of what was."""
    text = stage.annotated.document.text
    low = stage.sentence(stage.tree.at(event.trigger.start)).start
    left = tuple(m for m in event.materiel if _NOT.search(text, max(low, m.start - NEGATION), m.start))
    if not left or event.polarity is Polarity.NEGATIVE:
        return [event]
    denied = replace(event, materiel=left, polarity=Polarity.NEGATIVE)
    kept = tuple(m for m in event.materiel if m not in left)
    return [replace(event, materiel=kept), denied] if kept else [denied]


NEGATION = 24
"""Code points before a thing within which it is set apart from what was said before."""
_NOT = re.compile(
    r"(?:,|;|–|-|\band|\bbut)\s+(?:not|no|never|nor)\s+(?:(?:a|an|any|the|single|one)\s+){0,2}(?:[\w-]+\s+)?$"
)


def _one_act(stage: Scene, a: Event, b: Event) -> bool:
    same = a.type == b.type and a.type in SAME_ACT and a.statement == b.statement and a.trigger != b.trigger
    if not same or (a.time is not None and b.time is not None and a.time != b.time):
        return False
    if not (_fits(a.actors, b.actors) and _fits(a.recipients, b.recipients)) or a.polarity != b.polarity:
        return False
    tree = stage.tree
    upper, lower = tree.at(a.trigger.start), tree.at(b.trigger.start)
    things = not set(a.materiel).isdisjoint(b.materiel)
    return _hangs(stage, lower, upper, beside=things) or _hangs(stage, upper, lower, beside=things)


def _hangs(stage: Scene, lower: int, upper: int, *, beside: bool) -> bool:
    """Whether one trigger hangs on the other without leaving the clause, or stands `beside` it ("were fired and fell
    on a field")."""
    tree, here = stage.tree, lower
    if abs(lower - upper) > NEAR:
        return False
    for head in tree.climb(lower):
        if tree.relation(here) not in ONE or tree.tokens[here].relation == "acl:relcl":
            return False
        if head == upper:
            return tree.relation(here) not in ("conj", "ccomp") or (beside and tree.relation(here) == "conj")
        here = head
    return False


def _is_purpose(stage: Scene, event: Event, events: Sequence[Event]) -> bool:
    """Whether it only says what another event of the statement is for ("fired to kill")."""
    tree = stage.tree
    i = tree.at(event.trigger.start)
    if event.type not in ("DEATH", "INJURY", "DAMAGE") or not any(
        tree.word(c) == "to" for c in tree.below(i, "mark")
    ):
        return False
    others = {tree.at(o.trigger.start) for o in events if o is not event and o.statement == event.statement}
    return any(head in others for head in tree.climb(i))


def _is_broken(stage: Scene, event: Event, events: Sequence[Event]) -> bool:
    """Whether it names the rule that another event breaks: "violating the embargo" imposes none."""
    tree = stage.tree
    i = tree.at(event.trigger.start)
    breaches = {tree.at(o.trigger.start) for o in events if o.type == "BREACH"}
    return tree.relation(i) in ("obj", "nmod", "obl") and tree.tokens[i].head in breaches


def _talked_over(stage: Scene, events: Sequence[Event]) -> list[Event]:
    """ "Talks with B to buy rockets" are a purchase that is planned, with those who talk as its parties."""
    tree, out = stage.tree, list(events)
    for talks in [e for e in events if e.type == "CONSULT"]:
        below = tree.below(tree.at(talks.trigger.start), "acl", "xcomp", "advcl")
        n = next(
            (
                n
                for n, e in enumerate(out)
                if tree.at(e.trigger.start) in below and e.statement == talks.statement
            ),
            None,
        )
        if n is None or out[n].type != "TRANSFER":
            continue
        known = _keys((*out[n].actors, *out[n].recipients))
        others = tuple(p for p in (*talks.actors, *talks.recipients) if not _keys((p,)) & known)
        if out[n].actors:
            out[n] = replace(out[n], recipients=out[n].recipients or others)
        else:
            out[n] = replace(out[n], actors=others)
        out.remove(talks)
    return out


def _sides(stage: Scene, event: Event) -> list[Event]:
    """The two sides of a bargain: "A supplies arms in return for help from B" has A supply, and seek to be helped."""
    if event.type != "TRANSFER":
        return [event]
    sentence = stage.sentence(stage.tree.at(event.trigger.start))
    said = _RETURN.search(stage.annotated.document.text, event.trigger.end, sentence.end)
    later = tuple(m for m in event.materiel if said and m.start > said.end())
    if said is None or not later or len(later) == len(event.materiel):
        return [event]

    def before(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(p for p in parties if p.span.start < said.start())

    others = tuple(p for p in (*event.actors, *event.recipients) if p.span.start > said.end())
    given = replace(
        event,
        actors=before(event.actors),
        recipients=before(event.recipients) or others,
        materiel=tuple(m for m in event.materiel if m not in later),
    )
    got = replace(
        event,
        trigger=Span(said.start(1), said.end(1)),
        actors=given.recipients,
        recipients=given.actors,
        materiel=tuple(sorted({*later, *_listed(stage, event, said.end())})),
        quantities=(),
        modality=Modality.PLANNED,
    )
    return [given, got]


def _listed(stage: Scene, event: Event, after: int) -> list[Span]:
    """Examples of what is got, which parses hang on the verb: "for help, including jets and radars"."""
    tree = stage.tree
    i = tree.at(event.trigger.start)
    first = [c for c in tree.below(i, "obl", "nmod") if tree.preposition(c) in LISTING]
    each = [x for c in first for x in (c, *tree.below(c, "conj")) if tree.tokens[x].span.start > after]
    return [thing for x in each if (thing := material(stage, x)) is not None]


_RETURN = re.compile(r"\bin (return|exchange) for\b", re.IGNORECASE)


def _fits(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """Whether two lists of parties may be the same: one open, or a shared country or name."""
    if not a or not b:
        return True
    return bool(_keys(a) & _keys(b))


def _keys(parties: tuple[Party, ...]) -> set[str]:
    return {code for p in parties for code in p.country} or {p.name for p in parties}


def _union(a: Event, b: Event) -> Event:
    return replace(
        a,
        actors=a.actors or b.actors,
        recipients=a.recipients or b.recipients,
        materiel=tuple(sorted({*a.materiel, *b.materiel})),
        place=a.place or b.place,
        time=a.time if a.time is not None else b.time,
        quantities=tuple(sorted({*a.quantities, *b.quantities})),
        modality=a.modality if a.modality is not Modality.OCCURRED else b.modality,
    )


def _completed(stage: Scene, event: Event, events: Sequence[Event]) -> Event:
    """Fill an open recipient of a transfer with who uses the same things in the same sentence, and the
    giver of what is got "in return" with the other side of the bargain."""
    if event.type != "TRANSFER":
        return event
    event = _bargain(stage, event, events)
    if event.recipients or not event.actors or not event.materiel:
        return event
    users = (o for o in events if o.type == "ASSAULT" and o.statement == event.statement and o.actors)
    for other in users:
        if set(other.materiel) & set(event.materiel) and not _keys(other.actors) & _keys(event.actors):
            return replace(event, recipients=other.actors)
    return event


def _bargain(stage: Scene, event: Event, events: Sequence[Event]) -> Event:
    """ "A supplies arms in return for help from B": of the help A is the recipient."""
    text = stage.annotated.document.text
    before = text[max(0, event.trigger.start - 40) : event.trigger.start].lower()
    if event.recipients or not any(f"in {word} for" in before for word in ("return", "exchange")):
        return event
    other = next(
        (o for o in events if o.type == "TRANSFER" and o.statement == event.statement and o is not event),
        None,
    )
    if other is None or not other.actors or _keys(other.actors) & _keys(event.actors or other.recipients):
        return event
    return replace(event, recipients=other.actors, actors=event.actors or other.recipients)
