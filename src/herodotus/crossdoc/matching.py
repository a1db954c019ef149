"""Propositions of one story into groups that say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from herodotus.compare.texts import rarity
from herodotus.crossdoc.clusters import Likeness, Linkage, Pair, clusters
from herodotus.crossdoc.features import LONG, Context, score
from herodotus.crossdoc.propositions import Proposition

AROUND = 5
"""Propositions that are thought to stand around a story: the few of a short one do not say what is usual in it."""
NEAREST = 6
"""Propositions nearest in meaning with which each one is compared, whatever words they share."""
BLOCK = 2_000
"""Propositions whose nearest are looked for at once."""
UNSEEN = -3.0
"""Log odds of a pair that nothing brought up for comparison."""
BOUND = 6.0
"""Log odds further out than this count as this: one pair does not decide about a whole group."""
MOST = {"word": 20, "type": 60}
"""A word, or a type of event, of more propositions than this brings no pair up for comparison; rarer words do."""


def matched(found: Sequence[Proposition]) -> list[list[Proposition]]:
    """Groups of propositions that say the same, in a fixed order."""
    context = context_of(found)
    compared = {pair: score(found[pair[0]], found[pair[1]], context) for pair in candidates(found, context)}
    likeness = Likeness(
        scores={p: max(-BOUND, min(value, BOUND)) for p, value in compared.items() if value is not None},
        apart=frozenset(pair for pair, value in compared.items() if value is None),
        unseen=UNSEEN,
    )
    return [[found[i] for i in group] for group in clusters(len(found), likeness, linkage=Linkage.NEAREST)]


def context_of(found: Sequence[Proposition]) -> Context:
    """Word weights, repeated kinds of event and usual meaning of a story."""
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
        repeated={kind: frozenset(of) for kind, of in repeated.items()},
        here={id(p): row for p, row in zip(found, _here(found), strict=True)},
        told=_told(found),
    )


def _told(found: Sequence[Proposition]) -> date | None:
    """The middle of the days on which the documents were published, None where these are far apart or not known."""
    known = sorted({p.document: p.published for p in found if p.published}.values())
    return known[len(known) // 2] if known and known[-1] - known[0] <= LONG else None


def _here(found: Sequence[Proposition]) -> NDArray[np.float32]:
    """What propositions mean, less what they mean on average (of that less the fewer there are), of unit length."""
    if not found:
        return np.zeros((0, 0), np.float32)
    vectors = np.array([p.vector for p in found])
    rest = vectors - vectors.sum(axis=0) / np.float32(len(found) + AROUND)
    here: NDArray[np.float32] = rest / np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-9)
    return here


def candidates(found: Sequence[Proposition], context: Context) -> set[Pair]:
    """Pairs worth comparing: events of one type, where these are many only with a party or a thing in common, whatever
    shares a word that is not everywhere, and what is nearest in meaning."""
    pairs = set(_nearest(found, context))
    for group in _blocks(found):
        pairs.update(combinations(group, 2))
    return pairs


def _nearest(found: Sequence[Proposition], context: Context) -> Iterator[Pair]:
    """Each with those of other statements whose meaning is nearest."""
    if len(found) < 2:
        return
    told = {key: n for n, key in enumerate(dict.fromkeys((p.document, p.statement.id) for p in found))}
    which = np.array([told[p.document, p.statement.id] for p in found])
    held = np.array([context.here[id(p)] for p in found])
    most = min(NEAREST, len(found) - 1)
    for start in range(0, len(found), BLOCK):
        likeness = held[start : start + BLOCK] @ held.T
        own = which[start : start + BLOCK, None] == which
        likeness[own] = -2.0
        for i, near in enumerate(np.argpartition(-likeness, most - 1, axis=1)[:, :most].tolist(), start):
            yield from ((min(i, j), max(i, j)) for j in near if not own[i - start, j])


def _blocks(found: Sequence[Proposition]) -> Iterator[list[int]]:
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, p in enumerate(found):
        for key in _keys(p):
            blocks.setdefault(key, []).append(i)
    for (kind, _), group in sorted(blocks.items()):
        if len(group) <= MOST.get(kind, len(found)):
            yield group


def _keys(p: Proposition) -> Iterable[tuple[str, str]]:
    if p.event is not None:
        yield "type", p.event.type
        yield from ((p.event.type, who) for who in p.parties | p.places | p.materiel)
    yield from (("word", term) for term in p.terms)
