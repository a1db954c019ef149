from __future__ import annotations

import pytest

from herodotus.compare import likeness, scorers
from herodotus.compare.comparison import Relation
from herodotus.compare.likeness import NOWHERE, Matter

from .sentences import FELL, LEFT, ROSE, STAYED, said


def test_one_matter_scores_above_another_and_says_why() -> None:
    same, other = likeness.compare(said(FELL), said(ROSE)), likeness.compare(said(FELL), said(LEFT))
    assert same.relation is Relation.SAME
    assert same.score > other.score
    assert "shared words: export" in same.reason


def test_words_that_are_near_in_meaning_meet() -> None:
    rise = likeness.near_words(said(FELL), said(ROSE), NOWHERE).value
    assert 0.5 < likeness.near_words(said(FELL), said(LEFT), NOWHERE).value + 0.5 < rise + 0.5 < 1.5
    assert likeness.near_words(said(FELL), said(FELL), NOWHERE).value == pytest.approx(1.0)


def test_what_the_whole_matter_says_counts_for_nothing() -> None:
    claims = [said(FELL), said(ROSE), said(LEFT)]
    matter = Matter.of(claims)
    plain = likeness.meaning(claims[0], claims[1], NOWHERE).value
    assert likeness.meaning(claims[0], claims[1], matter).value <= plain
    assert matter.rarity["export"] < max(matter.rarity.values())


def test_the_order_makes_no_difference() -> None:
    a, b = said(STAYED), said(LEFT)
    assert likeness.compare(a, b).score == pytest.approx(likeness.compare(b, a).score)


def test_a_word_found_everywhere_says_less_than_a_rare_one() -> None:
    a, b = said(STAYED), said(LEFT)
    common = {"ferry": 0.1, "oslo": 0.1, "leav": 0.1}
    assert likeness.shared_words(a, b, Matter(common)).value == pytest.approx(1.0)
    rare = likeness.shared_words(said(FELL), said(ROSE), Matter({"export": 0.1, "fall": 3.0, "rise": 3.0}))
    assert rare.value < likeness.shared_words(said(FELL), said(ROSE), NOWHERE).value


def test_weights_of_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="holds weights of meaning"):
        scorers.load("likeness.yaml", ["meaning"])


def test_no_evidence_is_even_odds() -> None:
    assert scorers.Scorer((1.0, 2.0), 0.0, 0.5).probability([0.0, 0.0]) == 0.5
    assert scorers.Scorer((1.0, 2.0), -1.0, 0.5).probability([1.0, 1.0]) == pytest.approx(0.8808, abs=1e-4)
