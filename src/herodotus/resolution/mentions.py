"""The model's named mentions without what cannot be a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from herodotus.compare import countries, leaders, names
from herodotus.data.annotations import Annotated, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution import offices
from herodotus.resolution.lexicon import plurals, words

_OPENERS = re.compile(
    r"The|Mr|Mrs|Ms|Dr|It|He|She|They|We|I|Both|But|And|In|On|At|Democratic|People|Republic"
)
_HARDWARE = (Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[\w-]+")
_SMALL_BEHIND = re.compile(r"(?:\s+(?:and|or|of|for|in|the|to))+$")
_SMALL_BEFORE = re.compile(r"(?:(?:[Tt]he|an?|of|in|by|and|to|for|[A-Z]\w+-based)\s+)+(?=\S)")
_PURPOSE = re.compile(r"[a-z] (?:of|for) ")
_ASIDE = re.compile(r" \(|, (?=[A-Z][\w.]*[’']s |(?:the|an?|who|whose|which) )")
_OF = re.compile(r" (?:of|for) (?:the )?")
_GIVEN = re.compile(r"[A-Z][\w’'-]+(?= [A-Z])")
_FULL = re.compile(r"\.? (?=[A-Z][\w’'-]+ [A-Z])")
_ROLE_GOES_ON = re.compile(r",| (?:to|of|for) ")
_BEARER = re.compile(r"[\s,.]*([A-Z][\w’'-]+ .*)")


def named(annotated: Annotated) -> list[Mention]:
    """Named mentions trimmed of articles, possessives and quotation marks; no words in lower case, no month,
    no number."""
    text = annotated.document.text
    found = []
    for mention in annotated.mentions:
        start, end = mention.span
        name = _name(text[start:end], mention.kind) if mention.form is Form.NAMED else None
        if name is not None and not _common(name.of(text[start:end]), mention.kind, text):
            span = Span(start + name.start, start + name.end)
            found.append(Mention(span, mention.kind, mention.form, mention.score))
    return found


def _common(name: str, kind: Kind, text: str) -> bool:
    """Whether a single word is a noun for persons that only begins a sentence or stands in a headline."""
    lower = name.lower()
    listed = (
        lower in _nouns() if kind is not Kind.PERSON else lower in plurals("participants") | plurals("people")
    )
    return listed and re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", text) is not None


@cache
def _nouns() -> frozenset[str]:
    tables = ("people", "participants")
    return frozenset().union(*(words(table) | plurals(table) for table in tables))


@lru_cache(maxsize=1 << 12)
def _name(written: str, kind: Kind) -> Span | None:
    """What of a mention's words is a name; None where they cannot be one. Remembered, as names come again."""
    name = _trimmed(written, kind)
    return name if _can_name(name.of(written), kind) else None


def _can_name(name: str, kind: Kind) -> bool:
    plain = len(name) < 2 or _OPENERS.fullmatch(name) or name.strip(".").lower() in words("calendar")
    if plain or not _LETTER.search(name):
        return False
    if kind in _HARDWARE:
        return True
    split = name.split()
    if not name[0].isalpha() or name[0].islower():
        return False
    if split[-1][0].islower():
        return offices.office(name) is not None
    titles = [word for word in split if word.strip(".").lower() in _titles()]
    person = split[-1].lower() in words("people")
    if kind is Kind.PERSON:
        return len(titles) != len(split) and (not person or leaders.is_given_name(split[0]))
    return not titles or not (len(titles) == len(split) or person or _PURPOSE.search(name))


@cache
def _titles() -> frozenset[str]:
    return words("people") | names.titles()


def _trimmed(text: str, kind: Kind) -> Span:
    """Without quotation marks, a possessive, an article or other small words around it."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    small = _SMALL_BEHIND.search(text[start:end])
    end -= len(small[0]) if small else 0
    while end > start and not (
        text[end - 1].isalnum() or (text[end - 1] == "." and "." in text[start : end - 1])
    ):
        end -= 1
    if text[start:end].endswith(("’s", "'s")):
        end -= 2
    small = _SMALL_BEFORE.match(text[start:end])
    if small and kind not in _HARDWARE:
        start += small.end()
    if kind is Kind.PERSON:
        start += _role_end(text[start:end])
        end = start + len(_ASIDE.split(text[start:end])[0])
    return Span(start, end)


def _title_end(name: str) -> int:
    """Where the name begins in "Norwegian President Karen Holm", "Secretary of State Karen Holm"; 0 for plain
    titles, which belong to how the person is called."""
    titles = [
        m
        for m in _WORD.finditer(name)
        if m[0].lower() in words("people") or (m[0][0].isupper() and m[0].lower() in names.titles())
    ]
    if not titles or leaders.is_given_name(name.split(maxsplit=1)[0]):
        return 0
    end = titles[-1].end()
    if offices_of := _OF.match(name, end):
        given = (m for m in _GIVEN.finditer(name, offices_of.end()) if leaders.is_given_name(m[0]))
        first = next(given, None)
        return first.start() if first else 0
    plain = _FULL.match(name, end)
    return plain.end() if plain and titles[0].start() > 0 else 0


def _role_end(name: str) -> int:
    """Where the name begins in "Danish envoy to the UN, Karen Holm"; 0 where no role goes before it."""
    if (start := _title_end(name)) > 0:
        return start
    roles = [m for m in _WORD.finditer(name) if m[0].lower() in words("people")]
    if not roles or not _ROLE_GOES_ON.search(name, roles[0].end()):
        return 0
    bodies = [hit.end for hit in countries.scan(name)]
    rest = _BEARER.match(name, max([roles[-1].end(), name.rfind(","), *bodies]))
    return rest.start(1) if rest else 0
