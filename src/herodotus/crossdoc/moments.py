"""The times of a claim: when each statement has it happen."""

from __future__ import annotations

from herodotus.crossdoc.claims import Gathered
from herodotus.crossdoc.figures import Figure, Held, held
from herodotus.data.annotations import Timex


def moments(gathered: Gathered) -> list[list[Figure]]:
    """The different dated times of the claim's events, as one list; empty where there are none."""
    found: dict[str, list[tuple[Timex, Held]]] = {}
    for p in gathered.propositions:
        if p.event is not None and p.event.time is not None and p.since is not None:
            time = p.reading.annotated.times[p.event.time]
            found.setdefault(f"{time.since}/{time.until}", []).append((time, held(p, time.span)))
    values = [Figure(same[0][0], tuple(each for _, each in same)) for same in found.values()]
    return [values] if len(values) > 1 else []
