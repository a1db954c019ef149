"""Who stands behind "eight countries, including ..." and "Norway, Sweden and Denmark": members, and how many."""

from __future__ import annotations

import re

from herodotus.compare import countries
from herodotus.compare.countries import DEMONYM, NAME
from herodotus.data.annotations import Annotated, Entity, Form, Kind
from herodotus.data.documents import Span

NATIONS = frozenset({"country", "countries", "nation", "nations", "state", "states", "government", "governments",
                     "member", "members", "allies", "ally", "partners", "powers"})  # fmt: skip


def members(entity: Entity, annotated: Annotated) -> tuple[str, ...]:
    """States that are said to be among them, by their common names; none for who is no group."""
    joint = [part.strip() for part in entity.name.split(";")]
    if len(joint) > 1:
        return tuple(joint)
    if count(entity, annotated) is None:
        return ()
    text = annotated.document.text
    listed = (_listed(text, mention.span) for mention in entity.mentions if mention.form is Form.NOMINAL)
    return tuple(dict.fromkeys(name for names in listed for name in names))


def count(entity: Entity, annotated: Annotated) -> int | None:
    """How many there are, as the text says or as its list of names gives; None for who is no group of states."""
    joint = len(entity.name.split(";"))
    if joint > 1 or entity.kind is Kind.PERSON:
        return joint if joint > 1 else None
    spans = [m.span for m in entity.mentions if m.form is Form.NOMINAL]
    said = (
        quantity.best
        for quantity in annotated.quantities
        if any(span.contains(quantity.span) for span in spans) and _nations(quantity.of)
    )
    number = next((number for number in said if number is not None), None)
    return None if number is None else int(number)


def _nations(of: str) -> bool:
    return not NATIONS.isdisjoint(of.lower().split())


def _listed(text: str, span: Span) -> list[str]:
    """The states in "including Norway and Chad" behind the words, and before them in "Norway and 11 other nations"."""
    after = _INCLUDING.match(text, span.end)
    behind = _END.split(after[1])[0] if after else ""
    found = [*countries.find(_INSIDE.split(span.of(text))[0]), *countries.find(behind)]
    return [countries.name(each.code) for each in found if each.role in {NAME, DEMONYM}]


_INCLUDING = re.compile(
    r",?\s*(?:including|such as|among them|led by|like|namely|[:—–-])\s+([^.;!?\n]{2,300})"
)
_INSIDE = re.compile(r"\b(?:to|against|on|over|in)\b")
_END = re.compile(
    r",\s+(?:who|which|that|said|says|have|has|had|will|would|are|is|was|were|[a-z]+ed)\b"
    r"|\s(?:said|says|have|has|had|will|would|are|is|was|were|[a-z]{3,}ed)\b"
)
