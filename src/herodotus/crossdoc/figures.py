"""The figures of a claim: every quantity tied to it, equal ones together, by what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from herodotus.compare import dates, kinship, places, quantities, units
from herodotus.compare.arsenal import Thing
from herodotus.compare.comparison import Comparison, Relation
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.measures import measure
from herodotus.crossdoc.propositions import Proposition
from herodotus.crossdoc.terms import last_name
from herodotus.crossdoc.voices import Voice, voice
from herodotus.data.annotations import Quantity, Timex
from herodotus.data.claims import Place
from herodotus.data.documents import Span
from herodotus.data.places import Place as Location

NEXT = 12
"""Code points between an amount and its conversion in brackets."""
HARM = frozenset({"killed", "injured", "missing", "displaced", "detained", "people", "home", "building"})
"""Kinds of counts that grow while a disaster or an attack is being looked into."""


@dataclass(frozen=True, slots=True)
class Held:
    """One place where a value is said: by whom, as written."""

    voice: Voice
    written: str
    place: Place
    slip: str | None = None
    before: Quantity | None = None
    measure: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.voice.key


def held(p: Proposition, span: Span) -> Held:
    """A value that stands at a span of the proposition's document."""
    written = " ".join(span.of(p.reading.annotated.document.text).split())
    return Held(voice(p.reading, p.statement), written, Place(p.document, span))


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is said to have done something, with the codes of states."""

    name: str
    country: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same for all who act for one state."""
        return self.country or (last_name(self.name),)

    def compare(self, other: Doer) -> Comparison:
        if set(self.key) & set(other.key):
            return Comparison(1.0, Relation.SAME, "of one state" if self.country else "of one name")
        return Comparison(0.1, Relation.DIFFERENT, f"{self.name} or {other.name}")


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with everyone who holds it."""

    value: Quantity | Timex | Location | Thing | Doer
    held: tuple[Held, ...]

    @property
    def unit(self) -> str:
        return self.value.unit if isinstance(self.value, Quantity) else ""

    @property
    def size(self) -> float | None:
        if not isinstance(self.value, Quantity):
            return None
        ends = (self.value.best, self.value.low, self.value.high)
        return next((end for end in ends if end is not None), None)

    @property
    def harm(self) -> bool:
        return isinstance(self.value, Quantity) and quantities.kind(self.value.of) in HARM

    def compare(self, other: Figure) -> Comparison:
        if isinstance(self.value, Quantity) and isinstance(other.value, Quantity):
            return quantities.compare(self.value, other.value)
        if isinstance(self.value, Timex) and isinstance(other.value, Timex):
            return dates.compare(self.value, other.value)
        if isinstance(self.value, Location) and isinstance(other.value, Location):
            return places.compare(self.value, other.value)
        if isinstance(self.value, Thing) and isinstance(other.value, Thing):
            return _designs(self.value, other.value)
        if isinstance(self.value, Doer) and isinstance(other.value, Doer):
            return self.value.compare(other.value)
        return Comparison(0.0, Relation.INCOMPARABLE, "of two kinds")


def _designs(a: Thing, b: Thing) -> Comparison:
    """Of two weapons by name whether they are one, of a name and a kind whether it is of that kind; news calls many
    things a rocket, so that another kind says nothing."""
    found = kinship.of_things(a, b)
    if not (a.name or b.name) or (found.relation is Relation.DIFFERENT and not (a.name and b.name)):
        return Comparison(0.5, Relation.INCOMPARABLE, found.reason)
    return found


def wrong(figure: Figure) -> list[str]:
    """What is wrong with it as a conversion, where its own text gives it as one."""
    return [held.slip for held in figure.held if held.slip]


def tell(figure: Figure) -> str:
    """The value as normalised."""
    match figure.value:
        case Quantity():
            return quantities.told(figure.value)
        case Timex():
            return figure.value.value
        case Location():
            return figure.value.name
        case Thing():
            return kinship.called(figure.value)
        case Doer():
            return figure.value.name


def figures(gathered: Gathered) -> list[list[Figure]]:
    """Lists of different figures for one thing each ("missiles", a distance), in order of first words."""
    groups: list[list[tuple[Quantity, Held]]] = []
    for quantity, held in _held(gathered.propositions):
        home = next((g for g in groups if _one_subject(g[0], (quantity, held))), None)
        if home is None:
            groups.append([(quantity, held)])
        else:
            home.append((quantity, held))
    return [_distinct(group) for group in _without_bare(groups)]


def _without_bare(groups: list[list[tuple[Quantity, Held]]]) -> list[list[tuple[Quantity, Held]]]:
    """Bare numbers ("a figure of 40") that all are among those of one named thing are of that thing."""
    kept = list(groups)
    for bare in groups:
        values = {_ends(q) for q, _ in bare}
        home = next((g for g in kept if g is not bare and values <= {_ends(q) for q, _ in g}), None)
        if home is not None and not any(q.of for q, _ in bare):
            kept.remove(bare)
            home.extend(bare)
    return kept


def _ends(q: Quantity) -> tuple[float | None, float | None, float | None, str]:
    return q.low, q.best, q.high, q.unit


def _held(propositions: Sequence[Proposition]) -> Iterator[tuple[Quantity, Held]]:
    seen: set[tuple[str, int]] = set()
    for p in propositions:
        for n in p.quantities:
            if (p.document, n) not in seen:
                seen.add((p.document, n))
                yield p.reading.annotated.quantities[n], _holding(p, n)


def corrections(figure: Figure, story: Sequence[Gathered]) -> list[Figure]:
    """Figures of the story that convert the same amount as a figure whose conversion slipped."""
    slipped = [held for held in figure.held if held.slip and held.before is not None]
    found: dict[tuple[str, Span], tuple[Quantity, Held]] = {}
    if not slipped:
        return []
    for p in (p for each in story for p in each.propositions):
        for n in range(1, len(p.reading.annotated.quantities)):
            base, given = p.reading.annotated.quantities[n - 1 : n + 1]
            if any(s.contains(given.span) for s in p.statement.content) and any(
                _converts(base, given, held) for held in slipped
            ):
                held = _holding(p, n)
                if held.slip is None:
                    found.setdefault((p.document, given.span), (given, held))
    return _distinct(list(found.values()))


def united(given: Sequence[Figure]) -> list[Figure]:
    """Equal amounts put together, each place at which they stand once."""
    told = {h.place: (f.value, h) for f in given if isinstance(f.value, Quantity) for h in f.held}
    return _distinct(list(told.values()))


def _converts(base: Quantity, given: Quantity, slipped: Held) -> bool:
    """Whether a figure is the bracketed conversion of the amount that slipped elsewhere."""
    wanted = slipped.before
    if wanted is None or (base.unit, base.best) != (wanted.unit, wanted.best) or given.unit == base.unit:
        return False
    return given.span.start - base.span.end < NEXT and units.converted(1.0, base.unit, given.unit) is not None


def _holding(p: Proposition, n: int) -> Held:
    text, known = p.reading.annotated.document.text, p.reading.annotated.quantities
    before = known[n - 1] if n else None
    slip = quantities.wrong_conversion(text, before, known[n]) if before else None
    written = " ".join(known[n].span.of(text).split())
    place = Place(p.document, known[n].span)
    kept = before if slip else None
    return Held(voice(p.reading, p.statement), written, place, slip, kept, measure(p.reading.annotated, n))


def _one_subject(left: tuple[Quantity, Held], right: tuple[Quantity, Held]) -> bool:
    """Whether both count the same kind of thing, or measure the same, in units that convert; an amount need not say of
    what."""
    (a, one), (b, other) = left, right
    if one.measure and other.measure and one.measure != other.measure:
        return False
    unnamed = a.unit != "count" and not (a.of and b.of)
    if not unnamed and quantities.kind(a.of) != quantities.kind(b.of):
        return False
    return a.unit == b.unit or units.converted(1.0, a.unit, b.unit) is not None


def _distinct(group: Sequence[tuple[Quantity, Held]]) -> list[Figure]:
    """Equal figures in equal units put together."""
    merged: dict[tuple[object, ...], list[tuple[Quantity, Held]]] = {}
    for quantity, held in group:
        merged.setdefault(_ends(quantity), []).append((quantity, held))
    return [Figure(same[0][0], tuple(held for _, held in same)) for same in merged.values()]
