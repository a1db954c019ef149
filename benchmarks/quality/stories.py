"""Articles grouped into stories, against sets in which people said which articles tell of one happening.

    python -m benchmarks.quality.stories --data ../shared/data/stories/articles.jsonl.gz [--json] [--predictions FILE]
    python -m benchmarks.quality.stories --data ../shared/data/ecbplus/documents.jsonl.gz

B-cubed F1 (Bagga and Baldwin 1998) over articles, and the adjusted Rand index (Hubert and Arabie 1985). The articles
are read as the product reads JSON Lines, all in one batch. What a set gives as the group: the event of the stories
set (thin articles are left out, as its README advises), the subtopic of ECB+, of which every topic has two that look
alike, and the incident of the casualties set.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from math import comb
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import running
from benchmarks.quality.chains import b_cubed
from benchmarks.quality.running import Benchmark, Result, Skip
from herodotus import pipeline
from herodotus.crossdoc.stories import stories
from herodotus.data.documents import Skipped
from herodotus.data.statements import Reading
from herodotus.settings import Settings


class Article(NamedTuple):
    """What the product is given of an article, and the group that it belongs to."""

    fields: dict[str, Any]
    group: str


def articles(path: Path) -> Iterator[Article]:
    with (
        gzip.open(path, "rt", encoding="utf8")
        if path.suffix == ".gz"
        else path.open(encoding="utf8") as lines
    ):
        for line in lines:
            yield from _of(json.loads(line))


def _of(row: dict[str, Any]) -> Iterator[Article]:
    if "event_name" in row:
        if not row["thin"]:
            yield Article(_fields(row, publisher=row["domain"]), row["event"])
    elif "subtopic" in row:
        yield Article(_fields(row), row["subtopic"])
    elif "articles" in row:
        for each in row["articles"]:
            yield Article(_fields(each, publisher=each["domain"]), str(row["incident"]))
    elif "story" in row:
        yield Article(_fields(row, publisher=row["outlet"]), row["story"])
    else:
        raise Skip("not a set with groups of articles that is known here")


def _fields(row: dict[str, Any], **more: str) -> dict[str, Any]:
    kept = {key: row[key] for key in ("text", "title", "url", "date") if row.get(key)}
    return kept | more | {"id": str(row["id"])}


def read(found: Sequence[Article]) -> list[Reading]:
    """What the product reads in them, by their place in `found`, which stands in for their ids."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        rows = (each.fields | {"id": str(number)} for number, each in enumerate(found))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
        items = list(pipeline.readings([str(path)], Settings()))
    skipped = [item for item in items if isinstance(item, Skipped)]
    if skipped:
        raise Skip(f"{len(skipped)} articles could not be read, the first: {skipped[0].reason}")
    return [item for item in items if isinstance(item, Reading)]


def adjusted_rand(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """1 where both group alike, 0 on average where one of them groups at random."""

    def pairs(labels: Sequence[Hashable]) -> int:
        return sum(comb(n, 2) for n in Counter(labels).values())

    both, one, other = pairs(list(zip(gold, found, strict=True))), pairs(gold), pairs(found)
    chance = one * other / comb(len(gold), 2)
    most = (one + other) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def score(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Group of each article, annotated and found -> figures in percent, the index from 0 to 1 times 100."""

    def groups(labels: Sequence[str]) -> list[list[tuple[int, int]]]:
        return [[(i, i) for i, label in enumerate(labels) if label == one] for one in sorted(set(labels))]

    measure = b_cubed(groups(gold), groups(found))
    return {
        "B-cubed": 100 * measure.f1,
        "precision": 100 * measure.precision,
        "recall": 100 * measure.recall,
        "adjusted Rand": 100 * adjusted_rand(gold, found),
    }


def measure(paths: Sequence[Path]) -> Result:
    given = [article for path in paths for article in articles(path)]
    groups = stories(read(given))
    place = {r.annotated.document.id: str(n) for n, group in enumerate(groups) for r in group}
    found = [place[str(number)] for number in range(len(given))]
    gold = [article.group for article in given]
    return Result(
        score(gold, found),
        counts={"articles": len(given), "groups": len(set(gold)), "stories": len(set(found))},
        predictions=[
            {"id": a.fields["id"], "group": g, "story": f} for a, g, f in zip(given, gold, found, strict=True)
        ],
    )


BENCHMARK = Benchmark("stories", __doc__ or "", measure, file="articles.jsonl.gz")

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
