"""Numbers in words and digits: "two hundred and five", "1.2 million", "twenty-one"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

SCALE = 1000
MULTIPLIERS = frozenset({"hundred", "dozen"})
"""Multiply only what stands right before them: two hundred, three dozen."""
MIXED = re.compile(r"([0-9]+)[ -]([0-9])/([1-9])")
LONGEST = 18
"""Digits; longer strings of digits are identifiers, not counts."""


def number(words: Sequence[str], names: Mapping[str, float]) -> float | None:
    """The value of the words that are numerals, passing over others such as "and"; None without any.

    `names` gives numeral words in lower case with their values; from 1000 on they multiply what is before.
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
        elif word in MULTIPLIERS and named is not None:
            part = (part or 1.0) * named
        else:
            part += named or 0.0
        seen = True
    return total + part if seen else None


def digits(word: str) -> float | None:
    """The value of a number in digits, with thousands commas, decimal point or a fraction after it ("2 1/2"); None
    if it is none."""
    plain = word.replace(",", "")
    if not plain[:1].isdecimal() or len(plain) > LONGEST:
        return None
    if mixed := MIXED.fullmatch(plain):
        whole, above, below = (int(part) for part in mixed.groups())
        return whole + above / below
    try:
        return float(plain)
    except ValueError:
        return None
