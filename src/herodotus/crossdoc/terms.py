"""Words as they are compared: lemmas without function words, names led to what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from herodotus.compare.materiel import class_of
from herodotus.compare.texts import content_words, stem, stopwords
from herodotus.data.annotations import Annotated, Entity, Kind
from herodotus.data.documents import Span

NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.NATIONALITY, Kind.FACILITY})
CARRYING = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "X"})


def last_name(name: str) -> str:
    """What a name is recognised by: its last word that carries meaning, in lower case."""
    words = content_words(name)
    return words[-1] if words else name.lower()


@dataclass(frozen=True, slots=True)
class Namer:
    """Turns words of one document into terms, names led to what they mean."""

    annotated: Annotated
    entities: Mapping[int, tuple[int, tuple[str, ...]]]
    starts: Mapping[int, int]

    @classmethod
    def of(cls, annotated: Annotated) -> Namer:
        entities = {}
        for entity in annotated.entities:
            if entity.kind in NAMED:
                for mention in entity.mentions:
                    entities[mention.span.start] = (mention.span.end, codes_of(entity))
        return cls(annotated, entities, {t.span.start: i for i, t in enumerate(annotated.tokens)})

    def names(self, span: Span) -> bool:
        """Whether a span is a name of the document."""
        return span.start in self.entities and self.entities[span.start][0] == span.end

    def terms(self, spans: Iterable[Span]) -> frozenset[str]:
        """The words of the spans that carry meaning, as lemmas; names as codes or last names."""
        return frozenset(term for span in spans for term in self._terms(span))

    def _terms(self, span: Span) -> Iterator[str]:
        reached = span.start
        for start in range(span.start, span.end):
            if start in self.entities and start >= reached:
                reached, codes = self.entities[start]
                yield from codes
            elif start in self.starts and start >= reached:
                yield from self._word(self.starts[start])

    def _word(self, i: int) -> Iterator[str]:
        token = self.annotated.tokens[i]
        word = token.span.of(self.annotated.document.text).lower()
        if token.tag in CARRYING and word not in stopwords() and len(word) > 1:
            yield class_of(word) or stem(token.lemma or word)


def codes_of(entity: Entity) -> tuple[str, ...]:
    """The countries it stands for; of persons, and where no country is known, the last name."""
    return entity.country if entity.country and entity.kind is not Kind.PERSON else (last_name(entity.name),)
