"""What speaks for or against a pair of articles, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from herodotus.crossdoc.articles import Lexicon
from herodotus.crossdoc.likeness import FEATURES, Bag, Weighed, elsewhere

SHOWN = 5
"""Words, names, days of each that are shown."""
ELSEWHERE = "days, places and persons all differ: the wording counts for nothing"


def reasons(a: Weighed, b: Weighed, lexicon: Lexicon) -> Iterator[str]:
    """A line for each feature that has something to say of the pair, in the order of the features."""
    for name in FEATURES:
        line = _LINES[name](a, b, lexicon)
        if line:
            yield line
    if elsewhere(a, b):
        yield ELSEWHERE


def _words(a: Weighed, b: Weighed, lexicon: Lexicon) -> str:
    return _shared("same words", a.words, b.words, lexicon)


def _names(a: Weighed, b: Weighed, lexicon: Lexicon) -> str:
    return _shared("same names", a.names, b.names, lexicon)


def _leading(a: Weighed, b: Weighed, lexicon: Lexicon) -> str:
    return _shared("same names in title and lead", a.leading, b.leading, lexicon)


def _shared(what: str, a: Bag, b: Bag, lexicon: Lexicon) -> str:
    """The terms that count most; nothing where none is shared."""
    counting = sorted(a.keys() & b.keys(), key=lambda t: (-a[t] * b[t], lexicon.terms[t]))
    return f"{what}: {', '.join(lexicon.word(t) for t in counting[:SHOWN])}" if counting else ""


def _published(a: Weighed, b: Weighed, _: Lexicon) -> str:
    one, other = a.article.published, b.article.published
    if one is None or other is None:
        return ""
    apart = abs(one - other)
    return f"published {apart} days apart" if apart else "published on the same day"


def _same_day(a: Weighed, b: Weighed, _: Lexicon) -> str:
    both = sorted(set(a.article.days) & set(b.article.days))
    return f"both tell of {_list(map(_day, both))}" if both else ""


def _days(a: Weighed, b: Weighed, _: Lexicon) -> str:
    left, right = ([_day(day) for day in each.article.days] for each in (a, b))
    return _other("days", left, right)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _towns(a: Weighed, b: Weighed, lexicon: Lexicon) -> str:
    if not FEATURES["other towns"](a, b):
        return ""
    left, right = ([lexicon.towns[point] for point in each.article.towns] for each in (a, b))
    return _different("towns", left, right)


def _regions(a: Weighed, b: Weighed, _: Lexicon) -> str:
    return _other("regions", a.article.regions, b.article.regions)


def _countries(a: Weighed, b: Weighed, _: Lexicon) -> str:
    return _other("countries", a.article.countries, b.article.countries)


def _people(a: Weighed, b: Weighed, lexicon: Lexicon) -> str:
    left, right = ([lexicon.word(n) for n in each.article.people] for each in (a, b))
    return _other("persons", left, right)


def _other(what: str, a: Collection[str], b: Collection[str]) -> str:
    return _different(what, a, b) if set(a).isdisjoint(b) else ""


def _different(what: str, a: Collection[str], b: Collection[str]) -> str:
    return f"different {what}: {_list(a)} / {_list(b)}" if a and b else ""


def _list(items: Collection[str] | map[str]) -> str:
    return ", ".join(list(items)[:SHOWN])


_LINES: dict[str, Callable[[Weighed, Weighed, Lexicon], str]] = {
    "words": _words,
    "names": _names,
    "leading names": _leading,
    "same day": _same_day,
    "long between": _published,
    "other days": _days,
    "other towns": _towns,
    "other regions": _regions,
    "other countries": _countries,
    "other people": _people,
}
