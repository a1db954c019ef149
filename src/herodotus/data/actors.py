"""Who is meant across documents."""

from __future__ import annotations

from dataclasses import dataclass

from herodotus.data.annotations import Kind


@dataclass(frozen=True, slots=True)
class Use:
    """Words for an actor and where they stand: document ids, and the first and last publication dates among
    them
    (ISO 8601, None where no date is known)."""

    words: str
    documents: tuple[str, ...]
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity across documents.

    `country` holds ISO 3166 alpha-3 codes; `roles` and `aliases` say in which documents they are used;
    `entities` are pairs of document id and entity id; `reason` says in words why they were put together.
    """

    id: str
    name: str
    kind: Kind
    country: tuple[str, ...]
    roles: tuple[Use, ...]
    aliases: tuple[Use, ...]
    entities: tuple[tuple[str, str], ...]
    reason: str
