"""The rules by which one claim contradicts, updates or is part of another; each gives its reason in words."""

from __future__ import annotations

from difflib import SequenceMatcher

from herodotus.compare import quantities
from herodotus.compare.materiel import lineage
from herodotus.compare.texts import WORD
from herodotus.compare.turning import opposed
from herodotus.crossdoc.figures import HARM
from herodotus.crossdoc.sides import Case, Side
from herodotus.data.annotations import Quantity

Finding = str
SURE = 0.7
"""Likeness that a rule without a figure or a day to hold on to asks for."""
THIRD, HALF, MOST = 0.33, 0.5, 0.6
"""Shares of words in common, weighed by how rare they are in the story."""
MOST_WORDS = 0.95
"""Share of the words, two or more in a row, that stand in the other in the same order."""
LEAST = 4
"""Words that a claim must have to be found in another one."""
LONGER = 1.4
"""A claim that holds another has so many times as many words."""


def done(case: Case) -> Finding:
    """What was planned or possible is later told as done."""
    a, b = case.a, case.b
    if not (b.open and a.plain and case.later) or a.other or b.other or case.apart:
        return ""
    day = bool(set(a.said.days) & set(b.said.days)) and bool(a.said.names & b.said.names)
    act = a.said.head == b.said.head and case.within >= MOST
    if a.main.type != b.main.type or not case.one_subject or not (day or act):
        return ""
    return f"told as open on {b.days[-1].isoformat()}, as done on {a.day.isoformat() if a.day else ''}"


def grown(case: Case) -> Finding:
    """A count of harm that is larger in what was said later."""
    a, b = case.a, case.b
    if not case.later or case.apart or case.shared < HALF or a.open or b.open or a.other or b.other:
        return ""
    mine, others = _harmed(a), _harmed(b)
    if len(mine) != 1 or len(others) != 1 or a.said.head != b.said.head:
        return ""
    (x,), (y,) = mine, others
    same = quantities.kind(x.of) == quantities.kind(y.of)
    return f"{quantities.told(x)}, said after {quantities.told(y)}" if same and _larger(x, y) else ""


def turned(case: Case) -> Finding:
    """The opposite of what was said before."""
    return contrary(case) if case.later else ""


def contrary(case: Case) -> Finding:
    """The one says the opposite of what the other says."""
    a, b = case.a, case.b
    if a.open or b.open or a.other or b.other or case.apart or case.shared < THIRD:
        return ""
    return opposed(a.said, b.said)


def kind_of(case: Case) -> Finding:
    """The same of things that are a kind of what the other names."""
    a, b = case.a.main, case.b.main
    if case.apart or not case.same_kind or a.negated or b.negated or case.a.other or case.b.other:
        return ""
    if case.shared < THIRD or case.alike < SURE or len(a.materiel) != 1 or len(b.materiel) != 1:
        return ""
    (low,), (high,) = a.materiel, b.materiel
    return f"{low} is a kind of {high}" if low != high and high in lineage(low) else ""


def contained(case: Case) -> Finding:
    """All or nearly all of its words stand in the same order in the other, which says more."""
    a, b = case.a.said, case.b.said
    if len(a.terms) < LEAST or len(b.terms) < LONGER * len(a.terms) or case.a.open != case.b.open:
        return ""
    if case.apart or a.negated != b.negated & a.terms or not set(a.days) <= set(b.days):
        return ""
    left, right = (WORD.findall(text.lower()) for text in (a.text, b.text))
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    held = sum(block.size for block in blocks if block.size > 1) / len(left)
    return f"{held:.0%} of its words stand in the other" if held >= MOST_WORDS else ""


def _harmed(side: Side) -> list[Quantity]:
    return [q for q in side.said.figures if quantities.kind(q.of) in HARM and q.unit == "count"]


def _larger(x: Quantity, y: Quantity) -> bool:
    """Whether the first count is larger, whatever the hedges leave open."""
    return x.best is not None and y.best is not None and x.best > y.best
