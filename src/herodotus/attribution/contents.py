"""The stance that a content shows by itself: "the UK condemns ...", "we will ...", "prices could ..."."""

from __future__ import annotations

import re

from herodotus.attribution.clause import Clause, clause
from herodotus.attribution.context import Context
from herodotus.attribution.lexicon import lexicon, pattern, wordset
from herodotus.attribution.sources import entity_of, is_outlet
from herodotus.data.annotations import Entity, Kind
from herodotus.data.documents import Span
from herodotus.data.statements import Source, Stance

LONGEST_ADDRESS = 4  # words before an order: "Mr President, stop ..."
DEEPEST = 3  # "said he believed they thought ..."
_WORD = re.compile(r"\w+")
_FIRM = frozenset({"denying", "doubting", "declining", "condemning", "urging", "announcing", "predicting"})
_OBLIGING = frozenset({"should", "must", "ought"})
_GENERAL = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.PREDICTS})


def of_content(context: Context, span: Span, source: Source, depth: int = 0) -> Stance | None:
    """The stance of one sentence of content; None where it just reports, or asks."""
    span = _past_condition(context, span)
    text = span.of(context.text)
    if pattern("unclear").match(text) or pattern("own_doubt").match(text):
        return Stance.DOUBTS
    found = clause(context, span)
    if found is None and pattern("ought").match(text):
        return Stance.URGES
    if found is None or context.text[: span.end].rstrip("\"”’' ").endswith("?"):
        return None
    own = is_own(context, found.subject, source)
    if depth < DEEPEST and (said := _courtesy(context, found, span)) is not None:
        return of_content(context, said, source, depth + 1)
    return (
        _by_order(context, found, span)
        or _by_pattern(context, found, own)
        or _by_phrase(context, found, own)
        or _by_modal(found, own)
        or _by_verb(context, span, source, (found, own, depth))
    )


def _past_condition(context: Context, span: Span) -> Span:
    """What follows "if it rains, ..."."""
    text = span.of(context.text)
    found = pattern("condition").match(text) or pattern("condition_run_on").match(text)
    return Span(span.start + found.end(), span.end) if found else span


def _courtesy(context: Context, found: Clause, span: Span) -> Span | None:
    """What follows "I would say", "I will tell you": the words of a speaker, not an announcement."""
    first = {word.lemma for word in context.words_in(found.subject)} <= wordset("first_person")
    says = pattern("courtesy").match(" ".join(found.lemmas)) if first else None
    rest = found.words[len(says[0].split()) :] if says else ()
    return Span(rest[0].start, span.end) if rest else None


def _by_order(context: Context, found: Clause, span: Span) -> Stance | None:
    """A whole quoted sentence that begins with a bare verb, or with one behind whom it addresses."""
    word = found.words[found.verb]
    if found.verb or not _begins_quoted(context, span, word.span):
        return None
    if word.span.of(context.text).lower() in wordset("no_order") or not _is_bare(context, word.span):
        return None
    before = context.text[span.start : word.start].strip("\"“”‘'@ ")
    addressed = before.endswith(",") and len(before.split()) <= LONGEST_ADDRESS
    return Stance.URGES if not before or addressed else None


def _begins_quoted(context: Context, span: Span, verb: Span) -> bool:
    return context.sentence(span.start).start == span.start and bool(context.quotes_in(verb))


def _is_bare(context: Context, span: Span) -> bool:
    inside = [context.annotated.tokens[i] for i in context.tokens_in(span)]
    return len(inside) == 1 and inside[0].tag == "VERB" and inside[0].lemma == span.of(context.text).lower()


def is_own(context: Context, subject: Span, source: Source) -> bool:
    """Whether the subject of a content is the source, its country or its government."""
    named = [w.lemma for w in context.words_in(subject) if w.span.of(context.text) != "US"]
    if not wordset("first_person").isdisjoint(named[:2]):
        return True
    entity = entity_of(context, [subject]) if named else None
    if entity is not None and (entity.id == source.entity or _of_one_country(context, entity, source)):
        return True
    if len(named) == 1 and named[0] in wordset("third_person"):
        unresolved = entity is None or entity.name.lower() in wordset("third_person")
        return unresolved and not context.quotes_in(subject)
    subjects = _telling(context, subject)
    if not subjects:
        return False
    spoken = {word for span in source.spans for word in _telling(context, span)}
    shared = subjects & (spoken | _telling_of(source.name))
    return bool(shared) and 2 * len(shared) >= len(subjects)


def _of_one_country(context: Context, entity: Entity, source: Source) -> bool:
    """A paper does not speak for its country, nor does an expert."""
    if set(entity.country).isdisjoint(source.country) or is_outlet(source.name):
        return False
    speaker = next((each for each in context.annotated.entities if each.id == source.entity), None)
    role = (speaker.role or "").lower() if speaker is not None and speaker.kind is Kind.PERSON else ""
    return not pattern("private").search(role)


def _by_pattern(context: Context, found: Clause, own: bool) -> Stance | None:
    row, subject = " ".join(found.lemmas), found.subject.of(context.text).lower()
    if pattern("going_to").match(row):
        return Stance.ANNOUNCES if own else Stance.PREDICTS
    if pattern("expected").match(row):
        return Stance.PREDICTS
    if pattern("due").match(row):
        return Stance.ANNOUNCES
    advised = pattern("to_do").match(row) and pattern("advisable").search(subject)
    return Stance.URGES if advised or pattern("proper").match(row) or pattern("let").match(row) else None


def _by_phrase(context: Context, found: Clause, own: bool) -> Stance | None:
    """Only at the predicate: further on, a phrase belongs to somebody else's doing."""
    lemmas = found.lemmas
    fits = [entry for at in range(min(2, len(lemmas))) for entry, _ in lexicon().at(lemmas, at)]
    phrases = [entry for entry in fits if entry.group == "phrase"]
    entry = max(phrases, key=lambda e: (e.length, "..." not in e.words), default=None)
    if entry is None or entry.open or found.modal in _OBLIGING:
        return None
    general = entry.stance in _GENERAL
    if not general and (found.perfect or _is_past(context, found)):
        return None
    return entry.stance if own or (general and lemmas[0] == "be") else None


def _is_past(context: Context, found: Clause) -> bool:
    """ "We wanted", quoted: what once was. Outside quotation marks it may be a present tense reported."""
    word = found.words[found.verb]
    shown = word.span.of(context.text).lower()
    past = found.verb == 0 and shown != word.lemma and shown.endswith("ed")
    return past and bool(context.quotes_in(word.span))


def _by_modal(found: Clause, own: bool) -> Stance | None:
    if not found.modal or found.modal == "can":
        bare = found.lemmas[found.verb : found.verb + 2]
        return Stance.URGES if bare in (("need", "to"), ("have", "to")) and not found.negated else None
    if found.perfect or (found.modal == "could" and found.negated):
        return None
    if found.modal in _OBLIGING:
        return Stance.URGES
    return Stance.ANNOUNCES if own and found.modal in {"will", "shall", "would"} else Stance.PREDICTS


def _by_verb(context: Context, span: Span, source: Source, at: tuple[Clause, bool, int]) -> Stance | None:
    """The source's own act put into the content; under "believe" or "say" the next clause decides."""
    found, own, depth = at
    entry = lexicon().verb(found.lemma)
    own = own or found.subject.start == found.subject.end
    if entry is None or not own or found.perfect or found.modal or _is_past(context, found):
        return None
    to, does = [*found.lemmas[found.verb + 1 :], "", ""][:2]
    meant = lexicon().verb(does)
    if entry.open and to == "to" and meant is not None and meant.group in _FIRM and not found.negated:
        return meant.stance
    if found.negated:
        return Stance.DOUBTS if entry.negated is Stance.DOUBTS else None
    if entry.group in _FIRM:
        return entry.stance
    rest = found.words[found.verb + 1 :]
    if depth == DEEPEST or not rest or not entry.open:
        return None
    return of_content(context, Span(rest[0].start, span.end), source, depth + 1)


def _telling(context: Context, span: Span) -> set[str]:
    return {w.lemma for w in context.words_in(span) if _tells(w.lemma)}


def _telling_of(name: str) -> set[str]:
    return {word for word in _WORD.findall(name.lower()) if _tells(word)}


def _tells(word: str) -> bool:
    return len(word) > 2 and word not in wordset("small") and word not in wordset("third_person")
