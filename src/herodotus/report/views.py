"""What the pages of a dossier show, worked out once so that the templates only lay it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from herodotus.data.claims import (
    Brief,
    Claim,
    Difference,
    Origin,
    Place,
    Position,
    Story,
    TimelineEntry,
    Value,
)
from herodotus.data.documents import Document
from herodotus.data.statements import Evidence, Reading
from herodotus.report import timeline
from herodotus.report.casualties import RowView, rows
from herodotus.report.marks import Line, Mark, Role, lines, mark, parts, snippet
from herodotus.report.matrix import Matrix, matrix
from herodotus.report.relations import Tie, ties
from herodotus.report.standing import Holder, Index, Voice, holders, publisher, standing

_FIELDS = ("publisher", "title", "byline", "published", "dateline", "agency", "language", "url")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One statement's words, with the other documents in which the same source says the same words."""

    voice: Voice
    pieces: tuple[tuple[str, str], ...]
    link: str
    again: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Camp:
    """All who take one position on a claim."""

    position: Position
    holders: tuple[tuple[Holder, tuple[Quotation, ...]], ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin with its documents; `chains` are who passed it on and why, with the documents of which that holds."""

    label: str
    reason: str
    count: str
    links: tuple[tuple[int, str], ...]
    chains: tuple[tuple[tuple[str, ...], str, tuple[tuple[int, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    claim: Claim
    number: int
    anchor: str
    time: str | None
    standing: tuple[tuple[Position | None, str], ...]
    camps: tuple[Camp, ...]
    evidence: tuple[str, ...]
    origins: tuple[OriginView, ...]
    sure: tuple[float, float]
    alone: bool
    ties: tuple[tuple[Tie, int, str, str], ...] = ()  # with the number, anchor and text of the other claim

    @property
    def contested(self) -> bool:
        """Asserted by some, and denied, doubted or declined by others."""
        return len(self.camps) > 1


@dataclass(frozen=True, slots=True)
class ValueView:
    value: Value
    holders: tuple[str, ...]
    links: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    difference: Difference
    claim: ClaimView | None
    values: tuple[ValueView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    entry: TimelineEntry
    days: str
    bar: timeline.Bar
    claims: tuple[ClaimView, ...]
    links: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    story: Story
    anchor: str
    documents: tuple[int, ...]
    shared: tuple[ClaimView, ...]
    single: tuple[ClaimView, ...]
    topics: tuple[ClaimView, ...]
    matrix: Matrix
    differences: tuple[DifferenceView, ...]
    entries: tuple[EntryView, ...]
    casualties: tuple[RowView, ...]
    ticks: tuple[timeline.Tick, ...]
    breaks: tuple[float, ...]

    @property
    def claims(self) -> dict[int, ClaimView]:
        return {view.number: view for view in self.shared + self.single + self.topics}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a document: None where unknown; `how` says how it was found."""

    name: str
    value: str | None
    how: str

    @property
    def safe(self) -> bool:
        """Whether it may be a link: an article's address can hold a script."""
        return (self.value or "").startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class DocumentView:
    document: Document
    number: int
    publisher: str
    fields: tuple[FieldView, ...]
    lines: tuple[Line, ...]
    left_out: tuple[tuple[str, int, int], ...]
    statements: int


class Pages:
    """The stories and documents of a brief with the links between them."""

    def __init__(self, brief: Brief) -> None:
        self.brief, self.index = brief, Index(brief)
        self._statements = {
            (d, s.id): n for d, r in self.index.readings.items() for n, s in enumerate(r.statements, 1)
        }
        self._places: dict[str, dict[Place, int]] = {d: {} for d in self.index.readings}
        self._notes: dict[tuple[str, str], list[str]] = {}
        self.stories = [self._story(story, n) for n, story in enumerate(brief.stories, 1)]
        self.documents = [self._document(name) for name in self.index.readings]

    @property
    def heading(self) -> str:
        if len(self.stories) == 1:
            return self.stories[0].story.title
        return f"{len(self.stories)} stories" if self.stories else "No story was read"

    @property
    def publishers(self) -> set[str]:
        return {d.publisher for d in self.brief.documents if d.publisher}

    @property
    def published(self) -> str:
        """The first and the last day of publication, as far as known."""
        found = sorted(d.published[:10] for d in self.brief.documents if d.published)
        return " to ".join(dict.fromkeys([found[0], found[-1]])) if found else ""

    @property
    def claims(self) -> int:
        return sum(story.said for story in self.brief.stories)

    @property
    def differences(self) -> int:
        return sum(len(story.differences) for story in self.brief.stories)

    def _story(self, story: Story, number: int) -> StoryView:
        claims = _tied([self._claim(c, n, f"c{number}-{n}") for n, c in enumerate(story.claims, 1)], story)
        said = [c for c in claims if not c.claim.topic]
        shared = [c for c in said if not c.alone] or said
        by_id = {view.claim.id: view for view in claims}
        scale = timeline.scale(story.timeline) if story.timeline else None
        return StoryView(
            story,
            f"story-{number}",
            tuple(self.index.numbers[d] for d in story.documents),
            tuple(shared),
            tuple(c for c in said if c not in shared),
            tuple(c for c in claims if c.claim.topic),
            matrix([(view.number, self.index.voices(view.claim)) for view in shared]),
            tuple(self._difference(d, by_id.get(d.claim or "")) for d in story.differences),
            tuple(self._entries(story, by_id, scale)) if scale else (),
            rows(story.casualties, self.index.numbers, self._words),
            tuple(timeline.ticks(scale)) if scale else (),
            tuple(scale.breaks) if scale else (),
        )

    def _claim(self, claim: Claim, number: int, anchor: str) -> ClaimView:
        voices = self.index.voices(claim)
        for stand in claim.stands:
            self._notes.setdefault((stand.document, stand.statement), []).append(anchor)
        camps = [Camp(p, tuple((h, self._quotations(h)) for h in holders(voices, p))) for p in Position]
        speakers = {holder.name for camp in camps for holder, _ in camp.holders}
        return ClaimView(
            claim,
            number,
            anchor,
            timeline.spoken(claim.time) if claim.time else None,
            tuple(standing(claim, voices)),
            tuple(camp for camp in camps if camp.holders),
            tuple(e.value for e in claim.evidence if e is not Evidence.NONE),
            tuple(self._origin(o) for o in claim.origins),
            _range(v.statement.score for v in voices),
            len(speakers) < 2 and len({v.number for v in voices}) < 2,
        )

    def _origin(self, origin: Origin) -> OriginView:
        """The chains that say more than that a publisher quotes the origin."""
        groups: dict[tuple[tuple[str, ...], str], list[tuple[str, str]]] = {}
        for link in origin.links:
            if link.copied or len(link.chain) > 2:
                told = (link.chain[1:], self.index.numbered(link.reason))
                groups.setdefault(told, []).append((link.document, link.statement))
        count = "" if origin.low == origin.high == 1 else f"{origin.low} to {origin.high}"
        return OriginView(
            origin.label,
            self.index.numbered(origin.reason),
            count,
            self._references(origin.statements),
            tuple((chain, why, self._references(keys)) for (chain, why), keys in groups.items()),
        )

    def _quotations(self, holder: Holder) -> tuple[Quotation, ...]:
        groups: dict[str, list[Voice]] = {}
        for voice in holder.voices:
            groups.setdefault(voice.words.casefold(), []).append(voice)
        return tuple(self._quotation(group) for group in groups.values())

    def _quotation(self, group: Sequence[Voice]) -> Quotation:
        first = group[0]
        pieces = snippet(first.document.text, first.statement)
        again = tuple((v.number, self.link(v)) for v in group[1:])
        return Quotation(first, tuple(pieces), self.link(first), again)

    def link(self, voice: Voice) -> str:
        return self._link(voice.document.id, voice.statement.id)

    def _link(self, document: str, statement: str) -> str:
        """The anchor of the statement's first words; of the document where it has none."""
        n = self._statements[document, statement]
        found = parts(self.index.readings[document].statements[n - 1])
        return f"d{self.index.numbers[document]}" + (f"-s{n}" if found else "")

    def _references(self, statements: Iterable[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
        """The first of them in each document."""
        first: dict[str, str] = {}
        for document, statement in statements:
            first.setdefault(document, statement)
        return tuple((self.index.numbers[d], self._link(d, s)) for d, s in first.items())

    def _words(self, places: Iterable[Place]) -> tuple[tuple[int, str], ...]:
        """Links to the places; each becomes a mark of its document."""
        return tuple((self.index.numbers[p.document], self._place(p)) for p in dict.fromkeys(places))

    def _place(self, place: Place) -> str:
        known = self._places[place.document]
        return f"d{self.index.numbers[place.document]}-w{known.setdefault(place, len(known) + 1)}"

    def _difference(self, difference: Difference, claim: ClaimView | None) -> DifferenceView:
        values = tuple(
            ValueView(value, tuple(map(self.index.named, value.holders)), self._words(value.words))
            for value in difference.values
        )
        return DifferenceView(difference, claim, values)

    def _entries(
        self, story: Story, claims: dict[str, ClaimView], scale: timeline.Scale
    ) -> Iterator[EntryView]:
        for entry in sorted(story.timeline, key=lambda e: (e.since, e.until)):
            told = tuple(claims[c] for c in entry.claims if c in claims)
            days, bar = timeline.days(entry), timeline.bar(entry, scale)
            first = {place.document: place for place in reversed(entry.words)}
            yield EntryView(entry, days, bar, told, self._words(reversed(first.values())))

    def _document(self, name: str) -> DocumentView:
        reading = self.index.readings[name]
        document, number = reading.annotated.document, self.index.numbers[name]
        return DocumentView(
            document,
            number,
            publisher(document),
            tuple(_field(document, field) for field in _FIELDS),
            tuple(lines(document, self._marks(reading, number))),
            _left_out(document),
            len(reading.statements),
        )

    def _marks(self, reading: Reading, number: int) -> dict[int, Mark]:
        """By number: the statements first, then the places that differences and the timeline lead to."""
        document = reading.annotated.document
        marks: list[Mark | None] = []
        for n, statement in enumerate(reading.statements, 1):
            found = mark(f"d{number}-s{n}", document.text, parts(statement), quiet=statement.narrated)
            notes = tuple(self._notes.get((document.id, statement.id), ()))
            marks.append(replace(found, notes=notes) if found else None)
        for place, n in self._places[document.id].items():
            marks.append(mark(f"d{number}-w{n}", document.text, [(place.span, Role.WORDS)], quiet=True))
        return {n: found for n, found in enumerate(marks, 1) if found}


def _tied(claims: Sequence[ClaimView], story: Story) -> list[ClaimView]:
    """The claims with how they stand to each other."""
    by_id, tied = {view.claim.id: view for view in claims}, ties(story)

    def told(view: ClaimView) -> tuple[tuple[Tie, int, str, str], ...]:
        found = ((tie, by_id[tie.other]) for tie in tied.get(view.claim.id, ()))
        return tuple((tie, other.number, other.anchor, other.claim.text) for tie, other in found)

    return [replace(view, ties=told(view)) for view in claims]


def _range(scores: Iterable[float]) -> tuple[float, float]:
    found = sorted(scores)
    return (found[0], found[-1]) if found else (0.0, 0.0)


def _field(document: Document, name: str) -> FieldView:
    how = next((b.how for b in document.bases if b.field == name), "")
    return FieldView(name, getattr(document, name), how)


def _left_out(document: Document) -> tuple[tuple[str, int, int], ...]:
    """Kind of furniture, how many regions, how many characters."""
    regions = Counter(r.kind.value for r in document.regions)
    sizes = Counter[str]()
    for region in document.regions:
        sizes[region.kind.value] += region.span.end - region.span.start
    return tuple((kind, number, sizes[kind]) for kind, number in regions.items())
