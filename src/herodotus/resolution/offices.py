"""Offices of states: "a Foreign Ministry official" speaks for "Ministry of Foreign Affairs of <country>"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from herodotus.compare import countries
from herodotus.resolution.lexicon import Office, offices


def office(text: str) -> Office | None:
    """The office that a noun phrase names, the longest wording first."""
    lower = " ".join(text.lower().replace("’", "'").split())
    found = [match[1] for match in _wordings().finditer(lower)]
    return dict(offices())[max(found, key=len)] if found else _by_field(lower)


@cache
def _wordings() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w-])(" + "|".join(re.escape(wording) for wording, _ in offices()) + r")(?![\w-])"
    )


def _by_field(lower: str) -> Office | None:
    """Any other "<field> ministry" or "ministry of <field>"."""
    match = re.search(r"\b(?:ministry of (?:the )?([a-z]+(?: and [a-z]+)?)|([a-z]+) ministry)\b", lower)
    field = match and (match[1] or match[2])
    if not field or field in {"the", "a", "its", "their", "his", "her", "s"}:
        return None
    return Office(f"Ministry of {field.title().replace(' And ', ' and ')}", True, (), {})


def title(each: Office, codes: Sequence[str]) -> str:
    """What the office is called with its country or, where that is unknown, without."""
    if not codes:
        return each.name
    own = each.national.get(codes[0])
    if own and own in _ALONE:
        return own
    return f"{own or each.name} of {countries.phrase(codes[0])}"


_ALONE = {"State Department", "Pentagon"}
