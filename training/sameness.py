"""Learns from ECB+ which words tell of one event: the weights of `herodotus.crossdoc.sameness`.

    python -m training.sameness --data ../shared/data/ecbplus [--out FILE] [--without FEATURE ...]

Only the training topics are read (CC BY 3.0, Cybulska and Vossen 2014). Each topic is cut into stories as the product
cuts it; every two event mentions of a story are one example. Two logistic regressions: for words of one family and for
others. Printed are CoNLL F1 with each threshold, each fifth of the topics by weights learnt on the other four; the best
one is written with weights from all. `--without` leaves features out, to see what each is worth.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks.quality.sameness import Corpus, corpus, found_in, numbers_in, reading, scores
from herodotus.crossdoc.clusters import Likeness, clusters
from herodotus.crossdoc.resemblance import Story, features
from herodotus.crossdoc.sameness import NAMES
from herodotus.crossdoc.stories import stories

FOLDS = 5
THRESHOLDS = tuple(round(0.2 + 0.05 * n, 2) for n in range(9))
SHRINK = 20.0  # of the squared weights; of 3, 20 and 100 the one with the highest average precision in cross-validation
STEPS, ENOUGH = 30, 1e-3
HEADER = """\
# Learnt by training/sameness.py from ECB+ (train topics; CC BY 3.0, A. Cybulska and P. Vossen, LREC 2014).
# For each feature of resemblance.py what 1 adds to the log odds, and the value that adds nothing.
"""

Floats = NDArray[np.float64]


@dataclass(slots=True)
class Pairs:
    """Every two occurrences of one story: their numbers, features, whether one family and one event, and weights."""

    topic: str
    chains: list[str]
    pairs: list[tuple[int, int]]
    values: Floats
    family: NDArray[np.bool_]
    same: NDArray[np.bool_]
    weight: Floats


@dataclass(slots=True)
class Model:
    """One logistic regression: log odds `bias` + `weights` of the features less the usual."""

    bias: float
    weights: Floats
    usual: Floats

    def odds(self, values: Floats) -> Floats:
        return self.bias + (values - self.usual) @ self.weights


Models = tuple[Model, Model]  # for words of one family, and for others


def examples(given: Corpus) -> Iterator[Pairs]:
    """The stories of each topic with at least two mentions."""
    topics = sorted({article.topic for article in given.articles})
    for topic in topics:
        articles = [article for article in given.articles if article.topic == topic]
        ids = {article.id for article in articles}
        tellings = [telling for telling in given.tellings if telling.document in ids]
        part = [reading(article) for article in articles]
        found = found_in(part, tellings)
        for group in stories(part):
            numbers = numbers_in(group, found)
            if len(numbers) > 1:
                inside = [o for n in numbers if (o := found[n]) is not None]
                yield _pairs(
                    topic, [tellings[n].chain for n in numbers], inside, Story.of(len(group), inside)
                )


def _pairs(topic: str, chains: list[str], inside: list, story: Story) -> Pairs:
    """Two mentions of long chains weigh less, so that no chain decides by its length."""
    pairs = list(combinations(range(len(inside)), 2))
    sizes = Counter(chains)
    return Pairs(
        topic,
        chains,
        pairs,
        np.array([features(inside[i], inside[j], story) for i, j in pairs]),
        np.array([inside[i].family == inside[j].family for i, j in pairs]),
        np.array([chains[i] == chains[j] for i, j in pairs]),
        np.array([(sizes[chains[i]] * sizes[chains[j]]) ** -0.25 for i, j in pairs]),
    )


def learn(parts: Sequence[Pairs], used: NDArray[np.bool_]) -> Models:
    """Weights of features that are not used stay at nought."""
    values, same, weight, family = (
        np.concatenate([getattr(part, name) for part in parts])
        for name in ("values", "same", "weight", "family")
    )
    return tuple(logistic(values[own], same[own], weight[own], used) for own in (family, ~family))  # type: ignore[return-value]


def logistic(values: Floats, same: NDArray[np.bool_], weight: Floats, used: NDArray[np.bool_]) -> Model:
    """Newton's method on features of mean 0 and deviation 1, steps halved while they lead up."""
    usual, scale = values.mean(axis=0), values.std(axis=0)
    kept = used & (scale > 1e-6)
    rows = np.hstack([(values - usual)[:, kept] / scale[kept], np.ones((len(values), 1))])
    found, shrink = np.zeros(rows.shape[1]), np.full(rows.shape[1], SHRINK)
    found[-1], shrink[-1] = np.log((weight @ same) / (weight @ ~same)), 0.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (same - likely)) - shrink * found
        curve = (rows * (weight * likely * (1 - likely))[:, None]).T @ rows + np.diag(shrink)
        step = np.linalg.solve(curve, slope)
        while _loss(rows, same, weight, shrink, found + step) > _loss(rows, same, weight, shrink, found):
            step /= 2
        found += step
        if np.abs(step).max() < ENOUGH:
            break
    weights = np.zeros(values.shape[1])
    weights[kept] = found[:-1] / scale[kept]
    return Model(float(found[-1]), weights, usual)


def _loss(rows: Floats, same: NDArray[np.bool_], weight: Floats, shrink: Floats, found: Floats) -> float:
    odds = rows @ found
    return float(weight @ (np.logaddexp(0, odds) - same * odds) + shrink @ found**2 / 2)


def likely(models: Models, part: Pairs) -> Floats:
    """How likely each pair is one event."""
    odds = np.where(part.family, models[0].odds(part.values), models[1].odds(part.values))
    out: Floats = 1 / (1 + np.exp(-odds))
    return out


def conll(parts: Sequence[Pairs], likelihood: Sequence[Floats], threshold: float) -> float:
    """Of all the stories together; chains that stories cut are counted within each."""
    gold, labels = [], []
    for number, (part, found) in enumerate(zip(parts, likelihood, strict=True)):
        groups = clusters(
            len(part.chains), Likeness(dict(zip(part.pairs, found.tolist(), strict=True))), threshold
        )
        place = {i: n for n, group in enumerate(groups) for i in group}
        gold += part.chains
        labels += [(number, place[i]) for i in range(len(part.chains))]
    return scores(gold, labels).conll


def validated(parts: Sequence[Pairs], used: NDArray[np.bool_]) -> list[Floats]:
    """What each story's pairs get from weights that were learnt on other topics."""
    topics = sorted({part.topic for part in parts})
    fold = {topic: number % FOLDS for number, topic in enumerate(topics)}
    models = [learn([p for p in parts if fold[p.topic] != n], used) for n in range(FOLDS)]
    return [likely(models[fold[part.topic]], part) for part in parts]


def best(parts: Sequence[Pairs], used: NDArray[np.bool_]) -> tuple[float, float]:
    """CoNLL F1 in cross-validation, and the threshold that gives it."""
    found = validated(parts, used)
    return max((conll(parts, found, threshold), threshold) for threshold in THRESHOLDS)


def written(models: Models, threshold: float) -> str:
    """The file that the product reads."""
    rows: dict[str, object] = {"threshold": threshold}
    for name, model in zip(("family", "others"), models, strict=True):
        table = {
            feature: [round(float(w), 3), round(float(u), 3)]
            for feature, w, u in zip(NAMES, model.weights, model.usual, strict=True)
        }
        rows[name] = {"bias": round(model.bias, 3), "features": table}
    return HEADER + yaml.safe_dump(rows, sort_keys=False, default_flow_style=None, width=110)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.add_argument("--without", nargs="*", default=(), choices=NAMES, metavar="FEATURE")
    args = parser.parse_args()
    parts = list(examples(corpus(args.data, "train")))
    used = np.array([name not in args.without for name in NAMES])
    figure, threshold = best(parts, used)
    print(f"CoNLL F1 {figure:.2f} at {threshold} in cross-validation over topics")
    if args.out:
        args.out.write_text(written(learn(parts, used), threshold), encoding="utf8")


if __name__ == "__main__":
    main()
