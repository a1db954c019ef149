"""The whole of each outcome in a document, out of its tolls: the figure for the incident, not for a part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from herodotus.data.annotations import Annotated
from herodotus.data.tolls import Outcome, Toll, Total
from herodotus.events.cast import Person, cast
from herodotus.events.telling import LEAD, Sum, Told, sums, telling

TOP = 4
"""Sentences from the top in which all who are named as dead died in the incident."""
DEEP = 2 * LEAD
"""Sentences from the top in which single people who lived are still of the incident."""
HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.SHOT)
RELATED = ("his", "her", "their")
OTHERS = (Outcome.MISSING, Outcome.DISPLACED, Outcome.DETAINED)


@dataclass(frozen=True, slots=True)
class Account:
    """What a document tells: all tolls of the incident, and the people told of one by one."""

    told: Sequence[Told]
    people: Sequence[Person]

    @property
    def alive(self) -> bool:
        """Whether the lead tells of single people who were hurt."""
        return any(p.sentence < LEAD and p.outcome is not Outcome.KILLED for p in self.people)

    @property
    def attacker_died(self) -> bool:
        """Then a wound of his own is no injury besides."""
        return any(t.toll.attacker and t.toll.best and t.toll.outcome is Outcome.KILLED for t in self.told)

    def of(self, outcome: Outcome) -> list[Told]:
        return [t for t in self.told if t.toll.outcome is outcome and not _counts_wider(t.toll)]


def totals(annotated: Annotated, tolls: Sequence[Toll]) -> tuple[Total, ...]:
    """One total for each outcome that the document tells of."""
    told = telling(annotated, tolls)
    account = _account(annotated, told, HARM)
    killed = _whole(account, Outcome.KILLED)
    found = [killed, _injured(account, killed)]
    found += [_whole(_account(annotated, told, (outcome,)), outcome) for outcome in OTHERS]
    dead = (killed.best or 0.0) if killed else 0.0
    return tuple(_beside_others(total, told, dead) for total in found if total is not None)


def _beside_others(total: Total, told: Sequence[Told], dead: float) -> Total:
    """With the other numbers that sentences give; of those shot some may be the dead."""
    if total.best is None:
        return total
    mine = [t for t in told if t.toll.outcome is total.outcome and t.toll.best]
    given = {s.figure for s in sums(mine) if s.stated}
    if total.outcome is Outcome.INJURED:
        shot = {s.figure for s in sums([t for t in told if t.toll.outcome is Outcome.SHOT and t.toll.best])}
        given |= {figure for figure in shot if figure != total.best + dead}
    nobody = total.best == 0
    return replace(
        total, also=tuple(sorted(given - {total.best})), reckoned=not nobody and total.best not in given
    )


def _account(annotated: Annotated, told: Sequence[Told], outcomes: Sequence[Outcome]) -> Account:
    mine = [t for t in told if t.toll.outcome in outcomes]
    single = [t for t in mine if t.toll.best == 1 and not (t.toll.stated and (t.toll.part or t.toll.wider))]
    return Account(mine, cast(annotated, single))


def _counts_wider(toll: Toll) -> bool:
    return toll.wider and (toll.stated or toll.best is None)


def _whole(account: Account, outcome: Outcome) -> Total | None:
    """The figure that the lead gives; without one, the people counted one by one."""
    every = account.of(outcome)
    usual = _usual(every, deep=not account.alive)
    if usual is not None:
        return _with_attacker(usual, every, outcome)
    return _counted(account, outcome, every) or _unfigured(every, outcome)


def _usual(every: Sequence[Told], *, deep: bool = True) -> Sum | None:
    """The figure that the lead gives most often, the larger one of two given as often; where the lead tells of nobody,
    the first figure."""
    mine = [t for t in every if t.toll.best is not None]
    mine = [t for t in mine if not t.toll.part] or mine
    mine = [t for t in mine if t.toll.best] or mine
    found = list(sums(mine))
    stated = [s for s in found if s.stated]
    stated = [s for s in stated if not all(t.toll.attacker for t in s.told)] or stated
    lead = [s for s in stated if s.sentence < LEAD] or (_further_down(found, stated) if deep else [])
    often = Counter(s.figure for s in lead)
    return max(lead, key=lambda s: (often[s.figure], -s.sentence), default=None)


def _further_down(found: Sequence[Sum], stated: Sequence[Sum]) -> Sequence[Sum]:
    """Figures behind the lead: all, or where the lead tells of people one by one the larger ones that come back."""
    if not found or found[0].sentence >= LEAD:
        return stated
    single = max(s.figure for s in found if s.sentence < LEAD)
    often = Counter(s.figure for s in stated if s.figure > single)
    return [s for s in stated if often[s.figure] > 1]


def _counted(account: Account, outcome: Outcome, every: Sequence[Told]) -> Total | None:
    """The people of the lead counted one by one: as many as one sentence tells of; one beside "several" is none."""
    people = [p for p in account.people if p.outcome is outcome]
    lead = [p for p in people if p.sentence < LEAD]
    hurt = any(t.sentence < LEAD and t.toll.outcome is Outcome.INJURED for t in account.told)
    people = lead or (people if outcome is Outcome.KILLED and not hurt else [])
    if not people:
        return None
    named = sum(bool(p.names) for p in people if p.sentence < TOP)
    figure = float(max(_together(people, (outcome,)), named))
    several = any(t.toll.best is None and (t.toll.low or 0) > 1 and t.sentence < TOP for t in every)
    best = None if several and figure < 2 else figure
    used = [t for p in people for t in p.told if t.toll.outcome is outcome]
    return _total(outcome, (figure, best, best), used, "people counted one by one")


def _injured(account: Account, killed: Total | None) -> Total | None:
    """Those hurt, and where no figure is given those shot who are not among the killed."""
    hurt = _usual(account.of(Outcome.INJURED), deep=not account.alive)
    shot = _rest(account, killed)
    if hurt is not None and shot is not None and _within(hurt, shot):
        return shot
    if hurt is not None and (any(not t.toll.part for t in hurt.told) or shot is None):
        every = [] if account.attacker_died else account.of(Outcome.INJURED)
        return _with_attacker(hurt, every, Outcome.INJURED)
    if shot is not None:
        return shot
    living = _living(account.people, killed)
    if not living:
        return _unfigured(account.of(Outcome.INJURED), Outcome.INJURED)
    figure = float(_together(living, HARM))
    used = [t for p in living for t in p.told]
    return _total(Outcome.INJURED, (figure, figure, figure), used, "people counted one by one")


def _within(hurt: Sum, shot: Total) -> bool:
    """Whether "one man was wounded in the leg" is told of one of those who were said before to have been shot."""
    return hurt.figure == 1 and (shot.best or 0) > 1 and hurt.sentence >= LEAD // 2


def _living(people: Sequence[Person], killed: Total | None) -> list[Person]:
    """Those who did not die: one who was shot is taken for one of the dead who are not told of singly."""
    deaths = (killed.best or killed.low or 0) if killed else 0
    unnamed = int(max(0, deaths - sum(p.outcome is Outcome.KILLED for p in people)))
    hurt = [p for p in people if p.outcome is Outcome.INJURED]
    shot = [p for p in people if p.outcome is Outcome.SHOT][unnamed:]
    return [p for p in hurt if p.sentence < DEEP] + [p for p in shot if p.sentence < LEAD]


def _together(people: Sequence[Person], outcomes: Sequence[Outcome]) -> int:
    """The most people of whom one sentence tells."""
    often = Counter(n for p in people for n in {t.sentence for t in p.told if t.toll.outcome in outcomes})
    return max(often.values())


def _rest(account: Account, killed: Total | None) -> Total | None:
    """Those said to have been shot, less those killed, unless these are told of besides them."""
    shot = _usual(account.of(Outcome.SHOT))
    if shot is None:
        return None
    deaths = killed.best if killed else 0
    if deaths is None:
        return None
    besides = all(t.toll.further for t in shot.told) or _beside(account, shot)
    rest = shot.figure if besides else shot.figure - deaths
    if rest <= 0:
        return None
    high = None if _ends(shot)[1] is None else rest  # "at least three were shot"
    return _total(Outcome.INJURED, (rest, rest, high), shot.told, "those shot less those killed")


def _beside(account: Account, shot: Sum) -> bool:
    """Whether the sentence goes on to count other people as dead: "nine were shot and one man was killed"."""
    last, first = shot.told[-1].toll.who.end, shot.told[0]
    dead = [t for t in account.of(Outcome.KILLED) if t.sentence == shot.sentence and not t.toll.part]
    kin = first.words[0] in RELATED and any(t.toll.who.end < first.toll.who.start for t in dead)
    return kin or any(t.toll.stated and t.toll.who.start > last and len(t.words) > 1 for t in dead)


def _total(
    outcome: Outcome,
    figure: tuple[float | None, float | None, float | None],
    used: Sequence[Told],
    reason: str,
) -> Total:
    return Total(outcome, *figure, tuple(t.n for t in used), reason)


def _unfigured(every: Sequence[Told], outcome: Outcome) -> Total | None:
    """ "Several killed" has no best; "a fatal shooting" in the lead is read as one killed."""
    every = [t for t in every if t.toll.best is None]
    if not every:
        return None
    low = max(t.toll.low or 0.0 for t in every)
    one = 1.0 if low == 1 and any(t.sentence < LEAD for t in every) else None
    return _total(outcome, (low, one, one), every, "no figure is given")


def _with_attacker(usual: Sum, every: Sequence[Told], outcome: Outcome) -> Total:
    """The figure, and one more where it counts only whom somebody killed who died as well."""
    low, high = _ends(usual)
    others = [t for t in every if t.toll.best and t.toll.attacker and t.sentence != usual.sentence]
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
