"""A text is cut so that marks overlap and nest and no word is lost or doubled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from herodotus.data.documents import Document, Furniture, Region, Span
from herodotus.report.marks import Mark, Role, lines, mark, snippet

from .sample import COASTAL, at, coastal, said


def document(text: str, *regions: Region) -> Document:
    return Document("d", "d.txt", "0" * 64, text, regions=regions)


def content(number: int, text: str, words: str) -> dict[int, Mark]:
    found = mark(f"m{number}", text, [(at(text, words), Role.CONTENT)], quiet=False)
    assert found
    return {number: found}


def shown(text: str, marks: dict[int, Mark]) -> list[tuple[str, str]]:
    return [(s.text, s.classes) for line in lines(document(text), marks) for s in line.segments]


def test_overlapping_marks_share_a_segment() -> None:
    marks = content(1, "one two three", "one two") | content(2, "one two three", "two three")
    assert shown("one two three", marks) == [
        ("one ", "co cb s1"),
        ("two", "co cb ce s1 s2"),
        (" three", "co ce s2"),
    ]


def test_nested_marks_keep_the_outer_one() -> None:
    marks = content(1, "a b c", "a b c") | content(2, "a b c", "b")
    assert shown("a b c", marks) == [("a ", "co cb s1"), ("b", "co cb ce s1 s2"), (" c", "co ce s1")]


def test_quiet_marks_have_no_look_of_their_own() -> None:
    found = mark("m1", "a b", [(Span(0, 1), Role.CONTENT)], quiet=True)
    assert found
    assert shown("a b", {1: found}) == [("a", "s1"), (" b", "")]


def test_anchor_stands_where_the_first_words_begin_and_only_there() -> None:
    marks = content(7, "first line\nsecond line", "line\nsecond")
    anchors = [
        (s.text, s.anchors) for ln in lines(document("first line\nsecond line"), marks) for s in ln.segments
    ]
    assert anchors == [("first ", ()), ("line", ((7, "m7"),)), ("second", ()), (" line", ())]


def test_furniture_is_labelled_once() -> None:
    region = Region(Span(0, 8), Furniture.CAPTION, "ends in a credit")
    found = lines(document("one\n two\nthree", region), {})
    assert [line.left_out for line in found] == [True, True, False]
    assert [s.label for line in found for s in line.segments] == ["caption", "", ""]


@given(
    st.text(alphabet="ab \n", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))),
)
def test_every_word_is_shown_once(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, len(text)), min(b, len(text))) for a, b in pairs]
    found = (
        mark(f"m{n}", text, [(s, Role.CUE)], quiet=False) for n, s in enumerate(spans) if s.start < s.end
    )
    marks = {n: m for n, m in enumerate(found) if m}
    cut = lines(document(text), marks)
    assert ["".join(s.text for s in line.segments) for line in cut] == [
        ln for ln in text.split("\n") if ln.strip()
    ]
    assert sorted(n for line in cut for s in line.segments for n, _ in s.anchors) == sorted(marks)


def test_snippet_has_the_words_in_the_order_of_the_text() -> None:
    statement = coastal().statements[1]
    assert snippet(COASTAL, statement) == [
        ("cu", "cited"),
        ("", " "),
        ("so", "unnamed officials"),
        ("", ", "),
        ("co", "as many as 19 containers are missing"),
    ]


def test_snippet_leaves_out_what_is_far() -> None:
    statement = said(COASTAL, "s", ("Brightwater Lines", ""), cue="wrote")
    assert snippet(COASTAL, statement) == [("so", "Brightwater Lines"), ("", " … "), ("cu", "wrote")]
