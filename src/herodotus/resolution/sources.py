"""Every source phrase of a document becomes a mention of exactly one entity."""

from __future__ import annotations

from itertools import pairwise

from herodotus.data.annotations import Attribution, Form, Kind
from herodotus.data.documents import Span
from herodotus.resolution import (
    descriptions,
    fragments,
    lexicon,
    people,
    pronouns,
    speakers,
)
from herodotus.resolution.drafts import Cast, Draft
from herodotus.resolution.history import History
from herodotus.resolution.lexicon import words


def resolve(cast: Cast) -> None:
    """Gives every source of every attribution to one draft, in text order, and every other "he" and "she"."""
    history = History(cast)
    waiting: list[Draft] = []
    sayings = fragments.cues(cast)
    free = sorted([*pronouns.free_pronouns(cast), *descriptions.free(cast)])
    for attribution in sorted(cast.annotated.attributions, key=_position):
        spans = [
            s for s in (fragments.trim(cast.text, span) for span in attribution.source) if s.end > s.start
        ]
        if not spans:
            continue
        main = fragments.phrase(cast, attribution, spans, sayings)
        while free and free[0].start < main.start:
            _settle(cast, history, free.pop(0))
        draft = speakers.meant(cast, history, main)
        for span in spans:
            _claim(cast, draft, span, main)
        waiting = _unmask(cast, waiting, draft, main)
        history.add(draft, main, attribution)
    for span in free:
        _settle(cast, history, span)
    _lend_countries(history)


def _settle(cast: Cast, history: History, span: Span) -> None:
    """What is no source joins a chain too, so that others find whom it means."""
    if span.of(cast.text).lower() in lexicon.pronouns():
        pronouns.settle(cast, history, span)
    else:
        descriptions.settle(cast, history, span)


def _lend_countries(history: History) -> None:
    """A speaker in an office whose state nothing tells has that of the institution which spoke right before.

    News names the house first and then its voice ("the White House ...; national security adviser Lee ...").
    """
    for before, turn in pairwise(history.turns):
        draft = turn.draft
        near = history.sentence(turn.source.start) - history.sentence(before.source.start) <= _LENDING
        house = before.draft.kind in (Kind.ORGANISATION, Kind.COUNTRY) and len(before.draft.country) == 1
        if (
            draft.kind is Kind.PERSON
            and not draft.country
            and near
            and house
            and people.bears_role(draft, words("offices"))
        ):
            draft.country = before.draft.country


_LENDING = 2  # sentences


def _position(attribution: Attribution) -> tuple[int, int]:
    starts = [span.start for span in attribution.source] or [span.start for span in attribution.cue]
    return min(starts, default=0), min((span.start for span in attribution.content), default=0)


def _claim(cast: Cast, draft: Draft, span: Span, main: Span) -> None:
    """A fragment becomes the speaker's mention; one apart from the phrase only if nobody has it."""
    if span in draft.mentions or (not main.overlaps(span) and span in cast.at):
        return
    pronoun = span.of(cast.text).lower() in lexicon.pronouns()
    cast.mention(draft, span, Form.PRONOUN if pronoun else Form.NOMINAL)


def _unmask(cast: Cast, waiting: list[Draft], draft: Draft, span: Span) -> list[Draft]:
    """A speaker first described ("Oslo's top envoy"), then called by a bare surname that nothing explains,
    is one person."""
    if draft.described and draft.kind is Kind.PERSON and not draft.plural and len(draft.mentions) == 1:
        return [draft]
    bare = draft.kind is Kind.PERSON and not draft.described and " " not in draft.name and not draft.roles
    if (
        bare
        and waiting
        and draft.first >= waiting[0].first
        and span.start - waiting[0].first < _UNMASKED_WITHIN
    ):
        described = waiting[0]
        draft.country = described.country
        cast.merge(draft, described)
        return []
    return waiting


_UNMASKED_WITHIN = 2500  # code points between the description and the surname
