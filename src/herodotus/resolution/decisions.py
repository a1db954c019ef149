"""What a person decided of two actors: it wins over everything that names and stories say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from herodotus.compare.gazetteer import fold
from herodotus.data.actors import Bearer, Decision
from herodotus.resolution.items import Cluster, Item

SAME, DIFFERENT = "a person decided that they are the same", "a person decided that they are not the same"


def applied(
    clusters: Sequence[tuple[Cluster, str]], decisions: Iterable[Decision]
) -> list[tuple[Cluster, str]]:
    """The clusters, each with its reason, after all decisions; of two on the same pair the later one holds."""
    last = {frozenset({_key(d.first), _key(d.second)}): d for d in decisions}
    out = list(clusters)
    for decision in sorted(last.values(), key=lambda d: not d.same):
        out = _joined(out, decision) if decision.same else _parted(out, decision)
    return out


def _key(bearer: Bearer) -> tuple[str, str | None]:
    return fold(bearer.name), bearer.document


def _is(item: Item, bearer: Bearer) -> bool:
    here = bearer.document in (None, item.document.id)
    return here and fold(bearer.name) in {fold(name) for name in (item.entity.name, *item.named)}


def _joined(clusters: list[tuple[Cluster, str]], decision: Decision) -> list[tuple[Cluster, str]]:
    """All that holds one or the other becomes one, where both are there."""
    sides = [
        [cluster for cluster, _ in clusters if any(_is(item, bearer) for item in cluster)]
        for bearer in (decision.first, decision.second)
    ]
    meant = [cluster for side in sides for cluster in side]
    if not all(sides) or len({id(cluster) for cluster in meant}) == 1:
        return clusters
    rest = [pair for pair in clusters if not any(pair[0] is cluster for cluster in meant)]
    whole = [item for cluster, _ in clusters if any(cluster is m for m in meant) for item in cluster]
    return [*rest, (sorted(whole, key=lambda item: item.key), SAME)]


def _parted(clusters: list[tuple[Cluster, str]], decision: Decision) -> list[tuple[Cluster, str]]:
    """Who holds both loses the second, with all that is called as the second and not as the first."""
    out: list[tuple[Cluster, str]] = []
    for cluster, why in clusters:
        gone = [item for item in cluster if _is(item, decision.second) and not _closer(item, decision)]
        kept = [item for item in cluster if not any(item is other for other in gone)]
        both = gone and any(_is(item, decision.first) for item in kept)
        out += [(kept, DIFFERENT), (gone, DIFFERENT)] if both else [(cluster, why)]
    return out


def _closer(item: Item, decision: Decision) -> bool:
    """Whether both names fit and the first is the one that the document gives it."""
    return _is(item, decision.first) and fold(item.entity.name) == fold(decision.first.name) != fold(
        decision.second.name
    )
