from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.data.documents import Furniture
from herodotus.readers.furniture import mark
from herodotus.readers.patterns import table

BODY = [
    "The ferry Blue Heron left the harbour at noon on Monday, the port authority said.",
    "It had ninety passengers on board, most of them on their way to the islands.",
    "“Nobody was hurt when the engine failed,” the captain, Ann Poe, told reporters.",
]


def kinds(*lines: str) -> dict[str, str]:
    """The marked words and why."""
    text = "\n\n".join(lines)
    return {region.span.of(text): region.kind.value for region in mark(text)}


def test_an_article_alone_has_no_furniture() -> None:
    assert kinds(*BODY) == {}


def test_headline_standfirst_byline_and_date_stand_above() -> None:
    above = [
        "Ferry engine fails off Port Amber",
        "Ninety aboard were brought ashore.",
        "By Ann Poe",
        "4 March 2025",
    ]
    assert kinds(*above, *BODY) == dict(zip(above, ["title", "standfirst", "byline", "date"], strict=True))


def test_a_first_sentence_is_no_headline() -> None:
    assert kinds("Port Amber closed its ferry terminal on Monday.", *BODY) == {}


def test_a_headline_again_is_marked_again() -> None:
    text = "\n\n".join(["Ferry engine fails", "Home > News > Sea", "Ferry engine fails", *BODY])
    found = [(region.kind, region.span.start) for region in mark(text)]
    assert found == [(Furniture.TITLE, 0), (Furniture.MENU, 20), (Furniture.TITLE, 39)]


def test_a_given_title_is_found_with_a_full_stop_too() -> None:
    text = "\n\n".join(["Ferry engine fails.", *BODY])
    assert [region.kind for region in mark(text, "Ferry engine fails")] == [Furniture.TITLE]


def test_the_outlets_name_is_no_headline() -> None:
    found = kinds("HARBOUR POST", "Ferry engine fails off Port Amber", *BODY, "© 2025 Harbour Post")
    assert found["HARBOUR POST"] == "menu"
    assert found["Ferry engine fails off Port Amber"] == "title"


@pytest.mark.parametrize(
    "line",
    [
        "The Blue Heron at the quay on Sunday. [HARBOUR PRESS POOL]",
        "Captain Ann Poe adjusts her cap on the bridge. (Photo by Ben Roe/Pictures Ltd)",
        "FILE - The Blue Heron enters Port Amber in 2019.",
        "The Blue Heron, pictured here in 2019, has two engines.",
        "The quay on Monday. Photograph: Ben Roe/The Harbour Post",
        "File photo",
        "Ben Roe/Reuters",
    ],
)
def test_captions_are_marked_in_the_middle(line: str) -> None:
    assert kinds(BODY[0], BODY[1], line, BODY[2]) == {line: "caption"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sign up for our morning newsletter and get the news in your inbox.", "prompt"),
        ("Follow Harbour Post on Facebook", "prompt"),
        ("Read more: Island hospital to close its night ward", "related"),
        ("Related Articles", "related"),
        ("ADVERTISEMENT", "notice"),
        ("Share Tweet Email Print", "menu"),
        ("This article has been viewed 2,071 times", "notice"),
        ("Copyright 2025 Harbour Post. All rights reserved.", "notice"),
        ("What the coastguard knows", "title"),
    ],
)
def test_furniture_between_paragraphs_is_marked(line: str, kind: str) -> None:
    assert kinds(BODY[0], BODY[1], line, BODY[2]) == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "“We will not pay.”",
        "He paused.",
        "On Facebook, she thanked the crew for their calm.",
        "By Monday evening, all ninety were ashore.",
        "Photographs from the quay show smoke above the deck.",
        "Follow the money, the minister said.",
        "Sign language interpreters were at the quay.",
        "The operator had promised to:",
        "Update: two more passengers were found safe on the island on Tuesday.",
        "In London, the pound fell on Reuters screens.",
        "Share prices of the operator fell by a third.",
        "More than 1,000 people (900 of them islanders) use the ferry daily.",
        "The fire began in the engine room, two of the crew said. [HBP]",
        "“You can subscribe to our account of events or not,” the captain said.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_sentences_of_an_article_are_never_marked(line: str, place: int) -> None:
    lines = [*BODY[:place], line, *BODY[place:]]
    assert kinds(*lines) == {}


def test_a_pattern_for_any_place_names_a_word_of_its_group() -> None:
    groups = [group for rule in table("furniture")["rules"] for group in rule.get("inside", ())]
    for group in groups:
        for pattern in group["patterns"]:
            assert any(word in pattern.lower() for word in group["holds"].split()), pattern


def test_a_quotation_alone_stays_in_the_article() -> None:
    assert kinds(*BODY, "“Never again”", *BODY[:1]) == {}


def test_the_byline_below_a_short_article_marks_nothing_above_it() -> None:
    assert kinds(BODY[0], "By Ann Poe") == {"By Ann Poe": "byline"}


def test_what_stands_below_the_article_is_marked_from_the_end() -> None:
    below = [
        "BY ANN POE [ann.poe@harbourpost.example]", "Log in to comment with your account", "lock icon", "s",
        "Quelle:", "Nur Kommentare ohne Beleidigungen werden veröffentlicht.", "Rules of the Board (0/300)",
    ]  # fmt: skip
    assert set(kinds(*BODY, *below)) == set(below)


def test_credits_below_the_article_are_bylines() -> None:
    line = "Harbour Post writers Ben Roe and Cat Low contributed to this report."
    assert kinds(*BODY, line) == {line: "byline"}


def test_only_the_dateline_of_a_paragraph_is_marked() -> None:
    text = (
        "Ferry engine fails off the coast\n\nPORT AMBER (AP) — The ferry lost power at noon, the port said."
    )
    region = mark(text)[-1]
    assert (region.span.of(text), region.reason) == ("PORT AMBER (AP) —", "dateline")


def test_wrapped_paragraphs_are_not_cut_into_lines() -> None:
    wrapped = [
        "The ferry Blue Heron left the harbour at noon on Monday with",
        "ninety passengers on board, the port authority said in a note,",
        "and most of them were on their way to the islands for the",
        "spring holiday, which begins on the day after the storm and",
        "ends a week later.",
    ]
    text = "\n".join(wrapped)
    assert mark(text) == []


def test_a_date_below_several_sentences_is_that_of_an_embedded_post() -> None:
    found = kinds(
        "Ferry engine fails off Port Amber", *BODY, "4 March 2025", *[line + " Again." for line in BODY]
    )
    assert found == {"Ferry engine fails off Port Amber": "title"}


def test_a_text_of_furniture_alone_does_not_fail() -> None:
    assert kinds("Home", "News", "Sport") == {"Home": "menu", "News": "menu"}


HOSTILE = ["By A" + "-" * 9999, "a@" * 9999, "a\n" * 9999, ". " * 9999, "Aa" * 9999, " > a" * 170]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_lines_take_no_time(text: str) -> None:
    mark(text)


PIECES = [
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "By Ann Poe",
    "4 March 2025",
    "LONDON (AP) — ",
    *BODY,
    "Share",
    "(Photo: X)",
    "Ünal",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=20).map("".join))
def test_regions_are_sorted_disjoint_and_within_the_text(text: str) -> None:
    edges = [edge for region in mark(text) for edge in region.span]
    assert edges == sorted(edges)
    assert all(0 <= region.span.start < region.span.end <= len(text) for region in mark(text))
