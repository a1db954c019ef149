"""What GUM says of entities: markables with their chains, and the names among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from training.examples import Example, Markable, bio
from training.labels import MARKABLES, NAMES, TAGS

Rows = Sequence[list[str]]
BRACKET = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
TYPES = {"plant": "object", "substance": "object"}
NAMED = {"person": "PER", "organization": "ORG", "place": "LOC", "object": "MISC", "animal": "MISC"}
TITLES = frozenset(
    "mr. mrs. ms. dr. prof. president senator justice judge professor king queen sir".split()  # noqa: SIM905
)
JOINING = frozenset("of the and for & - 's de in".split())  # noqa: SIM905


def markables(sentences: Sequence[Rows], bases: Sequence[int], example: Example) -> list[Markable]:
    """Spans in words of the example, whose `heads` are filled already; of two with one head the shorter is kept."""
    found: dict[int, Markable] = {}
    for first, last, kind, chain in _spans(sentences, bases):
        inside = range(first, last)
        head = next((i for i in inside if example.heads[i] not in inside or example.heads[i] == i), first)
        one = Markable(first, last, head, MARKABLES.index(TYPES.get(kind, kind)), chain)
        if head not in found or last - first < found[head].last - found[head].first:
            found[head] = one
    return sorted(found.values())


def _spans(sentences: Sequence[Rows], bases: Sequence[int]) -> list[tuple[int, int, str, str]]:
    open_: dict[str, list[tuple[int, str]]] = {}
    out = []
    for rows, base in zip(sentences, bases, strict=True):
        for cells in rows:
            if not cells[0].isdigit():
                continue
            place = base + int(cells[0]) - 1
            value = next((v[7:] for v in cells[9].split("|") if v.startswith("Entity=")), "")
            for single, opens, closes in BRACKET.findall(value):
                if single or opens:
                    chain, kind = (single or opens).split("-")[:2]
                    open_.setdefault(chain, []).append((place, kind))
                if (single or closes) and open_.get((single or closes).split("-")[0]):
                    chain = (single or closes).split("-")[0]
                    start, kind = open_[chain].pop()
                    out.append((start, place + 1, kind, chain))
    return out


def names(sentences: Sequence[Rows], example: Example) -> list[int]:
    """Labels of the name head: the run of proper nouns around the head of a person, body or place; proper nouns outside
    are left unlabelled (-1), for GUM does not say what other names are."""
    proper = TAGS.index("PROPN")
    taken: list[tuple[int, int, int]] = []
    for one in sorted(example.markables or [], key=lambda m: m.first - m.last):
        kind = NAMED.get(MARKABLES[one.type])
        if kind is None or example.tags[one.head] != proper:
            continue
        first, last = _run(one, example, proper)
        if not any(first < b and a < last for a, b, _ in taken):
            taken.append((first, last, NAMES.index(kind)))
    labels = bio(len(example.words), taken)
    return [
        -1 if tag == proper and not label else label for tag, label in zip(example.tags, labels, strict=True)
    ]


def _run(one: Markable, example: Example, proper: int) -> tuple[int, int]:
    """Proper nouns around the head, with short joining words between two of them, without titles in front."""

    def belongs(i: int, step: int) -> bool:
        if not one.first <= i < one.last:
            return False
        if example.tags[i] == proper or example.words[i][:1].isupper():
            return True
        return example.words[i] in JOINING and belongs(i + step, step)

    first, last = one.head, one.head + 1
    while belongs(first - 1, -1):
        first -= 1
    while belongs(last, 1):
        last += 1
    while last - first > 1 and (
        example.words[first].lower() in TITLES or example.words[first] in {"The", "the", "."}
    ):
        first += 1
    return first, last
