"""Groups are joined by average likeness and known by their first member."""

from __future__ import annotations

from collections.abc import Mapping

from herodotus.crossdoc.linkage import SAMPLED, Groups, Pair


def made(scores: Mapping[Pair, float], count: int, *, cohesion: float = 0.0, alone: float = 0.0) -> Groups:
    def likeness(a: int, b: int) -> float:
        return scores.get((min(a, b), max(a, b)), -1.0)

    groups = Groups(likeness, cohesion=cohesion, alone=alone)
    for _ in range(count):
        groups.open()
    return groups


def test_pairs_above_zero_are_joined() -> None:
    groups = made({(0, 1): 1.0, (1, 2): -0.5}, 3)
    groups.join([(0, 1), (1, 2)])
    assert groups.members == {0: [0, 1], 2: [2]}
    assert groups.of == [0, 0, 2]


def test_one_likeness_does_not_chain() -> None:
    groups = made({(0, 1): 2.0, (1, 2): 0.5}, 3)  # 2 is at (0.5 - 1) / 2 of the other two
    groups.join([(0, 1), (1, 2)])
    assert groups.members == {0: [0, 1], 2: [2]}


def test_two_groups_become_one_where_most_of_their_pairs_are_alike() -> None:
    scores = {(0, 1): 2.0, (2, 3): 2.0}
    groups = made(scores, 4)
    groups.join([(0, 1), (2, 3)])
    assert groups.members == {0: [0, 1], 2: [2, 3]}
    assert groups.open() == 4
    scores |= dict.fromkeys([(0, 4), (1, 4), (2, 4), (3, 4)], 3.0) | dict.fromkeys([(0, 2), (1, 2)], 0.5)
    groups.join([(0, 4), (1, 4), (2, 4), (3, 4)])
    assert groups.members == {0: [0, 1, 2, 3, 4]}  # (3 + 3 + 0.5 + 0.5 - 1 - 1) / 6


def test_what_holds_together_much_better_in_itself_stays_apart() -> None:
    scores = {(0, 1): 4.0, (2, 3): 4.0, (0, 2): 0.5, (0, 3): 0.5, (1, 2): 0.5, (1, 3): 0.5}
    for cohesion, groups_left in ((0.0, 1), (0.4, 2)):
        groups = made(scores, 4, cohesion=cohesion)  # inside (4 + 0) / 2 = 2, across 0.5: 1.5 better
        groups.join(scores)
        assert len(groups.members) == groups_left


def test_only_groups_with_a_seed_between_them_are_looked_at() -> None:
    groups = made({(0, 1): 1.0}, 2)
    groups.join([])
    assert groups.members == {0: [0], 1: [1]}


def test_what_has_moved_is_known() -> None:
    groups = made({(0, 1): 1.0}, 2)
    groups.moved.clear()
    groups.join([(0, 1)])
    assert groups.moved == {1: 1}
    groups.dissolve()
    assert (groups.moved, groups.members) == ({0: 0, 1: 1}, {0: [0], 1: [1]})


def test_of_large_groups_a_sample_is_compared() -> None:
    asked: list[Pair] = []

    def likeness(a: int, b: int) -> float:
        asked.append((a, b))
        return 1.0

    groups = Groups(likeness, cohesion=0.0, alone=0.0)
    for _ in range(200):
        groups.open()
    groups.join((0, n) for n in range(1, 200))
    asked.clear()
    groups.fit(0, groups.open())
    assert len(asked) == SAMPLED
    assert len({b for _, b in asked}) == SAMPLED
