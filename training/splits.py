"""Which records of a set without published parts are kept for measuring. Training and benchmarks both ask here."""

from __future__ import annotations


def held(number: int) -> bool:
    """PLOVER's gold records: every third, by its 0-based line."""
    return number % 3 == 2


def held_tenth(number: int) -> bool:
    """re3d: every tenth document, by its 0-based line."""
    return number % 10 == 9
