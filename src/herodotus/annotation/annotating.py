"""Reads a Document with the model and puts its layers together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from herodotus.annotation import (
    attributions,
    markables,
    mentions,
    quantities,
    sentences,
    syntax,
    times,
    triggers,
)
from herodotus.annotation.grammar import Words
from herodotus.data.annotations import Annotated
from herodotus.data.documents import Document, Span
from herodotus.models.reader import Layers, ReadingModel
from herodotus.offsets import gaps


def annotate(document: Document, model: ReadingModel) -> Annotated:
    """All layers of what is not furniture; entities are left to resolution."""
    read = layers(document, model)
    return referring(decoded(document, read), read)


def layers(document: Document, model: ReadingModel) -> Layers:
    """What the model gives for the words that are not furniture."""
    return model.read(document.text, body(document))


def decoded(document: Document, layers: Layers) -> Annotated:
    """The layers that statements, events and entities are made from, with times and quantities."""
    text = document.text
    starts = sentences.starts(layers)
    spans = _sentences(layers, starts)
    tokens = syntax.tokens(layers, starts, text)
    cut = Words(text, spans)
    found = times.among(cut, times.Anchor(published(document), narrative=False))
    return Annotated(
        document=document,
        sentences=spans,
        tokens=tokens,
        mentions=mentions.mentions(layers, tokens, starts, text),
        times=found,
        quantities=quantities.among(cut, found),
        attributions=attributions.attributions(layers, text),
        vectors=layers.meaning,
    )


def referring(annotated: Annotated, layers: Layers) -> Annotated:
    """The same with everything that the text refers to, its chains, and the triggers of political events."""
    found, chains = markables.markables(layers, sentences.starts(layers), annotated.document.text)
    return replace(annotated, markables=found, chains=chains, triggers=triggers.triggers(layers))


def body(document: Document) -> list[Span]:
    """What no region covers."""
    return [Span(*pair) for pair in gaps([r.span for r in document.regions], 0, len(document.text))]


def published(document: Document) -> date | None:
    """The day of publication, None where the capture does not give one."""
    try:
        return date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return None


def _sentences(layers: Layers, starts: Sequence[int]) -> tuple[Span, ...]:
    ends = [*starts[1:], len(layers.words)][: len(starts)]  # none where there are no words
    return tuple(
        Span(layers.words[a].start, layers.words[b - 1].end) for a, b in zip(starts, ends, strict=True)
    )
