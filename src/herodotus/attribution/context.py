"""One annotated document with what every step of attribution asks of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from herodotus.attribution.lexicon import Word
from herodotus.attribution.lexicon import words as words_of
from herodotus.data.annotations import Annotated, Entity, Token
from herodotus.data.documents import Span

_QUOTED = re.compile(r'"[^"]*"?|(?:\'\'|``)(?:[^\']|\'(?!\'))*(?:\'\')?|“[^”“]*”?|«[^»«]*»?|„[^“”„]*[“”]?')
_CLOSING = "\"”’'»)]"
_ENDING = (".", "!", "?", "…")
_STOP = re.compile(r"[.!?…]+[\"”’»)\]]*(?:\s+|$)")
_BREAK = re.compile(r"\n\s*\n\s*|(?<=[.!?:…\"”’'»)\]])[ \t\r]*\n\s*")
_INNER_STOP = re.compile(r"[.!?][\"”’)]*\s")
_RUN_ON = re.compile(r"(?<![\w.])(?!vs\b|etc\b)[a-z][\w’'-]+[.!?]+[\"”’)]*(\s+)(?=[\"“‘]?[A-Z])")
LONGEST_QUOTE = 1500  # code points; a mark left open further than this was no quotation mark


@dataclass(frozen=True, slots=True)
class Context:
    """`sentences` and `paragraphs` are those of the body; `quotes` what stands in quotation marks, marks
    included; `named` leads from the span of a mention to its entity, `children` from a token to those that
    hang on it. `mentions` are the spans of `named` in text order, none of them longer than `longest`."""

    annotated: Annotated
    text: str
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    quotes: tuple[Span, ...]
    words: tuple[Word, ...]
    word_starts: list[int]
    token_starts: list[int]
    named: dict[Span, Entity]
    mentions: list[Span]
    longest: int
    children: tuple[tuple[int, ...], ...]

    def sentence(self, position: int) -> Span:
        """The sentence that holds a position; an empty span where none does."""
        return _holding(self.sentences, position)

    def paragraph(self, position: int) -> Span:
        return _holding(self.paragraphs, position)

    def subtree(self, root: int) -> Span:
        """What hangs on a token, as one stretch, its asides and the punctuation around it left out."""
        tokens, inside, new = self.annotated.tokens, {root}, [root]
        while new:
            below = [i for parent in new for i in self.children[parent]]
            new = [i for i in below if i not in inside and tokens[i].relation not in {"punct", "parataxis"}]
            inside.update(new)
        return hull([tokens[i].span for i in inside])

    def heads(self, span: Span) -> list[int]:
        """The tokens of a span that hang on nothing inside it."""
        tokens, inside = self.annotated.tokens, self.tokens_in(span)
        return [i for i in inside if tokens[i].head == i or tokens[i].head not in inside]

    def paragraph_before(self, paragraph: Span) -> Span:
        """The paragraph before another; the same one where it is the first."""
        index = bisect_left(self.paragraphs, paragraph)
        return self.paragraphs[max(0, index - 1)]

    def quotes_in(self, span: Span) -> Sequence[Span]:
        """The quotations that share a code point with a span."""
        return sharing(self.quotes, span)

    def mentions_in(self, span: Span) -> list[Span]:
        """The mentions that share a code point with a span."""
        first = bisect_left(self.mentions, (span.start - self.longest,))
        last = bisect_left(self.mentions, (span.end,), lo=first)
        return [mention for mention in self.mentions[first:last] if mention.end > span.start]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that begin inside a span."""
        first = bisect_left(self.word_starts, span.start)
        return self.words[first : bisect_left(self.word_starts, span.end, lo=first)]

    def count_in(self, span: Span) -> int:
        """How many words begin inside a span."""
        first = bisect_left(self.word_starts, span.start)
        return bisect_left(self.word_starts, span.end, lo=first) - first

    def tokens_in(self, span: Span) -> range:
        """The indexes of the tokens that begin inside a span."""
        first = bisect_left(self.token_starts, span.start)
        return range(first, bisect_left(self.token_starts, span.end, lo=first))


def context(annotated: Annotated) -> Context:
    text = annotated.document.text
    furniture = [region.span for region in annotated.document.regions]
    whole = _whole(text, annotated.sentences)
    found = tuple(words_of(text))
    parted = paragraphs(text)
    named = {mention.span: entity for entity in annotated.entities for mention in entity.mentions}
    return Context(
        annotated=annotated,
        text=text,
        sentences=tuple([s for s in whole if not any(f.contains(s) for f in furniture)]),
        paragraphs=parted,
        quotes=quotes(text, parted),
        words=found,
        word_starts=[word.start for word in found],
        token_starts=[token.span.start for token in annotated.tokens],
        named=named,
        mentions=sorted(named),
        longest=max((end - start for start, end in named), default=0),
        children=children(annotated.tokens),
    )


def _parts(text: str, before: Span, gap: str, behind: Span) -> bool:
    """Whether a sentence ends between two stretches; a line broken off in mid-sentence does not end it."""
    small = text[behind.start].islower()
    ended = before.of(text).rstrip(_CLOSING).endswith(_ENDING)
    if gap.count("\n") == 1 and small and not ended:
        return False
    return "\n" in gap or (ended and not small)


def _whole(text: str, sentences: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences, those cut at a comma, before a small letter or before a full stop put together."""
    whole: list[Span] = []
    for sentence in sentences:
        gap = text[whole[-1].end : sentence.start] if whole else "\n"
        stop = _STOP.match(text, sentence.start, sentence.end)
        if stop and whole and "\n" not in gap:
            whole[-1] = Span(whole[-1].start, sentence.start + len(stop[0].rstrip()))
            whole += [Span(stop.end(), sentence.end)] if stop.end() < sentence.end else []
        elif not whole or _parts(text, whole[-1], gap, sentence):
            whole.append(sentence)
        else:
            whole[-1] = Span(whole[-1].start, sentence.end)
    return tuple(part for sentence in whole for part in _apart(text, sentence))


def _apart(text: str, sentence: Span) -> list[Span]:
    """Cut where a word in small letters, a full stop and a capital follow each other."""
    if not _INNER_STOP.search(text, *sentence):
        return [sentence]
    breaks = [match.span(1) for match in _RUN_ON.finditer(text, *sentence)]
    edges = [sentence.start, *(edge for each in breaks for edge in each), sentence.end]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    hanging: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            hanging[token.head].append(index)
    return tuple(map(tuple, hanging))


def paragraphs(text: str) -> tuple[Span, ...]:
    edges = [0, *(edge for match in _BREAK.finditer(text) for edge in match.span()), len(text)]
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


def quotes(text: str, parted: Iterable[Span]) -> tuple[Span, ...]:
    """What stands in double quotation marks or guillemets, paragraph by paragraph.

    A quotation that runs over several paragraphs opens anew in each and closes in the last, so an open mark
    reaches to the end of its paragraph. Single marks are left out: they cannot be told from apostrophes.
    """
    found = (
        Span(paragraph.start + match.start(), paragraph.start + match.end())
        for paragraph in parted
        for match in _QUOTED.finditer(paragraph.of(text))
    )
    return tuple(span for span in found if 2 < span.end - span.start <= LONGEST_QUOTE)


def hull(spans: Sequence[Span]) -> Span:
    """From the first to the last code point of spans that may lie apart."""
    return spans[0] if len(spans) == 1 else Span(min(spans).start, max([s.end for s in spans]))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points as sorted, disjoint spans."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _holding(spans: tuple[Span, ...], position: int) -> Span:
    index = bisect_left(spans, (position + 1,)) - 1
    if index >= 0 and position < spans[index].end:
        return spans[index]
    return Span(position, position)


def covers(spans: Sequence[Span], span: Span) -> bool:
    """Whether any of sorted, disjoint spans shares a code point with another."""
    return span.start < span.end and len(sharing(spans, span)) > 0


def sharing(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of sorted, disjoint spans that share a code point with another."""
    first = max(0, bisect_left(spans, (span.start + 1,)) - 1)
    last = bisect_left(spans, (span.end,), lo=first)
    if first < last and spans[first].end <= span.start:
        first += 1
    return spans[first:last]
