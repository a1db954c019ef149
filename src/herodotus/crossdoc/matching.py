"""Propositions of one story into groups that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from herodotus.compare.texts import rarity
from herodotus.crossdoc.clusters import Likeness, Pair, clusters
from herodotus.crossdoc.features import Context, score
from herodotus.crossdoc.propositions import Proposition

SAMPLE, LEAST_SAMPLE = 200, 12
BOUNDS = (0.4, 0.7)
"""The 0.8 quantile was 0.45 in a story of short wire texts and 0.68 in one of long political ones."""
COMMON = 20
"""A word shared by more propositions than this brings no pair up for comparison; rarer words do."""


def matched(found: Sequence[Proposition]) -> list[list[Proposition]]:
    """Groups of propositions that say the same, in a fixed order."""
    context = context_of(found)
    compared = {pair: score(found[pair[0]], found[pair[1]], context) for pair in candidates(found)}
    likeness = Likeness(
        scores={pair: value for pair, value in compared.items() if value is not None},
        apart=frozenset(pair for pair, value in compared.items() if value is None),
    )
    return [[found[i] for i in group] for group in clusters(len(found), likeness)]


def context_of(found: Sequence[Proposition]) -> Context:
    """Word weights and repeated kinds of event of a story."""
    counts = Counter(term for p in found for term in p.terms)
    days: dict[tuple[str, str, str], set[object]] = {}
    for p in found:
        if p.event is not None and p.since and p.since == p.until:
            for who in p.parties | {""}:
                days.setdefault((p.document, p.event.type, who), set()).add(p.since)
    repeated: dict[str, set[str]] = {}
    for (_, kind, who), seen in days.items():
        if len(seen) > 1:
            repeated.setdefault(kind, set()).add(who)
    return Context(
        weights={term: rarity(count, len(found)) for term, count in counts.items()},
        middle=_middle(found),
        latest=max((p.published for p in found if p.published), default=None),
        repeated={kind: frozenset(of) for kind, of in repeated.items()},
    )


def _middle(found: Sequence[Proposition]) -> float:
    """The likeness in meaning that four of five pairs stay under, within bounds that hold for small
    stories."""
    vectors = np.array([p.vector for p in found[:: max(1, len(found) // SAMPLE)]])
    if len(vectors) < LEAST_SAMPLE:
        return Context().middle
    likeness = (vectors @ vectors.T)[np.triu_indices(len(vectors), 1)]
    return float(np.clip(np.quantile(likeness, 0.8), *BOUNDS))


def candidates(found: Sequence[Proposition]) -> set[Pair]:
    """Pairs worth comparing: events of one type with a party, a thing or a day in common, and whatever
    shares a word that is not everywhere."""
    pairs: set[Pair] = set()
    for group in _blocks(found):
        pairs.update(combinations(group, 2))
    return pairs


def _blocks(found: Sequence[Proposition]) -> Iterator[list[int]]:
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, p in enumerate(found):
        for key in _keys(p):
            blocks.setdefault(key, []).append(i)
    for key, group in sorted(blocks.items()):
        if key[0] != "word" or len(group) <= COMMON:
            yield group


def _keys(p: Proposition) -> Iterable[tuple[str, str]]:
    if p.event is not None:
        named = p.parties | p.places | p.materiel
        yield from ((p.event.type, who) for who in named or {"?"})
    yield from (("word", term) for term in p.terms)
