"""Small records to keep."""

from __future__ import annotations

import numpy as np

from herodotus.data.annotations import Annotated
from herodotus.data.claims import Claim, Position, Stand, Story
from herodotus.data.documents import Document, Span
from herodotus.data.statements import Evidence, Manner, Reading, Source, Stance, Statement

TEXT = "The harbour lost a crane, Norway said."


def reading(identity: str = "a", sha256: str = "00", publisher: str | None = "The Pier") -> Reading:
    document = Document(
        id=identity,
        origin=f"{identity}.txt",
        sha256=sha256,
        text=TEXT,
        publisher=publisher,
        published="2025-02-11",
    )
    return Reading(annotated(document), (statement(identity),), ())


def annotated(document: Document) -> Annotated:
    vectors = np.full((1, 384), 0.05, dtype=np.float32)
    return Annotated(document, (Span(0, len(TEXT)),), (), (), (), (), (), vectors)


def statement(document: str) -> Statement:
    return Statement(
        id="s1",
        document=document,
        source=Source((Span(26, 32),), "Norway", None, ("NOR",)),
        cue=(Span(33, 37),),
        content=(Span(0, 24),),
        manner=Manner.INDIRECT,
        stance=Stance.ASSERTS,
        evidence=Evidence.OFFICIAL,
        chain=(),
        score=0.9,
        vector=np.full(384, 0.05, dtype=np.float32),
    )


def story(identity: str = "t1") -> Story:
    claim = Claim(
        "c1", "The harbour lost a crane", (), (Stand("a", "s1", Position.ASSERTS, "same words"),), (), ()
    )
    return Story(identity, "A crane is lost", ("a",), (claim,), (), ())
