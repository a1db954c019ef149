"""Milliseconds of processor time an article for finding copies, as the number of articles grows.

    python -m benchmarks.speed.copies --data ../shared/data/wire/articles.jsonl.gz [--most 10000] [--json]

The articles of the wire set, and ten thousand made of them: paragraphs left out, put in another order or taken from
another article, words changed, page furniture put around. Each is looked up in the index and compared with what that
finds, then added; the words are found before. A flat column says that the cost of an article does not depend on how
many there are.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from herodotus.compare.copies import Index, overlap
from herodotus.compare.passages import Words, words
from herodotus.data.documents import Document

SEED = 11
CHANGED = 0.02  # of the words of a copy
AROUND = (
    "Sign up for the newsletter of edition {n}.",
    "Read {n} more stories in the app.",
    "Page {n} of the archive",
)


def given(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line)["text"] for line in lines]


def varied(texts: Sequence[str], count: int) -> Iterator[str]:
    """Copies of the texts, each of its own kind; the same on every run."""
    chance = random.Random(SEED)
    for n in range(count):
        paragraphs = chance.choice(texts).split("\n\n")
        kept = [each for each in paragraphs if chance.random() < chance.uniform(0.6, 1.0)] or paragraphs
        if chance.random() < 0.2:
            kept += chance.choice(texts).split("\n\n")[:4]
        if chance.random() < 0.2:
            chance.shuffle(kept)
        around = chance.choice(AROUND).format(n=n)
        yield "\n\n".join([around, *(_changed(each, chance) for each in kept), around])


def _changed(paragraph: str, chance: random.Random) -> str:
    return " ".join("some" if chance.random() < CHANGED else word for word in paragraph.split(" "))


def milliseconds(texts: Sequence[Words]) -> tuple[list[float], int]:
    """For each text, and how many comparisons there were."""
    index: Index[int] = Index()
    spent, compared = [], 0
    for name, text in enumerate(texts):
        began = time.process_time()
        near = index.near(text)
        for other in near:
            overlap(text, texts[other])
        index.add(name, text)
        spent.append(1000 * (time.process_time() - began))
        compared += len(near)
    return spent, compared


def figures(name: str, texts: Sequence[str]) -> dict[str, float | str]:
    began = time.process_time()
    read = [words(Document(str(n), "-", "", text)) for n, text in enumerate(texts)]
    ready = time.process_time() - began
    spent, compared = milliseconds(read)
    tenth = max(1, len(spent) // 10)
    return {
        "articles": len(spent),
        "set": name,
        "words, ms an article": 1000 * ready / len(spent),
        "copies, ms an article": sum(spent) / len(spent),
        "of the first tenth": sum(spent[:tenth]) / tenth,
        "of the last tenth": sum(spent[-tenth:]) / tenth,
        "compared with": compared / len(spent),
        "all, s": ready + sum(spent) / 1000,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.data.exists():
        print(f"skipped: no data at {args.data}", file=sys.stderr)
        return 0
    texts = given(args.data)
    runs = [figures("wire", texts)]
    runs += [figures("varied", list(varied(texts, n))) for n in (args.most // 10, args.most)]
    if args.json:
        print(json.dumps(runs))
        return 0
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"{name:24}" + "".join(f"{v:12.2f}" if isinstance(v, float) else f"{v:>12}" for v in values))
    return 0


if __name__ == "__main__":
    sys.exit(main())
