"""What is tied to an event by syntax: its clause, its times, its quantities."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from herodotus.data.documents import Span
from herodotus.data.statements import Statement
from herodotus.events.lexicon import senses, wordset
from herodotus.events.parties import Scene
from herodotus.events.places import carrier
from herodotus.events.tree import CLAUSES, Tree


def clause(stage: Scene, i: int, home: Statement, arguments: Iterable[Span] = ()) -> Span:
    """The clause of a trigger, within one fragment of the statement: its own words and those of the verb
    above an event noun, without further clauses, but with its arguments."""
    tree = stage.tree
    root = _root(tree, i)
    inside = (s for s in home.content if s.contains(tree.tokens[i].span))
    sentence = stage.sentence(i)
    fragment = next(inside, sentence)
    own_line = _line(tree, i)
    words = [
        w
        for w in tree.subtree(root, lambda c: c not in own_line and _apart(tree, c))
        if fragment.contains(tree.tokens[w].span)
    ]
    while words and words[0] != i and tree.tokens[words[0]].tag in ("PUNCT", "CCONJ"):
        words = words[1:]
    while (
        words
        and words[-1] != i
        and tree.tokens[words[-1]].tag == "PUNCT"
        and tree.word(words[-1]) not in (")", "”", '"')
    ):
        words = words[:-1]
    own = tree.cover(words) if i in words else tree.tokens[i].span
    near = [own, *(a for a in arguments if fragment.contains(a) and sentence.contains(a))]
    return Span(min(s.start for s in near), max(s.end for s in near))


def _root(tree: Tree, i: int) -> int:
    """The verb whose clause an event stands in; for a participle the noun it describes."""
    here = i
    for head in tree.climb(i):
        if tree.tokens[here].tag == "VERB" and tree.relation(here) not in ("acl", "amod", "xcomp"):
            return here
        if tree.relation(here) in ("ccomp", "advcl", "parataxis", "conj"):
            return here
        here = head
    return here


def _line(tree: Tree, trigger: int) -> frozenset[int]:
    """A trigger and the heads above it: never apart from it."""
    return frozenset((trigger, *tree.climb(trigger)))


def _apart(tree: Tree, c: int) -> bool:
    """Whether a word opens a clause of its own."""
    token, relation = tree.tokens[c], tree.relations[c]
    if token.relation in CLAUSES or relation in ("parataxis", "ccomp"):
        return True
    return relation == "conj" and token.tag in ("VERB", "AUX")


def times_of(stage: Scene, i: int, home: Statement) -> list[int | None]:
    """Indices of the times tied to a trigger; several only where they are listed side by side."""
    tied = [n for n in _candidates(stage, i, home) if _leads_to(stage, n, i)]
    if not tied or _between(stage, tied):
        return []
    if len(tied) > 1 and _listed(stage, tied):
        return list(tied)
    position = stage.tree.tokens[i].span.start
    return [min(tied, key=lambda n: abs(stage.annotated.times[n].span.start - position))]


def _candidates(stage: Scene, i: int, home: Statement) -> list[int]:
    """The dated times in the same sentence and the same statement."""
    sentence = stage.sentence(i)
    return [
        n
        for n, time in enumerate(stage.annotated.times)
        if sentence.contains(time.span)
        and time.type.value in ("DATE", "TIME")
        and any(span.overlaps(time.span) for span in home.content)
    ]


def _leads_to(stage: Scene, n: int, i: int) -> bool:
    """Whether the heads above a time reach the trigger, or the verb that carries it, before another event."""
    tree = stage.tree
    start = tree.top(stage.annotated.times[n].span)
    goals = {i, carrier(tree, i), _what_it_led_to(tree, i)}
    if start is None:
        return False
    here = start
    for head in tree.climb(start):
        if head in goals:
            return True
        if tree.tokens[head].relation in CLAUSES or (head != i and _names_event(tree, head)):
            return False
        here = head
    return here in goals


def _what_it_led_to(tree: Tree, i: int) -> int | None:
    """The verb that only says what an event noun brought about: "On Monday, strikes led to losses"."""
    head = tree.head(i)
    if head is None or tree.tokens[i].relation != "nsubj" or tree.lemma(head) not in wordset("effect"):
        return None
    return head


def _names_event(tree: Tree, i: int) -> bool:
    return tree.tokens[i].tag in ("VERB", "NOUN") and tree.lemma(i) in senses()


def _between(stage: Scene, tied: list[int]) -> bool:
    """Whether they are the ends of a time ("between November and January"), neither of them the day of the event."""
    first = min(stage.annotated.times[n].span.start for n in tied)
    before = stage.annotated.document.text[:first].split()[-2:]
    return len(tied) > 1 and "between" in (word.lower() for word in before) and _listed(stage, tied)


def _listed(stage: Scene, tied: list[int]) -> bool:
    """Whether only commas, "and" and little words stand between the times."""
    text = stage.annotated.document.text
    spans = sorted(stage.annotated.times[n].span for n in tied)
    between = [text[a.end : b.start].replace(",", " ").split() for a, b in itertools.pairwise(spans)]
    return all(set(words) <= {"and", "a", "on", "or", "the", "again", "also"} for words in between)


def quantities_of(stage: Scene, i: int) -> list[int]:
    """Indices of the quantities among the arguments of a trigger, not those of another event below it."""
    tree = stage.tree
    near = stage.quantities_near(i)
    if not near:
        return []
    verb, head = carrier(tree, i), tree.head(i)
    tops = [i if verb is None else verb]
    described = tree.relation(i) in ("acl", "amod")
    governed = tree.tokens[i].tag == "NOUN" and verb is None and tree.relation(i) == "obj"
    if head is not None and (described or governed):
        tops.append(head)
    own_line = _line(tree, i)
    words = {w for top in tops for w in tree.subtree(top, lambda c: _beyond(tree, c, i, own_line))}
    return [n for n in near if not words.isdisjoint(stage.figures[n])]


def _beyond(tree: Tree, c: int, trigger: int, own_line: frozenset[int]) -> bool:
    if c == trigger or tree.relations[c] in ("nummod", "compound"):
        return False
    return (c not in own_line and _apart(tree, c)) or _names_event(tree, c)
