"""The whole of each outcome in a document, out of its tolls: the figure for the incident, not for a part of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from herodotus.data.annotations import Annotated, TimexType
from herodotus.data.tolls import Outcome, Toll, Total

LEAD = 8
"""Sentences from the top, the headline among them, in which the whole figure stands as a rule."""
BEFORE = timedelta(days=4)
"""Harm dated earlier than this before the first is of another incident."""


@dataclass(frozen=True, slots=True)
class Told:
    """A toll with its place: its number in the list, its sentence, its words in lower case."""

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
        definite = {"the", "this", "that", "he", "she", "him", "who"} & set(self.words[:1])
        return self.toll.entity is not None or not definite


@dataclass(frozen=True, slots=True)
class Sum:
    """What one sentence tells of one outcome."""

    sentence: int
    figure: float
    stated: bool
    told: tuple[Told, ...]


def totals(annotated: Annotated, tolls: Sequence[Toll]) -> tuple[Total, ...]:
    """One total for each outcome that the document tells of."""
    told = _of_the_incident(annotated, [_told(annotated, n, toll) for n, toll in enumerate(tolls)])
    found = {Outcome.KILLED: _whole(told, Outcome.KILLED)}
    found[Outcome.INJURED] = _injured(told, found[Outcome.KILLED])
    for outcome in (Outcome.MISSING, Outcome.DISPLACED, Outcome.DETAINED):
        found[outcome] = _whole(told, outcome)
    return tuple(total for total in found.values() if total is not None)


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


def _injured(told: Sequence[Told], killed: Total | None) -> Total | None:
    """Those hurt, and where no figure is given those shot who are not among the killed."""
    dead = {t.key for t in told if t.toll.outcome is Outcome.KILLED}
    left = [t for t in told if t.toll.outcome is Outcome.KILLED or t.key not in dead]
    if killed:  # "he was taken to hospital" tells of the one who died there
        left = [
            t
            for t in left
            if t.toll.stated
            or (t.toll.outcome is Outcome.INJURED and t.fresh)
            or (t.toll.further and t.toll.named and not t.toll.attacker)
        ]
    hurt = _whole(left, Outcome.INJURED)
    shot = _whole(left, Outcome.SHOT)
    deaths = killed.best if killed else 0
    rest = (shot.best or 0) - (deaths or 0) if shot and deaths is not None else 0
    counts = any(
        t.toll.stated and not t.toll.part for t in told if hurt and t.n in hurt.tolls and t.toll.best
    )
    used = [t.toll for t in told if hurt and t.n in hurt.tolls]
    if hurt and rest <= 0 and all(t.part for t in used) and (killed or any(t.stated for t in used)):
        return replace(hurt, best=None, high=None, reason="only parts of the figure are given")
    if rest <= 0 or counts or (hurt and hurt.best and rest <= hurt.best):
        return hurt
    assert shot is not None
    return Total(Outcome.INJURED, rest, rest, rest, shot.tolls, "those shot less those killed")


def _whole(told: Sequence[Told], outcome: Outcome) -> Total | None:
    """The figure that the lead gives; without one, the people counted one by one, where one sentence has them all.
    Those hurt are told of in the lead, or they are a side of the story and not its whole."""
    every = [t for t in told if t.toll.outcome is outcome and not _counts_wider(t.toll)]
    mine = [t for t in every if t.toll.best is not None]
    mine = [t for t in mine if not t.toll.part] or mine
    mine = [t for t in mine if t.toll.best] or mine
    if not mine:
        return _unfigured(every, outcome)
    sums = list(_sums(mine))
    stated = [s for s in sums if s.stated]
    stated = [s for s in stated if not all(t.toll.attacker for t in s.told)] or stated
    lead = [s for s in stated if s.sentence < LEAD] or ([] if sums[0].sentence < LEAD else stated[:1])
    usual = _usual(lead)
    if usual is not None:
        return _with_attacker(usual, mine, outcome)
    singles = [t for t in mine if not t.toll.stated]
    figure = _one_by_one(singles)
    several = any(t.toll.best is None and (t.toll.low or 0) > 1 and t.sentence < LEAD for t in every)
    late = outcome is not Outcome.KILLED and all(t.sentence >= LEAD for t in singles)
    scattered = figure > max((s.figure for s in _sums(singles)), default=figure)
    doubtful = several or late or scattered or any(s.figure > figure for s in stated)
    counted = None if doubtful else figure
    return _total(outcome, (figure, counted, counted), singles, "people counted one by one")


def _counts_wider(toll: Toll) -> bool:
    return toll.wider and (toll.stated or toll.best is None)


def _total(
    outcome: Outcome,
    figure: tuple[float | None, float | None, float | None],
    used: Sequence[Told],
    reason: str,
) -> Total:
    return Total(outcome, *figure, tuple(t.n for t in used), reason)


def _unfigured(every: Sequence[Told], outcome: Outcome) -> Total | None:
    """ "Several killed" has no best; "a fatal shooting" in the lead is read as one killed."""
    if not every:
        return None
    low = max(t.toll.low or 0.0 for t in every)
    one = 1.0 if low == 1 and any(t.sentence < LEAD for t in every) else None
    return _total(outcome, (low, one, None), every, "no figure is given")


def _with_attacker(usual: Sum, mine: Sequence[Told], outcome: Outcome) -> Total:
    """The figure, and one more where it counts only whom somebody killed who died as well."""
    low, high = _ends(usual)
    others = [t for t in mine if t.toll.attacker and t.sentence != usual.sentence]
    harmed = all(t.toll.done for t in usual.told if t.toll.stated)
    if not others or not harmed or any(t.toll.attacker for t in usual.told):
        return _total(outcome, (low, usual.figure, high), usual.told, "the usual figure of the lead")
    more = (low and low + 1, usual.figure + 1, high and high + 1)
    used = [*usual.told, others[0]]
    return _total(outcome, more, used, "the usual figure of the lead, and the one who did it")


def _ends(usual: Sum) -> tuple[float | None, float | None]:
    """The least and the most that the hedges of a sum allow."""
    lows, highs = [t.toll.low for t in usual.told], [t.toll.high for t in usual.told]
    low = sum(low for low in lows if low is not None)
    return low, None if None in highs else sum(high for high in highs if high is not None)


def _one_by_one(singles: Sequence[Told]) -> float:
    fresh = _sums([t for t in singles if t.fresh])
    return max(1.0, float(len(_people(singles))), max((s.figure for s in fresh), default=1.0))


def _usual(lead: Sequence[Sum]) -> Sum | None:
    """The figure that the lead gives most often, the larger one of two given as often."""
    often = Counter(s.figure for s in lead)
    return max(lead, key=lambda s: (often[s.figure], s.figure), default=None)


def _people(mine: Sequence[Told]) -> list[frozenset[str]]:
    """The persons named, a shorter name for a longer one left out."""
    names = {frozenset(t.name.lower().split()) for t in mine if t.toll.entity and t.toll.named}
    return [name for name in names if not any(name < other for other in names)]


def _sums(mine: Sequence[Told]) -> Iterator[Sum]:
    """What each sentence tells: its fullest clause, with those that it adds ("three others") and the one who did it."""
    for sentence in sorted({t.sentence for t in mine}):
        here = [t for t in mine if t.sentence == sentence]
        clauses = {t.toll.trigger: [u for u in here if u.toll.trigger == t.toll.trigger] for t in here}
        parts = [list({t.key: t for t in clause}.values()) for clause in clauses.values()]
        main = max(parts, key=_size)
        seen = {t.key for t in main}
        more = {t.key: t for part in parts if part is not main for t in part if t.key not in seen}
        more = {key: t for key, t in more.items() if _adds(t.toll, [m.toll for m in main])}
        if any(part is not main and _size(part) + 1 == _size(main) and part[0].toll.done for part in parts):
            more = {}  # "three dead after a man kills two, himself"
        whole = [*main, *more.values()]
        yield Sum(sentence, _size(whole), any(t.toll.stated for t in whole), tuple(whole))


def _adds(toll: Toll, main: Sequence[Toll]) -> bool:
    """Whether people of another clause come on top: "three others", the one who did it, or whom he hit."""
    if all(m.attacker for m in main):
        return not toll.attacker or (toll.further and toll.stated)
    if toll.attacker:
        return main[0].stated or main[0].done
    return toll.further and toll.stated


def _size(told: Sequence[Told]) -> float:
    return sum(t.toll.best or 0 for t in told)
