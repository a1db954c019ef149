"""PolNeAR (Newell, Margolin and Ruths 2018): who said what in US political news."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from herodotus.models import words as wording
from training.examples import Example, Link, in_words, lines, sentence_units, shapes_of


def articles(path: Path) -> Iterator[Example]:
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
