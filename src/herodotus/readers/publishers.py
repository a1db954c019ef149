"""The outlet, where the page around the article names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from herodotus.data.documents import Furniture, Region, Span
from herodotus.readers.bylines import titled
from herodotus.readers.patterns import any_of, table

NAMES = re.compile(r"(?:[A-Z][\w.’'&-]*)(?: (?:of |and |& )?[A-Z][\w.’'&-]*){0,4}")
SPOKEN = frozenset({Furniture.PROMPT, Furniture.POLICY, Furniture.NOTICE})
NAMING = SPOKEN | {Furniture.CAPTION, Furniture.MENU}


def named_after(domain: str, text: str, regions: Sequence[Region]) -> tuple[str, Span] | None:
    """The longest name in the furniture that holds that of the domain ("example.org": Example Daily)."""
    label = domain.partition(".")[0].replace("-", "")
    found: list[tuple[str, Span]] = []
    for region in regions:
        if region.kind not in NAMING or len(label) < 4:
            continue
        for name in NAMES.finditer(region.span.of(text)):
            if label in re.sub(r"[\W_]", "", name.group().lower()):
                start = region.span.start + name.start()
                found.append((titled(name.group()), Span(start, start + len(name.group()))))
    return max(found, key=lambda item: len(item[0]), default=None)


def self_named(words: str, kind: Furniture) -> str | None:
    """The outlet that a prompt or notice names as itself ("Copyright 2020 Example News")."""
    if kind not in SPOKEN:
        return None
    found = _patterns().search(words)
    if not found:
        return None
    name = next(group for group in found.groups() if group).strip(" .,")
    return None if name.split()[0] in set(table("publishers")["never"].split()) else name


@cache
def _patterns() -> re.Pattern[str]:
    return any_of(table("publishers")["patterns"], re.NOFLAG)
