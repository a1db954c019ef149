"""Quotations that nobody was found to say: they go with the speaker next to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.attribution.context import Context, hull, joined, sharing
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.offsets import covered

ADJOINING = 0.5  # score: told from the place alone
QUOTED = 0.8  # of a sentence; a few quoted words do not make it a quotation
COVERED = 0.2  # of a sentence that may be in an attribution already, such as a cut-off quotation mark
FEWEST_WORDS = 4


def continued(context: Context, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """For each quoted sentence left over: source and cue of the speaker before it, or right behind it.

    The speaker before must be in this paragraph or the one before.
    """
    taken = joined(span for a in found for span in (*a.content, *a.cue, *a.source))
    speakers = sorted((a for a in found if a.source and a.content), key=lambda a: hull(a.cue).start)
    for sentence in context.sentences:
        if _is_left_quotation(context, sentence, taken):
            speaker = _speaker(context, sentence, speakers)
            if speaker is not None:
                yield Attribution(speaker.source, speaker.cue, (sentence,), ADJOINING)


def _is_left_quotation(context: Context, sentence: Span, taken: Sequence[Span]) -> bool:
    length = sentence.end - sentence.start
    quoted = covered(context.quotes_in(sentence), *sentence)
    if quoted < QUOTED * length or covered(sharing(taken, sentence), *sentence) > COVERED * length:
        return False
    return context.count_in(sentence) >= FEWEST_WORDS


def _speaker(context: Context, sentence: Span, speakers: Sequence[Attribution]) -> Attribution | None:
    paragraph = context.paragraph(sentence.start)
    before = context.paragraph_before(paragraph)
    behind = [a for a in speakers if sentence.end <= hull(a.cue).start < paragraph.end]
    ahead = [a for a in speakers if before.start <= hull(a.cue).start < sentence.start]
    same = [a for a in ahead if paragraph.start <= hull(a.cue).start]
    return next(iter([*same[-1:], *behind[:1], *(a for a in ahead[-1:])]), None)
