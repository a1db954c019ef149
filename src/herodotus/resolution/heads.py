"""Source phrases whose head is a name: persons, states, bodies, lists of them; and those without any name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from herodotus.compare import countries, gazetteer
from herodotus.compare.countries import CAPITAL
from herodotus.data.annotations import Kind
from herodotus.data.documents import Span
from herodotus.resolution import (
    naming,
    phrases,
)
from herodotus.resolution.drafts import Cast, Draft, Named
from herodotus.resolution.history import History
from herodotus.resolution.lexicon import words
from herodotus.resolution.phrases import Phrase


def known(cast: Cast) -> set[str]:
    return {key for table, key in cast.by_key if table == "country"}


def person(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """The phrase's head is a person's name, or a title that runs up to one."""
    del history
    persons = [(s, d) for s, d in named if d.kind is Kind.PERSON and not _is_modifier(cast.text, s, phrase)]
    owned = _POSSESSIVE.search(phrase.core_text)
    end = phrase.core.end - (len(owned[0]) if owned else 1)
    heads = [(s, d) for s, d in persons if s.end >= end or _apposed(cast.text, s, phrase)]
    if not heads:
        return None
    together = _run(cast.text, heads[0], named, phrase.span.end)
    if len(together) > 1:
        return joint(cast, together)
    span, draft = heads[0]
    _learn(draft, cast.text[phrase.span.start : span.start])
    return draft


_POSSESSIVE = re.compile(r"[’']s?$")


def _is_modifier(text: str, span: Span, phrase: Phrase) -> bool:
    """Whether it is not Smith who speaks: "Smith's lawyer", "the Smith campaign", "a spokesman for Smith"."""
    after = text[span.end : phrase.span.end]
    before = text[phrase.span.start : span.start]
    if _OWNS.match(after) or _GOES_ON.match(after):
        return True
    return _SPOKEN_FOR.search(before) is not None and not _is_title_run(before)


_OWNS = re.compile(r"[’']s?\s+\w")
_GOES_ON = re.compile(
    r"(?!\s(?:Jr|Sr|I))"
    r"[-\s](?!(?:and|or|who|of|in|at|from|on|himself|herself|also|both|as)\b)[A-Za-z]"
)
_SPOKEN_FOR = re.compile(
    r"\b(?:for|to|of|with|by|from|on|about|against|in|at)\s+(?:[A-Z][\w.]*\s+|[a-z]+\s+)?$"
)


def _is_title_run(before: str) -> bool:
    """Whether a title runs up to the name: "Secretary of State "; not "spokesman for "."""
    return _OF_BODY.search(before) is not None and not _TITLED.search(before)


_OF_BODY = re.compile(r"\b(?:of|to|for|on)\s+(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)*\s+$")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|President|Senator|Governor|Secretary|General|Minister)\.?\s+$"
)


def _apposed(text: str, span: Span, phrase: Phrase) -> bool:
    if phrase.head not in words("people") or phrase.plural:
        return False
    before = text[phrase.core.end : span.start]
    return bool(re.search(r",\s*(?:[a-z]+\s)?$", before)) or _is_title_run(
        text[phrase.span.start : span.start]
    )


def _run(text: str, first: tuple[Span, Draft], named: Named, end: int) -> list[Draft]:
    """Everybody listed from the first on, up to the end of the phrase: "A, B and C"."""
    last, members = first[0], [first[1]]
    closed = False
    for span, draft in named:
        gap = text[last.end : span.start]
        ends = span.end >= end or bool(_ITEM_ENDS.match(text, span.end))
        if span.start > last.end and _LISTED.fullmatch(gap) and ends:
            last, members, closed = span, [*members, draft], bool(re.search(r"and|or|&|as well", gap))
    return list(dict.fromkeys(members)) if closed else [first[1]]


_ITEM_ENDS = re.compile(r"(?: \([^()]{2,20}\))?(?:\s*[,.;:”\"]|\s+(?:and|or|&)\s)")
_LISTED = re.compile(
    r"(?: \([^()]{2,20}\))?\s*(?:,|,?\s*(?:and|&|or|as well as)\s)\s*(?:the\s+)?"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Sens|Reps)\.?\s+)?(?:(?:President|Senator|Governor|Secretary|Representative)\s+)?"
)


_OPENER = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr)\.?\s+", re.I)
_NEXT_ROLE = re.compile(r",\s+(?:and\s+)?")


def _learn(draft: Draft, before: str) -> None:
    role = _OPENER.sub("", before.strip(" ,")).strip(" ,–—-")
    role = _NEXT_ROLE.split(role)[-1]
    if (
        role
        and role.lower().rstrip(".") not in {"mr", "mrs", "ms", "dr", "the", "both", "even"}
        and role not in draft.roles
    ):
        draft.roles.append(role)
        draft.country = draft.country or countries.of(role)


def joint(cast: Cast, members: Sequence[Draft]) -> Draft:
    name = "; ".join(member.name for member in members)
    kind = members[0].kind if len({m.kind for m in members}) == 1 else Kind.OTHER
    draft = cast.keyed("joint", name, kind, name)
    draft.country = tuple(dict.fromkeys(code for member in members for code in member.country))
    draft.plural = True
    return draft


_BEFORE_STATES = re.compile(r"(?:both|the|even|neither|,|\s)*", re.I)
_BETWEEN_STATES = re.compile(r"\s*(?:,|,?\s*(?:and|&|or))\s*(?:the\s+)?")
_BEHIND_STATES = re.compile(r"(?:[’']s?)?[\s.]*")


def states(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """States that speak: "the UK", "Both Oslo and Riga", "Britain, France and Germany"."""
    del history
    founds = [
        f for f in countries.scan(phrase.text, known(cast)) if f.code and f.role in {countries.NAME, CAPITAL}
    ]
    if not founds or founds[0].start + phrase.span.start >= phrase.core.end:
        return None
    bare = _BEFORE_STATES.fullmatch(phrase.text, 0, founds[0].start)
    if (
        bare
        and _BEHIND_STATES.fullmatch(phrase.text, founds[-1].end)
        and all(_BETWEEN_STATES.fullmatch(phrase.text, a.end, b.start) for a, b in pairwise(founds))
    ):
        members = list(dict.fromkeys(naming.country(cast, found.code) for found in founds))
        return members[0] if len(members) == 1 else joint(cast, members)
    return None


def named_body(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """The head is a name that is not a person's: "the White House", "officials at" does not count."""
    del history
    heads = [(s, d) for s, d in named if d.kind is not Kind.PERSON and s.start < phrase.core.end <= s.end + 2]
    if not heads:
        return _called(cast.text, phrase, named)
    span, draft = max(heads, key=lambda pair: (pair[0].end - pair[0].start, -pair[0].start))
    if draft.kind is Kind.COUNTRY:
        return _of_nation(cast, phrase, draft, span)
    if (
        draft.kind is Kind.PLACE
        and (found := countries.find(span.of(cast.text)))
        and found[0].role == CAPITAL
    ):
        return naming.country(cast, found[0].code)
    together = _run(cast.text, (span, draft), named, phrase.span.end)
    return (
        joint(cast, together) if len(together) > 1 and re.search(r"\s(?:and|or|&)\s", phrase.text) else draft
    )


def _called(text: str, phrase: Phrase, named: Named) -> Draft | None:
    """The body that a description is called by behind a comma: "the ship's owner, Aurora Lines"."""
    for span, draft in named:
        apart = re.fullmatch(r"[^,]*, ", text[phrase.core.end : span.start])
        last = re.fullmatch(r"[,\s]*", text[span.end : phrase.span.end])
        if apart and last and draft.kind in _CALLED and " " in span.of(text):
            return draft
    return None


_CALLED = (Kind.ORGANISATION, Kind.OTHER, Kind.FACILITY)


def _of_nation(cast: Cast, phrase: Phrase, draft: Draft, span: Span) -> Draft:
    """People are not their state ("Russians", "many Americans"); "the U.S." is."""
    if draft.mentions[span].kind is Kind.NATIONALITY:
        return described(cast, phrase, draft.country)
    return draft


_NAMED_BEHIND = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?) )?((?:[\w’'.-]+ )*)([a-z]\w+) ((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+)$"
)


def described(cast: Cast, phrase: Phrase, codes: tuple[str, ...]) -> Draft:
    """Somebody without a name: the words themselves, one entity for the same words."""
    if (found := _NAMED_BEHIND.search(phrase.text)) and found[2].lower() in words("people"):
        person = cast.new(Kind.PERSON, found[3])
        person.roles, person.country = [f"{found[1]}{found[2]}".strip()], codes
        return person
    label = phrases.plain(phrase)
    unnamed = bool(words("unnamed") & set(re.findall(r"\w+", phrase.text.lower())))
    if phrase.head == "source" or (unnamed and phrase.plural):
        label = (
            label
            if label.lower().startswith(("unnamed", "anonymous", "unidentified"))
            else f"unnamed {label}"
        )
    kind = (
        Kind.PERSON
        if phrase.is_person
        else Kind.ORGANISATION
        if phrase.is_body or phrase.is_document
        else Kind.OTHER
    )
    fresh = phrases.is_indefinite(phrase) and phrase.is_person
    draft = cast.new(kind, label) if fresh else cast.keyed("described", gazetteer.fold(label), kind, label)
    draft.country = draft.country or codes
    draft.plural, draft.described = phrase.plural, True
    if phrase.is_person:
        draft.roles = draft.roles or [label]
        draft.gender = (
            "m" if phrase.head in words("male") else "f" if phrase.head in words("female") else None
        )
    return draft
