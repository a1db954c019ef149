"""Who is meant: entities within one document."""

from herodotus.resolution.entities import resolve
from herodotus.resolution.sources import trim

__all__ = ["resolve", "trim"]
