"""What a number counts, in the words of the text, found without a parse."""

from __future__ import annotations

from functools import cache

from herodotus.annotation.grammar import BREAK, Scan, read
from herodotus.annotation.tense import looks_back

AHEAD = 9
"""Words looked at after the number, hyphens and determiners included."""
REACH = 10
"""Words looked back over from "at 40" to the word that speaks of a count."""
JOINED = 4
"""Words from an "and" to the plural that it joins to the first one."""


@cache
def _words() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in read("counted.yaml").items()}


def phrase(scan: Scan, first: int, *, one: bool, joins: bool) -> tuple[int, int] | None:
    """The words (last exclusive) that name what a number before word `first` counts; None where none do.

    `one` takes the last noun-like word before the phrase ends ("one ship"), otherwise a plural is needed;
    `joins` goes on over "and" to a second plural ("several pumps and engines").
    """
    words = _words()
    start = first
    while _word(scan, start).lower() in words["skip"]:
        start += 1
    if _word(scan, start).lower() in words["state"] and not is_plural(_word(scan, start + 1)):
        return start, start + 1
    end = _plural_end(scan, start, one)
    if end is None or _is_name(scan, end):
        return None
    return start, (_joined_end(scan, end) or end) if joins else end


def _plural_end(scan: Scan, start: int, one: bool) -> int | None:
    last = None
    states = _word(scan, start).lower() in _words()["state"]
    for index in range(start, start + AHEAD):
        word = _word(scan, index)
        if word in ("-", "‑") and index > start:
            continue
        if not word[:1].isalpha() or (word.lower() in _words()["stop"] and not (index == start and states)):
            break
        if one and index > start and is_verb(word):
            break
        if is_plural(word) and _word(scan, index + 1) not in ("-", "‑"):
            return index + 1
        last = index + 1
    return last if one else None


def _joined_end(scan: Scan, end: int) -> int | None:
    if _word(scan, end).lower() not in ("and", "or"):
        return None
    for index in range(end + 1, end + 1 + JOINED):
        word = _word(scan, index)
        if not word[:1].isalpha() or word.lower() in _words()["stop"] or word.endswith("ed"):
            return None
        if is_plural(word):
            return index + 1
    return None


def _is_name(scan: Scan, end: int) -> bool:
    """Whether a name goes on over the plural: "8 Adams Street"."""
    return _word(scan, end - 1)[:1].isupper() and _word(scan, end)[:1].isupper()


def is_verb(word: str) -> bool:
    """A guess that matters only where no plural ends the phrase: "one suspect fled"."""
    return word.islower() and (word.endswith("ed") or looks_back(word))


def is_plural(word: str) -> bool:
    low = word.lower()
    if low in _words()["plural"]:
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "ous", "'s"))
        and low not in _words()["singular"]
    )


def stands_alone(scan: Scan, first: int, last: int) -> bool:
    """Whether a number without a noun still counts somebody: "killing five", "127 were injured"."""
    before = _word(scan, first - 1).lower()
    if before in _words()["givers"] or (before.endswith("ing") and len(before) > 5):
        return True
    return _word(scan, last).lower() in _words()["verbs"] or _ends_tally(scan, first, last)


def _ends_tally(scan: Scan, first: int, last: int) -> bool:
    """ "Put the toll at 40", "a figure of 40": a bare number that closes what speaks of a count."""
    after = _word(scan, last)
    closes = not after[:1].isalnum() or after.lower() in _words()["stop"] | {"given"}
    if _word(scan, first - 1).lower() not in ("at", "of") or not closes:
        return False
    before = (_word(scan, index).lower() for index in range(first - 2, first - 2 - REACH, -1))
    return not _words()["tallies"].isdisjoint(before)


def _word(scan: Scan, index: int) -> str:
    """The word, or nothing beyond the sentence."""
    return scan.word(index) if 0 <= index < len(scan.signs) and scan.signs[index] != BREAK else ""
