"""The grammatical places around an event word: subject, object, phrases with their prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from herodotus.events.lexicon import senses, wordset
from herodotus.events.tree import Tree

RELATIVES = frozenset({"that", "which", "who", "whom"})
CONTROL = ("xcomp", "advcl", "conj", "acl")
LISTING = frozenset({"including", "like", "such"})


def places(tree: Tree, i: int, nominal: bool) -> Iterator[tuple[str, int]]:
    """The grammatical places around a trigger, as pairs of place and token."""
    yield from _nominal(tree, i) if nominal else _verbal(tree, i)


def _verbal(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    passive, head = is_passive(tree, i), tree.head(i)
    subject = _subject(tree, i)
    if subject is not None:
        yield ("object" if passive else "subject"), _antecedent(tree, subject, i)
    elif tree.relation(i) in ("acl", "amod") and head is not None and _is_past_participle(tree, i):
        yield "object", head
    elif tree.relation(i) == "acl" and head is not None and tree.word(i).endswith("ing"):
        yield "subject", head
    elif not passive:
        controller = controlled(tree, i)
        if controller is not None:
            yield "subject", controller
    yield from _complements(tree, i)


def _complements(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    for child in tree.children[i]:
        relation = tree.relation(child)
        if relation in ("obj", "iobj"):
            yield ("object" if relation == "obj" else "iobj"), _antecedent(tree, child, i)
        elif relation in ("obl", "nmod"):
            preposition = tree.preposition(child)
            if preposition:
                yield preposition, child
        elif (
            relation == "compound"
            and tree.tokens[child].tag in ("NOUN", "PROPN")
            and tree.relation(i) in ("amod", "acl", "compound")
        ):
            yield "source", child


def _nominal(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    for child in tree.children[i]:
        relation, preposition = tree.relation(child), tree.preposition(child)
        if tree.tokens[child].relation == "nmod:poss" or (relation == "nmod" and preposition is None):
            yield "possessor", child
        elif relation in ("nmod", "obl") and preposition:
            yield preposition, child
        elif relation in ("compound", "amod"):
            yield "compound", child
    yield from (("of", each) for each in _involved(tree, i))
    yield from _shared(tree, i)
    verb = carrier(tree, i)
    if verb is not None and befalls(tree, verb):
        yield from (("on", child) for child in tree.below(verb, "obj"))
    if verb is not None and tree.relation(i) in ("obj", "obl") and not is_passive(tree, verb):
        subject = _subject(tree, verb)
        subject = controlled(tree, verb) if subject is None else _antecedent(tree, subject, verb)
        if subject is not None:
            yield "subject", subject


def _shared(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    """What nouns side by side share: the owner of the first and the phrases of the last ("X's purchase and use of
    arms from Y")."""
    head = tree.head(i)
    if head is not None and tree.relation(i) == "conj" and tree.tokens[head].tag == "NOUN":
        yield from (("possessor", c) for c in tree.children[head] if tree.tokens[c].relation == "nmod:poss")
    if any(tree.relation(c) == "nmod" and tree.preposition(c) for c in tree.children[i]):
        return
    for last in tree.below(i, "conj")[-1:]:
        phrases = ((tree.preposition(c), c) for c in tree.below(last, "nmod"))
        yield from ((preposition, c) for preposition, c in phrases if preposition)


def _involved(tree: Tree, i: int) -> Iterator[int]:
    """What an event noun is said to involve: "a launch that involved two rockets", "a launch involving ..."."""
    for verb in tree.below(i, "acl"):
        subject = _subject(tree, verb)
        if tree.lemma(verb) == "involve" and (subject is None or tree.word(subject) in RELATIVES):
            yield from tree.below(verb, "obj")


def carrier(tree: Tree, i: int) -> int | None:
    """The light or occurrence verb that carries an event noun ("carried out a strike", "a strike took
    place")."""
    head = tree.head(i)
    if head is None or tree.tokens[head].tag not in ("VERB", "AUX"):
        return None
    relation = tree.relation(i)
    if relation == "obj" and tree.lemma(head) in wordset("light"):
        return head
    if relation != "nsubj":
        return None
    carried = tree.lemma(head) in wordset("light") and is_passive(tree, head)
    return head if carried or tree.lemma(head) in wordset("occur") or befalls(tree, head) else None


def befalls(tree: Tree, i: int) -> bool:
    """Whether a verb only says that a disaster came over somebody ("a quake struck the island")."""
    subject = _subject(tree, i)
    if subject is None or tree.lemma(i) not in wordset("befall"):
        return False
    return any(sense.type in ("DISASTER", "ACCIDENT") for sense in senses().get(tree.lemma(subject), ()))


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb is passive, also where the parse has no subtypes."""
    relations = {tree.tokens[c].relation for c in tree.children[i]}
    if relations & {"nsubj:pass", "aux:pass", "obl:agent"}:
        return True
    has_be = any(tree.relation(c) == "aux" and tree.lemma(c) in ("be", "get") for c in tree.children[i])
    return has_be and not tree.word(i).endswith("ing")


def _is_past_participle(tree: Tree, i: int) -> bool:
    """Of a verb that stands as a noun's attribute: "the jets delivered", "containers lost"."""
    word = tree.word(i)
    return not word.endswith("ing") and (word != tree.lemma(i) or word.endswith(("ed", "en", "nt")))


def _subject(tree: Tree, i: int) -> int | None:
    """Its own before that of a clause around it ("Our view is that they are selling")."""
    found = tree.below(i, "nsubj", "csubj")
    return min(found, key=lambda c: (tree.tokens[c].relation.endswith(":outer"), c), default=None)


def _antecedent(tree: Tree, i: int, verb: int) -> int:
    """The noun that a relative pronoun stands for."""
    head = tree.head(verb)
    relative = tree.word(i) in RELATIVES and tree.relation(verb) == "acl"
    return head if relative and head is not None else i


def controlled(tree: Tree, i: int) -> int | None:
    """The subject that a verb without one shares with the words above it ("efforts to buy", "wants to
    buy")."""
    here = i
    for head in tree.climb(i):
        if tree.relation(here) not in (*CONTROL, "obj", "nmod", "obl"):
            return None
        owner = next((c for c in tree.children[head] if tree.tokens[c].relation == "nmod:poss"), None)
        if owner is not None and tree.tokens[head].tag == "NOUN":
            return owner
        subject = _subject(tree, head)
        if subject is not None and subject != here:
            return _antecedent(tree, subject, head)
        here = head
    return None


def spread(tree: Tree, i: int) -> list[int]:
    """The noun with its coordinates and listed examples; a counting word gives way to what it counts."""
    found = []
    for each in (i, *tree.below(i, "conj")):
        counted = _counted(tree, each)
        found.append(each if counted is None else counted)
        if counted is not None:
            found += tree.below(counted, "conj")
    listed = [c for each in found for c in tree.below(each, "nmod", "obl") if tree.preposition(c) in LISTING]
    return list(dict.fromkeys([*found, *(x for c in listed for x in (c, *tree.below(c, "conj")))]))


def _counted(tree: Tree, i: int) -> int | None:
    if tree.lemma(i) not in wordset("counters") and tree.tokens[i].tag not in ("NUM", "DET", "ADJ"):
        return None
    return next((c for c in tree.below(i, "nmod", "obl") if tree.preposition(c) == "of"), None)
