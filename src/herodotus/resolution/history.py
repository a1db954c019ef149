"""Who has spoken so far in a document, and where its quoted words are."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.resolution.drafts import Cast, Draft


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution whose source is known."""

    draft: Draft
    source: Span
    attribution: Attribution
    text: str


@dataclass(slots=True)
class History:
    """Who has spoken so far, in text order, and where the quoted words are."""

    cast: Cast
    turns: list[Turn] = field(default_factory=list)
    starts: list[int] = field(init=False)
    contents: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        annotated = self.cast.annotated
        self.starts = [s.start for s in annotated.sentences] or _sentence_starts(self.cast.text)
        self.contents = [Span(*match.span()) for match in _QUOTED.finditer(self.cast.text)]

    def add(self, draft: Draft, source: Span, attribution: Attribution) -> None:
        self.turns.append(Turn(draft, source, attribution, self.cast.text))

    def sentence(self, position: int) -> int:
        """The number of the sentence that a place is in."""
        return max(0, bisect_right(self.starts, position) - 1)

    def quoted(self, position: int) -> bool:
        at = bisect_right(self.contents, (position, sys.maxsize)) - 1
        return at >= 0 and position < self.contents[at].end

    def before(self, position: int) -> Iterator[Turn]:
        """Turns whose source is before a place, nearest first."""
        return (turn for turn in reversed(self.turns) if turn.source.end <= position)


_QUOTED = re.compile(r"“[^”\n]*|\"[^\"\n]*|''[^\n]*?''|«[^»\n]*|„[^“\n]*")


def _sentence_starts(text: str) -> list[int]:
    return [0, *(m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+(?=[“\"A-Z])|\n+", text))]
