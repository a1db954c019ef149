"""A word that names an event, with what its text says around it, in a form that compares."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.families import family
from herodotus.compare.texts import stem, stopwords
from herodotus.crossdoc.arguments import Arguments, Grammar, arguments
from herodotus.crossdoc.terms import CARRYING, NAMED, codes_of
from herodotus.data.annotations import Annotated, Entity, Timex, TimexType
from herodotus.data.documents import Span

NEAR = 5
"""Words on either side of an event word that stand for its surroundings."""
LONGEST = timedelta(days=45)
"""A longer time than this says too little of when something happened."""

Vector = NDArray[np.float32]
Terms = frozenset[str]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a text tells of an event.

    `family` is that of the event word, `others` the families of the other words of the span. `doers`, `undergoers` and
    `around` are parties and things by what they mean: codes of countries, last names, stems; `sentence` all
    such terms of its sentence and `names` those of named things. Vectors have unit length, or are zero where nothing is
    there: the event word, the words near it, its clause, its sentence, its arguments. `line` is the number of the
    sentence in the document, `told` how many words of the family the document has.
    """

    document: str
    span: Span
    words: str
    family: str
    others: Terms
    verb: bool
    doers: Terms
    undergoers: Terms
    around: Terms
    sentence: Terms
    clause: Terms
    names: Terms
    since: date | None
    until: date | None
    figures: frozenset[float]
    line: int
    told: int
    vectors: dict[str, Vector] = field(compare=False, repr=False)

    @property
    def arguments(self) -> Terms:
        return self.doers | self.undergoers | self.around


def occurrences(annotated: Annotated, spans: Iterable[Span]) -> list[Occurrence | None]:
    """One for each span, in order; None where it holds no word. The vectors of the words must still be there."""
    reader = _Reader(annotated)
    return [reader.occurrence(span) for span in spans]


class _Reader:
    """What is asked of one document again and again."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.text = annotated.document.text
        self.grammar = Grammar.of(annotated.tokens, self.text)
        self.starts = [t.span.start for t in annotated.tokens]
        pairs = zip(self.grammar.words, annotated.tokens, strict=True)
        self.families = [family(word) if token.tag in CARRYING else "" for word, token in pairs]
        self.owner = dict(self._owners())

    def _owners(self) -> Iterator[tuple[int, Entity]]:
        """Which entity a token stands for; descriptions and pronouns by their heads, names by each of their words."""
        for entity in self.annotated.entities:
            for mention in entity.mentions:
                yield from ((i, entity) for i in self.within(mention.span))
        for entity in (*self.annotated.participants, *self.annotated.entities):
            for mention in entity.mentions:
                top = self.head(mention.span)
                if top is not None:
                    yield top, entity

    def within(self, span: Span) -> range:
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, lo=first))

    def head(self, span: Span) -> int | None:
        """The first word of the span whose head lies outside it; a word that the span cuts counts."""
        tokens, inside = self.annotated.tokens, self.within(span)
        if inside.start and tokens[inside.start - 1].span.overlaps(span):
            inside = range(inside.start - 1, inside.stop)
        outer = (i for i in inside if tokens[i].head == i or tokens[i].head not in inside)
        return next(outer, None)

    def occurrence(self, span: Span) -> Occurrence | None:
        i = self.head(span)
        if i is None:
            return None
        token, found, line = self.annotated.tokens[i], arguments(self.grammar, i), self._line(i)
        sentence = self.annotated.sentences[line] if line >= 0 else token.span
        clause, time = self.grammar.below(i), self._time(sentence, token.span)
        return Occurrence(
            document=self.annotated.document.id,
            span=span,
            words=span.of(self.text).lower(),
            family=family(self.grammar.words[i]),
            others=frozenset(self.families[j] for j in self.within(span) if j != i) - {""},
            verb=token.tag == "VERB",
            doers=self._codes(found.doers),
            undergoers=self._codes(found.undergoers),
            around=self._codes(found.others),
            sentence=self._terms(j for j in self.within(sentence) if j != i),
            clause=self._terms(j for j in clause if j != i),
            names=self._names(self.within(sentence)),
            since=time.since if time else None,
            until=time.until if time else None,
            figures=frozenset(
                q.best for q in self.annotated.quantities if q.best and sentence.contains(q.span)
            ),
            line=line,
            told=self.families.count(family(self.grammar.words[i])),
            vectors=self._vectors(i, found, clause, sentence),
        )

    def _line(self, i: int) -> int:
        """The number of the sentence of a token, -1 where none holds it."""
        position = self.starts[i]
        at = bisect_left(self.annotated.sentences, (position + 1,)) - 1
        return at if at >= 0 and self.annotated.sentences[at].end > position else -1

    def _time(self, sentence: Span, word: Span) -> Timex | None:
        """The nearest time of the sentence, where its days are known and few."""
        dated = (t for t in self.annotated.times if sentence.contains(t.span) and _dated(t))
        return min(dated, key=lambda t: abs(t.span.start - word.start), default=None)

    def _code(self, i: int) -> str | None:
        entity, token = self.owner.get(i), self.annotated.tokens[i]
        if entity is not None:
            return codes_of(entity)[0]
        return stem(token.lemma or self.grammar.words[i]) if token.tag in CARRYING - {"VERB"} else None

    def _codes(self, places: Iterable[int]) -> Terms:
        return frozenset(code for i in places if (code := self._code(i)))

    def _terms(self, places: Iterable[int]) -> Terms:
        heavy = (i for i in places if self.grammar.words[i] not in stopwords())
        return self._codes(i for i in heavy if self.annotated.tokens[i].tag in CARRYING)

    def _names(self, places: Iterable[int]) -> Terms:
        return self._codes(i for i in places if i in self.owner and self.owner[i].kind in NAMED)

    def _vectors(self, i: int, found: Arguments, clause: Sequence[int], sentence: Span) -> dict[str, Vector]:
        inside = self.within(sentence)
        near = range(max(inside.start, i - NEAR), min(inside.stop, i + NEAR + 1))
        return {
            "word": self._mean([i]),
            "near": self._mean(near),
            "clause": self._mean(clause),
            "sentence": self._mean(inside),
            "doers": self._mean(found.doers),
            "undergoers": self._mean(found.undergoers),
            "arguments": self._mean(found.all),
        }

    def _mean(self, places: Sequence[int]) -> Vector:
        if not places:
            return np.zeros(self.annotated.vectors.shape[1], np.float32)
        mean = self.annotated.vectors[list(places)].mean(axis=0)
        return np.asarray(mean / max(float(np.sqrt(mean @ mean)), 1e-9), np.float32)


def _dated(time: Timex) -> bool:
    if time.type not in (TimexType.DATE, TimexType.TIME) or time.since is None or time.until is None:
        return False
    return time.until - time.since <= LONGEST
