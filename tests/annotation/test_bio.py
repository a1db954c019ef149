from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from herodotus.annotation.bio import SURE, Run, best, runs, viterbi


def logits(labels: list[int], width: int = 5) -> np.ndarray:
    return np.eye(width, dtype=np.float32)[labels] * 100


def test_begin_and_inside_make_a_run() -> None:
    assert runs(logits([0, 1, 2, 2, 0])) == [Run(1, 4, 0, 1.0)]


def test_a_begin_opens_a_new_run() -> None:
    assert [r[:3] for r in runs(logits([1, 1, 2, 3]))] == [(0, 1, 0), (1, 3, 0), (3, 4, 1)]


def test_inside_without_begin_is_mended() -> None:
    scores = logits([0, 4, 4, 0])
    scores[1, 3] = 99  # begin is nearly as likely as inside
    assert [r[:3] for r in runs(scores)] == [(1, 3, 1)]


def test_no_run_crosses_a_break() -> None:
    scores = logits([1, 2, 2, 2])
    scores[2, 1] = 99
    assert [r[:3] for r in runs(scores, [2])] == [(0, 2, 0), (2, 4, 0)]


def test_nothing_gives_nothing() -> None:
    assert runs(np.zeros((0, 5), np.float32)) == []


def allowed(path: tuple[int, ...]) -> bool:
    pairs = zip((0, *path), path, strict=False)
    return all(label not in {2, 4} or before in {label, label - 1} for before, label in pairs)


@given(st.lists(st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=4))
def test_viterbi_finds_the_best_allowed_path(scores: list[list[int]]) -> None:
    array = np.array([scores], np.float32)
    found = tuple(int(x) for x in viterbi(array)[0])
    paths = [p for p in product(range(5), repeat=len(scores)) if allowed(p)]
    assert allowed(found)
    assert total(array, found) == max(total(array, p) for p in paths)


@given(st.lists(st.lists(st.integers(-3, 3), min_size=5, max_size=5), min_size=1, max_size=12))
def test_mending_stretches_gives_what_searching_all_gives(scores: list[list[int]]) -> None:
    array = np.array(scores, np.float32)
    # Words outside lead by SURE, and no other choice at a word is worth more than that: then nothing is lost.
    array[np.argmax(array, axis=1) == 0, 0] += SURE
    assert total(array[None], tuple(best(array))) == total(array[None], tuple(viterbi(array[None])[0]))


def total(scores: np.ndarray, path: tuple[int, ...]) -> float:
    return float(sum(scores[0, i, label] for i, label in enumerate(path)))
