"""Entities of one document: chains of mentions that mean the same, with name, country and role."""

from __future__ import annotations

from dataclasses import replace

from herodotus.data.annotations import Annotated
from herodotus.resolution import naming, sources
from herodotus.resolution.drafts import Cast


def resolve(annotated: Annotated) -> Annotated:
    """The same document with `entities` filled.

    Every source span of every attribution (trimmed of punctuation and white space as by `sources.trim`) is a mention
    of exactly one entity, so the next stage finds the speaker by span.
    """
    cast = Cast(annotated)
    naming.fill(cast)
    sources.resolve(cast)
    return replace(annotated, entities=cast.entities())
