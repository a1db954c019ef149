from __future__ import annotations

from herodotus.attribution import attribute

from .build import annotated, parsed, said

ARRIVED = """The the DET 2 det
shipment shipment NOUN 8 nsubj
, , PUNCT 6 punct
which which PRON 6 obj
Oslo Oslo PROPN 6 nsubj
denied deny VERB 2 acl:relcl
, , PUNCT 6 punct
arrived arrive VERB 0 root
on on ADP 10 case
Monday Monday PROPN 8 obl
. . PUNCT 8 punct"""
SHELL = """It it PRON 2 nsubj
sank sink VERB 0 root
, , PUNCT 2 punct
the the DET 5 det
mayor mayor NOUN 6 nsubj
said say VERB 2 parataxis
, , PUNCT 2 punct
speaking speak VERB 6 advcl
to to ADP 10 case
reporters reporter NOUN 8 obl
in in ADP 12 case
Oslo Oslo PROPN 8 obl
. . PUNCT 2 punct"""


def test_what_an_attribution_leaves_of_a_sentence_is_narrated() -> None:
    text = "The shipment, which Oslo denied, arrived on Monday."
    document = annotated(text, said(text, "Oslo", "denied", "which"), tokens=parsed(text, ARRIVED))
    told = [s for s in attribute(document) if s.narrated]
    assert [[part.of(text) for part in s.content] for s in told] == [["The shipment", "arrived on Monday."]]


def test_the_shell_around_a_content_is_no_narration() -> None:
    text = "It sank, the mayor said, speaking to reporters in Oslo."
    document = annotated(text, said(text, "the mayor", "said", "It sank"), tokens=parsed(text, SHELL))
    assert [s for s in attribute(document) if s.narrated] == []
