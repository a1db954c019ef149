"""Names of persons, organisations and places: exact span and type, F1 as conlleval counts.

python -m benchmarks.quality.names --data ../shared/data/ner/uner_ewt/test.conll.gz [--json] [--predictions FILE]
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result
from benchmarks.quality.tallies import Tally
from herodotus.annotation.bio import runs

TYPES = ("PER", "ORG", "LOC")
GROUP = 12  # sentences read together, for the files have no documents
Name = tuple[int, int, str]


def groups(path: Path) -> Iterator[tuple[str, set[Name]]]:
    """Text of a few sentences, a line each, and the names in it."""
    sentences: list[list[list[str]]] = [[]]
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if "\t" in line:
                sentences[-1].append(line.rstrip("\n").split("\t"))
            elif not line.strip() and sentences[-1]:
                sentences.append([])
    sentences = [s for s in sentences if s]
    for i in range(0, len(sentences), GROUP):
        yield _joined(sentences[i : i + GROUP])


def _joined(sentences: Iterable[list[list[str]]]) -> tuple[str, set[Name]]:
    text, names = "", []
    for sentence in sentences:
        text = text.rstrip(" ") + "\n" * bool(text)
        for token, label in sentence:
            glued = token[0] in ".,;:!?)%" or token.startswith(("'", "’", "n't"))
            text = text.rstrip(" ") if glued and not text.endswith("\n") else text
            if label[0] == "B":
                names.append((len(text), len(text) + len(token), label[2:]))
            elif label[0] == "I":
                names[-1] = (names[-1][0], len(text) + len(token), names[-1][2])
            text += token + " "
    return text, {n for n in names if n[2] in TYPES}


def predicted(text: str) -> set[Name]:
    layers = product.layers(text)
    found = (
        (layers.words[r.first].start, layers.words[r.last - 1].end, layers.labels.names[r.type])
        for r in runs(layers.names, layers.paragraphs)
    )
    return {name for name in found if name[2] in TYPES}


def score(pairs: Iterable[tuple[set[Name], set[Name]]]) -> dict[str, float]:
    """Gold and predicted names -> F1 in percent, in all and by type."""
    tallies = {kind: Tally() for kind in ("all", *TYPES)}
    for gold, found in pairs:
        for kind, tally in tallies.items():
            tally.add({n for n in gold if kind in ("all", n[2])}, {n for n in found if kind in ("all", n[2])})
    return {kind: tally.f1() for kind, tally in tallies.items()}


def measure(paths: Sequence[Path]) -> Result:
    done = [(gold, predicted(text)) for path in paths for text, gold in groups(path)]
    return Result(
        score(done), {"names": sum(len(g) for g, _ in done)}, predictions=[sorted(p) for _, p in done]
    )


BENCHMARK = Benchmark("names", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
