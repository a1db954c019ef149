"""Tables of names that ship with the package, and finding those names in text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?|[^\W_]+")
_LONGEST_GAP = 2  # ", " and ". " are the widest gaps inside a name; anything wider is another phrase


class Words(NamedTuple):
    """The words of a text: where each begins and ends, and the form under which tables keep it."""

    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]


class Term(NamedTuple):
    """One way to write a name: `meaning` is whatever the table says it stands for."""

    words: tuple[str, ...]
    written: str
    capitals: tuple[str, ...]
    meaning: Any


class Hit(NamedTuple):
    start: int
    end: int
    meaning: Any


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents and full stops: "U.S." and "US" are one, as are "Elysée" and "Elysee"."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.replace(".", "").casefold()


@lru_cache(maxsize=512)
def words(text: str) -> Words:
    """Remembered, for several stages look up the same texts."""
    spans = tuple([match.span() for match in WORD.finditer(text)])
    return Words(spans, tuple([fold(text[start:end]) for start, end in spans]))


def table(name: str, columns: int) -> list[list[str]]:
    """The rows of a text table: columns parted by "|", lines that begin with "#" are notes."""
    lines = (
        (resources.files("herodotus.compare") / "gazetteers" / name).read_text(encoding="utf8").splitlines()
    )
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [row + [""] * (columns - len(row)) for row in rows]


def cells(cell: str) -> list[str]:
    """What stands between semicolons in one cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


@cache
def load(name: str) -> Any:
    """A YAML table, read once; with libyaml where it is there, ten times as fast."""
    reader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (resources.files("herodotus.compare") / "gazetteers" / name).read_text(encoding="utf8")
    return yaml.load(text, Loader=reader)


def term(written: str, meaning: Any) -> Term:
    spans, folded = words(written)
    return Term(folded, written, tuple(_case(written[start:end]) for start, end in spans), meaning)


def _case(word: str) -> str:
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        return "upper"
    return "title" if letters[:1].isupper() else "any"


class Lexicon:
    """Finds the longest names of a table in a text; capitals count as in the table."""

    def __init__(self, terms: Iterable[Term]) -> None:
        grouped: dict[str, list[Term]] = {}
        for each in terms:
            grouped.setdefault(each.words[0], []).append(each)
        self._by_first = {first: _by_second(group) for first, group in grouped.items()}

    def find(self, text: str, among: Words | None = None) -> list[Hit]:
        """Hits in order, none overlapping; `among` saves splitting a text into words twice."""
        split = words(text) if among is None else among
        found: list[Hit] = []
        free, last = 0, len(split.folded) - 1
        for at in [at for at, word in enumerate(split.folded) if word in self._by_first]:
            if at < free:
                continue
            following = self._by_first[split.folded[at]]
            terms = (following.get(split.folded[at + 1]) if at < last else None) or following[""]
            hit = _longest(text, split, at, terms) if terms else None
            if hit is not None:
                free = at + len(hit.words)
                found.append(Hit(split.spans[at][0], split.spans[free - 1][1], hit.meaning))
        return found


def _by_second(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """For each second word the terms that it can belong to, the longest first; under "" those of one word."""
    grouped: dict[str, list[Term]] = {"": []}
    for each in sorted(terms, key=lambda term: -len(term.words)):
        grouped.setdefault("".join(each.words[1:2]), []).append(each)
    return {second: group + grouped[""] if second else group for second, group in grouped.items()}


def _longest(text: str, split: Words, at: int, terms: Iterable[Term]) -> Term | None:
    """The first of the terms that stands at a word."""
    for each in terms:
        behind = at + len(each.words)
        if split.folded[at:behind] == each.words and _written_alike(text, split.spans[at:behind], each):
            return each
    return None


def _written_alike(text: str, spans: Sequence[tuple[int, int]], wanted: Term) -> bool:
    for (start, end), case in zip(spans, wanted.capitals, strict=True):
        if case == "any":
            continue
        letters = text[start:end].replace(".", "")
        if (case == "upper" and not letters.isupper()) or (case == "title" and not letters[0].isupper()):
            return False
    return len(spans) == 1 or all(
        _joins(text[end:start], wanted.written) for (_, end), (start, _) in pairwise(spans)
    )


def _joins(gap: str, written: str) -> bool:
    if gap == " ":
        return True
    if len(gap) > _LONGEST_GAP or "\n\n" in gap or (gap.strip() and gap.strip() not in ".,-'’–&"):
        return False
    return all(mark not in gap or mark in written for mark in ",.&")
