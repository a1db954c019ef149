"""The coreference measures on published examples, computed by hand."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.chains import (
    Agreement,
    assignment,
    b_cubed,
    ceaf,
    distinct,
    mentions,
    muc,
    without_singletons,
)


def chains(*letters: str) -> list[list[tuple[int, int]]]:
    """A chain a word, a mention a letter."""
    return [[(ord(letter), ord(letter) + 1) for letter in word] for word in letters]


# Pradhan et al. 2014, figure 1: mention c stands in both, but its key chain is cut; e is missed, h and i are new.
KEY, RESPONSE = chains("abc", "defg"), chains("ab", "cd", "fghi")


def test_muc_counts_links() -> None:
    # abc is cut in ab|c: 1 of 2 links; defg in d|e|fg: 1 of 3. ab whole: 1 of 1; cd: 0 of 1; fghi in fg|h|i: 1 of 3.
    measure = muc(KEY, RESPONSE)
    assert (measure.hit, measure.gold, measure.kept, measure.found) == (2, 5, 2, 5)
    assert measure.f1 == pytest.approx(0.4)


def test_b_cubed_counts_mentions() -> None:
    # abc: (2 x 2 + 1 x 1) / 3; defg: (1 + 2 x 2) / 4; of 7. ab: 4 / 2; cd: (1 + 1) / 2; fghi: 4 / 4; of 8.
    measure = b_cubed(KEY, RESPONSE)
    assert measure.recall == pytest.approx((5 / 3 + 5 / 4) / 7)
    assert measure.precision == pytest.approx(4 / 8)
    assert measure.f1 == pytest.approx(0.4545, abs=1e-4)


def test_ceaf_pairs_chains() -> None:
    # abc with ab: 2 x 2 / 5; defg with fghi: 2 x 2 / 8; 1.3 of 2 and of 3.
    measure = ceaf(KEY, RESPONSE)
    assert (measure.recall, measure.precision) == (pytest.approx(1.3 / 2), pytest.approx(1.3 / 3))
    assert measure.f1 == pytest.approx(0.52)


def test_mentions_are_right_by_their_span() -> None:
    measure = mentions(KEY, RESPONSE)
    assert (measure.hit, measure.gold, measure.found) == (6, 7, 8)


@pytest.mark.parametrize(
    ("response", "wanted"),
    [
        (("12345", "6789ABC"), (0.947, 0.865, 0.733)),  # the last two chains in one
        (("1234589ABC", "67"), (0.947, 0.737, 0.667)),  # the two long chains in one
    ],
)
def test_the_table_of_luo_2005(response: tuple[str, ...], wanted: tuple[float, ...]) -> None:
    key, got = chains("12345", "67", "89ABC"), chains(*response)
    assert tuple(round(m(key, got).f1, 3) for m in (muc, b_cubed, ceaf)) == wanted


def test_documents_are_added_up_before_dividing() -> None:
    both = Agreement()
    both.add(KEY, RESPONSE)
    both.add(chains("ab"), chains("ab"))
    assert (both.muc.recall, both.mentions.precision) == (pytest.approx(3 / 6), pytest.approx(8 / 10))


def test_the_conll_figure_is_the_mean() -> None:
    both = Agreement()
    both.add(KEY, RESPONSE)
    assert both.conll == pytest.approx((0.4 + 5 / 11 + 0.52) / 3)


def test_nothing_found_is_nought() -> None:
    empty = Agreement()
    empty.add(KEY, [])
    assert (empty.conll, empty.mentions.precision) == (0.0, 0.0)


def test_a_mention_alone_is_found_by_b_cubed_and_not_by_muc() -> None:
    assert b_cubed(chains("a"), chains("a")).f1 == 1.0
    assert muc(chains("a"), chains("a")).f1 == 0.0
    assert without_singletons(chains("a", "bc")) == chains("bc")


def test_a_mention_stays_in_its_first_chain() -> None:
    assert distinct(chains("aab", "bc", "c")) == chains("ab", "c")


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
)
def test_no_other_pairing_gains_more(rows: list[list[int]]) -> None:
    gains = np.array(rows, float)
    pairs = assignment(gains)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    wide = gains if gains.shape[0] <= gains.shape[1] else gains.T
    best = max(
        sum(wide[row, column] for row, column in enumerate(order))
        for order in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert sum(gains[pair] for pair in pairs) == best
