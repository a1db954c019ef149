"""Rules over kinds of words: how times and quantities are recognised.

A text is cut into words, each word becomes one character that stands for its set of classes, and a rule is a
regular expression over these characters. So rules read as words (`month day COMMA? year`) and a search
runs over one character a word instead of over letters.

Rule syntax: CAPITALS name a class of the lexicon; other words stand for themselves (in lower case for any
case, with a capital only so); `{piece}` for a named piece; `name=` before any of them or before a bracket
names a group; END the end of a sentence; `( | ) ? {0,6}` as in regular expressions. `after`, `not_after`,
`before` and `not_before` look at the words around.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from herodotus.data.documents import Span

WORD = re.compile(
    r"[AaPp]\.[Mm]\b\.?|[^\W\d_]+"
    r"|[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]{1,3}[ -][1-9]/[1-9](?![0-9/])"
    r"|[0-9]+(?:\.[0-9]+)?"
    r"|\S"
)
ATOM = re.compile(
    r"\s+|(?P<name>[a-z]+2?)=|\{(?P<piece>[a-z]+)\}|(?P<cls>[A-Z][A-Z0-9]*)(?![a-z])|(?P<word>[A-Za-z][a-z]*)|(?P<op>\{[0-9]+,[0-9]+\}|.)"
)
AROUND = {"after": "(?<={})", "not_after": "(?<!{})", "before": "(?={})", "not_before": "(?!{})"}
FIRST_SIGN = 0xE000
REACH = 5
"""Words of a rule before or after its core word, at most."""
OTHER = "?"
BREAK = "\n"
"""Stands between sentences, so that no rule reaches over an end of sentence."""
END = "END"
"""The end of a sentence, as a class that rules may name after their last word."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`means` is what a rule of a family gives that its words alone do not (the day of a named day). `needs` are signs
    of which every match holds one of each set, so that a text without them need not be searched."""

    family: str
    source: str
    means: str = ""
    needs: tuple[frozenset[str], ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.source)

    def may_fit(self, signs: frozenset[str]) -> bool:
        return not any(map(signs.isdisjoint, self.needs))


class Lexicon:
    """Words and shapes of words with their classes, each set of classes with its own sign."""

    def __init__(self, classes: Mapping[str, Mapping[str, Any]], shapes: Sequence[Mapping[str, str]]) -> None:
        self.values = {cls: {str(w).lower(): v for w, v in words.items()} for cls, words in classes.items()}
        self._sets: dict[str, set[str]] = {}
        for cls, words in classes.items():
            for word in words:
                for form in _forms(str(word)):
                    self._sets.setdefault(form, set()).add(cls)
        self._shapes = [(re.compile(s["shape"]), frozenset(s["classes"].split())) for s in shapes]
        self.firsts = frozenset("".join(s.get("first", "0123456789") for s in shapes))
        self._signs: dict[frozenset[str], str] = {}
        self._words: dict[str, str] = {}
        self._members: dict[str, str] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Give words that rules use as they stand a class of their own."""
        for word in words:
            for form in _forms(word):
                self._sets.setdefault(form, set()).add(word)

    def seal(self) -> None:
        """Give every set of classes its sign; called once, after the last word was learnt."""
        for _, classes in self._shapes:
            self._sign(classes)
        self._words = {form: self._sign(frozenset(classes)) for form, classes in self._sets.items()}
        self._words[""] = BREAK

    def _sign(self, classes: frozenset[str]) -> str:
        return self._signs.setdefault(classes, chr(FIRST_SIGN + len(self._signs)))

    def signs(self, words: Iterable[str]) -> str:
        """The signs of words, one character each; that of the empty word is BREAK."""
        known, shaped, firsts = self._words, self._shaped, self.firsts
        return "".join([known.get(w) or (shaped(w) if w[0] in firsts else OTHER) for w in words])

    def _shaped(self, word: str) -> str:
        """The sign of a word that is not listed: of the first shape that fits."""
        for shape, classes in self._shapes:
            if shape.fullmatch(word):
                return self._signs[classes]
        return OTHER

    def any_of(self, cls: str) -> str:
        """A character set of the signs that include this class."""
        if not self._members:
            for classes, sign in self._signs.items():
                for each in classes:
                    self._members[each] = self._members.get(each, "") + sign
            self._members[END] = BREAK
        if cls not in self._members:
            raise ValueError(f"rule names a class without words: {cls}")
        return f"[{self._members[cls]}]"

    def value(self, cls: str, word: str) -> Any:
        return self.values.get(cls, {}).get(word.lower())


def _forms(word: str) -> set[str]:
    """Lower-case entries stand for every case, others only for themselves and their capitals."""
    return {word, word.upper(), word.title()} if word == word.lower() else {word, word.upper()}


class Words:
    """A text cut into words, an empty one at the end of every sentence; `opens` is where its sentences begin."""

    __slots__ = ("opens", "places", "text", "words")

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self.opens = sorted(start for start, _ in sentences)
        self.words: list[str] = []
        self.places: list[tuple[int, int]] = []
        for start, end in sentences:
            found = list(WORD.finditer(text, start, end))
            self.words += [match[0] for match in found]
            self.places += [match.span() for match in found]
            self.words.append("")
            self.places.append((end, end))


class Scan:
    """The words of a text with their signs for one lexicon, in one string."""

    __slots__ = ("lexicon", "places", "signs", "text", "words")

    def __init__(self, cut: Words, lexicon: Lexicon) -> None:
        self.text, self.words, self.places, self.lexicon = cut.text, cut.words, cut.places, lexicon
        self.signs = lexicon.signs(cut.words)

    def word(self, index: int) -> str:
        return self.words[index]

    def is_a(self, index: int, cls: str) -> bool:
        return 0 <= index < len(self.words) and self.lexicon.value(cls, self.words[index]) is not None


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits words first..last (exclusive) of a scan, `shift` words on from where it was found."""

    rule: Rule
    order: int
    scan: Scan
    found: re.Match[str]
    shift: int

    @property
    def first(self) -> int:
        return self.found.start() + self.shift

    @property
    def last(self) -> int:
        return self.found.end() + self.shift

    def has(self, group: str) -> bool:
        return group in self.found.re.groupindex and self.found[group] is not None

    def extent(self, group: str) -> tuple[int, int]:
        """The first and last word (exclusive) of a group; none where it took no part."""
        first, last = self.found.span(group) if self.has(group) else (0, 0)
        return first + self.shift, last + self.shift

    def words(self, group: str) -> list[str]:
        """The words of a group, in lower case; empty where it took no part."""
        return [self.scan.word(index).lower() for index in range(*self.extent(group))]

    def after(self) -> str:
        """The word after the match, in lower case; empty at the end of a sentence."""
        return self.scan.word(self.last).lower() if self.last < len(self.scan.words) else ""

    def words_all(self) -> list[str]:
        """All words of the match, in lower case."""
        return [self.scan.word(i).lower() for i in range(self.first, self.last)]

    def value(self, group: str, cls: str) -> Any:
        """What the lexicon gives for the first word of the group that has this class."""
        values = (self.scan.lexicon.value(cls, word) for word in self.words(group))
        return next((value for value in values if value is not None), None)

    def number(self, group: str) -> int | None:
        """The first whole number in digits of the group."""
        return next((int(word) for word in self.words(group) if word.isdecimal() and len(word) < 18), None)

    def span(self, first: int | None = None, last: int | None = None) -> Span:
        start, _ = self.scan.places[self.first if first is None else first]
        _, end = self.scan.places[(self.last if last is None else last) - 1]
        return Span(start, end)

    def group_span(self, group: str) -> Span:
        return self.span(*self.extent(group))


class Grammar:
    """A lexicon and rules, as one data file holds them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self._compiled: dict[str, str] = {}
        self._pieces: Mapping[str, str] = data.get("pieces", {})
        self.lexicon = Lexicon(data["classes"], data["shapes"])
        patterns = [rule[key] for rule in data["rules"] for key in ("words", *AROUND) if key in rule]
        self.lexicon.learn(
            word for pattern in [*patterns, *self._pieces.values()] for word in _literals(pattern)
        )
        self.lexicon.seal()
        core = "".join(self.lexicon.any_of(cls)[1:-1] for cls in data["core"])
        near, between = (f"[^{core}{BREAK}]{{0,{reach}}}" for reach in (REACH, 2 * REACH))
        self._loud = re.compile(f"{near}[{core}](?:{between}[{core}])*{near}")
        self.rules = tuple(
            Rule(rule["family"], self._rule(rule), str(rule.get("means", "")), self._needs(rule["words"]))
            for rule in data["rules"]
        )

    def _rule(self, rule: Mapping[str, str]) -> str:
        made = {
            key: shape.format(self.compile(rule[key])) if key in rule else "" for key, shape in AROUND.items()
        }
        body = self.compile(rule["words"])
        return made["after"] + made["not_after"] + body + made["before"] + made["not_before"]

    def _needs(self, pattern: str) -> tuple[frozenset[str], ...]:
        """Sets of signs; every match has one of each.

        They are those of all words that are not optional, and of a choice the rarest of each branch together."""
        atoms = [atom for atom in ATOM.finditer(pattern) if atom.lastgroup not in (None, "name")]
        return tuple(self._needed(deque(atoms)))

    def _needed(self, atoms: deque[re.Match[str]]) -> list[frozenset[str]]:
        """Takes the atoms of a pattern up to the bracket that closes it."""
        branches: list[list[frozenset[str]]] = [[]]
        while atoms:
            atom = atoms.popleft()
            got = atom.group()
            if got == ")":
                break
            if got == "|":
                branches.append([])
                continue
            inner = self._of_atom(atom, atoms)
            if not (atoms and atoms[0]["op"] and atoms[0].group()[0] in "?{*"):
                branches[-1] += inner
        if len(branches) == 1 or not all(branches):
            return branches[0] if len(branches) == 1 else []
        return [frozenset[str]().union(*(min(branch, key=len) for branch in branches))]

    def _of_atom(self, atom: re.Match[str], atoms: deque[re.Match[str]]) -> list[frozenset[str]]:
        if atom.group() == "(":
            return self._needed(atoms)
        if atom["piece"]:
            return list(self._needs(self._pieces[atom["piece"]]))
        return [frozenset(self.lexicon.any_of(atom.group())[1:-1])] if atom["cls"] or atom["word"] else []

    def compile(self, pattern: str) -> str:
        """A rule in words as a regular expression over signs."""
        out, closing = [], ""
        for atom in ATOM.finditer(pattern):
            kind, got = atom.lastgroup, atom.group()
            if kind is None:
                continue
            if kind == "name":
                closing = f"(?P<{atom['name']}>"
                continue
            made = self._atom(kind, got, atom)
            if kind == "op" and got == "(" and closing:
                made = closing
            elif closing:
                made = f"{closing}{made})"
            closing = ""
            out.append(made)
        return "".join(out)

    def _piece(self, name: str) -> str:
        if name not in self._compiled:
            self._compiled[name] = f"(?:{self.compile(self._pieces[name])})"
        return self._compiled[name]

    def _atom(self, kind: str, got: str, atom: re.Match[str]) -> str:
        if kind == "piece":
            return self._piece(atom["piece"])
        if kind in ("cls", "word"):
            return self.lexicon.any_of(got)
        return "(?:" if got == "(" else got

    def matches(self, scan: Scan) -> list[Match]:
        """The rules that fit, in the order of the text; of overlapping ones the longest, then the first rule.

        Every rule holds a word of a core class, so words far from all of these are not looked at.
        """
        islands = [(found.start(), found.group()) for found in self._loud.finditer(scan.signs)]
        loud, shifts = "".join(signs + BREAK for _, signs in islands), _shifts(islands)
        present = frozenset(loud)
        fits = [
            Match(rule, order, scan, found, shifts[found.start()])
            for order, rule in enumerate(self.rules)
            if rule.may_fit(present)
            for found in rule.pattern.finditer(loud)
        ]
        fits.sort(key=lambda fit: (fit.first - fit.last, fit.order))
        return sorted(_disjoint(fits), key=lambda fit: fit.first)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """A rule's pattern, made when a text first has all words that the rule needs: most rules seldom are."""
    return re.compile(source)


def _shifts(islands: Sequence[tuple[int, str]]) -> list[int]:
    """For every sign of the joined islands, how far it stands from its place in the whole."""
    shifts: list[int] = []
    for start, signs in islands:
        shifts += [start - len(shifts)] * (len(signs) + 1)
    return shifts


def _disjoint(fits: Iterable[Match]) -> Iterator[Match]:
    taken: set[int] = set()
    for fit in fits:
        words = range(fit.first, fit.last)
        if taken.isdisjoint(words):
            taken.update(words)
            yield fit


def _literals(pattern: str) -> Iterator[str]:
    return (atom["word"] for atom in ATOM.finditer(pattern) if atom["word"])


def load(name: str) -> Grammar:
    """The grammar in a data file of this package."""
    return Grammar(read(name))


def read(name: str) -> Any:
    """A data file of this package, with the fast YAML reader where the library has it."""
    raw = resources.files("herodotus.annotation").joinpath(name).read_bytes()
    return yaml.load(raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
