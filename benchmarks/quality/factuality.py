"""Whether events happened, against UDS It-Happened v2: the product's value at each annotated predicate.

    python -m benchmarks.quality.factuality --data ../shared/data/factuality/uds_ih2.dev.jsonl.gz [--json]
        [--predictions FILE]

Values run from -3 (certainly did not happen) to 3 (certainly did). Pearson's r and the mean absolute error over all
predicates, as in Stanovsky et al. (2017) and Rudinger et al. (2018); each sentence is read as a document of its own.
The sentences are words parted by spaces, which are undone first (treebank.py): 98 in 100 of the spaces between words
come out as in the original texts. Where the product cuts a predicate into several words, their mean counts.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result, Skip
from benchmarks.quality.treebank import unescaped
from herodotus.models.reader import Layers


class Sentence(NamedTuple):
    """Normal text with the characters and the value of each annotated predicate."""

    id: str
    text: str
    predicates: list[tuple[int, int, float]]


def sentences(path: Path) -> Iterator[Sentence]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            text, places = unescaped(row["text"])
            yield Sentence(
                row["id"],
                text,
                [(places[t["start"]], places[t["end"]], t["label"]) for t in row["targets"]],
            )


def values(layers: Layers, spans: Iterable[tuple[int, int]]) -> list[float]:
    """The mean over the words that share a character with each span; 0, undecided, where there are none."""
    layer = np.asarray(product.part(layers, "factuality"), float).reshape(len(layers.words))
    return [_mean(layer[[w.start < end and start < w.end for w in layers.words]]) for start, end in spans]


def _mean(some: NDArray[np.float64]) -> float:
    return float(some.mean()) if len(some) else 0.0


def score(gold: Sequence[float], found: Sequence[float]) -> dict[str, float]:
    """Pearson's r, nought where one side never changes, and the mean absolute error."""
    one, two = np.array(gold, float), np.array(found, float)
    spread = float(one.std() * two.std())
    r = float(((one - one.mean()) * (two - two.mean())).mean()) / spread if spread else 0.0
    return {"pearson": round(r, 3), "error": round(float(np.abs(one - two).mean()), 3)}


def measure(paths: Sequence[Path]) -> Result:
    read = [sentence for path in paths for sentence in sentences(path)]
    found = [values(product.layers(s.text), [p[:2] for p in s.predicates]) for s in read]
    gold = [value for sentence in read for _, _, value in sentence.predicates]
    if not gold:
        raise Skip("no predicates in the data")
    rows = [{"id": s.id, "values": got} for s, got in zip(read, found, strict=True)]
    counts = {"sentences": len(read), "predicates": len(gold)}
    return Result(score(gold, [v for got in found for v in got]), counts, digits=3, predictions=rows)


BENCHMARK = Benchmark("factuality", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
