"""Who speaks: from the words that name a source to the one they mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from herodotus.attribution.context import Context, hull
from herodotus.attribution.lexicon import pattern
from herodotus.compare import agencies
from herodotus.data.annotations import Entity, Kind
from herodotus.data.documents import Span
from herodotus.data.statements import Source

UNSTATED = "unstated"
UNKNOWN_PUBLISHER = "unknown publisher"


def source(context: Context, spans: Sequence[Span]) -> Source:
    """The source these words name; `unstated` where there are none ("is believed to")."""
    if not spans:
        return Source((), UNSTATED)
    entity = entity_of(context, spans)
    if entity is None:
        return Source(tuple(spans), " ".join(hull(spans).of(context.text).split()))
    return Source(tuple(spans), entity.name, entity.id, entity.country)


def narrator(context: Context) -> Source:
    return Source((), context.annotated.document.publisher or UNKNOWN_PUBLISHER)


def entity_of(context: Context, spans: Sequence[Span]) -> Entity | None:
    """The entity whose mention these words are; failing that, the one named by most of them."""
    whole = hull(spans)
    for exact in (whole, *spans):
        if exact in context.named:
            return context.named[exact]
    best = max(context.mentions_in(whole), key=lambda span: _likeness(span, whole), default=None)
    return context.named[best] if best is not None and not _only_where(context, best, whole) else None


def _only_where(context: Context, mention: Span, whole: Span) -> bool:
    """Whether a mention tells where somebody is or belongs, behind a noun of its own: "the owner of a ship off X"."""
    if context.named[mention].kind not in (Kind.PLACE, Kind.COUNTRY):
        return False
    heads = [context.annotated.tokens[i] for i in context.heads(whole)[:1]]
    return any(head.tag == "NOUN" and head.span.end < mention.start for head in heads)


@lru_cache(maxsize=4096)
def outlets(name: str) -> frozenset[str]:
    """The kinds of the listed outlets in a name: agency, state media, broadcaster, paper."""
    return frozenset(hit.agency.kind for hit in agencies.find(name))


@lru_cache(maxsize=4096)
def is_outlet(name: str) -> bool:
    """Whether a name is that of a paper, an agency, a broadcaster."""
    return agencies.agency(name) is not None or bool(pattern("outlet").search(name))


def _likeness(span: Span, whole: Span) -> float:
    """Shared length over the length of both; among equals the later one, as the head of a name is last."""
    shared = min(span.end, whole.end) - max(span.start, whole.start)
    return shared / (max(span.end, whole.end) - min(span.start, whole.start)) + span.start * 1e-9
