"""The words of a document as trees: who hangs on whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from herodotus.data.annotations import Token
from herodotus.data.documents import Span
from herodotus.events.lexicon import bases

CLAUSES = ("ccomp", "advcl", "parataxis", "acl:relcl", "csubj")


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with their children, by index; `starts` are the tokens' first code points, for lookup, `words` the
    tokens in lower case, `relations` their relations without subtypes."""

    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    words: tuple[str, ...]
    relations: tuple[str, ...]

    def lemma(self, i: int) -> str:
        """The lemma in lower case, by our own word list where that knows the form."""
        if self.tokens[i].tag in ("VERB", "NOUN", "AUX", "ADJ"):
            return bases().get(self.word(i), self.tokens[i].lemma.lower())
        return self.tokens[i].lemma.lower()

    def word(self, i: int) -> str:
        return self.words[i]

    def relation(self, i: int) -> str:
        """The relation without its subtype."""
        return self.relations[i]

    def head(self, i: int) -> int | None:
        """The head's index, None for a root."""
        head = self.tokens[i].head
        return None if head == i else head

    def within(self, span: Span) -> range:
        """The indices of the tokens that start inside the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def top(self, span: Span) -> int | None:
        """The token of the span that hangs on a word outside it, None for a span without tokens."""
        inside = self.within(span)
        outside = (i for i in inside if self.tokens[i].head == i or self.tokens[i].head not in inside)
        return next((i for i in outside if self.tokens[i].tag != "PUNCT"), inside[0] if inside else None)

    def at(self, position: int) -> int:
        """The token that covers or precedes a code point."""
        return max(0, bisect_right(self.starts, position) - 1)

    def climb(self, i: int) -> Iterator[int]:
        """The heads above a token, nearest first; never more than there are tokens, as parses may loop."""
        seen = {i}
        head = self.head(i)
        while head is not None and head not in seen:
            yield head
            seen.add(head)
            head = self.head(head)

    def below(self, i: int, *relations: str) -> list[int]:
        """Children in one of the relations, subtypes included."""
        return [c for c in self.children[i] if self.relation(c) in relations]

    def subtree(self, i: int, stop: Callable[[int], bool] = lambda _: False) -> list[int]:
        """The token and all that hangs on it, without the branches where `stop` holds; in text order."""
        found, todo, seen = [], [i], {i}
        while todo:
            here = todo.pop()
            found.append(here)
            fresh = [c for c in self.children[here] if c not in seen and not stop(c)]
            seen.update(fresh)
            todo.extend(fresh)
        return sorted(found)

    def cover(self, indices: Collection[int]) -> Span:
        """The span from the first to the last of the tokens."""
        return Span(self.tokens[min(indices)].span.start, self.tokens[max(indices)].span.end)

    def preposition(self, i: int) -> str | None:
        """The case marker of a noun ("to", "according to" gives "according"), lower case."""
        marks = [
            c
            for c in self.children[i]
            if self.relation(c) == "case" and self.word(c) not in ("'s", "’s", "'", "’")
        ]
        return self.word(marks[0]) if marks else None


def plant(text: str, tokens: tuple[Token, ...]) -> Tree:
    """Build the tree of a document's tokens."""
    children: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            children[token.head].append(i)
    return Tree(
        text,
        tokens,
        tuple(map(tuple, children)),
        tuple(token.span.start for token in tokens),
        tuple(token.span.of(text).lower() for token in tokens),
        tuple(token.relation.split(":")[0] for token in tokens),
    )
