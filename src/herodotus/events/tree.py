"""The words of a document as trees: who hangs on whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from herodotus.data.annotations import Token
from herodotus.data.documents import Span
from herodotus.events.lexicon import bases

KNOWN = frozenset({"the", "this", "that", "these", "those", "such", "both"})
CLAUSES = ("ccomp", "advcl", "parataxis", "acl:relcl", "csubj")


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with their children, by index; `starts` are the tokens' first code points, for lookup, `words` the
    tokens in lower case, `lemmas` their lemmas in lower case (by our own word list where that knows the form),
    `relations` their relations without subtypes."""

    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]

    def lemma(self, i: int) -> str:
        return self.lemmas[i]

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
        first = bisect_left(self.starts, span.start)
        return range(first, bisect_left(self.starts, span.end, lo=first))

    def top(self, span: Span) -> int | None:
        """The token of the span that hangs on a word outside it, None for a span without tokens."""
        return self.top_of(self.within(span))

    def top_of(self, inside: range) -> int | None:
        """The token of a stretch of tokens that hangs on none of the others, None for an empty one."""
        for i in inside:
            token = self.tokens[i]
            if (token.head == i or token.head not in inside) and token.tag != "PUNCT":
                return i
        return inside[0] if inside else None

    def at(self, position: int) -> int:
        """The token that covers or precedes a code point."""
        return max(0, bisect_right(self.starts, position) - 1)

    def climb(self, i: int) -> Iterator[int]:
        """The heads above a token, nearest first; never more than there are tokens, as parses may loop."""
        seen = {i}
        head = self.tokens[i].head
        while head not in seen:  # a root is its own head
            yield head
            seen.add(head)
            head = self.tokens[head].head

    def below(self, i: int, *relations: str) -> list[int]:
        """Children in one of the relations, subtypes included."""
        return [c for c in self.children[i] if self.relations[c] in relations]

    def pointed_at(self, i: int) -> bool:
        """Whether an article or the like before a noun says that its reader knows what is meant."""
        return any(self.words[c] in KNOWN for c in self.below(i, "det"))

    def subtree(self, i: int, stop: Callable[[int], bool] = lambda _: False) -> list[int]:
        """The token and all that hangs on it, without the branches where `stop` holds; in text order."""
        todo, seen = [i], {i}
        while todo:
            for c in self.children[todo.pop()]:
                if c not in seen and not stop(c):
                    seen.add(c)
                    todo.append(c)
        return sorted(seen)

    def cover(self, indices: Collection[int]) -> Span:
        """The span from the first to the last of the tokens."""
        return Span(self.tokens[min(indices)].span.start, self.tokens[max(indices)].span.end)

    def preposition(self, i: int) -> str | None:
        """The case marker of a noun ("to", "according to" gives "according"), lower case."""
        for c in self.children[i]:
            if self.relations[c] == "case" and self.words[c] not in ("'s", "’s", "'", "’"):
                return self.words[c]
        return None


def plant(text: str, tokens: tuple[Token, ...]) -> Tree:
    """Build the tree of a document's tokens."""
    children: list[list[int]] = [[] for _ in tokens]
    for i, token in enumerate(tokens):
        if token.head != i:
            children[token.head].append(i)
    spans = [token.span for token in tokens]
    relations = [token.relation for token in tokens]
    plain = {relation: relation.partition(":")[0] for relation in set(relations)}
    bare, verbal = bases(), bases(verbal=True)
    base = {"VERB": verbal, "NOUN": bare, "AUX": bare, "ADJ": bare}
    words = [text[start:end].lower() for start, end in spans]
    return Tree(
        text,
        tokens,
        tuple(map(tuple, children)),
        starts=tuple([start for start, _ in spans]),
        words=tuple(words),
        lemmas=tuple(
            [
                base.get(token.tag, {}).get(word) or token.lemma.lower()
                for token, word in zip(tokens, words, strict=True)
            ]
        ),
        relations=tuple([plain[relation] for relation in relations]),
    )
