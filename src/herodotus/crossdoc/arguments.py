"""Who does and who undergoes what a word tells of, by the words that hang on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from herodotus.data.annotations import Token

Children = Sequence[Sequence[int]]
OBJECTS = frozenset({"obj", "iobj"})
GOVERNED = frozenset({"obj", "nsubj", "obl", "nmod", "compound"})
BESIDE = frozenset({"nsubj", "obj", "obl"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Token indexes: who does it, who or what undergoes it, and what else stands around it."""

    doers: tuple[int, ...]
    undergoers: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        return (*self.doers, *self.undergoers, *self.others)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The tokens of a document, their words in lower case, and what hangs on each."""

    tokens: Sequence[Token]
    words: Sequence[str]
    children: Children

    @classmethod
    def of(cls, tokens: Sequence[Token], text: str) -> Grammar:
        children: list[list[int]] = [[] for _ in tokens]
        for i, token in enumerate(tokens):
            if token.head != i:
                children[token.head].append(i)
        return cls(tokens, [t.span.of(text).lower() for t in tokens], children)

    def relation(self, i: int) -> str:
        """Without the subtype."""
        return self.tokens[i].relation.partition(":")[0]

    def preposition(self, i: int) -> str:
        """The case marker of a noun, empty where there is none."""
        return next((self.words[c] for c in self.children[i] if self.relation(c) == "case"), "")

    def below(self, i: int) -> list[int]:
        """A token and all that hangs on it, but for other clauses; in text order."""
        todo, found = [i], {i}
        while todo:
            new = [c for c in self.children[todo.pop()] if c not in found and not self._apart(c)]
            found.update(new)
            todo += new
        return sorted(found)

    def _apart(self, c: int) -> bool:
        if self.tokens[c].relation in ("acl:relcl", "parataxis", "advcl"):
            return True
        return self.relation(c) == "conj" and self.tokens[c].tag == "VERB"


def arguments(grammar: Grammar, i: int) -> Arguments:
    """Of the event word at token `i`; "by" marks who does it, "of" what a noun's event is done to."""
    found: dict[str, list[int]] = {"doer": [], "undergoer": [], "other": []}
    verbal = grammar.tokens[i].tag in ("VERB", "AUX")
    for role, c in _verbal(grammar, i) if verbal else _nominal(grammar, i):
        found[role] += [c, *_joined(grammar, c)]
    if verbal and not found["doer"]:
        for role, c in _from_above(grammar, i):
            found[role].append(c)
    return Arguments(tuple(found["doer"]), tuple(found["undergoer"]), tuple(found["other"]))


def _joined(grammar: Grammar, c: int) -> list[int]:
    """Nouns joined to an argument by "and"."""
    nouns = (x for x in grammar.children[c] if grammar.tokens[x].tag in ("NOUN", "PROPN"))
    return [x for x in nouns if grammar.relation(x) == "conj"]


def _verbal(grammar: Grammar, i: int) -> Iterator[tuple[str, int]]:
    for c in grammar.children[i]:
        relation = grammar.relation(c)
        if relation in ("nsubj", "csubj"):
            yield ("undergoer" if grammar.tokens[c].relation.endswith(":pass") else "doer"), c
        elif relation in OBJECTS:
            yield "undergoer", c
        elif relation == "obl":
            yield ("doer" if grammar.preposition(c) == "by" else "other"), c
        elif relation == "compound" and grammar.tokens[c].tag in ("NOUN", "PROPN"):
            yield "other", c


def _from_above(grammar: Grammar, i: int) -> Iterator[tuple[str, int]]:
    """What a verb without a subject takes from the word that it hangs on: "men accused", "left and took"."""
    head, relation = grammar.tokens[i].head, grammar.tokens[i].relation
    if relation == "acl:relcl":
        yield "doer", head
    elif relation.startswith("acl"):
        yield ("doer" if grammar.words[i].endswith("ing") else "undergoer"), head
    elif relation.startswith("amod"):
        yield "undergoer", head
    elif grammar.relation(i) in ("conj", "xcomp", "advcl") and head != i:
        yield from _subjects(grammar, i, head)


def _subjects(grammar: Grammar, i: int, head: int) -> Iterator[tuple[str, int]]:
    for c in grammar.children[head]:
        if grammar.relation(c) == "nsubj":
            passive = grammar.tokens[c].relation.endswith(":pass") and grammar.relation(i) == "conj"
            yield ("undergoer" if passive else "doer"), c


def _nominal(grammar: Grammar, i: int) -> Iterator[tuple[str, int]]:
    for c in grammar.children[i]:
        relation = grammar.relation(c)
        if relation in ("nmod", "obl"):
            marks = {"by": "doer", "of": "undergoer"}
            yield marks.get(grammar.preposition(c), "other"), c
        elif relation == "nsubj":
            yield "doer", c
        elif relation in ("compound", "amod"):
            yield "other", c
    yield from (("other", c) for c in _around(grammar, i))


def _around(grammar: Grammar, i: int) -> list[int]:
    """The word that governs a noun, and what else hangs on it where it is a verb ("carried out an attack")."""
    head = grammar.tokens[i].head
    if head == i or grammar.relation(i) not in GOVERNED:
        return []
    if grammar.tokens[head].tag != "VERB":
        return [head] if grammar.relation(i) in ("nmod", "compound") else []
    return [head, *(c for c in grammar.children[head] if c != i and grammar.relation(c) in BESIDE)]
