"""What is only spoken of: words that name something and say nothing of it ("newly declassified intelligence")."""

from __future__ import annotations

from herodotus.compare.sayings import places_in
from herodotus.crossdoc.propositions import Proposition
from herodotus.data.statements import Stance

NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SAYING = frozenset({"cop", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "ccomp"})
"""Relations below a noun that make a sentence of it: "was a mistake"."""
LIGHT = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "DET"})


def is_topic(p: Proposition) -> bool:
    """Whether it has no event, and each of its topmost words is a noun of which nothing is said. What is urged or
    announced may be named only: "calm", "an immediate halt"."""
    if p.event is not None or p.statement.stance is not Stance.ASSERTS:
        return False
    tokens = p.reading.annotated.tokens
    held = set(places_in(tokens, p.shown))
    tops = [i for i in held if tokens[i].head == i or tokens[i].head not in held]
    heavy = [i for i in tops if tokens[i].tag not in LIGHT]
    said = {tokens[i].head for i in held if tokens[i].relation in SAYING}
    marked = (tokens[i].head for i in held if tokens[i].relation == "mark" and tokens[i].tag == "SCONJ")
    said |= {tokens[i].head for i in marked if tokens[i].relation == "acl"}  # "the view that prices rise"
    return bool(heavy) and all(tokens[i].tag in NAMING and i not in said for i in heavy)
