from __future__ import annotations

import pytest

from herodotus.attribution import attribute

from .build import annotated, named


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Norway's Trade Ministry declined to comment.", "declined to comment", []),
        ("The Trade Ministry did not immediately respond.", "did not immediately respond", []),
        ("The Trade Ministry refused to comment on the leak.", "refused to comment", ["the leak"]),
        ("The Trade Ministry, asked about the quarrel, refrained from commenting and sat down.",
         "refrained from commenting", ["the quarrel"]),
        ("The Trade Ministry could not be reached for comment.", "could not be reached for comment", []),
    ],
)  # fmt: skip
def test_set_phrases_of_refusal_are_found(text: str, cue: str, content: list[str]) -> None:
    (statement,) = [s for s in attribute(annotated(text, entities=(named(text, "Trade Ministry"),))) if s.cue]
    assert (statement.source.name, statement.stance.value) == ("Trade Ministry", "declines")
    assert statement.cue[0].of(text) == cue
    assert [part.of(text) for part in statement.content] == content


def test_a_refusal_inside_a_quotation_is_not_the_reporters() -> None:
    text = '"The Trade Ministry declined to comment," it read.'
    statements = attribute(annotated(text, entities=(named(text, "Trade Ministry"),)))
    assert [s for s in statements if s.stance.value == "declines"] == []
