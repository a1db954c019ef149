"""Exact words out of untrusted text, made safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterable

from herodotus.data.documents import Span

_DIRECTION = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Marks that reorder the text around them and so can make words read as others."""

_SHOWN = (
    {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
    | dict.fromkeys((0x0B, 0x0C, 0x0D), 0x20)
    | {0x7F: 0x2421}
    | dict.fromkeys(range(128, 160), 65533)
    | dict.fromkeys(_DIRECTION, 9647)
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """The same number of code points, with control characters as visible signs and lone surrogates replaced.

    An escape sequence in an article must not reach the terminal, and offsets must still hold.
    """
    return _SURROGATE.sub("\ufffd", text).translate(_SHOWN)


def one_line(text: str) -> str:
    """Harmless, with every run of white space as one space."""
    return " ".join(harmless(" ".join(text.split())).split())


def joined(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans as they stand in the text; an ellipsis where words between them are left out."""
    return " … ".join(span.of(text) for span in spans)


def shortened(text: str, limit: int) -> str:
    """At most `limit` code points, cut between words, with an ellipsis where something is cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:") + "…"


def counted(number: int, noun: str) -> str:
    """ "1 origin", "2 origins", "1 country" has no place here: nouns that take an s only."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def ranged(low: int, high: int, noun: str) -> str:
    """ "2 origins", "2 to 4 origins"."""
    return counted(high, noun) if low == high else f"{low} to {high} {noun}s"
