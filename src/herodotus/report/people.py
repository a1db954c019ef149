"""Actors told in a line or as JSON."""

from __future__ import annotations

from dataclasses import asdict

from herodotus.data.actors import Actor


def shape(actor: Actor) -> dict[str, object]:
    """The record as JSON has it."""
    return {**asdict(actor), "kind": actor.kind.value}


def line(actor: Actor) -> str:
    """Name, what it is, and in how many documents: what is unknown is left out."""
    told = [actor.kind.value, " ".join(actor.country), actor.sector, _role(actor), _members(actor)]
    documents = len({document for document, _ in actor.entities})
    told.append(f"{documents} document{'s' if documents > 1 else ''}")
    return f"{actor.name}: {', '.join(filter(None, told))}"


def _role(actor: Actor) -> str:
    return "; ".join(role.words for role in actor.roles[:2])


def _members(actor: Actor) -> str:
    if actor.count is None:
        return ""
    return f"{actor.count} members" + (f", of them {'; '.join(actor.members)}" if actor.members else "")
