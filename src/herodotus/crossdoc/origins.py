"""How many independent roots a claim has: speakers on occasions, not articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from herodotus.compare.texts import COPIED, copying, shingles
from herodotus.crossdoc.voices import Voice
from herodotus.data.claims import Link, Origin
from herodotus.data.statements import Evidence

OCCASION = timedelta(days=3)
"""Statements of one speaker within three days of each other count as one occasion: news repeats a
briefing that long."""
LEAST_COPIED = 60
"""Code points; shorter contents are alike by chance."""
SEEN_ITSELF = frozenset({Evidence.EYEWITNESS, Evidence.SATELLITE, Evidence.DOCUMENT, Evidence.EXAMINATION})

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
    spoken = sorted((v for v in voices if not v.narrated), key=_order)
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


def _order(v: Voice) -> tuple[bool, date, str, Key]:
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


def origins(voices: Sequence[Voice], known: Roots) -> tuple[Origin, ...]:
    """The origins behind the statements that assert one claim, those with most statements first; ids come
    later."""
    spoken = {v.key: v for v in voices}
    found = [_of_root(root, spoken) for root in known.of(spoken)]
    for group in _publishers(sorted((v for v in voices if v.narrated), key=_order)):
        home = _draws_on(group, found, voices)
        if home is None:
            found.append(_own_account(group, alone=not found))
        else:
            found[home] = _told_again(found[home], group)
    return tuple(sorted(found, key=lambda o: (-len(o.statements), o.label, o.statements)))


def _of_root(root: Root, voices: Mapping[Key, Voice]) -> Origin:
    """A named speaker on one occasion is one for certain; the unnamed may be others that speak here, and what was said
    on a day that nobody gives may have been said on another occasion."""
    group = [voices[key] for key in root.keys if key in voices]
    reasons = dict.fromkeys(root.reasons[v.key] for v in group if v.key in root.reasons)
    unclear = _unclear(group)
    undated = any(v.said for v in group) and any(v.said is None and not v.via and v.same is None for v in group)
    why = [unclear] if unclear else []
    why += ["one of these may be of another day"] if undated else []
    return Origin(
        "",
        root.label,
        tuple(v.key for v in group),
        "; ".join([*reasons, *why]) or "stands alone",
        int(not unclear),
        1 + undated,
        tuple(_link(v, root.reasons.get(v.key, f"said by {v.speaker}")) for v in group),
    )


def _unclear(group: Sequence[Voice]) -> str | None:
    """Why nobody of a root is certain to be somebody of their own; who only relays the others is left out."""
    relays = {v.via for v in group if v.via}
    speaking = [v for v in group if v.speaker not in relays] or group
    return speaking[0].unclear if all(v.unclear for v in speaking) else None


def _link(voice: Voice, reason: str) -> Link:
    """With the reason why it is somebody else's text, where it is."""
    why = voice.copied
    if why is None or reason.startswith("same text"):
        return Link(*voice.key, voice.chain, why or reason)
    return Link(*voice.key, voice.chain, f"{reason}; {why}")


def _publishers(told: Sequence[Voice]) -> list[list[Voice]]:
    """The own telling of publishers and agencies, one group for each hand, and for what is the same text."""
    groups: list[list[Voice]] = []
    for each in told:
        home = next((g for g in groups if any(_one_hand(each, other) for other in g)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def _one_hand(a: Voice, b: Voice) -> bool:
    """What an agency tells is its own, whoever prints it; what it does not tell is the publisher's."""
    if a.agency or b.agency:
        return a.agency == b.agency or copied(a, b) is not None
    one, other = a.reading.annotated.document, b.reading.annotated.document
    same = one.sha256 == other.sha256 or (one.publisher is not None and one.publisher == other.publisher)
    return same or copied(a, b) is not None


def _draws_on(group: Sequence[Voice], found: Sequence[Origin], voices: Sequence[Voice]) -> int | None:
    """The spoken origin that a telling repeats: one its own document quotes, else the most quoted. None
    where nobody else says it, or where the publisher has seen for itself."""
    if not found or _seen(group):
        return None
    spoken = {v.key for v in voices if not v.narrated}
    documents = {v.key[0] for v in group}
    candidates = [n for n, origin in enumerate(found) if spoken & set(origin.statements)]
    quoting = {n: sum(key[0] in documents for key in found[n].statements) for n in candidates}
    return max(candidates, key=lambda n: (quoting[n] > 0, len(found[n].statements), -n), default=None)


def _seen(group: Sequence[Voice]) -> bool:
    return any(v.statement.evidence in SEEN_ITSELF for v in group)


def _own_account(group: Sequence[Voice], *, alone: bool) -> Origin:
    """Certain to be of its own only where nobody else tells it, or where it rests on what was seen."""
    seen = _seen(group)
    why = f"told by {_teller(group[0])} without a source"
    return Origin(
        "",
        f"{_teller(group[0])} (own account)",
        tuple(v.key for v in group),
        f"{why}, from what was seen" if seen else why if alone else f"{why}, so it may rest on one of the others",
        int(alone or seen),
        1,
        tuple(_link(v, why) for v in group),
    )


def _teller(voice: Voice) -> str:
    document = voice.reading.annotated.document
    return voice.agency or document.publisher or document.id


def _told_again(origin: Origin, group: Sequence[Voice]) -> Origin:
    """The origin with a telling that repeats it; one that does not quote it may have a root of its own."""
    quoted = {key[0] for key in origin.statements} & {v.key[0] for v in group}
    why = "told again by publishers without a source"
    rests = f"{origin.label} is quoted beside it" if quoted else f"it may rest on {origin.label}"
    return replace(
        origin,
        statements=(*origin.statements, *(v.key for v in group)),
        reason=origin.reason if origin.reason.endswith(why) else f"{origin.reason}; {why}",
        high=origin.high + (not quoted),
        links=(*origin.links, *(_link(v, f"told by {_teller(v)} without a source; {rests}") for v in group)),
    )


def behind(holders: Iterable[Key], found: Sequence[Origin]) -> int:
    """How many of the origins stand behind some statements."""
    wanted = set(holders)
    return sum(bool(wanted & set(origin.statements)) for origin in found)
