"""The main clause of a content: its subject, its modal, its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from herodotus.attribution.context import Context
from herodotus.attribution.lexicon import Lexicon, Word, lexicon, wordset
from herodotus.data.documents import Span

_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl"})
_HELPING = frozenset({"aux", "aux:pass", "cop"})
_MARKING = _SUBJECT | _HELPING
LONGEST_GUESS = 8  # words; before a verb without a parsed subject
LONGEST_SUBJECT = 25  # words; without syntax, a verb further on is not the main one


@dataclass(frozen=True, slots=True)
class Clause:
    """`words` run from the first auxiliary, or the verb, to the end; `verb` is the index of the verb there;
    `modal` is empty where there is none. The subject is empty where it stands outside."""

    subject: Span
    modal: str
    negated: bool
    words: tuple[Word, ...]
    lemmas: tuple[str, ...]
    verb: int

    @property
    def lemma(self) -> str:
        return self.lemmas[self.verb]

    @property
    def perfect(self) -> bool:
        return "have" in self.lemmas[: self.verb]


def clause(context: Context, span: Span) -> Clause | None:
    """The main clause that a span of text makes; None for a phrase without a verb."""
    row = context.words_in(span)
    if not context.tokens_in(span):
        return _plain(context.text, row, lexicon())
    verb = _head(context, span)
    return _parsed(context, span, row, verb) if verb is not None else None


def _head(context: Context, span: Span) -> int | None:
    """The predicate that hangs on nothing inside the span; a verb without a subject if there is no other."""
    tokens, inside = context.annotated.tokens, context.tokens_in(span)
    heads = context.heads(span)
    predicates = {tokens[i].head for i in inside if tokens[i].relation in _MARKING}
    verbs = (i for i in heads if tokens[i].tag == "VERB")
    return next((i for i in heads if i in predicates), next(verbs, None))


def _parsed(context: Context, span: Span, row: Sequence[Word], head: int) -> Clause | None:
    tokens = context.annotated.tokens
    children = context.children[head]
    subjects = [i for i in children if tokens[i].relation in _SUBJECT and span.contains(tokens[i].span)]
    auxiliaries = [i for i in children if tokens[i].relation in _HELPING]
    start = tokens[min([head, *(i for i in auxiliaries if i < head)])].span.start
    first = next((i for i, word in enumerate(row) if word.end > start), None)
    if first is None:
        return None
    while first and row[first - 1].lemma in _helpers():  # auxiliaries that the parser hung elsewhere
        first -= 1
    if not auxiliaries:
        first = _stray_modal(row[:first], first)
    start, rest = row[first].start, tuple(row[first:])
    subject = _clipped(context.subtree(subjects[0]), span, start) if subjects else _before(row, start)
    verb = next((i for i, word in enumerate(rest) if word.end > tokens[head].span.start), 0)
    verb = _main(rest) if rest[0].lemma in wordset("modals") and not auxiliaries else verb
    return _made(subject, rest, verb)


def _stray_modal(row: Sequence[Word], first: int) -> int:
    """Where a modal stands before a noun that the parser took for the verb; not inside "those who can"."""
    found = next((i for i, word in enumerate(row) if word.lemma in wordset("modals")), first)
    relative = {"who", "which", "that", "whom", "what", "where"}
    return first if relative & {word.lemma for word in row[1:found]} else found


def _before(row: Sequence[Word], start: int) -> Span:
    """Where the parser gives no subject: the few words before the verb, openers left out."""
    words = [word for word in row if word.end <= start and word.lemma not in wordset("openers")]
    short = 0 < len(words) <= LONGEST_GUESS
    return Span(words[0].start, words[-1].end) if short else Span(start, start)


def _clipped(subject: Span, whole: Span, verb: int) -> Span:
    """Within the span and, unless it follows the verb, before it: a stray leaf must not stretch it."""
    end = min(subject.end, verb) if subject.start < verb else subject.end
    return Span(max(subject.start, whole.start), min(end, whole.end))


def _plain(text: str, row: Sequence[Word], known: Lexicon) -> Clause | None:
    """Without syntax: the first modal, auxiliary, or verb of saying that can only be a verb."""
    start = next((i for i, word in enumerate(row) if word.lemma not in wordset("openers")), len(row))
    for i in range(start, min(len(row), start + LONGEST_SUBJECT)):
        lemma = row[i].lemma
        if lemma in _finite() or (known.verb(lemma) and _verbal(text, row, i, start)):
            first = row[start].start
            subject = Span(first, row[i - 1].end if i > start else first)
            return _made(subject, tuple(row[i:]), _main(row[i:]))
    return None


def _verbal(text: str, row: Sequence[Word], at: int, start: int) -> bool:
    """After a pronoun, an adverb or a name a form such as "plans" or "calls" is a verb."""
    if row[at].span.of(text)[:1].isupper():
        return False
    if at == start:
        return True
    before = row[at - 1]
    shown = before.span.of(text)
    plain = before.lemma in wordset("pronouns") or before.lemma in wordset("adverbs")
    return plain or bool(re.search(r"ly$|^[A-Z].*\w$", shown))


def _main(row: Sequence[Word]) -> int:
    """Where the verb stands behind its auxiliaries and adverbs; the last auxiliary where it stands alone."""
    for i, word in enumerate(row):
        if word.lemma not in _helpers() and not word.lemma.endswith("ly"):
            return i
    return 0


def _made(subject: Span, row: tuple[Word, ...], verb: int) -> Clause:
    lemmas = tuple([word.lemma for word in row])
    before = lemmas[: verb + 1]
    modal = next((lemma for lemma in before if lemma in wordset("modals")), "")
    return Clause(subject, modal, not wordset("negations").isdisjoint(before), row, lemmas, verb)


@cache
def _finite() -> frozenset[str]:
    return wordset("modals") | wordset("auxiliaries")


@cache
def _helpers() -> frozenset[str]:
    return _finite() | wordset("adverbs")
