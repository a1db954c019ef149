"""Trees in which arcs cross are mended; the others stay as they are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from herodotus.annotation import projective


def crosses(heads: list[int]) -> bool:
    """By the definition: two arcs of which each has one end under the other, or an arc over the root."""
    arcs = [(min(i, h), max(i, h)) for i, h in enumerate(heads) if i != h]
    root = next(i for i, h in enumerate(heads) if i == h)
    return any(a < c < b < d for a, b in arcs for c, d in arcs) or any(a < root < b for a, b in arcs)


def is_tree(heads: list[int]) -> bool:
    above = list(range(len(heads)))
    for _ in heads:
        above = [heads[word] for word in above]
    return len(set(above)) == 1 and heads[above[0]] == above[0]


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Every word hangs on one drawn before it, in a drawn order."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = [0] * len(order)
    for number, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, number - 1))] if number else word
    return heads


@given(trees())
def test_a_crossing_is_found_where_there_is_one(heads: list[int]) -> None:
    assert bool(len(projective.crossed(np.array(heads)))) == crosses(heads)


@given(st.lists(trees(), min_size=1, max_size=4))
def test_sentences_do_not_disturb_each_other(sentences: list[list[int]]) -> None:
    ends = np.cumsum([0, *map(len, sentences)])
    together = np.concatenate([np.array(s) + e for s, e in zip(sentences, ends[:-1], strict=True)])
    found = projective.crossed(together)
    for heads, first, last in zip(sentences, ends, ends[1:], strict=False):
        assert ((first <= found) & (found < last)).any() == crosses(heads)


@given(trees(), st.integers(0, 2**32 - 1))
def test_mending_leaves_a_tree_with_its_root(heads: list[int], seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(len(heads), len(heads))).astype(np.float32)
    mended = projective.mended(np.array(heads), scores).tolist()
    assert is_tree(mended)
    assert [i for i, h in enumerate(mended) if i == h] == [i for i, h in enumerate(heads) if i == h]
    if not crosses(heads):
        assert mended == heads


def test_the_word_that_loses_least_is_hung_elsewhere() -> None:
    # The arc from 4 to 2 crosses those from 0 to 3 and from 3 to 1; 3 is nearly as good a head for it.
    scores = np.full((5, 5), -9, np.float32)
    scores[1, 3], scores[1, 0], scores[2, 4], scores[2, 3], scores[3, 0], scores[4, 0] = 6, 2, 4, 3, 5, 5
    assert projective.mended(np.array([0, 3, 4, 0, 0]), scores).tolist() == [0, 3, 3, 0, 0]


def test_words_far_apart_are_seen() -> None:
    heads = np.zeros(200, np.int64)
    heads[150], heads[190] = 10, 100
    assert set(projective.crossed(heads).tolist()) & {150, 190}
