"""How a claim stands to others of its story, as it is told beside the claim: from either side."""

from __future__ import annotations

from dataclasses import dataclass

from herodotus.data.claims import RelationClass, Story

TOLD = {
    RelationClass.CONTRADICTS: ("contradicts", "contradicts"),
    RelationClass.UPDATES: ("updates", "is updated by"),
    RelationClass.PART: ("is part of", "has as a part"),
    RelationClass.FOLLOWS: ("follows from", "leads to"),
}
"""What the first claim of a relation does, and what the second does."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`words` to the claim with the id `other`, and why."""

    words: str
    other: str
    reason: str


def ties(story: Story) -> dict[str, tuple[Tie, ...]]:
    """By the id of the claim beside which they are told."""
    found: dict[str, list[Tie]] = {}
    for relation in story.relations:
        active, passive = TOLD[relation.kind]
        found.setdefault(relation.claim, []).append(Tie(active, relation.other, relation.reason))
        found.setdefault(relation.other, []).append(Tie(passive, relation.claim, relation.reason))
    return {claim: tuple(ties) for claim, ties in found.items()}
