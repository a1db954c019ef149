"""Institutions through whom they speak: spokesmen, officials, documents, administrations."""

from __future__ import annotations

import re

from herodotus.compare import countries, gazetteer, leaders
from herodotus.data.annotations import Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution import (
    descriptions,
    heads,
    offices,
    phrases,
    pronouns,
)
from herodotus.resolution.drafts import Cast, Draft, Named
from herodotus.resolution.history import History
from herodotus.resolution.lexicon import words
from herodotus.resolution.phrases import Phrase


def country_of_context(cast: Cast, history: History, at: int) -> tuple[str, ...]:
    """The state that an office without a country belongs to: named first in the sentence before (its
    subject), else in
    this one outside quoted words, else the last speaker's, else the dateline's, else the article's first."""
    here = history.sentence(at)
    firsts: dict[int, tuple[str, ...]] = {}
    for span, draft in cast.named_before(at, (Kind.COUNTRY,)):
        number = history.sentence(span.start)
        if not history.quoted(span.start) and draft.mentions[span].form is Form.NAMED:
            firsts[number] = draft.country
    for number in (here, here - 1, here - 2):
        if number in firsts:
            return firsts[number]
    speaker = next((t.draft.country for t in history.before(at) if t.draft.country), ())
    dateline = countries.of(cast.annotated.document.dateline or "")
    return speaker[:1] or dateline or (firsts[min(firsts)] if firsts else ())


def office(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """An office of a state or an institution through its spokesman or an official."""
    if phrase.possessor:
        return None
    speaks = (
        phrase.is_person
        or phrase.is_body
        or phrase.head in {"official", "source", "media", "military", "authority"}
    )
    if not speaks or (phrase.plural and phrase.head in words("people")):
        return None
    institution = _institution(cast, phrase, named)
    if institution is not None:
        return institution
    each = offices.office(_office_words(phrase))
    if each is None or (phrase.is_person and phrase.head not in _MOUTHS):
        return None
    codes = countries.of(phrase.text, heads.known(cast))
    if (
        not codes
        and phrase.is_body
        and (phrases.is_indefinite(phrase) or phrase.core.end < phrase.span.end - 1)
    ):
        return None
    if not codes and each.state:
        codes = country_of_context(cast, history, phrase.span.start)
    label = offices.title(each, codes[:1]) if each.state or codes else phrases.plain(phrase)
    if len(codes) > 1:
        label = "; ".join(offices.title(each, (code,)) for code in codes)
    draft = cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(label), Kind.ORGANISATION, label)
    draft.country = codes
    return draft


_MOUTHS = frozenset(
    {
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "official",
        "representative",
        "source",
        "officer",
        "secretary",
    }
)


def _office_words(phrase: Phrase) -> str:
    """The head with its modifiers and what a mouth speaks for: "spokesman for the defence ministry"."""
    if phrase.head in _MOUTHS:
        return re.split(r",|\bwho\b|\bthat\b", phrase.text)[0]
    return phrase.core_text


def _institution(cast: Cast, phrase: Phrase, named: Named) -> Draft | None:
    """The institution itself speaks through "a White House spokesman", "a spokesperson for the EU"."""
    if phrase.head not in _MOUTHS - {"official", "source", "officer", "secretary"}:
        return None
    clause = re.split(r"\bwho\b|\bthat\b", phrase.text)[0]
    bodies = [
        d for s, d in named if d.kind is Kind.ORGANISATION and s.start < phrase.span.start + len(clause)
    ]
    return bodies[-1] if len(bodies) == 1 else (bodies[0] if bodies and not phrase.is_body else None)


def document(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """A statement speaks for whoever gave it, "a report by X" and "the X report" for X."""
    if not phrase.is_document:
        return None
    if phrase.possessor:
        return pronouns.possessor(cast, history, phrase)
    if _PRESS.search(phrase.core_text):
        return heads.described(cast, phrase, countries.of(phrase.text))
    owners = [d for s, d in named if _owns(cast.text, s, phrase)]
    if phrase.head in words("findings"):
        return (
            descriptions.finding(history, phrase)
            if phrase.definite and not owners
            else heads.described(cast, phrase, ())
        )
    if owners:
        return owners[0] if len(set(owners)) == 1 else heads.joint(cast, list(dict.fromkeys(owners)))
    return (
        descriptions.statement(cast, history, phrase)
        if phrase.definite and phrase.core.end >= phrase.span.end - 1
        else None
    )


_PRESS = re.compile(r"\b(?:media|press|news) (?:reports?|accounts?|stories)$", re.I)


def _owns(text: str, span: Span, phrase: Phrase) -> bool:
    before = text[phrase.span.start : span.start]
    if (
        re.search(r"\b(?:by|from|of)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,5}$", before)
        and span.start > phrase.core.end
    ):
        return not re.search(r"\babout\b|\bon\b", before)
    return span.end < phrase.core.end and bool(
        re.fullmatch(r"(?:[’']s?)?\s(?:[\w-]+\s)?[\w-]+", text[span.end : phrase.core.end])
    )


def administration(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """A person's surname and what is theirs: "the Lee administration", "his campaign"."""
    if phrase.head not in {"administration", "government", "campaign", "team", "camp"}:
        return None
    owner = pronouns.possessor(cast, history, phrase) if phrase.possessor in {"m", "f"} else None
    persons = [d for s, d in named if d.kind is Kind.PERSON and s.end <= phrase.core.end]
    owner = owner or (persons[0] if persons else None)
    if owner is None:
        return None
    label = f"{owner.name.split()[-1]} {phrase.head}"
    draft = cast.keyed(Kind.ORGANISATION.value, gazetteer.fold(label), Kind.ORGANISATION, label)
    draft.country = draft.country or owner.country or leaders.countries(label)
    return draft


def group(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """Officials of states: "South Korean and U.S. officials", "unidentified US officials"."""
    del history
    if phrase.head not in {"official", "diplomat", "minister", "authority", "lawmaker"} or not phrase.plural:
        return None
    codes = countries.of(phrase.text, heads.known(cast))
    joint = re.search(r"\b(?:nations|countries|states)\b", phrase.text)
    if not codes or joint or any(d.kind is Kind.ORGANISATION for _, d in named):
        return None
    plural = phrase.core_text.split()[-1].lower()
    unnamed = "unnamed " if words("unnamed") & set(phrase.text.lower().split()) else ""
    kinds = _field(phrase)
    label = "; ".join(f"{unnamed}{kinds}{plural} of {countries.phrase(code)}" for code in codes)
    draft = cast.keyed("group", label, Kind.OTHER, label)
    draft.country, draft.plural, draft.described = codes, True, True
    return draft


def _field(phrase: Phrase) -> str:
    """What kind of officials: "intelligence", "defence"."""
    before = [w.lower() for w in phrase.core_text.split()[:-1]]
    kept = [
        w
        for w in before
        if w
        in {
            "intelligence",
            "military",
            "defence",
            "defense",
            "security",
            "health",
            "foreign",
            "prime",
            "finance",
            "former",
            "senior",
            "law",
            "enforcement",
        }
    ]
    return " ".join(kept) + " " if kept else ""
