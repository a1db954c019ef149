"""Time expressions against the dates that GUM marks: strict and relaxed spans.

    python -m benchmarks.quality.dates --data ../shared/data/gum/dev.conllu.gz ../shared/data/gum/test.conllu.gz
        [--genres news speech] [--json] [--predictions FILE]

Counts as in times.py, by default in news and speech. GUM marks what can be placed on a calendar, as `<date>` and
`<time>` elements with days in their attributes, and nothing else. So of ours only those are counted that have days or
an hour: dates and times of day, and lengths that begin or end with publication ("the past two weeks"). Left out by
their type and value, whatever GUM has there: sets, other lengths, references to the present, past or future, and
hours counted from an hour that is not known ("two hours later"). All of GUM's elements count, lengths among them. The
day on which a text was made (`dateCreated`) stands for its publication. GUM leaves many dates unmarked ("today" in a
speech, "last year"), which count as wrong here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.quality import conllu, gum, product, running
from benchmarks.quality.conllu import Document
from benchmarks.quality.running import Benchmark, Result
from benchmarks.quality.times import Counts, Expression, score
from herodotus.data.annotations import Timex, TimexType

GENRES = ("news", "speech")


def documents(paths: Sequence[Path], genres: Sequence[str]) -> Iterator[Document]:
    read = (document for path in paths for document in conllu.documents(path))
    return (document for document in read if document.meta.get("genre") in genres)


def predicted(document: Document) -> list[Expression]:
    times = product.annotated(document.text, document.meta.get("dateCreated")).times
    return [Expression(t.span.start, t.span.end, t.value) for t in times if placed(t)]


def placed(time: Timex) -> bool:
    """Whether it lies on a calendar or a clock, as what GUM marks does."""
    if time.type is TimexType.SET:
        return False
    if time.type is TimexType.DURATION:
        return time.since is not None or time.until is not None
    return not time.value.endswith(("_REF", "TXX"))


def measure(paths: Sequence[Path], *, genres: Sequence[str]) -> Result:
    counts, rows = Counts(), []
    for document in documents(paths, genres):
        found = predicted(document)
        score(counts, [Expression(start, end, None) for start, end in gum.dates(document)], found)
        rows.append({"id": document.meta["newdoc id"], "times": [e._asdict() for e in found]})
    figures = {kind: counts.f1(kind) for kind in ("relaxed", "strict")}
    kept = {name: count for name, count in asdict(counts).items() if name != "value"}
    return Result(figures, {"documents": len(rows), **kept}, predictions=rows)


BENCHMARK = Benchmark(
    "dates", __doc__ or "", measure, {"--genres": {"nargs": "+", "default": GENRES, "metavar": "GENRE"}}
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
