"""Named persons of one document: full names, surnames, titles, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from herodotus.compare import countries, leaders, names
from herodotus.compare.gazetteer import fold
from herodotus.data.annotations import Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.lexicon import abbreviations, plurals, words


def chain(cast: Cast, mentions: Sequence[Mention]) -> None:
    """Full names first, then what is left of them: "Ms Holm", "Holm"."""
    parsed = [(mention, names.parse(mention.span.of(cast.text))) for mention in mentions]
    for mention, name in parsed:
        if name.given and name.surname:
            _put(cast, mention, _of_full_name(cast, mention))
    for mention, name in parsed:
        if not name.given and name.surname:
            _put(cast, mention, _of_surname(cast, mention, name.surname))
    year = int((cast.annotated.document.published or "0")[:4] or 0) or None
    for draft in everybody(cast):
        describe(cast, draft)
        _known(draft, year)


def everybody(cast: Cast) -> list[Draft]:
    return [draft for draft in cast.drafts if draft.kind is Kind.PERSON]


def _put(cast: Cast, mention: Mention, draft: Draft) -> None:
    cast.mention(draft, mention.span, Form.NAMED, score=mention.score)
    draft.gender = draft.gender or _gender_of(cast.text, mention.span)


_WORD_BEFORE = re.compile(r"([A-Za-z]+)\.?\s$")


def _gender_of(text: str, span: Span) -> str | None:
    """From a title in or before the name, else from the given name."""
    name = names.parse(span.of(text))
    before = _WORD_BEFORE.search(text[max(0, span.start - 14) : span.start])
    titles = [*name.title, before[1].lower() if before else ""]
    if not words("female").isdisjoint(titles):
        return "f"
    if not words("male").isdisjoint(titles):
        return "m"
    return leaders.gender(name.given[0]) if name.given else None


def _of_full_name(cast: Cast, mention: Mention) -> Draft:
    name = names.plain(mention.span.of(cast.text))
    for draft in everybody(cast):
        if " " in draft.name and names.same_person(draft.name, name).score >= names.SAME_SCORE:
            return draft
    return cast.new(Kind.PERSON, name)


def _of_surname(cast: Cast, mention: Mention, surname: str) -> Draft:
    """Among persons of that surname (or, failing it, of that first name) the one the text last spoke of in
    full."""
    bearers = [d for d in everybody(cast) if _bears(d.name, surname)]
    gender = _gender_of(cast.text, mention.span)
    fitting = [d for d in bearers if not gender or d.gender in (None, gender)] or bearers
    if not fitting:
        return cast.new(Kind.PERSON, names.plain(mention.span.of(cast.text)))
    position = mention.span.start
    close = [
        d
        for d in fitting
        if any(0 <= position - s.end <= _NEARBY and " " in s.of(cast.text) for s in d.mentions)
    ]
    before = [d for d in fitting if d.first < position]
    if close:
        return max(close, key=lambda d: max(s.start for s in d.mentions if s.end <= position))
    return min(before or fitting, key=lambda d: d.first)


_NEARBY = 250  # code points, a sentence or two: within it a full name takes a bare surname to itself


@lru_cache(maxsize=1 << 14)
def _bears(full: str, surname: str) -> bool:
    name = names.parse(full)
    if names.likeness(name.surname, surname) >= _SPELLED_ALIKE:
        return True
    return bool(name.given) and surname in (name.given[0], " ".join(name.given[-1:]))


_SPELLED_ALIKE = 0.95


def describe(cast: Cast, draft: Draft) -> None:
    """Roles from titles before the name and appositions after it, and the country they tell."""
    for span in sorted(s for s in draft.mentions if draft.mentions[s].form is Form.NAMED)[:_FIRST_MENTIONS]:
        for role in _roles(cast.text, span):
            if role not in draft.roles:
                draft.roles.append(role)
        if _AMERICAN_SEAT.match(cast.text, span.end):
            draft.country = draft.country or ("USA",)
    codes = (countries.of(role) for role in draft.roles)
    draft.country = draft.country or next((found for found in codes if found), ())


_AMERICAN_SEAT = re.compile(
    r",? \(?[DRI]-[A-Z][\w. ]{1,12}[),]"
)  # "(D-Ohio)": party and state of a member of Congress


_FIRST_MENTIONS = 4


def _known(draft: Draft, year: int | None) -> None:
    """What the table of leaders knows: a state, and the full name where the text has a bare surname."""
    in_office = not draft.roles or bears_role(draft, words("rulers"))
    leader = leaders.latest(draft.name, year) if " " in draft.name or in_office else None
    if leader is None:
        return
    if not draft.country:
        draft.country = (leader.country,)
    if " " not in draft.name and draft.country == (leader.country,):
        draft.name = leader.name
        draft.gender = draft.gender or leaders.gender(leader.name.split()[0])


def _roles(text: str, span: Span) -> Iterator[str]:
    before, after = title_before(text, span.start), apposition(text, span.end)
    inside = _title_inside(span.of(text))
    for role in (before and f"{before} {inside}".strip(), inside, after):
        if role:
            yield role


def _title_inside(name: str) -> str:
    plain = names.plain(name)
    title = name[: name.find(plain)].strip() if plain in name else ""
    return "" if title.lower().strip(".") in {"mr", "mrs", "ms", "miss", "dr", "the", ""} else title


_WINDOW = 120
_STOP = re.compile(r"[\n“”\"():;]|[.!?]\s+(?=[A-Z][a-z])|(?<!\w\.)(?<=\w\w\.)\s(?=[A-Z])")
_WORD = re.compile(r"[A-Za-z][\w-]*")
_RUNS_UP = re.compile(r"\.?,?\s+|\s+(?:to|of|for|at)\s+(?:the\s+)?[^,]{2,50}?(?:,\s+|\s+)")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_PIECE = re.compile(r"[^\s,–—-][^\s,]*|[–—-]+")
_POSSESSIVE = re.compile(r"[’']s?$")


def title_before(text: str, start: int) -> str | None:
    """The title that runs up to a name: "Russian Ambassador to the UN", "deputy foreign minister"."""
    window = text[max(0, start - _WINDOW) : start]
    if words("people").isdisjoint(_WORD.findall(window.lower())):
        return None
    window = _STOP.split(window)[-1]
    for match in reversed(list(_WORD.finditer(window))):
        if match[0].lower() not in words("people"):
            continue
        if match[0].lower() in words("kin"):
            return None
        rest = window[match.end() :]
        if _RUNS_UP.fullmatch(rest) and not _has_verb(rest):
            return _extended(window, match.start()) + window[match.start() :].rstrip(" ,")
        return None
    return None


def _has_verb(rest: str) -> bool:
    lower = [
        word for word in _SMALL_WORD.findall(rest) if word not in {"to", "of", "for", "at", "the", "and"}
    ]
    return len(lower) > 2 or bool(
        set(lower) & {"said", "says", "told", "that", "is", "was", "by", "with", "who", "has"}
    )


def _extended(window: str, start: int) -> str:
    """Words before a title's noun that belong to it."""
    kept = start
    for match in reversed(list(_PIECE.finditer(window[:start]))):
        word, gap = match[0], window[match.end() : kept]
        bare = _POSSESSIVE.sub("", word).strip(".").lower()
        proper = word[0].isupper() and bare not in words("openers")
        fits = proper or "-" in bare or bare in words("before") or bare in words("people")
        if "," in gap or not word[0].isalnum() or not fits:
            break
        kept = match.start()
    return window[kept:start]


def apposition(text: str, end: int) -> str | None:
    """The description after a name: ", the Danish ambassador to Peru,"; None where none follows."""
    match = _APPOSITION.match(text[end : end + 150])
    if match is None:
        return None
    phrase = _CLAUSE.split(match[1])[0]
    split = _APPOSED_WORD.findall(phrase)
    first = {_POSSESSIVE.sub("", word).strip(".").lower() for word in split[:_HEADS]}
    if (
        split[0].endswith("ing")
        or not (first & words("people") or first & {"mother", "father"})
        or first & plurals("people")
    ):
        return None
    if (
        split[0].lower() in {"and", "but", "as", "who", "while", "where", "when", "or", "with"}
        or names.parse(phrase).given == ()
    ):
        return None
    return _ARTICLE.sub("", phrase.strip())


_CLAUSE = re.compile(r"\s+(?:who|which|whose|said|says|told|that|has|had|was|is|will|and\s+(?:said|told))\b")
_APPOSED_WORD = re.compile(r"[\w.’'-]+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_APPOSITION = re.compile(
    r"(?: \([^()\n]{2,20}\))?,\s+"
    r"((?:[^,.;:()“”\"\n—–]|(?<=\b[A-Z])\.|,\s(?=[A-Z][\w.]+,?\s(?:and\s)?[A-Z])){3,110})"
)
_HEADS = 7  # words of an apposition among which its noun must be


def bears_role(draft: Draft, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands in one of the person's roles."""
    return any(nouns & _role_nouns(role) for role in draft.roles)


@lru_cache(maxsize=1 << 12)
def _role_nouns(role: str) -> frozenset[str]:
    found = re.findall(r"[\w-]+", fold(role).replace("vice president", "vice-president"))
    return frozenset(abbreviations().get(word, word) for word in found)
