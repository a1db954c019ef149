"""What grouping an article into stories costs as more and more are held: time and memory.

    python -m benchmarks.speed.stories --data ../shared/data [--sizes 1000 10000 100000 300000] [--burst 1000] [--json]

Real articles are read by the model once (stories, casualties, timelines, wire, ecbplus: some 3,000, several minutes).
What is grouped are their profiles, made into as many as wanted: each time an article is used again, its names, places,
numbers, dates and less common words are others, the same in all articles of one happening. So this is the cost of
grouping what has been read, not of reading; how well it groups is measured in benchmarks/quality/stories.py.

Articles come in bursts. Time is the processor's, so that a busy machine does not count. Memory is the most that the
process held, the profiles being made included. 1 where an article costs more than 1.5 times as much at the last size as
at the first, or where memory passes 3 GB.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.quality import stories as quality
from benchmarks.quality.stories import Article
from benchmarks.speed.varying import Source, varied
from herodotus.crossdoc.profiles import profile
from herodotus.crossdoc.stories import Stories

SETS: dict[str, tuple[str, ...]] = {
    "stories/articles.jsonl.gz": (),
    "casualties/incidents.jsonl.gz": (),
    "ecbplus/documents.jsonl.gz": (),
    "timelines/articles.jsonl.gz": ("topic", "date"),
    "wire/articles.jsonl.gz": ("silver_group",),
}
"""The files, with the fields that group their articles where benchmarks.quality.stories does not know them."""
SIZES = (1_000, 10_000, 100_000, 300_000)
TIMES, MEGABYTES = 1.5, 3_000


def sources(folder: Path) -> list[Source]:
    """The profiles of all articles of the sets that are there, with their groups; made in a process of its own, so
    that the memory for reading does not count."""
    if not any((folder / name).exists() for name in SETS):
        return []
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_read, folder).result()


def _read(folder: Path) -> list[Source]:
    given = [
        (name, a)
        for name, by in SETS.items()
        if (folder / name).exists()
        for a in _articles(folder / name, by)
    ]
    readings = quality.read([article for _, article in given])
    placed = ((given[int(r.annotated.document.id)], r) for r in readings)
    return [Source(profile(reading), f"{name} {article.group}") for (name, article), reading in placed]


def _articles(path: Path, by: Sequence[str]) -> Iterator[Article]:
    if not by:
        yield from quality.articles(path)
        return
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            given = {
                "id": str(row["id"]),
                "text": row["text"],
                "date": row.get("date") or row["scraped"][:10],
            }
            yield Article(given, " ".join(str(row[field]) for field in by))


def figures(given: Sequence[Source], size: int, burst: int) -> dict[str, float]:
    """Groups so many articles, burst after burst."""
    held, spent, last = Stories(), 0.0, 0.0
    made = varied(given)
    for start in range(0, size, burst):
        profiles = [next(made) for _ in range(min(burst, size - start))]
        began = time.process_time()
        held.add(profiles)
        last = (time.process_time() - began) / len(profiles)
        spent += last * len(profiles)
    return {
        "articles": size,
        "stories": len(held),
        "largest": max(map(len, held)),
        "ms an article": 1000 * spent / size,
        "ms in the last burst": 1000 * last,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def missed(runs: Sequence[dict[str, float]]) -> list[str]:
    """What of the bar is not kept."""
    times = runs[-1]["ms an article"] / runs[0]["ms an article"]
    found = []
    if times > TIMES:
        found.append(
            f"an article costs {times:.2f} times as much at {runs[-1]['articles']:,} as at the first size"
        )
    if runs[-1]["peak MB"] > MEGABYTES:
        found.append(f"{runs[-1]['peak MB']:,.0f} MB held")
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--burst", type=int, default=1_000, metavar="N")
    parser.add_argument("--json", action="store_true")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    args: Any = _parser().parse_args(arguments)
    given = sources(args.data)
    if not given:
        print(f"skipped: no data at {args.data}", file=sys.stderr)
        return 0
    return measure(given, sorted(args.sizes), args.burst, as_json=args.json)


def measure(given: Sequence[Source], sizes: Sequence[int], burst: int, *, as_json: bool = False) -> int:
    runs: list[dict[str, float]] = []
    for size in sizes:
        runs.append(figures(given, size, burst))
        if not as_json:
            if len(runs) == 1:
                print(f"{len(given)} real articles\n" + "".join(f"{name:>22}" for name in runs[0]))
            print("".join(f"{value:22,.2f}" for value in runs[-1].values()), flush=True)
    if as_json:
        print(json.dumps(runs))
    for line in missed(runs):
        print(f"bar not kept: {line}", file=sys.stderr)
    return int(bool(missed(runs)))


if __name__ == "__main__":
    sys.exit(main())
