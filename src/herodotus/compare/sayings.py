"""What one claim says, in a form in which two compare: words, names, figures, days, sides that it takes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from herodotus.compare import countries, gazetteer
from herodotus.compare.names import plain
from herodotus.compare.texts import stem, stopwords
from herodotus.data.annotations import Annotated, Form, Kind, Quantity, Timex, Token
from herodotus.data.documents import Span

NAMED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.NATIONALITY, Kind.FACILITY})
LISTS = "opposites.yaml"
NEGATING = ("advmod", "det", "case", "cc")
"""Relations by which a negation hangs on what it negates."""
SHORT = 3
"""Letters of a stem that keeps its e."""
PLACE = {"VERB": 0, "AUX": 1, "ADJ": 2, "NOUN": 3, "PROPN": 4}
"""Which of several words that hang on none of the others is the topmost."""
CARRYING = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "ADV", "X"})


@dataclass(frozen=True, slots=True)
class Side:
    """A side that a word takes on an axis of opposites.yaml: 1 or -1, already turned round where it is negated; `root`
    is the stem of the word."""

    axis: str
    value: int
    word: str
    root: str


@dataclass(frozen=True, slots=True)
class Saying:
    """`head` is the stem of the word on which the others hang, `subjects` what it is said of (a name by its code or
    last word, else a stem), `terms` are stems without function words and figures, `names` ISO codes or the last word
    of a name, `lemmas` all words in order, `negated` the stems that a negation hangs on, `vector` the meaning
    (float32, 384, unit length)."""

    text: str
    head: str
    subjects: frozenset[str]
    terms: frozenset[str]
    names: frozenset[str]
    lemmas: tuple[str, ...]
    negated: frozenset[str]
    sides: tuple[Side, ...]
    figures: tuple[Quantity, ...]
    times: tuple[Timex, ...]
    vector: NDArray[np.float32] = field(compare=False, repr=False)

    @property
    def days(self) -> tuple[tuple[date, date], ...]:
        """The stretches of days that it names, where both ends are known."""
        return tuple((t.since, t.until) for t in self.times if t.since and t.until)


def saying(annotated: Annotated, spans: Sequence[Span], vector: NDArray[np.float32]) -> Saying:
    """What the spans of a document say; `vector` is their meaning."""
    text, tokens = annotated.document.text, annotated.tokens
    inside = places_in(tokens, spans)
    tops = [i for i in inside if tokens[i].head == i or tokens[i].head not in inside]
    top = min(tops, key=lambda i: (PLACE.get(tokens[i].tag, len(PLACE)), i), default=None)
    negated = frozenset(_negated(tokens, inside))
    named = [
        m
        for m in annotated.mentions
        if m.form is Form.NAMED and m.kind in NAMED and any(s.contains(m.span) for s in spans)
    ]
    return Saying(
        text=" … ".join(" ".join(span.of(text).split()) for span in spans),
        head="" if top is None else root(lemma(tokens[top], text)),
        subjects=frozenset() if top is None else frozenset(_subjects(annotated, top, inside)),
        terms=frozenset(_terms(annotated, inside)),
        names=frozenset(n for m in named for n in name_of(m.span.of(text))),
        lemmas=tuple(lemma(tokens[i], text) for i in inside),
        negated=frozenset(root(lemma(tokens[i], text)) for i in negated),
        sides=tuple(_sides(annotated, inside, negated)),
        figures=tuple(q for q in annotated.quantities if any(s.contains(q.span) for s in spans)),
        times=tuple(t for t in annotated.times if any(s.contains(t.span) for s in spans)),
        vector=vector,
    )


def places_in(tokens: Sequence[Token], spans: Sequence[Span]) -> list[int]:
    """The tokens that stand wholly in one of the spans, in order."""
    found: set[int] = set()
    for span in spans:
        first = bisect_left(tokens, span.start, key=lambda t: t.span.start)
        last = bisect_left(tokens, span.end, lo=first, key=lambda t: t.span.start)
        found.update(i for i in range(first, last) if tokens[i].span.end <= span.end)
    return sorted(found)


def _subjects(annotated: Annotated, top: int, inside: Sequence[int]) -> Iterator[str]:
    """The subject of the topmost word, of the first that has one where it has none; none where it is a pronoun."""
    tokens = annotated.tokens
    found = [i for i in inside if tokens[i].relation.startswith("nsubj")]
    chosen = [i for i in found if tokens[i].head == top] or found[:1]
    for token in (tokens[i] for i in chosen if tokens[i].tag in ("NOUN", "PROPN")):
        named = (m.span for m in annotated.mentions if m.form is Form.NAMED and m.span.overlaps(token.span))
        yield from name_of(next(named, token.span).of(annotated.document.text))
        yield root(token.lemma)


def meaning(annotated: Annotated, spans: Sequence[Span]) -> NDArray[np.float32]:
    """The mean of what the model gives for the words of the spans, of unit length; zero where there is none."""
    rows = places_in(annotated.tokens, spans)
    if not rows or len(annotated.vectors) != len(annotated.tokens):
        return np.zeros(annotated.vectors.shape[1], dtype=np.float32)
    mean = annotated.vectors[rows].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)


def name_of(written: str) -> tuple[str, ...]:
    """Countries by their codes (so are their capitals and peoples), all else by the last word, folded."""
    codes = countries.of(written)
    words = gazetteer.fold(plain(written)).split()
    return codes or tuple(words[-1:])


def _terms(annotated: Annotated, inside: Sequence[int]) -> Iterator[str]:
    text = annotated.document.text
    for i in inside:
        token = annotated.tokens[i]
        word, base = token.span.of(text).lower(), lemma(token, text)
        if token.tag in CARRYING and not {word, base} & stopwords() and len(word) > 1:
            yield root(base or word)


def root(word: str) -> str:
    """The stem, without the e that a lemma has and a stem made of an inflected form has not."""
    found = stem(word)
    return found[:-1] if found.endswith("e") and len(found) > SHORT else found


def _negated(tokens: Sequence[Token], inside: Sequence[int]) -> Iterator[int]:
    """The words that a negation hangs on; of a negated noun the verb too ("no troops left")."""
    for i in inside:
        token = tokens[i]
        if token.lemma.lower() in words("negators") and token.relation.split(":")[0] in NEGATING:
            yield token.head
            if token.relation == "det" and tokens[token.head].relation in ("nsubj", "obj", "nsubj:pass"):
                yield tokens[token.head].head


def _sides(annotated: Annotated, inside: Sequence[int], negated: frozenset[int]) -> Iterator[Side]:
    for i in inside:
        word = lemma(annotated.tokens[i], annotated.document.text)
        for axis, value in axes().get(word, ()):
            yield Side(axis, -value if i in negated else value, word, root(word))


def lemma(token: Token, text: str) -> str:
    """The lemma as read; of the words of opposites.yaml the one that belongs to the form, where the reading slips."""
    return bases().get(token.span.of(text).lower()) or token.lemma.lower()


@cache
def bases() -> dict[str, str]:
    """Inflected form -> lemma of the words that take a side."""
    irregular = gazetteer.load(LISTS)["irregular"]
    found = {form: word for word, forms in irregular.items() for form in forms}
    for word in axes():
        base = word[:-1] if word.endswith(("e", "y")) else word
        endings = ("ies", "ied", "ying") if word.endswith("y") else ("es", "ed", "ing")
        for form in (word + "s", *(base + ending for ending in endings)):
            found.setdefault(form, word)
    return {form: word for form, word in found.items() if form not in axes()}


@cache
def axes() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each lemma the axes that it stands on, with its side."""
    found: dict[str, list[tuple[str, int]]] = {}
    for axis, (one, other) in gazetteer.load(LISTS)["axes"].items():
        for words_, value in ((one, 1), (other, -1)):
            for word in words_:
                found.setdefault(word, []).append((axis, value))
    return {word: tuple(where) for word, where in found.items()}


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of opposites.yaml: negators, open, coming, others."""
    return frozenset(gazetteer.load(LISTS)[name])
