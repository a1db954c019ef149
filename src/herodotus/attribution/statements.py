"""Attributions -> Statements, then what the publisher tells itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from herodotus.attribution.chain import Chain, chains, passes_on
from herodotus.attribution.contents import of_content
from herodotus.attribution.context import Context, context
from herodotus.attribution.evidence import evidence
from herodotus.attribution.links import Link, links
from herodotus.attribution.manner import manner
from herodotus.attribution.mending import mended
from herodotus.attribution.narration import narrated
from herodotus.attribution.quotations import continued
from herodotus.attribution.refusals import refusals
from herodotus.attribution.rules import missed
from herodotus.attribution.sources import narrator
from herodotus.attribution.stance import in_words, stances
from herodotus.attribution.vectors import vector
from herodotus.data.annotations import Annotated
from herodotus.data.documents import Span
from herodotus.data.statements import Evidence, Manner, Stance, Statement

NARRATED = 1.0  # score: nothing was guessed, the words stand in the publisher's own voice


def attribute(annotated: Annotated) -> tuple[Statement, ...]:
    """Who says what in one document, in text order; the publisher's own narration included."""
    ctx = context(annotated)
    read = mended(ctx, annotated.attributions)
    read += tuple(missed(ctx, read))
    read += tuple(refusals(ctx, read))
    read += tuple(continued(ctx, read))
    found = links(ctx, read)
    relays = chains(ctx, found)
    said = [
        statement
        for link, chain in zip(found, relays, strict=True)
        if not passes_on(link, found)
        for statement in _said(ctx, link, found, chain)
    ]
    taken = [span for a in read for span in (*a.source, *a.cue, *a.content)]
    told = [_told(ctx, content) for content in narrated(ctx, taken)]
    return _numbered([*said, *told])


def _said(ctx: Context, link: Link, others: tuple[Link, ...], chain: Chain) -> Iterator[Statement]:
    rests_on = evidence(ctx, link, others, chain)
    for content, given in stances(ctx, link.attribution, link.source):
        stance = Stance.DENIES if given is Stance.ASSERTS and in_words(ctx, content, others) else given
        if not content and stance is Stance.ASSERTS:
            continue
        yield Statement(
            id="",
            document=ctx.annotated.document.id,
            source=link.source,
            cue=link.attribution.cue,
            content=content,
            manner=manner(ctx, content),
            stance=stance,
            evidence=rests_on,
            chain=chain,
            score=link.attribution.score,
            vector=vector(ctx, content),
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
        vector=vector(ctx, content),
    )


def _numbered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    ordered = sorted(statements, key=_place)
    return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(ordered, 1))


def _place(statement: Statement) -> tuple[int, int]:
    return min((*statement.content, *statement.cue)).start, min((*statement.cue, *statement.content)).start
