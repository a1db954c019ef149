"""What is said to have happened: PLOVER events from words and syntax, and who came to harm."""

from __future__ import annotations

from herodotus.data.annotations import Annotated
from herodotus.data.tolls import Toll, Total
from herodotus.events.coder import code
from herodotus.events.tolls import tolls as _tolls
from herodotus.events.totals import totals as _totals

__all__ = ["casualties", "code"]


def casualties(annotated: Annotated) -> tuple[tuple[Toll, ...], tuple[Total, ...]]:
    """Every toll of a document, and the whole of each outcome."""
    found = _tolls(annotated)
    return found, _totals(annotated, found)
