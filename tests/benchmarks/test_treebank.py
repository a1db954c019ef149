"""Spaces and escapes of treebanks undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.treebank import unescaped


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("They did n't , she 's told .", "They didn't, she's told."),
        ("`` No , '' he said .", '"No," he said.'),
        ("a \" one \" and ' two '", "a \"one\" and 'two'"),
        ("-LRB- see below -RRB- :", "(see below):"),
        ("a 15 - year term and / or less", "a 15-year term and/or less"),
        ("$ 5 for 3 % :)", "$5 for 3% :)"),
        ("the boys ' ship", "the boys' ship"),
        ("We are gon na go", "We are gonna go"),
        ("", ""),
    ],
)
def test_words_are_put_together(given: str, wanted: str) -> None:
    assert unescaped(given)[0] == wanted


WORDS = ("Ida", "went", "n't", "'s", "``", "''", "-LRB-", "-RRB-", ",", ".", "-", "'", "15", "$", ":)")


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_word_slices_back(words: list[str]) -> None:
    given = " ".join(words)
    text, places = unescaped(given)
    assert len(places) == len(given) + 1
    start = 0
    for word in words:
        found = text[places[start] : places[start + len(word)]]
        assert found == {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word)
        start += len(word) + 1
