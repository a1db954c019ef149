"""The register of casualties in JSON, in the terminal and in the dossier."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from herodotus.crossdoc import gather
from herodotus.data.claims import Brief, DifferenceClass
from herodotus.data.tolls import Outcome
from herodotus.report import dossier, shapes, terminal
from tests.builders import harmed, toll_of
from tests.report.test_shapes import validator

FIRST = "Nine people were killed and 14 injured when the crane fell into the harbour on 4 March."
LATER = "At least 12 people were killed when the crane fell into the harbour on 4 March."


@pytest.fixture(scope="module")
def brief() -> Brief:
    day = ("4 March", "2024-03-04")
    nine = toll_of(FIRST, "Nine people", Outcome.KILLED, 9)
    hurt = toll_of(FIRST, "14", Outcome.INJURED, 14)
    twelve = toll_of(LATER, "12 people", Outcome.KILLED, 12, high=None)
    readings = (
        harmed("alpha", FIRST, nine, hurt, published="2024-03-04", day=day),
        harmed("beta", LATER, twelve, published="2024-03-06", day=day),
    )
    return Brief(readings, gather(readings))


def test_the_shape_keeps_to_the_schema_and_leads_to_words(brief: Brief) -> None:
    shape = shapes.brief(brief)
    validator("brief").validate(shape)
    first, second = shape["registers"]["casualties"]
    assert (first["document"], first["killed"]["best"], first["injured"]["best"]) == ("alpha", 9, 14)
    assert (second["killed"]["low"], second["killed"]["high"], second["injured"]) == (12, None, None)
    (span,) = first["killed"]["spans"]
    assert FIRST[span["start"] : span["end"]] == first["killed"]["who"][0] == "Nine people"
    assert first["time"] == "2024-03-04"


def test_a_toll_that_rose_is_told_as_an_update_of_no_claim(brief: Brief) -> None:
    (story,) = brief.stories
    (found,) = [d for d in story.differences if d.field == "killed"]
    assert (found.claim, found.kind) == (None, DifferenceClass.UPDATE)
    assert [value.normal for value in found.values] == ["9", "at least 12"]
    assert [value.holders for value in found.values] == [("The Alpha",), ("The Beta",)]


def test_the_terminal_and_the_dossier_show_the_rows(brief: Brief) -> None:
    console = Console(file=StringIO(), width=120)
    terminal.render(brief, console)
    printed, page = console.file.getvalue(), dossier.render(brief)  # type: ignore[attr-defined]
    assert "CASUALTIES" in printed
    assert "at least 12 killed" in printed
    assert "as each document counts them" in page
    assert "Nine people" in page
