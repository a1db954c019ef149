"""How two documents' counts of killed or injured stand to one another, with the reason in words.

The order of the questions is the order of the answers: are the two of one incident, do they count the same people, do
the hedges of one allow the other, did one know more because it came later; a conflict is what none of these explains.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from herodotus.crossdoc.casualties import likely_day
from herodotus.crossdoc.lexicon import wordset
from herodotus.data.annotations import Entity, Form, Kind
from herodotus.data.claims import DifferenceClass
from herodotus.data.places import Precision
from herodotus.data.statements import Reading
from herodotus.data.tolls import Casualty, Outcome, Tally

NEAR = timedelta(days=7)
"""Reports of one story that came out no further apart are of one incident."""
SHARED = 2
"""Names that reports of one incident have in common at least, however far apart."""
TOLD = 2
"""Names that a report has at least that shares none with another and so tells of another incident."""
TIMES = 4
"""So many times as large, a count is of other people and not of the same counted otherwise (set by eye)."""
HUNDRED = 100
"""The same where the words leave room, or one came out later."""
GROUPS = (Kind.NATIONALITY, Kind.COUNTRY, Kind.ORGANISATION)
WORD = re.compile(r"\w+")
POINTING = ("the", "these", "those", "his", "her", "their")
WIDE = (Precision.REGION, Precision.COUNTRY, Precision.WORLD)

Found = tuple[DifferenceClass, str] | None


@dataclass(frozen=True)
class Account:
    """One document's row with its reading."""

    row: Casualty
    reading: Reading

    def tally(self, outcome: Outcome) -> Tally | None:
        return self.row.killed if outcome is Outcome.KILLED else self.row.injured

    def written(self, outcome: Outcome) -> bool:
        """Whether its figure is a number that is written, neither reckoned nor people told of one by one."""
        tally = self.tally(outcome)
        return tally is not None and tally.stated and not tally.reckoned

    @cached_property
    def published(self) -> date | None:
        day = self.reading.annotated.document.published
        return date.fromisoformat(day[:10]) if day else None

    @cached_property
    def happened(self) -> date | None:
        """The likely day of the incident."""
        return likely_day(self.reading, self.row)

    @cached_property
    def names(self) -> frozenset[str]:
        """Who and what is named: people by their last names, towns and sites by the words of their names."""
        return frozenset(key for e in self.reading.annotated.entities if _telling(e) for key in _keys(e))

    def attacker(self, outcome: Outcome) -> bool:
        """Whether it is told that those who did it were killed or hit as well."""
        ends = (outcome, Outcome.SHOT) if outcome is Outcome.INJURED else (outcome,)
        return any(toll.attacker and toll.best and toll.outcome in ends for toll in self.reading.tolls)

    def several(self, outcome: Outcome) -> bool:
        """Whether the sentences of the figure speak of more than one incident."""
        tally, annotated = self.tally(outcome), self.reading.annotated
        words = tally.words if tally else ()
        told = (
            s.of(annotated.document.text) for s in annotated.sentences if any(s.overlaps(w) for w in words)
        )
        return any(_many(WORD.findall(text.lower())) for text in told)


Sized = tuple[Account, Tally]


def compared(a: Account, b: Account, outcome: Outcome) -> Found:
    """The class of the difference between two accounts, None where they agree or one gives no figure."""
    if a.tally(outcome) is None or b.tally(outcome) is None:
        return None
    return next((found for ask in QUESTIONS if (found := ask(a, b, outcome)) is not None), None)


def incident(a: Account, b: Account, outcome: Outcome) -> Found:
    """Another incident: reports that are long apart and have hardly a name in common, or none at all."""
    days, common = (a.published, b.published), len(a.names & b.names)
    if not common and min(len(a.names), len(b.names)) >= TOLD:
        return DifferenceClass.SUBJECT, "not a name in common: of another incident"
    near = days[0] is None or days[1] is None or abs(days[0] - days[1]) <= NEAR
    if near or common >= SHARED:
        return None
    return DifferenceClass.SUBJECT, "reports long apart with hardly a name in common: of another incident"


def attacker(a: Account, b: Account, outcome: Outcome) -> Found:
    """They differ by one, and those who did it came to harm as well."""
    x, y = _tallies(a, b, outcome)
    if x.best is None or y.best is None or abs(x.best - y.best) != 1:
        return None
    if a.attacker(outcome) or b.attacker(outcome):
        return DifferenceClass.SUBJECT, "they differ by the one who did it, who came to harm as well"
    return None


def incidents(a: Account, b: Account, outcome: Outcome) -> Found:
    """One counts over several incidents."""
    if _same(*_tallies(a, b, outcome)):
        return None
    if a.several(outcome) != b.several(outcome):
        return DifferenceClass.SUBJECT, "one counts over several incidents"
    return None


def nobody(a: Account, b: Account, outcome: Outcome) -> Found:
    """ "No officers were hurt" is said of some, beside a count of others."""
    noughts = [tally.best == 0 for tally in _tallies(a, b, outcome)]
    if any(noughts) and not all(noughts):
        return (
            DifferenceClass.SUBJECT,
            "one says of some that none of them was, the other counts those who were",
        )
    return None


def precision(a: Account, b: Account, outcome: Outcome) -> Found:
    """The words of one allow the figure of the other."""
    x, y = _tallies(a, b, outcome)
    if _grew(x, y):
        return None
    if (x.hedged or y.hedged) and not _same(x, y) and _overlap(x, y):
        return DifferenceClass.PRECISION, "the words of one allow the figure of the other"
    return None


def died(a: Account, b: Account, outcome: Outcome) -> Found:
    """As many were hit, but more of them had died when the later one came out."""
    first, last = sorted((a, b), key=lambda each: each.published or date.min)
    if None in (a.published, b.published):
        return None
    old, new = _sums(first), _sums(last)
    x, y = first.tally(Outcome.KILLED), last.tally(Outcome.KILLED)
    grown = y is not None and y.best is not None and y.best > (x.best or 0.0 if x else 0.0)
    if old is not None and old == new and grown:
        return DifferenceClass.UPDATE, "as many were hit, and more of them have died since"
    return None


def later(a: Account, b: Account, outcome: Outcome) -> Found:
    """The larger count came out later."""
    sizes = _by_size(a, b, outcome)
    days = [account.published for account, _ in sizes] if sizes else []
    if not days or days[0] is None or days[1] is None or days[0] >= days[1]:
        return None
    return DifferenceClass.UPDATE, "the larger count came out later"


def singly(a: Account, b: Account, outcome: Outcome) -> Found:
    """One tells of single people, the other counts all."""
    sizes = _by_size(a, b, outcome)
    if sizes is None or sizes[0][1].stated or not sizes[1][1].stated:
        return None
    return DifferenceClass.SUBJECT, "one tells of some of them, the other counts all"


def fresh(a: Account, b: Account, outcome: Outcome) -> Found:
    """Both came out on one day, within a day of what happened: the count was still changing."""
    if a.published is None or a.published != b.published:
        return None
    happened = [day for day in (a.happened, b.happened) if day is not None]
    if _tallies(a, b, outcome)[0].best == _tallies(a, b, outcome)[1].best:
        return None
    if any(timedelta(0) <= a.published - day <= timedelta(1) for day in happened):
        return DifferenceClass.UPDATE, "both came out within a day of it, while the count was changing"
    return None


def both(a: Account, b: Account, outcome: Outcome) -> Found:
    """The report with the smaller count gives the larger one too: it only leads with another number."""
    sizes = _by_size(a, b, outcome)
    if sizes is None or sizes[1][1].best not in sizes[0][1].also:
        return None
    return DifferenceClass.SUBJECT, "the report with the smaller count gives the larger one too"


def within(a: Account, b: Account, outcome: Outcome) -> Found:
    """The report with the larger count gives the smaller one too, so that this is of some of them."""
    sizes = _by_size(a, b, outcome)
    if sizes is None or sizes[0][1].best not in sizes[1][1].also:
        return None
    return DifferenceClass.SUBJECT, "the report with the larger count gives the smaller one too, of some"


def kind(a: Account, b: Account, outcome: Outcome) -> Found:
    """The smaller count is of people of one kind: "10 Americans" among 12 people."""
    sizes = _by_size(a, b, outcome)
    if sizes is None or _narrow(*sizes[1]) or not (only := _narrow(*sizes[0])):
        return None
    return DifferenceClass.SUBJECT, f"the smaller count is of some of them: {', '.join(sorted(only))}"


def part(a: Account, b: Account, outcome: Outcome) -> Found:
    """One is a hundredth of the other: of one house and of the whole town."""
    return far(a, b, outcome, HUNDRED)


def far(a: Account, b: Account, outcome: Outcome, times: int = TIMES) -> Found:
    """One is many times the other."""
    x, y = _tallies(a, b, outcome)
    if not x.best or not y.best or max(x.best, y.best) < times * min(x.best, y.best):
        return None
    return DifferenceClass.SUBJECT, "so far apart that they are of different people"


def conflict(a: Account, b: Account, outcome: Outcome) -> Found:
    if _by_size(a, b, outcome) is None:
        return None
    return DifferenceClass.CONFLICT, "counts that cannot both hold"


QUESTIONS: Sequence[Callable[[Account, Account, Outcome], Found]] = (
    incident, incidents, nobody, part, precision, died, both, attacker, kind, later, singly, fresh, within, far,
    conflict,
)  # fmt: skip


def _many(words: Sequence[str]) -> bool:
    """Whether words tell of several incidents: "two shootings", not "the shootings", which may be one."""
    plural = wordset("incidents")
    return any(w in plural and not (i and words[i - 1] in POINTING) for i, w in enumerate(words))


def _telling(entity: Entity) -> bool:
    """Whether a name tells one incident from another: no country, no region."""
    wide = entity.place is not None and entity.place.precision in WIDE
    return entity.kind in (Kind.PERSON, Kind.PLACE, Kind.FACILITY) and not wide


def _keys(entity: Entity) -> Sequence[str]:
    words = [w for w in WORD.findall(entity.name.lower()) if len(w) > 2 and w not in wordset("sites")]
    return words[-1:] if entity.kind is Kind.PERSON else words


def _by_size(a: Account, b: Account, outcome: Outcome) -> tuple[Sized, Sized] | None:
    """The smaller count and the larger one; None where one is open or they agree."""
    x, y = _tallies(a, b, outcome)
    if x.best is None or y.best is None or x.best == y.best:
        return None
    return ((a, x), (b, y)) if x.best < y.best else ((b, y), (a, x))


def _tallies(a: Account, b: Account, outcome: Outcome) -> tuple[Tally, Tally]:
    x, y = a.tally(outcome), b.tally(outcome)
    assert x is not None
    assert y is not None
    return x, y


def _sums(account: Account) -> float | None:
    """How many were hit, None where a figure is open."""
    tallies = (account.row.killed, account.row.injured)
    bests = [tally.best for tally in tallies if tally is not None]
    return None if None in bests else sum(best for best in bests if best is not None)


def _same(x: Tally, y: Tally) -> bool:
    return (x.low, x.best, x.high) == (y.low, y.best, y.high)


def _grew(x: Tally, y: Tally) -> bool:
    """ "At least two", then "at least six": both are open upwards, and it is not the words that differ."""
    least = (x.best, y.best)
    return None not in least and x.high is None and y.high is None and x.best != y.best


def _narrow(account: Account, tally: Tally) -> frozenset[str]:
    """What the people counted are beside people: "10 Americans", "16 UN personnel", "two officers"."""
    text = " ".join(tally.who).lower()
    annotated = account.reading.annotated
    named = (
        m.span.of(annotated.document.text).lower()
        for m in annotated.mentions
        if m.kind in GROUPS and m.form is Form.NAMED and any(words.overlaps(m.span) for words in tally.words)
    )
    return frozenset({*named, *(wordset("some people") & set(WORD.findall(text)))})


def _overlap(x: Tally, y: Tally) -> bool:
    low = max(x.low or 0.0, y.low or 0.0)
    highs = [high for high in (x.high, y.high) if high is not None]
    return not highs or low <= min(highs)
