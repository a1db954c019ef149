"""Weapons and military platforms against re3d: exact span and type, F1.

    python -m benchmarks.quality.conflict --data ../shared/data/re3d/re3d.jsonl.gz [--json] [--predictions FILE]

Only the tenth of the documents that training leaves out (`training.splits.held_tenth`). Gold are the entities with a
confidence above 0; a prediction with span and type of an unconfirmed one only counts neither way, as the data's
README advises. The headline takes Weapon and MilitaryPlatform together (micro); every type stands below. Weapons,
platforms and vehicles are the product's mentions, in which the model's labels and the table of materiel are joined
(`annotation.armaments`); the other types, and the column "labels", are the model's labels alone. Held out are 14
weapons and platforms only: one more or less is five points or so.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality import product, running
from benchmarks.quality.running import Benchmark, Result
from benchmarks.quality.tallies import Tally
from herodotus.annotation import sentences
from herodotus.annotation.bio import runs
from herodotus.data.annotations import Kind
from herodotus.models.reader import Layers
from training.splits import held_tenth

MATERIEL = {Kind.WEAPON: "Weapon", Kind.PLATFORM: "MilitaryPlatform", Kind.VEHICLE: "Vehicle"}
HEADLINE = ("Weapon", "MilitaryPlatform")
Entity = tuple[int, int, str]


class Article(NamedTuple):
    id: str
    text: str
    confirmed: set[Entity]
    unconfirmed: set[Entity]


def articles(path: Path) -> Iterator[Article]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if held_tenth(number):
                row = json.loads(line)
                kinds: tuple[set[Entity], set[Entity]] = (set(), set())
                for e in row["entities"]:
                    kinds[e["confidence"] > 0].add((e["start"], e["end"], e["type"]))
                yield Article(row["id"], row["text"], kinds[True], kinds[False])


def labelled(layers: Layers) -> set[Entity]:
    return {
        (layers.words[r.first].start, layers.words[r.last - 1].end, layers.labels.conflict[r.type])
        for r in runs(layers.conflict, sentences.starts(layers))
    }


def predicted(text: str, layers: Layers) -> set[Entity]:
    """The labels, but materiel as the product mentions it."""
    mentions = product.annotated(text).mentions
    told = {(*m.span, MATERIEL[m.kind]) for m in mentions if m.kind in MATERIEL}
    return told | {e for e in labelled(layers) if e[2] not in MATERIEL.values()}


def score(pairs: Iterable[tuple[Article, set[Entity]]]) -> dict[str, float | None]:
    """F1 in percent of the headline types together and of each type; None where a type is neither annotated nor
    predicted."""
    tallies: dict[str, Tally] = {}
    both = Tally()
    for article, found in pairs:
        known = found - (article.unconfirmed - article.confirmed)
        for kind in {e[2] for e in article.confirmed | known}:
            gold, got = ({e for e in some if e[2] == kind} for some in (article.confirmed, known))
            tallies.setdefault(kind, Tally()).add(gold, got)
            if kind in HEADLINE:
                both.add(gold, got)
    figures: dict[str, float | None] = {"Weapon + MilitaryPlatform": both.f1()}
    for kind in (*HEADLINE, *sorted(set(tallies) - set(HEADLINE))):
        figures[kind] = tallies[kind].f1() if kind in tallies else None
    return figures


def measure(paths: Sequence[Path]) -> Result:
    read = [(a, product.layers(a.text)) for path in paths for a in articles(path)]
    done = [(article, predicted(article.text, layers)) for article, layers in read]
    labels = score((article, labelled(layers)) for article, layers in read)
    gold = [e for article, _ in done for e in article.confirmed]
    counts = {"articles": len(done), "entities": len(gold)}
    counts |= {kind: sum(e[2] == kind for e in gold) for kind in HEADLINE}
    rows = [{"id": article.id, "entities": sorted(found)} for article, found in done]
    beside = {"labels": {name: figure for name, figure in labels.items() if figure is not None}}
    return Result(score(done), counts, beside=beside, predictions=rows)


BENCHMARK = Benchmark("conflict", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
