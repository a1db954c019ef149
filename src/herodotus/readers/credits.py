"""Whose text a page prints: the agency or outlet that a line credits, where dateline and byline alone do not say it.

Galleries and weather stand above many an article, so every line is looked at; what credits a picture does not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from herodotus.compare import agencies
from herodotus.compare.agencies import Agency, Naming, is_house
from herodotus.data.documents import Span
from herodotus.readers.datelines import DASH
from herodotus.readers.dates import read_date
from herodotus.readers.families import is_date
from herodotus.readers.lines import Line, split

OPENED = re.compile(rf"[^.!?\n]{{0,60}}[(\[](?P<name>[^()\[\]\n]{{2,38}})[)\]]{DASH}(?=\S)")
"""A dateline, whatever the place before the agency is."""
SIGNED = re.compile(r"(?:^|[—–|,-]\s*)(?:\w+ )?by:?\s", re.IGNORECASE)
PICTURE = re.compile(
    r"\b(?:photos?|pictures?|images?|credit|getty|via|courtesy|file|videos?|media)\b[:/ ]|/|\(@|^.{2,40}\|\s*AP$",
    re.IGNORECASE,
)
LABELS = re.compile(r"(?:first |last )?(?:published|posted|updated)\b", re.IGNORECASE)
OWNED = re.compile(r"^(?:copyright|©|\(c\))[\s©]*(?:\d{4}[\s,]*)?(?:by\s+)?(?:the\s+)?$", re.IGNORECASE)
HELPED = re.compile(
    r"\s(?:\w+ ){0,2}?(?:writer|reporter|correspondent|journalist)s?\b[^.\n]{0,250}\bcontribut"
)
NAMED = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*|and|&)\s+$")
FOLLOWED = re.compile(
    r"\s*(?:$|[^\w\s]|\d|(?:and|published|posted|updated|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|"
    r"jul|aug|sep|oct|nov|dec|(?:\w+ ){0,3}(?:writer|reporter|correspondent|staff|editor)s?\b))",
    re.IGNORECASE,
)
SMALL = re.compile(r"\b[a-z]{2,}\b")
BETWEEN = frozenset(
    {
        "and",
        "for",
        "of",
        "with",
        "in",
        "on",
        "at",
        "by",
        "am",
        "pm",
        "posted",
        "published",
        "updated",
        "the",
        "from",
    }
)
LONGEST = 30  # words of a line that credits somebody


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited, by the common name, in what kind of line, and where it stands."""

    agency: str
    how: str
    span: Span


def credited(text: str, publisher: str | None, *, signed: bool) -> Credit | None:
    """The first that a line credits, by how plainly it does; nobody where that is the publisher itself. In an article
    that somebody has `signed`, agency writers who contributed make it no agency's."""
    named = [hit.start for hit in agencies.find(text)]
    lines = split(text) if named else []
    naming = [i for i, line in enumerate(lines) if _holds(line.span, named)]
    for how, test in _TESTS.items():
        if signed and test is _contributors:
            continue
        for i in naming:
            found = test(lines, i)
            if found is not None and not is_house(found.name, publisher):
                return Credit(found.name, how, lines[i].span)
    return None


def _holds(span: Span, places: Sequence[int]) -> bool:
    first = bisect_left(places, span.start)
    return first < len(places) and places[first] < span.end


def _dateline(lines: Sequence[Line], i: int) -> Agency | None:
    found = OPENED.match(lines[i].text)
    return agencies.agency(found["name"]) if found else None


def _byline(lines: Sequence[Line], i: int) -> Agency | None:
    """A line with "by", or with a date in it or below it, that ends with an outlet's name or has it as one part."""
    line = lines[i]
    signed, closed = SIGNED.search(line.text), line.sentence and not line.text.endswith(".m.")
    if line.words > LONGEST or PICTURE.search(line.text) or not (signed or (_dated(lines, i) and not closed)):
        return None
    return next((hit.agency for hit in agencies.find(line.text) if _is_part(line.text, hit)), None)


def _dated(lines: Sequence[Line], i: int) -> bool:
    below = lines[i + 1] if i + 1 < len(lines) else None
    if LABELS.search(lines[i].text) or read_date(lines[i].text):
        return True
    return below is not None and (is_date(below) or bool(LABELS.fullmatch(below.text.strip(": "))))


def _is_part(text: str, hit: Naming) -> bool:
    """Not a word of a sentence, and no person's name ("Michael Bloomberg")."""
    before, name = text[: hit.start], text[hit.start : hit.end]
    if set(SMALL.findall(before)) - BETWEEN or not FOLLOWED.match(text, hit.end):
        return False
    alone = not NAMED.search(before.removesuffix("The ").removesuffix("the "))
    return alone or name.isupper() or " " in name


def _copyright(lines: Sequence[Line], i: int) -> Agency | None:
    """The first words of a line. A photographer's name may follow an agency's ("© REUTERS/ Ida Holm"), and a local
    station may have the letters of a state's ("KCTV")."""
    text = lines[i].text
    hits = (hit for hit in agencies.find(text) if not text.startswith("/", hit.end))
    owners = (hit.agency for hit in hits if OWNED.search(text[: hit.start]))
    return next((owner for owner in owners if owner.kind != "state media"), None)


def _contributors(lines: Sequence[Line], i: int) -> Agency | None:
    """Its own writers, where the line begins with them: a paper's own would come first in its own text."""
    text = lines[i].text
    opening = (hit for hit in agencies.find(text) if re.search(r"(?:^|[.]\s)(?:The )?$", text[: hit.start]))
    return next((hit.agency for hit in opening if HELPED.match(text, hit.end)), None)


_TESTS: dict[str, Callable[[Sequence[Line], int], Agency | None]] = {
    "a dateline": _dateline,
    "a line that credits it": _byline,
    "the copyright notice": _copyright,
    "its writers, credited at the end": _contributors,
}
