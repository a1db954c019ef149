"""The words of saying: cues.yaml, and how a row of words is looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from herodotus.data.documents import Span
from herodotus.data.statements import Stance

WORD = re.compile(r"\w+(?:[-’']\w+)*")
_NOT = re.compile(r"^(\w+)n['’]t$")
_CLITIC = re.compile(r"^(\w+)['’](s|re|ve|ll|d|m)$")
_CLITICS = {"re": "be", "m": "be", "ve": "have", "ll": "will", "d": "would"}
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
_TWO = "cannot"  # the one word in plain letters that stands for two
GAP = 4  # words that "..." may stand for


class Word(NamedTuple):
    """A word of a text, and where it stands."""

    lemma: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one cue means; under an `open` one the content may decide otherwise."""

    words: tuple[str, ...]
    stance: Stance
    negated: Stance | None
    open: bool
    group: str

    @property
    def length(self) -> int:
        return sum(word != "..." for word in self.words)

    @property
    def weight(self) -> tuple[int, bool, bool]:
        """Of two entries that fit: the one of more words, then without gaps, then the one that decides."""
        return self.length, "..." not in self.words, not self.open


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`lemmas` leads from a form to the lemma of a verb, `verbs` from a lemma to the entry of the single verb,
    `entries` from a first and a second word to what they begin, with any other second word under ""."""

    lemmas: dict[str, str]
    verbs: dict[str, Entry]
    entries: dict[str, dict[str, tuple[Entry, ...]]]

    def at(self, words: Sequence[str], start: int) -> list[tuple[Entry, int]]:
        """The entries that fit from one word on, each with the index behind its last word."""
        following = self.entries.get(words[start])
        if following is None:
            return []
        second = words[start + 1] if start + 1 < len(words) else ""
        entries = following.get(second) or following[""]
        return [(entry, end) for entry in entries if (end := self._end(entry.words, words, start))]

    def verb(self, lemma: str) -> Entry | None:
        """The entry of a single verb, None where it is not a verb of saying."""
        return self.verbs.get(lemma)

    def _end(self, pattern: tuple[str, ...], words: Sequence[str], at: int) -> int:
        """The index behind the last word of a pattern, 0 where it does not fit."""
        gap = pattern.index("...") if "..." in pattern else len(pattern)
        if tuple(words[at : at + gap]) != pattern[:gap]:
            return 0
        at += gap
        if gap == len(pattern):
            return at
        behind = pattern[gap + 1 : gap + 2]
        if behind and behind[0] not in words[at : at + GAP + 1]:
            return 0
        for here in range(at, at + GAP + 1):
            if end := self._end(pattern[gap + 1 :], words, here):
                return end
            if here >= len(words) or words[here] in wordset("no_gap"):
                return 0
        return 0


def words(text: str) -> list[Word]:
    """The words in lower case, verbs of saying and auxiliaries as lemmas, "n't" and clitics as words."""
    lemmas = lexicon().lemmas
    spans = [match.span() for match in WORD.finditer(text)]
    written = [text[start:end].lower() for start, end in spans]
    return [
        Word(lemma, start, end)
        for word, (start, end) in zip(written, spans, strict=True)
        for lemma in (forms(word) if word == _TWO or not word.isalnum() else (lemmas.get(word, word),))
    ]


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """What one written word stands for: "didn't" for two, "said" for "say"."""
    lemmas = lexicon().lemmas
    if word == _TWO:
        return ("can", "not")
    if negative := _NOT.match(word):
        return (lemmas.get(negative[1], negative[1]), "not")
    if clitic := _CLITIC.match(word):
        return (clitic[1], _CLITICS.get(clitic[2], "'s"))
    return (lemmas.get(word, word),)


@cache
def wordset(name: str) -> frozenset[str]:
    return frozenset(read("grammar.yaml")["sets"][name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    return re.compile(read("grammar.yaml")["patterns"][name])


@cache
def read(name: str) -> Any:
    """A data file of this package."""
    loader = getattr(
        yaml, "CSafeLoader", yaml.SafeLoader
    )  # libyaml, where it is there, takes a tenth of the time
    return yaml.load(files(__package__).joinpath(name).read_text(encoding="utf-8"), Loader=loader)


@cache
def lexicon() -> Lexicon:
    data = read("cues.yaml")
    verbs = list(_verbs(data["groups"]))
    lemmas = _lemmas({entry.words[0] for entry in verbs}, data["irregular"])
    first: dict[str, list[Entry]] = {}
    for entry in [*verbs, *_phrases(data["phrases"], lemmas)]:
        first.setdefault(entry.words[0], []).append(entry)
    single = {entry.words[0]: entry for entry in reversed(verbs) if entry.length == 1}
    return Lexicon(lemmas, single, {word: _by_second(entries) for word, entries in first.items()})


def _by_second(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    """In the order given, what a second word goes on with or does not hinder; under "" the latter alone."""
    seconds = {"", *(word for entry in entries for word in entry.words[1:2])}
    return {s: tuple(e for e in entries if e.words[1:2] in ((), ("...",), (s,))) for s in seconds}


def _verbs(groups: dict[str, Any]) -> Iterator[Entry]:
    for name, group in groups.items():
        for verb in (verb for row in group["verbs"] for verb in row):
            stance, negated = Stance(group["stance"]), Stance(group["negated"])
            yield Entry(tuple(verb.split()), stance, negated, group.get("open", False), name)


def _phrases(rows: list[dict[str, Any]], lemmas: dict[str, str]) -> Iterator[Entry]:
    for row in rows:
        for phrase in row["words"]:
            found = tuple(lemmas.get(word, word) for word in phrase.split())
            yield Entry(found, Stance(row["stance"]), None, row.get("open", False), "phrase")


def _lemmas(verbs: set[str], irregular: dict[str, list[str]]) -> dict[str, str]:
    built = {form: verb for verb in sorted(verbs) for form in _inflected(verb, verb in irregular)}
    return built | {form: verb for verb, forms in irregular.items() for form in forms}


def _inflected(verb: str, irregular: bool) -> Iterator[str]:
    soft = verb.endswith(("s", "x", "z", "ch", "sh"))
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        return
    yield from (verb + ("es" if soft else "s"), stem + "ing")
    if _DOUBLING.match(verb):
        yield from (verb + verb[-1] + "ing", verb + verb[-1] + "ed")
    if not irregular:
        yield stem + "ed"
