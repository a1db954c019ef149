"""The fragments in which a model names a source, made to the phrase that a person would mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from herodotus.data.annotations import Attribution, Kind
from herodotus.data.documents import Span
from herodotus.resolution.cover import Cover
from herodotus.resolution.drafts import Cast
from herodotus.resolution.lexicon import pronouns, words

_APART = re.compile(r"[;:\n“”\"]|\w\w\.\s")
_LONG_WORD = re.compile(r"\w{4}")
_LINK = re.compile(r"(?:and|or|but|including|as)\s+(?=\S)")
_DETERMINED = re.compile(r"(?:the|an?|its|his|her|their)\b")
_WORD = re.compile(r"[\w-]+")
_WORD_BEFORE = re.compile(r"(\S+)\s$")
_LAST_WORD = re.compile(r"([\w-]+)$")
_POSSESSIVE = re.compile(r"[’']s?$")
_LISTED = re.compile(r"(?:,|,?\s(?:and|or))\s(?:the\s)?$")
_APPOSED = re.compile(r",\s+(?:(?:the|an?|\S+[’']s?|[A-Z]\S*)\s+){0,3}$")
_GAP = re.compile(r",?\s")
_EDGES = ',;:“”"—–'
_LONGEST_GAP = (
    25  # code points that may lie between two fragments of one phrase: two words that the model left out
)


def trim(text: str, span: Span) -> Span:
    """Without white space and punctuation at the edges: the span under which the source is a mention."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return Span(start, end)


def phrase(cast: Cast, attribution: Attribution, spans: Sequence[Span], sayings: Cover) -> Span:
    """The whole of the phrase that names the source: fragments joined, names in it completed.

    `sayings` are the cues of the whole document, over which no fragments are joined.
    """
    runs = _runs(cast.text, spans, sayings)
    if (group := _group(cast.text, runs)) is not None:
        return group
    telling = runs if len(runs) == 1 else [run for run in runs if _tells(cast, run)] or runs
    return widened(cast, min(telling, key=lambda run: _distance(run, attribution.cue)))


def _group(text: str, runs: Sequence[Span]) -> Span | None:
    """The whole of whom parts are told behind it: "two ministers" of "two ministers, including Ida Holm"."""
    match = _INCLUDING.match(text, runs[0].start, runs[-1].start) if len(runs) > 1 else None
    return Span(*match.span(1)) if match else None


_INCLUDING = re.compile(r"([^.;:,“”\"\n]{3,80}),\s+(?:including|such as|among them)\b[^;:“”\"\n]*$")


def cues(cast: Cast) -> Cover:
    """The words of saying of the whole document."""
    return Cover(cue for attribution in cast.annotated.attributions for cue in attribution.cue)


def _distance(run: Span, cues: Sequence[Span]) -> int:
    """Code points between a fragment and the nearest cue."""
    return min((max(cue.start - run.end, run.start - cue.end, 0) for cue in cues), default=0)


def _runs(text: str, spans: Sequence[Span], cues: Cover) -> list[Span]:
    runs: list[Span] = []
    for span in sorted(spans):
        gap = Span(runs[-1].end, span.start) if runs else Span(0, 0)
        joins = runs and gap.end - gap.start <= _LONGEST_GAP and not _APART.search(text, *gap)
        if joins and not cues.touches(gap):
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return runs


def _tells(cast: Cast, span: Span) -> bool:
    """Whether a fragment can say who: a name, a pronoun or a word of weight."""
    text = span.of(cast.text)
    return _LONG_WORD.search(text) is not None or text.lower() in pronouns() or bool(cast.overlapping(span))


def widened(cast: Cast, span: Span) -> Span:
    """With the rest of names it cuts through, what belongs to its noun, and the name beside it."""
    if span.of(cast.text).lower() in pronouns():
        return span
    span = _with_names(cast, _with_noun(cast, _without_link(cast.text, span)))
    for step in (_with_modifiers, _with_list, _with_apposed, _with_name_after):
        span = step(cast, span)
    return span


def _without_link(text: str, span: Span) -> Span:
    link = _LINK.match(text, *span)
    return Span(link.end(), span.end) if link else span


def _with_noun(cast: Cast, span: Span) -> Span:
    """A lone article with the name that follows."""
    if span.of(cast.text).lower() not in {"the", "a", "an"}:
        return span
    following = [s for s, _ in cast.overlapping(Span(span.end, span.end + 2)) if s.start == span.end + 1]
    return Span(span.start, max(s.end for s in following)) if following else span


def _with_names(cast: Cast, span: Span) -> Span:
    found = [s for s, d in cast.overlapping(span) if s.end - s.start < _LONGEST_NAME]
    return Span(min([span.start, *(s.start for s in found)]), max([span.end, *(s.end for s in found)]))


_LONGEST_NAME = 80


def _with_modifiers(cast: Cast, span: Span) -> Span:
    """ "officials" of "senior U.S. officials": adjectives and states before a noun in lower case."""
    if not cast.text[span.start].islower() or _DETERMINED.match(span.of(cast.text)):
        return span
    while before := _WORD_BEFORE.search(cast.text[max(0, span.start - 40) : span.start]):
        word = _POSSESSIVE.sub("", before[1]).lower().strip(".")
        state = cast.overlapping(Span(span.start - len(before[0]), span.start - 1))
        if not (
            word in words("before")
            or word in {"the", "a", "an"}
            or (state and state[0][1].kind is Kind.COUNTRY)
        ):
            break
        start = (
            min(span.start - len(before[0]), *(s.start for s, _ in state))
            if state
            else span.start - len(before[0])
        )
        span = Span(start, span.end)
        if word in {"the", "a", "an"}:
            break
    return span


def _with_list(cast: Cast, span: Span) -> Span:
    """ "Moscow" of "Both Pyongyang and Moscow"."""
    before = _LISTED.search(cast.text[max(0, span.start - 12) : span.start])
    if before is None:
        return span
    first = [d for s, d in cast.overlapping(span) if s.start == span.start or s.end == span.end]
    if not first or first[0].kind is not Kind.COUNTRY:
        return span
    end = span.start - len(before[0])
    owners = [s for s, d in cast.overlapping(Span(end - 1, end)) if d.kind is Kind.COUNTRY and s.end == end]
    return _with_list(cast, Span(owners[0].start, span.end)) if owners else span


def _with_apposed(cast: Cast, span: Span) -> Span:
    """A description right after a name and a comma: the name belongs to it."""
    text = cast.text[span.start : span.end]
    nouns = [word.lower() for word in _WORD.findall(text)]
    if words("people").isdisjoint(nouns) or any(d.kind is Kind.PERSON for _, d in cast.overlapping(span)):
        return span
    before = _APPOSED.search(cast.text[max(0, span.start - 50) : span.start])
    if before is None:
        return span
    end = span.start - len(before[0])
    names = [s for s, d in cast.overlapping(Span(end - 1, end)) if d.kind is Kind.PERSON and s.end == end]
    return Span(names[0].start, span.end) if names else span


def _with_name_after(cast: Cast, span: Span) -> Span:
    """A title that stops short of its bearer's name."""
    last = _LAST_WORD.search(span.of(cast.text))
    if last is None or last[1].lower() not in words("people"):
        return span
    after = _GAP.match(cast.text, span.end)
    if after is None:
        return span
    start = after.end()
    names = [
        s for s, d in cast.overlapping(Span(start, start + 1)) if d.kind is Kind.PERSON and s.start == start
    ]
    return Span(span.start, max(s.end for s in names)) if names else span
