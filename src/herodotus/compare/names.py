"""Comparing the names of persons: titles, initials, surnames alone, spellings.

Own distance rather than a library: news spells a foreign name in few systematic ways, which are rewritten
to one form first (`sounds` in personal.yaml); one or two letters of difference are what is left to judge.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from herodotus.compare import gazetteer
from herodotus.compare.comparison import Comparison, Relation
from herodotus.compare.gazetteer import fold

SAME_SCORE = (
    0.8  # at and above it two names are taken for one person; see tests/compare/test_names.py for the border
)


class Name(NamedTuple):
    """A person's name in parts, folded; `title` says which words before it were taken off."""

    title: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    suffix: str = ""


_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s\b")
_ENDING = re.compile(r"[’']s$|[’']$")
_NICKNAME = re.compile(r"""(?<=\w )(?:["“‘'(][^"“”‘’'()]{2,24}["”’')])(?= \w)""")
_MARK = re.compile(r"\W")


@lru_cache(maxsize=1 << 14)
def parse(text: str) -> Name:
    """Parts of "Mr John F. Harlan Jr."; one word alone is the surname, none leaves an empty one.

    What stands in quotation marks or brackets inside a name ("Ida 'the Hook' Holm") is no part of it."""
    words = _WORD.findall(_POSSESSIVE.sub("", _NICKNAME.sub(" ", text)))
    folded = [latin(word).replace("’", "'") for word in words]
    titles, suffixes, particles = _parts()
    first = next((i for i, word in enumerate(folded) if word not in titles), len(folded))
    title, rest = tuple(folded[:first]), folded[first:]
    suffix = rest.pop() if len(rest) > 1 and rest[-1] in suffixes else ""
    if not rest:
        return Name(title[:-1], (), title[-1], suffix) if title else Name((), (), "", suffix)
    cut = len(rest) - 1
    while cut > 1 and rest[cut - 1] in particles:
        cut -= 1
    return Name(title, tuple(rest[:cut]), " ".join(rest[cut:]), suffix)


@lru_cache(maxsize=1 << 14)
def latin(word: str) -> str:
    """A folded word in Latin letters, whatever script it is written in."""
    folded = fold(word)
    return folded if folded.isascii() else fold(anyascii(folded)) or folded


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """The name as written without titles before it and a possessive after it: "Harlan" for "Mr Harlan's"."""
    words = _ENDING.sub("", text.strip(' ,.;:()"“”')).split()
    titles, _, _ = _parts()
    while len(words) > 1 and fold(words[0].strip(",")) in titles:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=1 << 14)
def same_person(a: str, b: str) -> Comparison:
    """Whether two names can be one person's, from the names alone."""
    one, two = parse(a), parse(b)
    if not one.surname or not two.surname:
        return Comparison(0.0, Relation.INCOMPARABLE, "one of them is no name")
    if not one.given or not two.given:
        return _surname_only(one, two)
    turned = _turned(one, two)
    return turned or _full(one, two)


def _surname_only(one: Name, two: Name) -> Comparison:
    alone, other = (one, two) if not one.given else (two, one)
    if other.given and alone.surname == "".join(_pieces(other)):
        return Comparison(0.9, Relation.SAME, "the same names, written as one word")
    alike = likeness(alone.surname, other.surname)
    if alike == 1 and not other.given:
        return Comparison(0.9, Relation.SAME, "the same surname, both without a given name")
    if alike == 1:
        return Comparison(0.8, Relation.PRECISION, "one gives the surname only")
    if other.given and alone.surname == other.given[0]:
        return Comparison(0.6, Relation.PRECISION, "one may give the first part of the other only")
    if alike >= _NEAR:
        return Comparison(0.7, Relation.PRECISION, "one gives the surname only, in another spelling")
    return Comparison(0.0, Relation.CONFLICT, "different surnames")


def _turned(one: Name, two: Name) -> Comparison | None:
    """Family name first or last: "Yoon Suk Yeol", "Suk Yeol Yoon"."""
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return Comparison(0.2, Relation.CONFLICT, "one name, but of different generations")
    a, b = _pieces(one), _pieces(two)
    if "".join(a) == "".join(b):
        return Comparison(1.0, Relation.SAME, "the same names")
    if len(a) == len(b) and sorted(a) == sorted(b):
        return Comparison(0.9, Relation.SAME, "the same names, in another order")
    return None


@lru_cache(maxsize=1 << 14)
def _pieces(name: Name) -> list[str]:
    """The parts of a name, cut at hyphens and apostrophes too."""
    return _MARK.split(" ".join([*name.given, name.surname]))


def _full(one: Name, two: Name) -> Comparison:
    alike = likeness(one.surname, two.surname)
    if alike < _NEAR:
        return Comparison(0.0, Relation.CONFLICT, "different surnames")
    given, reason = _given(one.given, two.given)
    if given < _NEAR:
        return Comparison(0.1, Relation.CONFLICT, f"one surname, but {reason}")
    spelling = "the same surname" if alike == 1 else "another spelling of the surname"
    return Comparison(round(alike * given, 2), Relation.SAME, f"{spelling}, {reason}")


def _given(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[float, str]:
    a, b = one[0], two[0]
    if a == b:
        first, second = ("".join(part[0] for part in each[1:]) for each in (one, two))
        if not (first.startswith(second) or second.startswith(first)):
            return 0.5, "the middle names differ"
        return 1.0, "the same given name"
    if a[0] == b[0] and 1 in (len(a), len(b)):
        return 0.9, "an initial that fits the given name"
    if b in _short().get(a, ()) or a in _short().get(b, ()) or _short_of(a) & _short_of(b):
        return 0.95, "a short form of the given name"
    if a in two[1:] or b in one[1:]:
        return 0.85, "one leaves a given name out"
    alike = likeness(a, b)
    return alike, "another spelling of the given name" if alike >= _NEAR else "different given names"


_NEAR = 0.84


@lru_cache(maxsize=1 << 16)
def likeness(a: str, b: str) -> float:
    """1 for the same folded word, 0.95 for what transliteration makes different, less by letters that
    differ; 0 where it is clear without counting them that too many do."""
    if a == b:
        return 1.0
    one, two = sound(a), sound(b)
    if one == two and (len(one) >= _SHORT or a.replace("y", "i") == b.replace("y", "i")):
        return 0.95
    longest = max(len(one), len(two))
    most = min(2, int((1 - _NEAR) * longest))
    if longest < _SHORT or most == 0 or abs(len(one) - len(two)) > most:
        return 0.0
    return round(1 - distance(one, two) / longest, 3)


_SHORT = 5  # below five letters one differing letter makes another name (Kim, Kin; Wood, Ward)


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """A folded name in the one spelling to which transliterations are rewritten."""
    for pattern, to in _alike():
        word = pattern.sub(to, word)
    return word


def distance(a: str, b: str) -> int:
    """Levenshtein's edit distance."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[-1]


@cache
def _alike() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), to) for pattern, to in gazetteer.load("personal.yaml")["sounds"])


def titles() -> frozenset[str]:
    """Words that stand before a name and are no part of it, in lower case."""
    return _parts()[0]


@cache
def _parts() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = gazetteer.load("personal.yaml")
    return frozenset(data["titles"]), frozenset(data["suffixes"]), frozenset(data["particles"])


@cache
def _short() -> dict[str, tuple[str, ...]]:
    return {full: tuple(short) for full, short in gazetteer.load("personal.yaml")["short"].items()}


def _short_of(name: str) -> frozenset[str]:
    return _full_names().get(name, frozenset())


@cache
def _full_names() -> dict[str, frozenset[str]]:
    """The given names that each short form can stand for."""
    known = {short for each in _short().values() for short in each}
    return {name: frozenset(full for full, short in _short().items() if name in short) for name in known}
