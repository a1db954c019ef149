"""The closed label sets of the heads."""

from __future__ import annotations

from dataclasses import dataclass

NAMES = ("PER", "ORG", "LOC", "MISC")
CONFLICT = (
    "Person",
    "Organisation",
    "Location",
    "Nationality",
    "Weapon",
    "MilitaryPlatform",
    "Vehicle",
    "Quantity",
    "Money",
    "Temporal",
    "DocumentReference",
)
# GUM's types, without the rare "plant" and "substance", which are objects here.
MARKABLES = ("person", "organization", "place", "object", "event", "time", "animal", "abstract")
TAGS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()  # noqa: SIM905
EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inventory:
    """Closed label sets read off the training data, kept beside the weights."""

    relations: tuple[str, ...]
    lemmas: tuple[str, ...]  # "cut+suffix", on lower-cased forms
