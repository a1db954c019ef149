"""Who came to harm, and how many, as one document tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from herodotus.data.documents import Span
from herodotus.data.places import Place


class Outcome(Enum):
    """What befell people. `SHOT` are those hit, of whom the words do not say whether they lived."""

    KILLED = "killed"
    INJURED = "injured"
    SHOT = "shot"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people a phrase names, and which.

    `low`, `best` and `high` are as in Quantity: `best` the figure that the words name, None where they name none
    ("several"), `low` and `high` None where open; all three are 0 for "no one was hurt". `entity` is the id of one
    person, `quantity` an index into `Annotated.quantities`. `stated` means that a number is written, else persons were
    counted one by one. `part` is said of figures within a larger one ("two of them"), `further` of those on top of
    others ("three others"), `attacker` of those who did it (a hand laid on oneself too).
    """

    low: float | None
    best: float | None
    high: float | None
    quantity: int | None = None
    entity: str | None = None
    stated: bool = False
    part: bool = False
    further: bool = False
    attacker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll(Count):
    """One place where a number of people, or one person, is said to have come to harm.

    `span` holds the words of the harm, `who` those of the people counted, `trigger` is the index of the word of harm;
    `named` means that one person is here by name. `rising` is said of a toll that is told to have grown,
    `done` of people whom somebody else named in the clause harmed, so that he is not among them, `wider` of figures
    for a year or a country.
    """

    outcome: Outcome
    span: Span
    who: Span
    rising: bool = False
    done: bool = False
    wider: bool = False
    trigger: int = 0
    named: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """What a document gives as the whole of one outcome; `tolls` are the indexes it was read from, `reason` says how.

    `low` and `high` are the least and the most that the words of its whole figures allow. `also` holds the other
    numbers that sentences of the document give, smaller first; `reckoned` means that no sentence gives the figure."""

    outcome: Outcome
    low: float | None
    best: float | None
    high: float | None
    tolls: tuple[int, ...]
    reason: str
    also: tuple[float, ...] = ()
    reckoned: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Who gives a figure: the id of the statement that holds its words (None for a headline that is in none), whose it
    is, and whether it is narration."""

    statement: str | None
    source: str
    narrated: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """One outcome in the register: the figure, who is counted in the words of the text, where these stand, who says so.

    `attacker` is True where those who did it are among the people counted, False where the words count only whom they
    harmed, None where nothing is said of it. `stated` means that a number is written, `hedged` that the words allow
    more or less ("at least", "several"); `also` and `reckoned` are as in Total.
    """

    low: float | None
    best: float | None
    high: float | None
    who: tuple[str, ...]
    words: tuple[Span, ...]
    said: tuple[Said, ...]
    reason: str
    stated: bool = True
    attacker: bool | None = None
    also: tuple[float, ...] = ()
    reckoned: bool = False

    @property
    def hedged(self) -> bool:
        return self.best is None or (self.low, self.high) != (self.best, self.best)


@dataclass(frozen=True, slots=True)
class Casualty:
    """One row of the register of casualties: what one document tells of the killed and the injured of an incident.

    `time` is the TIMEX3 value of the day, `place` the name of the place, `location` where that is; None where unknown.
    """

    document: str
    killed: Tally | None
    injured: Tally | None
    time: str | None = None
    place: str | None = None
    location: Place | None = None
