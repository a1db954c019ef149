"""Who is meant: entities within one document, actors across documents."""

from herodotus.resolution.actors import actors, index
from herodotus.resolution.entities import resolve
from herodotus.resolution.fragments import trim
from herodotus.resolution.places import placed

__all__ = ["actors", "index", "placed", "resolve", "trim"]
