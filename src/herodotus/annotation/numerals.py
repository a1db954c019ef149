"""Numbers in words and digits: "two hundred and five", "1.2 million", "twenty-one"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

SCALE = 1000
LONGEST = 18
"""Digits; longer strings of digits are identifiers, not counts."""


def number(words: Sequence[str], names: Mapping[str, float]) -> float | None:
    """The value of the words that are numerals (others, such as "and" or "-", are passed over), None without any.

    `names` gives numeral words in lower case with their values; 100 and every 1000-fold multiply what stands before.
    """
    total, part, seen = 0.0, 0.0, False
    for word in words:
        value = digits(word)
        named = names.get(word)
        if value is None and named is None:
            continue
        if value is not None:
            part += value
        elif named is not None and named >= SCALE:
            total, part = total + (part if seen else 1.0) * named, 0.0
        elif named == 100:
            part = (part or 1.0) * 100
        else:
            part += named or 0.0
        seen = True
    return total + part if seen else None


def digits(word: str) -> float | None:
    """The value of a number in digits, with thousands commas and decimal point; None if it is none."""
    plain = word.replace(",", "")
    if not plain[:1].isdecimal() or len(plain) > LONGEST:
        return None
    try:
        return float(plain)
    except ValueError:
        return None
