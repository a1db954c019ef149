"""Who stands where about a word of harm: subjects, those it befalls, what a number beside it counts."""

from __future__ import annotations

from collections.abc import Collection

from herodotus.events.harmwords import harmful, table, words
from herodotus.events.tree import Tree

RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
SHARED = ("conj", "advcl", "xcomp", "parataxis")
REACH = 7
"""Words from a number to what it counts."""


def subjects(tree: Tree, i: int) -> list[int]:
    """The subjects of a verb, its own or those it shares with the verb above; "who" is the noun before."""
    here, seen = i, {i}
    while True:
        found = [_meant(tree, here, s) for s in tree.below(here, "nsubj")]
        if found:
            ahead = [s for s in found if s < here]
            return ahead[-1:] or found[:1]
        head = tree.head(here)
        if (own := _displaced(tree, here, head)) is not None:
            return [own]
        if tree.relation(here) == "acl" and head is not None:
            return [head]
        if head is None or head in seen or tree.relation(here) not in SHARED:
            return []
        seen.add(head)
        here = head


def _displaced(tree: Tree, i: int, head: int | None) -> int | None:
    """The subject of a clause that is read as joined to the verb above: "five were hurt and a man was killed"."""
    if head is None or tree.relation(i) != "conj" or not tree.below(i, "aux"):
        return None
    between = [
        c for c in tree.below(head, "conj") if head < c < i and tree.tokens[c].tag in ("NOUN", "PROPN", "NUM")
    ]
    return between[-1] if between else None


def patients(tree: Tree, i: int) -> list[int]:
    """Those whom a verb without an object befalls: the object of a verb it is joined to ("shot and killed two men"),
    else its subject, or the noun that it describes."""
    if (
        tree.relation(i) == "acl"
        and tree.tokens[i - 1].tag == "NOUN"
        and tree.lemma(i - 1) in words("people")
    ):
        return [i - 1]
    if shared := _shared(tree, i):
        return shared
    line = [i, *tree.below(i, "conj")]
    head = tree.head(i)
    if tree.relation(i) == "conj" and head is not None:
        line += [head]
    passive = any(tree.tokens[c].relation == "aux:pass" for v in line for c in tree.children[v])
    for verb in line if not passive else ():
        if (
            tree.tokens[verb].tag == "VERB"
            and harmful(tree, verb)
            and (objects := tree.below(verb, "obj"))
            and not tree.below(i, "nsubj")
        ):
            return objects
    return subjects(tree, i)


def _shared(tree: Tree, i: int) -> list[int]:
    """The object of the verb of harm right behind, of an active one that has none: "who shot and killed two men"."""
    ahead = [
        j
        for j in (i + 2, i + 3)
        if j < len(tree.tokens) and tree.tokens[j].tag == "VERB" and harmful(tree, j)
    ]
    if not ahead or tree.word(i + 1) not in ("and", ",", "then") or tree.below(i, "aux"):
        return []
    return [o for o in tree.below(ahead[0], "obj") if o > ahead[0]]


def _meant(tree: Tree, verb: int, subject: int) -> int:
    head = tree.head(verb)
    if tree.word(subject) in RELATIVES and tree.relation(verb) == "acl" and head is not None:
        close = tree.word(subject) == "who" and subject and tree.tokens[subject - 1].tag == "PROPN"
        return subject - 1 if close and tree.tokens[head].tag == "NOUN" else head
    return subject


def agents(tree: Tree, i: int, victims: Collection[int]) -> tuple[int, ...]:
    """Who did it: the subject of an active verb, "by" somebody."""
    by = [c for c in tree.below(i, "obl") if tree.preposition(c) == "by"]
    return tuple(by or [s for s in subjects(tree, i) if s not in victims])


def numbered(tree: Tree, i: int) -> list[int]:
    """What a number counts right before or behind a word of harm, however the tree has it: "2 dead, 4 wounded",
    "five other people injured", "wounding at least three others"."""
    if not harmful(tree, i):
        return []
    return _ahead(tree, i) or _behind(tree, i)


def _ahead(tree: Tree, i: int) -> list[int]:
    if tree.tokens[i].tag != "VERB" and tree.lemma(i) not in table("object"):
        return []
    at = counted_after(tree, i)
    if at is None or _is_place(tree, i, at):
        return []
    head = tree.tokens[at].head
    near = at < head < at + REACH and not any(harmful(tree, j) for j in range(at, head))
    after = at + 1 < len(tree.tokens) and harmful(tree, at + 1)
    if after:  # "killed, 2 wounded"
        return []
    return [head if near and tree.relation(at) == "nummod" else at]


def counted_after(tree: Tree, i: int) -> int | None:
    """The number behind a word, hedges passed over; None where none follows, or one of years."""
    at = i + 1
    while at < len(tree.tokens) - 1 and tree.word(at) in words("hedges"):
        at += 1
    fits = at < len(tree.tokens) and tree.tokens[at].tag == "NUM" and not is_age(tree, at)
    return at if fits else None


def _is_place(tree: Tree, i: int, at: int) -> bool:
    """Whether a number behind a verb says where or when: "shot at 8535 ...", "hit around 11 a.m."."""
    between = tree.text[tree.tokens[i].span.end : tree.tokens[at].span.start]
    bare = tree.word(at - 1) == "at" or "\n" in between
    return bare or (at + 1 < len(tree.tokens) and tree.word(at + 1) in words("clock"))


def _behind(tree: Tree, i: int) -> list[int]:
    if i == 0 or tree.word(i).endswith("ing"):
        return []
    if tree.tokens[i - 1].tag == "NUM" and not is_age(tree, i - 1):
        return [i - 1]
    beside = i - 2 if i > 1 and tree.tokens[i - 1].tag == "ADV" else i - 1
    if tree.word(beside) in words("ordinals") | {"another"}:  # "and a fourth badly wounded"
        return [beside]
    before = i - 1
    if tree.tokens[before].tag not in ("NOUN", "ADJ", "PROPN"):
        return []
    near = (c for c in tree.below(before, "nummod") if before - REACH < c < before)
    if not any(not is_age(tree, c) for c in near):
        return []
    first = tree.head(before)
    joined = tree.relation(before) == "conj" and first is not None and before - 2 * REACH < first < before
    apart = joined and any(
        harmful(tree, j) or tree.tokens[j].tag in ("VERB", "AUX") for j in range(first or 0, before)
    )
    return [first] if joined and first is not None and not apart else [before]


def is_age(tree: Tree, i: int) -> bool:
    """Whether a number gives years: "11-year-old", "16 year old", "Ida Holm, 34, was"."""
    after = [tree.word(j) for j in range(i + 1, min(i + 3, len(tree.tokens)))]
    if words("spans").intersection(after):
        return True
    aside = i > 0 and tree.word(i - 1) in (",", "(") and not tree.word(i).isalpha()
    return aside and (not after or after[0] in (",", ")", ".", "and", ";"))
