from __future__ import annotations

from herodotus.annotation.armaments import joined
from herodotus.data.annotations import Form, Kind, Mention, Token
from herodotus.data.documents import Span

# word, tag, head, relation
GRADS = "The DET 2 det|Grad PROPN 2 compound|rockets NOUN 3 nsubj|hit VERB 3 root|Ulm PROPN 3 obj"


def read(rows: str) -> tuple[str, list[Token]]:
    split = [row.split() for row in rows.split("|")]
    text = " ".join(word for word, *_ in split)
    tokens, at = [], 0
    for word, tag, head, relation in split:
        tokens.append(Token(Span(at, at + len(word)), word.lower(), tag, int(head), relation))
        at += len(word) + 1
    return text, tokens


def told(rows: str, *found: tuple[str, Kind, float]) -> list[tuple[str, Kind]]:
    text, tokens = read(rows)
    mentions = [
        Mention(Span(text.index(w), text.index(w) + len(w)), kind, Form.NAMED, score)
        for w, kind, score in found
    ]
    return [
        (m.span.of(text), m.kind) for m in sorted(joined(mentions, tokens, [0], text), key=lambda m: m.span)
    ]


def test_what_the_model_missed_is_added_with_its_article() -> None:
    assert told(GRADS) == [("The Grad rockets", Kind.WEAPON)]


def test_what_the_model_took_for_a_body_is_a_weapon() -> None:
    assert told(GRADS, ("Grad", Kind.ORGANISATION, 0.9)) == [("The Grad rockets", Kind.WEAPON)]


def test_a_part_is_made_whole_and_of_its_kind() -> None:
    rows = "Two NUM 3 nummod|armoured ADJ 3 amod|personnel NOUN 3 compound|carriers NOUN 4 nsubj|left VERB 4 root"
    found = told(rows, ("carriers", Kind.WEAPON, 0.6))
    assert found == [("armoured personnel carriers", Kind.PLATFORM)]


def test_an_owner_stays_a_name_of_its_own() -> None:
    rows = "Danish ADJ 1 amod|frigates NOUN 2 nsubj|sailed VERB 2 root"
    found = told(rows, ("Danish", Kind.NATIONALITY, 0.9))
    assert found == [("Danish", Kind.NATIONALITY), ("Danish frigates", Kind.PLATFORM)]


def test_what_only_modifies_is_no_mention() -> None:
    assert told("A DET 2 det|missile NOUN 2 compound|test NOUN 3 nsubj|failed VERB 3 root") == []


def test_the_model_alone_must_be_sure() -> None:
    rows = "The DET 1 det|gizmo NOUN 2 nsubj|hummed VERB 2 root"
    assert told(rows, ("The gizmo", Kind.WEAPON, 0.3)) == []
    assert told(rows, ("The gizmo", Kind.WEAPON, 0.8)) == [("The gizmo", Kind.WEAPON)]


def test_a_lone_article_is_no_mention() -> None:
    assert told("An DET 1 det|idea NOUN 2 nsubj|came VERB 2 root", ("An", Kind.WEAPON, 0.9)) == []


def test_no_words_no_mentions() -> None:
    assert joined([], [], [], "") == []
