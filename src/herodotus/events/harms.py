"""Words of harm and those who came to it: who was killed, died, was left dead, found wounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from herodotus.data.tolls import Outcome
from herodotus.events.harm import Harm, harm
from herodotus.events.harmnouns import noun
from herodotus.events.harmverbs import ended, hurt, suffered
from herodotus.events.harmwords import readable, table, words
from herodotus.events.sufferers import REACH, numbered, patients, subjects
from herodotus.events.tree import Tree


def harms(tree: Tree) -> Iterator[Harm]:
    """Every harm that is told as a fact, in the order of the text; denied ones are left out."""
    known = readable()
    for i, token in enumerate(tree.tokens):
        if tree.lemmas[i] not in known and tree.words[i] not in known:
            continue
        for reader in READERS.get(token.tag, ()):
            found = reader(tree, i)
            if found is not None:
                yield found
                break


def state(tree: Tree, i: int) -> Harm | None:
    """Dead, wounded: of the noun it stands with, or of the subject of the verb that left or found them so."""
    outcome = table("state").get(tree.word(i))
    if outcome is None:
        return None
    relation, head = tree.relation(i), tree.head(i)
    if beside := numbered(tree, i):
        return harm(tree, i, outcome, beside)
    before = i and tree.tokens[i - 1].tag == "NOUN" and tree.lemma(i - 1) in words("people")
    followed = i + 1 < len(tree.tokens) and tree.word(i + 1) in ("and", ",")  # "left a man dead and two hurt"
    if before and (relation != "amod" or followed):
        return harm(tree, i, outcome, [i - 1])
    if relation == "amod" and head is not None and head < i:
        return harm(tree, i, outcome, [head])
    if relation == "amod":  # "wounded three others" is now and then read as a description
        verb = (
            head is not None and i < min([head, *tree.below(head, "nummod")]) and tree.below(head, "nummod")
        )
        return harm(tree, i, outcome, [head]) if verb and head is not None else None
    if relation in ("xcomp", "advcl", "ccomp", "acl") and head is not None:
        own = subjects(tree, i) if tree.below(i, "nsubj") else []
        if relation == "acl" and not own:
            return harm(tree, i, outcome, [head])
        return harm(tree, i, outcome, own or tree.below(head, "obj") or patients(tree, head))
    numbers = tree.below(i, "nummod")
    if numbers:
        return harm(tree, i, outcome, [i])
    return harm(tree, i, outcome, subjects(tree, i))


def deadly(tree: Tree, i: int) -> Harm | None:
    """The fatal shooting at a stop, however the tree has it."""
    ahead = {tree.lemma(j) for j in range(i + 1, min(i + REACH, len(tree.tokens)))}
    fatal = tree.word(i) in words("fatality") and bool(ahead & (words("fatalshot") | {"shoot", "stab"}))
    return Harm(i, Outcome.KILLED, (), vague=True) if fatal else None


def ellipsis(tree: Tree, i: int) -> Harm | None:
    """Six were shot, two of them fatally: the number before the adverb, where no verb goes with it."""
    if tree.word(i) not in words("fatal"):
        return None
    for j in range(i - 1, max(i - 4, -1), -1):
        if tree.tokens[j].tag in ("VERB", "AUX", "PUNCT"):
            return None
        if tree.tokens[j].tag == "NUM":
            verb = i + 1 < len(tree.tokens) and tree.tokens[i + 1].tag == "VERB"
            return None if verb else harm(tree, i, Outcome.KILLED, [j])
    return None


READERS: Mapping[str, tuple[Callable[[Tree, int], Harm | None], ...]] = {
    "VERB": (suffered, ended, hurt, state),
    "ADJ": (state, deadly, ellipsis),
    "NOUN": (noun, state),
    "PROPN": (noun, state),
    "ADV": (ellipsis,),
}
