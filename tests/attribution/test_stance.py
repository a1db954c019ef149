"""The stance that cue and content give, on sentences without syntax."""

from __future__ import annotations

from dataclasses import replace

import pytest

from herodotus.attribution import attribute
from herodotus.data.annotations import Kind
from herodotus.data.statements import Stance

from .build import annotated, named, parsed, said


def stance_of(text: str, source: str, cue: str, content: str) -> str:
    norway = named(text, "Norway", "NOR", "Norway", "Oslo", source)
    sweden = named(text, "Sweden", "SWE", "Sweden", "Stockholm")
    document = annotated(text, said(text, source, cue, content), entities=(norway, sweden))
    (statement,) = [s for s in attribute(document) if s.cue]
    return statement.stance.value


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("The minister said the ferry had sunk.", "said", "the ferry had sunk", "asserts"),
        ("The minister warned of gaps in the dyke.", "warned of", "gaps in the dyke", "asserts"),
        ("The minister accused Sweden of delay.", "accused", "Sweden of delay", "asserts"),
        ("The minister said the figure was simply wrong.", "said", "the figure was simply wrong", "denies"),
        ("The minister denied that the dyke leaks.", "denied", "that the dyke leaks", "denies"),
        ("The minister did not deny that the dyke leaks.", "deny", "that the dyke leaks", "asserts"),
        ("The minister has never said the dyke leaks.", "said", "the dyke leaks", "denies"),
        ("The minister dismissed the claims as nonsense.", "dismissed", "the claims as nonsense", "denies"),
        ("The minister called the report baseless.", "called", "the report baseless", "denies"),
        ("The minister does not believe the ferry sank.", "believe", "the ferry sank", "doubts"),
        ("The minister cast doubt on the report.", "cast doubt on", "the report", "doubts"),
        ("The minister declined to comment on the leak.", "declined", "to comment on the leak", "declines"),
        ("The minister refrained from commenting on it.", "refrained", "from commenting on it", "declines"),
        ("The minister would not say who had paid.", "would not say", "who had paid", "declines"),
        ("The minister condemned the strike.", "condemned", "the strike", "condemns"),
        ("The minister urged Sweden to pay.", "urged", "Sweden to pay", "urges"),
        ("The minister called for calm.", "called for", "calm", "urges"),
        ("The minister asked Sweden to pay.", "asked", "Sweden to pay", "urges"),
        ("The minister vowed to rebuild.", "vowed", "to rebuild", "announces"),
        ("The minister plans to resign.", "plans", "to resign", "announces"),
        ("The minister expects a cold winter.", "expects", "a cold winter", "predicts"),
        ("The minister told reporters he wants peace.", "told", "he wants peace", "asserts"),
    ],
)
def test_the_cue_decides_where_it_is_firm(text: str, cue: str, content: str, expected: str) -> None:
    assert stance_of(text, "The minister", cue, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Oslo will send two ships", "announces"),
        ("Sweden will send two ships", "predicts"),
        ("we will send two ships", "announces"),
        ("the talks could fail", "predicts"),
        ("the ferry may have sunk in the storm", "asserts"),
        ("Norway strongly condemns the raid", "condemns"),
        ("Sweden condemns the raid", "asserts"),
        ("we urge both sides to stop", "urges"),
        ("ships must keep away", "urges"),
        ("the only solution is to close the port", "urges"),
        ("the port is scheduled to be closed", "announces"),
        ("the strike is expected to last", "predicts"),
        ("there is no evidence of a leak", "denies"),
        ("the report was not true", "denies"),
        ("Norway believes Sweden will pay", "predicts"),
        ("she would not comment on the leak", "declines"),
        ("it was unclear who had paid", "doubts"),
        ("the port has been closed since May", "asserts"),
        ("the port will it ever open?", "asserts"),
    ],
)
def test_under_an_open_cue_the_content_decides(content: str, expected: str) -> None:
    text = f"The minister said on Monday {content}."
    assert stance_of(text, "The minister", "said", content) == expected


def test_a_quotation_is_cut_where_its_stance_changes() -> None:
    text = '"The dyke leaks. It has leaked since May. We will rebuild it," the mayor said.'
    document = annotated(
        text,
        said(text, "the mayor", "said", '"The dyke leaks. It has leaked since May. We will rebuild it,"'),
    )
    statements = [s for s in attribute(document) if s.cue]
    assert [s.stance for s in statements] == [Stance.ASSERTS, Stance.ANNOUNCES]
    assert statements[1].content[-1].of(text) == 'We will rebuild it,"'


def test_a_negation_in_another_clause_does_not_count() -> None:
    text = "Though it was not asked, the bank condemned the theft."
    document = annotated(text, said(text, "the bank", "condemned", "the theft"))
    assert attribute(document)[0].stance is Stance.CONDEMNS


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("if it rains, the harbour should close", "urges"),
        ("if it rains they should stay home", "urges"),
        ("Norway must be willing to pay", "urges"),
        ("we write to urge that the dam be mended", "urges"),
        ("I would say the dam is safe", "asserts"),
        ("I've never believed it is safe", "doubts"),
        ("it is not yet clear what broke the dam", "doubts"),
        ("Sweden is going to send two ships", "predicts"),
        ("Oslo is going to send two ships", "announces"),
        ("the US will send two ships", "predicts"),
    ],
)
def test_a_condition_or_a_courtesy_hides_no_stance(content: str, expected: str) -> None:
    assert stance_of(f"The minister said {content}.", "The minister", "said", content) == expected


def test_a_quoted_order_urges() -> None:
    text = "“Open the old dam now.” said Oslo."
    rows = (
        "“ “ PUNCT 2 punct\nOpen open VERB 0 root\nthe the DET 5 det\nold old ADJ 5 amod\ndam dam NOUN 2 obj"
    )
    document = annotated(
        text, said(text, "Oslo", "said", "“Open the old dam now.”"), tokens=parsed(text, rows)
    )
    assert [s.stance for s in attribute(document) if s.cue] == [Stance.URGES]


def test_an_expert_speaks_for_no_state() -> None:
    text = "Ida Berg said Norway will pay."
    expert = replace(named(text, "Ida Berg", "NOR", kind=Kind.PERSON), role="economist at a bank in Norway")
    state = named(text, "Norway", "NOR", kind=Kind.COUNTRY)
    document = annotated(text, said(text, "Ida Berg", "said", "Norway will pay"), entities=(expert, state))
    assert [s.stance for s in attribute(document) if s.cue] == [Stance.PREDICTS]


def test_none_after_a_denial_is_the_denial_in_words() -> None:
    text = "The owner denied the leak. “There were no holes in the hull,” said Ida Holm."
    found = (
        said(text, "The owner", "denied", "the leak"),
        said(text, "Ida Holm", "said", "“There were no holes in the hull,”"),
    )
    assert [s.stance.value for s in attribute(annotated(text, *found)) if s.cue] == ["denies", "denies"]


def test_two_clauses_may_have_two_stances() -> None:
    text = "The minister said the dam was old and that Sweden should pay."
    given = said(text, "The minister", "said", "the dam was old and that Sweden should pay")
    found = [s for s in attribute(annotated(text, given)) if s.cue]
    assert [s.stance for s in found] == [Stance.ASSERTS, Stance.URGES]
    assert found[0].content[0].of(text) == "the dam was old"
