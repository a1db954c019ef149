"""Which words of several articles tell of one event: the training topics of ECB+ (Cybulska and Vossen 2014)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from herodotus.models import words as wording
from training.examples import Example, Kin, in_words, lines, sentence_units, shapes_of


def articles(folder: Path) -> Iterator[Example]:
    """Each article as far as its last validated sentence, for only these have all their events marked."""
    mentions: dict[str, list[dict[str, Any]]] = {}
    for line in lines(folder / "mentions.jsonl.gz"):
        one = json.loads(line)
        if one["split"] == "train" and one["validated"] and one["kind"] == "event":
            mentions.setdefault(one["doc"], []).append(one)
    for line in lines(folder / "documents.jsonl.gz"):
        document = json.loads(line)
        found = mentions.get(document["id"])
        if document["split"] != "train" or not found:
            continue
        ends = [s["end"] for s in document["sentences"] if s["id"] in document["validated"]]
        text = document["text"][: max(ends)]
        spans = wording.words(text)
        yield Example(
            "kin",
            [s.of(text) for s in spans],
            shapes_of(text, spans),
            kin=[
                Kin(first, last, one["cluster"])
                for one in found
                for first, last in in_words(spans, [(one["start"], one["end"])])
            ],
            group=str(document["topic"]),
            units=sentence_units(text, spans),
        )
