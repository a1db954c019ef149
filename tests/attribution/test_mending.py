from __future__ import annotations

from dataclasses import replace

from herodotus.attribution.context import context
from herodotus.attribution.mending import mended
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span

from .build import annotated, named, parsed, said, span

JOINED = """Oslo Oslo PROPN 2 nsubj
condemned condemn VERB 0 root
the the DET 4 det
raid raid NOUN 2 obj
and and CCONJ 6 cc
urged urge VERB 2 conj
calm calm NOUN 6 obj"""


def contents(text: str, *attributions: Attribution) -> list[list[str]]:
    return [[s.of(text) for s in a.content] for a in mended(context(annotated(text)), attributions)]


def test_a_gap_of_a_few_words_is_closed() -> None:
    text = "The mayor said the old dam was safe."
    assert contents(text, said(text, "The mayor", "said", "the old", "was safe")) == [
        ["the old dam was safe"]
    ]


def test_a_gap_with_the_cue_stays_open() -> None:
    text = '"It is dry," he said, "and warm now."'
    found = said(text, "he", "said", '"It is dry,"', '"and warm now."')
    assert contents(text, found) == [['"It is dry,"', '"and warm now."']]


def test_a_cut_off_quotation_is_made_whole() -> None:
    text = "“We will send two ships to the coast,” she said."
    assert contents(text, said(text, "she", "said", "send two ships to the coast")) == [
        ["“We will send two ships to the coast,”"]
    ]


def test_the_source_is_the_phrase_nearest_to_the_cue_in_its_sentence() -> None:
    text = "The army was silent. The mayor said it was dry."
    found = Attribution(
        (span(text, "The army"), span(text, "The mayor")),
        (span(text, "said"),),
        (span(text, "it was dry"),),
        1,
    )
    (kept,) = mended(context(annotated(text)), [found])
    assert [s.of(text) for s in kept.source] == ["The mayor"]


def test_what_another_cue_governs_in_its_own_sentence_is_given_to_it() -> None:
    text = "The mayor said it was dry. The ship sank in the night, the army said."
    army = Attribution(
        (span(text, "the army"),), (span(text, "said", 1),), (span(text, "The ship sank in the night"),), 1
    )
    mayor = said(text, "The mayor", "said", "it was dry", "The ship sank in the night")
    assert contents(text, mayor, army) == [["it was dry"], ["The ship sank in the night"]]


def test_an_aside_is_no_statement() -> None:
    text = "The mayor said it was dry, citing new maps."
    assert contents(
        text, said(text, "The mayor", "said", "it was dry"), said(text, "The mayor", "citing", "new maps")
    ) == [["it was dry"]]


def test_a_joined_verb_takes_the_source_of_the_first() -> None:
    text = "Oslo condemned the raid and urged calm"
    document = annotated(text, tokens=parsed(text, JOINED))
    found = [said(text, "Oslo", "condemned", "the raid"), said(text, "", "urged", "calm")]
    assert [a.source for a in mended(context(document), found)] == [(Span(0, 4),), (Span(0, 4),)]


def test_what_was_asked_goes_with_the_refusal() -> None:
    text = "The mayor, when questioned about the ships, declined to comment."
    found = [
        said(text, "The mayor", "questioned about", "the ships"),
        said(text, "The mayor", "declined", "to comment"),
    ]
    assert contents(text, *found) == [["the ships", "to comment"]]


def test_under_according_to_the_clause_begins_with_the_sentence() -> None:
    text = "The old dam by the river is safe, according to the mayor."
    assert contents(text, said(text, "the mayor", "according to", "river is safe")) == [
        ["The old dam by the river is safe"]
    ]


def test_sentences_cut_at_a_comma_are_put_together() -> None:
    text = "Citing old maps, the mayor said it was dry. It rained."
    cut = (Span(0, 16), Span(17, 43), Span(44, len(text)))
    whole = context(replace(annotated(text), sentences=cut)).sentences
    assert [s.of(text) for s in whole] == ["Citing old maps, the mayor said it was dry.", "It rained."]


def test_who_is_asked_in_the_passive_does_not_speak() -> None:
    text = "Skippers were asked to keep away"
    rows = """Skippers skipper NOUN 3 nsubj:pass
were be AUX 3 aux:pass
asked ask VERB 0 root
to to PART 5 mark
keep keep VERB 3 xcomp
away away ADV 5 advmod"""
    document = annotated(text, tokens=parsed(text, rows))
    (kept,) = mended(context(document), [said(text, "Skippers", "were asked", "to keep away")])
    assert kept.source == ()
    assert [s.of(text) for s in kept.content] == ["Skippers", "to keep away"]


def test_an_audience_is_no_content() -> None:
    text = "The mayor told Kattegat Wire that it was dry."
    document = annotated(text, entities=(named(text, "Kattegat Wire"),))
    (kept,) = mended(context(document), [said(text, "The mayor", "told", "Kattegat Wire that it was dry")])
    assert [s.of(text) for s in kept.content] == ["that it was dry"]


def test_a_wish_to_stay_unnamed_is_no_statement() -> None:
    text = "An officer asked not to be named."
    assert contents(text, said(text, "An officer", "asked", "not to be named")) == []


REJECTED = """owner owner NOUN 2 nsubj
rejected reject VERB 0 root
a a DET 5 det
Danish danish ADJ 5 amod
claim claim NOUN 2 advcl
that that SCONJ 8 mark
it it PRON 8 nsubj
leaks leak VERB 5 acl"""


def test_what_is_rejected_may_be_the_word_of_somebody_else() -> None:
    text = "The owner rejected a Danish claim that it leaks."
    found = said(text, "The owner", "rejected"), said(text, "Danish", "claim", "that it leaks")
    [outer, _] = mended(context(annotated(text, tokens=parsed(text, REJECTED))), found)
    assert [part.of(text) for part in outer.content] == ["Danish claim that it leaks"]


def test_a_quotation_is_whole_from_its_first_word() -> None:
    text = "“We will send two ships to the coast and a crane,” she said."
    assert contents(text, said(text, "she", "said", "“We will send")) == [
        ["“We will send two ships to the coast and a crane,”"]
    ]


def test_the_day_of_saying_is_no_content() -> None:
    text = "The mayor said yesterday the dam was safe."
    assert contents(text, said(text, "The mayor", "said", "yesterday the dam was safe")) == [
        ["the dam was safe"]
    ]


def test_the_last_words_of_a_sentence_belong_to_the_content() -> None:
    text = "The mayor said the dam was mended last year."
    assert contents(text, said(text, "The mayor", "said", "the dam was mended last")) == [
        ["the dam was mended last year"]
    ]


def test_the_last_words_of_a_sentence_are_left_to_another_clause() -> None:
    text = "The mayor said the dam was mended after the flood."
    assert contents(text, said(text, "The mayor", "said", "the dam was mended")) == [["the dam was mended"]]


def test_doing_is_no_saying() -> None:
    text = "The mayor had served that sentence."
    rows = """The the DET 2 det
mayor mayor NOUN 4 nsubj
had have AUX 4 aux
served serve VERB 0 root
that that DET 6 det
sentence sentence NOUN 4 obj"""
    given = annotated(text, said(text, "The mayor", "had served", "that sentence"), tokens=parsed(text, rows))
    assert mended(context(given), given.attributions) == ()


def test_a_passive_without_a_source_must_be_one_of_saying() -> None:
    text = "The mayor was named the best of all. The ferry was said to be old."
    named_best = said(text, "", "was named", "the best of all")
    assert contents(text, named_best, said(text, "", "was said", "to be old")) == [["to be old"]]


def test_sentences_that_run_on_are_parted() -> None:
    text = "He came at 1 a.m. and left. Nobody let him in."
    given = replace(annotated(text), sentences=(Span(0, len(text)),))
    assert [s.of(text) for s in context(given).sentences] == [
        "He came at 1 a.m. and left.",
        "Nobody let him in.",
    ]


def test_what_is_part_of_a_saying_is_not_said_by_nobody() -> None:
    text = "Ten boats are believed lost, the mayor said."
    whole = said(text, "the mayor", "said", "Ten boats are believed lost")
    assert contents(text, said(text, "", "are believed", "lost"), whole) == [["Ten boats are believed lost"]]


def test_an_article_is_no_source() -> None:
    text = "The boats show a lack of care."
    assert contents(text, said(text, "The", "show", "a lack of care")) == []


def test_it_that_seems_does_not_speak() -> None:
    text = "it seemed to come from nowhere"
    assert contents(text, said(text, "it", "seemed", "to come from nowhere")) == []


def test_a_question_put_to_somebody_is_nobodys_statement() -> None:
    text = "Another was asked by the clerk if she saw it."
    assert contents(text, said(text, "", "was asked", "Another", "if she saw it")) == []


def test_who_does_it_is_not_what_is_said() -> None:
    text = "The plan was rejected by Oslo"
    rows = """The the DET 2 det
plan plan NOUN 4 nsubj:pass
was be AUX 4 aux:pass
rejected reject VERB 0 root
by by ADP 6 case
Oslo Oslo PROPN 4 obl"""
    given = annotated(text, said(text, "Oslo", "was rejected"), tokens=parsed(text, rows))
    (kept,) = mended(context(given), given.attributions)
    assert [s.of(text) for s in kept.content] == ["The plan"]


RELATIVE = """Ten ten NUM 13 nsubj
of of ADP 4 case
the the DET 4 det
boats boat NOUN 1 nmod
that that PRON 6 nsubj
left leave VERB 4 acl:relcl
the the DET 8 det
port port NOUN 6 obj
on on ADP 10 case
Monday Monday PROPN 6 obl
were be AUX 13 aux
never never ADV 13 advmod
found find VERB 17 ccomp
, , PUNCT 17 punct
the the DET 16 det
mayor mayor NOUN 17 nsubj
said say VERB 0 root
. . PUNCT 17 punct"""

CREW = """The the DET 2 det
crew crew NOUN 8 nsubj
of of ADP 5 case
a a DET 5 det
boat boat NOUN 2 nmod
that that PRON 7 nsubj
passed pass VERB 5 acl:relcl
described describe VERB 0 root
smoke smoke NOUN 8 obj
. . PUNCT 8 punct"""


def test_a_relative_clause_between_two_pieces_belongs_to_them() -> None:
    text = "Ten of the boats that left the port on Monday were never found, the mayor said."
    whole = context(annotated(text, tokens=parsed(text, RELATIVE)))
    (found,) = mended(whole, [said(text, "the mayor", "said", "Ten", "were never found")])
    assert [span.of(text) for span in found.content] == [
        "Ten of the boats that left the port on Monday were never found"
    ]


def test_a_source_that_breaks_off_is_finished() -> None:
    text = "The crew of a boat that passed described smoke."
    whole = context(annotated(text, tokens=parsed(text, CREW)))
    (found,) = mended(whole, [said(text, "The crew of a boat that", "described", "smoke")])
    assert [span.of(text) for span in found.source] == ["The crew of a boat that passed"]
