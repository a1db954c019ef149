from __future__ import annotations

from herodotus.attribution import attribute
from herodotus.data.annotations import Attribution, Form
from herodotus.data.documents import Span

from .build import annotated, entity, named, parsed, said, span


def chains(text: str, *attributions: Attribution, **more: object) -> list[tuple[str, ...]]:
    statements = attribute(annotated(text, *attributions, **more))  # type: ignore[arg-type]
    return [s.chain for s in statements if s.cue]


def test_a_single_link_is_no_chain() -> None:
    text = "The mayor said the dam was safe."
    assert chains(text, said(text, "The mayor", "said", "the dam was safe")) == [()]


def test_a_source_inside_the_content_of_another_is_relayed_by_it() -> None:
    text = "The mayor said engineers believe the dam is safe."
    outer = said(text, "The mayor", "said", "engineers believe the dam is safe")
    inner = said(text, "engineers", "believe", "the dam is safe")
    assert chains(text, outer, inner) == [(), ("The mayor", "engineers")]


def test_an_outlet_that_reports_what_officials_say_comes_first() -> None:
    text = "The dam could break by May, according to unnamed officials, reported The Brussels Herald."
    herald = named(text, "The Brussels Herald", "BEL")
    found = said(text, "unnamed officials", "according to", "The dam could break by May")
    assert chains(text, found, entities=(herald,)) == [("The Brussels Herald", "unnamed officials")]


def test_it_added_carries_a_relay_on() -> None:
    text = (
        "The dam could break, according to unnamed officials, reported The Brussels Herald. "
        "It added that officials do not believe the repairs will hold."
    )
    herald = named(text, "The Brussels Herald", "BEL")
    first = said(text, "unnamed officials", "according to", "The dam could break")
    second = Attribution(
        (span(text, "officials", 1),),
        (span(text, "do not believe"),),
        (span(text, "the repairs will hold"),),
        0.9,
    )
    assert chains(text, first, second, entities=(herald,)) == [
        ("The Brussels Herald", "unnamed officials"),
        ("The Brussels Herald", "officials"),
    ]


def test_who_is_quoted_speaks_and_who_quotes_relays() -> None:
    text = "KCNA quoted the envoy as saying the talks were over."
    kcna = named(text, "KCNA", "PRK")
    found = said(text, "KCNA", "quoted the envoy as saying", "the talks were over")
    (statement,) = attribute(annotated(text, found, entities=(kcna,)))
    assert statement.source.name == "the envoy"
    assert statement.chain == ("KCNA", "the envoy")


def test_the_outlet_a_source_spoke_to_is_a_link() -> None:
    text = "The dam is safe, the mayor told Reuters."
    reuters = named(text, "Reuters", "GBR")
    assert chains(text, said(text, "the mayor", "told", "The dam is safe"), entities=(reuters,)) == [
        ("Reuters", "the mayor")
    ]


def test_the_publisher_is_left_out() -> None:
    text = "The dam is safe, the mayor told The Daily Lantern."
    lantern = entity("The Daily Lantern", "", (span(text, "The Daily Lantern"), Form.NAMED))
    assert chains(text, said(text, "the mayor", "told", "The dam is safe"), entities=(lantern,)) == [()]


def test_one_entity_does_not_relay_itself() -> None:
    text = "The mayor said the dam, which he called safe, was old."
    he = Span(text.index(" he ") + 1, text.index(" he ") + 3)
    mayor = entity("The mayor", "", (span(text, "The mayor"), Form.NOMINAL), (he, Form.PRONOUN))
    outer = said(text, "The mayor", "said", "the dam, which he called safe, was old")
    inner = Attribution((he,), (span(text, "called"),), (span(text, "safe"),), 0.9)
    assert chains(text, outer, inner, entities=(mayor,)) == [(), ()]


def test_an_outlet_that_says_only_what_another_says_makes_no_statement_of_its_own() -> None:
    text = "According to The Brussels Herald, the ministry said the dam is safe."
    herald = named(text, "The Brussels Herald", "BEL")
    outer = said(text, "The Brussels Herald", "According to", "the ministry said the dam is safe")
    inner = said(text, "the ministry", "said", "the dam is safe")
    assert chains(text, outer, inner, entities=(herald,)) == [("The Brussels Herald", "the ministry")]


def test_who_rejects_what_another_says_relays_nobody() -> None:
    text = "The owner rejected a claim by engineers that the dam leaks."
    outer = said(text, "The owner", "rejected", "a claim by engineers that the dam leaks")
    inner = said(text, "engineers", "claim", "that the dam leaks")
    assert chains(text, outer, inner) == [(), ()]


def cited(text: str, rows: str) -> tuple[str, tuple[str, ...]]:
    """Source and chain of what The Brussels Herald reports in a text whose last words are parsed."""
    herald = named(text, "The Brussels Herald", "BEL")
    found = said(text, "The Brussels Herald", "reported", "The dam could break")
    tokens = parsed(text, rows)
    (statement,) = attribute(annotated(text, found, entities=(herald,), tokens=tokens))
    return statement.source.name, statement.chain


def test_whom_an_outlet_cites_speaks_and_the_outlet_relays() -> None:
    text = "The dam could break, The Brussels Herald reported on Friday, citing two engineers."
    rows = "reported report VERB 0 root\nciting cite VERB 1 advcl\ntwo two NUM 4 nummod\nengineers engineer NOUN 2 obj"
    assert cited(text, rows) == ("two engineers", ("The Brussels Herald", "two engineers"))


def test_a_paper_that_is_cited_does_not_speak() -> None:
    text = "The dam could break, The Brussels Herald reported on Friday, citing two documents."
    rows = "reported report VERB 0 root\nciting cite VERB 1 advcl\ntwo two NUM 4 nummod\ndocuments document NOUN 2 obj"
    assert cited(text, rows) == ("The Brussels Herald", ())
