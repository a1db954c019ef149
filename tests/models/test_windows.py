from hypothesis import given
from hypothesis import strategies as st

from herodotus.models.windows import PIECES, Window, windows


def test_a_short_text_is_one_window() -> None:
    assert windows([1] * 10, [0]) == [Window(0, 10, 0, 10)]


def test_no_words_no_pieces() -> None:
    assert windows([], []) == [Window(0, 0, 0, 0)]


def test_a_window_ends_at_a_paragraph() -> None:
    assert windows([1] * 500, [0, 300])[0].last == 300


@given(st.lists(st.integers(1, 16), min_size=1, max_size=2000), st.sets(st.integers(0, 1999)))
def test_every_word_is_answered_for_once_by_a_window_that_holds_it(
    sizes: list[int], breaks: set[int]
) -> None:
    found = windows(sizes, sorted(b for b in breaks if b < len(sizes)))
    owned = [i for w in found for i in range(w.own_first, w.own_last)]
    assert owned == list(range(len(sizes)))
    assert all(w.first <= w.own_first and w.own_last <= w.last for w in found)
    assert all(sum(sizes[w.first : w.last]) <= PIECES for w in found)
