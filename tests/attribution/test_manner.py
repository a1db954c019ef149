from __future__ import annotations

import pytest

from herodotus.attribution.context import context
from herodotus.attribution.manner import manner
from herodotus.data.statements import Manner

from .build import annotated, span


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("The mayor said the bridge is safe.", "the bridge is safe", Manner.INDIRECT),
        ('"The bridge is safe," the mayor said.', '"The bridge is safe,"', Manner.DIRECT),
        ("“The bridge is safe,” the mayor said.", "The bridge is safe", Manner.DIRECT),
        ("«The bridge is safe», the mayor said.", "The bridge is safe", Manner.DIRECT),
        ("The mayor called the bridge “perfectly safe” today.", "the bridge “perfectly safe”", Manner.MIXED),
        ("The mayor's aide said the bridge isn't safe.", "the bridge isn't safe", Manner.INDIRECT),
        ("The mayor said: 'It is safe, don't worry.'", "It is safe, don't worry", Manner.DIRECT),
    ],
)
def test_marks_in_and_around_the_content_decide(text: str, content: str, expected: Manner) -> None:
    assert manner(context(annotated(text)), [span(text, content)]) is expected


def test_a_quotation_runs_over_sentences_and_paragraphs() -> None:
    text = "“The bridge is safe. We checked it,” she said.\n\n“It will stay open.\n\n“And free.”"
    marks = context(annotated(text)).quotes
    assert [quote.of(text) for quote in marks] == [
        "“The bridge is safe. We checked it,”",
        "“It will stay open.",
        "“And free.”",
    ]
