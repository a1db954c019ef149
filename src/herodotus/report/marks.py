"""A document's text cut into segments, so that marks may overlap and nest and every word stays once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from herodotus.data.documents import Document, Span
from herodotus.data.statements import Statement
from herodotus.report.words import harmless, one_line


class Role(Enum):
    """What marked words do; the value is the class of their segments in the page."""

    SOURCE = "so"
    CUE = "cu"
    CONTENT = "co"
    WORDS = "wo"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to jump to: `anchor` is the id in the page, `quiet` marks show only when jumped to."""

    anchor: str
    parts: tuple[tuple[Span, Role], ...]
    quiet: bool
    notes: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return min(span.start for span, _ in self.parts)

    @property
    def end(self) -> int:
        return max(span.end for span, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words without a boundary in them; `anchors` (number of the mark, id) begin and `notes` follow here.

    `label` says at its first segment why a region is left out.
    """

    text: str
    classes: str
    anchors: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text that is not blank; `left_out` where all of it is page furniture."""

    segments: tuple[Segment, ...]
    left_out: bool


def mark(anchor: str, text: str, parts: Iterable[tuple[Span, Role]], *, quiet: bool) -> Mark | None:
    """None where the parts hold no words; white space at their edges is cut off."""
    held = tuple((span, role) for span, role in ((_trimmed(s, text), r) for s, r in parts) if span)
    return Mark(anchor, held, quiet) if held else None


def parts(statement: Statement) -> list[tuple[Span, Role]]:
    source, cue, content = statement.source.spans, statement.cue, statement.content
    roles = ((source, Role.SOURCE), (cue, Role.CUE), (content, Role.CONTENT))
    return [(span, role) for spans, role in roles for span in spans]


def _trimmed(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None


def lines(document: Document, marks: Mapping[int, Mark]) -> list[Line]:
    """The text line by line; the numbers of the marks name the classes "s1", "s2" of their segments."""
    cutter = _Cutter(document, marks)
    return [cutter.line(span) for span in _line_spans(document.text)]


def _line_spans(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


class _Piece(NamedTuple):
    span: Span
    role: Role
    number: int


class _Cutter:
    """Knows every boundary, so that each line is cut in one pass over its own."""

    def __init__(self, document: Document, marks: Mapping[int, Mark]) -> None:
        self.text, self.marks = harmless(document.text), marks
        self.spans = [_Piece(span, role, n) for n, mark in marks.items() for span, role in mark.parts]
        trimmed = ((_trimmed(r.span, document.text), r.kind.value) for r in document.regions)
        self.regions = [(span, kind) for span, kind in trimmed if span]
        held = [piece.span for piece in self.spans] + [span for span, _ in self.regions]
        self.edges = sorted({edge for span in held for edge in span})

    def line(self, line: Span) -> Line:
        inner = _trimmed(line, self.text) or line
        left_out = any(span.contains(inner) for span, _ in self.regions)
        cuts = [line.start, *(e for e in self.edges if line.start < e < line.end), line.end]
        pieces = [piece for piece in self.spans if piece.span.overlaps(line)]
        spans = (Span(start, end) for start, end in pairwise(cuts))
        return Line(tuple(self._segment(span, pieces) for span in spans), left_out)

    def _segment(self, span: Span, pieces: Sequence[_Piece]) -> Segment:
        here = [piece for piece in pieces if piece.span.contains(span)]
        marks = {piece.number: self.marks[piece.number] for piece in here}
        notes = dict.fromkeys(note for m in marks.values() if m.end == span.end for note in m.notes)
        region = next((r for r in self.regions if r[0].contains(span)), None)
        classes = self._classes(span, here) + ["fu"] * (region is not None)
        return Segment(
            span.of(self.text),
            " ".join(classes + [f"s{n}" for n in marks]),
            tuple((n, m.anchor) for n, m in marks.items() if m.start == span.start),
            tuple(notes),
            region[1] if region and region[0].start == span.start else "",
        )

    def _classes(self, span: Span, here: Sequence[_Piece]) -> list[str]:
        """What the words do, and where a content begins ("cb") and ends ("ce")."""
        loud = [piece for piece in here if not self.marks[piece.number].quiet]
        contents = [piece.span for piece in loud if piece.role is Role.CONTENT]
        begun = any(content.start == span.start for content in contents)
        ended = any(content.end == span.end for content in contents)
        return [*dict.fromkeys(p.role.value for p in loud), *["cb"] * begun, *["ce"] * ended]


_GAP = 60
"""Words between two parts of a statement that are shown in its quotation; more is an ellipsis."""


def snippet(text: str, statement: Statement) -> list[tuple[str, str]]:
    """The statement's own words in the order of the text, as (class, words); class "" for words between."""
    pieces: list[tuple[str, str]] = []
    reached = None
    for span, role in sorted(parts(statement), key=lambda part: part[0]):
        if reached is not None and span.end <= reached:
            continue
        start = span.start if reached is None else max(span.start, reached)
        if reached is not None and start > reached:
            pieces.append(("", _between(text, reached, start)))
        pieces.append((role.value, _words(text, start, span.end)))
        reached = span.end
    return pieces


def _between(text: str, start: int, end: int) -> str:
    return _words(text, start, end) if end - start <= _GAP else " … "


def _words(text: str, start: int, end: int) -> str:
    """One line, with a space where the words stand apart from their neighbours."""
    words = text[start:end]
    inner = one_line(words)
    if not inner:
        return " "
    return " " * words[0].isspace() + inner + " " * words[-1].isspace()
