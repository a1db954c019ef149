from __future__ import annotations

import pytest

from herodotus.attribution import attribute

from .build import annotated, named, said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Citing newly declassified intelligence, the ministry said the dam was mined.",
         "the ministry", "said", "the dam was mined", "declassified intelligence"),
        ("The ministry confirmed the loss of the dam, citing intelligence.",
         "The ministry", "confirmed", "the loss of the dam", "intelligence"),
        ("The envoy said Dutch intelligence shows that the dam was mined.",
         "The envoy", "said", "Dutch intelligence shows that the dam was mined", "intelligence"),
        ("The head of the intelligence service said the dam was safe.",
         "The head of the intelligence service", "said", "the dam was safe", "none stated"),
        ("Satellite images from May show a breach, the institute said.",
         "the institute", "said", "Satellite images from May show a breach", "satellite imagery"),
        ("The dam was mined, according to experts who examined debris.",
         "experts who examined debris", "according to", "The dam was mined", "physical examination"),
        ("Engineers said the dam was old.", "Engineers", "said", "the dam was old", "expert assessment"),
        ("According to a leaked report, the dam was old.",
         "a leaked report", "According to", "the dam was old", "document"),
        ("The dam was old, the paper wrote, citing court documents.",
         "the paper", "wrote", "The dam was old", "document"),
        ("“It sounded like a train,” said Ida Holm.", "Ida Holm", "said", "“It sounded like a train,”", "eyewitness"),
        ("Witnesses said the dam broke at noon.", "Witnesses", "said", "the dam broke at noon", "eyewitness"),
        ("The dam was mined, said an official who spoke on condition of anonymity.",
         "an official", "said", "The dam was mined", "unnamed officials"),
        ("State television said the dam was safe.",
         "State television", "said", "the dam was safe", "state media"),
        ("The mayor said in a statement the dam was safe.",
         "The mayor", "said in a statement", "the dam was safe", "none stated"),
    ],
)  # fmt: skip
def test_the_words_that_govern_a_statement_give_its_evidence(
    text: str, source: str, cue: str, content: str, expected: str
) -> None:
    document = annotated(text, said(text, source, cue, content))
    assert attribute(document)[0].evidence.value == expected


def test_an_agency_as_the_source_is_evidence_and_as_the_audience_is_not() -> None:
    text = "Reuters reported the dam broke. The mayor told Reuters it was old."
    reuters = named(text, "Reuters", "GBR")
    first = said(text, "Reuters", "reported", "the dam broke")
    second = said(text, "The mayor", "told", "it was old")
    statements = attribute(annotated(text, first, second, entities=(reuters,)))
    assert [s.evidence.value for s in statements] == ["news agency", "none stated"]


def test_a_citing_phrase_goes_with_the_nearer_source() -> None:
    text = "The mayor said the dam was safe, while the army, citing satellite images, said it was cracked."
    first = said(text, "The mayor", "said", "the dam was safe")
    document = annotated(text, first, said(text, "the army", "images, said", "it was cracked"))
    assert [s.evidence.value for s in attribute(document) if s.cue] == ["none stated", "satellite imagery"]
