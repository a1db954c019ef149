"""What every benchmark of quality does alike: arguments, missing data, the data's hash, the table, the floors.

A benchmark is a module with one `BENCHMARK`; `python -m benchmarks.quality.NAME --data FILE [FILE ...]` runs it.
Several files are measured as one. Floors stand in floors.yaml and hold for the very files that they were
measured on, and for the default options.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FLOORS = Path(__file__).parent / "floors.yaml"
COMMON = ("data", "json", "predictions")
DIGITS = 16  # of a SHA-256 in hex; enough to tell two files apart


class Skip(Exception):
    """Nothing to measure here, and why."""


@dataclass(frozen=True, slots=True)
class Result:
    """`figures` are what floors are set on, None where nothing of the kind occurred; `counts` what they were taken
    over; `beside` holds further columns of the table by their heading; `table` is printed in place of a line a figure,
    `text` below; figures have so many `digits` after the point."""

    figures: Mapping[str, float | None]
    counts: Mapping[str, int] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    table: str = ""
    text: str = ""
    digits: int = 1
    predictions: Sequence[object] = ()


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`measure` takes the paths and, by keyword, the `options` (argparse's own keywords by flag). `file` is what is
    taken of a folder."""

    name: str
    about: str
    measure: Callable[..., Result]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """Figures that a benchmark must reach on these data: paths below the folder of data sets, with their hashes.
    `most` are figures of error, which must not be passed."""

    benchmark: str
    data: Mapping[str, str]
    least: Mapping[str, float]
    most: Mapping[str, float]

    def missed(self, figures: Mapping[str, float | None]) -> dict[str, float | None]:
        """The figures that do not keep to it; one that is not there at all does not."""
        low, high = ({name: figures.get(name) for name in bounds} for bounds in (self.least, self.most))
        return {n: f for n, f in low.items() if f is None or f < self.least[n]} | {
            n: f for n, f in high.items() if f is None or f > self.most[n]
        }


def digest(path: Path) -> str:
    """The first digits of a file's SHA-256; of a folder, of the names and hashes of what lies in it."""
    if path.is_dir():
        inside = "".join(f"{p.name} {digest(p)}\n" for p in sorted(path.iterdir()))
        return hashlib.sha256(inside.encode()).hexdigest()[:DIGITS]
    return hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS]


def floors() -> list[Floor]:
    rows = yaml.safe_load(FLOORS.read_text(encoding="utf8"))
    return [Floor(row["benchmark"], row["data"], row.get("least", {}), row.get("most", {})) for row in rows]


def main(benchmark: Benchmark, arguments: Sequence[str] | None = None) -> int:
    """Runs a benchmark from the command line; 1 where a floor is missed, 0 where there are no data."""
    options = vars(_parser(benchmark).parse_args(arguments))
    paths, as_json, target = (options.pop(name) for name in COMMON)
    paths = [path / benchmark.file if path.is_dir() else path for path in paths]
    missing = [str(path) for path in paths if not path.exists()]
    try:
        if missing:
            raise Skip(f"no data at {', '.join(missing)}")
        result = benchmark.measure(paths, **options)
    except Skip as skip:
        print(f"skipped: {skip}")
        return 0
    if target:
        lines = (json.dumps(row) + "\n" for row in result.predictions)
        target.write_text("".join(lines), encoding="utf8")
    hashes = {_label(path, paths): digest(path) for path in paths}
    floor = _floor(benchmark, hashes, options)
    print(_json(result, hashes) if as_json else "\n".join(_table(result, hashes, floor)))
    missed = floor.missed(result.figures) if floor else {}
    if missed:
        print(f"floor not kept: {', '.join(missed)}", file=sys.stderr)
    return int(bool(missed))


def _label(path: Path, among: Sequence[Path]) -> str:
    """A file's name, with its folder's where several have that name."""
    alike = [other for other in among if other.name == path.name]
    return path.name if len(alike) == 1 else f"{path.parent.name}/{path.name}"


def _parser(benchmark: Benchmark) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=benchmark.about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    parser.add_argument(
        "--predictions", type=Path, metavar="FILE", help="write what was predicted, a document a line"
    )
    for flag, keywords in benchmark.options.items():
        parser.add_argument(flag, **keywords)
    return parser


def usual(benchmark: Benchmark, paths: Sequence[Path]) -> Result:
    """Measures without any option."""
    return benchmark.measure(paths, **_defaults(benchmark))


def _defaults(benchmark: Benchmark) -> dict[str, object]:
    options = vars(_parser(benchmark).parse_args(["--data", "-"]))
    return {name: value for name, value in options.items() if name not in COMMON}


def _floor(benchmark: Benchmark, hashes: Mapping[str, str], options: Mapping[str, object]) -> Floor | None:
    """What holds for these files, nothing where the options are not the usual ones."""
    if options != _defaults(benchmark):
        return None
    fits = (
        floor
        for floor in floors()
        if floor.benchmark == benchmark.name and sorted(floor.data.values()) == sorted(hashes.values())
    )
    return next(fits, None)


def _json(result: Result, hashes: Mapping[str, str]) -> str:
    return json.dumps({"data": hashes, "counts": dict(result.counts), "figures": dict(result.figures)})


def _table(result: Result, hashes: Mapping[str, str], floor: Floor | None) -> Iterator[str]:
    yield from (f"{name}  sha256 {sha}" for name, sha in hashes.items())
    if result.counts:
        yield ", ".join(f"{name} {count}" for name, count in result.counts.items())
    yield from [result.table] if result.table else _lines(result, floor)
    if result.text:
        yield result.text


def _lines(result: Result, floor: Floor | None) -> Iterator[str]:
    """A line a figure, with its floor and what stands beside it."""
    columns: dict[str, Mapping[str, float | None]] = {"": result.figures, **result.beside}
    bounds = {**floor.least, **floor.most} if floor else {}
    columns |= {"floor": bounds} if bounds else {}
    width = max([12, *(len(name) + 2 for name in result.figures)])
    if len(columns) > 1:
        yield " " * width + "".join(f"{heading:>9}" for heading in columns)
    for name in result.figures:
        yield f"{name:{width}}" + "".join(
            _cell(column.get(name), result.digits) for column in columns.values()
        )


def _cell(figure: float | None, digits: int) -> str:
    return f"{'-':>9}" if figure is None else f"{figure:9.{digits}f}"
