"""The pairs written for contraries are well formed, and the regression is what it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from training import claims


def test_written_pairs_have_a_label_and_two_claims() -> None:
    pairs = claims.written()
    counts = Counter(pair.label for pair in pairs)
    assert len(pairs) > 330
    assert min(counts["strengthens"], counts["weakens"]) > 140
    assert len(set(pairs)) == len(pairs)
    assert all(pair.first.endswith(".") and pair.second.endswith(".") for pair in pairs)


def test_a_line_without_two_claims_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "few.txt"
    path.write_text("# a note\nweakens | It rained.\n", encoding="utf8")
    with pytest.raises(ValueError, match=r"few\.txt:2"):
        claims.written(path)


def test_the_regression_finds_the_odds_of_its_data() -> None:
    # Three of four are so with the feature, one of four without: log odds ln 3 and -ln 3.
    x = np.repeat([[1.0], [0.0]], 4000, axis=0)
    y = np.array([1.0] * 3000 + [0.0] * 1000 + [1.0] * 1000 + [0.0] * 3000)
    weights, bias = claims.fit(x, y)
    assert bias == pytest.approx(-np.log(3), abs=0.01)
    assert weights[0] == pytest.approx(2 * np.log(3), abs=0.01)


def test_the_threshold_is_where_f1_is_best() -> None:
    threshold, reached = claims.best_threshold(np.array([0.9, 0.6, 0.4]), np.array([1.0, 1.0, 0.0]))
    assert 0.4 < threshold <= 0.6
    assert reached == 1
