"""Entities of one document while they are being made."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from herodotus.data.annotations import Annotated, Entity, Form, Kind, Mention
from herodotus.data.documents import Span


@dataclass(slots=True, eq=False)
class Draft:
    """An entity that still gathers mentions; `gender` is "f", "m" or None, `plural` of groups, `roles` in
    order."""

    kind: Kind
    name: str
    country: tuple[str, ...] = ()
    roles: list[str] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    described: bool = False
    mentions: dict[Span, Mention] = field(default_factory=dict)

    @property
    def role(self) -> str | None:
        """The first role, or the fuller one that holds its words."""
        first = next(iter(self.roles), None)
        return next(
            (role for role in self.roles if first and role.endswith(first) and len(role) > len(first)), first
        )

    @property
    def first(self) -> int:
        return min(self.mentions).start if self.mentions else 0


_LONGEST = 120  # code points of a mention, as far as looking back for one goes


@dataclass(slots=True)
class Cast:
    """Everybody in one document: who has which span, in text order where asked for."""

    annotated: Annotated
    drafts: list[Draft] = field(default_factory=list)
    at: dict[Span, Draft] = field(default_factory=dict)
    by_key: dict[tuple[str, str], Draft] = field(default_factory=dict)
    ids: dict[Draft, str] = field(default_factory=dict)
    _order: list[Span] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.annotated.document.text

    def keyed(self, table: str, key: str, kind: Kind, name: str) -> Draft:
        """The draft of that key, made on first asking."""
        found = self.by_key.get((table, key))
        if found is None:
            found = self.by_key[table, key] = self.new(kind, name)
        return found

    def new(self, kind: Kind, name: str) -> Draft:
        self.drafts.append(Draft(kind, name))
        return self.drafts[-1]

    def mention(
        self, draft: Draft, span: Span, form: Form, kind: Kind | None = None, score: float = 1.0
    ) -> None:
        """Gives the span to the draft; who had it before loses it."""
        owner = self.at.get(span)
        if owner is not None and owner is not draft:
            owner.mentions.pop(span, None)
        draft.mentions[span] = Mention(span, kind or draft.kind, form, score)
        if owner is None:
            insort(self._order, span)
        self.at[span] = draft

    def within(self, span: Span) -> list[tuple[Span, Draft]]:
        """Mentions inside a span, in order, the longer first where they begin together."""
        inside = self._order[
            bisect_left(self._order, Span(span.start, 0)) : bisect_left(self._order, Span(span.end, 0))
        ]
        found = [(s, self.at[s]) for s in inside if s.end <= span.end]
        return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end))

    def overlapping(self, span: Span) -> list[tuple[Span, Draft]]:
        """Named mentions that share a character with a span, in order."""
        near = self._order[
            bisect_left(self._order, Span(span.start - _LONGEST, 0)) : bisect_left(
                self._order, Span(span.end, 0)
            )
        ]
        found = [(s, self.at[s]) for s in near if s.overlaps(span)]
        return [(s, d) for s, d in found if d.mentions[s].form is Form.NAMED]

    def named_before(self, position: int, kinds: Collection[Kind]) -> Iterator[tuple[Span, Draft]]:
        """Mentions that end before a place, nearest first."""
        for at in range(bisect_left(self._order, Span(position, 0)) - 1, -1, -1):
            span = self._order[at]
            if span.end <= position and self.at[span].kind in kinds:
                yield span, self.at[span]

    def merge(self, kept: Draft, gone: Draft) -> None:
        """All mentions of one draft become the other's."""
        for span, mention in list(gone.mentions.items()):
            kept.mentions[span] = mention
            self.at[span] = kept
        kept.roles += [role for role in gone.roles if role not in kept.roles]
        kept.country = kept.country or gone.country
        kept.gender = kept.gender or gone.gender
        self.drafts.remove(gone)
        self.by_key = {key: kept if draft is gone else draft for key, draft in self.by_key.items()}

    def entities(self) -> tuple[Entity, ...]:
        """Finished, in order of first mention, those of an earlier call first and under the same ids; drafts without a
        mention fall away."""
        alive = sorted((d for d in self.drafts if d.mentions), key=lambda d: (d.first, -len(d.name), d.name))
        for draft in alive:
            self.ids.setdefault(draft, f"e{len(self.ids) + 1}")
        return tuple(
            Entity(
                id=self.ids[draft],
                kind=draft.kind,
                name=draft.name,
                country=draft.country,
                mentions=tuple(sorted(draft.mentions.values(), key=lambda m: m.span)),
                role=draft.role,
            )
            for draft in self.ids
            if draft.mentions
        )


Named = Sequence[tuple[Span, Draft]]
