"""What was captured: one article, its text as it stands, and the parts of it that are page furniture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Span(NamedTuple):
    """Unicode code points into `Document.text`, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Furniture(Enum):
    """Why a part of the text is left out of the analysis."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    MENU = "menu"
    PROMPT = "prompt"
    POLICY = "policy"
    RELATED = "related"
    NOTICE = "notice"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Region:
    """A marked part of the text: furniture of one kind, with the rule that found it."""

    span: Span
    kind: Furniture
    reason: str


@dataclass(frozen=True, slots=True)
class Basis:
    """How one field of a Document was found; `span` is None where the words are not in its text."""

    field: str
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as captured. None means unknown, never empty.

    `origin` is the path it came from ("-" for standard input, "path#3" for the third line of a JSON Lines
    file); `published` is an ISO 8601 date or date-time; `language` an ISO 639-1 code; `agency` the news agency
    credited in byline or dateline; `dateline` the place named there; `sha256` the hash of the captured bytes.
    """

    id: str
    origin: str
    sha256: str
    text: str
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    regions: tuple[Region, ...] = ()
    bases: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A capture that gave no Document, or a Document that was not analysed, and why.

    `failed` is set where a stage broke on it: a fault of ours, while a plain skip lies in the capture."""

    origin: str
    stage: str
    reason: str
    failed: bool = False
