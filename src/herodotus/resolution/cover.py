"""Spans of a text, asked for what lies on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from herodotus.data.documents import Span


class Cover:
    """Disjoint spans; of those given, any that overlaps an earlier one is left out."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if not self._spans or span.start >= self._spans[-1].end:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    @property
    def spans(self) -> list[Span]:
        return self._spans

    def touches(self, span: Span) -> bool:
        return self.touching(span) is not None

    def touching(self, span: Span) -> Span | None:
        """The last one that shares a character with the span."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return self._spans[at] if at >= 0 and self._spans[at].end > span.start else None

    def over(self, span: Span) -> Span | None:
        """The one that holds all of the span."""
        at = bisect_right(self._starts, span.start) - 1
        return self._spans[at] if at >= 0 and self._spans[at].end >= span.end else None
