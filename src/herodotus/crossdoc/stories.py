"""Which documents tell of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from herodotus.crossdoc import likeness
from herodotus.crossdoc.articles import Article, Lexicon
from herodotus.crossdoc.likeness import Weighed, Weights
from herodotus.crossdoc.linkage import Groups, Pair
from herodotus.crossdoc.nearest import Index
from herodotus.crossdoc.profiles import Key, Profile, profile
from herodotus.crossdoc.reasons import reasons
from herodotus.data.statements import Reading

SETTLED = 4_000
"""Until so many articles are held, all are grouped afresh when their number has doubled: what is rare is not known
before. More than these are never grouped at once; a larger batch is taken by so many at a time, the earliest first."""
AT_HAND = 4_096
"""Articles whose weighed terms are remembered during a burst, about 20 kB each."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a burst did to one story: the articles that came to it and those that left it for another. A story that is
    joined to another has no article left."""

    story: int
    came: tuple[Key, ...]
    left: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for two articles telling of one happening and what against: the log odds, the reasons in words, and
    whether they are in one story now (which their neighbours decide with them)."""

    score: float
    together: bool
    reasons: tuple[str, ...]


class Stories:
    """Stories that grow as articles come in, in bursts of any size.

    A new article joins a story, opens one, or shows two to be one; what is joined stays so once the stories are
    SETTLED. The order within a burst makes no difference. The time for an article does not grow with the number of
    articles held. A story is known by a number, that of its first article.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or likeness.learned()
        self._lexicon, self._index = Lexicon(), Index()
        self._articles: list[Article] = []
        self._keys: list[Key] = []
        self._groups = Groups(self._likeness, cohesion=self._weights.cohesion, alone=self._weights.alone)
        self._settled = 0
        self._scores: dict[Pair, float] = {}
        self._weighed = lru_cache(AT_HAND)(self._weigh)

    def __len__(self) -> int:
        return len(self._groups.members)

    def __iter__(self) -> Iterator[list[Key]]:
        """The articles of each story, in the order of their numbers."""
        for story in sorted(self._groups.members):
            yield self.members(story)

    def members(self, story: int) -> list[Key]:
        """The articles of the story with this number. KeyError: there is none."""
        return [self._keys[n] for n in self._groups.members[story]]

    def add(self, profiles: Sequence[Profile]) -> list[Change]:
        """Take in a burst; gives the stories that have changed, in the order of their numbers."""
        ordered = sorted(profiles, key=lambda p: (p.published or date.min, p.key))
        for start in range(0, len(ordered), SETTLED):
            self._burst(ordered[start : start + SETTLED])
        return self._changes()

    def _burst(self, profiles: Sequence[Profile]) -> None:
        new: Sequence[int] = [self._take(each) for each in profiles]
        if 2 * self._settled <= len(self._keys) <= SETTLED:
            self._groups.dissolve()
            self._settled = len(self._keys)
            new = range(len(self._keys))
        self._groups.join(sorted({pair for n in new for pair in self._alike(n)}))
        self._scores.clear()
        self._weighed.cache_clear()  # what is rare is another matter with the next burst

    def _take(self, each: Profile) -> int:
        article = self._lexicon.take(each)
        self._articles.append(article)
        self._keys.append(each.key)
        number = self._groups.open()
        self._index.add(number, article.terms.tolist())
        return number

    def _alike(self, number: int) -> Iterator[Pair]:
        """The pairs of an article with those near it that may be of one story."""
        own = self._weighed(number)
        for other in self._index.near(number, {**own.words, **own.names}):
            if self._likeness(number, other) > 0:
                yield min(number, other), max(number, other)

    def _weigh(self, number: int) -> Weighed:
        return likeness.weighed(self._articles[number], self._lexicon)

    def _likeness(self, a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._scores:
            one, other = map(self._weighed, pair)
            self._scores[pair] = likeness.score(one, other, self._weights)
        return self._scores[pair]

    def _changes(self) -> list[Change]:
        came: dict[int, list[Key]] = defaultdict(list)
        left: dict[int, list[Key]] = defaultdict(list)
        for member, before in sorted(self._groups.moved.items()):
            after = self._groups.of[member]
            if before != after:
                came[after].append(self._keys[member])
                if before is not None:
                    left[before].append(self._keys[member])
        self._groups.moved.clear()
        return [Change(s, tuple(came[s]), tuple(left[s])) for s in sorted({*came, *left})]

    def why(self, a: Key, b: Key) -> Why:
        """What speaks for and against two articles. KeyError: one of them is not held."""
        one, other = sorted((self._number(a), self._number(b)))
        left, right = self._weigh(one), self._weigh(other)
        return Why(
            likeness.score(left, right, self._weights),
            self._groups.of[one] == self._groups.of[other],
            tuple(reasons(left, right, self._lexicon)),
        )

    def _number(self, key: Key) -> int:
        try:
            return self._keys.index(key)
        except ValueError:
            raise KeyError(key) from None


def grouped(readings: Sequence[Reading]) -> Stories:
    """The stories of a batch, which can be added to and asked why."""
    held = Stories()
    held.add([profile(reading) for reading in readings])
    return held


def stories(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Group the readings; each is in exactly one group, and their order makes no difference."""
    by_key: dict[Key, list[Reading]] = defaultdict(list)
    for reading in readings:
        document = reading.annotated.document
        by_key[document.sha256, document.id].append(reading)
    return [[by_key[key].pop() for key in members] for members in grouped(readings)]
