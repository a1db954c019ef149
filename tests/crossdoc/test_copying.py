from __future__ import annotations

from dataclasses import replace

from herodotus.crossdoc.copying import Copies, Text, copies
from herodotus.data.statements import Reading
from tests.builders import Said, reading

REPORT = (
    "The ferry left the quay of Vesterhavn an hour late on Monday because of thick fog over the sound",
    "Forty passengers waited in the old customs house until the harbour master let it go at last",
    "The line has had the worst winter in its history and wants to buy a second boat this summer",
)
OWN = "Fishermen from three villages met on the pier to protest against the new quota for cod and herring"
OTHER = "The school of Lillevik lost its roof in the storm of Sunday and will be closed for the whole week"


def told(identity: str, *sentences: str, agency: str | None = None) -> Reading:
    found = reading(identity, *(Said(each) for each in sentences))
    return replace(
        found, annotated=replace(found.annotated, document=replace(found.annotated.document, agency=agency))
    )


def found(*readings: Reading) -> Copies:
    return copies(readings)


def test_the_same_sentence_in_two_copies_is_one_text() -> None:
    same = found(told("alpha", *REPORT), told("beta", *REPORT))
    assert same.same(("alpha", "s2"), ("beta", "s2"))
    assert not same.same(("alpha", "s2"), ("beta", "s3"))
    assert same.reason(("alpha", "s2")) == "same text as [beta]; which came first is not known"


def test_a_copy_without_credit_is_the_agencys_text() -> None:
    same = found(told("alpha", *REPORT, agency="Associated Press"), told("beta", *REPORT))
    text = same.text(("beta", "s1"))
    assert text is not None
    assert text.agency == "Associated Press"
    assert text.reason == "100% of its telling is the text of [alpha], which credits Associated Press"


def test_in_a_text_that_only_holds_part_of_it_the_rest_is_its_own() -> None:
    same = found(
        told("alpha", *REPORT, agency="Associated Press"), told("beta", OWN, *REPORT, OTHER, OTHER.upper())
    )
    assert same.text(("beta", "s1")) is None
    assert same.reason(("beta", "s2")) == "same text as [alpha], which credits Associated Press"


def test_an_outlet_that_others_credit_tells_its_own() -> None:
    alpha = told("alpha", *REPORT, agency="CNN")
    cnn = told("beta", *REPORT)
    document = replace(cnn.annotated.document, publisher="cnn.com")
    same = found(alpha, replace(cnn, annotated=replace(cnn.annotated, document=document)))
    assert same.text(("beta", "s1")) == Text("CNN", "published by CNN itself", known=False)
    assert same.reason(("beta", "s1")) is None


def test_an_outlet_that_prints_an_agencys_text_tells_that_agencys() -> None:
    fox = told("gamma", OWN, *REPORT, OTHER, OTHER.upper())
    document = replace(fox.annotated.document, publisher="foxnews.com")
    fox = replace(fox, annotated=replace(fox.annotated, document=document))
    same = found(told("alpha", *REPORT, agency="Reuters"), told("beta", OTHER, agency="Fox News"), fox)
    assert [text.agency for n in (1, 2) if (text := same.text(("gamma", f"s{n}")))] == ["Fox News", "Reuters"]


def test_reports_of_their_own_share_no_text() -> None:
    same = found(told("alpha", *REPORT), told("beta", OWN, OTHER))
    assert same.groups == {}
    assert same.reason(("alpha", "s1")) is None


def test_what_is_alike_through_a_third_is_one_text() -> None:
    same = found(told("alpha", *REPORT), told("beta", *REPORT), told("gamma", *REPORT))
    assert len({same.groups[name, "s1"] for name in ("alpha", "beta", "gamma")}) == 1


def test_the_order_of_the_documents_makes_no_difference() -> None:
    read = [
        told("alpha", *REPORT),
        told("beta", OWN, *REPORT, agency="Reuters"),
        told("gamma", *REPORT[1:], OTHER),
    ]
    assert found(*read) == found(*reversed(read))


def test_short_sentences_behind_changed_words_are_not_mistaken_for_each_other() -> None:
    short = ("Nobody was hurt in the fog", "Nobody got his money back", "Nobody said he was sorry")
    edited = (
        REPORT[0].replace("an hour", "two and a half long hours").replace("thick fog", "impenetrable sea fog")
    )
    same = found(told("alpha", *REPORT, *short), told("beta", edited, *REPORT[1:], *short))
    assert [same.same(("alpha", f"s{n}"), ("beta", f"s{n}")) for n in (4, 5, 6)] == [True, True, True]
    assert not same.same(("alpha", "s4"), ("beta", "s5"))
    assert len({same.groups["alpha", f"s{n}"] for n in (4, 5, 6)}) == 3
