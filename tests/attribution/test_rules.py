"""Rules on hand-made syntax: word, lemma, tag, head (from 1, 0 the root), relation."""

from __future__ import annotations

from dataclasses import replace

from herodotus.attribution import attribute
from herodotus.data.annotations import Quantity
from herodotus.data.statements import Statement

from .build import annotated, named, parsed, said, span

REFRAINED = """Oslo Oslo PROPN 2 nsubj
refrained refrain VERB 0 root
from from SCONJ 4 mark
commenting comment VERB 2 advcl
, , PUNCT 2 punct
when when ADV 7 advmod
questioned question VERB 2 advcl
about about ADP 10 case
the the DET 10 det
ships ship NOUN 7 obl
. . PUNCT 2 punct"""

DENIED = """The the DET 2 det
mayor mayor NOUN 3 nsubj
dismissed dismiss VERB 0 root
the the DET 5 det
allegations allegation NOUN 3 obj
and and CCONJ 7 cc
condemned condemn VERB 3 conj
the the DET 9 det
raid raid NOUN 7 obj
. . PUNCT 3 punct"""

COUNTED = """Oslo Oslo PROPN 2 nsubj
puts put VERB 0 root
the the DET 4 det
loss loss NOUN 2 obj
at at ADP 6 case
40 40 NUM 2 obl
. . PUNCT 2 punct"""

SILENT = """The the DET 2 det
bank bank NOUN 5 nsubj
did do AUX 5 aux
not not PART 5 advmod
respond respond VERB 0 root
to to ADP 8 case
a a DET 8 det
request request NOUN 5 obl
. . PUNCT 5 punct"""


def by_rule(text: str, rows: str) -> list[Statement]:
    return [s for s in attribute(annotated(text, tokens=parsed(text, rows))) if s.cue]


def test_a_refusal_to_comment_has_as_content_what_was_asked() -> None:
    text = "Oslo refrained from commenting, when questioned about the ships."
    (statement,) = by_rule(text, REFRAINED)
    assert statement.stance.value == "declines"
    assert [part.of(text) for part in statement.content] == [
        "from commenting",
        "when questioned about the ships",
    ]


def test_denial_and_condemnation_share_a_subject() -> None:
    text = "The mayor dismissed the allegations and condemned the raid."
    found = by_rule(text, DENIED)
    assert [(s.source.name, s.stance.value, s.content[0].of(text)) for s in found] == [
        ("The mayor", "denies", "the allegations"),
        ("The mayor", "condemns", "the raid"),
    ]


def test_no_answer_is_a_statement() -> None:
    text = "The bank did not respond to a request."
    (statement,) = by_rule(text, SILENT)
    assert (statement.cue[0].of(text), statement.stance.value) == ("did not respond", "declines")


def test_what_the_model_found_is_not_found_twice() -> None:
    text = "The mayor dismissed the allegations and condemned the raid."
    model = said(text, "The mayor", "dismissed", "the allegations")
    found = [s for s in attribute(annotated(text, model, tokens=parsed(text, DENIED))) if s.cue]
    assert [s.score for s in found] == [0.9, 0.5]


def test_a_number_put_on_something_is_a_statement() -> None:
    text = "Oslo puts the loss at 40."
    at = span(text, "40")
    document = replace(
        annotated(text, tokens=parsed(text, COUNTED)), quantities=(Quantity(at, 40, 40, 40, "count", ""),)
    )
    (statement,) = [s for s in attribute(document) if s.cue]
    assert [part.of(text) for part in statement.content] == ["the loss at 40"]


BESIDE = """The the DET 2 det
owner owner NOUN 6 nsubj
of of ADP 5 case
the the DET 5 det
ship ship NOUN 2 nmod
rejected reject VERB 0 root
on on ADP 8 case
Monday Monday PROPN 6 obl
a a DET 10 det
claim claim NOUN 6 parataxis
. . PUNCT 6 punct"""

CLOSING = """Ten ten NUM 2 nummod
boats boat NOUN 3 nsubj
sank sink VERB 0 root
off off ADP 5 case
Ribe Ribe PROPN 3 obl
, , PUNCT 3 punct
Oslo Oslo PROPN 3 nsubj
said say VERB 3 advcl
. . PUNCT 3 punct"""


def test_an_object_that_a_tree_puts_beside_its_verb_is_what_is_rejected() -> None:
    text = "The owner of the ship rejected on Monday a claim."
    (statement,) = [s for s in attribute(annotated(text, tokens=parsed(text, BESIDE))) if s.cue]
    assert (statement.source.name, statement.stance.value) == ("The owner of the ship", "denies")
    assert "a claim" in statement.content[0].of(text)


def test_whoever_closes_a_sentence_says_it_whatever_the_tree() -> None:
    text = "Ten boats sank off Ribe, Oslo said."
    document = annotated(text, tokens=parsed(text, CLOSING), entities=(named(text, "Oslo", "NOR"),))
    (statement,) = [s for s in attribute(document) if s.cue]
    assert statement.source.name == "Oslo"
    assert [span.of(text) for span in statement.content] == ["Ten boats sank off Ribe"]
