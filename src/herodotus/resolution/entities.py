"""Entities of one document: chains of mentions that mean the same, with name, country and role."""

from __future__ import annotations

from dataclasses import replace

from herodotus.data.annotations import Annotated
from herodotus.resolution import naming, sources
from herodotus.resolution.drafts import Cast


def resolve(annotated: Annotated) -> Annotated:
    """The same document with `entities` filled.

    The next stage finds a speaker by span: of the source spans of each attribution, trimmed as by
    `fragments.trim`, those that belong to its main phrase are mentions of exactly one entity, the speaker.
    """
    cast = Cast(annotated)
    naming.fill(cast)
    sources.resolve(cast)
    return replace(annotated, entities=cast.entities())
