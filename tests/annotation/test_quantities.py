"""Numbers with hedge, unit and what they count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from herodotus.annotation import quantities, times
from herodotus.data.annotations import Quantity
from herodotus.data.documents import Span


def found(text: str) -> tuple[Quantity, ...]:
    sentences = [Span(0, len(text))]
    return quantities.find(text, sentences, times.find(text, sentences, times.Anchor()))


def one(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "of"),
    [
        ("The fire left six fatalities.", 6, 6, 6, "fatalities"),
        ("It lost more than 3,000 crates.", 3000, 3000, None, "crates"),
        ("There were at least 43 injuries.", 43, 43, None, "injuries"),
        ("Norway puts the number of lost crates at 120.", 120, 120, 120, ""),
        ("Sweden spoke of several dozen.", 36, None, None, ""),
        ("He said that several dozen crates were lost.", 36, None, None, "crates"),
        ("A minimum of 12 boats sank.", 12, 12, None, "boats"),
        ("As many as 40 miners were trapped.", None, 40, 40, "miners"),
        ("Fewer than 10 ships came.", None, 10, 10, "ships"),
        ("Ministers of around 30 nations met.", 27, 30, 33, "nations"),
        ("Nearly 300 Norwegian sailors left.", 270, 300, 300, "Norwegian sailors"),
        ("300 or more soldiers left.", 300, 300, None, "soldiers"),
        ("Between 3 and 5 people fell ill.", 3, None, 5, "people"),
        ("Some 3-5 trucks passed.", 3, None, 5, "trucks"),
        ("Two or three people fell ill.", 2, None, 3, "people"),
        ("It moved 1.2 million people.", 1200000, 1200000, 1200000, "people"),
        ("Half a dozen ships came.", 6, 6, 6, "ships"),
        ("Twenty-five wind turbines stood still.", 25, 25, 25, "wind turbines"),
        ("At least one of these barrels leaked.", 1, 1, None, "barrels"),
        ("The blast killed one man.", 1, 1, 1, "man"),
        ("At least one was found in a field.", 1, 1, None, ""),
        ("A crash killed seven.", 7, 7, 7, ""),
        ("The storm left 12 wounded.", 12, 12, 12, "wounded"),
        ("They found three dead seals.", 3, 3, 3, "dead seals"),
        ("No casualties were reported.", 0, 0, 0, "casualties"),
        ("A pair of tugs came.", 2, 2, 2, "tugs"),
    ],
)  # fmt: skip
def test_counts(text: str, low: float | None, best: float | None, high: float | None, of: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.best, quantity.high, quantity.of) == (low, best, high, of)
    assert quantity.unit == "count"


@pytest.mark.parametrize(
    ("text", "hedge", "low", "of"),
    [
        ("It sent several pumps and diesel engines.", "several", 3, "pumps and diesel engines"),
        ('It sent "several" trucks.', "several", 3, "trucks"),
        ("It sent several dozen cargo ships.", "several dozen", 36, "cargo ships"),
        ("Dozens of homes burned.", "dozens of", 24, "homes"),
        ("A handful of men came.", "a handful of", 3, "men"),
        ("It moved hundreds of thousands of tourists.", "hundreds of thousands of", 200000, "tourists"),
        ("It fired multiple flares.", "multiple", 2, "flares"),
        ("A number of countries agreed.", "a number of", 2, "countries"),
        ("An unknown number of crates fell.", "an unknown number of", None, "crates"),
    ],
)
def test_vague_words_have_no_best_figure(text: str, hedge: str, low: float | None, of: str) -> None:
    quantity = one(text)
    assert (quantity.hedge, quantity.low, quantity.best, quantity.of) == (hedge, low, None, of)


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "unit"),
    [
        ("It has a range of up to 800 kilometers.", None, 800, 800, "kilometer"),
        ("A 800-kilometre pipe burst.", 800, 800, 800, "kilometer"),
        ("It burned 30 square miles.", 30, 30, 30, "square_mile"),
        ("It ran at 50 kilometres per hour.", 50, 50, 50, "kilometer_per_hour"),
        ("Police took five tonnes of salt.", 5, 5, 5, "metric_ton"),
        ("It asked for more than $70 billion.", 70e9, 70e9, None, "USD"),
        ("It costs €5m.", 5e6, 5e6, 5e6, "EUR"),
        ("It costs US$3-5 million.", 3e6, None, 5e6, "USD"),
        ("It costs A$20.", 20, 20, 20, "AUD"),
        ("It costs 20 million pounds.", 20e6, 20e6, 20e6, "GBP"),
        ("About 60 percent of voters came.", 54, 60, 66, "percent"),
        ("Turnout was 12.5%.", 12.5, 12.5, 12.5, "percent"),
        ("Between 3 and 5 per cent left.", 3, None, 5, "percent"),
    ],
)
def test_units_money_and_shares(
    text: str, low: float | None, best: float | None, high: float | None, unit: str
) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.best, quantity.high, quantity.unit) == (low, best, high, unit)


def test_a_conversion_in_brackets_is_a_quantity_of_its_own() -> None:
    text = "It has a range of 800 kilometers (500 miles)."
    assert [(q.span.of(text), q.unit) for q in found(text)] == [
        ("800 kilometers", "kilometer"),
        ("500 miles", "mile"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "An A-12 train and an S400 set, a TU-154.",
        "A 22-year-old man, aged 16, came third; Smith, 34, spoke.",
        "She lives at 1200 Willow Road, page 5, Article 7.",
        "Call 202-555-0100 or 1-866-555-0100.",
        "One of the best, no one, one another, at one point.",
        "It sank on 28 December 2017 after three days.",
        "The second ship was the 3rd of its kind.",
        "They won 3-2; it is 24/7.",
        "She lives at 4100 Adams Street, they said.",
        "It began around 6 or 7 p.m. on Thursday.",
        "Reporters of Radio City 4 News came.",
        "As many as came, how many ships, so many ships.",
        "9" * 40 + " ships",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert found(text) == ()


PIECES = st.sampled_from(
    ["9" * 40, "1,000", "-", "one", "million", "several dozen", "of", "$", "€", "crates", "%", "two",
     "and", "killed", "between", "0", "km", "half a dozen", "٣", "１２", "1e9", "3.14.15", "no",
     "casualties", "hundred", "trillion", "("]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the data files
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12))
def test_any_text_gives_spans_of_its_own_and_ordered_bounds(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for quantity in found(text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.of in text
        ends = [end for end in (quantity.low, quantity.best, quantity.high) if end is not None]
        assert ends == sorted(ends)
