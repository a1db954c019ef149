"""Who wrote it, for which agency, and the outlet behind an e-mail address."""

from __future__ import annotations

import re
from functools import cache

from herodotus.readers.patterns import table

EMAIL = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
OPENING = re.compile(
    r"(?:by|story by|written by|reported by|words by|text by|byline:?|author:|from)\s+(?=\S)", re.IGNORECASE
)
BYLINE = re.compile(
    r"(?:(?i:by|story by|written by|reported by|words by|text by|author:)|From(?= [A-Z][\w.’'-]+ [A-Z][\w.’'-]+,? in ))\s+"
    r"(?:the )?[^\W\d_a-z][\w.’'-]*(?:[ ,|/·–—-]+(?:and|&|of|for|with|in|de|van|von|al|bin|el|da|the|[^\W\d_a-z]?[\w.’'@&-]*))*$"
)
LOWER = re.compile(r"\b[a-z]{2,}\b")
SMALL = frozenset(
    "and of for with in de van von al bin el da del la the by at on correspondent reporter editor writer staff news agencies"
    " special political foreign senior chief".split()
)
CUT = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|,\s(?=(?:the )?[A-Z][\w.’'-]* ?(?:News|Press|Times|Post|Writer|Correspondent|Reporter"
    r"|Editor|Staff|Bureau)\b)).*$"
)
PUBLIC_MAIL = frozenset(
    "gmail yahoo hotmail outlook aol icloud protonmail proton gmx mail live msn me".split()
)
SECOND_LEVEL = frozenset("co com org net ac gov or ne go edu".split())


def opens_byline(text: str) -> bool:
    """Whether a line is "By Name ...", an optional e-mail address included, and not a sentence that begins so."""
    bare = EMAIL.sub("", text).strip(" []()<>,|")
    if not BYLINE.match(bare) or bare.endswith(("!", "?")) or (bare.endswith(".") and len(bare.split()) > 8):
        return False
    return all(word in SMALL for word in LOWER.findall(OPENING.sub("", bare, count=1)))


def name_in(text: str) -> str | None:
    """The name in a byline, without "By", e-mail address, agency and post; None where nothing is left."""
    bare = OPENING.sub("", EMAIL.sub("", text), count=1).strip(" []()<>,|")
    bare = CUT.sub("", bare)
    agency = agency_in(bare)
    if agency and bare in credits():
        return None
    for credit in sorted(credits(), key=len, reverse=True):
        bare = re.sub(rf"(?:,| for| of|\s[-–—])\s*(?:the )?{re.escape(credit)}$", "", bare)
    bare = " ".join(bare.strip(" .,;").split())
    return bare.title() if bare.isupper() else bare or None


@cache
def credits() -> dict[str, str]:
    """Every credit by which an agency is named, to its name."""
    return {credit: name for name, forms in table("agencies").items() for credit in forms}


@cache
def _credit_pattern() -> re.Pattern[str]:
    names = sorted(credits(), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(re.escape(name) for name in names)})(?![\w])")


def agency_in(text: str) -> str | None:
    """The agency that a byline or dateline credits, by its common name; forms are told apart by case."""
    found = _credit_pattern().search(text)
    return credits()[found.group()] if found else None


def mail_domain(text: str) -> str | None:
    """The registered domain of an e-mail address, None for public mail services."""
    found = EMAIL.search(text)
    if not found:
        return None
    parts = found["domain"].lower().strip(".").split(".")
    keep = 3 if len(parts) > 2 and parts[-2] in SECOND_LEVEL and len(parts[-1]) == 2 else 2
    registered = parts[-keep:]
    return None if registered[0] in PUBLIC_MAIL else ".".join(registered)
