from itertools import product

import numpy as np
import pytest

from herodotus.annotation.syntax import _arborescence, lemma


@pytest.mark.parametrize(
    ("form", "rule", "tag", "wanted"),
    [("said", "2+y", "VERB", "say"), ("Ships", "1+", "NOUN", "ship"), ("Kiel", "0+", "PROPN", "Kiel"),
     ("was", "3+be", "AUX", "be"), ("a", "1+", "DET", "a")],
)  # fmt: skip
def test_a_rule_cuts_and_adds(form: str, rule: str, tag: str, wanted: str) -> None:
    assert lemma(form, rule, tag) == wanted


def tree(heads: tuple[int, ...], root: int) -> bool:
    """Whether every word leads up to the root."""
    reached = {root}
    for _ in heads:
        reached |= {word for word, head in enumerate(heads) if head in reached}
    return len(reached) == len(heads)


@pytest.mark.parametrize("seed", range(60))
def test_the_best_tree_is_found(seed: int) -> None:
    rng = np.random.default_rng(seed)
    size, root = 5, int(rng.integers(5))
    scores = rng.integers(-20, 20, (size, size)).astype(np.float32)
    np.fill_diagonal(scores, -np.inf)
    scores[root] = -np.inf
    scores[root, root] = 0
    found = tuple(int(h) for h in _arborescence(scores.copy(), root))
    options = [h for h in product(range(size), repeat=size) if h[root] == root and tree(h, root)]
    worth = {h: sum(float(scores[i, h[i]]) for i in range(size)) for h in options}
    assert tree(found, root)
    assert worth[found] == max(worth.values())
