"""Annotated records for the tests; words are found by their text."""

from __future__ import annotations

import re

import numpy as np

from herodotus.data.annotations import Annotated, Attribution, Entity, Form, Kind, Mention, Token
from herodotus.data.documents import Document, Span

_SENTENCE = re.compile(r"[^\n]+?(?:[.?!][\"”’']?(?=\s+[\"“A-Z])|(?=\n|$))")


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where some words stand in a text, the first time or after `nth` other times."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def said(text: str, source: str, cue: str, *content: str) -> Attribution:
    """An attribution whose parts are found by their words; an empty source is none."""
    return Attribution(
        (span(text, source),) if source else (),
        (span(text, cue),),
        tuple(span(text, words) for words in content),
        0.9,
    )


def entity(name: str, country: str = "", *mentions: tuple[Span, Form], kind: Kind = Kind.OTHER) -> Entity:
    found = tuple(Mention(where, kind, form) for where, form in mentions)
    return Entity(name.lower().replace(" ", "-"), kind, name, tuple(country.split()), found)


def named(text: str, name: str, country: str = "", *words: str, kind: Kind = Kind.ORGANISATION) -> Entity:
    """An entity whose mentions are all places where the words (or its name) stand."""
    places = [
        (Span(m.start(), m.end()), Form.NAMED)
        for word in words or (name,)
        for m in re.finditer(rf"\b{re.escape(word)}\b", text)
    ]
    return entity(name, country, *places, kind=kind)


def annotated(
    text: str,
    *attributions: Attribution,
    entities: tuple[Entity, ...] = (),
    tokens: tuple[Token, ...] = (),
    publisher: str | None = "The Daily Lantern",
) -> Annotated:
    document = Document("a1", "a1.txt", "0" * 64, text, publisher=publisher)
    sentences = tuple(Span(*m.span()) for m in _SENTENCE.finditer(text) if m.group().strip())
    mentions = tuple(m for e in entities for m in e.mentions)
    vectors = np.eye(len(tokens), 384, dtype=np.float32)
    return Annotated(document, sentences, tokens, mentions, (), (), attributions, vectors, entities)


def parsed(text: str, rows: str) -> tuple[Token, ...]:
    """Tokens from lines of `word lemma TAG head relation`; `head` counts words from 1, 0 is the root."""
    tokens, at = [], 0
    for number, row in enumerate(rows.split("\n")):
        word, lemma, tag, head, relation = row.split()
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(Span(start, at), lemma, tag, int(head) - 1 if int(head) else number, relation))
    return tuple(tokens)
