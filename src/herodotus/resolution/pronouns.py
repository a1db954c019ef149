"""Pronouns led back to the one they mean."""

from __future__ import annotations

import re

from herodotus.data.annotations import Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.history import History, Turn
from herodotus.resolution.lexicon import plurals
from herodotus.resolution.phrases import Phrase

_PERSON = (Kind.PERSON,)
_BODIES = (Kind.ORGANISATION, Kind.COUNTRY)


def pronoun(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """The antecedent of a pronoun that speaks; None where there is nobody to be found."""
    kind, at = phrase.pronoun, phrase.span.start
    if kind in {"m", "f"}:
        return _person(cast, history, at, kind, _before(cast, phrase.span))
    if kind in {"who", "which"}:
        return _relative(cast, phrase.span)
    if kind == "it":
        return _thing(cast, history, at)
    if kind == "they":
        return _group(cast, history, at)
    if kind == "i":
        return _enclosing(history, phrase.span)
    return None


_HE_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")


def free_pronouns(cast: Cast) -> list[Span]:
    """Every "he" and "she" outside page furniture that is no source, in order."""
    sources = {s.start for a in cast.annotated.attributions for s in a.source}
    regions = [region.span for region in cast.annotated.document.regions]
    found = [Span(*m.span()) for m in _HE_SHE.finditer(cast.text)]
    return [s for s in found if s.start not in sources and not any(r.contains(s) for r in regions)]


def settle(cast: Cast, history: History, span: Span) -> None:
    """Adds a pronoun to the chain of the one it means; quoted words are left alone, as others speak there."""
    if span in cast.at or history.quoted(span.start):
        return
    found = _person(cast, history, span.start, "f" if span.of(cast.text).lower() == "she" else "m")
    if found is not None:
        cast.mention(found, span, Form.PRONOUN)


def possessor(cast: Cast, history: History, phrase: Phrase) -> Draft | None:
    """Who "his", "her" or "its" is, in "his letter"."""
    at = phrase.span.start
    if phrase.possessor in {"m", "f"}:
        return _person(cast, history, at, phrase.possessor)
    return _thing(cast, history, at) if phrase.possessor == "it" else _group(cast, history, at)


def _fits(draft: Draft, gender: str) -> bool:
    return draft.kind is Kind.PERSON and not draft.plural and draft.gender in (None, gender)


_SPOKE = 2  # sentences back to the last speaker
_REACH = 6  # sentences back that "he" and "she" are looked for


def _before(cast: Cast, span: Span) -> tuple[Span, ...]:
    """What a source says before it is named: "The bridge was safe, she said"."""
    own = (a.content for a in cast.annotated.attributions if span in a.source)
    return tuple(piece for content in own for piece in content if piece.end <= span.start)


_VOICES = re.compile(r"\bspokes(man|woman|person)\b")


def _is_voice(turn: Turn, gender: str) -> bool:
    """Whether a body spoke through somebody who can be "he" or "she": "a ministry spokesman"."""
    voice = _VOICES.search(turn.source.of(turn.text).lower())
    return voice is not None and turn.draft.kind in _BODIES and voice[1] != {"m": "woman", "f": "man"}[gender]


def _person(cast: Cast, history: History, at: int, gender: str, own: tuple[Span, ...] = ()) -> Draft | None:
    """Subject of the sentence so far, else the last speaker, else the first person of a sentence before.

    `own` is what the one meant says there: of its subject somebody else speaks, if somebody spoke before."""
    candidates = _by_sentence(cast, history, at, gender)
    here = history.sentence(at)
    speaker = next((t for t in history.before(at) if _fits(t.draft, gender) or _is_voice(t, gender)), None)
    if speaker is not None and _is_voice(speaker, gender) and speaker.draft.kind in _BODIES:
        near = here - history.sentence(speaker.source.start) <= 1
        if near and not [n for n in candidates if n > history.sentence(speaker.source.start)]:
            return speaker.draft
        speaker = next((t for t in history.before(at) if _fits(t.draft, gender)), None)
    if own and speaker is not None and 0 < here - history.sentence(speaker.source.start) <= _SPOKE:
        candidates = {n: d for n, d in candidates.items() if n < history.sentence(own[0].start)}
    found = candidates.get(here)
    if found is None and speaker is not None:
        spoken = history.sentence(speaker.source.start)
        later = [n for n in candidates if spoken < n < here]
        found = candidates[max(later)] if later and here - spoken > 1 else speaker.draft
        if here - spoken > _REACH:
            found = candidates[max(later)] if later else speaker.draft
    if found is None and candidates:
        found = candidates[max(candidates)]
    if found is not None:
        found.gender = found.gender or gender
    return found


def _by_sentence(cast: Cast, history: History, at: int, gender: str) -> dict[int, Draft]:
    """The first fitting person named in each sentence before a place, quoted words left out."""
    found: dict[int, Draft] = {}
    here = history.sentence(at)
    for span, draft in cast.named_before(at, _PERSON):
        number = history.sentence(span.start)
        if here - number > _REACH:
            break
        possessive = cast.text[span.end : span.end + 2] in {"’s", "'s"}
        if _fits(draft, gender) and not history.quoted(span.start) and not (possessive and number in found):
            found[number] = draft
    return found


def _relative(cast: Cast, span: Span) -> Draft | None:
    """The name, or description, right before "who"."""
    near = [(s, d) for s, d in cast.within(Span(max(0, span.start - _RELATIVE_REACH), span.start))]
    near = [
        (s, d)
        for s, d in near
        if span.start - s.end <= _RELATIVE_GAP and _APPOSED.fullmatch(cast.text[s.end : span.start])
    ]
    named = [(s, d) for s, d in near if d.kind in (*_PERSON, *_BODIES)]
    people_ = [(s, d) for s, d in named if d.kind is Kind.PERSON]
    chosen = people_ if span.of(cast.text).lower() in {"who", "whom"} and people_ else named
    if chosen:
        return max(chosen, key=lambda pair: pair[0].end)[1]
    if span.of(cast.text).lower() not in {"who", "whom", "that", "which"}:
        return None
    window = cast.text[max(0, span.start - _RELATIVE_GAP) : span.start]
    noun = _NOUN_BEFORE.search(window)
    if noun is None or noun[1].lower() in _NO_NOUN:
        return None
    label = _people_before(window) if span.of(cast.text).lower() in {"who", "whom"} else None
    draft = cast.new(Kind.OTHER, label or noun[1])
    draft.described, draft.plural = True, draft.name.endswith("s")
    return draft


def _people_before(window: str) -> str | None:
    """The last noun for persons: "candidates" of "candidates in close races"."""
    clause = re.split(r"[.!?;]\s", window)[-1]
    people = [m for m in re.finditer(r"[A-Za-z-]+", clause) if m[0].lower() in plurals("people")]
    return people[-1][0] if people else None


_APPOSED = re.compile(r"(?:[’']s?)?(?: \([^()]*\))?(?:,?\s*|,[^.;!?]*,\s*|,\s+(?:an?|the)\s+[^,.;!?]*)")

_NOUN_BEFORE = re.compile(
    r"(?<![\w’'-])((?:(?!(?:an?|the|those|of|to|for|in|by|with|and|from|on|at|is|was|are|said|been|has|have|had|that|as)\b)[a-z][\w-]*\s+){0,2}"
    r"[A-Za-z][\w-]*),?\s+$"
)

_NO_NOUN = {"and", "or", "but", "all", "so", "if", "than", "now", "say", "said", "says", "is", "was", "it"}
_RELATIVE_REACH = 160

_RELATIVE_GAP = 60  # code points: an apposition may stand between the name and its "who"


def _thing(cast: Cast, history: History, at: int) -> Draft | None:
    """A body or state: one that speaks in this sentence or the two before, else the first named in them."""
    here = history.sentence(at)
    for turn in history.before(at):
        near = here - history.sentence(turn.source.start) <= 2
        if near and (
            turn.draft.kind in _BODIES
            or (turn.draft.described and not turn.draft.plural and turn.draft.kind is not Kind.PERSON)
        ):
            return turn.draft
    firsts: dict[int, Draft] = {}
    for span, draft in cast.named_before(at, _BODIES):
        number = history.sentence(span.start)
        if here - number > 2:
            break
        if not history.quoted(span.start) and draft.mentions[span].kind is not Kind.NATIONALITY:
            firsts[number] = draft
    return firsts[max(firsts)] if firsts else None


def _group(cast: Cast, history: History, at: int) -> Draft | None:
    """Those who spoke last as several; else a body; else the last speaker of all (a person called "they")."""
    here = history.sentence(at)
    near = [t for t in history.before(at) if here - history.sentence(t.source.start) <= 3]
    for fits in (lambda d: d.plural, lambda d: d.kind in _BODIES, lambda d: True):
        for turn in near:
            if fits(turn.draft):
                return turn.draft
    return _thing(cast, history, at)


def _enclosing(history: History, span: Span) -> Draft | None:
    """Inside quoted words "I" and "we" are whoever is quoted."""
    around = [t for t in history.turns if any(c.contains(span) for c in t.attribution.content)]
    if around:
        return min(around, key=lambda t: sum(c.end - c.start for c in t.attribution.content)).draft
    return None
