"""Who is meant: entities within one document, actors across documents."""

from herodotus.resolution.actors import actors, index
from herodotus.resolution.entities import resolve
from herodotus.resolution.fragments import trim

__all__ = ["actors", "index", "resolve", "trim"]
