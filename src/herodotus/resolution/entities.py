"""Entities of one document: chains of mentions that mean the same, with name, country and role."""

from __future__ import annotations

from dataclasses import replace

from herodotus.data.annotations import Annotated, Entity
from herodotus.resolution import naming, participants, places, sources
from herodotus.resolution.drafts import Cast


def resolve(annotated: Annotated) -> Annotated:
    """The same document with `entities` filled, and `participants` where the model's chains are there.

    The next stage finds a speaker by span: of the source spans of each attribution, trimmed as by
    `fragments.trim`, those that belong to its main phrase are mentions of exactly one entity, the speaker.
    """
    cast = Cast(annotated)
    naming.fill(cast)
    sources.resolve(cast)
    entities = cast.entities()
    return places.located(replace(annotated, entities=entities, participants=_participants(cast)))


def _participants(cast: Cast) -> tuple[Entity, ...]:
    if not cast.annotated.chains:
        return ()
    participants.join(cast)
    return cast.entities()
