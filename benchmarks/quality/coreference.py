"""Coreference against GUM: mentions, and the chains they stand in, from raw text.

    python -m benchmarks.quality.coreference --data ../shared/data/gum/test.conllu.gz [--json] [--predictions FILE]

Chains are the groups of GUM's entity brackets, mentions all their spans; a mention of the product is right when it has
the same characters, white space aside. MUC, B-cubed and CEAF-phi4, and their mean, the CoNLL figure, as in
chains.py. The first columns, and the figures by genre, leave out mentions that stand alone, in gold and product each
by its own chains (the convention of OntoGUM); the figures "with singletons" keep them. Everything that GUM
annotates counts, also what OntoGUM takes out (appositions, predicates, mentions before their antecedent).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality import conllu, gum, product, running
from benchmarks.quality.chains import Agreement, Chains, distinct, without_singletons
from benchmarks.quality.running import Benchmark, Result
from herodotus.data.annotations import Annotated

KEPT = " with singletons"
MEASURES = {"mentions": "mentions", "MUC": "muc", "B-cubed": "b_cubed", "CEAF-phi4": "ceaf"}
PARTS = ("precision", "recall", "f1")


class Read(NamedTuple):
    """One document: its genre, the chains annotated and the chains found."""

    genre: str
    gold: Chains
    found: Chains


def found(annotated: Annotated) -> list[list[tuple[int, int]]]:
    """The product's chains as characters, single mentions too."""
    text = annotated.document.text
    spans = [trimmed(text, *markable.span) for markable in product.part(annotated, "markables")]
    return [[spans[i] for i in chain] for chain in product.part(annotated, "chains")]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space at its ends."""
    words = text[start:end].strip()
    start += text[start:end].find(words)
    return start, start + len(words)


def agreement(read: Iterable[Read], *, singletons: bool) -> Agreement:
    total = Agreement()
    for document in read:
        both = distinct(document.gold), distinct(document.found)
        total.add(*(both if singletons else map(without_singletons, both)))
    return total


def score(read: Sequence[Read]) -> dict[str, float]:
    """All figures in percent: without singletons, with them, and the CoNLL figure by genre."""
    figures = _figures(agreement(read, singletons=False), "") | _figures(
        agreement(read, singletons=True), KEPT
    )
    for genre in sorted({document.genre for document in read}):
        some = [document for document in read if document.genre == genre]
        for ending, singletons in (("", False), (KEPT, True)):
            figures[f"CoNLL {genre}{ending}"] = 100 * agreement(some, singletons=singletons).conll
    return {name: round(figure, 1) for name, figure in figures.items()}


def _figures(total: Agreement, ending: str) -> dict[str, float]:
    figures = {f"CoNLL{ending}": 100 * total.conll}
    for name, field in MEASURES.items():
        measure = getattr(total, field)
        figures |= {f"{name} {part}{ending}": 100 * getattr(measure, part) for part in PARTS}
    return figures


def table(figures: Mapping[str, float]) -> str:
    heads = "".join(f"{part:>10}" for part in PARTS)
    lines = [f"{'':14}{heads}   {KEPT.strip()}:{heads}"]
    for name in MEASURES:
        cells = ["".join(f"{figures[f'{name} {part}{end}']:10.1f}" for part in PARTS) for end in ("", KEPT)]
        lines.append(f"{name:14}{cells[0]}{'':19}{cells[1]}")
    for name in figures:
        if name.startswith("CoNLL") and not name.endswith(KEPT):
            lines.append(f"{name:34}{figures[name]:10.1f}{'':39}{figures[name + KEPT]:10.1f}")
    return "\n".join(lines)


def measure(paths: Sequence[Path]) -> Result:
    read = []
    for document in (document for path in paths for document in conllu.documents(path)):
        chains = found(product.annotated(document.text))
        read.append(Read(document.meta.get("genre", "other"), gum.chains(document), chains))
    figures = score(read)
    counts = {"documents": len(read), "chains": sum(len(r.gold) for r in read)}
    return Result(figures, counts, table=table(figures), predictions=[r.found for r in read])


BENCHMARK = Benchmark("coreference", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
