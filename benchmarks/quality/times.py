"""Time expressions against WikiWars: strict and relaxed spans, and values.

    python -m benchmarks.quality.times --data ../shared/data/timex/wikiwars [--split test] [--json]
        [--predictions FILE]

Counts as in TempEval-3: a relaxed hit shares a character with a gold expression, each of which is hit once; a
value hit is a relaxed hit with the same value. WikiWars is TIMEX2: its extents take in clauses that TIMEX3
leaves out, and it marks adjectives such as "former". No publication date applies: the text gives the years.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import running
from benchmarks.quality.running import Benchmark, Result
from herodotus.annotation import times
from herodotus.data.documents import Span

SENTENCE = re.compile(r"(?<=[a-z0-9)][.!?]|[.!?”\"][\"”])\s+(?=[A-Z“\"])|\n+")
"""Enough for well-edited prose; the product has its own sentences from the model."""


class Expression(NamedTuple):
    start: int
    end: int
    value: str | None


@dataclass
class Counts:
    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0

    def f1(self, kind: str) -> float:
        return round(200 * int(getattr(self, kind)) / max(1, self.gold + self.found), 1)


def sentences(text: str) -> list[Span]:
    edges = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    return [Span(start, end) for start, end in pairwise(edges) if start < end]


def documents(path: Path, split: str) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from (document for line in lines if (document := json.loads(line))["split"] == split)


def predict(text: str) -> list[Expression]:
    found = times.find(text, sentences(text), times.Anchor())
    return [Expression(timex.span.start, timex.span.end, timex.value) for timex in found]


def score(counts: Counts, gold: Iterable[Expression], found: Iterable[Expression]) -> None:
    open_gold = list(gold)
    counts.gold += len(open_gold)
    for expression in found:
        counts.found += 1
        over = [g for g in open_gold if g.start < expression.end and expression.start < g.end]
        if not over:
            continue
        best = max(over, key=lambda g: min(g.end, expression.end) - max(g.start, expression.start))
        open_gold.remove(best)
        counts.relaxed += 1
        counts.strict += best[:2] == expression[:2]
        counts.value += best.value == expression.value


def measure(paths: Sequence[Path], *, split: str) -> Result:
    counts, rows = Counts(), []
    for document in (document for path in paths for document in documents(path, split)):
        found = predict(document["text"])
        score(counts, [Expression(t["start"], t["end"], t.get("val")) for t in document["timex"]], found)
        rows.append({"id": document["id"], "times": [e._asdict() for e in found]})
    figures = {kind: counts.f1(kind) for kind in ("relaxed", "strict", "value")}
    return Result(figures, asdict(counts), predictions=rows)


BENCHMARK = Benchmark(
    "times",
    __doc__ or "",
    measure,
    {"--split": {"default": "test", "choices": ("train", "test")}},
    file="wikiwars.jsonl.gz",
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
