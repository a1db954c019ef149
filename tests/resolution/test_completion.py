from __future__ import annotations

from collections.abc import Sequence

from herodotus.data.annotations import Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution.completion import complete
from herodotus.resolution.cover import Cover


def completed(text: str, *marked: tuple[str, Kind], known: Sequence[str] = ()) -> list[tuple[str, Kind]]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name, _ in marked]
    mentions = [Mention(s, kind, Form.NAMED) for s, (_, kind) in zip(spans, marked, strict=True)]
    hits = Cover(Span(text.index(name), text.index(name) + len(name)) for name in known)
    return [(m.span.of(text), m.kind) for m in complete(text, mentions, hits)]


def test_a_given_name_before_a_surname_is_added() -> None:
    assert completed("the adviser Maria Holm left", ("Holm", Kind.PERSON)) == [("Maria Holm", Kind.PERSON)]


def test_a_hyphenated_rest_is_added() -> None:
    text = "She met Maria Holm-Aasen."
    assert completed(text, ("Maria Holm", Kind.PERSON)) == [("Maria Holm-Aasen", Kind.PERSON)]


def test_parts_side_by_side_are_one_person() -> None:
    text = "Bao Ling, an envoy"
    assert completed(text, ("Bao", Kind.PERSON), ("Ling", Kind.ORGANISATION)) == [("Bao Ling", Kind.PERSON)]


def test_a_title_is_not_added() -> None:
    assert completed("said Minister Holm", ("Holm", Kind.PERSON)) == [("Holm", Kind.PERSON)]


def test_a_word_that_opens_the_sentence_is_not_added() -> None:
    assert completed("Yesterday Holm left", ("Holm", Kind.PERSON)) == [("Holm", Kind.PERSON)]


def test_a_body_and_its_field_are_one() -> None:
    text = "at the Centre for Harbour Studies"
    marked = (("Centre", Kind.ORGANISATION), ("Harbour Studies", Kind.ORGANISATION))
    assert completed(text, *marked) == [("Centre for Harbour Studies", Kind.ORGANISATION)]


def test_a_surname_that_was_passed_over_is_found() -> None:
    text = "Maria Holm left. Later Holm returned."
    assert completed(text, ("Maria Holm", Kind.PERSON))[1] == ("Holm", Kind.PERSON)


def test_no_name_is_extended_over_a_country() -> None:
    text = "the rival of Norway Holm"
    assert completed(text, ("Holm", Kind.PERSON), known=["Norway"]) == [("Holm", Kind.PERSON)]


def test_in_a_headline_a_name_is_what_the_text_below_calls_so() -> None:
    text = "Aurora Opens New Yard In Bergen\nThe firm Aurora said so."
    wide = Mention(Span(0, 20), Kind.ORGANISATION, Form.NAMED)
    below = Mention(Span(41, 47), Kind.ORGANISATION, Form.NAMED)
    found = [m.span.of(text) for m in complete(text, [wide, below], Cover([]))]
    assert found == ["Aurora", "Aurora"]


def test_nothing_is_added_to_a_name_in_a_headline() -> None:
    text = "Ferry Firm Aurora Opens Yard In Bergen\nNothing else."
    assert completed(text, ("Aurora", Kind.ORGANISATION)) == [("Aurora", Kind.ORGANISATION)]
