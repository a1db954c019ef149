"""Words as they are shown: without the quotes, commas and conjunctions at their ends."""

from __future__ import annotations

import re

from herodotus.data.documents import Span

TRIMMED = " \t\n,;:.\"“”'‘’–—-"
OPENERS = frozenset(
    {"that", "which", "and", "but", "while", "whether", "as", "because", "then", "if", "who", "so", "when"}
)

LINKING = frozenset({"or", "and", "but", "with", "which", "who", "while", "because", "the", "a", "an"})
"""Words that only lead to what is no longer there."""
CLOSING = " according to"  # who it is according to is told beside the words


ACCUSING = re.compile(r"\b(?:accus|blam|condemn|critici|denounc|rebuk|fault|suspect)", re.I)
_OF_DOING = re.compile(r"(?P<who>[^,;:“”\"]{2,70}?)\s(?:of|for)\s(?=(?:[“\"‘]?\w+ly[”\"’]?\s)?[\w’'-]+ing\b)")


def parted(text: str, span: Span) -> tuple[Span, ...]:
    """What somebody is accused of, without the "of": "Oslo … shelling the harbour"."""
    found = _OF_DOING.match(text, *span)
    return (Span(span.start, found.end("who")), Span(found.end(), span.end)) if found else (span,)


def trimmed(text: str, span: Span) -> Span:
    """The span without what is not needed at its ends; empty where nothing else is there."""
    start, end = span
    while start < end:
        if text[start] in TRIMMED:
            start += 1
            continue
        words = text[start:end].split(maxsplit=3)
        if len(words) < 4 or not _opens(words[0].lower(), words[1].lower()):
            break
        start += len(words[0])
    end = _closed(text, start, end)
    if text[start:end].lower().endswith(CLOSING):
        end = _closed(text, start, end - len(CLOSING))
    return Span(start, end)


def _closed(text: str, start: int, end: int) -> int:
    while end > start:
        if text[end - 1] in TRIMMED:
            end -= 1
            continue
        words = text[start:end].rsplit(maxsplit=1)
        if len(words) < 2 or words[1].lower() not in LINKING:
            break
        end -= len(words[1])
    return end


def _opens(first: str, second: str) -> bool:
    """Whether it opens with a conjunction, or with what links a view to its words ("the view is that ...")."""
    return first in OPENERS or (first in ("is", "was") and second == "that")
