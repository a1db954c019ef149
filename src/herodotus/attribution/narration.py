"""What the publisher tells in its own voice: the parts of the body that nobody else is made to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.attribution.context import Context, joined, sharing
from herodotus.attribution.lexicon import pattern
from herodotus.data.documents import Span
from herodotus.offsets import gaps

FEWEST_WORDS = 4  # of what is left of a sentence
FEWEST_WHOLE = 3  # of a sentence that nobody else is made to say
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl"})
_EDGE = " \t\n\r,;:–—-()[]"


def narrated(context: Context, taken: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """For each sentence, what `taken` leaves of it, if that says something by itself."""
    covered = joined(taken)
    for sentence in context.sentences:
        near = sharing(covered, sentence)
        clipped = [Span(max(s.start, sentence.start), min(s.end, sentence.end)) for s in near]
        rest = [Span(a, b) for a, b in gaps(clipped, sentence.start, sentence.end)]
        told = tuple(piece for span in rest if (piece := _shown(context, span)))
        if _says_something(context, told, whole=not near):
            yield told


def _says_something(context: Context, told: Sequence[Span], whole: bool) -> bool:
    """Enough words, with a verb and its subject among them; a shell like "speaking in Oslo" has none."""
    if sum(context.count_in(span) for span in told) < (FEWEST_WHOLE if whole else FEWEST_WORDS):
        return False
    if not context.annotated.tokens:
        return whole
    return _has_clause(context, told)


def _has_clause(context: Context, told: Sequence[Span]) -> bool:
    tokens = context.annotated.tokens
    inside = {i for span in told for i in context.tokens_in(span)}
    return any(tokens[i].relation in _SUBJECTS and tokens[i].head in inside for i in inside)


def _shown(context: Context, span: Span) -> Span | None:
    """The piece without the punctuation and space around it; None for a word or two."""
    if context.count_in(span) < 2:
        return None
    shown = span.of(context.text)
    start = span.start + len(shown) - len(shown.lstrip(_EDGE))
    plain = pattern("joins").sub("", shown.rstrip(_EDGE))
    end = span.end - (len(shown) - len(plain.rstrip(_EDGE)))
    piece = Span(start, max(start, end))
    return piece if context.count_in(piece) > 1 else None
