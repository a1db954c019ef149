"""Learns how the features of herodotus.compare.likeness weigh.

    python -m training.claims --data ../shared/data

Likeness: pairs of annotated sentences of ECB+ (train part) from different documents of one topic, of which every one
holds two happenings that look alike; one matter where they tell of an event in common (reporting and aspect left out).
Logistic regression by Newton's method; the threshold is where F1 on the training pairs is best. Prints how it does on
the dev part, writes likeness.yaml, and prints what herodotus.compare.turning finds in written/bearings.txt.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from herodotus import annotation, compare
from herodotus.compare import likeness
from herodotus.compare.likeness import Matter
from herodotus.compare.sayings import Saying, meaning, saying
from herodotus.compare.turning import opposed
from herodotus.data.annotations import Annotated
from herodotus.data.documents import Document, Span
from herodotus.models.reader import shipped

WRITTEN = Path(__file__).parent / "written" / "bearings.txt"
WEAKENS = "weakens"
LABELS = ("strengthens", WEAKENS, "unrelated")
RIDGE = 1.0
NO_EVENT = ("REPORTING", "ASPECTUAL")  # of ECB+: they say nothing on what a sentence is about
Vector = NDArray[np.float64]


class Told(NamedTuple):
    """One sentence of ECB+ with the clusters of its events."""

    document: str
    said: Saying
    events: frozenset[str]


class Pair(NamedTuple):
    """A line of bearings.txt: its topic is the first claim, which several lines share."""

    label: str
    first: str
    second: str


def read(text: str) -> Annotated:
    return annotation.annotate(Document("text", "-", "", text), shipped())


def whole(text: str) -> Saying:
    """What a text of one sentence says."""
    annotated = read(text)
    spans = [Span(0, len(text))]
    return saying(annotated, spans, meaning(annotated, spans))


def topics(data: Path, split: str) -> dict[str, list[Told]]:
    """The validated sentences of a part of ECB+, by topic."""
    events: dict[tuple[str, int], set[str]] = {}
    for mention in _rows(data / "ecbplus" / "mentions.jsonl.gz"):
        if mention["kind"] == "event" and not any(kind in mention["type"] for kind in NO_EVENT):
            events.setdefault((mention["doc"], mention["sentence"]), set()).add(mention["cluster"])
    found: dict[str, list[Told]] = {}
    for row in _rows(data / "ecbplus" / "documents.jsonl.gz"):
        if row["split"] == split:
            found.setdefault(str(row["topic"]), []).extend(_told(row, events))
    return found


def _told(row: dict[str, Any], events: dict[tuple[str, int], set[str]]) -> Iterator[Told]:
    annotated = read(row["text"])
    for sentence in row["sentences"]:
        if sentence["id"] in row["validated"]:
            spans = [Span(sentence["start"], sentence["end"])]
            said = saying(annotated, spans, meaning(annotated, spans))
            yield Told(row["id"], said, frozenset(events.get((row["id"], sentence["id"]), ())))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def alike(told: dict[str, list[Told]]) -> tuple[Vector, Vector]:
    """Features of all pairs of different documents (pairs x features), and whether they share an event."""
    rows: list[list[float]] = []
    labels: list[float] = []
    for sentences in told.values():
        matter = Matter.of(each.said for each in sentences)
        for a, b in combinations(sentences, 2):
            if a.document != b.document:
                rows.append([f(a.said, b.said, matter).value for f in likeness.FEATURES])
                labels.append(float(not a.events.isdisjoint(b.events)))
    return np.array(rows), np.array(labels)


def written(path: Path = WRITTEN) -> list[Pair]:
    """The pairs of bearings.txt; ValueError with the line where one has not three parts or an unknown label."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if line and not line.startswith("#"):
            parts = [part.strip() for part in line.split("|")]
            if len(parts) != 3 or parts[0] not in LABELS:
                raise ValueError(f"{path}:{number}: not a label and two claims")
            found.append(Pair(*parts))
    return found


def contraries(pairs: Sequence[Pair]) -> tuple[int, int, int]:
    """In how many pairs a contrary is seen, in how many of these the second weakens the first, and how many do so."""
    seen = [pair.label == WEAKENS for pair in pairs if opposed(whole(pair.first), whole(pair.second))]
    return len(seen), sum(seen), sum(pair.label == WEAKENS for pair in pairs)


def fit(
    x: Vector, y: Vector, shrink: float = RIDGE, steps: int = 30, share: Vector | float = 1.0
) -> tuple[Vector, float]:
    """Weights and bias of a logistic regression with a ridge on standardised features, given for the raw ones; `share`
    is what each example counts."""
    middle, spread = x.mean(0), np.maximum(x.std(0), 1e-9)
    z = np.hstack([(x - middle) / spread, np.ones((len(x), 1))])
    ridge = shrink * np.diag([*np.ones(x.shape[1]), 0.0])
    w = np.zeros(z.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-z @ w))
        hessian = (z * (share * p * (1 - p))[:, None]).T @ z + ridge + 1e-9 * np.eye(len(w))
        w -= np.linalg.solve(hessian, z.T @ (share * (p - y)) + ridge @ w)
    weights = w[:-1] / spread
    return weights, float(w[-1] - weights @ middle)


def probabilities(x: Vector, weights: Vector, bias: float) -> Vector:
    return np.asarray(1 / (1 + np.exp(-(x @ weights + bias))))


def best_threshold(p: Vector, y: Vector) -> tuple[float, float]:
    """The threshold of the best F1, to two digits, and that F1."""
    return max((f1(p >= t, y > 0), round(t, 2)) for t in np.arange(0.05, 0.95, 0.01))[::-1]


def f1(found: NDArray[np.bool_], gold: NDArray[np.bool_]) -> float:
    return float(2 * (found & gold).sum() / max(1, found.sum() + gold.sum()))


def write(learnt: tuple[Vector, float], threshold: float) -> None:
    weights, bias = learnt
    lines = [
        "# Learnt by `python -m training.claims`; what each feature says stands in likeness.py.",
        "weights:",
    ]
    lines += [f"  {f.__name__}: {w:.4f}" for f, w in zip(likeness.FEATURES, weights, strict=True)]
    lines += [f"bias: {bias:.4f}", f"threshold: {threshold:.2f}", ""]
    (Path(compare.__path__[0]) / "likeness.yaml").write_text("\n".join(lines), encoding="utf8")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    args = parser.parse_args()
    x, y = alike(topics(args.data, "train"))
    learnt = fit(x, y)
    threshold, reached = best_threshold(probabilities(x, *learnt), y)
    write(learnt, threshold)
    held, gold = alike(topics(args.data, "dev"))
    other = f1(probabilities(held, *learnt) >= threshold, gold > 0)
    print(
        f"likeness: F1 {100 * reached:.1f} at {threshold} on {len(y)} pairs, {100 * other:.1f} on {len(gold)} of dev"
    )
    seen, right, weakened = contraries(written())
    print(f"contraries seen in {seen} written pairs, {right} of them among the {weakened} that weaken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
