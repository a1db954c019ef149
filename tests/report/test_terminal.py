"""What an analyst reads in a terminal, and what must never reach it."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from herodotus.data.claims import Brief, Link
from herodotus.report import terminal
from herodotus.report.standing import Index

from .sample import ferry_story, many, sample


def printed(brief: Brief, **options: object) -> str:
    out = io.StringIO()
    terminal.render(brief, Console(file=out, **({"width": 80} | options)))  # type: ignore[arg-type]
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_contested_claim_comes_first_with_all_positions() -> None:
    claim = flat(printed(sample()).split("CLAIMS")[1].split("The boxes drifted")[0])
    assert "asserted by Ministry of Transport (NOR) [1, 3]" in claim
    assert "denied by Brightwater Lines [1, 2]; Tom Vane [1]" in claim
    assert "declined by harbour master of Hirtshals (DNK) [1]" in claim
    assert "2 origins · evidence: satellite imagery, official statement" in claim


def test_exact_words_stand_with_their_document() -> None:
    assert "“as many as 19 containers are missing” [2]" in flat(printed(sample()))


def test_a_publisher_that_prints_an_agencys_text() -> None:
    brief = sample()
    story = brief.stories[0]
    claim = story.claims[0]
    told = next(v for v in Index(brief).voices(claim) if v.statement.narrated)
    link = Link(told.document.id, told.statement.id, ("The Harbour Gazette", "Fjord Wire"), "credited", True)
    claim = replace(claim, origins=(replace(claim.origins[0], links=(link,), high=2), *claim.origins[1:]))
    brief = replace(brief, stories=(replace(story, claims=(claim,)), *brief.stories[1:]))
    text = flat(printed(brief))
    assert "The Harbour Gazette in its own words [1] (text of Fjord Wire)" in text
    assert "2 to 3 origins" in text


def test_nothing_is_called_confirmed_or_true() -> None:
    text = printed(sample()).lower()
    assert not any(word in text for word in ("confirmed", "verified", "true"))


def test_unknown_publisher_is_shown_as_unknown() -> None:
    assert "3 unknown publisher undated untitled" in flat(printed(sample()))


def test_what_only_is_doubted_has_no_origin() -> None:
    assert "doubted by an insurer [2] no document asserts it" in flat(printed(sample()))


def test_differences_have_values_holders_and_origins() -> None:
    text = flat(printed(sample()))
    assert "containers lost · conflict 14 containers 14" in text
    assert "as many as 19 containers at most 19 unnamed officials [2] 1 origin" in text


def test_timeline_is_in_order() -> None:
    text = printed(sample()).split("TIMELINE")[1]
    assert text.index("Jun – Aug 2030") < text.index("3 – 4 Mar 2031") < text.index("5 Mar 2031")


def test_left_out_is_told_with_reasons() -> None:
    text = flat(printed(sample()))
    assert "wires/empty.txt: the file is empty (read)" in text
    assert "[1] 210 of 731 characters are page furniture: title, byline" in text


def test_no_control_character_of_an_article_is_printed() -> None:
    text = printed(sample(), no_color=True, force_terminal=False)
    kinds = {unicodedata.category(c) for c in text if c != "\n"}
    assert not kinds & {"Cc", "Cf"}
    assert "␛[2J" in text


def test_markup_in_an_article_stays_text() -> None:
    story = replace(ferry_story(), title="[bold red]14 boxes[/] :ship:")
    assert "[bold red]14 boxes[/] :ship:" in printed(replace(sample(), stories=(story,)))


@pytest.mark.parametrize("width", [60, 80, 200])
def test_lines_keep_to_the_width(width: int) -> None:
    assert max(map(cell_len, printed(sample(), width=width).splitlines())) <= width


def test_no_colour_prints_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in printed(sample(), force_terminal=True)


def test_long_lists_say_how_much_they_leave_out() -> None:
    assert "and 3 more; the dossier has them all." in printed(many(3))


def test_empty_brief_prints() -> None:
    assert "nothing" in printed(Brief((), (), ()))
