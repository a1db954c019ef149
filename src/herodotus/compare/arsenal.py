"""Materiel in a text: plain nouns with their class ("155 mm shells") and weapons by name ("Kh-101s")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from herodotus.compare import designations, materiel, pieces
from herodotus.compare.designations import Match
from herodotus.compare.pieces import Pieces

REACH = 2  # pieces that may stand between a name and the noun that says what it is ("Grad multiple-launch systems")
BEFORE = 14  # characters that hold a calibre ("122-millimetre ")
_CALIBRE = re.compile(r"(?<![\d.,])(\d{2,3}(?:\.\d{1,2})?)\s?[-‑]?\s?(?:mm|millimet(?:re|er)s?)(?=[\s-])")
_LISTED = re.compile(r"[,/]?\s(?:(?:and|or|as well as)\s)?|/")
_GENERIC = frozenset({"weapon", "equipment", "goods", "launcher", "battery", *materiel.NO_CLASS})
_KIN = ("missile", "air defence", "artillery", "drone", "aircraft", "armoured vehicle", "vehicle", "ship", "explosive",
        "ammunition", "firearm", "light weapon", "radar", "electronic component", "satellite")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """Materiel that words of a text name.

    `cls` is its class, `classes` all that its design has; `name` the design's ("" for a plain noun), `version` what
    names one version of it ("T-72B3"), `alias` the name that the text uses, as the table writes it; `calibre` in
    millimetres. A `part` belongs to the design and is of another class ("S-300 missiles").
    """

    start: int
    end: int
    cls: str
    classes: tuple[str, ...]
    name: str = ""
    version: str = ""
    alias: str = ""
    calibre: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class _Sight:
    """A noun or name at pieces `first` to `last`, sure or not yet."""

    first: int
    last: int
    thing: Thing
    weak: bool


@lru_cache(maxsize=16)
def find(text: str) -> tuple[Thing, ...]:
    """All materiel of a text in order, none overlapping. Names and nouns that are also common words count only beside
    other materiel; one that did so once counts in the whole text. Remembered, for several stages ask for it."""
    found = pieces.split(text)
    seen = _sights(found)
    return tuple([_measured(text, thing) for thing in _merged(found, _sure(found, seen))])


@lru_cache(maxsize=1 << 12)
def read(phrase: str) -> Thing | None:
    """What a phrase names by its last words, a name before a noun included; None where it is no materiel. Here a common
    word counts without more ("rounds")."""
    found = pieces.split(phrase)
    seen = [replace(sight, weak=sight.weak and bool(sight.thing.name)) for sight in _sights(found)]
    things = _merged(found, _sure(found, seen))
    if not things or things[-1].end < found.spans[-1][0]:
        return None
    return _measured(phrase, things[-1])


def class_of(phrase: str) -> str | None:
    """The class of a thing by the last words of its name, or by the weapon's own name."""
    return thing.cls if (thing := read(phrase)) else materiel.class_of(phrase)


def _sights(found: Pieces) -> list[_Sight]:
    """Names first; nouns where no name stands, the later and longer one before what stands inside it."""
    seen: list[_Sight] = []
    free = 0
    openers, heads = designations.openers(), materiel.heads()
    for i in [i for i, piece in enumerate(found.folded) if piece in openers]:
        match = designations.at(found, i) if i >= free else None
        if match is not None:
            free = match.last + 1
            seen.append(_named(found, match))
    taken = {i for sight in seen for i in range(sight.first, sight.last + 1)}
    floors = list(accumulate((i + 1 if i in taken else 0 for i in range(len(found))), max))
    free = len(found)
    for i in [i for i in range(len(found) - 1, -1, -1) if found.folded[i] in heads]:
        noun = _noun(found, i, floors[i]) if i < free and i not in taken else None
        if noun is not None:
            free = noun.first
            seen.append(noun)
    return sorted((s for s in seen if s.thing.cls != materiel.DECOY), key=lambda sight: sight.first)


def _named(found: Pieces, match: Match) -> _Sight:
    design = match.alias.design
    start, end = found.spans[match.first][0], found.spans[match.last][1]
    thing = Thing(
        start, end, design.classes[0], design.classes, design.name, match.version, match.alias.written
    )
    return _Sight(match.first, match.last, thing, match.weak)


def _noun(found: Pieces, i: int, floor: int) -> _Sight | None:
    hit = materiel.noun_at(found, i, floor=floor)
    if hit is None:
        return None
    noun, first = hit
    start, end = found.spans[first][0], found.spans[i][1]
    weak = noun.weak or noun.name in materiel.NO_CLASS or _proper(found, first, i)
    return _Sight(first, i, Thing(start, end, noun.name, (noun.name,)), weak)


def _proper(found: Pieces, first: int, last: int) -> bool:
    """Whether a noun of one word looks like a name: a capital inside a sentence, not in a line of capitals."""
    written = found.written(first)
    title = written[0].isupper() and written[1:].islower()
    return first == last and title and not found.opens(first)


def _sure(found: Pieces, seen: Sequence[_Sight]) -> list[_Sight]:
    """The sights that count: those beside sure ones become sure, until none is added; then those of the same name."""
    seen = [
        s
        for s in seen
        if not s.weak or s.thing.name or s.thing.cls in materiel.NO_CLASS or _equipment(s.thing)
    ]
    weak = [sight.weak for sight in seen]
    changed = True
    while changed:
        changed = False
        for n in range(len(seen)):
            if weak[n] and _backed(found, seen, weak, n):
                weak[n], changed = False, True
    named = {sight.thing.name for n, sight in enumerate(seen) if sight.thing.name and not weak[n]}
    return [
        s for n, s in enumerate(seen) if not weak[n] or (s.thing.name in named and not _another(found, s))
    ]


def _equipment(thing: Thing) -> bool:
    return "equipment" in materiel.lineage(thing.cls)


def _backed(found: Pieces, seen: Sequence[_Sight], weak: Sequence[bool], n: int) -> bool:
    """Whether a neighbour says that a weak sight is meant: a noun of its kind for a name, anything sure for a noun."""
    for m in (n - 1, n + 1):
        if 0 <= m < len(seen):
            left, right = (seen[m], seen[n]) if m < n else (seen[n], seen[m])
            between = found.text[left.thing.end : right.thing.start]
            if _listed(between) and not weak[m] and _kin(seen[n].thing, seen[m].thing):
                return True
            near = _beside(found, left, right)
            if seen[n].thing.name and near and not seen[m].thing.name and _kin(seen[n].thing, seen[m].thing):
                return True
            if not seen[n].thing.name and near and not weak[m]:
                return True
    return False


def _listed(between: str) -> bool:
    return _LISTED.fullmatch(between) is not None


def _beside(found: Pieces, left: _Sight, right: _Sight) -> bool:
    """Whether one phrase holds both, with few words between."""
    gap = range(left.last, right.first)
    return len(gap) <= REACH + 1 and all(found.joined(i) for i in gap)


def _kin(one: Thing, other: Thing) -> bool:
    """Whether a name and a noun may be of one kind, or the noun says no more than that it is a weapon."""
    if one.cls in _GENERIC or other.cls in _GENERIC:
        return True
    mine, yours = (
        {above for each in thing.classes for above in materiel.lineage(each) if above in _KIN}
        for thing in (one, other)
    )
    return not mine.isdisjoint(yours)


def _another(found: Pieces, sight: _Sight) -> bool:
    """Whether a weak name is the first part of some other name ("Patriot Day")."""
    i = sight.last + 1
    return i < len(found) and found.gap(sight.last) == " " and found.written(i)[0].isupper()


def _merged(found: Pieces, seen: Iterable[_Sight]) -> list[Thing]:
    """A name and the nouns right behind it are one thing ("Kh-59 air-launched cruise missiles"), and so are nouns of
    which one says more of the next ("missile launcher trucks")."""
    things: list[Thing] = []
    before: _Sight | None = None
    for sight in seen:
        thing, plain = sight.thing, sight.thing.cls not in materiel.NO_CLASS
        follows = before is not None and sight.first == before.last + 1 and found.joined(before.last)
        if follows and thing.cls != materiel.BESIDE_NAME and not thing.name and (plain or things[-1].name):
            things[-1] = (
                _both(things[-1], thing) if things[-1].name else replace(thing, start=things[-1].start)
            )
        elif plain:
            things.append(thing)
        before = sight if plain or follows else None
    return things


def _both(name: Thing, noun: Thing) -> Thing:
    """The design where the noun says what it is, else what belongs to it."""
    own = noun.cls in _GENERIC or any(materiel.kind_of(noun.cls, each) for each in name.classes)
    if own and noun.cls != "launcher":
        return replace(name, end=noun.end)
    return Thing(name.start, noun.end, noun.cls, (noun.cls,), name.name, name.version, name.alias, part=True)


def _measured(text: str, thing: Thing) -> Thing:
    """With the calibre that its words give or that stands right before them."""
    found = list(_CALIBRE.finditer(text, max(0, thing.start - BEFORE), thing.end))
    if not found or text[found[-1].end() : thing.start].strip(" -‑"):
        return thing
    return replace(thing, start=min(thing.start, found[-1].start()), calibre=found[-1][1])
