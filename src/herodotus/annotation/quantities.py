"""Quantities: numbers in digits and words with their hedge, unit, and what they count."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from herodotus.annotation import counted, numerals
from herodotus.annotation.grammar import BREAK, Grammar, Match, Scan, Words, read
from herodotus.compare import units
from herodotus.compare.quantities import bounds, hedges, readings, tails
from herodotus.data.annotations import Quantity, Timex
from herodotus.data.documents import Span

LARGEST = 1e18
"""Longer numbers are identifiers."""

HANGERS = frozenset("-‑/._:#@'’")

Family = Callable[[Match], Quantity | None]


@cache
def grammar() -> Grammar:
    """The rules, with the units, hedges and vague words that compare/ knows."""
    data: dict[str, Any] = read("quantitygrammar.yaml")
    every = [(str(word), unit["name"]) for unit in units.data("units.yaml") for word in unit["words"]]
    data["classes"]["UNITWORD"] = {word: name for word, name in every if " " not in word}
    data["pieces"] |= {
        "unit": either(["UNITWORD", *(word.lower() for word, _ in every if " " in word)]),
        "hedge": either(hedges()),
        "tail": either("PLUS" if words == "plus" else words for words in tails()),
        "vague": either(readings()),
    }
    return Grammar(data)


def either(phrases: Iterable[str]) -> str:
    """A piece of a rule that is one of the phrases, the longest first, since the first that fits is taken."""
    return "|".join(sorted(phrases, key=lambda phrase: -len(phrase.split())))


def find(text: str, sentences: Sequence[Span], times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of these sentences in the order of the text, none of them over a time expression."""
    return among(Words(text, sentences), times)


def among(cut: Words, times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of a text that is cut into words already."""
    taken = sorted(timex.span for timex in times)
    found = []
    for match in grammar().matches(Scan(cut, grammar().lexicon)):
        if overlaps(match.span(), taken) or inside_name(match):
            continue
        quantity = FAMILIES[match.rule.family](match)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def overlaps(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the span shares a character with one of these sorted, disjoint spans."""
    after = bisect_left(taken, (span.end,))
    return after > 0 and taken[after - 1].end > span.start


def inside_name(match: Match) -> bool:
    """A number that hangs on letters before it ("F-16", "S400", "202-555-0100") or stands between words with
    capitals ("Channel 4 News") is part of a name."""
    scan, first, last = match.scan, match.first, match.last
    if first == 0:
        return False
    before = scan.word(first - 1)
    if scan.places[first][0] == scan.places[first - 1][1]:
        return before[-1:].isalnum() or before in HANGERS
    if match.rule.family != "number" or not before[:1].isupper() or not scan.word(first)[:1].isdigit():
        return False
    opens = first == 1 or scan.signs[first - 2] == BREAK
    return scan.word(last)[:1].isupper() and (not opens or before.isupper())


def value(match: Match, group: str = "value") -> float | None:
    """The number in a group, "million" and the like included; None for one beyond all counting."""
    words, values = match.words(group), match.scan.lexicon.values
    number = numerals.number(words, values["NUMWORD"] | values["SCALE"])
    if number is None or not math.isfinite(number) or number >= LARGEST:
        return None
    return number * 0.5 if words[:1] == ["half"] else number


def hedge_of(match: Match) -> str | None:
    tail = " ".join(match.words("tail")).replace("+", "plus")
    return " ".join(match.words("hedge")) or tail or None


def figure(match: Match, unit: str, last: int | None = None) -> Quantity | None:
    """One figure with its hedge: `best` is the figure that the words name."""
    best = value(match)
    if best is None:
        return None
    best *= match.value("short", "SHORTSCALE") or 1
    low, high = bounds(best, hedge_of(match), whole=unit == "count")
    return Quantity(match.span(), low, best, high, unit, "", hedge_of(match))


def stretch(match: Match, unit: str) -> Quantity | None:
    """Two figures: "between 3 and 5", "3-5", "$3-5 million"; no best."""
    low, high = value(match, "low"), value(match, "high")
    if low is None or high is None:
        return None
    scale = match.value("high", "SCALE") or 1
    short = match.value("short", "SHORTSCALE") or 1
    if match.value("low", "SCALE") is None and low * scale <= high:
        low *= scale
    if low >= high:
        return None
    return Quantity(match.span(), low * short, None, high * short, unit, "", hedge_of(match) or "between")


# -- one function per family of rules


def number(match: Match) -> Quantity | None:
    """43 injuries; five people; at least one of these ships; killing five."""
    found = figure(match, "count")
    if found is None or (match.words("value") == ["one"] and not counts_one(match)):
        return None
    return counting(match, found, one=found.best == 1)


def counts_one(match: Match) -> bool:
    """ "One" is a number before a noun, or with a hedge; "one of", "no one", "one another" are not."""
    scan, after = match.scan, match.last
    if match.has("hedge"):
        return True
    word = scan.word(after) if after < len(scan.words) else ""
    return word.isalpha() and not scan.is_a(after, "NOTONE") and not scan.is_a(match.first - 1, "NOTONE")


def counting(match: Match, found: Quantity, *, one: bool = False, joins: bool = False) -> Quantity | None:
    """Say what is counted; where nothing is named, only a hedge or a verb shows that a number counts."""
    words = counted.phrase(match.scan, match.last, one=one, joins=joins)
    if words is not None:
        return replace(found, of=match.span(*words).of(match.scan.text))
    alone = counted.stands_alone(match.scan, match.first, match.last)
    return found if alone or (match.has("hedge") and found.best is not None) else None


def span_of_numbers(match: Match) -> Quantity | None:
    found = stretch(match, "count")
    return found and counting(match, found)


def percent(match: Match) -> Quantity | None:
    found = figure(match, "percent")
    return found and share_of(match, found)


def percent_range(match: Match) -> Quantity | None:
    found = stretch(match, "percent")
    return found and share_of(match, found)


def share_of(match: Match, found: Quantity) -> Quantity:
    """What stands behind "of": 60 percent of voters, five tons of grain."""
    scan = match.scan
    if match.last >= len(scan.words) or scan.word(match.last) != "of":
        return found
    words = counted.phrase(scan, match.last, one=True, joins=False)
    return replace(found, of=match.span(*words).of(scan.text)) if words else found


def currency(match: Match) -> str:
    """The ISO 4217 code; a dollar without a country is read as the American one."""
    places = (
        ("land", "LAND"),
        ("currency", "LAND"),
        ("currency", "SIGN"),
        ("currency", "CODE"),
        ("currency", "MONEY"),
    )
    return str(next((code for group, cls in places if (code := match.value(group, cls))), "USD"))


def money(match: Match) -> Quantity | None:
    return figure(match, currency(match))


def money_range(match: Match) -> Quantity | None:
    return stretch(match, currency(match))


def unit_of(match: Match) -> str:
    return units.words()[" ".join(match.words("unit"))]


def measure(match: Match) -> Quantity | None:
    found = figure(match, unit_of(match))
    return found and share_of(match, found)


def measure_range(match: Match) -> Quantity | None:
    found = stretch(match, unit_of(match))
    return found and share_of(match, found)


def vague(match: Match) -> Quantity | None:
    """Several dozen ships: a reading of the words, never a best figure."""
    words = " ".join(match.words("vague"))
    found = Quantity(match.span(), readings()[words].low, None, None, "count", "", words)
    return counting(match, found, joins=True) or (found if _closes(match, words) else None)


def _closes(match: Match, words: str) -> bool:
    """ "Spoke of several dozen.": a vague number large enough to count by itself ends a clause."""
    scan, last = match.scan, match.last
    scaled = words.rsplit(maxsplit=1)[-1] in scan.lexicon.values["SCALE"]
    after = scan.word(last) if last < len(scan.words) and scan.signs[last] != BREAK else "."
    return scaled and not after[:1].isalnum()


def pair(match: Match) -> Quantity | None:
    return counting(match, Quantity(match.span(), 2.0, 2.0, 2.0, "count", ""))


def zero(match: Match) -> Quantity | None:
    """No casualties: a count of nought, only for the few nouns where reports mean it as a figure."""
    noun = match.span(match.last - 1, match.last).of(match.scan.text)
    return Quantity(match.span(match.first, match.first + 1), 0.0, 0.0, 0.0, "count", noun)


FAMILIES: dict[str, Family] = {
    "number": number,
    "range": span_of_numbers,
    "percent": percent,
    "percentrange": percent_range,
    "money": money,
    "moneyrange": money_range,
    "measure": measure,
    "measurerange": measure_range,
    "vague": vague,
    "pair": pair,
    "zero": zero,
}
"""By the family a rule names: what makes a quantity of its matches, None where the words count nothing."""
