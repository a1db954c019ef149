"""Weapons by name: what a designation stands for (gazetteers/designations.txt), and where one stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from herodotus.compare import gazetteer, pieces
from herodotus.compare.pieces import Pieces

COLUMNS = 5
LONGEST_SHIP = 4  # pieces of a ship's name
TITLED = 5  # letters from which an abbreviation may be written as a word ("Himars", but not "Harm")
# Ends of words in capitals that may stand before a name without being part of it: of peoples, and articles.
DEMONYMS = ("an", "ish", "ese", "li", "qi", "French", "Dutch", "US", "UK", "S", "Houthi", "The", "A", "An")
SUFFIX = 3  # letters that an unlisted version may have ("F-15X")
_VERSION = re.compile(
    r"[-/ ]?(?:(?:Mk|Mark|Block)[ -]?)?(?:\d[\w-]*|[IVX]+|[A-Z]{1,4}\d*[A-Z]*\d*|[A-Z]{1,4}-?\d[\w-]*)"
)


class Design(NamedTuple):
    """A weapon with a name of its own: its classes, of which the first is what news calls it, the states that make it
    (ISO 3166 alpha-3) and the name of the family that it belongs to ("" where none)."""

    name: str
    classes: tuple[str, ...]
    makers: tuple[str, ...]
    family: str


class Alias(NamedTuple):
    """A way to write a design's name; `version` is the alias itself where it names a version ("T-72B3")."""

    words: tuple[str, ...]
    written: str
    design: Design
    weak: bool
    version: str


class Match(NamedTuple):
    """An alias at pieces `first` to `last` (inclusive); `weak` where only what stands around it can tell."""

    first: int
    last: int
    alias: Alias
    weak: bool
    version: str


@cache
def designs() -> dict[str, Design]:
    """All designs by name."""
    return {design.name: design for design, _ in _entries()}


@cache
def _entries() -> tuple[tuple[Design, tuple[str, ...]], ...]:
    return tuple(entry for row in gazetteer.table("designations.txt", COLUMNS) for entry in _row(row))


def _row(row: list[str]) -> Iterator[tuple[Design, tuple[str, ...]]]:
    """A row may list several designs in its first column, each with other names behind "="."""
    first, classes, makers, others, family = row
    listed = gazetteer.cells(first)
    for each in listed:
        name, *more = (part.strip() for part in each.split("="))
        design = Design(name, tuple(gazetteer.cells(classes)), tuple(gazetteer.cells(makers)), family)
        yield design, (name, *more, *(gazetteer.cells(others) if len(listed) == 1 else ()))


@cache
def aliases() -> dict[str, tuple[Alias, ...]]:
    """All aliases by their first piece, the longest first. A name with "?" among the others is weak itself."""
    found: dict[tuple[str, ...], Alias] = {}
    for design, written in _entries():
        weak = {each.rstrip("?") for each in written if each.endswith("?")}
        for each in dict.fromkeys(one.rstrip("?") for one in written):
            words = pieces.split(each).folded
            version = each if _is_version(design.name, each) else ""
            found.setdefault(words, Alias(words, each, design, each in weak, version))
    grouped: dict[str, list[Alias]] = {}
    for alias in sorted(found.values(), key=lambda alias: -len(alias.words)):
        grouped.setdefault(alias.words[0], []).append(alias)
    return {first: tuple(group) for first, group in grouped.items()}


@cache
def openers() -> frozenset[str]:
    """The pieces with which a name may begin, plurals of one word included."""
    plural = {first + "s" for first, group in aliases().items() if any(len(a.words) == 1 for a in group)}
    return frozenset(aliases()) | plural | {prefix.rstrip("?").lower() for prefix in ships()}


def _is_version(name: str, alias: str) -> bool:
    """Whether an alias adds letters or figures of a version to a name ("T-72B3", "Mohajer-6", not "M777 howitzer")."""
    return alias.startswith(name) and _VERSION.fullmatch(alias[len(name) :]) is not None


def at(found: Pieces, i: int) -> Match | None:
    """The longest name that begins with piece `i`."""
    piece = found.folded[i]
    listed = aliases().get(piece, ())
    if not listed and piece.endswith("s"):
        listed = tuple(alias for alias in aliases().get(piece[:-1], ()) if len(alias.words) == 1)
    matches = (_match(found, i, alias) for alias in listed)
    return next((match for match in matches if match is not None), None) or ship_at(found, i)


def ship_at(found: Pieces, i: int) -> Match | None:
    """A warship that the table does not list, by the prefix of its navy or its hull number ("USS Holm", "DDG 99")."""
    prefix = found.written(i)
    row = ships().get(prefix) or ships().get(prefix + "?")
    last = i + 1
    if row is None or last >= len(found) or found.gap(i) not in (" ", "\u00a0", "-"):
        return None
    opens = str.isdigit if row[2] else _capital
    if not opens(found.written(last)):
        return None
    while not row[2] and last < i + LONGEST_SHIP and last + 1 < len(found) and _goes_with(found, last + 1):
        last += 1
    name = found.text[found.spans[i][0] : found.spans[last][1]]
    design = Design(name, (row[0],), row[1], "")
    return Match(i, last, Alias((), name, design, False, ""), prefix not in ships(), "")


@cache
def ships() -> dict[str, tuple[str, tuple[str, ...], bool]]:
    """Prefix or letters of a hull number -> class, states, whether a figure follows."""
    rows = gazetteer.table("ships.txt", 4)
    return {row[0]: (row[1], tuple(gazetteer.cells(row[2])), row[3] == "number") for row in rows}


def _capital(piece: str) -> bool:
    """Whether a piece is written as a name, which a word in a line of capitals is not."""
    return piece[0].isupper() and not (len(piece) > 1 and piece.isupper())


def _goes_with(found: Pieces, i: int) -> bool:
    """Whether a piece continues a ship's name ("HMS Lady Holm", "FS Marie de Ribe")."""
    joint, piece = found.gap(i - 1), found.written(i)
    if joint not in (" ", "\u00a0", "-"):
        return False
    small = piece in ("de", "of", "the") and i + 1 < len(found) and found.written(i + 1)[0].isupper()
    return small or _capital(piece)


def _match(found: Pieces, i: int, alias: Alias) -> Match | None:
    last = i + len(alias.words) - 1
    if last >= len(found) or not _stands(found, i, alias):
        return None
    version = alias.version
    while not found.gap(last) and last + 1 < len(found):
        tail = found.written(last + 1)
        if tail == "s":
            return _checked(found, Match(i, last + 1, alias, alias.weak, version))
        if not _may_follow(found, last, alias):
            return None
        last += 1
        version = found.text[found.spans[i][0] : found.spans[last][1]]
    return _checked(found, Match(i, last, alias, alias.weak, version))


def _stands(found: Pieces, i: int, alias: Alias) -> bool:
    """Whether the pieces of an alias stand at `i`, the last one perhaps in the plural."""
    end = i + len(alias.words)
    here = found.folded[i:end]
    if here[:-1] != alias.words[:-1] or not all(found.tied(at) for at in range(i, end - 1)):
        return False
    last = alias.words[-1]
    if last == "s" and found.written(end - 1) == "s":
        return False  # the plural of another name ("T72s"), not a version
    return here[-1] == last or (here[-1] in (last + "s", last + "es") and last.isalpha())


def _may_follow(found: Pieces, last: int, alias: Alias) -> bool:
    """Whether the piece stuck to the end may name a version: capitals behind figures, figures behind those."""
    tail = found.written(last + 1)
    short = tail.isalpha() and tail.isupper() and len(tail) <= SUFFIX and found.written(last).isdigit()
    return len(alias.words) > 1 and (short or (tail.isdigit() and found.written(last).isalpha()))


def _checked(found: Pieces, match: Match) -> Match | None:
    """The match with what its writing says: none inside another number or code, a weak one in lower case."""
    start, end = found.spans[match.first][0], found.spans[match.last][1]
    before, behind = found.text[max(0, start - 2) : start], found.text[end : end + 2]
    if _goes_on(before[::-1], found.written(match.first)) or _figures_follow(behind):
        return None
    case = _case(found, match)
    if case is None:
        return None
    return match._replace(weak=match.weak or case)


def _goes_on(before: str, first: str) -> bool:
    """Whether a name is the end of a longer code ("COVID-M1", "1.358 missile"); `before` from the right."""
    if not before:
        return False
    if before[0].isalnum() or before[0] == "_":
        return True
    short = len(first) < 3 or first.isdigit()
    return short and before[0] in "-‑.,/" and before[1:].isalnum()


def _figures_follow(behind: str) -> bool:
    return len(behind) == 2 and behind[0] in "-.,/" and behind[1].isdigit()


def _case(found: Pieces, match: Match) -> bool | None:
    """Whether the writing leaves a name in doubt, so that it is weak; None where it cannot be meant at all.

    Capitals are needed, but not in names with figures of more than a letter each ("kh-59"); nor may one letter stand
    apart from its figure ("A 10"), or with it alone ("K9").
    """
    alias = match.alias
    i = next((n for n, word in enumerate(alias.words) if word.isalpha()), None)
    if i is None:
        return False
    own, written = pieces.split(alias.written).written(i), found.written(match.first + i)
    figures = any(word.isdigit() for word in alias.words)
    gap = found.gap(match.first + i) if len(alias.words) > 1 else ""
    if own[0].isupper() and written[0].islower():
        long = figures and not gap.isspace() and sum(map(len, alias.words)) > 2
        return False if long and not alias.weak else None
    if figures:
        bare = not gap and sum(len(word) for word in alias.words) == 2
        return len(own) == 1 and (gap.isspace() or bare)
    shouted = own.isupper() and len(own) > 1
    if shouted and not written[: len(own)].isupper() and len(own) < TITLED:
        return None
    doubtful = len(alias.words) == 1 and _among_names(found, match)
    return None if doubtful and alias.weak else doubtful


def _among_names(found: Pieces, match: Match) -> bool:
    """Whether a name of one word ends a longer one ("Red Arrows"), or, where it is no common word and needs nothing
    beside it, begins one ("Rodong Sinmun")."""
    before, behind = match.first - 1, match.last + 1
    follows = behind < len(found) and found.gap(match.last) == " " and found.written(behind)[0].isupper()
    leads = before >= 0 and found.gap(before) == " " and found.written(before)[0].isupper()
    leads = leads and not found.written(before).endswith(DEMONYMS) and not found.opens(before)
    return ((follows and not match.alias.weak) or leads) and not _is_shouting(found, match)


def _is_shouting(found: Pieces, match: Match) -> bool:
    """Whether a name stands in a line of capitals, where they tell nothing."""
    near = [found.written(i) for i in range(max(0, match.first - 2), min(len(found), match.last + 3))]
    return all(word.isupper() for word in near)
