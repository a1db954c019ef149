"""Where the statements of one claim differ, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from herodotus.compare.comparison import Relation
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.facets import designs, doers, signatories, whereabouts
from herodotus.crossdoc.figures import Figure, Held, corrections, figures, tell, united, wrong
from herodotus.crossdoc.moments import moments
from herodotus.crossdoc.origins import behind
from herodotus.data.claims import Claim, Difference, DifferenceClass, Value

CLASSES = {
    Relation.CONFLICT: DifferenceClass.CONFLICT,
    Relation.CONVERSION: DifferenceClass.CONVERSION,
    Relation.PRECISION: DifferenceClass.PRECISION,
    Relation.KIND_OF: DifferenceClass.PRECISION,
    Relation.DIFFERENT: DifferenceClass.CONFLICT,
}
Fields = tuple[tuple[str, Callable[[Gathered], list[list[Figure]]]], ...]


def differences(gathered: Sequence[Gathered]) -> tuple[Difference, ...]:
    """The differences of all claims, in the order of the claims."""
    return tuple(difference for each in gathered for difference in _of_claim(each, gathered))


def _of_claim(gathered: Gathered, story: Sequence[Gathered]) -> Iterator[Difference]:
    for name, read in FIELDS:
        for values in read(gathered):
            right = [other for value in values for other in corrections(value, story)]
            every = united([*values, *right]) if right else values
            found = _of_values(gathered.claim, name, every)
            yield from (_counted(difference, every, story) for difference in found)


FIELDS: Fields = (
    ("quantity", figures),
    ("time", moments),
    ("place", whereabouts),
    ("designation", designs),
    ("actor", doers),
    ("signatories", signatories),
)
"""The fields that are compared: each gives lists of values that are about one thing."""


def _of_values(claim: Claim, name: str, values: Sequence[Figure]) -> Iterator[Difference]:
    """One difference for each class that holds between the values, conflicts first; vaguer words for what is told
    already add none."""
    pairs = {(a, b): values[a].compare(values[b]) for a, b in combinations(range(len(values)), 2)}
    kinds = {pair: _kind(values[pair[0]], values[pair[1]], found.relation) for pair, found in pairs.items()}
    told: set[int] = set()
    for kind in DifferenceClass:
        linked = [pair for pair, found in kinds.items() if found is kind]
        members = sorted({i for pair in linked for i in pair})
        if not members or not _worth_telling(kind, [values[i] for i in members]):
            continue
        if kind is DifferenceClass.PRECISION and len(told & set(members)) > 1:
            continue
        told.update(members)
        strongest = min(linked, key=lambda pair: (pairs[pair].score, pair))
        reason = _reason(kind, [values[i] for i in members], pairs[strongest].reason)
        yield Difference(claim.id, name, kind, tuple(_value(claim, values[i]) for i in members), reason)


def _counted(difference: Difference, figures: Sequence[Figure], story: Sequence[Gathered]) -> Difference:
    """A value that only another claim holds has its origins there."""
    keys = {held.place: held.key for figure in figures for held in figure.held}
    values = tuple(
        value if value.origins else replace(value, origins=_elsewhere({keys[p] for p in value.words}, story))
        for value in difference.values
    )
    return replace(difference, values=values)


def _elsewhere(holders: set[tuple[str, str]], story: Sequence[Gathered]) -> int:
    origins = (origin for each in story for origin in each.claim.origins)
    return len({origin.id for origin in origins if holders & set(origin.statements)})


def _kind(a: Figure, b: Figure, relation: Relation) -> DifferenceClass | None:
    """The class of a pair; a conflict that comes from a slip in converting is none, nor one that time
    explains, nor one between two figures of one statement, which are of two things."""
    found = CLASSES.get(relation)
    if found is not DifferenceClass.CONFLICT:
        return found
    if wrong(a) or wrong(b):
        return DifferenceClass.CONVERSION
    if {h.key for h in a.held} & {h.key for h in b.held}:
        return None
    return DifferenceClass.UPDATE if _grown(a, b) or _grown(b, a) else found


def _grown(a: Figure, b: Figure) -> bool:
    """Whether the larger count of harm was said only after the smaller one."""
    if not (a.harm and b.harm) or a.size is None or b.size is None or a.size >= b.size:
        return False
    earlier, later = ([held.voice.said for held in figure.held] for figure in (a, b))
    return all(x is not None and y is not None and x < y for x in earlier for y in later)


def _worth_telling(kind: DifferenceClass, values: Sequence[Figure]) -> bool:
    """Not the same figure twice, nor one figure beside its own right conversion everywhere."""
    if kind is DifferenceClass.PRECISION:
        sizes = {(v.size, v.unit) if v.size is not None else tell(v) for v in values}
        return len(sizes) > 1 and len({h.key for v in values for h in v.held}) > 1
    if kind is not DifferenceClass.CONVERSION:
        return len({h.key for v in values for h in v.held}) > 1 or len(values) > 2
    units = [v.unit for v in values]
    return (
        len(set(units)) < len(units)
        or any(map(wrong, values))
        or len({frozenset(h.key for h in v.held) for v in values}) > 1
    )


def _reason(kind: DifferenceClass, values: Sequence[Figure], compared: str) -> str:
    slips = [slip for v in values for slip in wrong(v)]
    if kind is DifferenceClass.CONVERSION and slips:
        return f"a slip in converting: {slips[0]}"
    return f"{compared}; the larger was said later" if kind is DifferenceClass.UPDATE else compared


def _value(claim: Claim, figure: Figure) -> Value:
    return Value(
        value=figure.held[0].written,
        normal=tell(figure),
        holders=tuple(sorted({_holder(held) for held in figure.held})),
        origins=behind((held.key for held in figure.held), claim.origins),
        words=tuple(held.place for held in figure.held),
    )


def _holder(held: Held) -> str:
    """Who says it and where it is printed."""
    document = held.voice.reading.annotated.document
    publisher = document.publisher or document.id
    return publisher if held.voice.narrated else f"{held.voice.speaker} ({publisher})"
