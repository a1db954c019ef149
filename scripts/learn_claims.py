"""Learns when two propositions are the same claim: writes crossdoc/claims.yaml.

    python -m scripts.learn_claims --data ../shared/data [-o FILE]

Learned from stories in which people (helped by a language model, see training/written/README.md) put together the lines
that tell the same thing: 192 short stories and 42 longer ones on arms transfers, all written for this project
(training/written/lookalikes.jsonl, transfers.jsonl), and 50 of the training topics of ECB+ (CC BY 3.0, Cybulska and
Vossen 2014), five articles each. training/written/claims.jsonl has a
line a story with its groups; it names documents and places in them, and no words. Every two propositions of a story are
one example. Two logistic regressions: for two events, and for all other pairs. A small ridge draws weights to nothing.

Printed is, for several biases, how the groups of the stories come out that the weights were not learned from (four
folds): precision, recall and F1 of pairs, and B-cubed F1 of propositions. The bias with the best sum of the two
F1 is written.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from pathlib import Path

import numpy as np
import yaml

from benchmarks.quality.claims import Judged, agreement, judged, labels, readings
from benchmarks.quality.stories import Article
from herodotus.crossdoc import features
from herodotus.crossdoc.clusters import Likeness, Linkage, clusters
from herodotus.crossdoc.features import EVENTS, TEXTS, VETOES, Weights, contrary, values
from herodotus.crossdoc.matching import BOUND, UNSEEN, context_of
from herodotus.crossdoc.propositions import Proposition, propositions
from herodotus.data.statements import Reading
from scripts.learn_stories import WRITTEN, written
from training.claims import fit

TARGET = Path(features.__file__).with_name("claims.yaml")
TRANSFERS = WRITTEN.with_name("transfers.jsonl")
JUDGED = WRITTEN.with_name("claims.jsonl")
HEADER = (
    "# What each feature of crossdoc/features.py adds to the log odds; written by scripts/learn_claims.py.\n"
)
RIDGE = 30.0
FOLDS = 4
BIASES = (-0.25, 0.0, 0.25)  # added to what the regressions give


@dataclass(frozen=True)
class Example:
    """A pair of a story by the places of its propositions: what its features say, whether it is of two events, whether
    it is one claim (None where that was not judged), whether it must be none."""

    pair: tuple[int, int]
    values: Sequence[float]
    events: bool
    same: bool | None
    vetoed: bool
    contrary: bool


@dataclass(frozen=True)
class Story:
    name: str
    labels: Sequence[str | None]
    examples: Sequence[Example]


def stories(rows: Sequence[Judged], known: Mapping[str, Reading]) -> Iterator[Story]:
    for row in rows:
        found = propositions([known[name] for name in row.documents])
        yield Story(row.story, labels(row, found), list(_examples(found, labels(row, found))))


def _examples(found: Sequence[Proposition], told: Sequence[str | None]) -> Iterator[Example]:
    context = context_of(found)
    for a, b in combinations(range(len(found)), 2):
        p, q = found[a], found[b]
        same = None if told[a] is None or told[b] is None else told[a] == told[b]
        vetoed = any(veto(p, q, context) for veto in VETOES)
        events = p.event is not None and q.event is not None
        yield Example((a, b), values(p, q, context), events, same, vetoed, contrary(p, q, context))


def learn(given: Sequence[Story]) -> dict[bool, Weights]:
    """For two events (True) and for other pairs; pairs that are vetoed are not learned from. The three kinds of stories
    count the same, however many pairs they give."""
    found = {}
    for events in (True, False):
        rows = [
            (e, _kind(story.name))
            for story in given
            for e in story.examples
            if e.events is events and e.same is not None and not e.vetoed
        ]
        counts = Counter(kind for _, kind in rows)
        weights, bias = fit(
            np.array([e.values for e, _ in rows]),
            np.array([float(bool(e.same)) for e, _ in rows]),
            RIDGE,
            share=np.array([len(rows) / len(counts) / counts[kind] for _, kind in rows]),
        )
        found[events] = Weights(tuple(float(w) for w in weights), bias)
    return found


def grouped(story: Story, weights: Mapping[bool, Weights], more: float) -> list[int]:
    """The group of each proposition, as the product groups them when it compares all pairs."""
    scores, apart = {}, set()
    for e in story.examples:
        known = weights[e.events]
        value = known.bias + more + float(np.dot(known.features, e.values))
        if e.vetoed or (value > 0 and e.contrary and not e.events):
            apart.add(e.pair)
        else:
            scores[e.pair] = max(-BOUND, min(value, BOUND))
    found = clusters(len(story.labels), Likeness(scores, frozenset(apart), UNSEEN), linkage=Linkage.NEAREST)
    of = {i: n for n, members in enumerate(found) for i in members}
    return [of[i] for i in range(len(story.labels))]


def checked(given: Sequence[Story]) -> dict[float, float]:
    """How good each bias is on the stories that were not learned from (F1 of pairs and B-cubed); prints it all."""
    folds = [[s for s in given if _fold(s.name) == fold] for fold in range(FOLDS)]
    learned = [learn([s for s in given if _fold(s.name) != fold]) for fold in range(FOLDS)]
    reached = {}
    for more in BIASES:
        told = [
            (story, grouped(story, weights, more))
            for fold, weights in zip(folds, learned, strict=True)
            for story in fold
        ]
        for kind in ("short", "transfers", "ecb", ""):
            some = [(s, f) for s, f in told if kind in (_kind(s.name), "")]
            figures = agreement([(s.labels, f) for s, f in some])
            print(
                f"{more:5} {kind or 'all':8}",
                " ".join(f"{k} {v:.1f}" for k, v in figures.items()),
                flush=True,
            )
        reached[more] = figures["pairs"] + figures["B-cubed"]
    return reached


def _kind(name: str) -> str:
    return "ecb" if name.startswith("ecb") else "short" if "/" in name else "transfers"


def _fold(name: str) -> int:
    """Both happenings of a family, and both subtopics of a topic, are in one fold."""
    family = name.split("/", maxsplit=1)[0].removesuffix("plus")
    return int(hashlib.sha256(family.encode()).hexdigest(), 16) % FOLDS


def articles(data: Path, rows: Sequence[Judged]) -> dict[str, Article]:
    """The articles that the judged stories are about, by id."""
    found = {
        f"{group}/{n}": a
        for path in (WRITTEN, TRANSFERS)
        for group, own in groupby(written(path), key=lambda a: a.group)
        for n, a in enumerate(own, 1)
    }
    with gzip.open(data / "ecbplus" / "documents.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            found[row["id"]] = Article({"text": row["text"]}, row["subtopic"])
    return {name: found[name] for row in rows for name in row.documents}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, metavar="FILE")
    args = parser.parse_args()
    rows = judged(JUDGED)
    given = list(stories(rows, readings(articles(args.data, rows))))
    reached = checked(given)
    best = max(reached, key=reached.__getitem__)
    weights = learn(given)
    held = {
        name: {"bias": round(weights[events].bias + best, 2)}
        | {f.__name__: round(w, 2) for f, w in zip(asked, weights[events].features, strict=True)}
        for name, events, asked in (("events", True, EVENTS), ("texts", False, TEXTS))
    }
    args.output.write_text(HEADER + yaml.safe_dump(held, sort_keys=False), encoding="utf8")


if __name__ == "__main__":
    main()
