"""Times against the English cases of Microsoft's Recognizers-Text that have a reference date and lie within news.

    python -m benchmarks.quality.recognizers --data ../shared/data/timex/recognizers [--left-out] [--json]
        [--predictions FILE]

A case is one utterance; it is right if every time it expects has a value that means the same (timexvalues.py), and, in
the files that test the whole recogniser, if nothing is found where no time is expected. `--left-out` counts the cases
that are not measured by the rule that takes them out, and how many of those are right all the same. The rules look at
the file, the flags and the words of a case, never at what we make of it:

- files: extractors (spans without values), modes that ask for other results than the usual ones (calendar, tasks,
  experimental, extended types, split), time zones alone, and times without a reference date. Of the files that test
  the recogniser of one kind of time, cases without result: there might well be a time of another kind;
- a case that is repeated word for word with the same reference date counts once;
- flags: cases marked as unsupported on all four platforms, which are wishes;
- words: the rules in recognizers.yaml.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality import running
from benchmarks.quality.running import Benchmark, Result
from benchmarks.quality.timexvalues import Expected, Reading, means
from herodotus.annotation import times
from herodotus.data.annotations import Timex
from herodotus.data.documents import Span

WHOLE = ("DateTimeModel", "MergedParser")
"""Files that test the whole recogniser, so that what is found beyond the expected times is wrong."""
OF_ONE_KIND = (
    "DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "DurationParser",
    "HolidayParser", "SetParser", "TimePeriodParser",
)  # fmt: skip
PLATFORMS = {"dotnet", "java", "javascript", "python"}
RULES = Path(__file__).with_suffix(".yaml")


@cache
def rules() -> list[tuple[str, bool, re.Pattern[str]]]:
    """The rules of recognizers.yaml: why, whether they look at the times, and one pattern each."""
    data = yaml.safe_load(RULES.read_text(encoding="utf8"))
    return [
        (why, looks == "time", re.compile("|".join(spelled(pattern, data["pieces"]) for pattern in patterns)))
        for looks in ("utterance", "time")
        for why, patterns in data[looks].items()
    ]


def spelled(pattern: str, pieces: Mapping[str, str]) -> str:
    """A pattern with its pieces put in, and those of the pieces."""
    while found := re.search(r"<([A-Z]+)>", pattern):
        pattern = pattern.replace(found[0], pieces[found[1]])
    return pattern


@dataclass(frozen=True, slots=True)
class Case:
    """`id` names file and place; `whole` whether all times of the text are expected."""

    id: str
    text: str
    published: date
    expected: tuple[Expected, ...]
    whole: bool
    out: str


def cases(folder: Path) -> Iterator[Case]:
    """The cases of all files that are measured, each once, with the rule that takes it out."""
    seen: set[tuple[str, str]] = set()
    for name in (*WHOLE, *OF_ONE_KIND):
        with gzip.open(folder / f"{name}.json.gz", "rt", encoding="utf-8-sig") as file:
            rows = json.load(file)
        for number, row in enumerate(rows):
            reference = row.get("Context", {}).get("ReferenceDateTime", "")
            key = row["Input"], reference[:10]
            if not reference or key in seen or not (row["Results"] or name in WHOLE):
                continue
            seen.add(key)
            yield case(f"{name} {number}", row, reference, name in WHOLE)


def case(id: str, row: dict[str, Any], reference: str, whole: bool) -> Case:
    results = tuple(expected(result) for result in row["Results"])
    published = date.fromisoformat(reference[:10])
    return Case(id, row["Input"], published, results, whole, left_out(row))


def expected(result: dict[str, Any]) -> Expected:
    """One result, in either of the two forms the files have."""
    length = result.get("Length") or result["End"] + 1 - result["Start"]
    value = result.get("Resolution") or result.get("Value") or {}
    if "values" in value:
        readings = tuple(reading(each) for each in value["values"])
    else:
        ways = (value.get("FutureResolution") or {}, value.get("PastResolution") or {})
        readings = tuple(reading({"timex": value.get("Timex"), **ends(way)}) for way in ways)
    return Expected(Span(result["Start"], result["Start"] + length), result["Text"], readings)


def ends(way: dict[str, str]) -> dict[str, str]:
    """The parsers' names (startDate, endDateTime, date) as the model's (start, end, value)."""
    short = ((re.match(r"start|end", name), text) for name, text in way.items())
    return {found[0] if found else "value": text for found, text in short}


def reading(value: dict[str, str]) -> Reading:
    return Reading(value.get("timex") or "", value.get("value"), value.get("start"), value.get("end"))


def left_out(row: dict[str, Any]) -> str:
    """The rule that takes a case out, nothing where it is measured."""
    flags = f"{row.get('NotSupported', '')},{row.get('NotSupportedByDesign', '')}".lower()
    if set(re.findall(r"\w+", flags)) >= PLATFORMS:
        return "unsupported on every platform"
    words = [result["Text"].lower() for result in row["Results"]]
    sides = {True: words, False: [row["Input"].lower()]}
    return next((why for why, times, rule in rules() if any(map(rule.search, sides[times]))), "")


def found(case: Case) -> tuple[Timex, ...]:
    return times.find(case.text, [Span(0, len(case.text))], times.Anchor(case.published, narrative=False))


def right(case: Case, timexes: Sequence[Timex]) -> bool:
    """Whether every expected time is there with its value and, of a whole recogniser, nothing beside them."""
    within = [[t for t in timexes if over(t.span, each.span)] for each in case.expected]
    if not all(means(ours, each) for ours, each in zip(within, case.expected, strict=True)):
        return False
    return not case.whole or all(any(t in ours for ours in within) for t in timexes)


def over(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def measure(paths: Sequence[Path], *, left_out: bool) -> Result:
    measured, hits, rows = Counter[str](), Counter[str](), []
    for case in (case for path in paths for case in cases(path)):
        timexes = found(case)
        measured[case.out] += 1
        hits[case.out] += (good := right(case, timexes))
        if not case.out or left_out:
            values = [(t.span.of(case.text), t.value) for t in timexes]
            rows.append({"id": case.id, "text": case.text, "out": case.out, "right": good, "times": values})
    if not measured:
        raise running.Skip("no cases")
    figures = {"right": round(100 * hits[""] / max(1, measured[""]), 1)}
    counts = {"cases": measured[""], "right": hits[""], "left out": measured.total() - measured[""]}
    lines = (f"{n:5}  {hits[why]:5} right  {why}" for why, n in measured.most_common() if why)
    return Result(figures, counts, text="\n".join(lines) if left_out else "", predictions=rows)


BENCHMARK = Benchmark(
    "recognizers",
    __doc__ or "",
    measure,
    {"--left-out": {"action": "store_true", "help": "count them by rule"}},
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
