"""What a statement is said to rest on: evidence.yaml applied to the words that govern it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from herodotus.attribution.context import Context, hull, sharing
from herodotus.attribution.lexicon import read
from herodotus.attribution.links import Link
from herodotus.attribution.sources import outlets
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.data.statements import Evidence
from herodotus.offsets import gaps

_CITES = re.compile(r", (?:citing|quoting|based on|pointing to) ")
_PART = re.compile(r"[^,;]+(?:, (?=which|that|who)[^,;]+)?")
_REACH = 60  # code points between a citing phrase and what it cites ("citing two recently released ...")
_OPENING = 90  # code points of a content in which its subject and a verb of showing must stand


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The kinds by rank, and what tells each of them by its rank: `patterns` for each text (see `evidence`),
    `agencies` for the kind of the outlet that speaks or relays."""

    ranked: tuple[Evidence, ...]
    patterns: Mapping[str, tuple[tuple[int, re.Pattern[str]], ...]]
    agencies: tuple[tuple[int, str], ...]


def evidence(context: Context, link: Link, others: Sequence[Link], chain: Sequence[str]) -> Evidence:
    """The first kind that the source, a citing phrase of the sentence, or the content's own subject names."""
    shown = f"{' '.join(span.of(context.text) for span in link.source.spans)} | {link.source.name}".lower()
    told_by = outlets(link.source.name) | _relaying(chain)
    parts = list(_governing(context, link, others))
    governing = " | ".join(parts)
    opening = _opening(context, link.attribution) or "".join(parts[:1])
    # no kind is cited without a word of citing, none opens a content without a verb of showing
    texts = {
        "shown": shown,
        "governing": governing,
        "cited": governing if _word("citing").search(governing) else "",
        "opening": opening if _word("showing").search(opening) else "",
        "told": _quoted(context, link.attribution),
    }
    kinds = _kinds()
    held = [(where, text) for where, text in texts.items() if text]
    named = [rank for where, text in held for rank, pattern in kinds.patterns[where] if pattern.search(text)]
    named += [rank for rank, agency in kinds.agencies if agency in told_by]
    return kinds.ranked[min(named)] if named else Evidence.NONE


def _relaying(chain: Sequence[str]) -> set[str]:
    """A state's outlet tells what it is let tell; an agency that passes a speaker on is no evidence."""
    return {"state media"} & {kind for name in chain[:-1] for kind in outlets(name)}


def _governing(context: Context, link: Link, others: Sequence[Link]) -> Iterator[str]:
    """The parts of the cue's sentence outside the content that no other source stands nearer to."""
    cue = hull(link.attribution.cue)
    sentence = context.sentence(cue.start)
    whole = Span(min(sentence.start, cue.start), max(sentence.end, cue.end))
    inside = [s for s in sharing(link.content, whole) if not _cites(context, s)]
    clipped = [Span(max(s.start, whole.start), min(s.end, whole.end)) for s in inside]
    start, end = whole
    near = [other for other in others if other.words.start < end and start < other.words.end]
    rivals = [other for other in near if _rivals(other, link)]
    for free in gaps(clipped, *whole):
        for match in _PART.finditer(context.text, *free):
            part = Span(*match.span())
            if all(link.distance(part) <= other.distance(part) for other in rivals):
                yield part.of(context.text).lower()


def _rivals(other: Link, link: Link) -> bool:
    """Whether another source speaks, and not within the content of this one."""
    if other.source.name == link.source.name:
        return False
    return not any(span.contains(hull(other.attribution.cue)) for span in link.attribution.content)


def _cites(context: Context, span: Span) -> bool:
    """Whether an unquoted content runs on over ", citing ..." of its reporter."""
    citing = _CITES.search(context.text, *span)
    return citing is not None and not context.quotes_in(Span(citing.start(), span.end))


def _opening(context: Context, attribution: Attribution) -> str:
    """Where the sentence of a content begins, or the cue itself if it cites ("cited satellite images")."""
    if not attribution.content:
        return ""
    first, cue = min(attribution.content), hull(attribution.cue)
    shown = " ".join(span.of(context.text) for span in attribution.cue).lower()
    if _word("citing").search(shown) and "according" not in shown:
        return f"{context.text[first.start : min(first.end, first.start + _REACH)].lower()} shows"
    start = first.start if cue.end <= first.start else context.sentence(first.start).start
    return context.text[start : min(first.end, start + _OPENING)].lower()


def _quoted(context: Context, attribution: Attribution) -> str:
    """How a content begins that stands in quotation marks."""
    first = min(attribution.content, default=None)
    if first is None or not context.quotes_in(first):
        return ""
    return context.text[first.start : min(first.end, first.start + _OPENING)].lower()


@cache
def _kinds() -> _Kinds:
    data = read("evidence.yaml")
    rows = data["kinds"]
    given = [_patterns(Evidence(name), row, data) for name, row in rows.items()]
    compiled = {
        where: tuple(
            (rank, re.compile(pattern))
            for rank, patterns in enumerate(given)
            for pattern in patterns[where]
            if pattern
        )
        for where in given[0]
    }
    agencies = tuple((rank, row["agency"]) for rank, row in enumerate(rows.values()) if "agency" in row)
    return _Kinds(tuple(map(Evidence, rows)), compiled, agencies)


@cache
def _word(name: str) -> re.Pattern[str]:
    """The words of citing, or of showing."""
    return re.compile(read("evidence.yaml")[name])


def _patterns(
    kind: Evidence, row: Mapping[str, str], data: Mapping[str, str]
) -> dict[str, tuple[str | None, ...]]:
    words, nearby = row.get("words"), row.get("nearby")
    # images and intelligence are sources that speak by themselves, wreckage and statements are not
    speaks = kind in (Evidence.DECLASSIFIED, Evidence.SATELLITE, Evidence.INTELLIGENCE)
    return {
        "shown": (row.get("source"), words if speaks else None, nearby),
        "governing": (nearby,),
        "cited": (words and rf"(?:{data['citing']})[^|.;]{{0,{_REACH}}}?(?:{words})",),
        "opening": (words and rf"^\W*(?:that )?(?:[\w.’'-]+ ){{0,4}}(?:{words}).*?{data['showing']}",),
        "told": (row.get("told"),),
    }
