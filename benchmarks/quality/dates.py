"""Time expressions against the dates that GUM marks: strict and relaxed spans, and values.

    python -m benchmarks.quality.dates --data ../shared/data/gum/dev.conllu.gz ../shared/data/gum/test.conllu.gz
        [--genres news speech] [--json] [--predictions FILE]

Counts as in times.py, by default in news and speech. GUM marks what can be placed on a calendar, as `<date>` and
`<time>` elements with days in their attributes, and nothing else. So of ours only those are counted that have days or
an hour: dates and times of day, and lengths that begin or end with publication ("the past two weeks"). Left out by
their type and value, whatever GUM has there: sets, other lengths, references to the present, past or future, and
hours counted from an hour that is not known ("two hours later"). All of GUM's elements count, lengths among them. The
day on which a text was made (`dateCreated`) stands for its publication. GUM leaves many dates unmarked ("today" in a
speech, "last year"), which count as wrong here.

A value is right where the span is a relaxed hit and what we give means what the attributes say: `when` names our value
or the very days that we give, an hour ours, `--04` our month; `from` and `to` our first and last day, `notBefore` and
`notAfter` too, where an end that is not stated is not compared and a bound may be a year or month.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.quality import conllu, gum, product, running
from benchmarks.quality.conllu import Document
from benchmarks.quality.gum import Marked
from benchmarks.quality.running import Benchmark, Result
from benchmarks.quality.times import Counts, Expression, score
from herodotus.data.annotations import Timex, TimexType

GENRES = ("news", "speech")


def documents(paths: Sequence[Path], genres: Sequence[str]) -> Iterator[Document]:
    read = (document for path in paths for document in conllu.documents(path))
    return (document for document in read if document.meta.get("genre") in genres)


def predicted(document: Document) -> list[Timex]:
    times = product.annotated(document.text, document.meta.get("dateCreated")).times
    return [time for time in times if placed(time)]


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
        found, marked = predicted(document), gum.dates(document)
        score(
            counts,
            [Expression(*m.span, None) for m in marked],
            [Expression(*ends(t), t.value) for t in found],
        )
        counts.value += sum(any(valued(t, m) for t in found) for m in marked)
        rows.append({"id": document.meta["newdoc id"], "times": [[*ends(t), t.value] for t in found]})
    figures = {kind: counts.f1(kind) for kind in ("relaxed", "strict", "value")}
    return Result(figures, {"documents": len(rows), **asdict(counts)}, predictions=rows)


def ends(time: Timex) -> tuple[int, int]:
    return time.span.start, time.span.end


def valued(time: Timex, marked: Marked) -> bool:
    """Whether ours shares a character with what is marked and means what its attributes say."""
    if marked.span[1] <= time.span.start or time.span.end <= marked.span[0]:
        return False
    when, said = marked.attributes.get("when"), marked.attributes
    if when is not None:
        return named(time, when)
    bounds = (said.get("from") or said.get("notBefore"), said.get("to") or said.get("notAfter"))
    pairs = [(b, str(day)) for b, day in zip(bounds, (time.since, time.until), strict=True) if b is not None]
    return bool(pairs) and all(day.startswith(bound) for bound, day in pairs)


def named(time: Timex, when: str) -> bool:
    """Whether a `when` names this time: 2021-05, 500 (a year), -0043, --05-20 (no year), 20:00:00 (an hour)."""
    if ":" in when and "T" not in when:
        return time.value.partition("T")[2][:5] == when[:5]
    if when.startswith("--"):
        return time.value[4:] == when[1:]
    if when.startswith("-"):
        return time.value == f"BC{int(when[1:]):04}"
    year, dash, rest = when.partition("-")
    value = f"{year:0>4}{dash}{rest}"
    return time.value.removesuffix("Z") == value or (str(time.since) == value == str(time.until))


BENCHMARK = Benchmark(
    "dates", __doc__ or "", measure, {"--genres": {"nargs": "+", "default": GENRES, "metavar": "GENRE"}}
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
