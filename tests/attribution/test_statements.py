from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.attribution import attribute
from herodotus.data.annotations import Attribution, Form
from herodotus.data.documents import Span
from herodotus.data.statements import Stance

from .build import annotated, entity, named, parsed, said, span

TEXT = "The dam broke at noon. The mayor said the town was dry. Repairs will take a year."


def test_the_source_is_the_entity_that_the_words_mention() -> None:
    text = "Ada Lind arrived. She said the dam was safe."
    ada = entity("Ada Lind", "NOR", (span(text, "Ada Lind"), Form.NAMED), (span(text, "She"), Form.PRONOUN))
    statement = attribute(annotated(text, said(text, "She", "said", "the dam was safe"), entities=(ada,)))[1]
    assert (statement.source.name, statement.source.country) == ("Ada Lind", ("NOR",))
    assert statement.source.entity == "ada-lind"


def test_without_a_stated_source_it_is_unstated() -> None:
    text = "The dam is believed to be unsafe."
    (statement,) = attribute(annotated(text, said(text, "", "is believed", "The dam", "to be unsafe")))
    assert (statement.source.name, statement.source.spans) == ("unstated", ())


def test_statements_come_in_text_order_with_the_narration() -> None:
    statements = attribute(annotated(TEXT, said(TEXT, "The mayor", "said", "the town was dry")))
    assert [(s.id, s.source.name, s.narrated) for s in statements] == [
        ("s1", "The Daily Lantern", True),
        ("s2", "The mayor", False),
        ("s3", "The Daily Lantern", True),
    ]
    assert statements[2].stance is Stance.PREDICTS


def test_an_unknown_publisher_is_said_to_be_unknown() -> None:
    assert attribute(annotated(TEXT, publisher=None))[0].source.name == "unknown publisher"


def test_the_vector_is_the_mean_of_the_words_of_the_content_at_unit_length() -> None:
    text = "She said it rains."
    rows = "She she PRON 2 nsubj\nsaid say VERB 0 root\nit it PRON 4 nsubj\nrains rain VERB 2 ccomp"
    (statement,) = attribute(
        annotated(text, said(text, "She", "said", "it rains"), tokens=parsed(text, rows))
    )
    assert np.flatnonzero(statement.vector).tolist() == [2, 3]
    assert np.isclose(np.linalg.norm(statement.vector), 1.0)


def test_a_quotation_left_over_goes_with_the_speaker_before() -> None:
    text = "The mayor said the town was dry.\n\n“Nobody was hurt in the flood.”\n\nThe dam broke at noon."
    mayor = named(text, "The mayor")
    statements = attribute(
        annotated(text, said(text, "The mayor", "said", "the town was dry"), entities=(mayor,))
    )
    assert [(s.source.name, s.cue != ()) for s in statements] == [
        ("The mayor", True),
        ("The mayor", True),
        ("The Daily Lantern", False),
    ]
    assert statements[1].manner.value == "direct"


def test_an_attribution_that_says_nothing_is_left_out() -> None:
    text = "The mayor spoke."
    found = Attribution((span(text, "The mayor"),), (span(text, "spoke"),), (), 0.9)
    assert [s for s in attribute(annotated(text, found)) if s.cue] == []


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_spans_give_statements_whose_spans_lie_in_the_text(places: list[tuple[int, int]]) -> None:
    source, cue, content = (Span(a, min(len(TEXT), a + n)) for a, n in places)
    for statement in attribute(annotated(TEXT, Attribution((source,), (cue,), (content,), 0.5))):
        for part in (*statement.content, *statement.cue, *statement.source.spans):
            assert 0 <= part.start <= part.end <= len(TEXT)
