"""Words as they are compared: lemmas without function words, names led to what they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from herodotus.compare.materiel import class_of
from herodotus.compare.texts import content_words, stem, stopwords
from herodotus.crossdoc.standing import Standing
from herodotus.data.annotations import Annotated, Entity, Kind, Timex, Token
from herodotus.data.documents import Span

NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.NATIONALITY, Kind.FACILITY})
CARRYING = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM", "X"})


def last_name(name: str) -> str:
    """What a name is recognised by: its last word that carries meaning, in lower case."""
    words = content_words(name)
    return words[-1] if words else name.lower()


class Namer:
    """Turns words of one document into terms, names led to what they mean."""

    __slots__ = ("_annotated", "_names", "_places", "_quantities", "_starts", "_times", "_words")

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated
        self._names = {
            mention.span.start: (mention.span.end, codes)
            for entity in annotated.entities
            if entity.kind in NAMED
            for codes in (codes_of(entity),)
            for mention in entity.mentions
        }
        self._places = {
            mention.span: entity.place.country
            for entity in annotated.entities
            if entity.place is not None
            for mention in entity.mentions
        }
        self._words = {t.span.start: t for t in annotated.tokens}
        self._starts = sorted({*self._names, *self._words})
        self._times = Standing([t.span for t in annotated.times])
        self._quantities = Standing([q.span for q in annotated.quantities])

    def names(self, span: Span) -> bool:
        """Whether a span is a name of the document."""
        return span.start in self._names and self._names[span.start][0] == span.end

    def states(self, span: Span) -> frozenset[str]:
        """The countries in which the place lies that a span names; none where it names no place."""
        return frozenset(self._places.get(span, ()))

    def times(self, spans: Iterable[Span]) -> tuple[Timex, ...]:
        """The times inside the spans."""
        return tuple(self._annotated.times[n] for n in self._times.inside(spans))

    def quantities(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """The numbers of the quantities inside the spans."""
        return tuple(self._quantities.inside(spans))

    def terms(self, spans: Iterable[Span]) -> frozenset[str]:
        """The words of the spans that carry meaning, as lemmas; names as codes or last names."""
        return frozenset(term for span in spans for term in self._terms(span))

    def _terms(self, span: Span) -> Iterator[str]:
        reached = span.start
        for n in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
            start = self._starts[n]
            if start < reached:
                continue
            if start in self._names:
                reached, codes = self._names[start]
                yield from codes
            elif (term := self._term(self._words[start])) is not None:
                yield term

    def _term(self, token: Token) -> str | None:
        if token.tag not in CARRYING:
            return None
        word = token.span.of(self._annotated.document.text).lower()
        if word in stopwords() or len(word) < 2:
            return None
        return class_of(word) or stem(token.lemma or word)


def codes_of(entity: Entity) -> tuple[str, ...]:
    """The countries it stands for; of persons, and where no country is known, the last name."""
    return entity.country if entity.country and entity.kind is not Kind.PERSON else (last_name(entity.name),)
