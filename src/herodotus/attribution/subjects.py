"""Who does a verb: its subject, handed down over "and", "to" and participles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from herodotus.attribution.context import Context
from herodotus.attribution.lexicon import read, wordset
from herodotus.data.documents import Span

_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_PASSIVE = frozenset({"nsubj:pass", "aux:pass"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp"})  # relations over which a subject is handed down
FARTHEST = 2  # verbs up


def subject(context: Context, verb: int, depth: int = 0) -> int | None:
    """The token that does what a verb says; the agent of a passive; None where none is stated."""
    tokens, children = context.annotated.tokens, context.children[verb]
    if any(tokens[i].relation in _PASSIVE for i in children):
        return next((i for i in children if tokens[i].relation == "obl:agent"), None)
    own = next((i for i in children if tokens[i].relation in _SUBJECTS), None)
    if own is not None or depth == FARTHEST or tokens[verb].relation not in _SHARING:
        return own
    return subject(context, tokens[verb].head, depth + 1)


def speaks(context: Context, index: int) -> bool:
    """Whether a token can name a speaker: a name, a person's pronoun, or a noun such as "ministry"."""
    token = context.annotated.tokens[index]
    if token.tag == "PROPN" or token.lemma.lower() in wordset("third_person") | {"who"}:
        return True
    return token.lemma.lower() in _speakers()


def speaker(context: Context, cue: Sequence[Span]) -> Span | None:
    """The words that name who does the verb of a cue, if they can name a speaker."""
    tokens = context.annotated.tokens
    verbs = (i for span in cue for i in context.tokens_in(span) if tokens[i].tag == "VERB")
    found = (subject(context, verb) for verb in verbs)
    return next((context.subtree(i) for i in found if i is not None and speaks(context, i)), None)


@cache
def _speakers() -> frozenset[str]:
    return frozenset(read("rules.yaml")["speakers"])
