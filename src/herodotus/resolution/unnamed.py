"""Persons and bodies without a name, put together within one story: "the driver" of two reports of one crash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from herodotus.data.annotations import Kind
from herodotus.resolution.items import Cluster, Item, nouns, states_differ
from herodotus.resolution.lexicon import alike, words

SHARE = 1 / 3  # of the uses of a noun in a story; measured on ECB+ train


def joined(clusters: Sequence[Cluster], items: Iterable[Item]) -> tuple[list[Cluster], list[Cluster]]:
    """The clusters of names, each with the descriptions that mean it in some story; and what stays without a name."""
    out = [list(cluster) for cluster in clusters]
    left: list[Cluster] = []
    by_story: dict[str, list[Cluster]] = {}
    for cluster in out:
        for story in {item.story for item in cluster}:
            by_story.setdefault(story, []).append(cluster)
    for item in sorted(items, key=_weight):
        near = by_story.setdefault(item.story, [])
        home = _home(item, near)
        if home is None:
            home = []
            near.append(home)
            left.append(home)
        home.append(item)
    return out, left


def _weight(item: Item) -> tuple[int, tuple[int, str, str, str]]:
    return -sum(item.nouns.values()), item.key


def _home(item: Item, near: Sequence[Cluster]) -> Cluster | None:
    """The cluster of the story to which most of the uses of the item's nouns belong."""
    if not item.nouns or _secret(item):
        return None
    fitting = [cluster for cluster in near if _fits(item, cluster)]
    uses = [_uses(item, cluster) for cluster in near if _one_kind(item, cluster)]
    scored = [(_uses(item, cluster), -n) for n, cluster in enumerate(fitting)]
    best, number = max(scored, default=(0, 0))
    return fitting[-number] if best and best >= SHARE * sum(uses) else None


def _one_kind(item: Item, cluster: Cluster) -> bool:
    """Whether both are persons or both bodies, as far as that is known."""
    kinds = {item.entity.kind, cluster[0].entity.kind}
    return len(kinds) == 1 or (Kind.OTHER in kinds and not cluster[0].named)


def _secret(item: Item) -> bool:
    """Sources that are not named on purpose, officials and "allies" or "any state" may be others each time."""
    called = item.entity.name.lower().split()
    hidden = not words("unnamed").isdisjoint(called) or not words("quantifiers").isdisjoint(called[:1])
    return hidden or not words("vague").isdisjoint(item.nouns)


def _fits(item: Item, cluster: Cluster) -> bool:
    here = [other for other in cluster if other.story == item.story]
    return _one_kind(item, cluster) and not any(states_differ(other, item) for other in here)


def _uses(item: Item, cluster: Cluster) -> int:
    """How often the story calls the cluster by the nouns of the item."""
    called = nouns(other for other in cluster if other.story == item.story)
    return sum(called[word] for word in frozenset().union(*map(alike, item.nouns)))
