import numpy as np

from herodotus.models import pairs
from herodotus.models.words import shape

WORDS = ["He", "left", ".", '"', "We", "go", ",", '"', "said", "Bo", "."]
SHAPES = [shape(w, "\n" if w == '"' and i == 3 else " ") for i, w in enumerate(WORDS)]


def test_distance_is_exact_near_the_cue_and_coarse_far_off() -> None:
    found = pairs.distance(10, 11, 0, 60)
    assert found[[10, 9, 5, 2, 11, 18]].tolist() == [0, 1, 5, 8, 24, 31]
    assert found[42] == found[43] == 37


def test_buckets_have_an_end() -> None:
    assert pairs.distance(0, 1, 0, 5000).max() == 46
    assert pairs.distance(4999, 5000, 0, 5000).max() == 23


def test_between_counts_lines_sentences_and_quotation_marks() -> None:
    running = pairs.counts(WORDS, SHAPES)
    found = pairs.between(running, (8, 9), 0, len(WORDS))
    assert (
        found[0] == 1 * 16 + 1 * 4 + 2
    )  # "He": one line, one sentence end, two quotation marks before "said"
    assert found[4] == 1  # "We": only the closing mark
    assert found[8] == 0
    assert found[9] == 64  # "Bo": after the cue, nothing between


def test_between_stays_in_range() -> None:
    rng = np.random.default_rng(1)
    words = [str(w) for w in rng.choice(["a", ".", '"', "“"], 300)]
    running = pairs.counts(words, [shape(w, "\n") for w in words])
    found = pairs.between(running, (150, 152), 0, 300)
    assert found.min() >= 0
    assert found.max() < pairs.BETWEEN
