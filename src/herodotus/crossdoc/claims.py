"""Claims of one story: what is said to be the case, by whom, against whom, from how many origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from herodotus.crossdoc.because import same
from herodotus.crossdoc.copying import copies
from herodotus.crossdoc.matching import matched
from herodotus.crossdoc.origins import origins
from herodotus.crossdoc.positions import Claims, answered, answers, hedged, stand
from herodotus.crossdoc.propositions import Proposition, propositions
from herodotus.crossdoc.roots import Roots, roots
from herodotus.crossdoc.topics import is_topic
from herodotus.crossdoc.voices import Voice, voice
from herodotus.crossdoc.wording import central, places
from herodotus.data.claims import Claim, Position, Stand
from herodotus.data.places import Place as Location
from herodotus.data.statements import Evidence, Reading, Statement

Key = tuple[str, str]
ORDER = {position: n for n, position in enumerate(Position)}


@dataclass(frozen=True, slots=True)
class Gathered:
    """A claim with the propositions it was made from."""

    claim: Claim
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Every statement of a story with whom it goes back to."""

    voices: Mapping[Key, Voice]
    roots: Roots

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Sources:
        readings = list(readings)
        same = copies(readings)
        voices = {(r.annotated.document.id, s.id): voice(r, s, same) for r in readings for s in r.statements}
        return cls(voices, roots(voices.values()))


def claims(readings: Sequence[Reading]) -> tuple[Gathered, ...]:
    """The claims of a story, those with most origins, positions and documents first; ids are given later."""
    found = propositions(readings)
    groups = _in_other_words([group for group in matched(found) if not all(map(hedged, group))])
    extra = _answers(readings, found, groups)
    sources = Sources.of(readings)
    gathered = [_gathered(group, extra.get(i, []), sources) for i, group in enumerate(groups)]
    return tuple(sorted(gathered, key=_rank))


def _in_other_words(groups: Iterable[list[Proposition]]) -> list[list[Proposition]]:
    """Groups that would be told in the same words of the same statements are one: "five dead and nine hurt"; so is a
    relay without an event ("the paper said that, according to officials, ...") with what it relays."""
    told: dict[frozenset[tuple[str, str, str]], list[Proposition]] = {}
    for group in groups:
        told.setdefault(frozenset((p.document, p.statement.id, p.told) for p in group), []).extend(group)
    found = list(told.values())
    events = {(p.document, p.shown): group for group in found for p in group if p.event is not None}
    for group in found:
        relayed = events.get((group[0].document, group[0].shown)) if len(group) == 1 else None
        if relayed is not None and relayed is not group:
            relayed.extend(group)
            group.clear()
    return [group for group in found if group]


def _answers(
    readings: Sequence[Reading], found: Sequence[Proposition], groups: Sequence[Sequence[Proposition]]
) -> dict[int, list[Stand]]:
    extra: dict[int, list[Stand]] = {}
    told = Claims.of(groups)
    for answer in answers(readings, found):
        for i, reason in answered(answer, told):
            turned = Position(answer.statement.stance.value)
            extra.setdefault(i, []).append(
                Stand(answer.reading.annotated.document.id, answer.statement.id, turned, reason)
            )
    return extra


def _gathered(group: Sequence[Proposition], extra: Sequence[Stand], sources: Sources) -> Gathered:
    negative = all(p.negated for p in group)
    best = central([p for p in group if not hedged(p)])
    own = [replace(stand(p, negative), same=same(p, best)) for p in group if not hedged(p)]
    stands = _stands(own, extra)
    asserting = [(s.document, s.statement) for s in stands if s.position is Position.ASSERTS]
    voices = [sources.voices[key] for key in asserting]
    claim = Claim(
        id="",
        text=best.told,
        words=places(best),
        stands=stands,
        origins=origins(voices, sources.roots),
        evidence=_evidence(v.statement for v in voices),
        time=_time(group),
        place=_place(group),
        location=_location(group),
        topic=all(is_topic(p) for p in group if not hedged(p)),
    )
    return Gathered(claim, tuple(group))


def _stands(own: Sequence[Stand], extra: Sequence[Stand]) -> tuple[Stand, ...]:
    """One stand a statement; what its own words say goes before what it answers."""
    kept: dict[Key, Stand] = {}
    for each in [*own, *extra]:
        kept.setdefault((each.document, each.statement), each)
    return tuple(
        kept[key] for key in sorted(kept, key=lambda k: (ORDER[kept[k].position], k[0], _number(k[1])))
    )


def _number(identity: str) -> tuple[int, str]:
    digits = "".join(c for c in identity if c.isdigit())
    return (int(digits) if digits else 0, identity)


def _evidence(statements: Iterable[Statement]) -> tuple[Evidence, ...]:
    """What the asserting statements rest on, most often named first; none where none says."""
    counts = Counter(s.evidence for s in statements if s.evidence is not Evidence.NONE)
    return tuple(sorted(counts, key=lambda e: (-counts[e], list(Evidence).index(e))))


def _time(group: Sequence[Proposition]) -> str | None:
    """The value of the time that most of the propositions give."""
    values = Counter(
        p.reading.annotated.times[p.event.time].value
        for p in group
        if p.event is not None and p.event.time is not None and p.since
    )
    return min(values, key=lambda v: (-values[v], v)) if values else None


def _place(group: Sequence[Proposition]) -> str | None:
    names = Counter(p.event.place.name for p in group if p.event is not None and p.event.place is not None)
    return min(names, key=lambda n: (-names[n], n)) if names else None


def _location(group: Sequence[Proposition]) -> Location | None:
    """Where the claim's place is, as most of the propositions that name it have it."""
    name = _place(group)
    named = [p.event.place for p in group if p.event is not None and p.event.place is not None]
    found = Counter(party.place for party in named if party.name == name and party.place is not None)
    return min(found, key=lambda place: (-found[place], place.code, place.reason)) if found else None


def _rank(gathered: Gathered) -> tuple[bool, int, int, int, int, bool, str]:
    """What most of the story's documents speak of comes first, then what is in dispute, then by origins; what happened
    before what is only thought, and what is only named last."""
    claim = gathered.claim
    positions = len({s.position for s in claim.stands})
    documents = len({s.document for s in claim.stands})
    thought = all(p.event is None for p in gathered.propositions)
    rank = (-documents, -positions, -len(claim.origins), -len(claim.stands))
    return (claim.topic, *rank, thought, claim.text)
