from __future__ import annotations

import pytest

from herodotus.compare import likeness, scorers
from herodotus.compare.comparison import Relation

from .sentences import FELL, LEFT, ROSE, STAYED, said


def test_one_matter_scores_above_another_and_says_why() -> None:
    same, other = likeness.compare(said(FELL), said(ROSE)), likeness.compare(said(FELL), said(LEFT))
    assert same.relation is Relation.SAME
    assert other.relation is Relation.DIFFERENT
    assert "shared words: export" in same.reason


def test_the_order_makes_no_difference() -> None:
    a, b = said(STAYED), said(LEFT)
    assert likeness.compare(a, b).score == pytest.approx(likeness.compare(b, a).score)


def test_a_word_found_everywhere_says_less_than_a_rare_one() -> None:
    a, b = said(STAYED), said(LEFT)
    common = {"ferry": 0.1, "oslo": 0.1, "leav": 0.1}
    assert likeness.shared_words(a, b, common).value == pytest.approx(1.0)
    rare = likeness.shared_words(said(FELL), said(ROSE), {"export": 0.1, "fall": 3.0, "rise": 3.0})
    assert rare.value < likeness.shared_words(said(FELL), said(ROSE), None).value


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="holds weights of meaning"):
        scorers.load("likeness.yaml", ["meaning"])


def test_no_evidence_is_even_odds() -> None:
    assert scorers.Scorer((1.0, 2.0), 0.0, 0.5).probability([0.0, 0.0]) == 0.5
    assert scorers.Scorer((1.0, 2.0), -1.0, 0.5).probability([1.0, 1.0]) == pytest.approx(0.8808, abs=1e-4)
