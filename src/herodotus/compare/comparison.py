"""What a comparison of two values gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Relation(Enum):
    """How two values stand to each other. INCOMPARABLE: of different things, or one of them unknown. KIND_OF, OVERLAP
    and DIFFERENT are of things that have classes."""

    SAME = "same"
    CONVERSION = "unit conversion or rounding"
    PRECISION = "precision"
    CONFLICT = "conflict"
    INCOMPARABLE = "incomparable"
    KIND_OF = "kind of"
    OVERLAP = "overlapping"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` from 0 (cannot both hold) to 1 (say the same); `reason` in words that a reader is shown."""

    score: float
    relation: Relation
    reason: str
