"""Names that a model marked in part, made whole: "Lund" of "Ida Lund-Holm", "Harbour" of
"Quiet Harbour"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from herodotus.compare import leaders, names
from herodotus.compare.gazetteer import fold
from herodotus.data.annotations import Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution.cover import Cover
from herodotus.resolution.lexicon import words

_BODY = (Kind.ORGANISATION, Kind.OTHER, Kind.FACILITY)
_UNSURE = (Kind.PLACE, Kind.OTHER)
_BEFORE = re.compile(r"(?<![\w’'-])((?:[A-Z]\.)+|[A-Z][\w’'-]*) $")
_AFTER = re.compile(r" ([A-Z][a-z]+)(?![\w’'-])")
_HYPHENATED = re.compile(r"(?:[-‑][A-Z][\w’]+)+")
_FOR = re.compile(r" (?:for|of|on|and)(?: the)? ")
_POSSESSIVE = re.compile(r"[’']s?$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_IN_FULL = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+")
_GOES_ON = re.compile(r" [A-Z]")


def complete(text: str, mentions: Sequence[Mention], known: Cover) -> list[Mention]:
    """`known` are the hits of the gazetteers, over which no name is extended."""
    joined = _companies(text, _joined(text, mentions, known), known)
    titled = headlines(text)
    whole = [m if titled.touches(m.span) else _extended(text, m, known) for m in joined]
    agreed = _agreed(text, _cut(text, _disjoint(whole), titled), known)
    return _disjoint([*agreed, *_surnames(text, agreed, known)])


def headlines(text: str) -> Cover:
    """Lines in which nearly every word is capitalised, so that a capital tells nothing of names."""
    return Cover(Span(*line.span()) for line in _LINE.finditer(text) if _is_headline(line[0]))


_LINE = re.compile(r"[^\n]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_TITLED = 0.8  # of the words of four letters and more


def _is_headline(line: str) -> bool:
    long = _LONG_WORD.findall(line)
    capitals = sum(word[0].isupper() for word in long)
    return len(long) > 2 and capitals >= _TITLED * len(long) and line.rstrip()[-1:] != "."


def _cut(text: str, mentions: Sequence[Mention], titled: Cover) -> list[Mention]:
    """In headlines a name is what the text below calls so: "Harbour" of "Harbour Opens Monday"."""
    below = {m.span.of(text) for m in mentions if not titled.touches(m.span)}
    return [part for m in mentions for part in (_parts(text, m, below) if titled.touches(m.span) else [m])]


def _parts(text: str, mention: Mention, below: set[str]) -> list[Mention]:
    """The longest names inside a mention, in order; the mention itself where it is one or holds none."""
    written = mention.span.of(text)
    if written in below or " " not in written:
        return [mention]
    inside = [
        (m.start(), m.end())
        for name in below
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", written)
    ]
    apart = Cover(Span(*pair) for pair in sorted(inside, key=lambda pair: pair[0] - pair[1]))
    start = mention.span.start
    return [replace(mention, span=Span(start + s.start, start + s.end)) for s in apart.spans] or [mention]


def _joined(text: str, mentions: Sequence[Mention], known: Cover) -> list[Mention]:
    """Neighbours that are one name: a given name and what follows, a body and its "for ..." or "of ..."."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        last = kept[-1] if kept else None
        if last and _one_person(text, last, mention) and not known.touches(mention.span):
            kept[-1] = replace(last, span=Span(last.span.start, mention.span.end), kind=Kind.PERSON)
        elif last and last.kind in _BODY and mention.kind in _BODY and _one_body(text, last, mention):
            kept[-1] = replace(last, span=Span(last.span.start, mention.span.end))
        else:
            kept.append(mention)
    return kept


def _one_person(text: str, one: Mention, two: Mention) -> bool:
    gap = text[one.span.end : two.span.start]
    if gap not in {"", " "} or Kind.PERSON not in (one.kind, two.kind) or " " in two.span.of(text):
        return False
    first = one.span.of(text)
    return gap == "" or (" " not in first and (one.kind is Kind.PERSON or leaders.is_given_name(first)))


def _one_body(text: str, one: Mention, two: Mention) -> bool:
    gap = text[one.span.end : two.span.start]
    return bool(_FOR.fullmatch(gap)) and one.span.of(text).split()[-1].lower() in words("bodies")


def _companies(text: str, mentions: Sequence[Mention], known: Cover) -> list[Mention]:
    """Names taken for places or other things that go on like a company's ("Aurora" of "Aurora Tanker Lines"), and the
    same names where they stand alone."""
    wholes = {
        m.span: Span(m.span.start, whole.end())
        for m in mentions
        if m.kind in _UNSURE and not known.touches(m.span) and (whole := _company().match(text, m.span.start))
    }
    called = {span.of(text) for span in wholes}
    return [
        replace(m, span=wholes.get(m.span, m.span), kind=Kind.ORGANISATION)
        if m.kind in _UNSURE and m.span.of(text) in called
        else m
        for m in mentions
    ]


@cache
def _company() -> re.Pattern[str]:
    return re.compile(
        rf"[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+){{0,3}} (?:{'|'.join(sorted(words('company_ends')))})\b"
    )


def _extended(text: str, mention: Mention, known: Cover) -> Mention:
    """Capitalised words before a name, and what a hyphen joins to it after."""
    if mention.kind not in (*_BODY, Kind.PERSON) or known.over(mention.span):
        return mention
    start, end = mention.span
    after = _HYPHENATED.match(text, end)
    end = after.end() if after else _body_end(text, mention, known)
    while before := _BEFORE.search(text[max(0, start - 24) : start]):
        begin = start - len(before[0])
        if known.touches(Span(begin, start)) or not _belongs(text, begin, before[1], mention.kind):
            break
        start = begin
    return mention if mention.span == (start, end) else replace(mention, span=Span(start, end))


def _body_end(text: str, mention: Mention, known: Cover) -> int:
    """Behind the capitalised words after the first of a body: "Aurora" of "Aurora Tanker Lines"."""
    end = mention.span.end
    if mention.kind is not Kind.ORGANISATION:
        return end
    while after := _AFTER.match(text, end):
        bare = after[1].lower()
        if bare in _no_names() or leaders.is_given_name(after[1]) or known.touches(Span(*after.span(1))):
            break
        end = after.end()
    return end


def _belongs(text: str, start: int, word: str, kind: Kind) -> bool:
    """Whether a capitalised word before a name is part of it: no title, no month, not just the start of a
    sentence."""
    bare = word.strip(".").lower()
    if bare in _no_names() or _POSSESSIVE.search(word):
        return False
    if kind is Kind.PERSON and (leaders.is_given_name(word) or _INITIALS.fullmatch(word)):
        return True
    if text[start - 1 : start] in {"“", '"', "‘"}:
        return False
    opening = text[:start].rstrip(' “"‘')[-1:]
    return opening not in {"", ".", "!", "?", "\n", ":", "”"}


@cache
def _no_names() -> frozenset[str]:
    """Capitalised words beside a name that are no part of it."""
    return names.titles() | words("people") | words("before") | words("calendar")


def _agreed(text: str, mentions: Sequence[Mention], known: Cover) -> list[Mention]:
    """One kind for one word: a person's where it is the surname of one, or often enough taken for one."""
    scores: defaultdict[str, defaultdict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        scores[mention.span.of(text)][mention.kind] += mention.score
    surnames = bearers(text, mentions)
    return [
        replace(m, kind=Kind.PERSON)
        if m.kind is not Kind.PERSON
        and (_is_person(m.span.of(text), scores, surnames) or _bears_office(text, m))
        and not known.over(m.span)
        else m
        for m in mentions
    ]


def _bears_office(text: str, mention: Mention) -> bool:
    """Whether an office that only a person holds stands before a name of two or three words."""
    name = mention.span.of(text)
    if not _IN_FULL.fullmatch(name) or not words("bodies").isdisjoint(name.lower().split()):
        return False
    return _OFFICE.search(text[max(0, mention.span.start - 30) : mention.span.start]) is not None


_OFFICE = re.compile(
    r"\b(?:chief executive|spokes(?:man|woman|person)|minister|president|chairman|chairwoman|secretary|ambassador|"
    r"senator|governor|mayor|professor|detective|sheriff|chancellor|analyst|economist) $"
)


def _is_person(name: str, scores: defaultdict[str, defaultdict[Kind, float]], surnames: set[str]) -> bool:
    kinds = scores[name]
    return fold(name) in surnames or kinds[Kind.PERSON] >= _SHARE * sum(kinds.values())


_SHARE = 1 / 3  # of a word's scores; persons are what a model trained on few foreign names misses most


def bearers(text: str, mentions: Sequence[Mention]) -> set[str]:
    """Surnames, folded, of the persons named in full."""
    parsed = (names.parse(m.span.of(text)) for m in mentions if m.kind is Kind.PERSON)
    return {name.surname for name in parsed if name.given and len(name.surname) > 2}


def _surnames(text: str, mentions: Sequence[Mention], known: Cover) -> list[Mention]:
    """Surnames of persons named in full that the model passed over."""
    bearers = {
        names.plain(m.span.of(text)).split()[-1]
        for m in mentions
        if m.kind is Kind.PERSON and " " in m.span.of(text)
    }
    listed = "|".join(sorted(map(re.escape, filter(str.istitle, bearers)), key=len, reverse=True))
    if not listed:
        return []
    taken = Cover([m.span for m in mentions])
    found = (Span(*match.span()) for match in re.finditer(rf"(?<![\w-])(?:{listed})(?![\w-])", text))
    free = (span for span in found if not taken.touches(span) and not known.touches(span))
    return [
        Mention(span, Kind.PERSON, mentions[0].form, _PASSED_OVER)
        for span in free
        if not _GOES_ON.match(text, span.end)
    ]


_PASSED_OVER = 0.5


def _disjoint(mentions: Sequence[Mention]) -> list[Mention]:
    """Persons first, then longer ones; what a person's name cuts keeps the words before it."""
    kept: list[Mention] = []
    people = Cover(m.span for m in mentions if m.kind is Kind.PERSON)
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        one = mention if mention.kind is Kind.PERSON else _before_person(mention, people)
        if one.span.end > one.span.start and (not kept or one.span.start >= kept[-1].span.end):
            kept.append(one)
    return kept


def _before_person(mention: Mention, people: Cover) -> Mention:
    person = people.touching(mention.span)
    return (
        replace(mention, span=Span(mention.span.start, max(mention.span.start, person.start - 1)))
        if person
        else mention
    )
