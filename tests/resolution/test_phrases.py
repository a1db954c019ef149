from __future__ import annotations

import pytest

from herodotus.data.documents import Span
from herodotus.resolution import phrases
from herodotus.resolution.phrases import Phrase


def parsed(text: str) -> Phrase:
    return phrases.parse(text, Span(0, len(text)), [])


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the national security advisor", "advisor"),
        ("two officials familiar with the talks", "official"),
        ("a spokeswoman for the harbour", "spokeswoman"),
        ("residents, who fled", "resident"),
    ],
)
def test_the_head_is_the_noun_before_its_complements(text: str, head: str) -> None:
    assert parsed(text).head == head


def test_number_and_definiteness() -> None:
    many, one = parsed("unnamed officials"), parsed("the ministry")
    assert (many.plural, many.definite, one.plural, one.definite) == (True, False, False, True)


def test_a_pronoun_is_one_alone() -> None:
    assert parsed("she herself").pronoun == "f"
    assert parsed("those who left").pronoun is None
    assert (parsed("her lawyer").pronoun, parsed("her lawyer").possessor) == (None, "f")


def test_a_description_is_shown_without_article_and_relative_clause() -> None:
    assert phrases.plain(parsed("a harbour pilot, who asked not to be named")) == "harbour pilot"
