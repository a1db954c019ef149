"""The model's named mentions without what cannot be a name."""

from __future__ import annotations

import re

from herodotus.compare import countries, leaders, names
from herodotus.data.annotations import Annotated, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution import offices
from herodotus.resolution.lexicon import words

_OPENERS = re.compile(
    r"The|Mr|Mrs|Ms|Dr|It|He|She|They|We|I|Both|But|And|In|On|At|Democratic|People|Republic"
)


def named(annotated: Annotated) -> list[Mention]:
    """Named mentions trimmed of articles, possessives and quotation marks; no words in lower case, no month,
    no number."""
    text = annotated.document.text
    found = (_trimmed(text, mention) for mention in annotated.mentions if mention.form is Form.NAMED)
    return [mention for mention in found if _can_name(mention.span.of(text), mention.kind)]


def _can_name(name: str, kind: Kind) -> bool:
    if (
        len(name) < 2
        or _OPENERS.fullmatch(name)
        or name.strip(".").lower() in words("calendar")
        or not re.search(r"[^\W\d_]", name)
    ):
        return False
    if kind in {Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE}:
        return True
    split = name.split()
    if not name[0].isalpha() or name[0].islower():
        return False
    if split[-1][0].islower():
        return offices.office(name) is not None
    titles = [word for word in split if word.strip(".").lower() in words("people") | names.titles()]
    titled = split[-1].lower() in words("people") or re.search(r"[a-z] (?:of|for) ", name) is not None
    if kind is Kind.PERSON and split[-1].lower() in words("people") and not leaders.is_given_name(split[0]):
        return False
    return not (len(titles) == len(split) or (kind is not Kind.PERSON and titles and titled))


def _trimmed(text: str, mention: Mention) -> Mention:
    """Without quotation marks, a possessive, an article or other small words around it."""
    start, end = mention.span
    while start < end and not text[start].isalnum():
        start += 1
    small = re.search(r"(?:\s+(?:and|or|of|for|in|the|to))+$", text[start:end])
    end -= len(small[0]) if small else 0
    while end > start and not (
        text[end - 1].isalnum() or (text[end - 1] == "." and "." in text[start : end - 1])
    ):
        end -= 1
    if re.search(r"[’']s$", text[start:end]):
        end -= 2
    small = re.match(r"(?:(?:[Tt]he|an?|of|in|by|and|to|for|[A-Z]\w+-based)\s+)+(?=\S)", text[start:end])
    if small and mention.kind not in {Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE}:
        start += small.end()
    if mention.kind is Kind.PERSON:
        start += _role_end(text[start:end])
        end = start + len(re.split(r" \(|, (?=[A-Z][\w.]*[’']s )", text[start:end])[0])
    return Mention(Span(start, end), mention.kind, mention.form, mention.score)


def _title_end(name: str) -> int:
    """Where the name begins in "Norwegian President Karen Holm", "Secretary of State Karen Holm"; 0 for plain
    titles, which belong to how the person is called."""
    titles = [
        m
        for m in re.finditer(r"[\w-]+", name)
        if m[0].lower() in words("people") or (m[0][0].isupper() and m[0].lower() in names.titles())
    ]
    if not titles or leaders.is_given_name(name.split(maxsplit=1)[0]):
        return 0
    end = titles[-1].end()
    if offices_of := re.match(r" (?:of|for) (?:the )?", name[end:]):
        given = (m for m in re.finditer(r"[A-Z][\w’'-]+(?= [A-Z])", name[end + offices_of.end() :]))
        first = next((m for m in given if leaders.is_given_name(m[0])), None)
        return end + offices_of.end() + first.start() if first else 0
    plain = re.match(r"\.? (?=[A-Z][\w’'-]+ [A-Z])", name[end:])
    return end + plain.end() if plain and titles[0].start() > 0 else 0


def _role_end(name: str) -> int:
    """Where the name begins in "Danish envoy to the UN, Karen Holm"; 0 where no role goes before it."""
    if (start := _title_end(name)) > 0:
        return start
    roles = [m for m in re.finditer(r"[\w-]+", name) if m[0].lower() in words("people")]
    if not roles or not re.search(r",| (?:to|of|for) ", name[roles[0].end() :]):
        return 0
    bodies = [hit.end for hit in countries.scan(name)]
    rest = re.compile(r"[\s,.]*([A-Z][\w’'-]+ .*)").match(
        name, max([roles[-1].end(), name.rfind(","), *bodies])
    )
    return rest.start(1) if rest else 0
