"""Where two claims say the contrary of one thing: a negation on one side only, or words of two sides of an axis."""

from __future__ import annotations

from herodotus.compare.sayings import Saying, Side


def opposed(a: Saying, b: Saying) -> str:
    """Why the two are contrary, in words; empty where nothing says so.

    Does not tell irony, nor what only the world knows to be contrary ("is in prison", "was seen in Rome")."""
    return _sides(a, b) or _negation(a, b)


def agreed(a: Saying, b: Saying) -> str:
    """Where both take the same side on an axis, of the same thing."""
    pairs = ((x, y) for x in a.sides for y in b.sides if x.axis == y.axis and x.value == y.value)
    met = next(((x, y) for x, y in pairs if _of_one(x, y, a, b)), None)
    return f"both {met[0].axis}: {met[0].word}, {met[1].word}" if met else ""


def _sides(a: Saying, b: Saying) -> str:
    pairs = ((x, y) for x in a.sides for y in b.sides if x.axis == y.axis and x.value != y.value)
    met = next(((x, y) for x, y in pairs if x.of & y.of), None)
    return f"{met[0].axis}: {_told(met[0], a)} against {_told(met[1], b)}" if met else ""


def _of_one(x: Side, y: Side, a: Saying, b: Saying) -> bool:
    return bool(x.of & y.of) or (x.word == y.word and bool(a.terms & b.terms - {x.word}))


def _told(side: Side, of: Saying) -> str:
    return side.word


def _negation(a: Saying, b: Saying) -> str:
    """A word negated in one and plain in the other, with most of what it is said of in common."""
    for one, other in ((a, b), (b, a)):
        turned = (one.negated & other.terms) - other.negated
        if turned and len(one.terms & other.terms) > 1:
            return f"one says not: {', '.join(sorted(turned))}"
    return ""
