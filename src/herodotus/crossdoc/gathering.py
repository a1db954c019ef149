"""From readings to stories: the steps of gathering, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from herodotus.crossdoc.casualties import casualties
from herodotus.crossdoc.claims import Gathered, claims
from herodotus.crossdoc.dating import dated
from herodotus.crossdoc.differences import differences
from herodotus.crossdoc.relations import relations
from herodotus.crossdoc.stories import stories
from herodotus.crossdoc.tallies import tally_differences, without_tallies
from herodotus.crossdoc.timeline import timeline
from herodotus.crossdoc.titles import title_differences
from herodotus.data.claims import Claim, Origin, Story
from herodotus.data.statements import Reading


def gather(readings: Sequence[Reading]) -> tuple[Story, ...]:
    """Stories with their claims, differences and timeline; every reading is in exactly one story.

    The same readings in another order give the same result, ids included.
    """
    numbers = count(1)
    groups = sorted(stories(readings), key=lambda g: (-len(g), [r.annotated.document.id for r in g]))
    return tuple(_story(f"s{n}", group, numbers) for n, group in enumerate(groups, start=1))


def _story(identity: str, readings: Sequence[Reading], numbers: Iterator[int]) -> Story:
    readings = dated(readings)
    gathered = _numbered(claims(readings), numbers)
    rows = casualties(readings)
    return Story(
        id=identity,
        title=_title(readings, gathered),
        documents=tuple(sorted(r.annotated.document.id for r in readings)),
        claims=tuple(each.claim for each in gathered),
        differences=(
            *tally_differences(rows, readings, gathered),
            *without_tallies(differences(gathered), rows, gathered),
            *title_differences(readings),
        ),
        timeline=timeline(gathered),
        casualties=rows,
        relations=relations(gathered),
    )


def _numbered(gathered: Sequence[Gathered], numbers: Iterator[int]) -> tuple[Gathered, ...]:
    """Give ids to claims and origins; an origin keeps its id where it stands behind several claims."""
    names: dict[str, str] = {}
    return tuple(
        replace(
            each,
            claim=replace(
                each.claim,
                id=f"c{next(numbers)}",
                origins=tuple(_named(o, names) for o in each.claim.origins),
            ),
        )
        for each in gathered
    )


def _named(origin: Origin, names: dict[str, str]) -> Origin:
    return replace(origin, id=names.setdefault(origin.label, f"o{len(names) + 1}"))


def _title(readings: Sequence[Reading], gathered: Sequence[Gathered]) -> str:
    """The title of the document that has most to do with the foremost claims, else the foremost claim."""
    foremost: list[Claim] = [each.claim for each in gathered[:5]]
    share = {
        r.annotated.document.id: sum(
            s.document == r.annotated.document.id for c in foremost for s in c.stands
        )
        for r in readings
    }
    titled = [r.annotated.document for r in readings if r.annotated.document.title]
    if titled:
        return max(titled, key=lambda d: (share[d.id], -len(d.title or ""), d.id)).title or ""
    return foremost[0].text if foremost else readings[0].annotated.document.id
