"""Whether two propositions are the same claim: a list of small functions, with weights learnt from judged pairs.

claims.yaml holds two logistic regressions, one for two events and one for pairs of which at least one has no event;
`scripts/learn_claims.py` learns them. What must not be one claim, however alike, is asked first (VETOES).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from herodotus.compare.comparison import Relation
from herodotus.compare.kin import near
from herodotus.compare.materiel import loosely, related
from herodotus.compare.quantities import compare
from herodotus.compare.texts import mass
from herodotus.compare.turning import opposed
from herodotus.crossdoc.propositions import GOODS, Proposition

PAST = timedelta(days=180)
"""What lies so long before the news is not what the news tells without a time."""
SLIP = timedelta(days=2)
"""Days by which accounts of one event differ by mistake or by time zone."""
ALIKE = 0.9
"""Score from which on two figures say the same: equal, or one converted into the other."""
SINGLE = frozenset({"DISASTER", "ACCIDENT", "LEAK", "LOSS", "CARRY", "DEATH", "INJURY", "RANGE", "VOTE"})
KIN = frozenset(
    frozenset(pair)
    for pair in (
        ("TRANSFER", "AID"), ("TRANSFER", "AGREE"), ("TRANSFER", "CARRY"), ("DISASTER", "DAMAGE"),
        ("ASSAULT", "ACCIDENT"), ("ASSAULT", "DEATH"), ("ARREST", "ASSAULT"), ("ASSAULT", "DAMAGE"),
    )
)  # fmt: skip
"""Types by which two accounts may call one happening."""
LONG = timedelta(days=30)
"""From so many days between them on, two utterances are far apart."""
UNORDERED = 0.4
"""How much the sides of an event speak against a pair where one account does not say which side is which."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a story says of itself: how rare each word is in it, of whom it tells one kind of event on several days,
    what each proposition means less what all of them mean on average (`here`, by its id; float32, 384, unit length),
    and the day on which it was told, taken for what gives none."""

    weights: Mapping[str, float] = field(default_factory=dict)
    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    here: Mapping[int, NDArray[np.float32]] = field(default_factory=dict, compare=False)
    told: date | None = None
    masses: dict[frozenset[str], float] = field(default_factory=dict)

    def mass(self, terms: frozenset[str]) -> float:
        """The weight of words together; what pairs share and propositions say comes up again and again."""
        if terms not in self.masses:
            self.masses[terms] = mass(terms, self.weights)
        return self.masses[terms]


Feature = Callable[[Proposition, Proposition, Context], float]
"""How much a pair is so, from 0 to 1 (likeness in meaning from -1); 0 where it cannot be told."""
Veto = Callable[[Proposition, Proposition, Context], bool]
"""Whether a pair must not be one claim."""


def one_type(a: Proposition, b: Proposition, _: Context) -> float:
    """Events of one type."""
    return float(a.type == b.type)


def once(a: Proposition, b: Proposition, _: Context) -> float:
    """Events of one type of which a story seldom tells twice."""
    return float(a.type == b.type and a.type in SINGLE)


def kin_types(a: Proposition, b: Proposition, _: Context) -> float:
    """Events of two types that may be one happening: a transfer and the transport."""
    return float(frozenset((a.type, b.type)) in KIN)


def kin_words(a: Proposition, b: Proposition, _: Context) -> float:
    """Words for the event that are near in meaning ("shipment", "delivery")."""
    return near(a.word, b.word)


def same_doers(a: Proposition, b: Proposition, _: Context) -> float:
    """The same who did it."""
    return float(not a.actors.isdisjoint(b.actors))


def other_doers(a: Proposition, b: Proposition, _: Context) -> float:
    """Others who did it."""
    return _others(a, b, a.actors, b.actors)


def same_sufferers(a: Proposition, b: Proposition, _: Context) -> float:
    """The same to whom or where it was done."""
    return float(not (a.recipients | a.places).isdisjoint(b.recipients | b.places))


def other_sufferers(a: Proposition, b: Proposition, _: Context) -> float:
    """Others to whom, or another place where it was done."""
    return _others(a, b, a.recipients | a.places, b.recipients | b.places)


def _others(a: Proposition, b: Proposition, left: frozenset[str], right: frozenset[str]) -> float:
    if not left or not right or not left.isdisjoint(right):
        return 0.0
    return UNORDERED if _unordered(a, b) else 1.0


def _unordered(a: Proposition, b: Proposition) -> bool:
    """One names both sides without saying which way ("deals between A and B")."""
    return (_mutual(a) or _mutual(b)) and not a.parties.isdisjoint(b.parties)


def _mutual(p: Proposition) -> bool:
    """Two sides named together, or a denial whose only party is who denies."""
    said = p.event is not None and bool(p.event.actors or p.event.recipients)
    return not p.recipients and (len(p.actors) > 1 or not said)


def other_things(a: Proposition, b: Proposition, _: Context) -> float:
    """Things side by side ("shells", "jets"), neither a kind of the other nor a loose word for it."""
    if not a.materiel or not b.materiel or related(a.materiel, b.materiel):
        return 0.0
    return float(not loosely(a.materiel, b.materiel))


def same_goods(a: Proposition, b: Proposition, _: Context) -> float:
    """The same goods handed over, carried or lost, or a kind of the same."""
    return float(_of_goods(a, b) and related(a.materiel, b.materiel))


def other_goods(a: Proposition, b: Proposition, context: Context) -> float:
    """Other goods handed over, carried or lost."""
    return other_things(a, b, context) if _of_goods(a, b) else 0.0


def other_receivers(a: Proposition, b: Proposition, _: Context) -> float:
    """Goods for another receiver."""
    return _others(a, b, a.recipients, b.recipients) if _of_goods(a, b) else 0.0


def _of_goods(a: Proposition, b: Proposition) -> bool:
    """Both are told apart by the goods: rifles handed over are not the shells handed over."""
    return a.type in GOODS and b.type in GOODS


def same_people(a: Proposition, b: Proposition, _: Context) -> float:
    """A person whom both name."""
    return float(not a.people.isdisjoint(b.people))


def other_people(a: Proposition, b: Proposition, _: Context) -> float:
    """Both name persons, none of them the same."""
    return float(bool(a.people and b.people) and a.people.isdisjoint(b.people))


def same_time(a: Proposition, b: Proposition, _: Context) -> float:
    """The same days; a weekday whose week is unknown ("on Tuesday" in a text without a date) fits that day."""
    if _dated(a, b):
        return float(_gap(a, b) <= timedelta(0))
    return float(_weekdays(a, b) is True)


def near_time(a: Proposition, b: Proposition, _: Context) -> float:
    """A day or two apart."""
    return float(_dated(a, b) and timedelta(0) < _gap(a, b) <= SLIP)


def other_time(a: Proposition, b: Proposition, _: Context) -> float:
    """Further apart, or on another day of the week."""
    return float(_gap(a, b) > SLIP if _dated(a, b) else _weekdays(a, b) is False)


def _dated(a: Proposition, b: Proposition) -> bool:
    return bool(a.since and a.until and b.since and b.until)


def _gap(a: Proposition, b: Proposition) -> timedelta:
    """Days between two that are dated; none or less where they overlap."""
    assert a.since is not None
    assert a.until is not None
    assert b.since is not None
    assert b.until is not None
    return max(a.since - b.until, b.since - a.until)


def _weekdays(a: Proposition, b: Proposition) -> bool | None:
    """Whether a day of the week without a week is that of the other, None where one of them names none."""
    if a.weekday is None and b.weekday is None:
        return None
    left, right = (p.since.weekday() if p.since and p.since == p.until else p.weekday for p in (a, b))
    return None if left is None or right is None else left == right


def past(a: Proposition, b: Proposition, _: Context) -> bool:
    """One is dated long before the other, which names no time, was published."""
    return a.event is not None and (_long_before(a, b) or _long_before(b, a))


def _long_before(a: Proposition, b: Proposition) -> bool:
    if a.until is None or b.since is not None or b.published is None or b.event is None:
        return False
    return b.published - a.until > PAST


def same_figures(a: Proposition, b: Proposition, context: Context) -> float:
    """A figure of the one is a figure of the other, converted or rounded where need be; of what a story tells once,
    also another amount of the same ("eight tonnes", "80 tonnes")."""
    if not a.figures or not b.figures:
        return 0.0
    if once(a, b, context) and {x.unit for x in a.figures} & {x.unit for x in b.figures} - {"count"}:
        return 1.0
    pairs = ((compare(x, y), x) for x in a.figures for y in b.figures)
    return float(any(found.score >= ALIKE and x.best is not None for found, x in pairs))


def same_amount(a: Proposition, b: Proposition, _: Context) -> float:
    """The same amount of something that is measured, not counted: "eight tonnes"."""
    pairs = ((compare(x, y), x) for x in a.figures for y in b.figures if x.unit == y.unit != "count")
    return float(any(found.score >= ALIKE and x.best is not None for found, x in pairs))


def other_figures(a: Proposition, b: Proposition, context: Context) -> float:
    """Figures that cannot both hold, and none that agree; of what a story tells once, they are a difference."""
    if not a.figures or not b.figures or once(a, b, context):
        return 0.0
    pairs = (compare(x, y).relation for x in a.figures for y in b.figures)
    return float(any(found is Relation.CONFLICT for found in pairs) and not same_figures(a, b, context))


def meaning(a: Proposition, b: Proposition, _: Context) -> float:
    """Cosine of the two meanings."""
    return float(a.vector.dot(b.vector))


def meaning_here(a: Proposition, b: Proposition, context: Context) -> float:
    """The same, less what all the story says anyhow."""
    one, other = context.here.get(id(a)), context.here.get(id(b))
    return 0.0 if one is None or other is None else float(one.dot(other))


def words(a: Proposition, b: Proposition, context: Context) -> float:
    """Words in common, rare ones weighing more (Dice coefficient of the weights)."""
    shared = context.mass(a.terms & b.terms)
    return 2 * shared / (context.mass(a.terms) + context.mass(b.terms)) if shared else 0.0


def within(a: Proposition, b: Proposition, context: Context) -> float:
    """How much of the one that says less stands in the other."""
    shared = context.mass(a.terms & b.terms)
    return shared / min(context.mass(a.terms), context.mass(b.terms)) if shared else 0.0


def long_between(a: Proposition, b: Proposition, context: Context) -> float:
    """Said months apart, or in documents that were."""
    one, other = (p.said or p.published or context.told for p in (a, b))
    return float(one is not None and other is not None and abs(one - other) > LONG)


def other_delivery(a: Proposition, b: Proposition, context: Context) -> float:
    """Goods of which was spoken months apart, and not as the same goods."""
    return long_between(a, b, context) if _of_goods(a, b) and not same_goods(a, b, context) else 0.0


def one_document(a: Proposition, b: Proposition, _: Context) -> float:
    """Told in one document, which seldom says a thing twice."""
    return float(a.document == b.document)


def one_event(a: Proposition, b: Proposition, _: Context) -> float:
    """Only one of them is read as an event."""
    return float((a.event is None) != (b.event is None))


def planned(a: Proposition, b: Proposition, _: Context) -> bool:
    """What happened and what may happen are two claims."""
    return a.open != b.open


def apart(a: Proposition, b: Proposition, context: Context) -> bool:
    """Days that exclude each other; a day or two do so only where the story tells of several such events."""
    if not _dated(a, b) or _gap(a, b) <= timedelta(0):
        return False
    events = a.event is not None and b.event is not None
    return _gap(a, b) > SLIP or not events or _repeated(a, b, context)


def _repeated(a: Proposition, b: Proposition, context: Context) -> bool:
    """Whether one document tells of several such events of the same parties on different days."""
    of = context.repeated.get(a.type or b.type or "")
    return of is not None and not of.isdisjoint(a.parties & b.parties or a.parties | b.parties or {""})


def contrary(a: Proposition, b: Proposition, _: Context) -> bool:
    """The one says the contrary of the other; of events, the polarity says where each statement stands."""
    return not (a.event and b.event) and bool(opposed(a.saying, b.saying))


VETOES: tuple[Veto, ...] = (planned, apart, past)
ALWAYS: tuple[Feature, ...] = (
    same_people, other_people, same_time, other_time, same_figures, same_amount, other_figures, meaning, meaning_here,
    one_document,
)  # fmt: skip
EVENTS: tuple[Feature, ...] = (
    one_type, once, kin_types, kin_words, same_doers, other_doers, same_sufferers, other_sufferers, other_things,
    same_goods, other_goods, other_receivers, other_delivery, near_time, within, *ALWAYS,
)  # fmt: skip
"""What is asked of two events."""
TEXTS: tuple[Feature, ...] = (one_event, long_between, words, *ALWAYS)
"""What is asked where at least one of the two has no event."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log odds that two are the same, and what these are without any."""

    features: tuple[float, ...]
    bias: float


@cache
def learned() -> tuple[Weights, Weights]:
    """The weights of claims.yaml: for two events, and for all other pairs.

    ValueError: they are of other features than these.
    """
    text = files("herodotus.crossdoc").joinpath("claims.yaml").read_text(encoding="utf-8")
    held = yaml.safe_load(text)
    return _weights(held["events"], EVENTS), _weights(held["texts"], TEXTS)


def _weights(held: Mapping[str, float], features: tuple[Feature, ...]) -> Weights:
    names = ["bias", *(feature.__name__ for feature in features)]
    if list(held) != names:
        raise ValueError("claims.yaml holds weights of other features; run scripts/learn_claims.py")
    bias, *rest = (float(weight) for weight in held.values())
    return Weights(tuple(rest), bias)


def values(a: Proposition, b: Proposition, context: Context) -> list[float]:
    """What the features of a pair say, in their order."""
    asked = EVENTS if a.event is not None and b.event is not None else TEXTS
    return [feature(a, b, context) for feature in asked]


def score(a: Proposition, b: Proposition, context: Context) -> float | None:
    """Log odds that a pair is one claim; None where it must not be."""
    if any(veto(a, b, context) for veto in VETOES):
        return None
    weights = learned()[0 if a.event is not None and b.event is not None else 1]
    pairs = zip(weights.features, values(a, b, context), strict=True)
    value = weights.bias + sum([weight * found for weight, found in pairs])
    return None if value > 0 and contrary(a, b, context) else value
