"""How well the chains of mentions that a system found agree with the annotated ones.

MUC counts links (Vilain et al. 1995), B-cubed mentions (Bagga and Baldwin 1998), CEAF chains that are paired one
to one, weighted by phi4 (Luo 2005). Counted as in the reference scorer (Pradhan et al. 2014): mentions are right or
wrong by their exact span, those of one side only count against it, documents are added up before dividing. The
CoNLL figure is the mean of the three F1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Mention = tuple[int, int]
Chains = Sequence[Sequence[Mention]]


@dataclass(slots=True)
class Measure:
    """Recall is `hit` of `gold`, precision `kept` of `found`."""

    hit: float = 0.0
    gold: float = 0.0
    kept: float = 0.0
    found: float = 0.0

    def add(self, other: Measure) -> None:
        self.hit, self.gold = self.hit + other.hit, self.gold + other.gold
        self.kept, self.found = self.kept + other.kept, self.found + other.found

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.kept / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


@dataclass(slots=True)
class Agreement:
    """All measures over the documents added so far."""

    mentions: Measure = field(default_factory=Measure)
    muc: Measure = field(default_factory=Measure)
    b_cubed: Measure = field(default_factory=Measure)
    ceaf: Measure = field(default_factory=Measure)

    def add(self, gold: Chains, found: Chains) -> None:
        """One document; each chain holds a mention once, and no mention lies in two chains (`distinct`)."""
        self.mentions.add(mentions(gold, found))
        self.muc.add(muc(gold, found))
        self.b_cubed.add(b_cubed(gold, found))
        self.ceaf.add(ceaf(gold, found))

    @property
    def conll(self) -> float:
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def distinct(chains: Chains) -> list[list[Mention]]:
    """Without mentions that an earlier chain holds already, and without chains that are then empty."""
    taken: set[Mention] = set()
    out = []
    for chain in chains:
        kept = sorted(set(chain) - taken)
        taken.update(kept)
        out += [kept] if kept else []
    return out


def without_singletons(chains: Chains) -> list[Sequence[Mention]]:
    return [chain for chain in chains if len(chain) > 1]


def mentions(gold: Chains, found: Chains) -> Measure:
    wanted, got = ({mention for chain in chains for mention in chain} for chains in (gold, found))
    right = len(wanted & got)
    return Measure(right, len(wanted), right, len(got))


def muc(gold: Chains, found: Chains) -> Measure:
    return Measure(_links(gold, found), _links(gold), _links(found, gold), _links(found))


def _links(chains: Chains, by: Chains | None = None) -> int:
    """The links that hold each chain together, less those that break where the other side cuts it."""
    if by is None:
        return sum(len(chain) - 1 for chain in chains)
    home = _homes(by)
    return sum(len(chain) - len({home.get(m, m) for m in chain}) for chain in chains)


def b_cubed(gold: Chains, found: Chains) -> Measure:
    return Measure(_overlap(gold, found), _count(gold), _overlap(found, gold), _count(found))


def _overlap(chains: Chains, by: Chains) -> float:
    """For each mention the share of its chain that is with it on the other side too."""
    home = _homes(by)
    total = 0.0
    for chain in chains:
        places = [home[m] for m in chain if m in home]
        total += sum(places.count(place) ** 2 for place in set(places)) / len(chain)
    return total


def _count(chains: Chains) -> int:
    return sum(map(len, chains))


def _homes(chains: Chains) -> dict[Mention, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def ceaf(gold: Chains, found: Chains) -> Measure:
    likeness = phi4(gold, found)
    best = float(sum(likeness[row, column] for row, column in assignment(likeness)))
    return Measure(best, len(gold), best, len(found))


def phi4(gold: Chains, found: Chains) -> NDArray[np.float64]:
    """Chains x chains: twice the mentions in common over all mentions of the two."""
    home = _homes(found)
    shared = np.zeros((len(gold), len(found)))
    for row, chain in enumerate(gold):
        for place in (home[m] for m in chain if m in home):
            shared[row, place] += 1
    sizes = [np.array([len(chain) for chain in chains], float) for chains in (gold, found)]
    likeness: NDArray[np.float64] = 2 * shared / (sizes[0][:, None] + sizes[1][None])
    return likeness


def assignment(gains: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Pairs of row and column, each used once, with the largest sum of gains (at least 0); pairs that gain nothing
    are left out. The Hungarian method (Kuhn 1955) with shortest augmenting paths."""
    rows, columns = np.flatnonzero(gains.any(axis=1)), np.flatnonzero(gains.any(axis=0))
    if len(rows) > len(columns):
        return [(row, column) for column, row in assignment(gains.T)]
    costs = -gains[np.ix_(rows, columns)]
    pairs = ((rows[row], columns[column]) for column, row in enumerate(_matched(costs)) if row >= 0)
    return [(int(row), int(column)) for row, column in pairs if gains[row, column] > 0]


def _matched(costs: NDArray[np.float64]) -> Iterable[int]:
    """For each column its row or -1, every row once, at the least cost; not more rows than columns."""
    height, width = costs.shape
    rows = np.full(width + 1, -1)  # the row of each column; the last column is where a new row waits
    above, left = np.zeros(width + 1), np.zeros(height)  # potentials
    for new in range(height):
        rows[width], column = new, width
        reached, slack, via = np.zeros(width + 1, bool), np.full(width + 1, np.inf), np.full(width + 1, width)
        while rows[column] >= 0:
            reached[column] = True
            row = rows[column]
            through = costs[row] - left[row] - above[:width]
            nearer = ~reached[:width] & (through < slack[:width])
            slack[:width][nearer], via[:width][nearer] = through[nearer], column
            column = int(np.where(reached, np.inf, slack)[:width].argmin())
            step = slack[column]
            left[rows[reached]] += step
            above[reached] -= step
            slack[~reached] -= step
        while column != width:
            rows[column], column = rows[via[column]], int(via[column])
    return [int(row) for row in rows[:width]]
