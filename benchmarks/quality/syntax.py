"""Words, sentences, parts of speech and dependencies from raw text, scored as in the CoNLL 2018 shared task.

    python -m benchmarks.quality.syntax --data ../shared/data/gum/test.conllu.gz [--json] [--predictions FILE]

A word is found when both its ends are right; LAS counts a word whose head is the right word and whose universal
relation (the part before the colon) is right. F1 against gold words and predicted words, multiword tokens by parts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality import conllu, product, running
from benchmarks.quality.running import Benchmark, Result
from herodotus.annotation import sentences, syntax


class Word(NamedTuple):
    """`head` is the span of the head, None for the root; `relation` without its subtype."""

    span: tuple[int, int]
    tag: str
    head: tuple[int, int] | None
    relation: str


def documents(path: Path) -> Iterator[tuple[str, list[list[Word]]]]:
    """Text and sentences of each document."""
    for document in conllu.documents(path):
        yield document.text, [_words(sentence) for sentence in document.sentences]


def _words(sentence: conllu.Sentence) -> list[Word]:
    return [
        Word(span, cells[3], sentence.spans.get(int(cells[6])), cells[7].split(":")[0])
        for cells, span in sentence.words()
    ]


def parsed(text: str) -> tuple[list[Word], set[tuple[int, int]]]:
    """Words, and sentences as spans."""
    layers = product.layers(text)
    starts = sentences.starts(layers)
    tokens = syntax.tokens(layers, starts, text)
    words = [
        Word(
            (t.span.start, t.span.end),
            t.tag,
            None if t.head == i else (tokens[t.head].span.start, tokens[t.head].span.end),
            t.relation.split(":")[0],
        )
        for i, t in enumerate(tokens)
    ]
    ends = [*starts[1:], len(tokens)]
    return words, {(tokens[a].span.start, tokens[b - 1].span.end) for a, b in zip(starts, ends, strict=True)}


def score(pairs: Iterable[tuple[list[list[Word]], list[Word], set[tuple[int, int]]]]) -> dict[str, float]:
    """Gold sentences, predicted words, predicted sentences -> F1 figures in percent."""
    gold_words = system_words = gold_sentences = system_sentences = 0
    right = dict.fromkeys(("words", "sentences", "tags", "UAS", "LAS"), 0)
    for gold, words, spans in pairs:
        known = {w.span: w for w in words}
        right["sentences"] += sum((s[0].span[0], s[-1].span[1]) in spans for s in gold)
        for word in (w for s in gold for w in s):
            found = known.get(word.span)
            if found is None:
                continue
            attached = found.head == word.head
            right["words"] += 1
            right["tags"] += found.tag == word.tag
            right["UAS"] += attached
            right["LAS"] += attached and found.relation == word.relation
        gold_words, system_words = gold_words + sum(map(len, gold)), system_words + len(words)
        gold_sentences, system_sentences = gold_sentences + len(gold), system_sentences + len(spans)
    size = {"sentences": gold_sentences + system_sentences}
    return {
        name: round(200 * n / max(1, size.get(name, gold_words + system_words)), 1)
        for name, n in right.items()
    }


def measure(paths: Sequence[Path]) -> Result:
    done = [(gold, *parsed(text)) for path in paths for text, gold in documents(path)]
    return Result(score(done), {"documents": len(done)}, predictions=[words for _, words, _ in done])


BENCHMARK = Benchmark("syntax", __doc__ or "", measure)

if __name__ == "__main__":
    sys.exit(running.main(BENCHMARK))
