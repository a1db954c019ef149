"""How many people a noun phrase names: "two men and a woman", "his wife", "three others"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from herodotus.data.annotations import Annotated, Entity, Form, Kind
from herodotus.data.tolls import Count
from herodotus.events.harmwords import harmful, lexicon, none_of, table, words
from herodotus.events.sufferers import is_age
from herodotus.events.tree import Tree

LONGEST = 6
"""Digits of a bare number that may count people."""
DEPTH = 12
"""Joined phrases that hang on one another."""
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
OWNED = frozenset({"the", "those", "these", "his", "her", "their"})
PAIRS = {"couple": 2, "both": 2, "twin": 2, "twins": 2, "parents": 2}
EACH = frozenset({"one", "another", "he", "she", "him", "her", "someone", "somebody"})
MANY = frozenset({"they", "them", "we", "us", "all", "some", "those", "these", "many", "several"})


@dataclass(frozen=True, slots=True)
class People:
    """A document's tree with its counts and persons by token."""

    annotated: Annotated
    tree: Tree
    numbers: Mapping[int, int]
    entities: Mapping[int, Entity]
    named: frozenset[int]
    timed: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Count):
    """People named by one phrase with the head token `head`; best is None where no number can be told."""

    head: int


def people(annotated: Annotated, tree: Tree) -> People:
    numbers = {
        i: n for n, q in enumerate(annotated.quantities) if q.unit == "count" for i in tree.within(q.span)
    }
    entities = {
        i: entity
        for entity in annotated.entities
        if entity.kind is Kind.PERSON and any(mention.form is Form.NAMED for mention in entity.mentions)
        for mention in entity.mentions
        for i in tree.within(mention.span)
    }
    named = frozenset(i for m in annotated.mentions if m.kind is Kind.PERSON for i in tree.within(m.span))
    timed = frozenset(i for t in annotated.times for i in tree.within(t.span))
    return People(annotated, tree, numbers, entities, named, timed)


def groups(known: People, head: int, *, sure: bool = False) -> Iterator[Group]:
    """The phrase's own people, then those joined to it by "and"; `sure` where the verb says that they are people."""
    tree = known.tree
    heads = (head, *_joined(tree, head, depth=0))
    found = [each for each in (group(known, h, sure=sure) for h in heads) if each is not None]
    found = [each for each in found if not _told_again(known, each, found)]
    parts = sum(each.best or 0 for each in found[1:])
    yield from (
        found[:1] if found and found[0].best == parts > 1 else found
    )  # "three others, two women and a man"


def _told_again(known: People, each: Group, found: Sequence[Group]) -> bool:
    """Whether the next words name the same person: "7-year-old Ida Holm"."""
    old = known.tree.word(each.head).endswith("old")
    return old and any(other.entity and other.head in range(each.head + 1, each.head + 4) for other in found)


def _joined(tree: Tree, head: int, *, depth: int) -> Iterator[int]:
    """Those joined by "and", however the tree nests them, up to another word of harm."""
    for c in tree.below(head, "conj") if depth < DEPTH else ():
        plain = tree.tokens[c].tag in NOMINAL and tree.word(c) not in states()
        between = range(min(head, c) + 1, c)
        if plain and not any(harmful(tree, j) or tree.word(j) == "including" for j in between):
            yield c
            yield from _joined(tree, c, depth=depth + 1)


def group(known: People, head: int, *, sure: bool = False) -> Group | None:
    """The people of one head, None where it does not name people."""
    tree = known.tree
    head = head - 2 if _of_a_parent(tree, head) else head
    beside = {tree.word(c) for c in tree.below(head, "det", "amod", "advmod", "nummod")}
    if (
        tree.word(head) in words("nobody")
        or none_of(tree, head)
        or ("no" in beside and (is_person(known, head) or tree.word(head) in EACH))
    ):
        return (
            None if beside & words("further") else Group(head=head, low=0.0, best=0.0, high=0.0, stated=True)
        )
    figure = _figure(known, head, sure=sure)
    if figure is None and tree.word(head) in words("office"):
        return None
    alive = (
        sure and tree.tokens[head].tag == "NOUN" and not {tree.word(head), tree.lemma(head)} & words("things")
    )
    if figure is None and not is_person(known, head) and not alive and tree.word(head) != "body":
        return None
    found = figure or _unnumbered(known, head)
    return replace(
        found,
        attacker=bool({tree.word(head), tree.lemma(head)} & words("attackers")),
        further=bool(words("further") & (beside | {tree.word(head)})),
        part=_part(tree, head),
    )


def _figure(known: People, head: int, *, sure: bool) -> Group | None:
    """A written number: "five people", "killing five", "a couple", "a double murder"."""
    tree = known.tree
    bare = tree.tokens[head].tag == "NUM"
    named = {tree.word(head), tree.lemma(head)}
    if _of_things(tree, head) or _is_page(tree, head) or _the_one(tree, head):
        return None
    counts = is_person(known, head) or bool(named & counted()) or (sure and not named & words("things"))
    if tree.tokens[head].tag == "PROPN" or is_age(tree, head) or not (bare or counts):
        return None
    beside = (head,) if bare else (*_numbers_before(tree, head), head)
    for c in beside:
        if (n := known.numbers.get(c)) is not None and not is_age(tree, c) and not _is_page(tree, c):
            q = known.annotated.quantities[n]
            return Group(head=head, low=q.low, best=q.best, high=q.high, quantity=n, stated=True)
    written = (head,) if bare else (*(c for c in tree.children[head] if c < head), head)
    values = (_value(tree, c) for c in written if not is_age(tree, c) and c not in known.timed)
    value = next((value for value in values if value is not None), None)
    if value == 2 and any(tree.word(c) == "both" for c in written) and tree.below(head, "conj"):
        return None  # "both a man and a child"
    return None if value is None else Group(head=head, low=value, best=value, high=value, stated=True)


def _of_things(tree: Tree, head: int) -> bool:
    """One of the dogs."""
    of = (c for c in tree.below(head, "nmod") if tree.preposition(c) == "of")
    return tree.tokens[head].tag == "NUM" and any(tree.lemma(c) in words("things") for c in of)


def _is_page(tree: Tree, head: int) -> bool:
    """ "Image 2 of 40"."""
    before = tree.words[max(0, head - 2) : head]
    return len(before) == 2 and before[0].isdecimal() and before[1] == "of" and tree.word(head).isdecimal()


def _of_a_parent(tree: Tree, head: int) -> bool:
    """ "Father of five killed": the five are his children."""
    before = tree.words[max(0, head - 2) : head]
    return len(before) == 2 and before[1] == "of" and before[0] in words("parents")


def _the_one(tree: Tree, head: int) -> bool:
    return tree.word(head) == "one" and any(tree.word(c) == "the" for c in tree.below(head, "det"))


def _numbers_before(tree: Tree, head: int) -> list[int]:
    """The numbers before a noun, one that the tree hangs on another word among them."""
    close = [head - 1] if head and tree.tokens[head - 1].tag == "NUM" else []
    return [*(c for c in tree.below(head, "nummod") if c < head), *close]


def _value(tree: Tree, i: int) -> float | None:
    """The number that a word writes, where the quantities left it out; "both" and "couple" are two."""
    word = tree.word(i)
    named = lexicon()["numbers"] | lexicon()["fold"] | PAIRS
    if tree.tokens[i].tag == "NUM" and word.isdecimal() and len(word) < LONGEST:
        return float(word)
    return float(named[word]) if word in named else None


def ordinal(tree: Tree, i: int) -> bool:
    """Whether a word stands for one more: "a fourth"."""
    return tree.word(i) in words("ordinals")


def _unnumbered(known: People, head: int) -> Group:
    """One person by name or description, or several of whom nobody says how many."""
    tree, entity = known.tree, known.entities.get(head)
    word, tag = tree.word(head), tree.tokens[head].tag
    if word in MANY or _plural(tree, head):
        return Group(head=head, low=2.0, best=None, high=None)
    if tag == "PRON" and word not in EACH:
        return Group(head=head, low=None, best=None, high=None)
    return Group(head=head, low=1.0, best=1.0, high=1.0, entity=entity.id if entity else None)


def is_person(known: People, head: int) -> bool:
    tree, word = known.tree, known.tree.word(head)
    tag = tree.tokens[head].tag
    if tag == "PROPN":
        return head in known.entities or head in known.named
    if tag in ("PRON", "DET"):
        return word in EACH or word in MANY
    if ordinal(tree, head):
        return True
    known_word = {tree.lemma(head), word, word.removesuffix("s")} & words("people")
    return bool(known_word) or word.endswith(("-old", "men", "women"))


def _part(tree: Tree, head: int) -> bool:
    """Two of them, one of whom, three of the victims."""
    return any(
        tree.preposition(c) == "of"
        and (
            tree.word(c) in ("them", "whom", "those")
            or bool(OWNED & {tree.word(d) for d in tree.children[c]})
        )
        for c in tree.below(head, "nmod", "obl")
    )


def _plural(tree: Tree, head: int) -> bool:
    word = tree.word(head)
    if any(tree.word(c) in ("a", "an", "another", "one") for c in tree.below(head, "det", "nummod")):
        return False
    return word in words("plural") or (word.endswith("s") and word != tree.lemma(head))


@cache
def states() -> frozenset[str]:
    return frozenset(table("state")) | frozenset(table("tokens"))


@cache
def counted() -> frozenset[str]:
    """Words that may carry the number of those harmed: "five dead", "two bodies", "a dozen"."""
    return (
        states()
        | words("many")
        | frozenset(word + "s" for word in table("tokens"))
        | {"bodies", "fatalities", "injuries"}
    )
