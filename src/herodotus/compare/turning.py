"""Where two claims say the contrary of one thing: of one subject, the same with a negation, or words of two sides.

Only the word on which a claim hangs counts: with any word of it, as tried first, nearly all pairs found in real stories
were wrong ("would never win another title", "needed one win to advance").
"""

from __future__ import annotations

from collections.abc import Iterator

from herodotus.compare.sayings import Saying, Side, root


def opposed(a: Saying, b: Saying) -> str:
    """Why the two are contrary, in words; empty where nothing says so.

    Does not tell irony, nor what only the world knows to be contrary ("is in prison", "was seen in Rome")."""
    if a.subjects.isdisjoint(b.subjects):
        return ""
    if a.head == b.head and (a.head in a.negated) != (b.head in b.negated):
        word = next((w for w in a.lemmas if root(w) == a.head), a.head)
        return f"only one of them says not: {word}"
    pairs = ((x, y) for x in _main(a) for y in _main(b) if x.axis == y.axis and x.value != y.value)
    met = next(pairs, None)
    return f"{met[0].axis}: {met[0].word} against {met[1].word}" if met and a.head != b.head else ""


def _main(saying: Saying) -> Iterator[Side]:
    """The sides that the topmost word takes."""
    return (side for side in saying.sides if side.root == saying.head)
