"""Whom one source phrase means: rules in order, the first that knows wins."""

from __future__ import annotations

import re
from collections.abc import Callable

from herodotus.compare import countries, gazetteer
from herodotus.data.annotations import Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution import (
    descriptions,
    heads,
    institutions,
    phrases,
    pronouns,
)
from herodotus.resolution.drafts import Cast, Draft, Named
from herodotus.resolution.history import History
from herodotus.resolution.lexicon import words
from herodotus.resolution.phrases import Phrase

_SPEAKERS = (
    Kind.PERSON,
    Kind.ORGANISATION,
    Kind.COUNTRY,
    Kind.PLACE,
    Kind.FACILITY,
    Kind.OTHER,
    Kind.NATIONALITY,
)
_CLAUSE = re.compile(r",? (?:who|which|that|whose|whom)\b")


def meant(cast: Cast, history: History, span: Span) -> Draft:
    named = [(s, d) for s, d in cast.within(span) if d.kind in _SPEAKERS and d.mentions[s].form is Form.NAMED]
    phrase = phrases.parse(cast.text, span, [(s, d.kind) for s, d in named])
    for rule in _RULES:
        draft = rule(cast, history, phrase, named)
        if draft is not None:
            return draft
    return heads.described(cast, phrase, countries.of(_without_clause(phrase.text), heads.known(cast)))


def _without_clause(text: str) -> str:
    """ "The owner of a ship that sank off Denmark" need not be Danish."""
    return _CLAUSE.split(text)[0]


def _pronoun(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    return pronouns.pronoun(cast, history, phrase) if phrase.pronoun and not named else None


def _belonging(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """Nobody named, but belonging to somebody: "his lawyer", "their spokesman"."""
    if not phrase.possessor or named or phrase.is_document:
        return None
    owner = pronouns.possessor(cast, history, phrase)
    if owner is None:
        return None
    role = phrase.core_text.split(maxsplit=1)[-1]
    again = (d for d in reversed(cast.drafts) if d.described and d.name.startswith(f"{role} of "))
    if role in words("kin") and (same := next(again, None)) is not None:
        return same
    label = f"{role} of {owner.name}"
    draft = cast.keyed(
        "belonging", gazetteer.fold(label), Kind.PERSON if phrase.is_person else Kind.OTHER, label
    )
    draft.described, draft.plural = True, phrase.plural
    draft.roles = draft.roles or [role]
    return draft


def _mention_again(cast: Cast, history: History, phrase: Phrase, named: Named) -> Draft | None:
    """Someone spoken of before: "the ambassador", "the national security advisor", "officials"."""
    if any(d.kind is Kind.PERSON for _, d in named) and not phrase.definite:
        return None
    return descriptions.description(cast, history, phrase, [d for _, d in named])


Rule = Callable[[Cast, History, Phrase, Named], Draft | None]
_RULES: tuple[Rule, ...] = (
    _pronoun,
    institutions.administration,
    heads.person,
    heads.states,
    institutions.document,
    heads.named_body,
    institutions.office,
    institutions.group,
    _mention_again,
    _belonging,
)  # fmt: skip
