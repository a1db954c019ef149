"""Where the documents of a story give different numbers of killed or injured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from herodotus.compare import quantities
from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.counts import Account, compared
from herodotus.data.claims import Difference, DifferenceClass, Place, Value
from herodotus.data.documents import Span
from herodotus.data.statements import Reading
from herodotus.data.tolls import Casualty, Outcome, Tally

HARM = ("DEATH", "INJURY")
TOLD = 3
"""Larger figures of a text that are named beside the one that is taken."""
Figure = tuple[float | None, float | None, float | None]


def tally_differences(
    rows: Sequence[Casualty], readings: Sequence[Reading], gathered: Sequence[Gathered]
) -> tuple[Difference, ...]:
    """For each outcome one difference of each class that holds between the figures that are written, conflicts first.

    Where a document only tells of people one by one, its count is often less than it knows: it is in the register, and
    sets no figure against another."""
    by_id = {reading.annotated.document.id: reading for reading in readings}
    accounts = [Account(row, by_id[row.document]) for row in rows]
    return tuple(
        found
        for outcome in (Outcome.KILLED, Outcome.INJURED)
        for found in _of_outcome([a for a in accounts if a.written(outcome)], outcome, gathered)
    )


def without_tallies(
    differences: Sequence[Difference], rows: Sequence[Casualty], gathered: Sequence[Gathered]
) -> tuple[Difference, ...]:
    """Those of claims whose figures are not the ones of the register, which would be told twice; what a claim of deaths
    or injuries counts is told there, where it is known who is counted."""
    told: dict[str, list[Span]] = {}
    for row in rows:
        for tally in (row.killed, row.injured):
            told.setdefault(row.document, []).extend(tally.words if tally else ())
    counting = gathered if len(rows) > 1 else ()
    harm = {each.claim.id for each in counting if any(p.type in HARM for p in each.propositions)}
    return tuple(
        d
        for d in differences
        if not all(_told(v, told) for v in d.values) and not (d.field == "quantity" and d.claim in harm)
    )


def _told(value: Value, told: dict[str, list[Span]]) -> bool:
    return all(any(span.overlaps(p.span) for span in told.get(p.document, ())) for p in value.words)


def _of_outcome(
    accounts: Sequence[Account], outcome: Outcome, gathered: Sequence[Gathered]
) -> Iterator[Difference]:
    groups: dict[Figure, list[Account]] = {}
    for account in sorted(accounts, key=lambda a: (a.published or date.max, a.row.document)):
        groups.setdefault(_figure(account, outcome), []).append(account)
    found = {}
    for a, b in combinations(groups, 2):  # by the first report of each figure
        told = compared(groups[a][0], groups[b][0], outcome)
        if told is not None and a[1] != b[1]:
            found[a, b] = told
    for kind in DifferenceClass:
        pairs = [pair for pair, (given, _) in found.items() if given is kind]
        figures = [figure for figure in groups if any(figure in pair for pair in pairs)]
        if figures:
            reasons = dict.fromkeys(found[pair][1] for pair in pairs)
            values = tuple(_value(groups[figure], outcome, gathered) for figure in figures)
            yield Difference(None, outcome.value, kind, values, "; ".join(reasons))


def _figure(account: Account, outcome: Outcome) -> Figure:
    tally = account.tally(outcome)
    return (tally.low, tally.best, tally.high) if tally else (None, None, None)


def _value(accounts: Sequence[Account], outcome: Outcome, gathered: Sequence[Gathered]) -> Value:
    pairs = [(account, tally) for account in accounts if (tally := account.tally(outcome)) is not None]
    places = tuple(Place(a.row.document, span) for a, tally in pairs for span in tally.words)
    holders = {_holder(account, tally) for account, tally in pairs}
    keys = {(a.row.document, said.statement) for a, tally in pairs for said in tally.said}
    origins = {o.id for each in gathered for o in each.claim.origins if keys & set(o.statements)}
    first = min((tally for _, tally in pairs), key=lambda tally: len(tally.who))
    return Value(
        first.who[0],
        quantities.bounded(first.low, first.best, first.high),
        tuple(sorted(holders)),
        max(1, len(origins)),
        places,
        _doubt([tally for _, tally in pairs]),
    )


def _doubt(tallies: Sequence[Tally]) -> str:
    """Where every text that gives the figure gives a larger one too, which of them is the whole is unsure."""
    larger = [[f for f in tally.also if tally.best is not None and f > tally.best] for tally in tallies]
    if not all(larger):
        return ""
    figures = sorted({figure for each in larger for figure in each})
    return f"the text also gives {' and '.join(f'{figure:,.0f}' for figure in figures[:TOLD])}"


def _holder(account: Account, tally: Tally) -> str:
    """Who says it and where it is printed."""
    document = account.reading.annotated.document
    publisher = document.publisher or document.id
    said = next((s for s in tally.said if not s.narrated), None)
    return f"{said.source} ({publisher})" if said else publisher
