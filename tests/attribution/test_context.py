from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from herodotus.attribution.context import context, covers, hull, joined, sharing
from herodotus.data.annotations import Form
from herodotus.data.documents import Span

from .build import annotated, entity

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))


@given(st.lists(spans, max_size=12), spans)
def test_what_shares_a_code_point_is_found_by_place(given_spans: list[Span], span: Span) -> None:
    parts = joined(given_spans)
    near = [part for part in parts if part.overlaps(span)]
    assert list(sharing(parts, span)) == near
    assert covers(parts, span) == bool(near)


@given(st.sets(spans, max_size=12), spans)
def test_mentions_may_overlap_each_other(places: set[Span], span: Span) -> None:
    found = context(annotated("x" * 90, entities=(entity("X", "", *((p, Form.NAMED) for p in places)),)))
    assert found.mentions_in(span) == sorted(p for p in places if p.overlaps(span))


def test_a_hull_reaches_over_spans_in_any_order() -> None:
    assert hull([Span(5, 9), Span(1, 3)]) == Span(1, 9)
    assert hull([Span(1, 8), Span(2, 4)]) == Span(1, 8)
