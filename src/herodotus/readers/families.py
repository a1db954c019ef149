"""Families of furniture lines: each predicate looks at one line alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from herodotus.data.documents import Furniture
from herodotus.readers.bylines import EMAIL, opens_byline
from herodotus.readers.dates import months, read_date
from herodotus.readers.languages import looks_english
from herodotus.readers.lines import WORD, Line
from herodotus.readers.patterns import any_of, table

LONGEST = 700
"""Code points above which a line is an article's paragraph, whatever it says."""
QUOTED = re.compile(r"[“\"«].*?[”\"»]")
SPEAKS_TO_READER = re.compile(
    r"\b(?:you|your|we|our|us)\b|^(?:please|join|support|get|click)\b", re.IGNORECASE
)
NAME = re.compile(
    r"(?:(?:[A-Z][a-z’'-]+|[A-Z]\.|[A-Z][a-z]+[A-Z][a-z]+|de|van|von|al|bin|el|da|del|la|Al-[A-Z][a-z]+)[ ,]*"
    r"(?:and |& )?){2,8}$"
)
CAPITALS = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){1,4}$")
DIGIT = re.compile(r"\d")
DATE_LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|issued|printed|added)"
    r"(?: (?:on|at|date))?|on|as of|release[ds]?(?: on)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    kind: Furniture
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    verdict: Verdict
    where: str
    most: int
    sentences: bool
    pattern: re.Pattern[str]
    inside: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]

    def fits(self, text: str) -> bool:
        """Whether one of the patterns matches; those for any place only where one of their words is there."""
        if self.pattern.match(text):
            return True
        low = text.lower() if self.inside else ""
        return any(
            pattern.match(text) for words, pattern in self.inside if any(word in low for word in words)
        )


@cache
def rules() -> tuple[Rule, ...]:
    """The pattern families of furniture.yaml, in its order."""
    return tuple(_rule(entry) for entry in table("furniture")["rules"])


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        Verdict(Furniture(entry["kind"]), entry["reason"]),
        entry["where"],
        entry["most"],
        entry.get("sentences", True),
        any_of(entry["patterns"]),
        tuple((tuple(each["holds"].split()), any_of(each["patterns"])) for each in entry.get("inside", ())),
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("furniture")[name].split())


def judge_anywhere(line: Line) -> Verdict | None:
    """What the line is wherever it stands; None for running text."""
    if not line.words:
        return Verdict(Furniture.NOTICE, "no words")
    if is_button(line):
        return Verdict(Furniture.MENU, "nothing but buttons")
    return _by_rules(line, {"anywhere"}) or _table(line)


def judge_edge(line: Line, *, tail: bool = False) -> Verdict | None:
    """What the line is at the edge of the text, where more can be told."""
    places = {"edge", "tail"} if tail else {"edge"}
    return _by_rules(line, places) or _speaks_to_reader(line) or _foreign(line)


def _by_rules(line: Line, places: set[str]) -> Verdict | None:
    if len(line.text) > LONGEST:
        return None
    for rule in rules():
        if rule.where not in places or line.words > rule.most or (line.sentence and not rule.sentences):
            continue
        if rule.fits(line.text):
            return rule.verdict
    return None


def is_button(line: Line) -> bool:
    words = line.text.lower().split(maxsplit=8)
    return (
        len(words) <= 8
        and not line.sentence
        and all(word.strip("():|,0123456789") in _buttons() for word in words)
    )


@cache
def _buttons() -> frozenset[str]:
    return _words("buttons") | {""}


def _table(line: Line) -> Verdict | None:
    if "\t" not in line.text and "|" not in line.text:
        return None
    cells = [cell for cell in re.split(r"\t+|\s\|\s", line.text) if cell.strip()]
    if len(cells) < 3 or line.prose:
        return None
    return Verdict(Furniture.TABLE, "cells of a table")


def _speaks_to_reader(line: Line) -> Verdict | None:
    if line.words > 60 or len(line.text) > LONGEST or QUOTED.search(line.text):
        return None
    words = {word.lower() for word in WORD.findall(line.text)}
    if len(words & _words("service")) < 2 or not SPEAKS_TO_READER.search(line.text):
        return None
    return Verdict(Furniture.PROMPT, "speaks to the reader about the site")


def _foreign(line: Line) -> Verdict | None:
    """A line in another language: a policy where it speaks of comments, a notice in another script."""
    if len(line.text) > LONGEST:
        return None
    if looks_english(line.text):
        return None
    words = {word.lower() for word in WORD.findall(line.text)}
    letters = [letter for letter in line.text if letter.isalpha()]
    if words & _words("foreign"):
        return Verdict(Furniture.POLICY, "speaks of comments, in another language")
    outside = sum(letter > "\u024f" for letter in letters)  # none where there are no letters
    return Verdict(Furniture.NOTICE, "in another script") if outside > 0.5 * len(letters) else None


def is_byline(line: Line) -> bool:
    """A line that is a byline whatever stands around it."""
    return line.words <= 40 and opens_byline(line.text)


def is_mail(line: Line) -> bool:
    return len(line.text) < 200 and bool(EMAIL.fullmatch(line.text.strip("()[]<>| ")))


def is_date(line: Line) -> bool:
    """A line with a full date and nothing else but labels, days, clock times and zones."""
    if line.words > 20 or len(line.text) > 200 or not DIGIT.search(line.text) or not read_date(line.text):
        return False
    rest = re.findall(r"[^\W\d_]+", DATE_LABEL.sub("", line.text).lower())
    return _date_words().issuperset(rest)


@cache
def _date_words() -> frozenset[str]:
    known = table("dates")
    zones = {zone.lower() for zone in known["zones"]}
    return frozenset([*known["beside"].split(), *known["days"].split(), *zones, *months()])


def is_name(line: Line) -> bool:
    """Two to four capitalised words and nothing else: a person, if what stands around it agrees."""
    return (
        2 <= line.words <= 6
        and not line.sentence
        and bool(NAME.match(line.text) or CAPITALS.match(line.text))
    )


def is_post(line: Line) -> bool:
    """A line made of words for posts on a paper ("Political Editor")."""
    words = [word.lower() for word in WORD.findall(line.text)]
    if not 1 <= len(words) <= 5 or not _words("writers") & set(words):
        return False
    return all(word in _words("posts") or word == "for" for word in words)
