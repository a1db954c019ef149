"""A text as lines, or as paragraphs where it was wrapped at a fixed width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from herodotus.data.documents import Span

LINE = re.compile(r"[^\r\n]+")
EDGE = " \t\u00a0\u200b\u200e\u200f\u2028\ufeff\u3000\x0b\x0c"
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]\u00a0 ]*(?:[\[(][^\[\]()]{1,60}[\])]\.?)?$")
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
WIDE = 40
"""Code points from which a line can be one that was wrapped."""
WRAPPED = 0.25
"""Share of lines that run on in lower case on the next line, from which a text counts as wrapped."""
LONG = 18
"""Words from which a line without a final full stop is still taken for running text: headlines have fewer."""


@dataclass(frozen=True)
class Line:
    """A line or paragraph without the space around it; `gap` says whether a blank line stands before it."""

    span: Span
    text: str
    gap: bool

    @cached_property
    def words(self) -> int:
        return len(WORD.findall(self.text))

    @cached_property
    def sentence(self) -> bool:
        """Ends as a sentence does, whatever its length."""
        return bool(SENTENCE_END.search(self.text)) and self.words > 0

    @cached_property
    def prose(self) -> bool:
        """Can be running text: a sentence, a long line, or one that leads on to the next."""
        return self.sentence or self.words >= LONG or (self.words >= 4 and self.text[-1] in ":,;—–")


def split(text: str) -> list[Line]:
    """The lines that hold anything; consecutive ones are one where the text was wrapped at a fixed width."""
    lines = _lines(text)
    return _joined(text, lines) if _is_wrapped(lines) else lines


def _lines(text: str) -> list[Line]:
    lines, end = [], 0
    for found in LINE.finditer(text):
        stripped = found.group().strip(EDGE)
        if not stripped:
            continue
        start = found.start() + found.group().index(stripped)
        gap = len(re.findall(r"\r\n|\r|\n", text[end:start])) > 1
        lines.append(Line(Span(start, start + len(stripped)), stripped, gap))
        end = start + len(stripped)
    return lines


def _runs_on(line: Line, following: Line) -> bool:
    return not (following.gap or line.sentence) and len(line.text) >= WIDE and following.text[:1].islower()


def _is_wrapped(lines: list[Line]) -> bool:
    running = sum(_runs_on(a, b) for a, b in pairwise(lines))
    return running >= 3 and running >= WRAPPED * len(lines)


def _joined(text: str, lines: list[Line]) -> list[Line]:
    joined: list[Line] = []
    last = ""
    for line in lines:
        if joined and not line.gap and len(last) >= WIDE:
            span = Span(joined[-1].span.start, line.span.end)
            joined[-1] = Line(span, span.of(text), joined[-1].gap)
        else:
            joined.append(line)
        last = line.text
    return joined
