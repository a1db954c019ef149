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

    `country` holds ISO 3166 alpha-3 codes; `roles` and `aliases` say in which documents they are used; `entities` are
    pairs of document id and entity id; `reason` says in words why they were put together. `sector` is a PLOVER code
    (GOV, MIL, MED, ...), empty where nothing tells. `part_of` is the state of a ministry or an army. A coalition has
    `members`, as far as the texts name them, and `count`, how many they say there are. `publishes` and `relays` are
    the documents of an outlet and those of others that pass on what it says.
    """

    id: str
    name: str
    kind: Kind
    country: tuple[str, ...]
    roles: tuple[Use, ...]
    aliases: tuple[Use, ...]
    entities: tuple[tuple[str, str], ...]
    reason: str
    sector: str = ""
    part_of: str | None = None
    members: tuple[str, ...] = ()
    count: int | None = None
    publishes: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody by name, in one document or, where `document` is None, in all of them."""

    name: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two are the same, or are not. `made` is when (ISO 8601)."""

    same: bool
    first: Bearer
    second: Bearer
    made: str = ""
