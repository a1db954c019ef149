"""Whether two quantities say the same: hedges, conversion and rounding told apart from conflict."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import NamedTuple

from herodotus.compare import units
from herodotus.compare.comparison import Comparison, Relation
from herodotus.data.annotations import Quantity

ROUNDING = 0.02
"""A converted figure may be off by this share of it: 800 km given as 490 miles instead of 497 is 1.4 %."""
INFINITY = math.inf
BRACKET = re.compile(r"\s*[(\[]\s*(?:\w+\s+){0,3}")
"""What stands between a figure and its conversion."""


class Reading(NamedTuple):
    """The least a vague word is read as, and the most that it usually stands for."""

    low: float | None
    most: float | None


class Range(NamedTuple):
    low: float
    high: float


@cache
def hedges() -> dict[str, str]:
    """What each hedge before a figure does to it: floor, ceiling, about or near."""
    kinds = units.data("quantities.yaml")["hedges"]
    return {str(phrase): str(kind) for kind, phrases in kinds.items() for phrase in phrases}


@cache
def tails() -> dict[str, str]:
    """The same for hedges behind a figure."""
    return {str(phrase): str(kind) for phrase, kind in units.data("quantities.yaml")["after"].items()}


@cache
def readings() -> dict[str, Reading]:
    return {str(w): Reading(r["low"], r["most"]) for w, r in units.data("quantities.yaml")["vague"].items()}


def bounds(figure: float, hedge: str | None, *, whole: bool) -> tuple[float | None, float | None]:
    """The least and the most that a hedged figure allows, None where open; `whole` for what is counted."""
    kind = hedges().get(hedge or "") or tails().get(hedge or "")
    slack = figure * float(units.data("quantities.yaml")["slack"])
    least, most = figure - slack, figure + slack
    if whole:
        least, most = float(math.floor(least)), float(math.ceil(most))
    return {
        "floor": (figure, None),
        "ceiling": (None, figure),
        "about": (least, most),
        "near": (least, figure),
    }.get(kind or "", (figure, figure))


def compare(a: Quantity, b: Quantity) -> Comparison:
    """How two quantities stand to each other; the reason names both figures."""
    if not _same_kind(a.of, b.of):
        return Comparison(0.0, Relation.INCOMPARABLE, f"different things are counted: {a.of}, {b.of}")
    if _words(a) and _words(a) == _words(b) and a.unit == b.unit:
        return Comparison(1.0, Relation.SAME, f"both say '{a.hedge}'")
    one, other = _range(a), _range(b, into=a.unit)
    if one is None:
        return Comparison(0.0, Relation.INCOMPARABLE, f"{told(a)}: no figure can be read out of it")
    if other is None:
        return Comparison(
            0.0, Relation.INCOMPARABLE, f"{told(a)} and {told(b)} cannot be converted into each other"
        )
    return _figures(a, b) or _ranges(a, b, one, other)


def _figures(a: Quantity, b: Quantity) -> Comparison | None:
    """What follows from the two figures named; None where it depends on the hedges."""
    if a.best is None or b.best is None:
        return None
    in_a = units.converted(b.best, b.unit, a.unit)
    if a.unit == b.unit and a.best == b.best:
        hedges_differ = a.hedge != b.hedge
        relation = Relation.PRECISION if hedges_differ else Relation.SAME
        return Comparison(0.95 if hedges_differ else 1.0, relation, f"the same figure: {told(a)}, {told(b)}")
    if in_a is None or not units.is_measure(a.unit) or not _rounds(a, b):
        return None
    off = abs(in_a - a.best) / max(abs(a.best), abs(in_a), 1e-9)
    why = f"{told(a)} and {told(b)} differ by {off:.1%}, as when a figure is converted or rounded"
    if a.unit != b.unit:
        why = f"{told(a)} is {_number(_convert(a, b.unit))} {units.shown(b.unit)}; given as {told(b)}"
    return Comparison(0.9, Relation.CONVERSION, why)


def _rounds(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is the other converted, within ROUNDING or one rounding to the digits it shows."""
    if a.best is None or b.best is None:
        return False
    in_a, in_b = units.converted(b.best, b.unit, a.unit), units.converted(a.best, a.unit, b.unit)
    if in_a is None or in_b is None:
        return False
    if abs(in_a - a.best) <= ROUNDING * max(abs(a.best), abs(in_a)):
        return True
    return a.unit != b.unit and (_rounded_like(in_a, a.best) or _rounded_like(in_b, b.best))


def _rounded_like(exact: float, shown: float) -> bool:
    """Whether `exact`, rounded to the last digit of `shown` that is not nought, is `shown`."""
    step = _step(shown)
    return step > 0 and math.isclose(round(exact / step) * step, shown)


def _step(figure: float) -> float:
    """The weight of the last digit that is not nought: 800 -> 100, 450 -> 10, 1.5 -> 0.1."""
    if not figure or not math.isfinite(figure):
        return 0.0
    digits = f"{abs(figure):.6f}".rstrip("0")
    whole, _, fraction = digits.partition(".")
    return 10.0 ** -len(fraction) if fraction else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def _ranges(a: Quantity, b: Quantity, one: Range, other: Range) -> Comparison:
    words = f"{told(a)} and {told(b)}"
    if one.low <= other.high and other.low <= one.high:
        inside = (one.low <= other.low and other.high <= one.high) or (
            other.low <= one.low and one.high <= other.high
        )
        return Comparison(0.8 if inside else 0.6, Relation.PRECISION, f"{words} can both hold")
    if a.best and b.best and not units.is_measure(a.unit) and _rounded_count(a.best, b.best):
        return Comparison(0.7, Relation.PRECISION, f"{words}: one may be the other in round figures")
    return Comparison(0.0, Relation.CONFLICT, f"{words} cannot both hold")


def _rounded_count(one: float, other: float) -> bool:
    """Round figures of a hundred and more: 1,000 for 1,024, but not 30 for 28."""
    small, large = sorted((abs(one), abs(other)))
    near = small >= 100 and large - small <= 0.05 * large
    return (
        near
        and (_rounded_like(one, other) or _rounded_like(other, one))
        and max(_step(one), _step(other)) >= 10
    )


def _range(quantity: Quantity, into: str | None = None) -> Range | None:
    """From the least to the most it allows, vague words with their usual most; None without any figure."""
    reading = readings().get(quantity.hedge or "")
    most = reading.most if reading else None
    ends = [quantity.low, quantity.high if quantity.high is not None else most]
    if ends == [None, None]:
        return None
    if into is not None:
        converted = [None if end is None else units.converted(end, quantity.unit, into) for end in ends]
        if any(new is None and old is not None for new, old in zip(converted, ends, strict=True)):
            return None
        ends = converted
    low, high = ends
    return Range(-INFINITY if low is None else low, INFINITY if high is None else high)


def kind(of: str) -> str:
    """What is counted, in one word: the kind of the last two words or of the last (killed, injured, people, ...),
    else the last word in the singular."""
    words = of.lower().split()
    known = _kinds()
    head = words[-1] if words else ""
    return known.get(" ".join(words[-2:])) or known.get(head) or _singular(head)


@cache
def _kinds() -> dict[str, str]:
    kinds = units.data("quantities.yaml")["kinds"]
    return {str(word): str(name) for name, words in kinds.items() for word in words}


def _singular(word: str) -> str:
    """Without its plural ending: cities, crates; not crisis, glass."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word if word.endswith(("ss", "is", "us")) else word.removesuffix("s")


def _same_kind(one: str, other: str) -> bool:
    """Whether the nouns may mean the same; open where one is not said, and people may be those harmed."""
    kinds = {kind(one), kind(other)}
    harmed = {"killed", "injured", "missing", "displaced", "detained"}
    return len(kinds) == 1 or "" in kinds or ("people" in kinds and bool(kinds & harmed))


def _words(quantity: Quantity) -> str | None:
    return quantity.hedge if quantity.best is None and quantity.hedge in readings() else None


def told(quantity: Quantity) -> str:
    """The quantity in words for a reason: "at least 43 injuries", "800 kilometres", "several ships"."""
    hedge = quantity.hedge
    if quantity.best is not None:
        figure = _number(quantity.best)
    elif quantity.low is not None and quantity.high is not None:
        figure, hedge = f"{_number(quantity.low)} to {_number(quantity.high)}", None
    else:
        figure = ""
    words = (hedge, figure, units.shown(quantity.unit), quantity.of)
    return " ".join(word for word in words if word)


def bounded(low: float | None, best: float | None, high: float | None) -> str:
    """A count with what its words leave open: "3", "at least 15", "up to 20", "about 19", "more than one"."""
    if best is None:
        return "more than one" if low == 2 and high is None else f"at least {_number(low or 0.0)}"
    figure = _number(best)
    if (low, high) == (best, best):
        return figure
    if high is None:
        return f"at least {figure}"
    return f"up to {figure}" if high == best else f"about {figure}"


def _number(value: float | None) -> str:
    if value is None:
        return "unknown"
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale:
            return f"{value / scale:.4g} {name}"
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"


def _convert(quantity: Quantity, unit: str) -> float | None:
    return None if quantity.best is None else units.converted(quantity.best, quantity.unit, unit)


def wrong_conversion(text: str, a: Quantity, b: Quantity) -> str | None:
    """Says so where a figure and its conversion in brackets do not agree: "800 kilometers (600 miles)"; None
    where they do, or do not stand together."""
    if a.span.start > b.span.start:
        a, b = b, a
    between, behind = text[a.span.end : b.span.start], text[b.span.end : b.span.end + 2]
    together = BRACKET.fullmatch(between) and behind.lstrip()[:1] in (")", "]")
    converted = _convert(a, b.unit)
    if not together or converted is None or a.unit == b.unit or b.best is None or _rounds(a, b):
        return None
    right = f"{_number(converted)} {units.shown(b.unit)}"
    return f"{_number(a.best)} {units.shown(a.unit)} is {right}, not {_number(b.best)}"
