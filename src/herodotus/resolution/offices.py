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
    found = _wordings().findall(lower)
    if found:
        return _by_wording()[max(found, key=len)]
    return _by_field(text) if "ministry" in lower else None


@cache
def _wordings() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, _by_wording())) + r")(?![\w-])")


@cache
def _by_wording() -> dict[str, Office]:
    return dict(offices())


def _by_field(text: str) -> Office | None:
    """Any other "<field> ministry" or "ministry of <field>"."""
    for pattern in (_NAMED, _OF, _FIELD):
        match = pattern.search(text)
        if match and match[1].lower() not in _NO_FIELD and not countries.of(match[1].title()):
            return Office(f"Ministry of {_titled(match[1])}", True, (), {})
    return None


_NAMED = re.compile(
    r"\bMinistry of (?:the )?([A-Z][\w-]+(?:(?:, (?:and )?| and )[A-Z][\w-]+(?: [A-Z][\w-]+)*)*)(?![\w-])"
)
_OF = re.compile(r"\bministry of (?:the )?([a-z]+(?: and [a-z]+)?)\b", re.I)
_FIELD = re.compile(r"\b([a-z]+) ministry\b", re.I)
_NO_FIELD = {"the", "a", "its", "their", "his", "her", "s"}


def _titled(field: str) -> str:
    return field.title().replace(" And ", " and ")


def title(each: Office, codes: Sequence[str]) -> str:
    """What the office is called with its country or, where that is unknown, without."""
    if not codes:
        return each.name
    own = each.national.get(codes[0])
    if own and own in _ALONE:
        return own
    return f"{own or each.name} of {countries.phrase(codes[0])}"


_ALONE = {"State Department", "Pentagon"}
