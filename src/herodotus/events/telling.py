"""Tolls in their sentences: where each is told, which are of another incident, what a sentence tells in sum."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from herodotus.data.annotations import Annotated, TimexType
from herodotus.data.tolls import Toll

LEAD = 8
"""Sentences from the top, the headline among them, in which the whole figure stands as a rule."""
BEFORE = timedelta(days=4)
"""Harm dated earlier than this before the first is of another incident."""
DEFINITE = frozenset({"the", "this", "that", "he", "she", "him", "who"})


@dataclass(frozen=True, slots=True)
class Told:
    """A toll with its place: its number in the list, its sentence, its words in lower case, the name of the person."""

    n: int
    toll: Toll
    sentence: int
    words: tuple[str, ...]
    name: str

    @property
    def key(self) -> object:
        return self.toll.entity or self.toll.who

    @property
    def fresh(self) -> bool:
        """Whether one person is brought in, not pointed back to: a name, "a man", "Man" in a headline."""
        alone = len(self.words) == 1 and self.words[0] in ("her", "his")
        return self.toll.named or not (alone or DEFINITE & set(self.words[:1]))


@dataclass(frozen=True, slots=True)
class Sum:
    """What one sentence tells of one outcome."""

    sentence: int
    figure: float
    stated: bool
    told: tuple[Told, ...]


def telling(annotated: Annotated, tolls: Sequence[Toll]) -> list[Told]:
    """The tolls with their places, without those of another incident."""
    return _of_the_incident(annotated, [_told(annotated, n, toll) for n, toll in enumerate(tolls)])


def _told(annotated: Annotated, n: int, toll: Toll) -> Told:
    at = toll.span.start if toll.span.start < toll.who.start else toll.who.start
    sentence = bisect_right(annotated.sentences, (at + 1,)) - 1
    name = next((e.name for e in annotated.entities if e.id == toll.entity), "")
    return Told(n, toll, sentence, tuple(toll.who.of(annotated.document.text).lower().split()), name)


def _of_the_incident(annotated: Annotated, told: Sequence[Told]) -> list[Told]:
    """Without what befell people days before that of which the article tells first."""
    days = {t.sentence: _day(annotated, t.sentence) for t in told}
    first = min((day[0] for t in told if t.sentence < LEAD and (day := days[t.sentence])), default=None)
    if first is None:
        return list(told)
    return [t for t in told if t.sentence < LEAD or not (day := days[t.sentence]) or day[1] >= first - BEFORE]


def _day(annotated: Annotated, sentence: int) -> tuple[date, date] | None:
    """The first and the last day of the first date of a sentence."""
    here = annotated.sentences[sentence]
    inside = (t for t in annotated.times if here.contains(t.span) and t.type is TimexType.DATE)
    return next(
        ((t.since, t.until) for t in inside if t.since and t.until and t.precision != "unknown"), None
    )


def sums(mine: Sequence[Told]) -> Iterator[Sum]:
    """What each sentence tells: its fullest clause, with those that it adds ("three others") and the one who did it."""
    for sentence in sorted({t.sentence for t in mine}):
        here = [t for t in mine if t.sentence == sentence]
        clauses = {t.toll.trigger: [u for u in here if u.toll.trigger == t.toll.trigger] for t in here}
        parts = [list({t.key: t for t in clause}.values()) for clause in clauses.values()]
        main = max(parts, key=size)
        seen = {t.key for t in main}
        more = {t.key: t for part in parts if part is not main for t in part if t.key not in seen}
        more = {key: t for key, t in more.items() if _adds(t.toll, [m.toll for m in main])}
        if any(part is not main and size(part) + 1 == size(main) and part[0].toll.done for part in parts):
            more = {}  # "three dead after a man kills two, himself"
        whole = [*main, *more.values()]
        yield Sum(sentence, size(whole), any(t.toll.stated for t in whole), tuple(whole))


def _adds(toll: Toll, main: Sequence[Toll]) -> bool:
    """Whether people of another clause come on top: "three others", the one who did it, or whom he hit."""
    if all(m.attacker for m in main):
        return not toll.attacker or (toll.further and toll.stated)
    if toll.attacker:
        return main[0].stated or main[0].done
    parts = (
        toll.part and toll.stated and main[0].part
    )  # "one is in critical condition and four are being treated"
    return parts or (toll.further and toll.stated) or (main[0].further and main[0].stated)


def size(told: Sequence[Told]) -> float:
    return sum(t.toll.best or 0 for t in told)
