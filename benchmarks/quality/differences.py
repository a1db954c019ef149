"""Why two articles give different numbers of killed or injured, against classes judged by hand.

    python -m benchmarks.quality.differences --data ../shared/data/casualties/incidents.jsonl.gz
        [--json] [--predictions FILE]

A cell is a pair of articles and a kind (killed, injured) for which both give a figure. judgements/differences.jsonl
has a line a cell: the articles' ids, the kind, the figures that were judged, the class; no words of the articles. The
cells:

- of pairs of articles of one incident whose figures differ, and of which neither was judged or ruled an error in the
  casualties benchmark: at most two an incident, 105 in the order of a hash of the incident
- 15 pairs of one incident whose figures agree, one an incident, in the same order
- look-alikes put together: 35 pairs of articles of two incidents, the nearest in time in the same state
- `fresh`: 60 pairs of one incident, errors of reading among them, and 15 look-alikes, drawn when the rules stood and
  judged by another judge, who knew neither the rules nor what they gave; rules were then written on their errors
- `last`: 35 more pairs of one incident with a number written in both, all that were left, judged likewise by a third
  judge; no rule was written on them

Classes: `conflict`, `update over time` (the count changed, or somebody died since), `different subject` (with or
without the attacker, some of them or all, several incidents, another incident), `precision` ("at least", "several"),
`same`.
`misread` where judging the cell showed that we read a figure wrong; these are counted and not scored. One judge for the
first three, who wrote the rules, with the text of both articles and the record of the incident at hand. Accuracy is the
share of scored cells that get their class (`crossdoc.counts.compared`). The rules were written on the errors of the dev
half (by the first article's incident, as in the casualties benchmark). A cell whose figures are now read otherwise is
left out.

The product tells a difference only where a number is written in both. Of such cells, misread ones among them,
`told, read right` is the share whose figures are both right, `told, all right` that of which the class is too.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality import casualties, product, running
from benchmarks.quality.running import Benchmark, Result
from herodotus import annotation, pipeline
from herodotus.crossdoc.casualties import casualty
from herodotus.crossdoc.counts import Account, compared
from herodotus.data.tolls import Outcome

JUDGEMENTS = Path(__file__).parent / "judgements" / "differences.jsonl"
SAME, MISREAD = "same", "misread"


@dataclass(frozen=True, slots=True)
class Cell:
    """A pair of articles with the class that was judged, the one that is given, and why."""

    articles: tuple[str, str]
    kind: str
    half: str
    judged: str
    given: str
    told: bool
    reason: str = ""

    @property
    def right(self) -> bool:
        return self.judged == self.given


def judgements() -> list[dict[str, Any]]:
    return [json.loads(line) for line in JUDGEMENTS.read_text(encoding="utf8").splitlines()]


def accounts(paths: Sequence[Path], wanted: set[str]) -> Iterator[tuple[str, str, Account]]:
    """Article, half and account of the articles that some cell needs and that tell of killed or injured."""
    for incident in casualties.incidents(paths, "both", 1):
        for article in incident["articles"]:
            account = _account(article) if article["id"] in wanted else None
            if account is not None:
                yield article["id"], casualties.half(incident["incident"]), account


def _account(article: Mapping[str, Any]) -> Account | None:
    found = casualties.document(article)
    if found is None:
        return None
    reading = pipeline.read(found, annotation.layers(found, product.model()), depth=pipeline.Depth.PLAIN)
    row = casualty(reading)
    return None if row is None else Account(row, reading)


def figure(account: Account | None, kind: str) -> float | None:
    tally = account.tally(Outcome(kind)) if account else None
    return tally.best if tally else None


def cells(
    rows: Iterable[Mapping[str, Any]], known: Mapping[str, Account], halves: Mapping[str, str]
) -> Iterator[Cell]:
    """The cells that were judged for the figures that are read."""
    for row in rows:
        a, b = row["articles"]
        kind, both = row["kind"], (known.get(a), known.get(b))
        if [figure(each, kind) for each in both] != row["figures"] or both[0] is None or both[1] is None:
            continue
        found = compared(both[0], both[1], Outcome(kind))
        given, reason = (found[0].value, found[1]) if found else (SAME, "")
        told = found is not None and all(account.written(Outcome(kind)) for account in both)
        yield Cell((a, b), kind, row.get("draw", halves[a]), row["class"], given, told, reason)


def scores(found: Sequence[Cell]) -> dict[str, float | None]:
    """Accuracy over all scored cells, over the halves, and the share of each class that is found."""
    scored = [cell for cell in found if cell.judged != MISREAD]
    shown = {"accuracy": _share(scored)}
    for half in ("dev", "test", "fresh", "last"):
        shown[f"accuracy, {half}"] = _share([cell for cell in scored if cell.half == half])
    for name, cells in (("told", found), ("last told", [c for c in found if c.half == "last"])):
        told = [cell for cell in cells if cell.told]
        shown[f"{name}, read right"] = _part(told, lambda c: c.judged != MISREAD)
        shown[f"{name}, all right"] = _part(told, lambda c: c.right)
    for name in sorted({cell.judged for cell in scored}):
        shown[name] = _share([cell for cell in scored if cell.judged == name])
    return shown


def _share(found: Sequence[Cell]) -> float | None:
    return _part(found, lambda cell: cell.right)


def _part(found: Sequence[Cell], good: Callable[[Cell], bool]) -> float | None:
    return 100.0 * sum(map(good, found)) / len(found) if found else None


def measure(paths: Sequence[Path]) -> Result:
    rows = judgements()
    told = list(accounts(paths, {name for row in rows for name in row["articles"]}))
    known, halves = {name: account for name, _, account in told}, {name: half for name, half, _ in told}
    found = list(cells(rows, known, halves))
    wrong = Counter((c.judged, c.given) for c in found if c.judged != MISREAD and not c.right)
    confusions = "; ".join(f"{a} taken for {b} {n}" for (a, b), n in wrong.most_common())
    misread = sum(cell.judged == MISREAD for cell in found)
    counts = {"judged": len(rows), "scored": len(found) - misread, "misread": misread}
    return Result(
        scores(found),
        counts | {"read otherwise": len(rows) - len(found)},
        text=confusions,
        predictions=[
            {"articles": c.articles, "kind": c.kind, "class": c.given, "reason": c.reason} for c in found
        ],
    )


BENCHMARK = Benchmark("differences", __doc__ or "", measure, file="incidents.jsonl.gz")

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
