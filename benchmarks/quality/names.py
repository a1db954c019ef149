"""Names of persons, organisations and places: exact span and type, F1 as conlleval counts.

python -m benchmarks.quality.names --data ../shared/data/ner/uner_ewt/test.conll.gz [--json] [--predictions FILE]
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from herodotus.annotation.bio import runs
from herodotus.data.documents import Span
from herodotus.models.reader import shipped

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
    layers = shipped().read(text, [Span(0, len(text))])
    found = (
        (layers.words[r.first].start, layers.words[r.last - 1].end, layers.labels.names[r.type])
        for r in runs(layers.names, layers.paragraphs)
    )
    return {name for name in found if name[2] in TYPES}


def score(pairs: Iterable[tuple[set[Name], set[Name]]]) -> dict[str, float]:
    """Gold and predicted names -> F1 in percent, in all and by type."""
    both = list(pairs)
    out = {}
    for kind in ("all", *TYPES):
        gold = [{n for n in g if kind in ("all", n[2])} for g, _ in both]
        found = [{n for n in p if kind in ("all", n[2])} for _, p in both]
        right = sum(len(g & p) for g, p in zip(gold, found, strict=True))
        out[kind] = round(200 * right / max(1, sum(map(len, gold)) + sum(map(len, found))), 1)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--predictions", type=Path)
    args = parser.parse_args()
    if not args.data.exists():
        print(f"skipped: no data at {args.data}", file=sys.stderr)
        return 0
    done = [(gold, predicted(text)) for text, gold in groups(args.data)]
    figures = score(done)
    if args.predictions:
        args.predictions.write_text("\n".join(json.dumps(sorted(p)) for _, p in done) + "\n", encoding="utf8")
    if args.json:
        print(json.dumps({"data": hashlib.sha256(args.data.read_bytes()).hexdigest(), **figures}))
    else:
        print("\n".join(f"{name:12}{value:7.1f}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
