"""The model's named mentions without what cannot be a name."""

from __future__ import annotations

import re

from herodotus.data.annotations import Annotated, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution.lexicon import plurals, words

_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|"
    r"October|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|The|Mr|Mrs|Ms|Dr|It|He|She|They|We|I|Both|But|And|In|On|At"
)


def named(annotated: Annotated) -> list[Mention]:
    """Named mentions trimmed of articles, possessives and quotation marks; no words in lower case, no month, no number."""
    text = annotated.document.text
    found = (_trimmed(text, mention) for mention in annotated.mentions if mention.form is Form.NAMED)
    return [mention for mention in found if _can_name(mention.span.of(text), mention.kind)]


def _can_name(name: str, kind: Kind) -> bool:
    if len(name) < 2 or _CALENDAR.fullmatch(name) or not re.search(r"[^\W\d_]", name):
        return False
    if kind in {Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE}:
        return True
    last = re.split(r"[\s-]", name)[-1]
    noun = last.islower() and (
        last in words("people") or last in plurals("people") or last in words("collectives")
    )
    return bool(re.match(r"[^\W\d_]", name)) and not name[0].islower() and not noun


def _trimmed(text: str, mention: Mention) -> Mention:
    """Without quotation marks, a possessive, an article or other small words around it."""
    start, end = mention.span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (
        text[end - 1].isalnum() or (text[end - 1] == "." and "." in text[start : end - 1])
    ):
        end -= 1
    if re.search(r"[’']s$", text[start:end]):
        end -= 2
    small = re.match(r"(?:(?:[Tt]he|an?|of|in|by|and|to|for)\s+)+(?=\S)", text[start:end])
    if small and mention.kind not in {Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE}:
        start += small.end()
    return Mention(Span(start, end), mention.kind, mention.form, mention.score)
