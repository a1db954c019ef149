"""Mentions of materiel: what the model finds and what the table knows, made one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from herodotus.compare import arsenal, designations, materiel, pieces
from herodotus.compare.arsenal import Thing
from herodotus.data.annotations import Form, Kind, Mention, Token
from herodotus.data.documents import Span

KINDS = {"weapon": Kind.WEAPON, "platform": Kind.PLATFORM, "vehicle": Kind.VEHICLE}
ARMS = frozenset(KINDS.values())
INSIDE = frozenset({"compound", "amod", "flat", "det", "goeswith", "punct", "nmod", "case"})
OPEN = frozenset({"amod", "compound", "goeswith"})
ARTICLES = frozenset({"a", "an", "the"})
CIVIL = frozenset(
    {"aircraft", "ship", "vehicle"}
)  # of which the table alone cannot tell whether they are military
PLAIN = frozenset(
    {"merchant ship", "truck", "construction vehicle", "space launch vehicle", "tear gas", "blade"}
)
ALONE = 0.5
"""The least score of what the model finds alone: in 203 articles of other news, 139 of 163 such mentions lay below,
and by eye nearly all of those were wrong (telephones, drugs, fireworks)."""
TOLD = 1.0  # the score of what the table finds: it is certain of its words, not of how they are meant


def joined(
    found: Sequence[Mention], tokens: Sequence[Token], starts: Sequence[int], text: str
) -> list[Mention]:
    """The mentions with materiel made whole, of the kind of its class, and with what only the table finds.

    A name that the model takes for a person's or a body's is a weapon's where the table knows exactly these words. What
    the model alone finds stays as it is where it is sure.
    """
    things = _Things(tokens, starts, text)
    arms = [m for m in found if m.kind in ARMS and things.backs(m) and things.nominal(m.span)]
    others = [m for m in found if m.kind not in ARMS and not _taken(m, things)]
    model = _apart([_whole(m, things) for m in arms if things.heads(m.span) or not _ends_in(m.span, others)])
    others = [m for m in others if m.form is Form.PRONOUN or not _ends_in_any(m.span, model)]
    spans = [m.span for m in [*model, *others]]
    added = [m for m in things.mentions() if not any(_clash(m.span, span) for span in spans)]
    return [*others, *_apart([*model, *added])]


class _Things:
    """What the table finds in a document, with the words of its tree around it."""

    def __init__(self, tokens: Sequence[Token], starts: Sequence[int], text: str) -> None:
        self.tokens, self.text = tokens, text
        self.firsts = [token.span.start for token in tokens]
        self.starts = frozenset(starts)
        self.found = [thing for thing in arsenal.find(text) if self._stands(thing)]

    def _stands(self, thing: Thing) -> bool:
        """Whether it lies in what the model read, and is of a class that re3d's kinds have."""
        return bool(self.inside(Span(thing.start, thing.end))) and materiel.get(thing.cls).stands in KINDS

    def inside(self, span: Span) -> range:
        """The tokens that a span touches."""
        first = bisect_left(self.firsts, span.start)
        if first > 0 and self.tokens[first - 1].span.end > span.start:
            first -= 1
        return range(first, bisect_left(self.firsts, span.end))

    def nominal(self, span: Span) -> bool:
        """Whether a span has a noun in it, and is no lone article."""
        return any(
            self.tokens[i].tag in ("NOUN", "PROPN", "X", "NUM", "VERB", "ADJ") for i in self.inside(span)
        )

    def backs(self, mention: Mention) -> bool:
        """Whether the model is sure enough of a mention, or the table knows a word of it: here a name that is also a
        common word ("Brimstone") needs nothing else beside it."""
        found = pieces.split(mention.span.of(self.text))
        named = any(designations.at(found, i) for i in range(len(found)))
        return mention.score >= ALONE or named or bool(self.over(mention.span))

    def heads(self, span: Span) -> bool:
        """Whether the last word of a span is a thing's last word."""
        last = self.inside(span)[-1]
        return any(self.head(thing) == last for thing in self.over(span))

    def over(self, span: Span) -> list[Thing]:
        return [thing for thing in self.found if thing.start < span.end and span.start < thing.end]

    def head(self, thing: Thing) -> int:
        """The last token of a thing, which English puts last in a noun phrase."""
        return self.inside(Span(thing.start, thing.end))[-1]

    def leads(self, thing: Thing) -> bool:
        """Whether a noun is what its phrase is about, not what only says more of another ("a missile test")."""
        token = self.tokens[self.head(thing)]
        modifies = token.relation in ("compound", "amod", "nmod:poss") and token.head > self.head(thing)
        return not modifies and token.tag in ("NOUN", "PROPN", "X")

    def phrase(self, thing: Thing) -> Span:
        """The thing with the words of its phrase before it: article, owner, adjectives; no figure, no hedge."""
        tokens = self.inside(Span(thing.start, thing.end))
        first, last = tokens[0], tokens[-1]
        while first - 1 >= 0 and first not in self.starts and self._belongs(first - 1, tokens):
            first -= 1
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def _belongs(self, i: int, phrase: range) -> bool:
        token = self.tokens[i]
        if not (i < token.head <= phrase[-1]):
            return False
        word = token.span.of(self.text).lower()
        return token.relation in OPEN or (token.relation == "det" and word in ARTICLES)

    def mentions(self) -> list[Mention]:
        """Those that count as materiel on the word of the table alone."""
        return [self.mention(thing) for thing in self.found if self._certain(thing)]

    def mention(self, thing: Thing) -> Mention:
        form = Form.NAMED if thing.name and not thing.part else Form.NOMINAL
        return Mention(self.phrase(thing), kind_of(thing), form, TOLD)

    def _certain(self, thing: Thing) -> bool:
        if thing.name and not thing.part:
            return True
        return thing.cls not in CIVIL | PLAIN and self.leads(thing)


def kind_of(thing: Thing) -> Kind:
    return KINDS[materiel.get(thing.cls).stands]


def _taken(mention: Mention, things: _Things) -> bool:
    """Whether the model took for something else what the table knows for a weapon."""
    if mention.kind in ARMS or mention.form is Form.PRONOUN:
        return False
    return any(_same(mention.span, thing, things) for thing in things.over(mention.span))


def _same(span: Span, thing: Thing, things: _Things) -> bool:
    """Whether a name is this thing and nothing else: no word of weight of it stands outside."""
    inside, own = things.inside(span), things.inside(Span(thing.start, thing.end))
    return all(i in own for i in inside) and (bool(thing.name) or things.leads(thing))


def _whole(mention: Mention, things: _Things) -> Mention:
    """With all the words of the thing that it touches, and of the kind of that thing."""
    over = things.over(mention.span)
    if len(over) != 1:
        return mention
    thing = over[0]
    start, end = min(mention.span.start, thing.start), max(mention.span.end, thing.end)
    told = thing.cls not in CIVIL and things.head(thing) == things.inside(Span(start, end))[-1]
    return replace(mention, span=Span(start, end), kind=kind_of(thing) if told else mention.kind)


def _ends_in(span: Span, others: Sequence[Mention]) -> bool:
    """Whether a span overlaps other mentions, but for those that it only begins with: an owner ("Turkish F-16s")."""
    return any(m.span.overlaps(span) and not _begins(span, m.span) for m in others)


def _ends_in_any(span: Span, model: Sequence[Mention]) -> bool:
    return any(m.span.overlaps(span) and not _begins(m.span, span) for m in model)


def _begins(span: Span, other: Span) -> bool:
    """Whether the other stands in the span and ends before it does."""
    return span.start <= other.start and other.end < span.end


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """Without those that lie in a longer one: two parts of one thing, made whole, are it twice."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.span.start - m.span.end, m.span)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept


def _clash(span: Span, other: Span) -> bool:
    """Whether two mentions cannot both stand: they overlap, and the other is no name that only begins this one."""
    return span.overlaps(other) and not _begins(span, other)
