"""What a source does with a content: from the cue, and where the cue leaves it open, from the content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from herodotus.attribution.contents import of_content
from herodotus.attribution.context import Context, hull
from herodotus.attribution.lexicon import Entry, Word, lexicon, pattern, wordset
from herodotus.attribution.links import Link
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.data.statements import Source, Stance

BEFORE, BEHIND = 5, 9  # words around a cue that may belong to its phrase
SCRAP = 4  # words; a shorter sentence of a quotation goes with the one before
_STOP = re.compile(r"[,;:.!?\n\"“”«»—–()]")
_END = re.compile(r"[;:.!?\n\"“”«»()]")

Stretch = tuple[tuple[Span, ...], Stance]


def stances(context: Context, attribution: Attribution, source: Source) -> list[Stretch]:
    """The content in stretches of one stance each.

    There is one stretch, except where a quotation of several sentences reports in one and urges, announces or
    predicts in the next.
    """
    entry, stance = of_cue(context, attribution)
    if stance is not Stance.ASSERTS or (entry is not None and not entry.open):
        return [(attribution.content, stance)]
    stretches: list[Stretch] = []
    for piece in _pieces(context, attribution.content):
        found = of_content(context, piece, source) or stance
        if stretches and (stretches[-1][1] is found or context.count_in(piece) < SCRAP):
            stretches[-1] = ((*stretches[-1][0], piece), stretches[-1][1])
        else:
            stretches.append(((piece,), found))
    return _whole(stretches, attribution.content) or [(attribution.content, stance)]


def in_words(context: Context, content: Sequence[Span], links: Sequence[Link]) -> bool:
    """Whether "There were no ..." puts into words what the sentence before says is denied.

    News names the denial first and quotes it next, often from a spokesman of the one who denies.
    """
    first = min(content, default=None)
    if first is None or not pattern("none").match(first.of(context.text).lower()):
        return False
    start = context.sentence(first.start).start
    before = next((s for s in reversed(context.sentences) if s.end <= start), None)
    cues = [link.attribution for link in links if before and before.contains(hull(link.attribution.cue))]
    return any(of_cue(context, attribution)[1] is Stance.DENIES for attribution in cues)


def of_cue(context: Context, attribution: Attribution) -> tuple[Entry | None, Stance]:
    """The lexicon's entry for a cue and the stance it gives; asserts where the lexicon does not know it."""
    row, first, last = _window(context, attribution)
    lemmas = [word.lemma for word in row]
    fits = [
        (entry, at)
        for at in range(last)
        for entry, end in lexicon().at(lemmas, at)
        if first <= at or (entry.length > 1 and first < end)
    ]
    if not fits:
        return None, Stance.ASSERTS
    entry, at = max(fits, key=lambda fit: (*fit[0].weight, -fit[1]))
    if entry.negated is not None and _negated(lemmas, at):
        return None, entry.negated
    return entry, entry.stance


def _whole(stretches: list[Stretch], content: tuple[Span, ...]) -> list[Stretch]:
    """One stretch is the content as it was given, not its sentences."""
    return [(content, stretches[0][1])] if len(stretches) == 1 else stretches


def _pieces(context: Context, content: Sequence[Span]) -> Iterator[Span]:
    """The content cut at the ends of sentences."""
    for span in content:
        at = span.start
        while at < span.end:
            sentence = context.sentence(at)
            end = min(span.end, sentence.end) if sentence.end > at else span.end
            yield from (
                piece for part in _clauses(context, at, end) if (piece := _trimmed(context.text, *part))
            )
            at = end


def _clauses(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut before "and that", outside quotation marks."""
    for match in pattern("and_that").finditer(context.text, start, end):
        if not context.quotes_in(Span(*match.span())):
            yield start, match.start()
            start = match.end()
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    shown = text[start:end]
    start, end = end - len(shown.lstrip()), start + len(shown.rstrip())
    return Span(start, end) if any(c.isalnum() for c in shown) else None


def _window(context: Context, attribution: Attribution) -> tuple[list[Word], int, int]:
    """The words of the cue, with those around it that are neither content before it nor another clause."""
    cue, text = hull(attribution.cue), context.text
    sentence = context.sentence(cue.start)
    spoken = [span.end for span in attribution.content if span.end <= cue.start]
    low = max([min(sentence.start, cue.start), *spoken])
    low = max([low, *(m.end() for m in _STOP.finditer(text, low, cue.start))])
    stop = _END.search(text, cue.end, max(sentence.end, cue.end))
    high = stop.start() if stop else max(sentence.end, cue.end)
    before = context.words_in(Span(low, cue.start))[-BEFORE:]
    inside = [word for span in attribution.cue for word in context.words_in(span)]
    behind = context.words_in(Span(cue.end, high))[:BEHIND]
    return [*before, *inside, *behind], len(before), len(before) + len(inside)


def _negated(lemmas: Sequence[str], at: int) -> bool:
    for lemma in reversed(lemmas[max(0, at - 4) : at]):
        if lemma in wordset("negations"):
            return True
        if lemma not in wordset("between") and not lemma.endswith("ly"):
            return False
    return False
