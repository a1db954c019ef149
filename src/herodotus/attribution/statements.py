"""Attributions -> Statements, then what the publisher tells itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from herodotus.attribution.context import Context, context
from herodotus.attribution.manner import manner
from herodotus.attribution.narration import narrated
from herodotus.attribution.sources import narrator, source
from herodotus.attribution.contents import of_content
from herodotus.attribution.stance import stances
from herodotus.attribution.vectors import vector
from herodotus.data.annotations import Annotated, Attribution
from herodotus.data.documents import Span
from herodotus.data.statements import Evidence, Manner, Stance, Statement

NARRATED = 1.0  # score: nothing was guessed, the words stand in the publisher's own voice


def attribute(annotated: Annotated) -> tuple[Statement, ...]:
    """Who says what in one document, in text order; the publisher's own narration included."""
    ctx = context(annotated)
    attributions = annotated.attributions
    said = [statement for attribution in attributions for statement in _said(ctx, attribution)]
    taken = [span for a in attributions for span in (*a.source, *a.cue, *a.content)]
    told = [_told(ctx, content) for content in narrated(ctx, taken)]
    return _numbered([*said, *told])


def _said(ctx: Context, attribution: Attribution) -> Iterable[Statement]:
    who = source(ctx, attribution.source)
    for content, stance in stances(ctx, attribution, who):
        yield Statement(
            id="",
            document=ctx.annotated.document.id,
            source=who,
            cue=attribution.cue,
            content=content,
            manner=manner(ctx, content),
            stance=stance,
            evidence=Evidence.NONE,
            chain=(),
            score=attribution.score,
            vector=vector(ctx.annotated, content),
        )


def _told(ctx: Context, content: tuple[Span, ...]) -> Statement:
    who = narrator(ctx)
    future = of_content(ctx, content[0], who) is Stance.PREDICTS
    return Statement(
        id="",
        document=ctx.annotated.document.id,
        source=who,
        cue=(),
        content=content,
        manner=Manner.INDIRECT,
        stance=Stance.PREDICTS if future else Stance.ASSERTS,
        evidence=Evidence.NONE,
        chain=(),
        score=NARRATED,
        vector=vector(ctx.annotated, content),
    )


def _numbered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    ordered = sorted(statements, key=_place)
    return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(ordered, 1))


def _place(statement: Statement) -> tuple[int, int]:
    return min((*statement.content, *statement.cue)).start, min((*statement.cue, *statement.content)).start
