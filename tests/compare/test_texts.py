from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.compare.comparison import Relation
from herodotus.compare.texts import content_words, copying, rarity, shingles, stem, wording


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("missiles", "missile"),
        ("ferries", "ferry"),
        ("landed", "land"),
        ("glass", "glass"),
        ("Oslo's", "oslo"),
    ],
)
def test_endings_are_taken_off(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_content_words_leave_out_what_says_nothing() -> None:
    assert content_words("The ferry has landed on Monday, officials said") == ("ferry", "land")


def test_copied_text_is_found_inside_a_longer_one() -> None:
    short = "the ferry left the quay an hour late because of fog over the sound"
    found = copying(short, f"Witnesses agree: {short}, and nobody was hurt in the end")
    assert (found.relation, found.score) == (Relation.SAME, 1.0)


def test_the_same_news_in_other_words_is_no_copy() -> None:
    found = copying(
        "the ferry left the quay an hour late because of fog", "fog held the ferry at its quay for an hour"
    )
    assert found.relation is Relation.INCOMPARABLE


def test_shared_words_are_named_in_the_reason() -> None:
    assert wording({"ferry", "fog"}, {"ferry", "quay"}).reason == "shared words: ferry"


def test_rare_words_weigh_more() -> None:
    weights = {"ferry": 1.0, "fog": 3.0, "quay": 1.0}
    assert wording({"fog", "quay"}, {"fog", "ferry"}, weights).score == 0.75


def test_a_word_in_every_text_still_weighs_something() -> None:
    assert rarity(5, 5) > 0


@given(st.text(), st.text())
def test_copying_is_symmetric_and_between_0_and_1(a: str, b: str) -> None:
    assert copying(a, b).score == copying(b, a).score
    assert 0 <= copying(a, b).score <= 1


@given(st.text(alphabet="ab c", min_size=1))
def test_short_texts_are_their_own_shingle(text: str) -> None:
    assert all(len(shingle) <= 6 for shingle in shingles(text))
