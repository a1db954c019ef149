"""One harm told of: the word that names it, whom it befell, and whether it is told as a fact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from herodotus.data.statements import Modality, Polarity
from herodotus.data.tolls import Outcome
from herodotus.events.harmwords import none_of, words
from herodotus.events.modality import modality, polarity
from herodotus.events.sufferers import agents
from herodotus.events.tree import Tree


class How(Enum):
    """Whether harm came from somebody else named in the clause, from one's own hand, or is only said to have come."""

    BEFELL = "befell"
    DONE = "done"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm with the heads of the phrases that name those harmed; `doers` are the heads of who is named as
    having done it, `vague` is harm to somebody who is not named."""

    trigger: int
    outcome: Outcome
    victims: tuple[int, ...]
    how: How = How.BEFELL
    vague: bool = False
    doers: tuple[int, ...] = ()


def told(tree: Tree, i: int) -> bool:
    """Whether a word names what is said to have happened, and is not only feared."""
    real = modality(tree, i) in (Modality.OCCURRED, Modality.ONGOING)
    return real and polarity(tree, i) is Polarity.POSITIVE and not _feared(tree, i)


def _feared(tree: Tree, i: int) -> bool:
    """ "It is feared that thousands have died", "eight were feared dead"."""
    head = tree.head(i)
    clause = head is not None and tree.relation(i) in ("ccomp", "xcomp", "csubj", "conj")
    return (i > 0 and tree.word(i - 1) == "feared") or (
        clause and head is not None and tree.lemma(head) == "fear"
    )


def nobody(tree: Tree, i: int) -> bool:
    """Whether a phrase says that there was nobody: "no one", "no people", "none of the 22 sailors"."""
    return (
        tree.word(i) in words("nobody")
        or any(tree.word(c) == "no" for c in tree.below(i, "det"))
        or none_of(tree, i)
    )


def _speaks(tree: Tree, v: int, i: int) -> bool:
    """Whether a pronoun behind a word of harm and a comma is who tells of it: "none was hurt, she said"."""
    return v > i and tree.tokens[v].tag == "PRON" and tree.word(v - 1) in (",", "”", '"')


def harm(tree: Tree, i: int, outcome: Outcome, victims: list[int], how: How = How.BEFELL) -> Harm | None:
    """The harm that a word tells of, None where it befell nobody or is no fact."""
    victims = [v for v in victims if tree.preposition(v) != "by" and not _colon(tree, v, i)]
    if tree.tokens[i].tag == "ADJ":  # "one dead and seven others hurt"
        victims = [v for v in victims if v < i or "and" not in tree.words[i:v]]
    victims = [
        v for v in victims if not (tree.word(v).endswith("old") and set(victims) & set(range(v + 1, v + 4)))
    ]
    victims = [v for v in victims if not _speaks(tree, v, i)]
    if not victims or not (told(tree, i) or any(nobody(tree, v) for v in victims)):
        return None
    doers = agents(tree, i, victims) if how is How.DONE else ()
    return Harm(i, outcome, tuple(victims), how, doers=doers)


def _colon(tree: Tree, a: int, b: int) -> bool:
    return any(tree.word(j) == ":" for j in range(min(a, b), max(a, b)))
