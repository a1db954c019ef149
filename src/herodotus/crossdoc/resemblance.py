"""What speaks for two words, of one text or of two, telling of one event: a visible list of small functions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from herodotus.crossdoc.occurrences import Occurrence, Terms

ALIKE = 0.5
"""Likeness in meaning from which on two event words may well be synonyms (seen on ECB+ train)."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the features ask of the whole story: how rare each term is, how many of its documents use each word."""

    rarity: Mapping[str, float]
    spread: Mapping[str, float]
    """Share of the documents that tell of an event with a word of this family."""

    @classmethod
    def of(cls, documents: int, found: Sequence[Occurrence]) -> Story:
        """Of so many documents."""
        counts = Counter(term for o in found for term in o.sentence)
        told = Counter(family for family, _ in {(o.family, o.document) for o in found})
        return cls(
            {term: math.log(1 + len(found) / n) for term, n in counts.items()},
            {family: n / documents for family, n in told.items()},
        )

    def mass(self, terms: Terms) -> float:
        return sum([self.rarity.get(term, UNSEEN) for term in terms])

    def shared(self, a: Terms, b: Terms) -> float:
        """Dice coefficient of the weights; 0 where nothing is shared."""
        both = a & b
        return 2 * self.mass(both) / (self.mass(a) + self.mass(b)) if both else 0.0


UNSEEN = 3.0
"""The weight of a term that stands in no sentence of the story's events: that of a rare one."""

Feature = Callable[[Occurrence, Occurrence, Story], float]


def same_words(a: Occurrence, b: Occurrence, _: Story) -> float:
    """the same words"""
    return float(a.words == b.words)


def more_words(a: Occurrence, b: Occurrence, _: Story) -> float:
    """what else the words of the event say is the same"""
    return 2 * len(a.others & b.others) / max(1, len(a.others) + len(b.others))


def other_words(a: Occurrence, b: Occurrence, _: Story) -> float:
    """what else the words of the event say differs"""
    return float(bool(a.others) and bool(b.others) and a.others.isdisjoint(b.others))


def word_within(a: Occurrence, b: Occurrence, _: Story) -> float:
    """the word of one stands among those of the other"""
    return float(a.family in b.others or b.family in a.others)


def meaning(a: Occurrence, b: Occurrence, _: Story) -> float:
    """words of like meaning"""
    return float(a.vectors["word"] @ b.vectors["word"])


def near_in_meaning(a: Occurrence, b: Occurrence, story: Story) -> float:
    """words of very like meaning"""
    return max(0.0, meaning(a, b, story) - ALIKE)


def surroundings(a: Occurrence, b: Occurrence, _: Story) -> float:
    """like words around"""
    return float(a.vectors["near"] @ b.vectors["near"])


def clauses(a: Occurrence, b: Occurrence, _: Story) -> float:
    """clauses of like meaning"""
    return float(a.vectors["clause"] @ b.vectors["clause"])


def sentences(a: Occurrence, b: Occurrence, _: Story) -> float:
    """sentences of like meaning"""
    return float(a.vectors["sentence"] @ b.vectors["sentence"])


def arguments_alike(a: Occurrence, b: Occurrence, _: Story) -> float:
    """those concerned are alike in meaning"""
    return float(a.vectors["arguments"] @ b.vectors["arguments"])


def doers_alike(a: Occurrence, b: Occurrence, _: Story) -> float:
    """who does it is alike in meaning"""
    return float(a.vectors["doers"] @ b.vectors["doers"])


def undergoers_alike(a: Occurrence, b: Occurrence, _: Story) -> float:
    """who undergoes it is alike in meaning"""
    return float(a.vectors["undergoers"] @ b.vectors["undergoers"])


def same_doers(a: Occurrence, b: Occurrence, story: Story) -> float:
    """the same who does it"""
    return story.shared(a.doers, b.doers)


def other_doers(a: Occurrence, b: Occurrence, _: Story) -> float:
    """somebody else does it"""
    return _apart(a.doers, b.doers)


def same_undergoers(a: Occurrence, b: Occurrence, story: Story) -> float:
    """the same who or what undergoes it"""
    return story.shared(a.undergoers, b.undergoers)


def other_undergoers(a: Occurrence, b: Occurrence, _: Story) -> float:
    """somebody or something else undergoes it"""
    return _apart(a.undergoers, b.undergoers)


def same_arguments(a: Occurrence, b: Occurrence, story: Story) -> float:
    """the same concerned"""
    return story.shared(a.arguments, b.arguments)


def other_arguments(a: Occurrence, b: Occurrence, _: Story) -> float:
    """others concerned"""
    return _apart(a.arguments, b.arguments)


def arguments_around(a: Occurrence, b: Occurrence, story: Story) -> float:
    """those concerned by one stand in the sentence of the other"""
    whole = story.mass(a.arguments) + story.mass(b.arguments)
    if not whole:
        return 0.0
    return (story.mass(a.arguments & b.sentence) + story.mass(b.arguments & a.sentence)) / whole


def same_clause(a: Occurrence, b: Occurrence, story: Story) -> float:
    """shared words in the clause"""
    return story.shared(a.clause, b.clause)


def same_sentence(a: Occurrence, b: Occurrence, story: Story) -> float:
    """shared words in the sentence"""
    return story.shared(a.sentence, b.sentence)


def same_names(a: Occurrence, b: Occurrence, story: Story) -> float:
    """shared names in the sentence"""
    return story.shared(a.names, b.names)


def other_names(a: Occurrence, b: Occurrence, _: Story) -> float:
    """other names in the sentence"""
    return _apart(a.names, b.names)


def other_figures(a: Occurrence, b: Occurrence, _: Story) -> float:
    """other figures in the sentence"""
    return float(bool(a.figures) and bool(b.figures) and a.figures.isdisjoint(b.figures))


def same_time(a: Occurrence, b: Occurrence, _: Story) -> float:
    """times that agree"""
    if a.since is None or b.since is None or a.until is None or b.until is None:
        return 0.0
    return float(a.since <= b.until and b.since <= a.until)


def other_time(a: Occurrence, b: Occurrence, story: Story) -> float:
    """times that exclude each other"""
    return float(a.since is not None and b.since is not None and not same_time(a, b, story))


def one_document(a: Occurrence, b: Occurrence, _: Story) -> float:
    """one document tells of both"""
    return float(a.document == b.document)


def one_line(a: Occurrence, b: Occurrence, _: Story) -> float:
    """one sentence tells of both"""
    return float(a.document == b.document and a.line == b.line)


def headlines(a: Occurrence, b: Occurrence, _: Story) -> float:
    """both stand at the top"""
    return 0.5 / (1 + max(0, a.line)) + 0.5 / (1 + max(0, b.line))


def repeated(a: Occurrence, b: Occurrence, _: Story) -> float:
    """words that their documents use again and again"""
    return math.log(max(1, a.told)) + math.log(max(1, b.told))


def spread(a: Occurrence, b: Occurrence, story: Story) -> float:
    """words in which many documents of the story tell of an event"""
    return min(story.spread.get(a.family, 0.0), story.spread.get(b.family, 0.0))


def both_verbs(a: Occurrence, b: Occurrence, _: Story) -> float:
    """both are verbs"""
    return float(a.verb and b.verb)


def one_verb(a: Occurrence, b: Occurrence, _: Story) -> float:
    """one is a verb, one is none"""
    return float(a.verb != b.verb)


def _apart(a: Terms, b: Terms) -> float:
    """1 where both name somebody or something and share none."""
    return float(bool(a) and bool(b) and a.isdisjoint(b))


FEATURES: tuple[Feature, ...] = (
    same_words, more_words, other_words, word_within, meaning, near_in_meaning, surroundings, clauses, sentences,
    arguments_alike, doers_alike, undergoers_alike, same_doers, other_doers, same_undergoers, other_undergoers,
    same_arguments, other_arguments, arguments_around, same_clause, same_sentence, same_names, other_names,
    other_figures, same_time, other_time, one_document, one_line, headlines, repeated, spread,
    both_verbs, one_verb,
)  # fmt: skip


def features(a: Occurrence, b: Occurrence, story: Story) -> list[float]:
    """In the order of FEATURES."""
    return [feature(a, b, story) for feature in FEATURES]
