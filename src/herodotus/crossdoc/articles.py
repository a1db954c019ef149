"""Articles as they are kept by the hundred thousand: terms as numbers, counts as bytes."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from herodotus.crossdoc.profiles import Point, Profile

Numbers = NDArray[np.int32]
Counts = NDArray[np.uint8]
MOST = 255
"""A count that a byte still holds; more mentions weigh no more."""


@dataclass(frozen=True, slots=True)
class Article:
    """A profile with its terms as numbers of a lexicon: about 1.5 kB. `terms` are the `words` words first, then the
    names, `counts` runs beside them; `leading` are the terms that are names in title and lead, `people` numbers of
    terms too; `published` and `days` are ordinals of the proleptic Gregorian calendar."""

    terms: Numbers
    counts: Counts
    leading: Numbers
    words: int
    people: tuple[int, ...]
    towns: tuple[Point, ...]
    regions: tuple[str, ...]
    countries: tuple[str, ...]
    days: tuple[int, ...]
    published: int | None


class Lexicon:
    """Terms by number, in how many articles each is found, and the names of towns."""

    __slots__ = ("_found", "_numbers", "_points", "articles", "terms", "towns")

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._found = array("I")
        self.terms: list[str] = []
        self.towns: dict[Point, str] = {}
        self._points: dict[Point, Point] = {}
        self.articles = 0

    def take(self, profile: Profile) -> Article:
        """Number the terms of a profile and count it among the articles in which they are found."""
        names = [_as_name(name) for name in profile.names]
        terms = self._numbered([*profile.words, *names])
        self.articles += 1
        for number in terms:
            self._found[number] += 1
        return Article(
            terms=np.array(terms, np.int32),
            counts=_counts([*profile.words.values(), *profile.names.values()]),
            leading=np.array(
                [
                    n
                    for n, name in zip(terms[len(profile.words) :], profile.names, strict=True)
                    if name in profile.leading
                ],
                np.int32,
            ),
            words=len(profile.words),
            people=tuple(self._numbered([_as_name(name) for name in sorted(profile.people)])),
            towns=tuple(self._town(point, name) for point, name in profile.towns.items()),
            regions=tuple(map(sys.intern, sorted(profile.regions))),
            countries=tuple(map(sys.intern, sorted(profile.countries))),
            days=tuple(sorted(day.toordinal() for day in profile.days)),
            published=profile.published.toordinal() if profile.published else None,
        )

    def _numbered(self, terms: Sequence[str]) -> list[int]:
        numbers = []
        for term in terms:
            number = self._numbers.get(term)
            if number is None:
                number = self._numbers[term] = len(self.terms)
                self.terms.append(term)
                self._found.append(0)
            numbers.append(number)
        return numbers

    def _town(self, point: Point, name: str) -> Point:
        """One object for each point, however many articles are about it."""
        self.towns.setdefault(point, name)
        return self._points.setdefault(point, point)

    def rarity(self, numbers: Numbers, background: int) -> NDArray[np.float64]:
        """What each term weighs: more, the fewer articles have it; never zero."""
        found = np.frombuffer(self._found, np.uint32)[numbers]
        weights: NDArray[np.float64] = np.log(1 + (self.articles + background) / np.maximum(found, 1))
        return weights

    def word(self, number: int) -> str:
        """A term as it is shown: names without what marks them as such."""
        return self.terms[number].removeprefix(_NAME)


_NAME = "@"
"""Marks names among the terms, so that Reading the town is not reading the verb."""


def _as_name(name: str) -> str:
    return _NAME + name


def _counts(counts: Sequence[int]) -> Counts:
    return np.minimum(np.array(counts, np.int32), MOST).astype(np.uint8)
