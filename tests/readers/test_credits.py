from __future__ import annotations

import pytest

from herodotus.readers.credits import credited

LEAD = (
    "The ferry left the quay an hour late on Monday because of fog over the sound, the harbour master said."
)
MORE = "Forty passengers waited in the old customs house until it was let go in the late afternoon."


def credit(*lines: str, publisher: str = "Vesterhavn Post", signed: bool = False) -> str | None:
    found = credited("\n\n".join([*lines]), publisher, signed=signed)
    return found.agency if found else None


@pytest.mark.parametrize(
    "line",
    [
        "By IDA HOLM Associated Press",
        "By IDA HOLM AP Maritime Writer",
        "By The Associated Press",
        "Ida Holm, Associated Press Published 9:21 a.m. ET March 4, 2024",
        "The Associated Press | Monday, March 4, 2024, 7:24 a.m.",
        "The Associated Press — By IDA HOLM - Associated Press",
        "Posted 6:08 am, March 4, 2024, by Associated Press",
        "Copyright 2024 The Associated Press. All rights reserved.",
    ],
)
def test_a_line_credits_the_agency(line: str) -> None:
    assert credit("Ferry late again", line, LEAD, MORE) == "Associated Press"


def test_a_dateline_below_a_gallery() -> None:
    pictures = [f"Image {n} of 5: the quay of Vesterhavn in thick fog on Monday." for n in range(1, 6)]
    assert credit(*pictures, f"VESTERHAVN (AP) — {LEAD}", MORE) == "Associated Press"


def test_its_writers_at_the_end_where_nobody_signed() -> None:
    last = "Associated Press writer Per Aasen in Oslo contributed to this report."
    assert credit("Ferry late again", LEAD, MORE, last) == "Associated Press"
    assert credit("Ferry late again", LEAD, MORE, last, signed=True) is None


@pytest.mark.parametrize(
    "line",
    [
        "AP Photo/Ida Holm",
        "Ida Holm / AP",
        "Credit: The Associated Press",
        "The quay in fog. (Photo by Ida Holm, Associated Press)",
        "By Michael Bloomberg",
        "© REUTERS/ Ida Holm The quay of Vesterhavn in fog.",
        "Copyright 2024 KCTV (Holm Corp.) All rights reserved.",
        "Post staff and The Associated Press contributed to this report.",
        "The harbour master told Reuters that he was sorry.",
        "FILE - The quay. (Copyright 2017 The Associated Press. All rights reserved.)",
    ],
)
def test_pictures_helpers_and_sentences_credit_nobody(line: str) -> None:
    assert credit("Ferry late again", LEAD, line, MORE) is None


def test_a_house_does_not_credit_itself() -> None:
    assert credit("By Ida Holm, CNN", LEAD, publisher="cnn.com") is None
    assert credit("By Ida Holm, CNN", LEAD) == "CNN"
