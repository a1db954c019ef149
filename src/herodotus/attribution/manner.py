"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from herodotus.attribution.context import Context
from herodotus.data.documents import Span
from herodotus.data.statements import Manner

_LETTERS = re.compile(r"\w+")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)([^'’\n]|(?<=\w)['’](?=\w)){8,}['’](?!\w)")
UNQUOTED = 0.1  # of the letters; "that" or "is" before a quotation leaves it direct


def manner(context: Context, content: Sequence[Span]) -> Manner:
    """Single marks count only around a content as a whole, since elsewhere they may be apostrophes."""
    text = context.text
    quoted = sum(
        _letters(text, max(span.start, quote.start), min(span.end, quote.end))
        for span in content
        for quote in context.quotes_in(span)
    )
    if not quoted:
        single = content and _single(text, content[0].start, content[-1].end - 1)
        return Manner.DIRECT if single and any(_letters(text, *s) for s in content) else Manner.INDIRECT
    letters = sum(_letters(text, *span) for span in content)
    return Manner.DIRECT if quoted >= (1 - UNQUOTED) * letters else Manner.MIXED


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(len, _LETTERS.findall(text, start, end)))


def _single(text: str, first: int, last: int) -> bool:
    """Whether a mark right before the first letter, or in its place, opens what closes behind the last."""
    opened = (_SINGLE.match(text, start, last + 3) for start in range(max(0, first - 1), first + 1))
    around = next(filter(None, opened), None)
    return around is not None and last < around.end()
