"""Which words of many documents tell of one event, against the event chains of ECB+ or the Gun Violence Corpus.

    python -m benchmarks.quality.sameness --data ../shared/data/ecbplus [--split dev] [--json] [--predictions FILE]
    python -m benchmarks.quality.sameness --data ../shared/data/gvc

The event mentions are those of the annotators (of ECB+ those of validated sentences), singletons included; what is
measured is which of them are put together. CoNLL F1 is the mean of MUC, B-cubed and CEAF-e F1, all mentions of the set
at once. Chains are whole in every setting, so what a grouping of documents cuts counts as missed.

Settings: "topic" gives the topics of ECB+, each of two happenings of one kind, as most papers do, and finds the stories
in each with the product; "all" gives nothing, the stories are again the product's own; in "sorted" people have put the
documents into happenings (subtopics of ECB+, incidents of GVC). Beside stand the usual baseline, the same head lemma
in the groups that are given is the same event ("lemma", as the product reads it), and the same with words of one
family, "dead" and "died", in these groups ("family") and in the stories that ours is asked in ("family*").

GVC has bins that are no events: all generic mentions of the corpus, and what else each incident is told to have seen.
Published figures count them as chains ("CoNLL"); "alone" has each of their mentions by itself, "left out" none.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality import product, running
from benchmarks.quality.actors import grouped, head
from benchmarks.quality.chains import Measure, b_cubed, ceaf, muc
from benchmarks.quality.running import Benchmark, Result
from herodotus import resolution
from herodotus.crossdoc.occurrences import Occurrence, occurrences
from herodotus.crossdoc.resemblance import Story
from herodotus.crossdoc.sameness import happenings
from herodotus.crossdoc.stories import stories
from herodotus.data.documents import Document, Span
from herodotus.data.statements import Reading


class Article(NamedTuple):
    """A document and the groups that people put it into."""

    id: str
    text: str
    published: str | None
    topic: str
    story: str


class Telling(NamedTuple):
    """An event mention as annotated: the document, the words and the chain; `lumped` where the chain is a bin."""

    document: str
    span: Span
    words: str
    chain: str
    lumped: bool = False


class Corpus(NamedTuple):
    """Articles with the mentions of those of one split."""

    articles: list[Article]
    tellings: list[Telling]


def corpus(folder: Path, split: str) -> Corpus:
    """ECB+ where the folder has a file of mentions, else GVC."""
    rows = [row for row in _rows(folder / "documents.jsonl.gz") if row["split"] == split]
    mentions = folder / "mentions.jsonl.gz"
    return _ecb(rows, _rows(mentions), split) if mentions.exists() else _gvc(rows)


def _ecb(documents: Sequence[dict[str, Any]], mentions: Iterable[dict[str, Any]], split: str) -> Corpus:
    return Corpus(
        [Article(r["id"], r["text"], None, str(r["topic"]), str(r["subtopic"])) for r in documents],
        [
            Telling(r["doc"], Span(r["start"], r["end"]), r["text"], r["cluster"])
            for r in mentions
            if r["split"] == split and r["validated"] and r["kind"] == "event"
        ],
    )


def _gvc(documents: Sequence[dict[str, Any]]) -> Corpus:
    return Corpus(
        [Article(r["doc"], r["text"], r["date"], "", r["incident"]) for r in documents],
        [
            Telling(r["doc"], Span(m["start"], m["end"]), m["text"], m["cluster"], m["lumped"])
            for r in documents
            for m in r["mentions"]
        ],
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from map(json.loads, lines)


def reading(article: Article) -> Reading:
    """One document as the product reads it, as far as its entities, with the vectors of its words."""
    annotated = product.annotated(article.text, article.published)
    document = Document(article.id, article.id, "", article.text, published=article.published)
    return Reading(resolution.resolve(replace(annotated, document=document)), (), ())


def found_in(readings: Iterable[Reading], tellings: Sequence[Telling]) -> list[Occurrence | None]:
    """What the product makes of each mention; None where it sees no word there."""
    spans: dict[str, list[int]] = {}
    for number, telling in enumerate(tellings):
        spans.setdefault(telling.document, []).append(number)
    out: list[Occurrence | None] = [None] * len(tellings)
    for each in readings:
        numbers = spans.get(each.annotated.document.id, [])
        made = occurrences(each.annotated, [tellings[n].span for n in numbers])
        for number, occurrence in zip(numbers, made, strict=True):
            out[number] = occurrence
    return out


Groups = Sequence[Sequence[Reading]]


def numbers_in(group: Sequence[Reading], found: Sequence[Occurrence | None]) -> list[int]:
    """The occurrences that stand in some documents."""
    ids = {each.annotated.document.id for each in group}
    return [n for n, o in enumerate(found) if o is not None and o.document in ids]


def ours(told: Groups, found: Sequence[Occurrence | None]) -> list[Hashable]:
    """The label of the event of each mention, story by story; where no word was seen a label of its own."""
    labels: list[Hashable] = [("alone", n) for n in range(len(found))]
    for group in told:
        numbers = numbers_in(group, found)
        inside = [o for n in numbers if (o := found[n]) is not None]
        for event in happenings(inside, Story.of(len(group), inside)):
            for i in event:
                labels[numbers[i]] = ("event", numbers[event[0]])
    return labels


def within(told: Groups, tellings: Sequence[Telling], words: Sequence[Hashable]) -> list[Hashable]:
    """The baseline: the same word in documents of one group is the same event."""
    place = {each.annotated.document.id: n for n, group in enumerate(told) for each in group}
    return [(place[t.document], word) for t, word in zip(tellings, words, strict=True)]


def lemmas(readings: Iterable[Reading], tellings: Sequence[Telling]) -> list[str]:
    """The lemma of the head of each mention, as the product reads it; the words where it sees none."""
    by_id = {each.annotated.document.id: each.annotated for each in readings}
    out = []
    for telling in tellings:
        annotated = by_id[telling.document]
        word = head(annotated, telling.span)
        token = next((t for t in annotated.tokens if t.span == word), None)
        out.append((token.lemma if token else telling.words).lower())
    return out


class Scores(NamedTuple):
    """MUC, B-cubed and CEAF-e of one labelling."""

    muc: Measure
    b_cubed: Measure
    ceaf: Measure

    @property
    def conll(self) -> float:
        """In percent."""
        return 100 * sum(measure.f1 for measure in self) / 3


def scores(gold: Iterable[Hashable], labels: Iterable[Hashable]) -> Scores:
    """Mentions with one label are a chain; both sides in one order."""
    wanted, got = grouped(gold), grouped(labels)
    return Scores(muc(wanted, got), b_cubed(wanted, got), ceaf(wanted, got))


def measure(paths: Sequence[Path], split: str) -> Result:
    (folder,) = paths
    given = corpus(folder, split)
    return compared(given, [reading(article) for article in given.articles])


def compared(given: Corpus, readings: Sequence[Reading]) -> Result:
    """All figures in percent, ours and the baselines beside them."""
    articles, tellings = given
    found = found_in(readings, tellings)
    words = {
        "lemma": lemmas(readings, tellings),
        "family": [o.family if o else n for n, o in enumerate(found)],
    }
    figures: dict[str, float | None] = {}
    beside: dict[str, dict[str, float]] = {"lemma": {}, "family": {}, "family*": {}}
    rows: list[dict[str, object]] = [telling._asdict() for telling in tellings]
    for setting, (given_groups, told) in _settings(articles, readings).items():
        labels = ours(told, found)
        figures |= _figures(setting, tellings, labels)
        for name, keys in words.items():
            beside[name] |= _figures(setting, tellings, within(given_groups, tellings, keys))
        beside["family*"] |= _figures(setting, tellings, within(told, tellings, words["family"]))
        for row, label in zip(rows, labels, strict=True):
            row[setting] = str(label)
    counts = {
        "documents": len(articles),
        "mentions": len(tellings),
        "chains": len({t.chain for t in tellings}),
    }
    return Result(figures, counts, beside=beside, predictions=rows)


def _settings(articles: Sequence[Article], readings: Sequence[Reading]) -> dict[str, tuple[Groups, Groups]]:
    """For each setting the groups of documents that it gives, and the stories in them."""
    topics, sorted_ = (
        _parts(readings, {a.id: getattr(a, by) for a in articles}) for by in ("topic", "story")
    )
    settings: dict[str, tuple[Groups, Groups]] = {
        "topic": (topics, [group for part in topics for group in stories(part)]),
        "sorted": (sorted_, sorted_),
        "all": ([readings], stories(readings)),
    }
    return settings if len(topics) > 1 else {name: settings[name] for name in ("sorted", "all")}


def _parts(readings: Sequence[Reading], group: dict[str, str]) -> list[list[Reading]]:
    parts: dict[str, list[Reading]] = {}
    for each in readings:
        parts.setdefault(group[each.annotated.document.id], []).append(each)
    return list(parts.values())


def _figures(setting: str, tellings: Sequence[Telling], labels: Sequence[Hashable]) -> dict[str, float]:
    whole = scores((t.chain for t in tellings), labels)
    out = {f"{setting} CoNLL": whole.conll}
    for name, part in zip(("MUC", "B-cubed", "CEAF-e"), whole, strict=True):
        out[f"{setting} {name}"] = 100 * part.f1
    if any(t.lumped for t in tellings):
        alone = [("alone", n) if t.lumped else t.chain for n, t in enumerate(tellings)]
        out[f"{setting} CoNLL, bins alone"] = scores(alone, labels).conll
        kept = [(t.chain, label) for t, label in zip(tellings, labels, strict=True) if not t.lumped]
        out[f"{setting} CoNLL, bins left out"] = scores(*zip(*kept, strict=True)).conll
    return out


BENCHMARK = Benchmark(
    "sameness",
    __doc__ or "",
    measure,
    options={"--split": {"choices": ("train", "dev"), "default": "dev", "help": "part of the corpus"}},
)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
