from hypothesis import given
from hypothesis import strategies as st

from herodotus.models.words import BREAKS, CASES, SHAPES, shape, words


def cut(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


def test_clitics_are_words_of_their_own() -> None:
    assert cut("Mr. O'Neil didn't say it’s theirs.") == [
        "Mr.", "O'Neil", "did", "n't", "say", "it", "’s", "theirs", ".",
    ]  # fmt: skip


def test_abbreviations_keep_their_periods() -> None:
    assert cut("the U.S. on Dec. 30 at 9 a.m. No. He left.") == [
        "the", "U.S.", "on", "Dec.", "30", "at", "9", "a.m.", "No.", "He", "left", ".",
    ]  # fmt: skip


def test_hyphens_part_words() -> None:
    assert cut("a Norway-built 1,000-ton ship") == ["a", "Norway", "-", "built", "1,000", "-", "ton", "ship"]


def test_a_sentence_may_end_in_no() -> None:
    assert cut("She said no. Then") == ["She", "said", "no", ".", "Then"]


def test_addresses_stay_whole() -> None:
    assert cut("write to a.b@post.example or https://post.example/x.") == [
        "write", "to", "a.b@post.example", "or", "https://post.example/x", ".",
    ]  # fmt: skip


def test_dates_and_telephone_numbers_stay_whole() -> None:
    assert cut("on 11/28/2000, 9/11 or 555-0100-22 at 7:30pm for 2.5m") == [
        "on", "11/28/2000", ",", "9/11", "or", "555-0100-22", "at", "7:30", "pm", "for", "2.5", "m",
    ]  # fmt: skip


def test_marks_that_run_on_are_one_word() -> None:
    assert cut("No!!! Really?! ===== :)") == ["No", "!!!", "Really", "?!", "=====", ":)"]


def test_prefixes_stay_on_small_words_only() -> None:
    assert cut("non-lethal aid, pro-Danish, etc. He cannot") == [
        "non-lethal", "aid", ",", "pro", "-", "Danish", ",", "etc", ".", "He", "can", "not",
    ]  # fmt: skip


@given(st.text())
def test_words_hold_all_that_is_not_white_space(text: str) -> None:
    assert "".join(cut(text)) == "".join(text.split())


@given(st.text(min_size=1, max_size=8), st.sampled_from(["", " ", "\n", "\n\n"]))
def test_shapes_lie_in_range(word: str, before: str) -> None:
    assert 0 <= shape(word, before) < SHAPES


def test_shape_tells_case_and_break() -> None:
    assert shape("NATO", "\n\n") == BREAKS.index("paragraph") * len(CASES) + CASES.index("upper")
    assert shape("said", " ") == BREAKS.index("space") * len(CASES) + CASES.index("lower")
