"""How an event stands to the facts: said to have happened, going on, planned, possible; or not."""

from __future__ import annotations

from collections.abc import Iterator

from herodotus.data.statements import Modality, Polarity
from herodotus.events.lexicon import governors
from herodotus.events.tree import Tree

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "without", "nothing", "none"})
OPEN_MARKS = frozenset({"if", "whether", "unless"})
DOUBTING = frozenset({"possibly", "potentially", "perhaps", "maybe", "conceivably"})
BARGAIN = frozenset({"return", "exchange"})
PASSED = frozenset({"xcomp", "acl", "advcl", "nmod", "obj", "obl", "nsubj", "conj", "compound", "appos"})
SOUGHT = frozenset({"seek"})
"""What names an event that is wished for."""


def in_return(tree: Tree, i: int) -> bool:
    """Whether a noun is what something is given in return for."""
    words = (tree.words[c - 2 : c + 1] for c in tree.below(i, "case"))
    return any(len(w) == 3 and w[0] == "in" and w[1] in BARGAIN and w[2] == "for" for w in words)


def modality(tree: Tree, i: int) -> Modality:
    """The nearest word that says so decides: auxiliaries, adjectives, governing words; else it occurred."""
    found = governors().modality.get(tree.lemma(i)) if tree.lemma(i) in SOUGHT else _own(tree, i)
    for below, head in _above(tree, i):
        if found is not None:
            return found
        found = _governed(tree, below, head)
    return found or Modality.OCCURRED


def polarity(tree: Tree, i: int) -> Polarity:
    """Negative where a negation hangs on the event, its arguments or the verb that carries it."""
    chain = [i, *(head for below, head in _above(tree, i) if tree.relation(below) in ("xcomp", "obj", "acl"))]
    if any(_negated(tree, each) for each in chain):
        return Polarity.NEGATIVE
    failed = any(tree.lemma(each) in governors().negative for each in chain[1:])
    return Polarity.NEGATIVE if failed else Polarity.POSITIVE


def _negated(tree: Tree, i: int) -> bool:
    direct = any(
        tree.word(c) in NEGATIONS and tree.relation(c) in ("advmod", "det", "case", "cc")
        for c in tree.children[i]
    )
    arguments = tree.below(i, "nsubj", "obj")
    return direct or any(tree.word(c) == "no" for a in arguments for c in tree.below(a, "det"))


def _above(tree: Tree, i: int) -> Iterator[tuple[int, int]]:
    below = i
    for head in tree.climb(i):
        if not _passes(tree, below):
            return
        yield below, head
        if tree.relation(below) == "nsubj":
            return
        below = head


def _passes(tree: Tree, i: int) -> bool:
    """Whether what is said of the head holds for this word too: not across full clauses nor facts in
    passing, nor for what is given "in return for" it."""
    token = tree.tokens[i]
    if in_return(tree, i):
        return False
    if tree.relation(i) not in PASSED or token.relation == "acl:relcl":
        return False
    if token.tag == "VERB" and tree.relation(i) in ("compound", "amod"):
        return False
    if token.tag == "VERB" and tree.relation(i) in ("acl", "advcl"):
        return any(tree.word(c) in ("to", "of", "from") for c in tree.below(i, "mark", "case"))
    return not _spoken_of(tree, i)


def _spoken_of(tree: Tree, i: int) -> bool:
    """Whether an event is only spoken of, as one that is known: "will discuss the attack", "to contain the blaze", but
    not "will begin the shipments"."""
    head, words = tree.tokens[i].head, governors()
    if tree.tokens[i].tag != "NOUN" or tree.tokens[head].tag != "VERB":
        return False
    owned = any(tree.tokens[c].relation == "nmod:poss" for c in tree.children[i])
    known = owned or tree.pointed_at(i)
    return known and tree.lemma(head) not in words.carrying and tree.lemma(head) not in words.modality


def _own(tree: Tree, i: int) -> Modality | None:
    words = governors()
    for child in tree.children[i]:
        relation, lemma = tree.relation(child), tree.word(child)
        if relation == "aux" and lemma in words.auxiliaries:
            return words.auxiliaries[lemma]
        if relation == "amod" and tree.lemma(child) in words.adjectives:
            return words.adjectives[tree.lemma(child)]
        if (relation == "mark" and lemma in OPEN_MARKS) or (relation == "advmod" and lemma in DOUBTING):
            return Modality.POSSIBLE
    if tree.tokens[i].tag == "NOUN" and tree.preposition(i) == "for" and not in_return(tree, i):
        answered = tree.lemma(tree.tokens[i].head) in words.answering or bool(tree.below(i, "nummod"))
        return None if answered else Modality.PLANNED
    progressive = tree.tokens[i].tag == "VERB" and tree.word(i).endswith("ing")
    is_aux = any(tree.relation(c) == "aux" and tree.lemma(c) == "be" for c in tree.children[i])
    return Modality.ONGOING if progressive and is_aux else None


def _governed(tree: Tree, below: int, head: int) -> Modality | None:
    """What a governing word says; nouns only by what hangs on them as their content."""
    words = governors()
    lemma = tree.lemma(head)
    if _in_the_making(tree, head):
        return Modality.PLANNED
    if (
        lemma in words.modality
        and tree.relation(below) != "conj"
        and not (tree.relation(below) == "nsubj" and words.modality[lemma] is not Modality.ONGOING)
    ):
        return words.modality[lemma]
    return _own(tree, head)


def _in_the_making(tree: Tree, i: int) -> bool:
    """Whether a thing is only being brought about ("is brokering a deal"), not done ("after brokering a deal")."""
    done = any(tree.word(c) in ("after", "since", "by", "for") for c in tree.below(i, "mark", "case"))
    return tree.word(i).endswith("ing") and tree.lemma(i) in governors().making and not done
