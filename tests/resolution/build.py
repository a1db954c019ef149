"""Annotated records for the tests: who is quoted is written in the text as [source] {content}."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from herodotus.data.annotations import Annotated, Attribution, Entity, Form, Kind, Mention
from herodotus.data.documents import Document, Span
from herodotus.resolution import resolve, trim

_MARK = re.compile(r"[\[\]{}]")


def annotated(
    marked: str,
    people: str = "",
    bodies: str = "",
    *,
    dateline: str | None = None,
    published: str | None = None,
) -> Annotated:
    """Each "[...]" is the source of the next "{...}" (or of none); names are given as "Ann Lee; Lee"."""
    text = _MARK.sub("", marked)
    document = Document("d1", "d1", "0", text, dateline=dateline, published=published)
    found = _mentions(text, {Kind.PERSON: people, Kind.ORGANISATION: bodies})
    return Annotated(
        document, (), (), found, (), (), tuple(_attributions(marked)), np.zeros((0, 384), np.float32)
    )


def located(text: str, places: str) -> Annotated:
    """A text with names of places in place of names of persons."""
    return replace(annotated(text), mentions=_mentions(text, {Kind.PLACE: places}))


def _mentions(text: str, names: Mapping[Kind, str]) -> tuple[Mention, ...]:
    taken: list[Mention] = []
    for kind, listed in names.items():
        for name in sorted(filter(None, listed.split("; ")), key=len, reverse=True):
            for match in re.finditer(rf"\b{re.escape(name)}\b", text):
                span = Span(*match.span())
                if not any(span.overlaps(other.span) for other in taken):
                    taken.append(Mention(span, kind, Form.NAMED))
    return tuple(sorted(taken, key=lambda mention: mention.span))


def _attributions(marked: str) -> list[Attribution]:
    opened: dict[str, int] = {}
    sources: list[Span] = []
    contents: list[Span] = []
    length = 0
    for part in re.split(r"([\[\]{}])", marked):
        if part in {"[", "{"}:
            opened[part] = length
        elif part == "]":
            sources.append(Span(opened["["], length))
        elif part == "}":
            contents.append(Span(opened["{"], length))
        else:
            length += len(part)
    padded = contents + [None] * len(sources)  # type: ignore[list-item]
    return [Attribution((s,), (), (c,) if c else (), 1.0) for s, c in zip(sources, padded, strict=False)]


def speakers(record: Annotated) -> list[Entity]:
    """Whom each source means, in text order."""
    resolved = resolve(record)
    owner = {m.span: e for e in resolved.entities for m in e.mentions}
    return [owner[trim(record.document.text, a.source[0])] for a in record.attributions]


def named(marked: str, people: str = "", bodies: str = "", *, dateline: str | None = None) -> list[str]:
    return [entity.name for entity in speakers(annotated(marked, people, bodies, dateline=dateline))]
