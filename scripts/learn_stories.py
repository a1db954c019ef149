"""Learns what speaks for two articles telling of one happening: writes crossdoc/likeness.yaml.

    python -m scripts.learn_stories [--check] [-o FILE]

The weights come from a logistic regression over pairs of articles written for this purpose (training/written/
lookalikes.jsonl): 96 families of two happenings that are told in the same words, four articles on each. So that
dates are not trusted further than they deserve, the same articles are learned from three times: as they are, without
date, and as pages are often captured: four in ten up to 400 days late, three in ten undated. A feature whose weight
comes out with the wrong sign is left out and the rest learned again. Bias and cohesion are those with which these
articles group best (B-cubed), all of them and thinned out, so that of some happenings only one is left. Nothing is
learned from what stories are measured on. With --check the same is done with half of the families and measured on the
other half, both ways. Takes about ten minutes, most of it for grouping again and again.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle, product
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks.quality.stories import Article, read, score
from herodotus.crossdoc import likeness
from herodotus.crossdoc.articles import Lexicon
from herodotus.crossdoc.likeness import FEATURES, Weights
from herodotus.crossdoc.nearest import Index
from herodotus.crossdoc.profiles import Profile, profile
from herodotus.crossdoc.stories import Stories
from herodotus.data.annotations import Timex
from herodotus.data.statements import Reading

WRITTEN = Path(__file__).parents[1] / "training" / "written" / "lookalikes.jsonl"
TARGET = Path(likeness.__file__).with_name("likeness.yaml")
HEADER = "# What each feature of crossdoc/likeness.py counts for; written by scripts/learn_stories.py, not by hand.\n"
RIDGE = 1e-4
ALIKE = 24  # articles that each is set against: more than are compared later, since groups are joined by all pairs
BIASES = (-0.5, 0.0, 0.25, 0.5, 0.75, 1.0)  # not the regression's, whose pairs are all alike
COHESIONS = (1.0, 1.4, 1.8, 2.2)
ALONE = 1.0  # of 1 to 4, no other did better
KEPT = (1, 4, 2, 4, 1, 3)  # articles left of each happening in turn, so that some are told of once only
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


def written(path: Path = WRITTEN) -> list[Article]:
    """Articles written for this project; the group of each is its family and happening."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf8").splitlines())
    return [
        Article(
            {key: row[key] for key in ("title", "text", "date")} | {"publisher": row["outlet"]},
            "/".join(row[key] for key in ("family", "happening") if key in row),
        )
        for row in rows
    ]


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
    made, together = zip(*map(pairs, given), strict=True)
    features = signed(np.concatenate(made), np.concatenate(together))
    choices = [Weights(features, bias, cohesion, ALONE) for bias, cohesion in product(BIASES, COHESIONS)]
    every = [*given, *map(thinned, given)]
    return max(choices, key=lambda w: sum(b_cubed(sample, w) for sample in every))


def thinned(sample: Sample) -> Sample:
    """With only the first articles of most groups."""
    least = dict(zip(sorted(set(sample.groups)), cycle(KEPT), strict=False))
    seen: Counter[str] = Counter()
    kept = []
    for held, group in zip(sample.profiles, sample.groups, strict=True):
        seen[group] += 1
        if seen[group] <= least[group]:
            kept.append((held, group))
    return Sample([held for held, _ in kept], [group for _, group in kept])


def signed(rows: Matrix, together: NDArray[np.bool_]) -> dict[str, float]:
    """Weights: what sets two articles apart never speaks for them, whatever chance says, and what they share
    never against them; such features are left out, the worst first."""
    kept = list(FEATURES)
    while True:
        found = regression(rows[:, [list(FEATURES).index(name) for name in kept]], together)
        wrong = {
            name: abs(w) for name, w in zip(kept, found, strict=False) if (w < 0) == (name in likeness.ALIKE)
        }
        if not wrong:
            weights = dict(zip(kept, found, strict=False))
            return {n: round(float(weights.get(n, 0.0)), 2) for n in FEATURES}
        kept.remove(max(wrong, key=wrong.__getitem__))


def b_cubed(sample: Sample, weights: Weights) -> float:
    held = Stories(weights)
    held.add(sample.profiles)
    story = {key: str(n) for n, members in enumerate(held) for key in members}
    return score(sample.groups, [story[p.key] for p in sample.profiles])["B-cubed"]


def checked(given: Sequence[Sample]) -> Iterator[str]:
    """Half of the families learned from, the other half measured."""
    groups = sorted(set(given[0].groups))
    halves = [[g for g in groups if _family(g, groups) % 2 == half] for half in (0, 1)]
    for ours, theirs in (halves, halves[::-1]):
        weights = learn([sample.of(ours) for sample in given])
        figures = ", ".join(f"{b_cubed(sample.of(theirs), weights):.1f}" for sample in given)
        yield f"learned on one half, B-cubed on the other (as is, undated, late): {figures}"


def _family(group: str, groups: Sequence[str]) -> int:
    return sorted({g.split("/")[0] for g in groups}).index(group.split("/", maxsplit=1)[0])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, metavar="FILE")
    args = parser.parse_args()
    articles = written()
    given = samples(_read(articles), [article.group for article in articles])
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
