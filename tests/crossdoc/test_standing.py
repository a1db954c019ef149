from hypothesis import given
from hypothesis import strategies as st

from herodotus.crossdoc.standing import Standing
from herodotus.data.documents import Span

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1])))


def test_only_what_stands_wholly_inside_is_found() -> None:
    standing = Standing([Span(20, 25), Span(3, 8), Span(9, 14)])
    assert standing.inside([Span(0, 12)]) == [1]
    assert standing.inside([Span(0, 14), Span(18, 30)]) == [0, 1, 2]


@given(spans, spans)
def test_nothing_is_overlooked(things: list[Span], words: list[Span]) -> None:
    wanted = [n for n, thing in enumerate(things) if any(each.contains(thing) for each in words)]
    assert Standing(things).inside(words) == wanted
