"""Who is who among single people harmed: "a man", "Ida Holm, 34", "the victim" and "she" are counted once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from herodotus.data.annotations import Annotated, Entity
from herodotus.data.tolls import Outcome
from herodotus.events.harmwords import lexicon, words
from herodotus.events.telling import Told

AGE = re.compile(r"\b(\d{1,3}|[a-z]+)[- ](year|month|week|day)s?[- ]old", re.IGNORECASE)
ASIDE = re.compile(r"[,(] ?(\d{1,3})\b")
BEFORE, BEHIND = 16, 6
"""Code points before and behind the words of a person that may give the age."""
OWNED = (("his",), ("her",), ("their",), ("my",))
"""First words of somebody who may have been told of before: "her son", in the words of another."""
APART = 1
"""Years by which two reports of one age may differ."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What words say of a person: sex (f, m), age in years, whether grown; None where they do not."""

    sex: str | None = None
    age: float | None = None
    grown: bool | None = None

    def fits(self, other: Traits) -> bool:
        """Whether both may be of one person."""
        sexes = {self.sex, other.sex} == {"f", "m"}
        ages = self.age is not None and other.age is not None and abs(self.age - other.age) > APART
        sizes = {self.grown, other.grown} == {True, False}
        return not (sexes or ages or sizes)

    def joined(self, other: Traits) -> Traits:
        return Traits(
            self.sex or other.sex,
            other.age if self.age is None else self.age,
            other.grown if self.grown is None else self.grown,
        )


@dataclass(frozen=True, slots=True)
class Person:
    """One person with all that is told of the harm to them, in the order of the text."""

    told: tuple[Told, ...]
    traits: Traits

    @property
    def outcome(self) -> Outcome:
        """Those who died are not among the injured."""
        found = {t.toll.outcome for t in self.told}
        return next((o for o in (Outcome.KILLED, Outcome.INJURED) if o in found), Outcome.SHOT)

    @property
    def sentence(self) -> int:
        return self.told[0].sentence

    @property
    def names(self) -> frozenset[str]:
        return frozenset(word for t in self.told if t.toll.named for word in t.name.lower().split())

    @property
    def attacker(self) -> bool:
        return any(t.toll.attacker for t in self.told)


def cast(annotated: Annotated, told: Iterable[Told]) -> list[Person]:
    """The people told of one by one, those first told of first."""
    entities = {entity.id: entity for entity in annotated.entities}
    found: list[Person] = []
    for each in told:
        traits = _traits(annotated, each, entities.get(each.toll.entity or ""))
        at = _same(found, each, traits)
        if at is None:
            found.append(Person((each,), traits))
        else:
            found[at] = replace(
                found[at], told=(*found[at].told, each), traits=found[at].traits.joined(traits)
            )
    return found


def _same(found: Sequence[Person], each: Told, traits: Traits) -> int | None:
    """Which of those found is meant: who has the same words or name, else the last who fits, best of the same age, then
    one to whom the same befell."""
    for at, person in enumerate(found):
        if any(each.key == t.key for t in person.told):
            return at
    names = frozenset(each.name.lower().split()) if each.toll.named else frozenset()
    fit = [at for at in reversed(range(len(found))) if _may_be(found[at], each, traits, names)]

    def alike(at: int) -> tuple[bool, bool]:
        aged = traits.age is not None and found[at].traits.age == traits.age
        return aged, any(t.toll.outcome is each.toll.outcome for t in found[at].told)

    return max(fit, key=alike, default=None)


def _may_be(person: Person, each: Told, traits: Traits, names: frozenset[str]) -> bool:
    if names and person.names:
        return bool(names & person.names)
    if not person.traits.fits(traits):
        return False
    if each.toll.further or any(_beside(t, each) for t in person.told):
        return False
    ends = {person.outcome, each.toll.outcome}
    aged = traits.age is not None and person.traits.age is not None
    return aged or not (ends == {Outcome.KILLED, Outcome.INJURED} and each.fresh)


def _beside(a: Told, b: Told) -> bool:
    """Whether both are brought in by one sentence, so that they are two."""
    if a.sentence != b.sentence:
        return False
    new = all(each.fresh and each.words[:1] not in OWNED for each in (a, b))
    return a.toll.trigger == b.toll.trigger or (new and a.words[-1:] != b.words[-1:])


def _traits(annotated: Annotated, each: Told, entity: Entity | None) -> Traits:
    text = annotated.document.text
    said = set(each.words)
    if entity:
        said |= {w for m in entity.mentions for w in m.span.of(text).lower().split()}
    sex = next((name for name, listed in lexicon()["sex"].items() if said.intersection(listed)), None)
    young, grown = bool(said & words("young")), bool(said & words("grown"))
    return Traits(sex, _age(text, each), grown if young != grown else None)


def _age(text: str, each: Told) -> float | None:
    span = each.toll.who
    near = AGE.search(text, max(0, span.start - BEFORE), span.end + BEHIND)
    if near and near.end() >= span.start:
        number = near[1].lower()
        value = float(number) if number.isdecimal() else lexicon()["numbers"].get(number)
        return None if value is None else float(value) * (near[2].lower() == "year")
    aside = ASIDE.search(text, span.start, span.end + BEHIND)
    return float(aside[1]) if aside else None
