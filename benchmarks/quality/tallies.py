"""Counts of what should be found, what was found, and what of it is right."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: Set[object], found: Set[object]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        self.right += len(gold & found)

    def f1(self) -> float:
        """In percent, to one digit; 0 where there is nothing at all."""
        return round(200 * self.right / max(1, self.gold + self.found), 1)
