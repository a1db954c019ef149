"""The rules by which one claim follows from another: harm from the deed that did it, a delivery from the use.

The words must say so; that one came after the other is not enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from herodotus.compare import countries
from herodotus.compare.materiel import related
from herodotus.compare.sayings import places_in
from herodotus.crossdoc.propositions import Proposition
from herodotus.crossdoc.sides import Case
from herodotus.data.annotations import Token
from herodotus.data.documents import Span

HARM = frozenset({"DEATH", "INJURY", "DAMAGE", "DISPLACE"})
DEED = frozenset({"ASSAULT", "DISASTER", "ACCIDENT", "LEAK"})
DOWN = frozenset({"advcl", "obl", "nmod", "obl:agent", "acl", "nmod:unmarked", "nsubj", "csubj"})
"""How a deed hangs on the harm it did: "killed when a tram derailed", "deaths in the attack", "the attack injured"."""
UP = frozenset({"advcl", "acl", "acl:relcl", "conj", "xcomp"})
"""How harm hangs on the deed: "overturned, killing seven", "the wave that devastated the coast"; not by coordination
alone, for "shot and killed" is one thing told twice."""
STEPS = 2
"""Arcs between the two words: more of them, and the deed may be another one."""
LONGEST = 90
"""Characters of the words that are given as the reason."""


def harmed(case: Case) -> str:
    """What people or things suffered, told as the result of the other."""
    a, b = case.a, case.b
    if a.main.type not in HARM or b.main.type not in DEED or not (a.plain and b.plain):
        return ""
    if a.gathered.claim.text == b.gathered.claim.text:
        return ""  # told in one breath, in the same words
    return next((f"told as its result: “{words}”" for words in _results(case)), "")


def supplied(case: Case) -> str:
    """Things that came from another are used: so they were delivered."""
    a, b = case.a, case.b
    if a.main.type != "TRANSFER" or not (a.plain and b.plain) or not a.main.recipients & b.main.actors:
        return ""
    givers = a.main.actors - b.main.actors
    used = (words for p in b.gathered.propositions for words in _things(p, givers, a.main.materiel))
    return next((f"who uses “{words}” has received them" for words in used), "")


def _results(case: Case) -> Iterator[str]:
    """The words from harm to deed, or back, in the statements that tell of both."""
    deeds = {(p.document, p.statement.id): p for p in case.b.gathered.propositions if p.type in DEED}
    for harm in case.a.gathered.propositions:
        deed = deeds.get((harm.document, harm.statement.id))
        if deed is None or deed.event is None or harm.event is None or harm.type not in HARM:
            continue
        annotated, ends = harm.reading.annotated, sorted((harm.event.trigger, deed.event.trigger))
        words = " ".join(annotated.document.text[ends[0].start : ends[1].end].split())
        if len(words) <= LONGEST and _tied(annotated.tokens, harm.event.trigger, deed.event.trigger):
            yield words


def _tied(tokens: tuple[Token, ...], harm: Span, deed: Span) -> bool:
    """Whether the parse leads from one word to the other in few arcs that say so."""
    low, high = (places_in(tokens, [span])[:1] for span in (harm, deed))
    return any(_leads(tokens, b, a, DOWN) or _leads(tokens, a, b, UP) for a in low for b in high)


def _leads(tokens: tuple[Token, ...], start: int, goal: int, allowed: frozenset[str]) -> bool:
    """From a word up to one above it."""
    path = [start]
    while path[-1] != goal and len(path) <= STEPS and tokens[path[-1]].head != path[-1]:
        path.append(tokens[path[-1]].head)
    arcs = {tokens[word].relation for word, _ in pairwise(path)}
    return path[-1] == goal and arcs <= allowed and arcs != {"conj"}


def _things(p: Proposition, givers: frozenset[str], materiel: frozenset[str]) -> Iterator[str]:
    """The words for things used that say from which of the givers they are."""
    if p.event is None or p.type != "ASSAULT" or not p.real or not related(p.materiel, materiel):
        return
    text = p.reading.annotated.document.text
    for span in p.event.materiel:
        words = " ".join(span.of(text).split())
        if any(found.code in givers for found in countries.scan(words)):
            yield words
