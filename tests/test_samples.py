"""The story in samples/northsea, end to end: what samples/northsea.yaml says has to come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from herodotus.data.claims import Brief, Claim, Position
from herodotus.data.statements import Reading, Statement
from herodotus.settings import Settings

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED: dict[str, Any] = yaml.safe_load((SAMPLES / "northsea.yaml").read_text(encoding="utf-8"))
POSITIONS = [position.value for position in Position]

pytestmark = pytest.mark.skipif(
    not (files("herodotus.models") / "reader.onnx").is_file(),
    reason="src/herodotus/models/reader.onnx is not there",
)


@cache
def brief() -> Brief:
    from herodotus import pipeline  # noqa: PLC0415

    return pipeline.brief([str(SAMPLES / "northsea")], Settings())


def reading(document: str) -> Reading:
    return next(one for one in brief().readings if one.annotated.document.id == document)


def content(statement: Statement) -> str:
    text = reading(statement.document).annotated.document.text
    return " ".join(span.of(text) for span in statement.content)


def mentions(text: str, words: Sequence[str]) -> bool:
    """All of the words; "a|b" is satisfied by either."""
    return all(any(part.lower() in text.lower() for part in word.split("|")) for word in words)


def statements(case: dict[str, Any]) -> list[Statement]:
    """Those of one document with these words and, where given, this source."""
    return [
        one
        for one in reading(case["document"]).statements
        if mentions(content(one), case.get("words", []))
        and mentions(one.source.name, [case.get("source", "")])
    ]


def claims(words: Sequence[str]) -> Iterator[Claim]:
    """Claims that someone asserts with these words."""
    for story in brief().stories:
        for claim in story.claims:
            held = [stand for stand in claim.stands if stand.position is Position.ASSERTS]
            if any(mentions(content(statement(stand.document, stand.statement)), words) for stand in held):
                yield claim


def statement(document: str, identity: str) -> Statement:
    return next(one for one in reading(document).statements if one.id == identity)


def takes(claim: Claim, position: str, document: str, source: str) -> bool:
    return any(
        stand.position.value == position
        and stand.document == document
        and mentions(statement(document, stand.statement).source.name, [source])
        for stand in claim.stands
    )


def cases(part: str, needed: str = "") -> list[Any]:
    """The cases of one part, those that do not come out yet marked: they have to fail."""
    return [
        pytest.param(
            case,
            id=name(case),
            marks=[pytest.mark.xfail(reason=case["not_yet"], strict=True)] if "not_yet" in case else [],
        )
        for case in EXPECTED[part]
        if needed in case or not needed
    ]


def name(case: dict[str, Any]) -> str:
    return str(case.get("name") or "-".join(str(value) for value in case.values()))


def test_what_is_read() -> None:
    assert sorted(one.annotated.document.id for one in brief().readings) == EXPECTED["read"]


@pytest.mark.parametrize("case", cases("skipped"))
def test_what_is_skipped_and_why(case: dict[str, str]) -> None:
    found = next(one for one in brief().skipped if one.origin.endswith(case["origin"]))
    assert case["reason"] in found.reason


@pytest.mark.parametrize(("document", "publisher"), EXPECTED["publishers"].items())
def test_the_publisher(document: str, publisher: str) -> None:
    assert reading(document).annotated.document.publisher == publisher


@pytest.mark.parametrize(("document", "published"), EXPECTED["published"].items())
def test_the_day_of_publication(document: str, published: str) -> None:
    assert (reading(document).annotated.document.published or "")[:10] == published


def test_all_belong_to_one_story() -> None:
    assert len(brief().stories) == EXPECTED["stories"]


def test_a_lying_charset_is_seen_through() -> None:
    text = reading("elbe-tribune").annotated.document.text
    assert "“It is a hole the size of a café table,”" in text


@pytest.mark.parametrize("case", cases("claims"))
def test_a_claim_gathers_its_positions(case: dict[str, Any]) -> None:
    wanted = [(position, *pair) for position in POSITIONS for pair in case.get(position, {}).items()]
    missing = [[one for one in wanted if not takes(claim, *one)] for claim in claims(case["words"])]
    assert min(missing, key=len, default=wanted) == []


@pytest.mark.parametrize("case", cases("claims", "origins"))
def test_a_claim_counts_its_origins(case: dict[str, Any]) -> None:
    largest = max(claims(case["words"]), key=lambda claim: len(claim.stands))
    assert len(largest.origins) == case["origins"]


@pytest.mark.parametrize("case", cases("statements"))
def test_a_statement_has_its_source_and_stance(case: dict[str, Any]) -> None:
    assert case["stance"] in {one.stance.value for one in statements(case)}


@pytest.mark.parametrize("case", cases("evidence"))
def test_a_statement_names_its_evidence(case: dict[str, Any]) -> None:
    assert case["evidence"] in {one.evidence.value for one in statements(case)}


@pytest.mark.parametrize("case", cases("chains"))
def test_a_relay_is_a_chain(case: dict[str, Any]) -> None:
    chains = [one.chain for one in statements(case)]
    wanted = case["chain"]
    assert any(
        len(c) == len(wanted) and all(map(mentions, c, ([link] for link in wanted))) for c in chains
    ), chains


@pytest.mark.parametrize("case", cases("countries"))
def test_a_source_has_its_country(case: dict[str, Any]) -> None:
    assert tuple(case["country"]) in {one.source.country for one in statements(case)}


@pytest.mark.parametrize("case", cases("differences"))
def test_a_difference_has_its_class(case: dict[str, Any]) -> None:
    of_class = [
        [value.value for value in difference.values]
        for story in brief().stories
        for difference in story.differences
        if difference.kind.value == case["class"]
    ]
    assert any(
        all(any(wanted in value for value in values) for wanted in case["values"]) for values in of_class
    ), of_class


@pytest.mark.parametrize("case", cases("timeline"))
def test_a_day_is_on_the_timeline(case: dict[str, Any]) -> None:
    day: date = case["day"]
    entries = [
        re.sub(r"\s+", " ", place.span.of(reading(place.document).annotated.document.text))
        for story in brief().stories
        for entry in story.timeline
        if entry.since == entry.until == day
        for place in entry.words
    ]
    assert any(mentions(words, case["words"]) for words in entries), entries


def test_no_value_stands_twice_in_one_difference() -> None:
    for difference in brief().stories[0].differences:
        told = [value.value for value in difference.values]
        assert len(set(told)) == len(told)
