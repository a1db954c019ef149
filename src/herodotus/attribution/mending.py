"""Makes whole what a word-by-word model leaves in pieces: gaps, strays, quotations, shared sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from herodotus.attribution.context import Context, hull, joined
from herodotus.attribution.lexicon import lexicon, pattern
from herodotus.attribution.subjects import speaker
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.offsets import covered, gaps

WIDEST_GAP = 3  # words; PolNeAR's own discontinuous contents are cut by a cue or a source, not by a few words
STRAY = 3  # words; a shorter piece in a sentence where its cue does not stand is no content by itself
LOST = 0.6  # of a quotation that must be content already for the rest of it to be so too


def mended(context: Context, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Those that say something, with whole sources and contents, in the order given."""
    given = [a for a in attributions if a.cue and (a.content or a.source)]
    asked = [a for a in given if _matches(context, a, "asked")]
    found = [a for a in given if a not in asked and not _matches(context, a, "aside")]
    cues = joined(span for a in found for span in a.cue)
    found = [replace(a, source=_source(context, a, cues)) for a in found]
    found = [_shared(context, a, found) for a in found]
    sources = joined(span for a in found for span in a.source)
    found = [replace(a, content=_content(context, a, found, (cues, sources))) for a in found]
    found = [_with_question(context, a, asked) for a in found]
    return tuple(a for a in found if _says(context, a) and not _is_named_twice(context, a, found))


def _matches(context: Context, attribution: Attribution, name: str) -> bool:
    return bool(pattern(name).search(hull(attribution.cue).of(context.text).lower()))


def _with_question(context: Context, attribution: Attribution, asked: Sequence[Attribution]) -> Attribution:
    """What was asked belongs to a refusal to comment: "when questioned about the transfers"."""
    sentence = context.sentence(hull(attribution.cue).start)
    length = sum(len(context.words_in(span)) for span in attribution.content)
    questions = [s for a in asked for s in a.content if sentence.contains(s)] if length <= STRAY else []
    return replace(attribution, content=joined((*attribution.content, *questions)))


def _is_named_twice(context: Context, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether a noun for saying stands inside what a verb of saying governs: "expressed concerns over"."""
    if _has_verb(context, attribution) or not attribution.content:
        return False
    whole = hull((*attribution.cue, *attribution.content))
    same = (a for a in others if a is not attribution and a.source == attribution.source)
    return any(covered(joined((*a.cue, *a.content)), *whole) > 0.8 * (whole.end - whole.start) for a in same)


def _source(context: Context, attribution: Attribution, cues: Sequence[Span]) -> tuple[Span, ...]:
    """One phrase: of several, that of the cue's own sentence, and there the nearest."""
    pieces = _closed(context, attribution.source, cues)
    cue = hull(attribution.cue)
    sentence = context.sentence(cue.start)
    near = [piece for piece in pieces if piece.overlaps(sentence)] or list(pieces)
    best = min(near, key=lambda piece: max(piece.start - cue.end, cue.start - piece.end), default=None)
    return (_trimmed(context, best),) if best is not None else ()


def _content(
    context: Context,
    attribution: Attribution,
    others: Sequence[Attribution],
    taken: tuple[tuple[Span, ...], ...],
) -> tuple[Span, ...]:
    pieces = _closed(context, attribution.content, joined((*taken[0], *taken[1])))
    own = joined((*attribution.source, *attribution.cue))
    pieces = [Span(*part) for piece in pieces for part in gaps(_inside(own, piece), *piece)]
    whole = joined(_with_quotation(context, piece, taken[0]) for piece in pieces)
    whole = _governed(context, attribution, whole, joined((*taken[0], *taken[1])))
    kept = [piece for piece in whole if not _is_stray(context, piece, attribution, others)]
    return tuple(piece for piece in kept if len(context.words_in(piece)) > (len(kept) > 1))


def _inside(spans: Sequence[Span], whole: Span) -> list[Span]:
    return [Span(max(s.start, whole.start), min(s.end, whole.end)) for s in spans if s.overlaps(whole)]


def _governed(
    context: Context, attribution: Attribution, pieces: tuple[Span, ...], taken: Sequence[Span]
) -> tuple[Span, ...]:
    """Under "according to" the clause from the first word of the sentence, if nobody else speaks there."""
    cue = hull(attribution.cue)
    sentence = context.sentence(cue.start)
    first = next((piece for piece in pieces if piece.overlaps(sentence)), None)
    if first is None or not _matches(context, attribution, "according") or first.start > cue.start:
        return pieces
    clear = not covered(taken, sentence.start, first.start)
    return joined((*pieces, Span(sentence.start, first.end))) if clear else pieces


def _closed(context: Context, pieces: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces, joined over gaps of a few words of one sentence that no cue or source takes up."""
    closed: list[Span] = []
    for piece in joined(pieces):
        gap = Span(closed[-1].end, piece.start) if closed else piece
        if closed and _is_open(context, gap, taken):
            closed[-1] = Span(closed[-1].start, piece.end)
        else:
            closed.append(piece)
    return tuple(closed)


def _is_open(context: Context, gap: Span, taken: Sequence[Span]) -> bool:
    one = context.sentence(gap.start - 1) == context.sentence(gap.end)
    return one and len(context.words_in(gap)) <= WIDEST_GAP and not covered(taken, *gap)


def _with_quotation(context: Context, piece: Span, cues: Sequence[Span]) -> Span:
    """Grown over the quotation most of which it is; a quotation is said by one."""
    for quote in context.quotes_in(piece):
        shared = min(piece.end, quote.end) - max(piece.start, quote.start)
        if shared >= LOST * (quote.end - quote.start) and not covered(cues, *quote):
            piece = Span(min(piece.start, quote.start), max(piece.end, quote.end))
    return piece


def _is_stray(context: Context, piece: Span, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether a piece is a word or two far from its cue, or what the cue of its own sentence governs."""
    sentence = context.sentence(piece.start)
    if sentence.overlaps(hull(attribution.cue)):
        return False
    if len(context.words_in(piece)) <= STRAY and not context.quotes_in(piece):
        return True
    rivals = (a for a in others if a is not attribution and sentence.overlaps(hull(a.cue)))
    return any(covered(joined(a.content), *piece) > 0.8 * (piece.end - piece.start) for a in rivals)


def _shared(context: Context, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """With the source of the verb it is joined to: "said ... and added", "..., adding that"."""
    if attribution.source:
        return attribution
    subject = speaker(context, attribution.cue)
    if subject is None:
        return attribution
    named = (a.source for a in others if a.source and hull(a.source).overlaps(subject))
    return replace(attribution, source=next(named, (subject,)))


def _says(context: Context, attribution: Attribution) -> bool:
    """Without content or without source, only where the cue holds a verb of saying."""
    if _is_adjective(context, attribution) or _is_shown(context, attribution):
        return False
    if attribution.content and attribution.source:
        return True
    verbs = {w.lemma for span in attribution.cue for w in context.words_in(span)}
    spoken = any(lexicon().verb(lemma) for lemma in verbs) and _has_verb(context, attribution)
    return spoken or (not attribution.source and bool(pattern("hearsay").search(" ".join(verbs))))


def _is_adjective(context: Context, attribution: Attribution) -> bool:
    """ "Norway's alleged plan": nobody is said to allege it."""
    owner = not attribution.source or hull(attribution.source).of(context.text).endswith(
        ("'s", "’s", "s'", "s’")
    )
    return owner and _matches(context, attribution, "adjective")


def _is_shown(context: Context, attribution: Attribution) -> bool:
    """ "images, which show ...": a thing without a name of its own that shows something."""
    source = " ".join(span.of(context.text) for span in attribution.source).lower()
    return source in {"which", "that"} and _matches(context, attribution, "shows")


def _has_verb(context: Context, attribution: Attribution) -> bool:
    tokens = context.annotated.tokens
    return not tokens or any(
        tokens[i].tag == "VERB" for span in attribution.cue for i in context.tokens_in(span)
    )


def _trimmed(context: Context, span: Span) -> Span:
    shown = span.of(context.text)
    end = span.end - (len(shown) - len(shown.rstrip(" ,;:–—")))
    return Span(span.start, end) if end > span.start else span
