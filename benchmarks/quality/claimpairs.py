"""Whether two claims are about one matter, and what one does to the other, against ClaimDiff and NAnCo.

    python -m benchmarks.quality.claimpairs --data ../shared/data/claimpairs/claimdiff.jsonl.gz [--json]
        [--predictions FILE]
    python -m benchmarks.quality.claimpairs --data ../shared/data/claimpairs/nanco.jsonl.gz

ClaimDiff (Ko et al. 2023): pairs of sentences of two articles on one event; related are those that one strengthens or
weakens, or that the annotators left open; the others are unrelated. `related` is F1 of the related pairs with the
threshold that ships, `related halved` with the one that is best on the other half of the topics. `bearing` is the
share of the strengthening and weakening pairs that are told apart where a pair is taken to weaken if the product sees
two contraries in it, `bearing balanced` the mean over the two; always saying strengthens gets `bearing majority`.

NAnCo (Laban et al. 2022): answers to one question, grouped by meaning; every pair of answers to a question counts.
`same balanced` is their score: the mean over questions Q4, Q7, Q8 and Q9 of balanced accuracy, with the mean of the
thresholds that are best on Q2, Q3, Q5 and Q6; `same F1` is F1 of the pairs of one group, with a
threshold chosen in the same way by F1. The best model they report, RoBERTa-large trained for this, has 81.3.

Beside the product's likeness stand meaning alone (cosine) and words alone (weighted Dice), under the same rules.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result, Skip
from herodotus.compare import likeness
from herodotus.compare.comparison import Relation
from herodotus.compare.likeness import NOWHERE, Matter
from herodotus.compare.sayings import Saying, meaning, saying
from herodotus.compare.turning import opposed
from herodotus.data.documents import Span

CHOOSING = frozenset({"Q2", "Q3", "Q5", "Q6"})
"""The questions on which the paper's notebook chooses thresholds; it measures on the others."""
STEPS = 100

Scorer = Callable[[Saying, Saying, Matter], float]
SCORERS: dict[str, Scorer] = {
    "": lambda a, b, matter: likeness.compare(a, b, matter).score,
    "meaning": lambda a, b, _: likeness.meaning(a, b, NOWHERE).value,
    "words": lambda a, b, matter: likeness.shared_words(a, b, matter).value,
}


class Scored(NamedTuple):
    """A pair with what it is, and the score of each scorer."""

    group: str
    gold: bool
    scores: dict[str, float]


def read(text: str) -> Saying:
    annotated = product.annotated(text)
    spans = [Span(0, len(text))]
    return saying(annotated, spans, meaning(annotated, spans))


def scored(group: str, gold: bool, a: Saying, b: Saying, matter: Matter) -> Scored:
    return Scored(group, gold, {name: scorer(a, b, matter) for name, scorer in SCORERS.items()})


def f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """Of the pairs that are so; 0 where there is none at all."""
    right = sum(g and f for g, f in zip(gold, found, strict=True))
    return 2 * right / max(1, sum(gold) + sum(found))


def balanced(gold: Sequence[bool], found: Sequence[bool]) -> float:
    """The mean of the shares of both kinds that are right."""
    shares = []
    for kind in (True, False):
        of_kind = [f == g for g, f in zip(gold, found, strict=True) if g is kind]
        shares.append(sum(of_kind) / max(1, len(of_kind)))
    return sum(shares) / 2


Measure = Callable[[Sequence[bool], Sequence[bool]], float]


def threshold(pairs: Sequence[Scored], name: str, measure: Measure) -> float:
    """The lowest of a hundred steps from 0 to 1 at which the measure is best."""
    steps = [step / STEPS for step in range(STEPS)]
    return max(steps, key=lambda t: (measure_at(pairs, name, t, measure), -t))


def measure_at(pairs: Sequence[Scored], name: str, least: float, measure: Measure) -> float:
    return measure([p.gold for p in pairs], [p.scores[name] >= least for p in pairs])


def halved(pairs: Sequence[Scored], name: str) -> float:
    """F1 of all pairs, each found by the threshold that is best on the topics of the other half (every second one by
    name)."""
    topics = sorted({p.group for p in pairs})
    halves = [[p for p in pairs if topics.index(p.group) % 2 == half] for half in (0, 1)]
    gold, found = [], []
    for mine, other in (halves, halves[::-1]):
        least = threshold(other, name, f1)
        gold += [p.gold for p in mine]
        found += [p.scores[name] >= least for p in mine]
    return f1(gold, found)


def answered(pairs: Sequence[Scored], name: str, measure: Measure) -> float:
    """The measure over the questions that are not for choosing, by the paper's protocol."""
    by_question: dict[str, list[Scored]] = {}
    for pair in pairs:
        by_question.setdefault(pair.group, []).append(pair)
    chosen = [threshold(of, name, measure) for q, of in by_question.items() if q in CHOOSING]
    least = sum(chosen) / max(1, len(chosen))
    rest = [measure_at(of, name, least, measure) for q, of in by_question.items() if q not in CHOOSING]
    return sum(rest) / max(1, len(rest))


def claimdiff(rows: Sequence[dict[str, Any]]) -> Result:
    said = {text: read(text) for row in rows for text in (row["claim_a"], row["claim_b"])}
    matters = {topic: Matter.of(said[t] for t in sorted(texts)) for topic, texts in _texts(rows).items()}
    pairs, shipped, labels, contrary = [], [], [], []
    for row in rows:
        a, b = said[row["claim_a"]], said[row["claim_b"]]
        matter = matters[row["topic"]]
        pairs.append(scored(row["topic"], row["relation"] != "unrelated", a, b, matter))
        shipped.append(likeness.compare(a, b, matter).relation is Relation.SAME)
        if row["relation"] in ("strengthen", "weaken"):
            labels.append(row["relation"] == "weaken")
            contrary.append(bool(opposed(a, b)))
    figures = {
        "related": 100 * f1([p.gold for p in pairs], shipped),
        "related halved": 100 * halved(pairs, ""),
        "bearing": 100 * sum(g == f for g, f in zip(labels, contrary, strict=True)) / max(1, len(labels)),
        "bearing balanced": 100 * balanced(labels, contrary),
        "bearing majority": 100 * max(sum(labels), len(labels) - sum(labels)) / max(1, len(labels)),
    }
    beside = {name: {"related halved": 100 * halved(pairs, name)} for name in SCORERS if name}
    counts = {"pairs": len(pairs), "related": sum(p.gold for p in pairs), "weakened": sum(labels)}
    return Result(figures, counts, beside, predictions=[p._asdict() for p in pairs])


def _texts(rows: Sequence[dict[str, Any]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["topic"], set()).update((row["claim_a"], row["claim_b"]))
    return found


def nanco(rows: Sequence[dict[str, Any]]) -> Result:
    pairs = []
    for row in rows:
        answers = [(answer["group"], read(answer["answer"])) for answer in row["answers"]]
        matter = Matter.of(said for _, said in answers)
        pairs += [scored(row["id"], g == h, a, b, matter) for (g, a), (h, b) in combinations(answers, 2)]
    table = {
        name: {
            "same balanced": 100 * answered(pairs, name, balanced),
            "same F1": 100 * answered(pairs, name, f1),
        }
        for name in SCORERS
    }
    counts = {"questions": len(rows), "pairs": len(pairs), "same": sum(p.gold for p in pairs)}
    beside = {name: figures for name, figures in table.items() if name}
    return Result(table[""], counts, beside, predictions=[p._asdict() for p in pairs])


def measure(paths: Sequence[Path]) -> Result:
    rows = [row for path in paths for row in _rows(path)]
    if rows and "claim_a" in rows[0]:
        return claimdiff(rows)
    if rows and "answers" in rows[0]:
        return nanco(rows)
    raise Skip("neither pairs of ClaimDiff nor answers of NAnCo")


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


BENCHMARK = Benchmark("claimpairs", __doc__ or "", measure, file="claimdiff.jsonl.gz")

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
