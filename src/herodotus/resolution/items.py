"""Entities of many documents on their way to actors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from herodotus.compare.gazetteer import fold
from herodotus.data.annotations import Entity, Form, Kind
from herodotus.data.documents import Document
from herodotus.data.statements import Reading
from herodotus.resolution import phrases
from herodotus.resolution.lexicon import alike, pronouns


@dataclass(frozen=True)
class Item:
    """One entity in its document; `story` is the happening that the document tells of, its own where none is known."""

    reading: Reading
    entity: Entity
    story: str

    @property
    def document(self) -> Document:
        return self.reading.annotated.document

    @property
    def key(self) -> tuple[int, str, str, str]:
        """Fuller names first, then by name, document and id, so that no order of input shows."""
        return -len(self.entity.name.split()), fold(self.entity.name), self.document.id, self.entity.id

    @cached_property
    def named(self) -> list[str]:
        """What the text calls it by name."""
        return [m.span.of(self.document.text) for m in self.entity.mentions if m.form is Form.NAMED]

    @cached_property
    def nouns(self) -> Counter[str]:
        """The nouns that describe it, as written: "guards" are not "the guard"."""
        found = (m.span for m in self.entity.mentions if m.form is Form.NOMINAL)
        read = (_last_word(phrases.parse(self.document.text, span, []).core_text) for span in found)
        return Counter(noun for noun in read if noun and noun not in pronouns())

    @cached_property
    def roles(self) -> frozenset[str]:
        """The nouns of its role and those that can mean the same."""
        found = re.findall(r"[a-z-]{4,}", fold(self.entity.role or ""))
        return frozenset().union(*(alike(word) for word in found if word not in _NO_ROLE))

    @property
    def is_person(self) -> bool:
        return self.entity.kind is Kind.PERSON and bool(self.named)

    @property
    def is_body(self) -> bool:
        """What a name or an office tells; "officials of X" may be others each time."""
        entity = self.entity
        office = entity.kind is Kind.ORGANISATION and bool(entity.country)
        return entity.kind is not Kind.PERSON and (bool(self.named) or office or entity.kind is Kind.COUNTRY)


def _last_word(text: str) -> str:
    found = _WORDS.findall(text.removesuffix("'s").removesuffix("’s"))
    return found[-1].lower() if found else ""


_WORDS = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_NO_ROLE = {"former", "deputy", "senior", "chief"}

Cluster = list[Item]


def nouns(cluster: Iterable[Item]) -> Counter[str]:
    """What all of them are called beside names."""
    total: Counter[str] = Counter()
    for item in cluster:
        total.update(item.nouns)
    return total


def states_differ(a: Item, b: Item) -> bool:
    one, two = set(a.entity.country), set(b.entity.country)
    return bool(one and two and not one & two)
