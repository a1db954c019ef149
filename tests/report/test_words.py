"""Untrusted words are made safe to show without moving an offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.documents import Span
from herodotus.report.words import counted, harmless, joined, one_line, ranged, shortened


@given(st.text())
def test_harmless_keeps_every_offset_and_can_be_written(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")


def test_escape_sequences_become_visible() -> None:
    assert harmless("\x1b[31mred\x9b0m\x7f") == "␛[31mred\ufffd0m␡"


def test_marks_that_reorder_text_become_visible() -> None:
    assert harmless("\u202eabc\u2066") == "▯abc▯"


def test_lone_surrogate_is_replaced() -> None:
    assert harmless("a\ud800b") == "a\ufffdb"


def test_one_line_has_single_spaces() -> None:
    assert one_line(" a\r\n\n b\t\x0bc ") == "a b c"


def test_joined_shows_what_is_left_out() -> None:
    assert joined("one two three", [Span(0, 3), Span(8, 13)]) == "one … three"


@pytest.mark.parametrize(("limit", "told"), [(20, "fourteen containers"), (12, "fourteen…"), (5, "four…")])
def test_shortened_cuts_between_words(limit: int, told: str) -> None:
    assert shortened("fourteen containers", limit) == told


def test_counted() -> None:
    assert [counted(n, "origin") for n in (0, 1, 2)] == ["0 origins", "1 origin", "2 origins"]


def test_a_range_of_a_count() -> None:
    assert ranged(2, 2, "origin") == "2 origins"
    assert ranged(1, 1, "origin") == "1 origin"
    assert ranged(1, 3, "origin") == "1 to 3 origins"
