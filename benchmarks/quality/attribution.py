"""Attribution against PolNeAR: sources, cues, contents, and the links between them.

    python -m benchmarks.quality.attribution --data ../shared/data/polnear/dev.jsonl.gz [--json] [--predictions FILE]

Exact: a source, cue or content fragment counts when both its ends are those of the reference annotator, each distinct
span once a document. Linked: an attribution counts when all fragments of all three are exact. Found: an annotated
content shares a character with a predicted one; its source is right when a source of such a prediction shares a
character with the annotated source (or neither names any). "Human" is the agreement between PolNeAR's annotators
(Newell, Margolin and Ruths, LREC 2018) on the same counts.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result
from benchmarks.quality.tallies import Tally
from herodotus.annotation.attributions import attributions

ROLES = ("source", "cue", "content")
MANNERS = ("direct", "indirect", "mixed")
HUMAN = {"source": 77.7, "cue": 70.5, "content": 65.9, "linked": 56.3, "found": 87.7, "source right": 90.3}
QUOTATION = re.compile(r'"[^"\n]*"|“[^”\n]*(?:”|$)', re.MULTILINE)

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as spans."""

    source: Spans
    cue: Spans
    content: Spans
    manner: str = "indirect"


def spans(pairs: Iterable[Iterable[int]]) -> Spans:
    return tuple(sorted((a, b) for a, b in pairs))


def gold(path: Path) -> Iterator[tuple[str, str, list[Told]]]:
    """id, text, and what the first annotator marked."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            article = json.loads(line)
            told = [
                _told(article["text"], *(spans(one[role]) for role in ROLES))
                for one in article["annotations"][0]["attributions"]
            ]
            yield article["id"], article["text"], told


def predicted(text: str) -> list[Told]:
    layers = product.layers(text)
    return [_told(text, spans(a.source), spans(a.cue), spans(a.content)) for a in attributions(layers, text)]


def _told(text: str, source: Spans, cue: Spans, content: Spans) -> Told:
    return Told(source, cue, content, manner(text, content))


def manner(text: str, content: Spans) -> str:
    """By the share of letters in double quotation marks: 90% and more direct, none indirect, else mixed."""
    quotes = [m.span() for m in QUOTATION.finditer(text)]
    letters = [i for a, b in content for i in range(a, b) if text[i].isalpha()]
    quoted = sum(any(a <= i < b for a, b in quotes) for i in letters)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * len(letters) else "mixed"


def overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def source_right(wanted: Told, candidates: Iterable[Told]) -> bool:
    return any(overlap(wanted.source, c.source) or not (wanted.source or c.source) for c in candidates)


def score(documents: Iterable[tuple[list[Told], list[Told]]]) -> dict[str, float]:
    """Pairs of gold and predicted attributions, a document each -> figures in percent."""
    tallies = {
        name: Tally()
        for name in (*ROLES, "linked", *(f"{role} {m}" for role in ("content", "linked") for m in MANNERS))
    }
    contents = found = right = 0
    back = said = 0
    for wanted, got in documents:
        for role in ROLES:
            tallies[role].add(
                {s for t in wanted for s in getattr(t, role)}, {s for t in got for s in getattr(t, role)}
            )
        tallies["linked"].add(_triples(wanted), _triples(got))
        for name in MANNERS:
            mine, theirs = [t for t in wanted if t.manner == name], [t for t in got if t.manner == name]
            tallies[f"content {name}"].add(
                {s for t in mine for s in t.content}, {s for t in theirs for s in t.content}
            )
            tallies[f"linked {name}"].add(_triples(mine), _triples(theirs))
        for t in wanted:
            over = [g for g in got if overlap(t.content, g.content)]
            contents, found, right = (
                contents + bool(t.content),
                found + bool(over),
                right + (bool(over) and source_right(t, over)),
            )
        said += sum(bool(g.content) for g in got)
        back += sum(any(overlap(g.content, t.content) for t in wanted) for g in got)
    figures = {name: tally.f1() for name, tally in tallies.items()}
    figures |= {
        "found": 100 * found / max(1, contents),
        "source right": 100 * right / max(1, found),
        "predicted that overlap": 100 * back / max(1, said),
    }
    return {name: round(value, 1) for name, value in figures.items()}


def _triples(told: Iterable[Told]) -> set[object]:
    return {(t.source, t.cue, t.content) for t in told}


def measure(paths: Sequence[Path]) -> Result:
    articles = [(name, wanted, predicted(text)) for path in paths for name, text, wanted in gold(path)]
    rows = [{"id": name, "attributions": [_row(t) for t in got]} for name, _, got in articles]
    figures = score((wanted, got) for _, wanted, got in articles)
    return Result(figures, {"articles": len(articles)}, {"human": HUMAN}, predictions=rows)


def _row(told: Told) -> dict[str, Spans]:
    return {"source": told.source, "cue": told.cue, "content": told.content}


BENCHMARK = Benchmark("attribution", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
