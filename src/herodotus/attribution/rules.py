"""Statements by verb and syntax that the model missed: refusals to comment, flat denials, condemnations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from herodotus.attribution.context import Context, covers, hull, joined
from herodotus.attribution.lexicon import lexicon, read, wordset
from herodotus.attribution.pieces import TAIL, bare
from herodotus.attribution.subjects import FARTHEST, speaks, subject
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span

RULED = 0.5  # score: a rule knows no degrees; below most of what the model is sure of
_OBJECTS = frozenset({"obj", "iobj", "ccomp", "xcomp", "obl", "obl:tmod", "advmod"})
_COUNTING = frozenset({"figure", "tally"})
_STOPS = frozenset(".;:!?")
SHORTEST_TOLD = 5  # words before "..., the port authority said"
ARTICLE = 4  # code points of "the " before a name
LONGEST_COUNT = 14  # words from "puts" to the last of its number
_CLAUSES = frozenset({"ccomp", "xcomp"})


def missed(context: Context, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attributions for verbs that are no cue yet and stand outside direct speech."""
    taken = joined(span for attribution in found for span in attribution.cue)
    for index, token in enumerate(context.annotated.tokens):
        wanted = token.tag == "VERB" and _kind(context, index)
        if wanted and not covers(taken, token.span) and not context.quotes_in(token.span):
            attribution = _attribution(context, index, wanted)
            if attribution is None and wanted == "clause":
                attribution = _closing(context, index)
            if attribution is not None:
                yield attribution


def governed(context: Context, cue: Sequence[Span]) -> tuple[Span, ...]:
    """What hangs on the verb of a cue, to its right; nothing where there is no verb."""
    tokens = context.annotated.tokens
    verb = next((i for span in cue for i in context.tokens_in(span) if tokens[i].tag == "VERB"), None)
    return _content(context, verb, _complements(context, verb)) if verb is not None else ()


def _kind(context: Context, index: int) -> str:
    """What rules.yaml asks of this verb; empty where it has none of its lemmas."""
    token = context.annotated.tokens[index]
    if _is_question(context, index):
        return ""
    lemma = lexicon().lemmas.get(token.span.of(context.text).lower(), token.lemma)
    if lemma in _particles():
        behind = {_lemma(context, i) for i in range(index + 1, min(index + 3, len(context.annotated.tokens)))}
        return "object" if behind & _particles()[lemma] else ""
    return _verbs().get(lemma, "")


def _attribution(context: Context, index: int, kind: str) -> Attribution | None:
    doer = subject(context, index, FARTHEST if kind == "clause" else 0)
    if doer is None or not speaks(context, doer) or _is_unresolved(context, doer):
        return None
    parts = [part for part in _complements(context, index) if part != doer]
    content = _content(context, index, parts)
    if kind in _COUNTING:
        content = (_clause_behind(context, index),)
    if not content or not _fits(context, index, kind, parts):
        return None
    cue = _cue(context, index)
    return Attribution((_named(context, doer, cue),), (cue,), content, RULED)


def _closing(context: Context, verb: int) -> Attribution | None:
    """ "A ferry sank off Ribe, the port authority said on Monday": whoever is named between the last comma and a verb
    of saying that closes the sentence says what stands before, whatever the tree makes of it."""
    said = context.annotated.tokens[verb].span
    sentence = context.sentence(said.start)
    comma = context.text.rfind(", ", sentence.start, said.start)
    behind = context.words_in(Span(said.end, max(said.end, sentence.end)))
    if comma < 0 or len(behind) > TAIL or context.count_in(Span(sentence.start, comma)) < SHORTEST_TOLD:
        return None
    between = bare(context, Span(comma + 2, said.start))
    named = any(span.end == between.end and span.start - between.start <= ARTICLE for span in context.named)
    return Attribution((between,), (said,), (Span(sentence.start, comma),), RULED) if named else None


def _named(context: Context, doer: int, cue: Span) -> Span:
    """The words of who does it, up to the cue where a stray leaf reaches beyond."""
    whole = context.subtree(doer)
    if not whole.contains(cue):
        return whole
    before = bare(context, Span(whole.start, cue.start))
    doing = context.annotated.tokens[doer].span
    if before.contains(doing):
        return before
    return next((span for span in context.named if 0 <= cue.start - span.end <= 1), doing)


def _fits(context: Context, index: int, kind: str, parts: Sequence[int]) -> bool:
    relations = {_relation(context, index, i) for i in parts}
    if "iobj" in relations and kind == "object":
        return False  # "denied them entry"
    if kind == "object":
        return bool(relations & {"obj", "ccomp", "xcomp", "obl"})
    if kind == "clause":
        return bool(relations & _CLAUSES)
    if kind == "saying":
        said = _words("said")
        return bool(relations & {"ccomp"}) or any(_lemma(context, i) in said for i in parts)
    if kind in _COUNTING:
        return _gives_number(context, index, kind)
    if kind == "silence":
        return any(_lemma(context, i) in _words("silence") for i in parts)
    return kind == "any" or any(
        context.annotated.tokens[i].lemma in {"not", "never"} for i in context.children[index]
    )


def _gives_number(context: Context, verb: int, kind: str) -> bool:
    """ "Puts the loss at 40", "counts 30 people killed": a number behind, with "at" or with what happened."""
    tokens, span = context.annotated.tokens, _clause_behind(context, verb)
    numbers = [q.span for q in context.annotated.quantities if span.contains(q.span)]
    behind = context.tokens_in(span)
    if kind == "tally":
        happened = any(tokens[i].tag == "VERB" for i in behind)
        return happened and any(number.start == span.start for number in numbers)
    marked = {tokens[i].span.end for i in behind if tokens[i].lemma == "at"}
    return any(0 < number.start - at <= 1 for number in numbers for at in marked)


def _clause_behind(context: Context, verb: int) -> Span:
    """What stands between a verb and the next stop."""
    tokens = context.annotated.tokens
    last = min(len(tokens), verb + 1 + LONGEST_COUNT)
    stop = next((i for i in range(verb + 1, last) if _is_stop(context, i)), last)
    first = min(verb + 1, len(tokens) - 1)
    return Span(tokens[first].span.start, max(tokens[first].span.end, tokens[stop - 1].span.end))


def _is_stop(context: Context, index: int) -> bool:
    """A full stop and the like, or an "and" that goes on with another verb."""
    tokens = context.annotated.tokens
    following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    joins = tokens[index].tag == "CCONJ" and following in {"VERB", "AUX"}
    return joins or tokens[index].span.of(context.text) in _STOPS


def _complements(context: Context, index: int) -> list[int]:
    """What hangs on the verb to its right and belongs to what is said; up to the next clause of its own."""
    tokens = context.annotated.tokens
    right = {i: _relation(context, index, i) for i in context.children[index] if i > index}
    other = (
        i for i, relation in right.items() if relation in {"conj", "parataxis"} or _stands_apart(context, i)
    )
    end = min(other, default=len(tokens))
    return [i for i, relation in right.items() if relation in _OBJECTS | {"advcl"} and i < end]


def _relation(context: Context, verb: int, index: int) -> str:
    """How a word hangs on a verb before it; a noun "beside" it with no mark in between is its object: trees are not
    sure of objects behind a day ("rejected on Monday a claim that ...")."""
    tokens = context.annotated.tokens
    token = tokens[index]
    beside = token.relation == "parataxis" and token.tag == "NOUN"
    if beside and not any(tokens[i].tag == "PUNCT" for i in range(verb + 1, index)):
        return "obj"
    return token.relation


def _stands_apart(context: Context, index: int) -> bool:
    """Whether a clause says when or why, unlike that of "refrained from commenting", "accused of lying"."""
    marks = {
        _lemma(context, i) for i in context.children[index] if context.annotated.tokens[i].relation == "mark"
    }
    return context.annotated.tokens[index].relation == "advcl" and marks.isdisjoint(_words("binding"))


def _content(context: Context, index: int, parts: Sequence[int]) -> tuple[Span, ...]:
    asked = tuple(context.subtree(i) for i in context.children[index] if _is_question(context, i))
    return (*(_behind(context, index, hull([context.subtree(i) for i in parts])) if parts else ()), *asked)


def _behind(context: Context, verb: int, span: Span) -> tuple[Span, ...]:
    """What of a span follows the verb in its sentence."""
    after = context.annotated.tokens[verb].span.end
    end = min(span.end, max(after, context.sentence(after - 1).end))
    piece = bare(context, Span(max(span.start, after), end)) if max(span.start, after) < end else None
    return (piece,) if piece and piece.start < piece.end else ()


def _is_unresolved(context: Context, index: int) -> bool:
    """A pronoun of which resolution does not know whom it means."""
    token = context.annotated.tokens[index]
    entity = context.named.get(token.span)
    return token.tag == "PRON" and (entity is None or entity.name.lower() in wordset("third_person"))


def _is_question(context: Context, index: int) -> bool:
    """ "when questioned about the transfers" names what was not commented on."""
    tokens = context.annotated.tokens
    return tokens[index].relation == "advcl" and _lemma(context, index) in {
        "ask",
        "question",
        "press",
        "query",
    }


def _cue(context: Context, index: int) -> Span:
    """The verb with its auxiliaries and its negation, if they stand together."""
    tokens = context.annotated.tokens
    helpers = [i for i in context.children[index] if tokens[i].relation in {"aux", "advmod"} and i < index]
    first = index
    while first - 1 in helpers:
        first -= 1
    last = index
    if last + 1 < len(tokens) and tokens[last + 1].relation == "compound:prt":
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _lemma(context: Context, index: int) -> str:
    token = context.annotated.tokens[index]
    shown = token.span.of(context.text).lower()
    return lexicon().lemmas.get(shown, token.lemma.lower())


@cache
def _verbs() -> dict[str, str]:
    return {verb: kind for kind, verbs in read("rules.yaml")["verbs"].items() for verb in verbs}


@cache
def _particles() -> dict[str, set[str]]:
    return {verb: set(particles) for verb, particles in read("rules.yaml")["particles"].items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read("rules.yaml")[name])
