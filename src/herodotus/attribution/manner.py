"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from herodotus.attribution.context import Context
from herodotus.data.documents import Span
from herodotus.data.statements import Manner

_LETTER = re.compile(r"\w")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)([^'’\n]|(?<=\w)['’](?=\w)){8,}['’](?!\w)")
UNQUOTED = 0.1  # of the letters; "that" or "is" before a quotation leaves it direct


def manner(context: Context, content: Sequence[Span]) -> Manner:
    """Single marks count only around a content as a whole, since elsewhere they may be apostrophes."""
    letters = sum(_letters(context.text, *span) for span in content)
    quoted = sum(
        _letters(context.text, max(span.start, quote.start), min(span.end, quote.end))
        for span in content
        for quote in context.quotes_in(span)
    )
    if not quoted and letters and _single(context.text, content[0].start, content[-1].end - 1):
        return Manner.DIRECT
    if not quoted:
        return Manner.INDIRECT
    return Manner.DIRECT if quoted >= (1 - UNQUOTED) * letters else Manner.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return len(_LETTER.findall(text, start, end))


def _single(text: str, first: int, last: int) -> bool:
    around = _SINGLE.search(text, max(0, first - 1), last + 3)
    return around is not None and around.start() <= first and last < around.end()
