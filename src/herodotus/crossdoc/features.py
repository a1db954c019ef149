"""Whether two propositions are the same claim: a visible list of small functions, each with its weight
and reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from herodotus.compare.comparison import Comparison, Relation
from herodotus.compare.materiel import kind_of
from herodotus.compare.quantities import compare
from herodotus.compare.texts import mass, meaning, wording
from herodotus.crossdoc.propositions import Proposition

RELATED_TYPES = frozenset(
    {
        frozenset(pair)
        for pair in (("TRANSFER", "AID"), ("TRANSFER", "AGREE"), ("CONSULT", "AGREE"), ("DISASTER", "DAMAGE"))
    }
)
SINGLE = frozenset({"DISASTER", "ACCIDENT", "LEAK", "LOSS", "CARRY", "DEATH", "INJURY", "RANGE", "VOTE"})
"""What a story seldom tells of twice: here the type alone says more."""
VETO = -10.0
RECENT = timedelta(days=60)
"""What a text tells without a time is taken to have happened within so many days before it was published."""
SLIP = timedelta(days=2)
"""Days by which accounts of one event differ by mistake or by time zone."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a story says of itself: how rare each word is in it, which kinds of event it tells on several
    days, how
    alike in meaning its propositions are anyhow, and the last day on which it was published."""

    weights: Mapping[str, float] = field(default_factory=dict)
    repeated: frozenset[tuple[str, str]] = frozenset()
    middle: float = 0.6
    latest: date | None = None
    masses: dict[frozenset[str], float] = field(default_factory=dict)

    def mass(self, terms: frozenset[str]) -> float:
        """The weight of words together; what pairs share and propositions say comes up again and again."""
        if terms not in self.masses:
            self.masses[terms] = mass(terms, self.weights)
        return self.masses[terms]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature's word on a pair: from -1 (against) to 1 (for), or VETO; None where it cannot tell."""

    score: float | None
    reason: str


UNKNOWN = Evidence(None, "")
Feature = Callable[[Proposition, Proposition, Context], Evidence]


def types(a: Proposition, b: Proposition, _: Context) -> Evidence:
    """Events of one type, or of types that go together."""
    if a.type is None or b.type is None:
        return UNKNOWN
    if a.type == b.type:
        return Evidence(1.6 if a.type in SINGLE else 1.0, f"both {a.type}")
    related = frozenset((a.type, b.type)) in RELATED_TYPES
    return Evidence(0.2, "related types") if related else Evidence(VETO, "different kinds of event")


def actors(a: Proposition, b: Proposition, _: Context) -> Evidence:
    return _parties(a, b, (a.actors, b.actors), "actor")


def recipients(a: Proposition, b: Proposition, _: Context) -> Evidence:
    return _parties(a, b, (a.recipients | a.places, b.recipients | b.places), "recipient")


def _parties(
    a: Proposition, b: Proposition, pair: tuple[frozenset[str], frozenset[str]], role: str
) -> Evidence:
    left, right = pair
    if not left or not right:
        return UNKNOWN
    shared = left & right
    if shared:
        return Evidence(1.0, f"same {role} {', '.join(sorted(shared))}")
    if _unordered(a, b):
        return Evidence(0.5, "the same two sides")
    return Evidence(-1.5, f"different {role}s")


def _unordered(a: Proposition, b: Proposition) -> bool:
    """One names both sides without saying which way ("deals between A and B")."""
    return (_mutual(a) or _mutual(b)) and bool(a.parties & b.parties)


def _mutual(p: Proposition) -> bool:
    """Two sides named together, or a denial whose only party is who denies."""
    said = p.event is not None and bool(p.event.actors or p.event.recipients)
    return not p.recipients and (len(p.actors) > 1 or not said)


def materiel(a: Proposition, b: Proposition, _: Context) -> Evidence:
    """The same things, or a kind of them ("arms" and "missiles"), not things side by side ("shells",
    "jets")."""
    if not a.materiel or not b.materiel:
        return UNKNOWN
    if a.materiel & b.materiel:
        return Evidence(1.0, f"both {', '.join(sorted(a.materiel & b.materiel))}")
    pairs = [(x, y) for x in sorted(a.materiel) for y in sorted(b.materiel) if kind_of(x, y)]
    if not pairs:
        return Evidence(-2.4, "different things")
    return Evidence(KIND_OF, f"{pairs[0][0]} and {pairs[0][1]}: one a kind of the other")


def time(a: Proposition, b: Proposition, context: Context) -> Evidence:
    """The same days; different days keep apart what happens more than once."""
    if a.since and b.since and a.until and b.until:
        if a.since <= b.until and b.since <= a.until:
            return Evidence(1.0, f"the same time, {max(a.since, b.since)}")
        gap = max(a.since - b.until, b.since - a.until)
        if gap <= SLIP and not _repeated(a, b, context) and a.event is not None and b.event is not None:
            return Evidence(-0.5, f"{gap.days} days apart; no document tells of two such events")
        return Evidence(VETO, f"different times, {a.since} and {b.since}")
    if _long_before(a, b) or _long_before(b, a):
        return Evidence(-1.5, "one lies long before the news of the other")
    if (a.since or b.since) and _repeated(a, b, context):
        return Evidence(-0.8, "one of several such events, and only one of the two says which")
    return UNKNOWN


def occasions(a: Proposition, b: Proposition, context: Context) -> Evidence:
    """What was said weeks before the rest, without a time for the event, is most likely about an earlier
    one."""
    if a.since or b.since or _said_earlier(a, context) == _said_earlier(b, context):
        return UNKNOWN
    return Evidence(-1.0, "one was said weeks before the rest of the story")


def _said_earlier(p: Proposition, context: Context) -> bool:
    latest = context.latest
    return p.said is not None and latest is not None and latest - p.said > RECENT / 2


def _long_before(a: Proposition, b: Proposition) -> bool:
    """Whether one is dated long before the other, which names no time, was published."""
    if a.until is None or b.since is not None or b.published is None or b.event is None:
        return False
    return b.published - a.until > RECENT


def _repeated(a: Proposition, b: Proposition, context: Context) -> bool:
    """Whether one document tells of several such events of the same parties on different days."""
    parties = a.parties & b.parties or a.parties | b.parties or {""}
    return any((a.type or b.type or "", who) in context.repeated for who in parties)


def modality(a: Proposition, b: Proposition, _: Context) -> Evidence:
    """What happened and what may happen are two claims."""
    if a.real == b.real:
        return UNKNOWN
    return Evidence(VETO, "one is said to have happened, the other to be planned or possible")


def figures(a: Proposition, b: Proposition, _: Context) -> Evidence:
    """The same figures speak for a pair; different ones are what a difference shows, not a reason against."""
    pairs = [(compare(x, y), x) for x in a.figures for y in b.figures]
    alike = [(found, x) for found, x in pairs if found.score >= ALIKE and x.best is not None]
    if not alike:
        return _amounts(a, b, [found for found, _ in pairs])
    best = max(alike, key=lambda pair: pair[0].score)[0]
    return Evidence(1.0, best.reason)


def _amounts(a: Proposition, b: Proposition, compared: Sequence[Comparison]) -> Evidence:
    """What a story tells once, told with two amounts in units that convert: eight tonnes, 80 tonnes."""
    measured = any(x.unit == y.unit != "count" for x in a.figures for y in b.figures)
    differ = any(found.relation is Relation.CONFLICT for found in compared)
    kinds = {a.type, b.type} - {None}
    once = len(kinds) == 1 and kinds <= SINGLE
    return Evidence(1.0, "each gives an amount of it") if measured and differ and once else UNKNOWN


def close_in_meaning(a: Proposition, b: Proposition, context: Context) -> Evidence:
    """Nearer in meaning than most pairs of the story are."""
    found = meaning(a.vector, b.vector)
    return Evidence(_above(found.score, context.middle), found.reason)


def close_in_words(a: Proposition, b: Proposition, context: Context) -> Evidence:
    found = wording(a.terms, b.terms, context.mass)
    return Evidence(_above(found.score, WORDS_MIDDLE), found.reason)


def _above(value: float, middle: float) -> float:
    """0 at the middle, 1 at most; unlike words speak less against than like ones for."""
    return max((value - middle) / (1 - middle), AGAINST)


KIND_OF = 0.6
ALIKE = 0.9
"""Score from which on two figures say the same: equal, or one converted into the other."""
AGAINST = -0.5
WORDS_MIDDLE = 0.3
"""Where likeness in meaning and in words begins to speak for a pair: set by eye on hand-made and real
stories."""

EVENTS: tuple[tuple[Feature, float], ...] = (
    (types, 0.6),
    (modality, 1.0),
    (time, 1.2),
    (actors, 1.0),
    (recipients, 0.8),
    (materiel, 1.0),
    (occasions, 1.8),
    (figures, 0.9),
    (close_in_meaning, 0.6),
    (close_in_words, 0.8),
)
"""Features of two events with their weights, those that may forbid the pair first."""
TEXTS: tuple[tuple[Feature, float], ...] = (
    (figures, 0.8),
    (time, 1.0),
    (modality, 0.3),
    (close_in_meaning, 1.6),
    (close_in_words, 1.6),
)
"""Features where at least one of the two has no event: only meaning and words can tell."""
EVENTS_BIAS, TEXTS_BIAS = -1.2, -0.9


@dataclass(frozen=True, slots=True)
class Score:
    """The sum over the features; positive means the same claim. `vetoed` forbids it whatever the rest
    says."""

    value: float
    vetoed: bool
    known: tuple[tuple[float, Evidence], ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for the pair in words, the weightiest first."""
        best = sorted(self.known, key=lambda k: -k[0] * (k[1].score or 0))
        return tuple(e.reason for _, e in best if (e.score or 0) > 0)


def score(a: Proposition, b: Proposition, context: Context) -> Score:
    """Weigh all features of a pair."""
    both = a.event is not None and b.event is not None
    features, bias = (EVENTS, EVENTS_BIAS) if both else (TEXTS, TEXTS_BIAS)
    known: list[tuple[float, Evidence]] = []
    value = bias
    for feature, weight in features:
        evidence = feature(a, b, context)
        if evidence.score is None:
            continue
        if evidence.score <= VETO:
            return Score(VETO, True)
        known.append((weight, evidence))
        value += weight * evidence.score
    return Score(value, False, tuple(known))
