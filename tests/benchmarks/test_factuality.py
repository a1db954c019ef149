"""The value at a predicate, and the two figures, on cases done by hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from benchmarks.quality.factuality import score, sentences, values
from benchmarks.quality.running import Skip
from herodotus.data.documents import Span


def layers(*numbers: float) -> SimpleNamespace:
    """Words of three characters, a space between."""
    words = [Span(4 * i, 4 * i + 3) for i in range(len(numbers))]
    return SimpleNamespace(words=words, factuality=np.array(numbers, np.float32))


def test_predicates_are_found_in_the_normal_text(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "text": "They did n't sail .",
        "targets": [{"start": 13, "end": 17, "text": "sail", "label": -3.0}],
    }
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    ((_, text, ((start, end, value),)),) = sentences(path)
    assert (text, text[start:end], value) == ("They didn't sail.", "sail", -3.0)


def test_a_predicate_of_two_words_has_their_mean() -> None:
    assert values(layers(3.0, -1.0, 0.0), [(4, 7), (0, 7), (0, 1)]) == [-1.0, 1.0, 3.0]


def test_one_value_a_word_may_be_a_column() -> None:
    one = layers(2.0, 1.0)
    one.factuality = one.factuality[:, None]
    assert values(one, [(4, 7)]) == [1.0]


def test_a_model_without_the_layer_is_skipped() -> None:
    with pytest.raises(Skip, match="has no factuality"):
        values(SimpleNamespace(words=[]), [])


def test_r_asks_for_the_order_and_the_error_for_the_values() -> None:
    # Deviations -2 0 2 and -1 0 1: r = 1; errors 1 0 1.
    assert score([-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]) == {"pearson": 1.0, "error": 0.667}


def test_r_by_hand() -> None:
    # Deviations -1 0 1 and 1 -2 1: products add up to 0. Then 0 -1 1 against -1 0 1: 1 / sqrt(2 x 2).
    assert score([1.0, 2.0, 3.0], [3.0, 0.0, 3.0])["pearson"] == 0.0
    assert score([0.0, -1.0, 1.0], [-1.0, 0.0, 1.0])["pearson"] == 0.5


def test_a_constant_guess_has_no_r() -> None:
    assert score([1.0, 3.0], [2.0, 2.0]) == {"pearson": 0.0, "error": 1.0}
