"""Arguments by the order of the words, where a parse hung them elsewhere or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from herodotus.events.parties import NAMES, Scene, material
from herodotus.events.places import is_passive

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET"})
ENDS = frozenset({".", ";", "?", "!", ":"})
FILLING = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT"})


def sure(scene: Scene, i: int, nominal: bool) -> Iterator[tuple[str, int]]:
    """What the order says more surely than a parse: the owner of an event noun, and of a plan ("X's bid
    to buy")."""
    if nominal:
        yield from owners(scene, i)
        return
    j, tree = i - 1, scene.tree
    if j > 0 and tree.word(j) == "to" and tree.tokens[j - 1].tag == "NOUN":
        yield from (("subject", named) for place, named in owners(scene, j - 1) if place == "possessor")
    elif j > 0 and tree.word(j) == "-":
        named = _name_ending(scene, j - 1)
        yield from [("source", named)] if named is not None else []
    elif not is_passive(tree, i) and tree.word(i).endswith("ed"):
        yield from _beside(scene, i)


def _beside(scene: Scene, i: int) -> Iterator[tuple[str, int]]:
    """A name right before an active verb and one right behind it: "X has recently given Y"."""
    tree, j = scene.tree, i - 1
    while j > 0 and tree.tokens[j].tag in ("ADV", "AUX"):
        j -= 1
    subject = _name_ending(scene, j)
    if subject is None or introduced(scene, subject) is not None:
        return
    yield "subject", _top(scene, subject)
    after = i + 2 if i + 1 < len(tree.tokens) and tree.tokens[i + 1].tag == "DET" else i + 1
    if after < len(tree.tokens) and _names_something(scene, after) and scene.mentions.get(after):
        yield "object", _top(scene, after)


def owners(scene: Scene, i: int) -> Iterator[tuple[str, int]]:
    """The name just before an event noun: its owner ("X's recent transfer") or a modifier ("X missile
    strike")."""
    tree = scene.tree
    for j in range(i - 1, max(-1, i - 6), -1):
        named = _name_ending(scene, j)
        if tree.word(j) in POSSESSIVE:
            owner = _name_ending(scene, j - 1)
            yield from [("possessor", owner)] if owner is not None else []
            return
        if named is not None:
            yield "compound", named
            return
        if tree.tokens[j].tag not in FILLING:
            return


def before(scene: Scene, i: int, barriers: frozenset[int]) -> Iterator[tuple[str, int]]:
    """The nearest name or thing before a verb that no preposition introduces: its subject, or object in
    the passive."""
    tree = scene.tree
    place = "object" if is_passive(tree, i) else "subject"
    for j in range(i - 1, -1, -1):
        if j in barriers or tree.word(j) in ENDS or tree.tokens[j].tag == "VERB":
            return
        named = j if _name_ending(scene, j) is not None or _thing(scene, j) else None
        if named is not None and introduced(scene, named) is None and tree.word(j + 1) not in POSSESSIVE:
            yield place, _top(scene, named)
            return


def after(scene: Scene, reach: range, nominal: bool) -> Iterator[tuple[str, int]]:
    """Names and things after an event word with the preposition before them; "object" without one."""
    seen = -1
    place = ""
    for j in reach:
        if j <= seen or not _names_something(scene, j):
            continue
        listed = place and scene.tree.word(_start(scene, j) - 1) in ("and", "or")
        place = place if listed else introduced(scene, j) or ("" if nominal else "object")
        seen = _end(scene, j)
        if place:
            yield place, _top(scene, j)


def introduced(scene: Scene, i: int) -> str | None:
    """The preposition before the noun phrase that ends in a token, by order alone."""
    tree, j = scene.tree, _start(scene, i) - 1
    while j >= 0 and (tree.tokens[j].tag in MODIFYING or tree.word(j) in POSSESSIVE):
        j -= 1
    return tree.word(j) if j >= 0 and tree.tokens[j].tag == "ADP" else None


def _names_something(scene: Scene, i: int) -> bool:
    mention = scene.mentions.get(i)
    if mention is not None and mention.kind in NAMES:
        return True
    return material(scene, i) is not None


def _thing(scene: Scene, i: int) -> bool:
    return scene.tree.tokens[i].tag == "NOUN" and material(scene, i) is not None


def _name_ending(scene: Scene, j: int) -> int | None:
    """The token, if a name ends in it."""
    mention = scene.mentions.get(j) if j >= 0 else None
    if mention is None or mention.kind not in NAMES:
        return None
    return j if scene.tree.tokens[j].span.end == mention.span.end else None


def _start(scene: Scene, i: int) -> int:
    mention = scene.mentions.get(i)
    return (
        scene.tree.within(mention.span)[0] if mention is not None and scene.tree.within(mention.span) else i
    )


def _top(scene: Scene, i: int) -> int:
    """The head of the name that a token belongs to."""
    mention = scene.mentions.get(i)
    top = scene.tree.top(mention.span) if mention is not None and mention.kind in NAMES else None
    return i if top is None else top


def _end(scene: Scene, i: int) -> int:
    mention = scene.mentions.get(i)
    return (
        scene.tree.within(mention.span)[-1] if mention is not None and scene.tree.within(mention.span) else i
    )
