"""Texts as runs of letters and runs of figures, so that "T-72", "T 72" and "T72" are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from herodotus.compare.gazetteer import fold

_PIECE = re.compile(r"[^\W\d_]+|\d+")
_JOINTS = frozenset({"", " ", "\n", "\u00a0", "-", "\u2010", "\u2011", "–", "/", "'", "’", "."})
_PHRASE = frozenset({"", " ", "\n", "\u00a0", "-", "\u2010", "\u2011"})
_ENDS = (".", "!", "?", ":", "\n", "")
_DOTLESS = str.maketrans("ıİ", "ii")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text: where each begins and ends, and its lower case without accents."""

    text: str
    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def written(self, i: int) -> str:
        start, end = self.spans[i]
        return self.text[start:end]

    def gap(self, i: int) -> str:
        """What stands between piece `i` and the next; a line break at the end of the text."""
        end = self.spans[i][1]
        return self.text[end : self.spans[i + 1][0]] if i + 1 < len(self.spans) else "\n\n"

    def joined(self, i: int) -> bool:
        """Whether piece `i` and the next stand in one phrase, without a mark between."""
        return self.gap(i) in _PHRASE

    def opens(self, i: int) -> bool:
        """Whether piece `i` opens a sentence or a line."""
        return self.text[max(0, self.spans[i][0] - 5) : self.spans[i][0]].rstrip(" \"“'‘(")[-1:] in _ENDS

    def tied(self, i: int) -> bool:
        """Whether piece `i` and the next may belong to one name: one joint at most between them."""
        return self.gap(i) in _JOINTS


@lru_cache(maxsize=64)
def split(text: str) -> Pieces:
    """Remembered, for the same phrases are asked for again and again."""
    spans = tuple([match.span() for match in _PIECE.finditer(text)])
    return Pieces(text, spans, tuple([_folded(text[start:end]) for start, end in spans]))


def _folded(piece: str) -> str:
    return piece.lower() if piece.isascii() else fold(piece.translate(_DOTLESS))
