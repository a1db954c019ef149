from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from herodotus.crossdoc.clusters import Likeness, Linkage, Pair, clusters


def test_what_is_alike_comes_together() -> None:
    assert clusters(3, Likeness({(0, 1): 1.0, (1, 2): -0.2})) == [[0, 1], [2]]


def test_a_veto_keeps_two_apart_also_through_a_third() -> None:
    likeness = Likeness({(0, 1): 1.0, (1, 2): 0.9}, apart=frozenset({(0, 2)}))
    assert clusters(3, likeness) == [[0, 1], [2]]


def test_a_group_is_joined_by_average_not_by_its_nearest_member() -> None:
    assert clusters(3, Likeness({(0, 1): 1.0, (1, 2): 0.4, (0, 2): -1.0})) == [[0, 1], [2]]


def test_a_group_may_be_joined_by_the_nearest_of_each_member() -> None:
    scores = {(0, 1): 1.0, (2, 3): 0.8, (0, 2): 0.5, (1, 3): 0.5, (0, 3): -0.7, (1, 2): -0.7}
    assert clusters(4, Likeness(scores)) == [[0, 1], [2, 3]]
    assert clusters(4, Likeness(scores), linkage=Linkage.NEAREST) == [[0, 1, 2, 3]]


def test_a_veto_holds_for_the_nearest_too() -> None:
    likeness = Likeness({(0, 1): 1.0, (1, 2): 0.9}, apart=frozenset({(0, 2)}))
    assert clusters(3, likeness, linkage=Linkage.NEAREST) == [[0, 1], [2]]


def test_nothing_to_group_gives_nothing() -> None:
    assert clusters(0, Likeness({})) == []


pairs = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]),
    st.floats(-1, 1),
    max_size=20,
)


@given(pairs, st.sampled_from(Linkage))
def test_every_one_is_in_exactly_one_group(scores: dict[Pair, float], linkage: Linkage) -> None:
    groups = clusters(8, Likeness(scores), linkage=linkage)
    assert sorted(i for group in groups for i in group) == list(range(8))


@given(pairs, st.sampled_from(Linkage))
def test_the_order_of_the_scores_makes_no_difference(scores: dict[Pair, float], linkage: Linkage) -> None:
    backwards = Likeness(dict(reversed(scores.items())))
    assert clusters(8, Likeness(scores), linkage=linkage) == clusters(8, backwards, linkage=linkage)
