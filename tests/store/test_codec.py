from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from herodotus.data.annotations import Annotated
from herodotus.data.claims import Story
from herodotus.data.documents import Skipped
from herodotus.data.statements import Event, Reading, Statement
from herodotus.errors import SkipDocument
from herodotus.store.codec import decode, encode

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def vectors(*shape: int) -> st.SearchStrategy[NDArray[np.float32]]:
    return st.integers(0, 2**32).map(lambda seed: np.random.default_rng(seed).random(shape, dtype=np.float32))


READINGS = st.builds(
    Reading,
    annotated=st.builds(Annotated, vectors=vectors(2, 3)),
    statements=st.tuples(st.builds(Statement, vector=vectors(3))),
    events=st.tuples(st.builds(Event)),
)


@settings(deadline=None)
@given(READINGS)
def test_a_reading_comes_back_equal(reading: Reading) -> None:
    assert decode(encode(reading, "a.txt"), Reading) == reading


@settings(deadline=None)
@given(READINGS)
def test_its_vectors_come_back_equal(reading: Reading) -> None:
    back = decode(encode(reading, "a.txt"), Reading)
    assert np.array_equal(back.annotated.vectors, reading.annotated.vectors)
    assert np.array_equal(back.statements[0].vector, reading.statements[0].vector)
    assert back.annotated.vectors.dtype == np.float32


@settings(deadline=None)
@given(st.builds(Story))
def test_a_story_comes_back_equal(story: Story) -> None:
    assert decode(encode(story, "t1"), Story) == story


def test_no_sentences_make_an_empty_matrix() -> None:
    empty = np.zeros((0, 384), dtype=np.float32)
    assert decode(encode(empty, "a.txt"), np.ndarray[tuple[int, int], np.dtype[np.float32]]).shape == (0, 384)


def test_text_that_is_no_unicode_skips_the_document() -> None:
    with pytest.raises(SkipDocument, match=r"a\.txt: store: text that cannot be written as UTF-8"):
        encode(Skipped("a.txt", "read", "half a pair: \ud800"), "a.txt")
