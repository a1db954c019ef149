"""An attribution with its source led to an entity, and who passes it on, where the cue itself tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from herodotus.attribution.context import Context, hull
from herodotus.attribution.lexicon import pattern
from herodotus.attribution.sources import source
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.data.statements import Source


@dataclass(frozen=True, slots=True)
class Link:
    """`words` reach from the first to the last word of source and cue; `relay` is who quotes the source in
    the same breath ("KCNA quoted the envoy as saying")."""

    attribution: Attribution
    source: Source
    words: Span
    relay: Source | None = None

    def distance(self, span: Span) -> int:
        """Code points between a span and the nearest word of source or cue."""
        ends = (*self.attribution.cue, *self.attribution.source)
        return min(max(0, span.start - end.end, end.start - span.end) for end in ends)


def links(context: Context, attributions: Sequence[Attribution]) -> tuple[Link, ...]:
    return tuple(_link(context, attribution) for attribution in attributions)


def _link(context: Context, attribution: Attribution) -> Link:
    who = source(context, attribution.source)
    words = hull((*attribution.source, *attribution.cue))
    match = pattern("quoted_as").search(_sentence_from(context, attribution))
    if match is None or not attribution.source:
        return Link(attribution, who, words)
    start = hull(attribution.cue).start
    quoted = Span(start + match.start("speaker"), start + match.end("speaker"))
    if any(quoted.overlaps(span) for span in attribution.source):
        relay = next(_before(context, start), None)
        return Link(attribution, who, words, source(context, [relay]) if relay else None)
    return Link(replace(attribution, source=(quoted,)), source(context, [quoted]), words, who)


def _sentence_from(context: Context, attribution: Attribution) -> str:
    cue = hull(attribution.cue)
    return context.text[cue.start : max(cue.end, context.sentence(cue.start).end)]


def _before(context: Context, position: int) -> Iterator[Span]:
    """The mentions that end right before a position, the nearest first, within the sentence."""
    low = context.sentence(position).start
    yield from sorted((s for s in context.named if low <= s.start and s.end <= position), reverse=True)
