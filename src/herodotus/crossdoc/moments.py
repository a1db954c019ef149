"""The times of a claim: when each statement has it happen."""

from __future__ import annotations

from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.figures import Figure, Held
from herodotus.crossdoc.propositions import Proposition
from herodotus.crossdoc.voices import voice
from herodotus.data.annotations import Timex
from herodotus.data.claims import Place


def moments(gathered: Gathered) -> list[list[Figure]]:
    """The different dated times of the claim's events, as one list; empty where there are none."""
    found: dict[str, list[tuple[Timex, Held]]] = {}
    for p in gathered.propositions:
        if p.event is not None and p.event.time is not None and p.since is not None:
            time = p.reading.annotated.times[p.event.time]
            found.setdefault(f"{time.since}/{time.until}", []).append((time, _holding(p, time)))
    values = [Figure(same[0][0], tuple(held for _, held in same)) for same in found.values()]
    return [values] if len(values) > 1 else []


def _holding(p: Proposition, time: Timex) -> Held:
    written = " ".join(time.span.of(p.reading.annotated.document.text).split())
    return Held(voice(p.reading, p.statement), written, Place(p.document, time.span))
