"""What things are: classes of arms, equipment and goods, and which is a kind of which (gazetteers/arms_classes.txt)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from herodotus.compare import gazetteer, pieces
from herodotus.compare.pieces import Pieces

LONGEST = (
    6  # pieces of a phrase in which the words of a noun may stand ("short-range tactical ballistic missile")
)
COLUMNS = 6
DECOY = "-"  # the class of what only sounds like materiel ("think tank")
PART_OF_NAME, BESIDE_NAME = "+", "~"  # of words that are materiel only with a name ("system", "attack")
NO_CLASS = frozenset({DECOY, PART_OF_NAME, BESIDE_NAME})
NONE = "-"
FUNCTION_WORDS = frozenset({"and", "to", "of", "in", "on", "a", "up", "off", "with"})
HISSING = ("s", "x", "z", "ch", "sh", "o")  # endings that take "-es"


class Class(NamedTuple):
    """A class: what it is a kind of, its categories in SIPRI's database and the UN Register ("" where it has none), and
    whether it stands as a weapon, a platform or a vehicle ("" for other goods)."""

    name: str
    above: tuple[str, ...]
    sipri: str
    register: str
    stands: str


class Noun(NamedTuple):
    """A way to name a class: `words` as pieces in lower case, `weak` where it is also a common word, `upper` an
    abbreviation in capitals."""

    words: tuple[str, ...]
    name: str
    weak: bool
    upper: bool


@cache
def _table() -> dict[str, Class]:
    rows = {row[0]: row for row in _rows()}
    table: dict[str, Class] = {}
    for name in rows:
        _enter(name, rows, table)
    return table


def _enter(name: str, rows: Mapping[str, list[str]], table: dict[str, Class]) -> Class:
    """Puts a class into the table, after the one above it, from which empty columns are taken."""
    if name not in table:
        _, above, *own = rows[name]
        parents = tuple(gazetteer.cells(above))
        first = _enter(parents[0], rows, table)[2:] if parents else ("", "", "")
        kept = ["" if cell == NONE else cell or given for cell, given in zip(own, first, strict=False)]
        table[name] = Class(name, parents, *kept)
    return table[name]


def _rows() -> list[list[str]]:
    return gazetteer.table("arms_classes.txt", COLUMNS)


@cache
def nouns() -> dict[str, tuple[Noun, ...]]:
    """The nouns of all classes by their last piece, those of most words first; a class's own name goes before what
    others call by it."""
    found: dict[tuple[str, ...], Noun] = {}
    named = [(row[0].rstrip(), row[0]) for row in _rows() if row[0] not in NO_CLASS]
    listed = [(noun, row[0]) for row in _rows() for noun in gazetteer.cells(row[5])]
    for written, name in named + listed:
        weak = written.endswith("?")
        words = pieces.split(written.rstrip("?")).folded
        upper = all(w.isupper() for w in written.rstrip("?").split()[-1:]) and len(written) > 2
        found.setdefault(words, Noun(words, name, weak, upper))
    grouped: dict[str, list[Noun]] = {}
    for noun in sorted(found.values(), key=lambda noun: -len(noun.words)):
        grouped.setdefault(noun.words[-1], []).append(noun)
    return {last: tuple(group) for last, group in grouped.items()}


@cache
def _modifiers() -> frozenset[str]:
    """Words that stand before the last one of any noun: those that may stand between its words too."""
    words = {word for group in nouns().values() for noun in group for word in noun.words[:-1]}
    return frozenset(words - FUNCTION_WORDS)


@cache
def heads() -> frozenset[str]:
    """The pieces that may end a noun, plurals included."""
    return frozenset(form for last in nouns() for form in (last, last + "s", last + "es", last[:-1] + "ies"))


def _singulars(piece: str) -> list[str]:
    """The last pieces of nouns that this is, or is the plural of."""
    stems = [piece]
    if piece.endswith("s"):
        stems += [piece[:-1], piece[:-3] + "y"] + [piece[:-2]] * piece[:-2].endswith(HISSING)
    return [stem for stem in stems if stem in nouns()]


def noun_at(found: Pieces, i: int, *, floor: int = 0, strict: bool = True) -> tuple[Noun, int] | None:
    """The noun of most words that ends with piece `i`, and its first piece, not before `floor`. `strict`:
    abbreviations must stand in capitals ("SAM" is no "Sam")."""
    hits: list[tuple[Noun, int]] = []
    for last in _singulars(found.folded[i]):
        for noun in nouns()[last]:
            first = _begins(found, i, noun.words[:-1])
            capital = not (noun.upper and strict) or found.written(i)[: len(last)].isupper()
            if first is not None and first >= floor and capital:
                hits.append((noun, first))
                break
    return max(hits, key=lambda hit: len(hit[0].words), default=None)


def _begins(found: Pieces, i: int, words: Sequence[str]) -> int | None:
    """The piece at which the words begin that stand before piece `i` in this order, with nothing between but
    modifiers and figures."""
    at, wanted = i, len(words) - 1
    while wanted >= 0:
        at -= 1
        if at < 0 or i - at >= LONGEST or not found.joined(at):
            return None
        if found.folded[at] == words[wanted]:
            wanted -= 1
        elif found.folded[at] not in _modifiers():
            return None
    return at


@lru_cache(maxsize=1 << 14)
def class_of(phrase: str) -> str | None:
    """The class of a thing by the last words of its name, None where it is none of ours."""
    found = pieces.split(phrase)
    hit = noun_at(found, len(found) - 1, strict=not phrase.islower()) if len(found) else None
    return hit[0].name if hit and hit[0].name not in NO_CLASS else None


@cache
def lineage(name: str) -> tuple[str, ...]:
    """The class and what it is a kind of, upwards, each once."""
    found = [name]
    for each in found:
        found += [above for above in _table()[each].above if above not in found]
    return tuple(found)


@cache
def below(name: str) -> frozenset[str]:
    """The class and its kinds."""
    return frozenset(each for each in _table() if name in lineage(each))


def get(name: str) -> Class:
    return _table()[name]


def names() -> tuple[str, ...]:
    """All classes."""
    return tuple(name for name in _table() if name not in NO_CLASS)


def kind_of(a: str, b: str) -> bool:
    """Whether one class is the other or a kind of it, either way round."""
    return a in lineage(b) or b in lineage(a)


def related(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether any class on the left is, or is a kind of, any on the right, either way round."""
    others = tuple(right)
    return any(kind_of(a, b) for a in left for b in others)


LOOSE = (
    ("rocket", "missile"), ("rocket", "rocket artillery"), ("missile", "launcher"), ("missile", "air defence"),
    ("rocket artillery", "launcher"), ("firearm", "artillery"), ("engine", "aircraft"), ("bomb", "ammunition"),
    ("mortar", "ammunition"), ("mortar", "bomb"),
)  # fmt: skip
"""Classes by which two accounts may mean one thing: a launcher and its missiles, "guns" of any size, a translator's
"rocket"."""


def loosely(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether a class on the one side may be meant by one on the other; "weapon" is said of whatever is armed."""
    return any(_loosely(a, b) or _loosely(b, a) for a, b in product(left, tuple(right)))


@lru_cache(maxsize=1 << 14)
def _loosely(a: str, b: str) -> bool:
    if a in ("weapon", "equipment"):
        return bool(get(b).stands)
    return any(one in lineage(a) and other in lineage(b) for one, other in LOOSE)
