"""Who wrote it, for which agency, and the outlet behind an e-mail address."""

from __future__ import annotations

import re
from functools import cache

from herodotus.compare import agencies
from herodotus.readers.patterns import table

EMAIL = re.compile(r"[\w.+-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
OPENING = re.compile(
    r"(?:(?:story|written|reported|words|text) )?by:?\s+|(?:byline|author):\s*|from\s+(?=[A-Z])",
    re.IGNORECASE,
)
FROM = re.compile(r"from\s+[A-Z][\w.’'-]+ [A-Z][\w.’'-]+,? in [A-Z]", re.IGNORECASE)
LOWER = re.compile(r"\b[a-z]{2,}\b")
SEGMENT = re.compile(r"\s*[,|•·/()\[\]&]\s*|\s[–—-]\s|\b(?:and|for|of)\b")
ASIDE = " []()<>,|•·;-–—"
FOREIGN_TO_NAMES = frozenset(';:!?%$€£“”"=+*')
LONGEST = 250
"""Code points of a byline at most; eight names with their agencies have some 200."""
LONGEST_CLOSED = 8
"""Words up to which a line with a full stop can be a byline ("By Jane Doe Jr.")."""


def opens_byline(text: str) -> bool:
    """Whether a line is "By Name ...", e-mail address included, and not a sentence that begins so."""
    if len(text) > LONGEST:
        return False
    bare = EMAIL.sub("", re.split(r"\s[|•·]\s?", text)[0]).strip(ASIDE)
    opening = OPENING.match(bare)
    if not opening or (opening.group().lower().startswith("from") and not FROM.match(bare)):
        return False
    names = bare[opening.end() :].removeprefix("the ")
    closed = names.endswith(".") and len(names.split()) > LONGEST_CLOSED
    if closed or names.endswith(("!", "?", ":")) or not names[:1].isupper():
        return False
    return not set(names) & FOREIGN_TO_NAMES and set(LOWER.findall(names)) <= _words("small")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("bylines")[name].split())


def name_in(text: str) -> str | None:
    """The name in a byline, without "By", e-mail address, agency, date and post; None where none is left."""
    bare = OPENING.sub("", EMAIL.sub("", text).strip(ASIDE), count=1)
    bare = _after_name().sub("", bare).strip(ASIDE)
    if agencies.agency(bare):
        return None
    parts = re.split(r"(,| for | of |\s[–—-]\s)\s*", bare)
    while len(parts) > 2 and agencies.agency(parts[-1]):
        parts = parts[:-2]
    bare = " ".join("".join(parts).replace(",", ", ").split()).strip(ASIDE).removesuffix(".")
    return titled(bare) or None


@cache
def _after_name() -> re.Pattern[str]:
    posts = "|".join(table("bylines")["posts"].split())
    return re.compile(rf"\s*(?:[|•·/]|,\s(?=(?:the )?(?:[\w.’'-]+ ){{0,2}}(?:{posts})\b)|\s(?=\d)).*$")


def titled(name: str) -> str:
    """A name in capital letters as it is usually written; any other as it is."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+(?:[’'][^\W\d_]+)?", lambda found: _capital(found.group()), name)


def _capital(word: str) -> str:
    return word.title() if word[1:2] in {"’", "'"} else word.capitalize()


def agency_in(text: str) -> str | None:
    """The agency that a byline or dateline credits, by its common name where we know it.

    Only a whole part counts, so that "Petra" in a person's name is no agency.
    """
    for part in [text, *SEGMENT.split(OPENING.sub("", text, count=1))]:
        if part and (found := agencies.agency(part)):
            return found.name
        if part and _agency_words().search(part):
            return " ".join(part.split())
    return None


@cache
def _agency_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word.strip()) for word in table("bylines")["agency_words"].split(","))
    return re.compile(rf"^[A-Z][\w.’'& -]{{1,30}} (?:{words})$")


def mail_domain(text: str) -> str | None:
    """The registered domain of an e-mail address, None for public mail services."""
    found = EMAIL.search(text)
    if not found:
        return None
    parts = found["domain"].lower().strip(".").split(".")
    nested = len(parts) > 2 and parts[-2] in _words("second_level") and len(parts[-1]) == 2
    registered = parts[-3:] if nested else parts[-2:]
    return None if registered[0] in _words("public_mail") else ".".join(registered)
