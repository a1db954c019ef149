"""Which state a name, an adjective, a capital or an institution stands for, and to which a noun phrase
belongs.

The knowledge is in gazetteers/: countries.txt, organisations.txt, agencies.yaml, decoys.txt, homographs.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from herodotus.compare import gazetteer, leaders
from herodotus.compare.gazetteer import Hit, Lexicon, Term, cells, term

NAME, DEMONYM, CAPITAL, METONYM, PART = "name", "demonym", "capital", "metonym", "part"
_DECOY = "decoy"
_PLURAL = ("ese", "ish", "ch", "ss", "x", "s", "men", "man")


class Found(NamedTuple):
    """A stretch of text that stands for a state.

    `code` is ISO 3166 alpha-3 (empty for bodies of several states); `role` how it does: name, demonym,
    capital, metonym (an institution that speaks for it or belongs to it) or part (a region, a city); `name`
    the common name of the country, or of the institution, city or region.
    """

    start: int
    end: int
    code: str
    role: str
    name: str


class Meaning(NamedTuple):
    code: str
    role: str
    name: str
    weak: bool


def name(code: str) -> str:
    """The common English name of an ISO 3166 alpha-3 code; the code itself where it is not known."""
    return _names().get(code, code)


def phrase(code: str) -> str:
    """The name as it stands after "of": with an article where English wants one ("the United Kingdom")."""
    plain = name(code)
    return f"the {plain}" if plain.startswith(_ARTICLE) or plain in _ARTICLED else plain


_ARTICLE = ("United ", "Democratic Republic", "Republic of", "Czech Rep", "Central African", "Dominican Rep")
_ARTICLED = {"Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia", "Seychelles", "Comoros",
             "Marshall Islands", "Solomon Islands"}  # fmt: skip


def find(text: str) -> list[Found]:
    """Everything in the text that stands for one state, in order, none overlapping."""
    return [each for each in scan(text) if each.code]


def scan(text: str, known: Collection[str] = ()) -> list[Found]:
    """Like `find`, with bodies of several states (UN, NATO) too; `known` are codes that count as named
    before. Remembered, for several stages ask for the same text."""
    return list(_scan(text, frozenset(known)))


@lru_cache(maxsize=512)
def _scan(text: str, known: frozenset[str]) -> tuple[Found, ...]:
    sure, weak = _hits(text)
    named = known | {hit.meaning.code for hit in sure}
    told = [hit for hit in weak if hit.meaning.code in named and not _names_a_person(text, hit)]
    found = []
    for start, end, meaning in sorted([*sure, *told]):
        if meaning.role != _DECOY and not _longer_name(text, start, end):
            code, role, label, _ = _which(text, meaning) if meaning.name in _twice() else meaning
            found.append(Found(start, end, code, role, label))
    return tuple(found)


@lru_cache(maxsize=512)
def _hits(text: str) -> tuple[list[Hit], list[Hit]]:
    """Names that are sure, and besides them those that count only where their state is named elsewhere:
    "the North"."""
    split = gazetteer.words(text)
    sure = [hit for hit in _lexicon(weak=False).find(text, split) if not _names_a_person(text, hit)]
    taken = {at for hit in sure for at in range(hit.start, hit.end)}
    weak = _lexicon(weak=True).find(text, split)
    return sure, [hit for hit in weak if taken.isdisjoint(range(hit.start, hit.end))]


def _longer_name(text: str, start: int, end: int) -> bool:
    """Whether the words only begin a name: "the North" Atlantic, "the Central Command" for Sea Rescue."""
    shown = text[start:end]
    if " " not in shown:
        return False
    if _ARTICLE_AND_WORD.fullmatch(shown):
        return _RUNS_ON.match(text, end) is not None
    return _BODY.search(shown) is not None and _FOR.match(text, end) is not None


def of(text: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """The states that a noun phrase belongs to, in order: "Washington's envoy to the UN" is of the USA only.

    Complements ("to Japan", "on China", "with Iran") and what is only backed or made by one ("Moscow-backed")
    do not count.
    """
    return _of(text, frozenset(known))


@lru_cache(maxsize=1 << 13)
def _of(text: str, known: frozenset[str]) -> tuple[str, ...]:
    found = [each for each in scan(text, known) if each.code and _belongs(text, each)]
    first = _first(text, found)
    if first is None:
        return tuple(dict.fromkeys(leaders.countries(text)))
    joined = [first]
    for each in found:
        if each.start >= joined[-1].end and _GLUE.fullmatch(text[joined[-1].end : each.start]):
            joined.append(each)
    return tuple(dict.fromkeys(each.code for each in joined))


_GLUE = re.compile(
    r"(?:['’]s?)?(?:\s+[a-z-]+){0,3}?\s*(?:,|,?\s*(?:and|&|or|as well as|nor)\s|[/–-])"
    r"\s*(?:both\s+)?(?:[Tt]he\s+)?"
)
_COMPLEMENT = re.compile(
    r"\b(?:to|on|with|against|about|over|toward|towards|into|than|versus|vs\.?|regarding|covering|outside|visiting)"
    r"\s+(?:\w+['’]s\s+)?(?:[\w.-]+\s+){0,3}$"
)
_LOCATED = re.compile(r"\b(?:in|at|from|near|for|of|by|inside)\s+(?:[\w.'’-]+\s+){0,3}$")
_PARTICIPLE = re.compile(
    r"[-‑–](?:backed|bound|made|supplied|sourced|supported|occupied|held|linked|allied|friendly|controlled|installed|"
    r"funded|aligned|trained|armed|brokered|provided|built|imposed|born|sponsored|leaning|designed|origin|speaking)\b"
)


def _belongs(text: str, each: Found) -> bool:
    before = text[max(0, each.start - 60) : each.start]
    return not _PARTICIPLE.match(text, each.end) and not _COMPLEMENT.search(before)


def _first(text: str, found: Sequence[Found]) -> Found | None:
    """The state the head belongs to: what stands before the head goes before "in Seoul" and "of Japan"."""
    direct = [each for each in found if not _LOCATED.search(text[max(0, each.start - 60) : each.start])]
    return next(iter(direct or found), None)


_ARTICLE_AND_WORD = re.compile(
    r"[Tt]he \w+"
)  # "The Independent", but not in "The Independent Vermont senator"
_RUNS_ON = re.compile(r" [A-Z]")  # "the North Atlantic" is not "the North"
_BODY = re.compile(
    r"\w (?:Command|Agency|Department|Office|Authority|Council|Committee|Commission|Service|Bureau)$"
)
_FOR = re.compile(r" for (?:the )?[A-Z]")


def _names_a_person(text: str, hit: Hit) -> bool:
    """Michael Jordan and Chad Smith are no states."""
    word = text[hit.start : hit.end]
    given, surname, following = _homographs()
    if word not in given and word not in surname:
        return False
    after = re.match(r" ([A-Z][\w'’-]+)", text[hit.end : hit.end + 40])
    if word in given and after and after[1] not in following and after[1].split("-")[0] not in following:
        return not _lexicon(weak=False).find(after[1])
    before = re.search(r"([A-Z][\w'’-]+)\.? (?:[A-Z]\. )?$", text[max(0, hit.start - 30) : hit.start])
    return bool(word in surname and before and (before[1] in _HONORIFICS or leaders.is_given_name(before[1])))


_HONORIFICS = {"Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "Lord", "Lady", "Justice", "Judge"}


def _which(text: str, meaning: Meaning) -> Meaning:
    entry, folded = _twice()[meaning.name], set(gazetteer.words(text).folded)
    here, there = ({gazetteer.fold(w) for w in entry[side]} for side in ("here", "there"))
    if folded & here and not folded & there:
        return Meaning(entry["code"], PART, meaning.name, False)
    return meaning


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[1] for row in gazetteer.table("countries.txt", 6)}


@cache
def codes() -> frozenset[str]:
    """All the codes that the table has."""
    return frozenset(_names())


@cache
def _homographs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = gazetteer.load("homographs.yaml")
    return frozenset(data["given"]), frozenset(data["surname"]), frozenset(data["following"])


@cache
def _twice() -> dict[str, dict[str, str]]:
    return dict(gazetteer.load("homographs.yaml")["twice"])


@cache
def _lexicon(*, weak: bool) -> Lexicon:
    return Lexicon(each for each in _terms() if each.meaning.weak is weak)


@cache
def _terms() -> tuple[Term, ...]:
    return tuple(_unique([*_state_terms(), *_institution_terms(), *_agency_terms(), *_decoy_terms()]))


def _unique(terms: list[Term]) -> list[Term]:
    """One meaning a spelling: the first table that has it wins, decoys over all."""
    ranked = sorted(terms, key=lambda t: t.meaning.role != _DECOY)
    return list({(t.words, t.capitals): t for t in reversed(ranked)}.values())


def _entry(written: str, code: str, role: str, label: str) -> Term:
    plain = written.removesuffix("?").strip()
    return term(plain, Meaning(code, role, label.removesuffix("?") or plain, plain != written))


def _state_terms() -> list[Term]:
    terms = []
    for code, common, others, demonyms, capitals, parts in gazetteer.table("countries.txt", 6):
        terms += [_entry(each, code, NAME, common) for each in [common, *cells(others)]]
        terms += [_entry(each, code, DEMONYM, common) for d in cells(demonyms) for each in _plural(d)]
        terms += [_entry(each, code, CAPITAL, "") for each in cells(capitals)]
        terms += [_entry(each, code, PART, "") for each in cells(parts)]
    return terms


def _plural(demonym: str) -> list[str]:
    return [demonym] if demonym.endswith(_PLURAL) else [demonym, demonym + "s"]


def _institution_terms() -> list[Term]:
    rows = gazetteer.table("organisations.txt", 4)
    return [_entry(each, row[1], METONYM, row[0]) for row in rows for each in [row[0], *cells(row[3])]]


def institution(name: str) -> str:
    """The kind of an institution by its name in the table: government, military, court, ...; empty for others."""
    return _institutions().get(gazetteer.fold(name), "")


@cache
def _institutions() -> dict[str, str]:
    rows = gazetteer.table("organisations.txt", 4)
    return {
        gazetteer.fold(each.removesuffix("?")): kind
        for label, _, kind, others in rows
        for each in [label, *cells(others)]
    }


def _agency_terms() -> list[Term]:
    rows = gazetteer.load("agencies.yaml")
    return [
        _entry(each, row["country"], METONYM, row["name"])
        for row in rows
        for each in [row["name"], *row.get("also", ())]
    ]


def _decoy_terms() -> list[Term]:
    rows = gazetteer.table("decoys.txt", 2)
    return [_entry(name, code, PART if code else _DECOY, "") for name, code in rows]
