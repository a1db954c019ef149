"""Sources and contents made whole: gaps closed, quotations completed, what others say cut off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from herodotus.attribution.context import Context, covers, hull, joined, sharing
from herodotus.attribution.lexicon import lexicon, pattern, wordset
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.offsets import covered, gaps

WIDEST_GAP = 3  # words; PolNeAR's own discontinuous contents are cut by a cue or a source, not by a few words
WIDEST_ASIDE = 16  # words of a gap that all hang on the words before it
STRAY = 3  # words; a shorter piece in a sentence where its cue does not stand is no content by itself
LOST = 0.6  # of a quotation that must be content already for the rest of it to be so too
RIVALS = 0.8  # of a piece that the cue of its own sentence governs as well
ADDRESSED = 7  # words in which an audience ends
TAIL = 6  # words behind "..., said the mayor" that leave it at the end of its sentence

Spans = Sequence[Span]
_UNFINISHED = frozenset({"ADP", "SCONJ", "DET", "CCONJ"})
_RELATIVE = frozenset({"that", "which", "who", "whose"})


class Rival(NamedTuple):
    """An attribution beside others: from the first to the last word of its cue, its content as sorted, disjoint
    spans and from the first to the last word of it (empty where there is none)."""

    attribution: Attribution
    cue: Span
    content: tuple[Span, ...]
    reach: Span


def rivals(attributions: Sequence[Attribution]) -> list[Rival]:
    """What each has to know of the others."""
    nowhere = Span(0, 0)
    return [
        Rival(a, hull(a.cue), joined(a.content), hull(a.content) if a.content else nowhere)
        for a in attributions
    ]


def one_source(context: Context, attribution: Attribution, cues: Spans) -> tuple[Span, ...]:
    """One phrase: of several, that of the cue's own sentence, and there the nearest."""
    pieces = closed(context, attribution.source, cues, strict=True)
    cue = hull(attribution.cue)
    sentence = context.sentence(cue.start)
    near = [piece for piece in pieces if piece.overlaps(sentence)] or list(pieces)
    best = min(near, key=lambda piece: max(piece.start - cue.end, cue.start - piece.end), default=None)
    return (_trimmed(context, _finished(context, best, cue)),) if best is not None else ()


def _finished(context: Context, source: Span, cue: Span) -> Span:
    """To the end of its phrase where it breaks off at a word that asks for more: "the crew of a boat that"."""
    tokens, inside = context.annotated.tokens, context.tokens_in(source)
    last = tokens[inside[-1]] if inside else None
    if last is None or not (last.tag in _UNFINISHED or last.span.of(context.text) in _RELATIVE):
        return source
    end = context.subtree(next(iter(context.heads(source)), inside[0])).end
    end = min(end, cue.start) if cue.start > source.start else end
    return Span(source.start, max(end, source.end))


def whole_content(
    context: Context, attribution: Attribution, others: Sequence[Rival], taken: tuple[Spans, Spans]
) -> tuple[Span, ...]:
    """`taken` are all cues, and all cues and sources; `others` may hold the attribution itself."""
    cues, shells = taken
    others = [other for other in others if other.attribution is not attribution]
    same = [other.cue for other in others if other.attribution.source == attribution.source]
    own = joined((*attribution.source, *attribution.cue))
    near = closed(context, attribution.content, shells)
    free = [Span(*part) for piece in near for part in gaps(_inside(own, piece), *piece)]
    whole = joined(_with_quotation(context, piece, cues) for piece in free)
    whole = _from_start(context, attribution, whole, shells)
    cut = [_before_next(context, attribution, piece, same) for piece in whole]
    cut = [_past_audience(context, attribution, piece) for piece in cut]
    cut = [_to_end(context, _past_day(context, attribution, piece), attribution, shells) for piece in cut]
    cut = [piece for piece in cut if not _opens_another(attribution, piece, same)]
    kept = [bare(context, piece) for piece in cut if not _is_stray(context, piece, attribution, others)]
    return tuple(piece for piece in kept if not _is_empty(context, piece, alone=len(kept) == 1))


def _is_empty(context: Context, piece: Span, *, alone: bool) -> bool:
    """Whether a piece has no word, or beside others only one such as "that"."""
    found = context.words_in(piece)
    if len(found) == 1 and found[0].lemma in {"the", "a", "an"}:
        return True
    return not found or (not alone and len(found) == 1 and found[0].lemma in _function_words())


@cache
def _function_words() -> frozenset[str]:
    sets = ("small", "openers", "adverbs", "auxiliaries", "modals", "pronouns", "third_person")
    return frozenset(word for name in sets for word in wordset(name))


def _past_audience(context: Context, attribution: Attribution, piece: Span) -> Span:
    """Under "told" a content that begins with whom it was told, from "that" on."""
    cue = {word.lemma for span in attribution.cue for word in context.words_in(span)}
    if cue.isdisjoint(wordset("addressing")) or piece.start < hull(attribution.cue).end:
        return piece
    first = [word.lemma for word in context.words_in(piece)[:ADDRESSED]]
    if "that" not in first[1:]:
        return piece
    start = context.words_in(piece)[first.index("that")].start
    named = any(span.start >= piece.start and span.end <= start for span in context.named)
    return Span(start, piece.end) if named else piece


def _past_day(context: Context, attribution: Attribution, piece: Span) -> Span:
    """Without the day of saying right behind the cue: "said yesterday the port would open"."""
    if not 0 <= piece.start - hull(attribution.cue).end <= 1:
        return piece
    day = pattern("day").match(piece.of(context.text))
    return Span(piece.start + day.end(), piece.end) if day else piece


def _to_end(context: Context, piece: Span, attribution: Attribution, taken: Spans) -> Span:
    """With the last few words of a sentence that nobody else takes up: "... as they left the port last" year."""
    sentence = context.sentence(hull(attribution.cue).start)
    if piece.start < hull(attribution.cue).end or not sentence.contains(piece) or context.quotes_in(piece):
        return piece
    rest = pattern("last_words").fullmatch(context.text, piece.end, sentence.end)
    if rest is None or covers(taken, Span(piece.end, rest.end(1))):
        return piece
    return Span(piece.start, rest.end(1))


def bare(context: Context, piece: Span) -> Span:
    """Without the space around it."""
    shown = piece.of(context.text)
    start, end = piece.end - len(shown.lstrip()), piece.start + len(shown.rstrip())
    return Span(start, max(start, end))


def closed(context: Context, pieces: Spans, taken: Spans, *, strict: bool = False) -> tuple[Span, ...]:
    """The pieces, joined over gaps of a few words of one sentence that no cue or source takes up; with
    `strict` over no comma and no verb either."""
    done: list[Span] = []
    for piece in joined(pieces):
        gap = Span(done[-1].end, piece.start) if done else piece
        if done and _is_open(context, gap, taken) and not (strict and _divides(context, gap)):
            done[-1] = Span(done[-1].start, piece.end)
        else:
            done.append(piece)
    return tuple(done)


def _is_open(context: Context, gap: Span, taken: Spans) -> bool:
    one = context.sentence(gap.start - 1) == context.sentence(gap.end)
    wide = context.count_in(gap)
    narrow = wide <= WIDEST_GAP or (wide <= WIDEST_ASIDE and _hangs_between(context, gap))
    return one and narrow and not covers(taken, gap)


def _hangs_between(context: Context, gap: Span) -> bool:
    """Whether all words of a gap hang on what stands before it: "ten | of the boats that left | were lost"."""
    tokens, inside = context.annotated.tokens, set(context.tokens_in(gap))
    heads = {tokens[i].head for i in inside} - inside
    return bool(inside) and all(
        tokens[head].tag in {"NOUN", "PROPN", "NUM", "PRON"} and head < min(inside) for head in heads
    )


def _divides(context: Context, gap: Span) -> bool:
    verbs = (context.annotated.tokens[i].tag == "VERB" for i in context.tokens_in(gap))
    return "," in gap.of(context.text) or any(verbs)


def _inside(spans: Spans, whole: Span) -> list[Span]:
    return [Span(max(s.start, whole.start), min(s.end, whole.end)) for s in spans if s.overlaps(whole)]


def _with_quotation(context: Context, piece: Span, cues: Spans) -> Span:
    """Grown over the quotation most of which it is; a quotation is said by one."""
    for quote in context.quotes_in(piece):
        shared = min(piece.end, quote.end) - max(piece.start, quote.start)
        begun = piece.start <= quote.start + 1 and shared > 0
        if (begun or shared >= LOST * (quote.end - quote.start)) and not covers(cues, quote):
            piece = Span(min(piece.start, quote.start), max(piece.end, quote.end))
    return piece


def _from_start(
    context: Context, attribution: Attribution, pieces: tuple[Span, ...], taken: Spans
) -> tuple[Span, ...]:
    """Before "according to X" or a closing ", said X" the content begins with the sentence."""
    shell = hull((*attribution.cue, *attribution.source))
    sentence = context.sentence(shell.start)
    before = [piece for piece in pieces if sentence.start <= piece.start and piece.end <= shell.start]
    if not before or context.quotes_in(Span(before[0].start, before[0].start + 1)):
        return pieces
    whole = Span(sentence.start, before[-1].end)
    grows = is_according(context, attribution) or any(_is_cut(context, piece, sentence) for piece in before)
    clear = grows and not covers(taken, whole)
    return joined((*pieces, whole)) if clear or _closes(context, shell, sentence) else pieces


def _is_cut(context: Context, piece: Span, sentence: Span) -> bool:
    """Whether a piece begins behind what its words hang on: "lost | 40 boxes overnight"."""
    tokens = context.annotated.tokens
    heads = (tokens[tokens[i].head].span.start for i in context.tokens_in(piece))
    return any(sentence.start <= head < piece.start for head in heads)


def is_according(context: Context, attribution: Attribution) -> bool:
    return bool(pattern("according").search(hull(attribution.cue).of(context.text).lower()))


def _closes(context: Context, shell: Span, sentence: Span) -> bool:
    before = context.text[sentence.start : shell.start].rstrip()
    after = context.words_in(Span(shell.end, max(shell.end, sentence.end)))
    return before.endswith((",", ',"', ",”")) and len(after) <= TAIL


def _before_next(context: Context, attribution: Attribution, piece: Span, same: Spans) -> Span:
    """Up to "and" before the next thing that the same source says: "... and said the port would open"; `same`
    are its other cues."""
    starts = [cue.start for cue in same if _joins(context, attribution, cue, piece)]
    tokens = context.annotated.tokens
    verbs = {i for span in attribution.cue for i in context.tokens_in(span)}
    for i in context.tokens_in(piece):
        if tokens[i].head in verbs and tokens[i].relation == "conj" and _is_spoken(context, i):
            starts.append(min(tokens[j].span.start for j in (i, *context.children[i])))
    end = min(starts, default=piece.end)
    kept = context.text[piece.start : end]
    plain = pattern("joint").sub("", kept) if end < piece.end else kept
    return Span(piece.start, piece.start + len(plain)) if plain else piece


def _joins(context: Context, attribution: Attribution, cue: Span, piece: Span) -> bool:
    behind = hull(attribution.cue).start < cue.start and piece.start < cue.start and cue.end <= piece.end
    return behind and bool(pattern("joint").search(context.text[piece.start : cue.start]))


def _is_spoken(context: Context, index: int) -> bool:
    """Whether a joined verb is one of saying or in the perfect, like a cue, and not in a quotation."""
    tokens = context.annotated.tokens
    lemma = lexicon().lemmas.get(tokens[index].span.of(context.text).lower(), tokens[index].lemma)
    helped = any(tokens[i].relation == "aux" and tokens[i].lemma == "have" for i in context.children[index])
    spoken = tokens[index].tag == "VERB" and (helped or lexicon().verb(lemma) is not None)
    return spoken and not context.quotes_in(tokens[index].span)


def _is_stray(context: Context, piece: Span, attribution: Attribution, others: Sequence[Rival]) -> bool:
    """Whether a piece is a word or two far from its cue, or what a nearer cue governs as well."""
    cue = hull(attribution.cue)
    sentence, paragraph = context.sentence(piece.start), context.paragraph(piece.start)
    if pattern("aside").match(piece.of(context.text).lower()):
        return True
    start, end = piece
    near = [other for other in others if other.reach.start < end and start < other.reach.end]
    governing = [other.cue for other in near if _governs(other, piece)]
    if sentence.overlaps(cue):
        between = any(piece.end <= other.start and other.end <= cue.start for other in governing)
        return between and attribution.content[-1].start > cue.start
    if context.count_in(piece) <= STRAY and not context.quotes_in(piece):
        return True
    nearer = sentence if paragraph.overlaps(cue) else paragraph
    return any(nearer.overlaps(other) for other in governing)


def _opens_another(attribution: Attribution, piece: Span, same: Spans) -> bool:
    """Whether a piece behind the cue begins with the next cue of the same source."""
    behind = piece.start > hull(attribution.cue).end
    return behind and any(abs(cue.start - piece.start) <= 1 for cue in same)


def _governs(rival: Rival, piece: Span) -> bool:
    return covered(sharing(rival.content, piece), *piece) > RIVALS * (piece.end - piece.start)


def _trimmed(context: Context, span: Span) -> Span:
    """Without the punctuation behind it."""
    shown = pattern("trailing").sub("", span.of(context.text))
    return Span(span.start, span.start + len(shown)) if shown else span
