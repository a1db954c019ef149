"""Which language a text is in, by its scripts and its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from herodotus.readers.patterns import table

READ = frozenset({"en"})
SAMPLE = 20_000
"""Code points looked at; more changes nothing and costs time."""
LEAST_WORDS = 12
"""Below this many words nothing is said about the language."""
OTHER_SCRIPT = 0.5
"""Share of letters outside the Latin script from which on the script decides."""
LEAST_SHARE = 0.08
"""Share of words that must be small words of the winner; running text has 25 to 45 %."""
LEAD = 1.25
"""How many times the runner-up's words the winner must have."""
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect(text: str) -> str | None:
    """An ISO 639-1 code; None for texts too short, too mixed, or in a language without a profile."""
    sample = text[:SAMPLE]
    return _by_script(sample) or _by_words(WORD.findall(sample.lower()))


def name_of(code: str) -> str:
    return str(table("languages")["names"].get(code, code))


def _by_script(sample: str) -> str | None:
    if sample.isascii():
        return None
    counts = Counter(sample)
    letters = sum(n for letter, n in counts.items() if letter.isalpha())
    latin = sum(n for letter, n in counts.items() if LATIN.match(letter))
    if letters < LEAST_WORDS or letters - latin <= OTHER_SCRIPT * letters:
        return None
    scripts = _scripts()
    written = {code: len(pattern.findall(sample)) for code, pattern in scripts.items()}
    found = max(written, key=lambda code: written[code])
    if not written[found]:
        return "und"
    telling = table("languages")["letters"].get(found, {})
    return next((code for code, own in telling.items() if re.search(f"[{own}]", sample)), found)


@cache
def _scripts() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{letters}]") for code, letters in table("languages")["scripts"].items()}


@cache
def _codes() -> dict[str, list[str]]:
    """The languages that have a small word."""
    found: dict[str, list[str]] = {}
    for code, words in table("languages")["words"].items():
        for word in set(words.split()):
            found.setdefault(word, []).append(code)
    return found


def _hits(words: Iterable[str]) -> Counter[str]:
    """How many of the words are small words of each language; every language has an entry."""
    hits = Counter(dict.fromkeys(table("languages")["words"], 0))
    codes, counts = _codes(), Counter(words)
    for word in counts.keys() & codes.keys():
        for code in codes[word]:
            hits[code] += counts[word]
    return hits


def _by_words(words: list[str]) -> str | None:
    if len(words) < LEAST_WORDS:
        return None
    (best, most), (_, second) = _hits(words).most_common(2)
    if most < LEAST_SHARE * len(words) or most < LEAD * second:
        return "en" if best == "en" and most >= LEAST_SHARE * len(words) else None
    return best


def looks_english(line: str) -> bool:
    """Whether a line has any small word of English that no other language has more of."""
    hits = _hits(WORD.findall(line.lower()))
    return hits["en"] > 0 and hits["en"] >= max(hits.values())
