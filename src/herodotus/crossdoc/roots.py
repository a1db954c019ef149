"""Roots of information: speakers on occasions, with all that a story has of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herodotus.compare.texts import COPIED, copying, shingles
from herodotus.crossdoc.voices import Voice

OCCASION = timedelta(days=3)
"""Statements of one speaker within three days of each other count as one occasion: news repeats a
briefing that long."""
LEAST_COPIED = 60
"""Code points; shorter contents are alike by chance."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Root:
    """One speaker (or one government) on one occasion, with every statement of the story that goes back
    to it and the reason for each."""

    label: str
    keys: tuple[Key, ...]
    reasons: Mapping[Key, str]


@dataclass(frozen=True, slots=True)
class Roots:
    """The roots of a story; `places` has the number of each statement's root."""

    found: tuple[Root, ...]
    places: Mapping[Key, int]

    def of(self, keys: Iterable[Key]) -> list[Root]:
        """The roots of these statements, in their order."""
        return [self.found[n] for n in sorted({self.places[key] for key in keys if key in self.places})]


def roots(voices: Iterable[Voice]) -> Roots:
    """Group all spoken statements of a story by speaker and occasion; the publishers' own telling is left
    out.

    Those whose day is unknown come last and go to the largest group of their speaker or government.
    """
    groups: list[list[Voice]] = []
    reasons: dict[Key, str] = {}
    spoken = sorted((v for v in voices if not v.narrated), key=order)
    holders: dict[Hashable, set[int]] = {}
    for each, marks in zip(spoken, _marks(spoken), strict=True):
        near = sorted(n for n in set().union(*(holders[m] for m in marks if m in holders)) if groups[n])
        fitting = ((n, why) for n in near if (why := _belongs(each, groups[n])))
        if each.said:
            home, why = next(fitting, (len(groups), None))
        else:
            home, why = max(fitting, key=lambda pair: len(groups[pair[0]]), default=(len(groups), None))
        if why is None:
            groups.append([each])
        else:
            groups[home].append(each)
            reasons[each.key] = why
        for n in near:
            if n != home and (why := _shares_speaker(each, groups[n])):
                _merge(groups, n, home, holders)
                reasons.setdefault(groups[home][-1].key, why)
        for mark in marks:
            holders.setdefault(mark, set()).add(home)
    found = tuple(Root(_label(group), tuple(v.key for v in group), reasons) for group in groups if group)
    return Roots(found, {key: n for n, root in enumerate(found) for key in root.keys})


def _shares_speaker(each: Voice, group: Sequence[Voice]) -> str | None:
    """Why a group that a statement did not join is of the same root all the same: its speaker spoke there too, on
    that occasion, where less was known of whom they speak for."""
    first = group[0]
    if not (each.said and first.said and abs(each.said - first.said) <= OCCASION):
        return None
    same = any(_one_speaker(each.identity, other.identity) for other in group)
    return f"the same speaker, {each.speaker}, on one occasion" if same else None


def _merge(groups: list[list[Voice]], gone: int, home: int, holders: Mapping[Hashable, set[int]]) -> None:
    groups[home] += groups[gone]
    groups[gone] = []
    for places in holders.values():
        if gone in places:
            places.add(home)


def _marks(spoken: Sequence[Voice]) -> Iterator[set[Hashable]]:
    """For each statement its name, office, organisation and runs of words: two that share none of these are not
    of one root."""
    bodies = {v.body for v in spoken if v.body}
    for each in spoken:
        marks: set[Hashable] = {("name", each.identity[0]), ("body", each.body), ("office", each.office)}
        marks.add(("text", each.same))
        marks -= {("body", ""), ("office", ()), ("text", None)}
        marks.update(("body", body) for body in each.mouth_of(bodies))
        marks.update(shingles(each.content) if len(each.content) >= LEAST_COPIED else ())
        yield marks


def order(v: Voice) -> tuple[bool, date, str, Key]:
    return v.said is None, v.said or date.min, v.reading.annotated.document.sha256, v.key


def _label(group: Sequence[Voice]) -> str:
    """Who is named most, without those who only relay the others, and the day."""
    relays = {v.via for v in group if v.via}
    names = Counter(v.speaker for v in group)
    name = min(names, key=lambda n: (n in relays, -names[n], n))
    said = next((v.said for v in group if v.said), None)
    return f"{name}, {said}" if said else name


def _belongs(each: Voice, group: Sequence[Voice]) -> str | None:
    """Why a statement goes back to the same root as a group; its first member sets the occasion."""
    first = group[0]
    if each.said and first.said and abs(each.said - first.said) > OCCASION:
        return None
    return next((why for other in group if (why := same_root(each, other))), None)


def same_root(a: Voice, b: Voice) -> str | None:
    """Why two spoken statements on one occasion go back to one root; None where nothing says so."""
    relayed = f", relayed by {a.via}" if a.via else ""
    if _one_speaker(a.identity, b.identity):
        return f"the same speaker, {b.speaker}, on one occasion{relayed}"
    if a.speaks_for(b) or b.speaks_for(a):
        return f"{a.speaker} and {b.speaker} speak for one organisation{relayed}"
    if a.office and a.office == b.office:
        when = "within three days" if a.said and b.said else "on a day that is not given"
        return f"organs of one government ({', '.join(a.office)}) {when}{relayed}"
    return copied(a, b)


def _one_speaker(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The same name, and no two countries: one document may leave out what another says."""
    return a == b or (a[0] == b[0] and 1 in (len(a), len(b)))


def copied(a: Voice, b: Voice) -> str | None:
    """Whether two statements have the same words."""
    if a.same is not None and a.same == b.same:
        return f"same text as [{b.key[0]}]"
    if min(len(a.content), len(b.content)) < LEAST_COPIED:
        return None
    found = copying(a.content, b.content)
    return f"the same words ({found.reason})" if found.score >= COPIED else None
