"""The opening of an article's first paragraph: place, date, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from herodotus.compare import agencies
from herodotus.readers.bylines import agency_in, titled
from herodotus.readers.dates import months
from herodotus.readers.patterns import table

REACH = 120
DASH = r"(?:\s*(?:—|–|--+|―)\s*|\s+-\s*)"
UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'-]+){0,4}"
MIXED = r"[A-ZÀ-Þ][\w.’'-]+(?: (?:[A-ZÀ-Þ][\w.’'-]+|de|la|of|al|es)){0,3}"
REGION = rf"(?:,\s*(?!(?-i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?:{MIXED}|[A-Z]\.[A-Z]\.))"
CREDIT = r"[(\[](?P<agency>[A-Z][^()\[\]]{1,38}|dpa|ap|afp)[)\]]"


@dataclass(frozen=True, slots=True)
class Opening:
    """`length` code points of the paragraph, up to the words of the article; `date` as written."""

    length: int
    place: str | None
    agency: str | None
    date: str | None


def prefix(paragraph: str) -> Opening | None:
    """The dateline that a paragraph opens with, or None."""
    head = paragraph[:REACH]
    for pattern in _patterns():
        found = pattern.match(head)
        if found and head[found.end() :].strip():
            opening = _opening(found)
            return opening if _is_credible(found, opening) else None
    return None


def _is_credible(found: re.Match[str], opening: Opening) -> bool:
    """Not a person with a party ("Ann Poe (Labour) –"), a label ("BREAKING —") or any other aside ("(L-R)")."""
    place = found.groupdict().get("place")
    if place is None:
        return opening.agency is not None and agencies.agency(opening.agency) is not None
    if place.isupper():
        return place not in table("datelines")["labels"].split()
    return place in _places() or (opening.agency is not None and agencies.agency(opening.agency) is not None)


def _opening(found: re.Match[str]) -> Opening:
    parts = found.groupdict()
    place, credit = parts.get("place"), parts.get("agency")
    agency = (agency_in(credit) or credit.strip()) if credit else None
    if place and len(place) > 3:
        place = titled(place)
    length = len(found.group().rstrip())
    return Opening(length, place, agency, parts.get("date"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted({name.capitalize() for name in months()}, key=len, reverse=True))
    weekdays = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ?"
    day = rf"(?:{names})\.?\s*\d{{1,2}}|\d{{1,2}}\s*(?:{names})\.?"
    date = rf"(?:,?\s*(?P<date>{weekdays}|(?:{weekdays})?(?:{day})(?:,?\s*\d{{4}})?),?)"
    known = "|".join(sorted(map(re.escape, _places()), key=len, reverse=True))
    start = r"(?=[\"“‘'\w$£€(])"
    capital = r"(?=[\"“‘'A-ZÀ-Þ\d$£€])"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?P<place>{UPPER}){REGION}?{date}?\s*{CREDIT}(?:{DASH}|\s*:\s*|\s+){start}",
            rf"(?P<place>{MIXED}){REGION}?{date}?\s*{CREDIT}(?:{DASH}|\s*:\s+){start}",
            rf"(?P<place>{UPPER}){REGION}?{date}?{DASH}{capital}",
            rf"(?P<place>{known}){REGION}?{date}?(?:\s*[—–]\s*|\s+-+\s+|\s*:\s+){capital}",
            rf"{CREDIT}(?:{DASH}|\s*){start}",
        )
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in table("datelines")["places"].split(","))


def alone(line: str) -> Opening | None:
    """The dateline that a line is and nothing else ("WASHINGTON", "Seoul (dpa)"), for known places only."""
    opening = prefix(f"{line.strip(' -–—:')} — X")
    known = opening is not None and opening.place is not None and opening.place.lower() in _folded()
    return opening if known and len(line.split()) <= 8 else None


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.lower() for name in _places())
