"""Which documents print the same text, statement by statement, and whose text it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from herodotus.compare.agencies import is_house
from herodotus.compare.copies import WHOLE, Index, Overlap, overlap
from herodotus.compare.passages import words
from herodotus.data.documents import Document, Span
from herodotus.data.statements import Reading, Statement
from herodotus.offsets import covered

INSIDE = 0.6
"""Share of a statement's content that stands in the other text, in a statement there: its ends are cut differently from
text to text, and words in it are changed. Looked at one by one on ten articles of the wire set: from here to 0.8 all
were the same, below they were not."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that go back to one text; the overlap is told from the first to the second."""

    a: str
    b: str
    overlap: Overlap


def pairs(documents: Sequence[Document]) -> list[Pair]:
    """The documents that share telling word for word; each is compared with the few that an index finds. Their order
    makes no difference."""
    index: Index[str] = Index()
    texts = {document.id: words(document) for document in sorted(documents, key=lambda d: (d.id, d.sha256))}
    found = []
    for name, text in texts.items():
        compared = ((other, overlap(text, texts[other])) for other in index.near(text))
        found += [Pair(name, other, shared) for other, shared in compared if shared.derived]
        index.add(name, text)
    return found


class Text(NamedTuple):
    """Whose text it is, and why, in words; `known` where a credit says so and not a copy."""

    agency: str
    reason: str
    known: bool = True

    @property
    def told(self) -> str:
        """ "which credits X", said of a document."""
        return f"which credits {self.agency}" if self.known else f"a text of {self.agency}"


@dataclass(frozen=True, slots=True)
class Copies:
    """What is the same text in a story: `groups` has the number of the group of statements with the same text that
    each is in, `members` these groups, `texts` the agency whose text a whole document is, `houses` the outlet that a
    publisher is itself, where others credit it."""

    groups: Mapping[Key, int] = field(default_factory=dict)
    members: Sequence[tuple[Key, ...]] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    houses: Mapping[str, Text] = field(default_factory=dict)

    def same(self, a: Key, b: Key) -> bool:
        return a in self.groups and self.groups[a] == self.groups.get(b)

    def text(self, key: Key) -> Text | None:
        """Whose text a statement is printed from; None where no document says so."""
        if key[0] in self.texts:
            return self.texts[key[0]]
        others = [other for other, _ in self.others(key)]
        house, found = self.houses.get(key[0]), self._by(others, self.texts)
        if house and (found is None or found.agency == house.agency):
            return house
        return found or self._by(others, self.houses)

    def _by(self, others: Sequence[str], texts: Mapping[str, Text]) -> Text | None:
        """By what other documents with the same text say, the most of them first."""
        names = Counter(texts[other].agency for other in others if other in texts)
        if not names:
            return None
        name = min(names, key=lambda n: (-names[n], n))
        other = min(other for other in others if other in texts and texts[other].agency == name)
        return Text(name, f"same text as [{other}], {texts[other].told}", known=False)

    def others(self, key: Key) -> list[Key]:
        """The statements of other documents with the same text."""
        if key not in self.groups:
            return []
        return [other for other in self.members[self.groups[key]] if other[0] != key[0]]

    def reason(self, key: Key) -> str | None:
        """Why a statement is somebody else's text, in words; None where it is not known to be."""
        found, house = self.text(key), self.houses.get(key[0])
        if found:
            return found.reason if found != house else None
        others = self.others(key)
        return f"same text as [{min(others)[0]}]; which came first is not known" if others else None


def copies(readings: Sequence[Reading]) -> Copies:
    """What is the same text in a story."""
    documents = [reading.annotated.document for reading in readings]
    found = pairs(documents)
    statements = {reading.annotated.document.id: reading.statements for reading in readings}
    members = _joined(pair for each in found for pair in _alike(each, statements))
    groups = {key: n for n, group in enumerate(members) for key in group}
    return Copies(groups, members, texts(documents, found), houses(documents))


def houses(documents: Sequence[Document]) -> dict[str, Text]:
    """The outlet that a document's publisher is itself, among those that others credit."""
    names = sorted({document.agency for document in documents if document.agency})
    return {
        document.id: Text(name, f"published by {name} itself", known=False)
        for document in documents
        for name in names
        if not document.agency and is_house(name, document.publisher)
    }


def texts(documents: Sequence[Document], found: Iterable[Pair]) -> dict[str, Text]:
    """The agency whose text each document is: by its own credit, else as a copy of one that gives credit, or of the
    outlet's own page."""
    credits = {d.id: Text(d.agency, f"credited to {d.agency}") for d in documents if d.agency}
    own = houses(documents)
    told = own | credits
    copied: dict[str, tuple[bool, float, str]] = {}
    for pair in found:
        for name, other, share in ((pair.a, pair.b, pair.overlap.of_a), (pair.b, pair.a, pair.overlap.of_b)):
            if name in credits or other not in told or share < WHOLE:
                continue
            if name not in own or (other in credits and own[name].agency != told[other].agency):
                copied[name] = max(copied.get(name, (False, 0.0, "")), (other in credits, share, other))
    return credits | {name: _by_copy(other, share, told[other]) for name, (_, share, other) in copied.items()}


def _by_copy(other: str, share: float, text: Text) -> Text:
    why = f"{share:.0%} of its telling is the text of [{other}], {text.told}"
    return Text(text.agency, why, known=False)


def _alike(pair: Pair, statements: Mapping[str, Sequence[Statement]]) -> Iterator[tuple[Key, Key]]:
    """Statements of both that stand at the same place of their passages."""
    runs = [run for passage in pair.overlap.passages for run in passage.runs]
    there = sorted((sorted(s.content), s.id) for s in statements[pair.b] if s.content)
    for statement in statements[pair.a]:
        image = _image(statement.content, runs)
        if image and _size(image) >= INSIDE * _size(statement.content):
            for content, other in there:
                if content[0].start < image[-1].end and _same_place(image, content):
                    yield (pair.a, statement.id), (pair.b, other)


def _image(content: Sequence[Span], runs: Iterable[tuple[Span, Span]]) -> list[Span]:
    """Where the words of a content stand in the other text; within a run only spaces and marks may differ."""
    found = []
    for span in content:
        for here, there in runs:
            start, end = max(span.start, here.start), min(span.end, here.end)
            if start < end:
                scale = (there.end - there.start) / (here.end - here.start)
                first, last = (there.start + round((at - here.start) * scale) for at in (start, end))
                found.append(Span(first, last))
    return sorted(found)


def _same_place(image: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether one covers the larger part of the other, and the other way round."""
    common = sum(covered(image, *span) for span in content)
    return common >= INSIDE * max(_size(image), _size(content))


def _size(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _joined(alike: Iterable[tuple[Key, Key]]) -> list[tuple[Key, ...]]:
    """Groups of what is alike, directly or through others, sorted."""
    home: dict[Key, list[Key]] = {}
    for a, b in alike:
        one, other = home.setdefault(a, [a]), home.setdefault(b, [b])
        if one is not other:
            one += other
            home.update(dict.fromkeys(other, one))
    return sorted({id(group): tuple(sorted(group)) for group in home.values()}.values())
