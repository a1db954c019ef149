"""What is said to have happened: PLOVER events from words and syntax."""

from __future__ import annotations

from herodotus.events.coder import code

__all__ = ["code"]
