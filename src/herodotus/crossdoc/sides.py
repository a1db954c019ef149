"""A claim of a story as it is compared with the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from herodotus.compare import likeness
from herodotus.compare.likeness import Matter
from herodotus.compare.materiel import related
from herodotus.compare.sayings import Saying, words
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.positions import hedged
from herodotus.crossdoc.propositions import Proposition
from herodotus.crossdoc.wording import central

RECENT = timedelta(days=60)
"""What a text tells without a time is taken to have happened within so many days before it was published."""


@dataclass(frozen=True)
class Side:
    """A claim with the proposition in whose words it is told, and what that says."""

    gathered: Gathered
    main: Proposition
    said: Saying

    @property
    def id(self) -> str:
        return self.gathered.claim.id

    @cached_property
    def statements(self) -> frozenset[tuple[str, str]]:
        return frozenset((p.document, p.statement.id) for p in self.gathered.propositions)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """When it was said, or published where that is not known; in order."""
        found = (p.said or p.published for p in self.gathered.propositions)
        return tuple(sorted({day for day in found if day is not None}))

    @cached_property
    def day(self) -> date | None:
        """When the words were said in which it is told."""
        return self.main.said or self.main.published

    @cached_property
    def open(self) -> bool:
        """Told as planned, possible or asked for, not as done."""
        return not self.main.real or any(lemma in words("open") for lemma in self.said.lemmas)

    @cached_property
    def other(self) -> bool:
        """Says that it is a further one ("another deal", "additional missiles")."""
        return any(lemma in words("others") for lemma in self.said.lemmas)

    @property
    def plain(self) -> bool:
        """Said to be so, neither denied nor open."""
        return not (self.open or self.main.negated or self.said.negated)


@dataclass(frozen=True, slots=True)
class Case:
    """Two claims of one matter; `matter` says what is usual in the story."""

    a: Side
    b: Side
    alike: float
    matter: Matter

    def turned(self) -> Case:
        return Case(self.b, self.a, self.alike, self.matter)

    @property
    def shared(self) -> float:
        """Words in common, rare ones weighing more, from 0 to 1."""
        return likeness.shared_words(self.a.said, self.b.said, self.matter).value

    @property
    def within(self) -> float:
        """The same as a share of the one with fewer words."""
        return likeness.within(self.a.said, self.b.said, self.matter).value

    @property
    def later(self) -> bool:
        """Whether the first is told in words that were said after all that is said of the second."""
        return self.a.day is not None and bool(self.b.days) and self.a.day > self.b.days[-1]

    @property
    def one_subject(self) -> bool:
        return not self.a.said.subjects.isdisjoint(self.b.said.subjects)

    @property
    def same_kind(self) -> bool:
        """Two events of one type, as real as each other, with a party in common and things that may be the same."""
        a, b = self.a.main, self.b.main
        things = not a.materiel or not b.materiel or related(a.materiel, b.materiel)
        parties = not (a.parties | a.places).isdisjoint(b.parties | b.places)
        return a.type is not None and a.type == b.type and a.real == b.real and parties and things

    @property
    def apart(self) -> bool:
        """Whether their parties, places or days exclude that they tell of one thing."""
        a, b = self.a.main, self.b.main
        parties = a.parties | a.places, b.parties | b.places
        if any(one and other and one.isdisjoint(other) for one, other in (parties, (a.places, b.places))):
            return True
        if _long_before(a, b) or _long_before(b, a):
            return True
        if a.since and b.since and a.until and b.until and (a.since > b.until or b.since > a.until):
            return True
        return likeness.other_names(self.a.said, self.b.said, self.matter).value > 0


def _long_before(a: Proposition, b: Proposition) -> bool:
    """Whether one is dated long before the other, which has no time, was said."""
    told = b.said or b.published
    return a.until is not None and b.since is None and told is not None and told - a.until > RECENT


def side(gathered: Gathered) -> Side:
    """What stands for a claim: that of its propositions whose words are shown."""
    main = central([p for p in gathered.propositions if not hedged(p)])
    return Side(gathered, main, main.saying)
