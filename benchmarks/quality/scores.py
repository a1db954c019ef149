"""Every benchmark of quality on its data: one table, and one line of a log.

    python -m benchmarks.quality.scores --data ../shared/data [--model FOLDER] [--log FILE]

What is measured on which files stands in floors.yaml. Another model than the shipped one (a folder as training.export
writes it) is measured on its layers alone. 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from benchmarks.quality import product, running
from benchmarks.quality.running import Floor

WHOLE = frozenset({"statements"})  # measured on the whole product, not on the model's layers


def scores(data: Path, *, layers_only: bool) -> Iterator[tuple[Floor, dict[str, float | None]]]:
    """The figures of each row of floors.yaml whose files are there."""
    for floor in running.floors():
        paths = [data / name for name in floor.data]
        if all(path.exists() for path in paths) and not (layers_only and floor.benchmark in WHOLE):
            benchmark = import_module(f"benchmarks.quality.{floor.benchmark}").BENCHMARK
            yield floor, dict(running.usual(benchmark, paths).figures)


def run(data: Path, *, model: Path | None = None, log: Path | None = None) -> int:
    """Prints every figure with its floor; 1 where the shipped model misses one."""
    if model:
        product.use(model)
    line: dict[str, object] = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": str(model or ""),
    }
    missed = False
    for floor, figures in scores(data, layers_only=model is not None):
        name = f"{floor.benchmark} {' '.join(floor.data)}"
        bounds = {**floor.least, **floor.most}
        for figure, value in figures.items():
            least = f"{bounds[figure]:8.2f}" if figure in bounds else ""
            print(f"{name:52}{figure:34}{'-' if value is None else f'{value:8.2f}'}{least}", flush=True)
        missed |= bool(floor.missed(figures))
        line[name] = figures
    if log:
        with log.open("a", encoding="utf8") as stream:
            stream.write(json.dumps(line) + "\n")
    return int(missed and model is None)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--model", type=Path, metavar="FOLDER")
    parser.add_argument("--log", type=Path, metavar="FILE", help="add a line of JSON to this file")
    args = parser.parse_args()
    return run(args.data, model=args.model, log=args.log)


if __name__ == "__main__":
    sys.exit(main())
