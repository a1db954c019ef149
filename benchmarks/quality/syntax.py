"""Words, sentences, parts of speech and dependencies from raw text, scored as in the CoNLL 2018 shared task.

    python -m benchmarks.quality.syntax --data ../shared/data/gum/test.conllu.gz [--json] [--predictions FILE]

A word is found when both its ends are right; LAS counts a word whose head is the right word and whose universal
relation (the part before the colon) is right. F1 against gold words and predicted words, multiword tokens by parts.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from herodotus.annotation import sentences, syntax
from herodotus.data.documents import Span
from herodotus.models.reader import shipped


class Word(NamedTuple):
    """`head` is the span of the head, None for the root; `relation` without its subtype."""

    span: tuple[int, int]
    tag: str
    head: tuple[int, int] | None
    relation: str


def documents(path: Path) -> Iterator[tuple[str, list[list[Word]]]]:
    """Text and sentences of each document; paragraphs are parted by an empty line."""
    text, found, rows, fresh = "", [], [], True
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in [*(line.rstrip("\n") for line in lines), ""]:
            if line.startswith("# newdoc") and found:
                yield text, found
                text, found = "", []
            fresh = fresh or line.startswith(("# newpar", "# newdoc"))
            if line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                text = text.rstrip(" ") + ("\n\n" if fresh and text else " " if text else "")
                added, sentence = _sentence(rows, len(text))
                text, rows, fresh = text + added, [], False
                found.append(sentence)
    if found:
        yield text, found


def _sentence(rows: list[list[str]], base: int) -> tuple[str, list[Word]]:
    text, spans, until = "", {}, 0
    for cells in rows:
        spaced = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            first, until = map(int, cells[0].split("-"))
            spans |= _parts(
                [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= until],
                first,
                (base + len(text), cells[1]),
            )
            text += cells[1] + " " * spaced
        elif cells[0].isdigit() and int(cells[0]) > until:
            spans[int(cells[0])] = (base + len(text), base + len(text) + len(cells[1]))
            text += cells[1] + " " * spaced
    words = [
        Word(spans[int(c[0])], c[3], spans.get(int(c[6])), c[7].split(":")[0]) for c in rows if c[0].isdigit()
    ]
    return text, words


def _parts(forms: list[str], first: int, token: tuple[int, str]) -> dict[int, tuple[int, int]]:
    """Spans of the words of a multiword token: by their own forms, the last one taking what is left."""
    start, surface = token
    end, out = start + len(surface), {}
    for i, form in enumerate(forms):
        stop = end if i == len(forms) - 1 else min(end, start + len(form))
        out[first + i] = (start, stop)
        start = stop
    return out


def parsed(text: str) -> tuple[list[Word], set[tuple[int, int]]]:
    """Words, and sentences as spans."""
    layers = shipped().read(text, [Span(0, len(text))])
    starts = sentences.starts(layers)
    tokens = syntax.tokens(layers, starts, text)
    words = [
        Word(
            tuple(t.span),
            t.tag,
            None if t.head == i else tuple(tokens[t.head].span),
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--predictions", type=Path)
    args = parser.parse_args()
    if not args.data.exists():
        print(f"skipped: no data at {args.data}", file=sys.stderr)
        return 0
    done = [(gold, *parsed(text)) for text, gold in documents(args.data)]
    figures = score(done)
    if args.predictions:
        args.predictions.write_text(
            "\n".join(json.dumps(words) for _, words, _ in done) + "\n", encoding="utf8"
        )
    if args.json:
        print(json.dumps({"data": hashlib.sha256(args.data.read_bytes()).hexdigest(), **figures}))
    else:
        print("\n".join(f"{name:12}{value:7.1f}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
