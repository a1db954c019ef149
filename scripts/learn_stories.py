"""Learns what speaks for two articles telling of one happening: writes crossdoc/likeness.yaml.

    python -m scripts.learn_stories --data ../shared/data/casualties/incidents.jsonl.gz [--check] [-o FILE]

The weights come from a logistic regression over pairs of reports of 250 shootings, whose incidents are known. So that
dates are not trusted further than they deserve, the same articles are learned from three times: as they are, without
date, and as pages are often captured: four in ten up to 400 days late, three in ten undated. Bias and cohesion are
those with which these articles group best (B-cubed). Nothing is learned from what stories are measured on. With
--check the same is done with half of the incidents and measured on the other half, both ways. Takes about a quarter of
an hour, most of it for reading, and for grouping again and again.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks.quality.stories import Article, articles, read, score
from herodotus.crossdoc import likeness
from herodotus.crossdoc.articles import Lexicon
from herodotus.crossdoc.likeness import FEATURES, Weights
from herodotus.crossdoc.nearest import Index
from herodotus.crossdoc.profiles import Profile, profile
from herodotus.crossdoc.stories import Stories
from herodotus.data.annotations import Timex
from herodotus.data.statements import Reading

TARGET = Path(likeness.__file__).with_name("likeness.yaml")
HEADER = "# What each feature of crossdoc/likeness.py counts for; written by scripts/learn_stories.py, not by hand.\n"
RIDGE = 1e-4
ALIKE = 24  # articles that each is set against: more than are compared later, since groups are joined by all pairs
BIASES = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0)  # added to what the regression gives
COHESIONS = (0.2, 0.4, 0.6)
ALONE = 1.0  # 3 grouped the incidents no better
LATE, SHARE_LATE, SHARE_UNDATED = 400, 0.4, 0.3

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """Profiles with the incident of each."""

    profiles: Sequence[Profile]
    groups: Sequence[str]

    def of(self, wanted: Collection[str]) -> Sample:
        """What is in these groups."""
        kept = [(p, g) for p, g in zip(self.profiles, self.groups, strict=True) if g in wanted]
        return Sample([p for p, _ in kept], [g for _, g in kept])


def samples(readings: Sequence[Reading], groups: Sequence[str]) -> list[Sample]:
    """The articles as they are, undated, and some captured late or undated."""
    chance = random.Random(0)

    def captured(reading: Reading) -> Reading:
        fate = chance.random()
        if fate < SHARE_UNDATED:
            return undated(reading)
        return late(reading, chance.randrange(1, LATE)) if fate < SHARE_UNDATED + SHARE_LATE else reading

    made = (list(readings), [undated(r) for r in readings], [captured(r) for r in readings])
    return [Sample([profile(r) for r in each], groups) for each in made]


def incidents(path: Path) -> list[Sample]:
    found = list(articles(path))
    return samples(_read(found), [article.group for article in found])


def _read(found: Sequence[Article]) -> list[Reading]:
    """In the order in which they are given."""
    return sorted(read(found), key=lambda r: int(r.annotated.document.id))


def undated(reading: Reading) -> Reading:
    """As if the day of publication were unknown: only dates written in full are left."""
    return _with(
        reading, None, lambda t: t if "stated in full" in t.basis else replace(t, since=None, until=None)
    )


def late(reading: Reading, days: int) -> Reading:
    """As if published so many days later: what is told relative to that day moves along."""
    by = timedelta(days=days)

    def moved(t: Timex) -> Timex:
        if t.since is None or "stated in full" in t.basis or t.basis.startswith(("year from", "ambiguous")):
            return t
        return replace(t, since=t.since + by, until=t.until and t.until + by)

    published = reading.annotated.document.published
    day = date.fromisoformat(published[:10]) + by if published else None
    return _with(reading, day.isoformat() if day else None, moved)


def _with(reading: Reading, published: str | None, change: Callable[[Timex], Timex]) -> Reading:
    annotated = reading.annotated
    document = replace(annotated.document, published=published)
    times = tuple(map(change, annotated.times))
    return replace(reading, annotated=replace(annotated, document=document, times=times))


def pairs(sample: Sample) -> tuple[Matrix, NDArray[np.bool_]]:
    """Features of pairs, and whether they are of one group: all pairs of one, and those that look alike."""
    lexicon, index = Lexicon(), Index()
    held = [lexicon.take(each) for each in sample.profiles]
    for number, article in enumerate(held):
        index.add(number, article.terms.tolist())
    weighed = [likeness.weighed(article, lexicon) for article in held]
    found = {
        (min(n, m), max(n, m))
        for n, w in enumerate(weighed)
        for m in index.near(n, {**w.words, **w.names}, ALIKE)
    }
    found |= {(n, m) for m, group in enumerate(sample.groups) for n in range(m) if sample.groups[n] == group}
    ordered = sorted(found)
    rows = [[feature(weighed[a], weighed[b]) for feature in FEATURES.values()] for a, b in ordered]
    return np.array(rows), np.array([sample.groups[a] == sample.groups[b] for a, b in ordered])


def regression(rows: Matrix, together: NDArray[np.bool_]) -> Matrix:
    """Weights of a ridge logistic regression, the bias last (iteratively reweighted least squares)."""
    x = np.column_stack([rows, np.ones(len(rows))])
    ridge = np.diag([RIDGE * len(x)] * rows.shape[1] + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve(
            (x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (together - p) - ridge @ weights
        )
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def learn(given: Sequence[Sample]) -> Weights:
    rows, together = zip(*map(pairs, given), strict=True)
    found = regression(np.concatenate(rows), np.concatenate(together))
    features = {name: _signed(name, round(float(w), 2)) for name, w in zip(FEATURES, found, strict=False)}
    choices = [
        Weights(features, round(float(found[-1]) + more, 2), cohesion, ALONE)
        for more, cohesion in product(BIASES, COHESIONS)
    ]
    return max(choices, key=lambda w: sum(b_cubed(sample, w) for sample in given))


def _signed(name: str, weight: float) -> float:
    """What sets two articles apart never speaks for them, whatever chance says."""
    return max(0.0, weight) if name in likeness.ALIKE else min(0.0, weight)


def b_cubed(sample: Sample, weights: Weights) -> float:
    held = Stories(weights)
    held.add(sample.profiles)
    story = {key: str(n) for n, members in enumerate(held) for key in members}
    return score(sample.groups, [story[p.key] for p in sample.profiles])["B-cubed"]


def checked(given: Sequence[Sample]) -> Iterator[str]:
    """Half of the incidents learned from, the other half measured."""
    groups = sorted(set(given[0].groups))
    for ours, theirs in ((groups[::2], groups[1::2]), (groups[1::2], groups[::2])):
        weights = learn([sample.of(ours) for sample in given])
        figures = ", ".join(f"{b_cubed(sample.of(theirs), weights):.1f}" for sample in given)
        yield f"learned on one half, B-cubed on the other (as is, undated, late): {figures}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FILE")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, metavar="FILE")
    args = parser.parse_args()
    given = incidents(args.data)
    if args.check:
        for line in checked(given):
            print(line, flush=True)
    weights = learn(given)
    print("B-cubed (as is, undated, late): " + ", ".join(f"{b_cubed(s, weights):.1f}" for s in given))
    held = {
        "features": dict(weights.features),
        "bias": weights.bias,
        "cohesion": weights.cohesion,
        "alone": weights.alone,
    }
    args.output.write_text(HEADER + yaml.safe_dump(held, sort_keys=False), encoding="utf8")


if __name__ == "__main__":
    main()
