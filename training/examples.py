"""Turns the data sets into windows of words with labels; every window fits one pass of the encoder.

Read top to bottom: the records, the label sets, one converter a data set, the cut into windows.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from herodotus.models import words as wording

NAMES = ("PER", "ORG", "LOC", "MISC")
CONFLICT = (
    "Person",
    "Organisation",
    "Location",
    "Nationality",
    "Weapon",
    "MilitaryPlatform",
    "Vehicle",
    "Quantity",
    "Money",
    "Temporal",
    "DocumentReference",
)
TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()  # noqa: SIM905
WNUT = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "creative-work": "MISC",
    "product": "MISC",
}

Span = tuple[int, int]  # words, end exclusive


@dataclass(slots=True)
class Link:
    """One attribution in words: where its cue, source and content fragments lie."""

    cue: list[Span]
    source: list[Span]
    content: list[Span]


@dataclass(slots=True)
class Example:
    """Words with the labels that their data set gives; None where it gives none."""

    task: str
    words: list[str]
    shapes: list[int]
    names: list[int] | None = None
    conflict: list[int] | None = None
    links: list[Link] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    tags: list[int] | None = None
    lemmas: list[int] | None = None
    starts: list[int] | None = None
    units: list[Span] = field(default_factory=list)  # spans whose meaning is distilled from the base model


@dataclass(frozen=True, slots=True)
class Inventory:
    """Closed label sets read off the training data, kept beside the weights."""

    relations: tuple[str, ...]
    lemmas: tuple[str, ...]  # "cut+suffix", on lower-cased forms


def lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as stream:
        yield from (line.rstrip("\n") for line in stream)


def shapes_of(text: str, spans: Sequence[wording.Span]) -> list[int]:
    ends = [None, *(s.end for s in spans[:-1])]
    return [
        wording.shape(s.of(text), "\n\n" if e is None else text[e : s.start])
        for s, e in zip(spans, ends, strict=True)
    ]


def in_words(spans: Sequence[wording.Span], pairs: Sequence[Sequence[int]]) -> list[Span]:
    """Character pairs as word spans, joined where only white space lay between them."""
    out: list[Span] = []
    for start, end in sorted((a, b) for a, b in pairs):
        inside = [i for i, s in enumerate(spans) if s.start < end and s.end > start]
        if not inside:
            continue
        first, last = inside[0], inside[-1] + 1
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


def bio(length: int, spans: Sequence[tuple[int, int, int]]) -> list[int]:
    """Labels 0 = outside, 1 + 2k = begin, 2 + 2k = inside type k."""
    labels = [0] * length
    for start, end, kind in spans:
        labels[start] = 1 + 2 * kind
        labels[start + 1 : end] = [2 + 2 * kind] * (end - start - 1)
    return labels


def sentence_units(text: str, spans: Sequence[wording.Span]) -> list[Span]:
    """Rough sentences in words, for distillation only: cut after . ! ? before a capital, and at line ends."""
    out, start = [], 0
    for i in range(1, len(spans) + 1):
        last = i == len(spans)
        breaks = last or "\n" in text[spans[i - 1].end : spans[i].start]
        stop = (
            not last and spans[i - 1].of(text) in {".", "!", "?", "”", '"'} and text[spans[i].start].isupper()
        )
        if breaks or stop:
            if 5 <= i - start <= 70:
                out.append((start, i))
            start = i
    return out


def polnear(path: Path) -> Iterator[Example]:
    for line in lines(path):
        article = json.loads(line)
        text = article["text"]
        spans = wording.words(text)
        links = []
        for one in article["annotations"][0]["attributions"]:
            link = Link(*(in_words(spans, one[role]) for role in ("cue", "source", "content")))
            if link.cue:
                links.append(link)
        units = sentence_units(text, spans) + [
            c for link in links for c in link.content if 5 <= c[1] - c[0] <= 70
        ]
        yield Example(
            "attribution", [s.of(text) for s in spans], shapes_of(text, spans), links=links, units=units
        )


def conll(path: Path, *, types: dict[str, str] | None = None, group: int = 12) -> Iterator[Example]:
    """Two-column files with no text: white space is put back by rule; sentences are read in groups."""
    sentences, current = [], []
    for line in [*lines(path), ""]:
        if "\t" in line:
            current.append(line.split("\t"))
        elif not line and current:
            sentences.append(current)
            current = []
    for i in range(0, len(sentences), group):
        yield from _joined(sentences[i : i + group], types or {})


def _joined(sentences: Sequence[Sequence[Sequence[str]]], types: dict[str, str]) -> Iterator[Example]:
    words, shapes, labels = [], [], []
    for sentence in sentences:
        before = "\n"
        for token, label in sentence:
            cut = [s.of(token) for s in wording.words(token)] or [token]
            glue = "" if token[0] in ".,;:!?)%" or token.startswith(("'", "’", "n't")) else before
            prefix, kind = label[0], types.get(label[2:], label[2:])
            for i, word in enumerate(cut):
                words.append(word)
                shapes.append(wording.shape(word, glue if i == 0 else ""))
                inside = prefix == "I" or i > 0
                labels.append(0 if prefix == "O" else 1 + 2 * NAMES.index(kind) + inside)
            before = " "
    yield Example("names", words, shapes, names=labels)


def re3d(path: Path, *, held: bool) -> Iterator[Example]:
    """Every tenth document is held out for measuring. Unconfirmed entities are dropped, as the data advises."""
    for number, line in enumerate(lines(path)):
        if (number % 10 == 9) != held:
            continue
        article = json.loads(line)
        text = article["text"]
        spans = wording.words(text)
        found = [
            (*in_words(spans, [(e["start"], e["end"])])[0], CONFLICT.index(e["type"]))
            for e in article["entities"]
            if e["confidence"] > 0 and e["type"] in CONFLICT and in_words(spans, [(e["start"], e["end"])])
        ]
        found.sort(key=lambda f: (f[0] - f[1], f[0]))
        taken: list[tuple[int, int, int]] = []
        for one in found:
            if not any(one[0] < t[1] and t[0] < one[1] for t in taken):
                taken.append(one)
        units = sentence_units(text, spans)
        yield Example(
            "conflict",
            [s.of(text) for s in spans],
            shapes_of(text, spans),
            conflict=bio(len(spans), taken),
            units=units,
        )


def script(form: str, lemma: str) -> str:
    """How to get from a lower-cased form to its lemma: characters to cut, then letters to add."""
    form, lemma = form.lower(), lemma.lower()
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return f"{len(form) - common}+{lemma[common:]}"


def universal(path: Path) -> Iterator[list[tuple[list[list[str]], bool]]]:
    """Documents as sentences of word rows, with whether a paragraph begins there."""
    document: list[tuple[list[list[str]], bool]] = []
    rows: list[list[str]] = []
    fresh = True
    for line in [*lines(path), ""]:
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        if line.startswith(("# newpar", "# newdoc")):
            fresh = True
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0] or "." not in cells[0]:
                rows.append(cells)
        elif not line and rows:
            document.append((rows, fresh))
            rows, fresh = [], False
    if document:
        yield document


def inventory(paths: Sequence[Path]) -> Inventory:
    relations: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    for path in paths:
        for document in universal(path):
            for rows, _ in document:
                for cells in rows:
                    if "-" not in cells[0]:
                        relations[cells[7]] += 1
                        lemmas[script(cells[1], cells[2])] += 1
    common = [s for s, n in lemmas.most_common() if n >= 3]
    return Inventory(tuple(sorted(relations)), tuple(common))


def syntax(path: Path, known: Inventory, *, budget: int = 200) -> Iterator[Example]:
    """Consecutive sentences of a document, up to `budget` words an example."""
    for document in universal(path):
        block: list[tuple[list[list[str]], bool]] = []
        for sentence in document:
            if block and sum(len(r) for r, _ in block) + len(sentence[0]) > budget:
                yield _parsed(block, known)
                block = []
            block.append(sentence)
        if block:
            yield _parsed(block, known)


def _parsed(block: Sequence[tuple[list[list[str]], bool]], known: Inventory) -> Example:
    out = Example("syntax", [], [], heads=[], relations=[], tags=[], lemmas=[], starts=[])
    before = "\n\n"
    for rows, fresh in block:
        base, before = len(out.words), "\n\n" if fresh else before
        inside_until, glued_after = 0, False
        for cells in rows:
            spaced = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                inside_until, glued_after = int(cells[0].split("-")[1]), spaced
                continue
            number = int(cells[0])
            _add(out, cells, before, (base, known))
            inside = number < inside_until
            before = (
                ""
                if inside
                or (number == inside_until and not glued_after)
                or (number != inside_until and not spaced)
                else " "
            )
        if len(out.words) - base >= 5:
            out.units.append((base, len(out.words)))
        before = before or " "
    return out


def _add(out: Example, cells: list[str], before: str, context: tuple[int, Inventory]) -> None:
    base, known = context
    number, head = int(cells[0]), int(cells[6])
    out.words.append(cells[1])
    out.shapes.append(wording.shape(cells[1], before))
    out.starts.append(int(number == 1))
    out.heads.append(base + (head or number) - 1)
    out.relations.append(known.relations.index(cells[7]))
    out.tags.append(TAGS.index(cells[3]))
    rule = script(cells[1], cells[2])
    out.lemmas.append(known.lemmas.index(rule) if rule in known.lemmas else -1)
