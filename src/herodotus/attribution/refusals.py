"""Refusals to comment that neither the model nor the syntax gave: found by their set phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.attribution.context import Context, joined
from herodotus.attribution.lexicon import pattern
from herodotus.data.annotations import Attribution, Kind
from herodotus.data.documents import Span

PHRASED = 0.4  # score: the phrase is sure, who is meant by nearness only
_SPEAKING = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.OTHER})


def refusals(context: Context, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """For each "declined to comment" or "did not respond" that nobody else says and that is no cue yet."""
    taken = joined(span for attribution in found for span in (*attribution.cue, *attribution.content))
    for sentence in context.sentences:
        for match in pattern("refusal").finditer(context.text, *sentence):
            cue = Span(*match.span())
            who = _before(context, sentence, cue)
            if who and not context.quotes_in(cue) and not any(span.overlaps(cue) for span in taken):
                yield Attribution((who,), (cue,), _matter(context, sentence, cue), PHRASED)


def _before(context: Context, sentence: Span, cue: Span) -> Span | None:
    """The nearest mention before the phrase; of one place, the longest."""
    inside = [
        span
        for span, entity in context.named.items()
        if sentence.start <= span.start and span.end <= cue.start and entity.kind in _SPEAKING
    ]
    return max(inside, key=lambda span: (span.end, span.end - span.start), default=None)


def _matter(context: Context, sentence: Span, cue: Span) -> tuple[Span, ...]:
    """What is not commented on: what follows "on" or "about", or what was asked."""
    behind = pattern("matter").match(context.text, cue.end, sentence.end)
    asked = pattern("asked_of").search(context.text, *sentence)
    return joined(Span(*match.span("matter")) for match in (asked, behind) if match)
