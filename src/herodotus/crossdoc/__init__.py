"""What documents say together: stories, claims, positions, origins, differences, timelines."""

from __future__ import annotations

from herodotus.crossdoc.gathering import gather

__all__ = ["gather"]
