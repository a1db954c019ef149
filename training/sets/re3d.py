"""re3d (Dstl 2017): weapons, platforms, vehicles and more in reports on the Syrian conflict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from herodotus.models import words as wording
from training.examples import Example, bio, in_words, lines, sentence_units, shapes_of
from training.labels import CONFLICT
from training.splits import held_tenth


def reports(path: Path, *, held: bool) -> Iterator[Example]:
    """Every tenth document is held out for measuring. Words of unconfirmed entities are left unlabelled (-1)."""
    for number, line in enumerate(lines(path)):
        if held_tenth(number) != held:
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
        labels = bio(len(spans), taken)
        doubtful = in_words(
            spans, [(e["start"], e["end"]) for e in article["entities"] if e["confidence"] <= 0]
        )
        for first, last in doubtful:
            labels[first:last] = [label or -1 for label in labels[first:last]]
        yield Example(
            "conflict",
            [s.of(text) for s in spans],
            shapes_of(text, spans),
            conflict=labels,
            units=sentence_units(text, spans),
        )
