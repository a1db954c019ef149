"""Whether two propositions are the same claim: a visible list of small functions, each with its weight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from herodotus.compare.comparison import Relation
from herodotus.compare.materiel import related
from herodotus.compare.quantities import compare
from herodotus.compare.texts import mass
from herodotus.compare.turning import opposed
from herodotus.crossdoc.propositions import Proposition

RELATED_TYPES = frozenset(
    {frozenset(pair) for pair in (("TRANSFER", "AID"), ("TRANSFER", "AGREE"), ("DISASTER", "DAMAGE"))}
)
SINGLE = frozenset({"DISASTER", "ACCIDENT", "LEAK", "LOSS", "CARRY", "DEATH", "INJURY", "RANGE", "VOTE"})
"""What a story seldom tells of twice: here the type alone says more."""
VETO = -10.0
UNKNOWN = 0.0
"""Where a feature cannot tell, it says nothing for the pair and nothing against it."""
RECENT = timedelta(days=60)
"""What a text tells without a time is taken to have happened within so many days before it was published."""
SLIP = timedelta(days=2)
"""Days by which accounts of one event differ by mistake or by time zone."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a story says of itself: how rare each word is in it, of whom it tells one kind of event on several
    days, how alike in meaning its propositions are anyhow, and the last day on which it was published."""

    weights: Mapping[str, float] = field(default_factory=dict)
    repeated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    middle: float = 0.6
    latest: date | None = None
    masses: dict[frozenset[str], float] = field(default_factory=dict)

    def mass(self, terms: frozenset[str]) -> float:
        """The weight of words together; what pairs share and propositions say comes up again and again."""
        if terms not in self.masses:
            self.masses[terms] = mass(terms, self.weights)
        return self.masses[terms]


Feature = Callable[[Proposition, Proposition, Context], float]
"""One feature's word on a pair: from -1 (against) to 1 (for), UNKNOWN, or VETO."""


def types(a: Proposition, b: Proposition, _: Context) -> float:
    """Events of one type, or of types that go together."""
    if a.type is None or b.type is None:
        return UNKNOWN
    if a.type == b.type:
        return 1.6 if a.type in SINGLE else 1.0
    return 0.2 if frozenset((a.type, b.type)) in RELATED_TYPES else VETO


def actors(a: Proposition, b: Proposition, _: Context) -> float:
    """The same who did it."""
    return _parties(a, b, a.actors, b.actors)


def recipients(a: Proposition, b: Proposition, _: Context) -> float:
    """The same to whom or where it was done."""
    return _parties(a, b, a.recipients | a.places, b.recipients | b.places)


def _parties(a: Proposition, b: Proposition, left: frozenset[str], right: frozenset[str]) -> float:
    if not left or not right:
        return UNKNOWN
    if not left.isdisjoint(right):
        return 1.0
    return 0.5 if _unordered(a, b) else -1.5


def _unordered(a: Proposition, b: Proposition) -> bool:
    """One names both sides without saying which way ("deals between A and B")."""
    return (_mutual(a) or _mutual(b)) and not a.parties.isdisjoint(b.parties)


def _mutual(p: Proposition) -> bool:
    """Two sides named together, or a denial whose only party is who denies."""
    said = p.event is not None and bool(p.event.actors or p.event.recipients)
    return not p.recipients and (len(p.actors) > 1 or not said)


def materiel(a: Proposition, b: Proposition, _: Context) -> float:
    """The same things, or a kind of them ("arms" and "missiles"), not things side by side ("shells",
    "jets")."""
    if not a.materiel or not b.materiel:
        return UNKNOWN
    if not a.materiel.isdisjoint(b.materiel):
        return 1.0
    return KIND_OF if related(a.materiel, b.materiel) else -2.4


def time(a: Proposition, b: Proposition, context: Context) -> float:
    """The same days; different days keep apart what happens more than once."""
    if a.since and b.since and a.until and b.until:
        if a.since <= b.until and b.since <= a.until:
            return 1.0
        gap = max(a.since - b.until, b.since - a.until)
        once = not _repeated(a, b, context) and a.event is not None and b.event is not None
        return -0.5 if gap <= SLIP and once else VETO
    if _long_before(a, b) or _long_before(b, a):
        return -1.5
    # One of several such events, and only one of the two says which.
    return -0.8 if (a.since or b.since) and _repeated(a, b, context) else UNKNOWN


def occasions(a: Proposition, b: Proposition, context: Context) -> float:
    """What was said weeks before the rest, without a time for the event, is most likely about an earlier
    one."""
    if a.since or b.since or _said_earlier(a, context) == _said_earlier(b, context):
        return UNKNOWN
    return -1.0


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
    of = context.repeated.get(a.type or b.type or "")
    return of is not None and not of.isdisjoint(a.parties & b.parties or a.parties | b.parties or {""})


def modality(a: Proposition, b: Proposition, _: Context) -> float:
    """What happened and what may happen are two claims."""
    return UNKNOWN if a.real == b.real else VETO


def figures(a: Proposition, b: Proposition, _: Context) -> float:
    """The same figures speak for a pair; different ones are what a difference shows, not a reason against.

    What a story tells once may be told with two amounts in units that convert: eight tonnes, 80 tonnes."""
    if not a.figures or not b.figures:
        return UNKNOWN
    pairs = [(compare(x, y), x, y) for x in a.figures for y in b.figures]
    if any(found.score >= ALIKE and x.best is not None for found, x, _ in pairs):
        return 1.0
    measured = any(x.unit == y.unit != "count" for _, x, y in pairs)
    differ = any(found.relation is Relation.CONFLICT for found, _, _ in pairs)
    kinds = {a.type, b.type} - {None}
    return 1.0 if measured and differ and len(kinds) == 1 and kinds <= SINGLE else UNKNOWN


def close_in_meaning(a: Proposition, b: Proposition, context: Context) -> float:
    """Nearer in meaning than most pairs of the story are."""
    return _above(float(a.vector.dot(b.vector)), context.middle)


def close_in_words(a: Proposition, b: Proposition, context: Context) -> float:
    """More words in common than by chance, rare ones weighing more (Dice coefficient of the weights)."""
    shared = context.mass(a.terms & b.terms)
    return _above(
        2 * shared / (context.mass(a.terms) + context.mass(b.terms)) if shared else 0.0, WORDS_MIDDLE
    )


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


def score(a: Proposition, b: Proposition, context: Context) -> float | None:
    """The sum over all features of a pair; positive means the same claim, None that it must not be one."""
    both = a.event is not None and b.event is not None
    features, value = (EVENTS, EVENTS_BIAS) if both else (TEXTS, TEXTS_BIAS)
    for feature, weight in features:
        found = feature(a, b, context)
        if found <= VETO:
            return None
        value += weight * found
    # Of events, the polarity says where each statement stands; of words alone, nothing does.
    contrary = value > 0 and not both and opposed(a.saying, b.saying)
    return None if contrary else value
