"""Who is meant across documents, against the human participants of ECB+.

    python -m benchmarks.quality.actors --data ../shared/data/ecbplus [--split dev] [--json] [--predictions FILE]

The mentions are those of the annotators (types HUMAN_PART_*, validated sentences, those that stand alone too); what is
measured is which of them are put together. A mention belongs to the actor of the entity that holds its head word;
where no entity holds it, it stands alone. Beside ours stands the baseline: the same words, case aside, are the same.

B-cubed over all mentions of the split at once, in three settings that both are given alike. In "subtopic" only
documents about one happening are put together, as if a desk had sorted them into stories; "topic" puts the two
happenings of one kind together, so that the suspect of one may be taken for that of the other; "all" gives nothing:
every document of the split at once, ours with the stories that the product finds by itself. Gold chains are whole in
every setting, so what a grouping cuts counts against both.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import product, running
from benchmarks.quality.chains import Measure, b_cubed
from benchmarks.quality.running import Benchmark, Result
from herodotus import resolution
from herodotus.crossdoc.stories import stories
from herodotus.data.annotations import Annotated, Form, Mention
from herodotus.data.documents import Document, Span
from herodotus.data.statements import Reading

SETTINGS = ("subtopic", "topic", "all")
KIND = "HUMAN_PART"


class Participant(NamedTuple):
    """A mention as annotated: the document, the words and the chain."""

    document: str
    span: Span
    words: str
    chain: str


class Article(NamedTuple):
    """One document of the corpus and where it stands: topic and subtopic."""

    id: str
    text: str
    topic: str
    subtopic: str

    def group(self, setting: str) -> str:
        return {"subtopic": self.subtopic, "topic": self.topic, "all": ""}[setting]


def articles(folder: Path, split: str) -> list[Article]:
    rows = _rows(folder / "documents.jsonl.gz")
    return [
        Article(r["id"], r["text"], str(r["topic"]), str(r["subtopic"])) for r in rows if r["split"] == split
    ]


def participants(folder: Path, split: str) -> list[Participant]:
    """In the order of the file, from validated sentences."""
    rows = _rows(folder / "mentions.jsonl.gz")
    return [
        Participant(r["doc"], Span(r["start"], r["end"]), r["text"], r["cluster"])
        for r in rows
        if r["split"] == split and r["validated"] and r["type"].startswith(KIND)
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def head(annotated: Annotated, span: Span) -> Span | None:
    """The first word in the span whose head lies outside it; None where the span holds no word."""
    tokens = annotated.tokens
    inside = [i for i, token in enumerate(tokens) if token.span.overlaps(span)]
    outer = (i for i in inside if tokens[i].head == i or tokens[i].head not in inside)
    return next((tokens[i].span for i in outer), None)


def owners(annotated: Annotated, spans: Iterable[Span]) -> list[str | None]:
    """The entity of each span: of the mentions with the same head word, else of those that share half of their letters
    with it and of the names around it, the one that shares most."""
    mentions = [(m, head(annotated, m.span), e.id) for e in annotated.participants for m in e.mentions]
    return [_owner(span, head(annotated, span), mentions) for span in spans]


def _owner(span: Span, word: Span | None, mentions: Sequence[tuple[Mention, Span | None, str]]) -> str | None:
    scored = (
        (other == word, shared(span, mention.span), -mention.span.start, entity)
        for mention, other, entity in mentions
        if (word is not None and other == word)
        or shared(span, mention.span) >= HALF
        or (mention.form is Form.NAMED and mention.span.contains(span))
    )
    best = max(scored, default=None)
    return best[-1] if best else None


HALF = 0.5


def shared(a: Span, b: Span) -> float:
    """Letters in common over the letters of both."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(0, common) / (max(a.end, b.end) - min(a.start, b.start))


def grouped(labels: Iterable[Hashable]) -> list[list[tuple[int, int]]]:
    """Chains of mentions, by their number, that have one label."""
    chains: dict[Hashable, list[tuple[int, int]]] = {}
    for number, label in enumerate(labels):
        chains.setdefault(label, []).append((number, number))
    return list(chains.values())


def agreement(gold: Sequence[Participant], labels: Iterable[Hashable]) -> Measure:
    return b_cubed(grouped(p.chain for p in gold), grouped(labels))


def by_words(gold: Sequence[Participant], group: Mapping[str, str]) -> list[Hashable]:
    """The baseline."""
    return [(group[p.document], p.words.lower()) for p in gold]


def by_actor(
    gold: Sequence[Participant], owner: Sequence[str | None], actor: Mapping[tuple[str, str], str]
) -> list[Hashable]:
    """Ours; a mention without an entity has its own label."""
    return [
        number if entity is None else actor[p.document, entity]
        for number, (p, entity) in enumerate(zip(gold, owner, strict=True))
    ]


def reading(article: Article) -> Reading:
    """One document as the product reads it, as far as its entities."""
    annotated = product.annotated(article.text)
    named = replace(annotated, document=Document(article.id, article.id, "", article.text))
    return Reading(resolution.resolve(named), (), ())


def owned(gold: Sequence[Participant], readings: Sequence[Reading]) -> list[str | None]:
    """The entity of each mention."""
    spans: dict[str, list[int]] = {}
    for number, participant in enumerate(gold):
        spans.setdefault(participant.document, []).append(number)
    out: list[str | None] = [None] * len(gold)
    for each in readings:
        numbers = spans.get(each.annotated.document.id, [])
        for number, entity in zip(
            numbers, owners(each.annotated, (gold[n].span for n in numbers)), strict=True
        ):
            out[number] = entity
    return out


def actors(readings: Sequence[Reading], group: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The label of the actor of every entity, group by group; without groups by the product's own stories."""
    parts: dict[str, list[Reading]] = {}
    for each in readings:
        parts.setdefault(group[each.annotated.document.id], []).append(each)
    found = {}
    for label, part in parts.items():
        ids = [each.annotated.document.id for each in part]
        told = [ids] if label else [[r.annotated.document.id for r in g] for g in stories(part)]
        indexed = resolution.index(resolution.actors(part, told))
        found |= {pair: f"{label} {actor}" for pair, actor in indexed.items()}
    return found


def measure(paths: Sequence[Path], split: str) -> Result:
    (folder,) = paths
    documents, gold = articles(folder, split), participants(folder, split)
    return compared(documents, gold, [reading(article) for article in documents])


def compared(
    documents: Sequence[Article], gold: Sequence[Participant], readings: Sequence[Reading]
) -> Result:
    """All figures in percent, ours and the baseline's beside them."""
    owner = owned(gold, readings)
    figures: dict[str, float | None] = {}
    words: dict[str, float] = {}
    for setting in SETTINGS:
        group = {article.id: article.group(setting) for article in documents}
        ours = agreement(gold, by_actor(gold, owner, actors(readings, group)))
        base = agreement(gold, by_words(gold, group))
        for name, part in PARTS.items():
            figures[f"{setting} {name}"], words[f"{setting} {name}"] = 100 * part(ours), 100 * part(base)
        figures[f"{setting} gain"] = 100 * (ours.f1 - base.f1)
    figures["in an entity"] = 100 * sum(e is not None for e in owner) / max(1, len(owner))
    counts = {
        "documents": len(documents),
        "mentions": len(gold),
        "chains": len({p.chain for p in gold}),
    }
    rows = [{**p._asdict(), "entity": e} for p, e in zip(gold, owner, strict=True)]
    return Result(figures, counts, beside={"words": words}, predictions=rows)


PARTS: dict[str, Callable[[Measure], float]] = {
    "precision": lambda m: m.precision,
    "recall": lambda m: m.recall,
    "F1": lambda m: m.f1,
}

BENCHMARK = Benchmark(
    "actors",
    __doc__ or "",
    measure,
    options={"--split": {"choices": ("train", "dev"), "default": "dev", "help": "part of the corpus"}},
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
