"""Makes whole what a word-by-word model leaves in pieces, and leaves out what is no statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from herodotus.attribution.context import Context, hull, joined
from herodotus.attribution.lexicon import forms, lexicon, pattern, wordset
from herodotus.attribution.pieces import STRAY, is_according, one_source, rivals, whole_content
from herodotus.attribution.rules import governed
from herodotus.attribution.stance import of_cue
from herodotus.attribution.subjects import speaker
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.data.statements import Stance
from herodotus.offsets import covered, gaps

_WEAK = frozenset({"DET", "ADJ", "PART", "PRON", "NUM", "CCONJ"})  # no cue by themselves
_ARTICLES = frozenset({"the", "a", "an"})
_MOSTLY = 0.8  # of cue and content
NAMED_NEXT = 6  # code points between a closing cue and the name behind it: ", reported The Times"


def mended(context: Context, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Those that say something, with whole cues, sources and contents, in the order given."""
    given = [_with_verb(context, a) for a in attributions if a.cue and (a.content or a.source)]
    given = [_unspoken(context, a) for a in given if (a.content or a.source) and _is_cue(context, a)]
    asked = [a for a in given if _is_asked(context, a)]
    found = [a for a in _once(given) if a not in asked and not _matches(context, a, "aside")]
    cues = joined(span for a in found for span in a.cue)
    found = [replace(a, source=one_source(context, a, cues)) for a in found]
    found = [a for a in found if not a.source or _is_named(context, a)]
    found = [_named_next(context, a, found) for a in found]
    found = [_shared(context, a, found) for a in found]
    taken = cues, joined((*cues, *(span for a in found for span in a.source)))
    others = rivals(found)
    found = [replace(a, content=whole_content(context, a, others, taken)) for a in found]
    found = [_completed(context, a) for a in found]
    found = [_with_rejected(context, a, found) for a in found]
    found = [_with_question(context, a, asked) for a in found]
    found = [a for a in found if _says(context, a) and not _is_named_twice(context, a, found)]
    return tuple(a for a in found if a.source or not _is_inside(a, found))


def _is_named(context: Context, attribution: Attribution) -> bool:
    """Not "The" alone."""
    return any(w.lemma not in _ARTICLES for span in attribution.source for w in context.words_in(span))


def _is_inside(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether what nobody in particular says is part of what somebody says: "ten are believed lost, she said"."""
    whole = hull((*attribution.cue, *attribution.content))
    named = (a for a in others if a.source and a is not attribution)
    return any(covered(joined(a.content), *whole) > _MOSTLY * (whole.end - whole.start) for a in named)


def _matches(context: Context, attribution: Attribution, name: str) -> bool:
    return bool(pattern(name).search(hull(attribution.cue).of(context.text).lower()))


def _with_verb(context: Context, attribution: Attribution) -> Attribution:
    """A cue of auxiliaries alone ("do", "to") with the verb behind them."""
    lemmas = {word.lemma for span in attribution.cue for word in context.words_in(span)}
    tokens, cue = context.annotated.tokens, hull(attribution.cue)
    if not lemmas <= wordset("bare") or not tokens:
        return attribution
    behind = context.tokens_in(Span(cue.end, context.sentence(cue.start).end))[:4]
    verb = next((i for i in behind if _completes(context, i, "be" in lemmas)), None)
    if verb is None:
        return replace(attribution, source=(), content=())
    grown = Span(cue.start, tokens[verb].span.end)
    left = [Span(*part) for piece in attribution.content for part in gaps(_inside(grown, piece), *piece)]
    return replace(attribution, cue=(grown,), content=tuple(left))


def _completes(context: Context, index: int, being: bool) -> bool:
    """Whether a word makes auxiliaries a cue: a verb of saying; behind "be" also "concerned", "sure"."""
    token = context.annotated.tokens[index]
    if being:
        return token.tag in {"VERB", "ADJ"}
    return token.tag == "VERB" and lexicon().verb(forms(token.span.of(context.text).lower())[0]) is not None


def _is_cue(context: Context, attribution: Attribution) -> bool:
    """Not "a Dutch", not a wish to stay unnamed."""
    tokens = context.annotated.tokens
    inside = [tokens[i].tag for span in attribution.cue for i in context.tokens_in(span)]
    first = min(attribution.content).of(context.text).lower() if attribution.content else ""
    if pattern("anonymity").search(first):
        return False
    return not inside or not _WEAK.issuperset(inside) or is_according(context, attribution)


def _unspoken(context: Context, attribution: Attribution) -> Attribution:
    """In a passive whoever is told, asked or accused does not speak, but belongs to what is said."""
    tokens = context.annotated.tokens
    verbs = [i for span in attribution.cue for i in context.tokens_in(span) if tokens[i].tag == "VERB"]
    patients = [j for i in verbs for j in context.children[i] if tokens[j].relation == "nsubj:pass"]
    for patient in patients:
        held = [s for s in attribution.source if s.contains(tokens[patient].span)]
        if held:
            return replace(attribution, source=(), content=joined((*held, *attribution.content)))
    return attribution


def _inside(span: Span, whole: Span) -> list[Span]:
    return [Span(max(span.start, whole.start), min(span.end, whole.end))] if span.overlaps(whole) else []


def _once(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Of those whose cues overlap, the one of which the model is surer."""
    kept: set[Attribution] = set()
    taken: list[Span] = []
    for each in sorted(attributions, key=lambda a: -a.score):
        if not any(span.overlaps(other) for span in each.cue for other in taken):
            kept.add(each)
            taken += each.cue
    return [a for a in attributions if a in kept]


def _is_asked(context: Context, attribution: Attribution) -> bool:
    """ "questioned about the ships": who is asked does not speak."""
    if _matches(context, attribution, "asked"):
        return True
    if not _matches(context, attribution, "asking"):
        return False
    firsts = (context.words_in(piece)[:1] for piece in attribution.content)
    return any(first[0].lemma in wordset("asked_about") for first in firsts if first)


def _named_next(context: Context, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """With the name right behind the cue, where the source before it speaks under another cue:
    "..., according to officials, reported The Times"."""
    cue = hull(attribution.cue)
    same = [a for a in others if a is not attribution and a.source == attribution.source != ()]
    if not any(_distance(a) < _distance(attribution) and hull(a.source).end <= cue.start for a in same):
        return attribution
    behind = [span for span in context.named if cue.end <= span.start <= cue.end + NAMED_NEXT]
    clear = [span for span in behind if not covered(joined(attribution.content), *span)]
    return replace(attribution, source=(max(clear, key=lambda s: s.end),)) if clear else attribution


def _distance(attribution: Attribution) -> int:
    cue, source = hull(attribution.cue), hull(attribution.source)
    return max(cue.start - source.end, source.start - cue.end)


def _with_question(context: Context, attribution: Attribution, asked: Sequence[Attribution]) -> Attribution:
    """What was asked belongs to a refusal to comment: "when questioned about the transfers"."""
    if not asked or of_cue(context, attribution)[1] is not Stance.DECLINES:
        return attribution
    sentence = context.sentence(hull(attribution.cue).start)
    length = sum(context.count_in(span) for span in attribution.content)
    questions = [s for a in asked for s in a.content if sentence.contains(s)] if length <= STRAY else []
    return replace(attribution, content=joined((*attribution.content, *questions)))


def _completed(context: Context, attribution: Attribution) -> Attribution:
    """Without a content, with what hangs on its verb."""
    if attribution.content:
        return attribution
    found = governed(context, attribution.cue)
    if any(piece.overlaps(span) for piece in found for span in attribution.source):
        found = ()  # "cited by Oslo": who does it hangs on the verb too
    return replace(attribution, content=found or _undergone(context, attribution))


def _undergone(context: Context, attribution: Attribution) -> tuple[Span, ...]:
    """The subject of a passive whose doer is named: "the plan was rejected by Oslo"."""
    tokens = context.annotated.tokens
    verbs = [i for span in attribution.cue for i in context.tokens_in(span) if tokens[i].tag == "VERB"]
    patients = [j for i in verbs for j in context.children[i] if tokens[j].relation == "nsubj:pass"]
    return tuple(context.subtree(j) for j in patients[:1]) if attribution.source else ()


def _with_rejected(context: Context, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """What is denied or doubted may be somebody's word: "rejected on Monday a Danish claim that ..."."""
    if attribution.content or of_cue(context, attribution)[1] not in {Stance.DENIES, Stance.DOUBTS}:
        return attribution
    end = hull(attribution.cue).end
    whole = Span(end, context.sentence(end - 1).end)
    inner = [a for a in others if a is not attribution and a.content and whole.contains(hull(a.cue))]
    spans = next((hull((*a.source, *a.cue, *a.content)) for a in inner if not _has_verb(context, a)), None)
    fits = spans is not None and whole.contains(spans)
    return replace(attribution, content=(spans,)) if spans and fits else attribution


def _shared(context: Context, attribution: Attribution, others: Sequence[Attribution]) -> Attribution:
    """With the source of the verb it is joined to: "said ... and added", "..., adding that"."""
    if attribution.source:
        return attribution
    subject = speaker(context, attribution.cue)
    if subject is None:
        return attribution
    named = (a.source for a in others if a.source and hull(a.source).overlaps(subject))
    return replace(attribution, source=next(named, (subject,)))


def _says(context: Context, attribution: Attribution) -> bool:
    """Without content or without source, only where the cue holds a verb of saying."""
    if _is_adjective(context, attribution) or _is_shown(context, attribution):
        return False
    lemmas = [word.lemma for span in attribution.cue for word in context.words_in(span)]
    if attribution.content and attribution.source:
        return not _is_doing(context, attribution, lemmas)
    if (
        not attribution.source
        and lemmas[:1]
        and set(lemmas[:1]) <= wordset("auxiliaries")
        and len(lemmas) > 1
    ):
        return bool(pattern("impersonal").search(" ".join(lemmas)))
    entries = [entry for lemma in lemmas if (entry := lexicon().verb(lemma))]
    spoken = any(e.group != "perceiving" for e in entries) and _has_verb(context, attribution)
    return spoken or (not attribution.source and bool(pattern("hearsay").search(" ".join(lemmas))))


def _is_doing(context: Context, attribution: Attribution, lemmas: Sequence[str]) -> bool:
    """Whether a cue is no way of speaking at all ("had served that sentence"); a quotation makes it one."""
    source = hull(attribution.source).of(context.text).lower()
    if source in {"it", "there"} and pattern("seems").match(" ".join(lemmas)):
        return True
    if any(context.quotes_in(span) for span in attribution.content):
        return False
    tokens = context.annotated.tokens
    verbs = [i for span in attribution.cue for i in context.tokens_in(span) if tokens[i].tag == "VERB"]
    last = lexicon().lemmas.get(tokens[verbs[-1]].span.of(context.text).lower(), "") if verbs else ""
    goes_on = len(verbs) > 1 and tokens[verbs[-1]].relation == "xcomp" and not last
    known = any(True for at in range(len(lemmas)) for _ in lexicon().at(lemmas, at))
    return bool(verbs) and (goes_on or not known)


def _is_adjective(context: Context, attribution: Attribution) -> bool:
    """ "Norway's alleged plan": nobody is said to allege it."""
    owner = not attribution.source or hull(attribution.source).of(context.text).endswith(
        ("'s", "’s", "s'", "s’")
    )
    return owner and _matches(context, attribution, "adjective")


def _is_shown(context: Context, attribution: Attribution) -> bool:
    """ "images, which show ...": a thing without a name of its own that shows something."""
    source = " ".join(span.of(context.text) for span in attribution.source).lower()
    return source in {"which", "that"} and _matches(context, attribution, "shows")


def _has_verb(context: Context, attribution: Attribution) -> bool:
    """Without syntax, taken to be so; "according to" counts as a verb."""
    tokens = context.annotated.tokens
    inside = (i for span in attribution.cue for i in context.tokens_in(span))
    return not tokens or is_according(context, attribution) or any(tokens[i].tag == "VERB" for i in inside)


def _is_named_twice(context: Context, attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether a noun for saying stands inside what a verb of saying governs: "expressed concerns over"."""
    if _has_verb(context, attribution) or not attribution.content:
        return False
    whole = hull((*attribution.cue, *attribution.content))
    same = (a for a in others if a is not attribution and a.source == attribution.source)
    return any(covered(joined((*a.cue, *a.content)), *whole) > 0.8 * (whole.end - whole.start) for a in same)
