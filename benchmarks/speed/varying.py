"""Many articles made of few: profiles with other names, places, numbers, dates and less common words."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from herodotus.crossdoc.profiles import Point, Profile

COMMON = 0.05
"""Share of the articles from which on a word is left as it is."""
BANDS = 1.3
"""Words stand for each other whose numbers of articles differ by this factor at most."""
NEW = 0.5
"""Share of the names that nobody had before; the others are names of other articles."""
BETWEEN = 300
"""Articles, about, from the first to the last of a happening, those of others included."""
YEARS = 10


@dataclass(frozen=True, slots=True)
class Source:
    """A real article's profile, and the happening that it tells of."""

    profile: Profile
    group: str


def varied(given: Sequence[Source]) -> Iterator[Profile]:
    """Profiles without end: each round takes all articles once, the happenings in another order and with other words;
    the articles of one happening come near each other."""
    words = _alike(Counter(word for s in given for word in s.profile.words), len(given))
    names = _alike(Counter(name for s in given for name in s.profile.names), len(given))
    for turn in count():
        made = {group: _Group(f"{turn} {group}", words, names) for group in sorted({s.group for s in given})}
        for n in _order(given, random.Random(turn)):
            yield made[given[n].group].profile(given[n].profile, f"{turn} {n}")


def _order(given: Sequence[Source], chance: random.Random) -> list[int]:
    """Happening by happening, with others in between."""
    groups = sorted({s.group for s in given})
    begins = {group: chance.random() * len(given) for group in groups}
    when = [begins[s.group] + chance.random() * BETWEEN for s in given]
    return sorted(range(len(given)), key=when.__getitem__)


def _alike(found: Counter[str], total: int) -> dict[str, list[str]]:
    """For each term that is not common, those that are about as frequent."""
    bands: dict[int, list[str]] = {}
    for term, n in sorted(found.items()):
        if n <= COMMON * total:
            bands.setdefault(_band(n), []).append(term)
    return {term: band for band in bands.values() for term in band}


def _band(n: int) -> int:
    band = 0
    while n > 1:
        n, band = int(n / BANDS), band + 1
    return band


class _Group:
    """One happening in one round: what stands for each word, name, place and day of it."""

    def __init__(self, seed: str, words: Mapping[str, list[str]], names: Mapping[str, list[str]]) -> None:
        self._seed, self._chance = seed, random.Random(seed)
        self._likewise = {"word": words, "name": names}
        self._taken: dict[tuple[str, str], str] = {}
        self._later = timedelta(days=self._chance.randrange(365 * YEARS))
        self._north, self._east = self._chance.uniform(-20, 20), self._chance.uniform(-90, 90)

    def profile(self, real: Profile, identity: str) -> Profile:
        name, word = self._term("name"), self._term("word")
        spelt = set(real.names)

        def said(term: str) -> str:
            return name(term) if term in spelt else word(term)

        return replace(
            real,
            key=(identity, identity),
            published=self._day(real.published),
            words=_bag(real.words, said),
            names=_bag(real.names, name),
            leading=frozenset(map(name, real.leading)),
            people=frozenset(map(name, real.people)),
            towns={self._point(point): name(town) for point, town in real.towns.items()},
            regions=frozenset(map(name, real.regions)),
            countries=frozenset(map(name, real.countries)),
            days=frozenset(day for each in real.days if (day := self._day(each))),
        )

    def _term(self, kind: str) -> Callable[[str], str]:
        return lambda term: self._taken.get((kind, term)) or self._take(kind, term)

    def _take(self, kind: str, term: str) -> str:
        band = self._likewise[kind].get(term)
        if any(c.isdigit() for c in term):
            taken = str(self._chance.randrange(10 ** max(2, len(term))))
        elif band is None and kind == "word":
            taken = term
        elif kind == "name" and (band is None or self._chance.random() < NEW):
            taken = f"{term}~{self._chance.randrange(10**9)}"
        else:
            taken = self._chance.choice(band or [term])
        self._taken[kind, term] = taken
        return taken

    def _day(self, day: date | None) -> date | None:
        return day and min(day, date.max - self._later) + self._later

    def _point(self, point: Point) -> Point:
        """Moved, but no place moved away from another."""
        north, east = point[0] + self._north, point[1] + self._east
        return max(-89.0, min(89.0, north)), (east + 180) % 360 - 180


def _bag(real: Mapping[str, int], changed: Callable[[str], str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for term, n in real.items():
        found[changed(term)] += n
    return found
