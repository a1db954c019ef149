"""Verbs of harm: killed five; five died; a man was shot to death; he took his own life; was taken to hospital."""

from __future__ import annotations

from herodotus.data.tolls import Outcome
from herodotus.events.harm import Harm, How, harm
from herodotus.events.harmwords import harmful, table, words
from herodotus.events.sufferers import REACH, RELATIVES, numbered, patients, subjects
from herodotus.events.tree import Tree


def suffered(tree: Tree, i: int) -> Harm | None:
    """Killed five; five died; a man was shot to death; he killed himself."""
    lemma = tree.lemma(i)
    if lemma in table("object") and (beside := numbered(tree, i)):
        by = any(tree.preposition(c) == "by" for c in tree.below(i, "obl"))
        how = How.DONE if by or beside[0] > i else How.BEFELL
        return harm(tree, i, _deadly(tree, i, table("object")[lemma]), beside, how)
    if (outcome := table("subject").get(lemma)) is not None:
        if lemma == "recover" and tree.below(i, "obj"):
            return None
        return harm(tree, i, outcome, subjects(tree, i))
    outcome = table("object").get(lemma)
    if outcome is None:
        return None
    outcome = _deadly(tree, i, outcome)
    objects = [o for o in tree.below(i, "obj") if o > i and not _apart(tree, i, o)]
    if i + 1 < len(tree.tokens) and tree.word(i + 1) in words("self"):
        return harm(tree, i, outcome, subjects(tree, i), How.OWN)
    if not objects and lemma == "shoot" and any(tree.preposition(c) == "at" for c in tree.below(i, "obl")):
        return None
    if objects:
        return harm(tree, i, outcome, objects, How.DONE)
    how = How.DONE if any(tree.preposition(c) == "by" for c in tree.below(i, "obl")) else How.BEFELL
    along = [
        c for c in tree.below(i, "obl") if tree.preposition(c) == "along"
    ]  # "was shot along with three others"
    return None if _does(tree, i) else harm(tree, i, outcome, [*patients(tree, i), *along], how)


def ended(tree: Tree, i: int) -> Harm | None:
    """Took his own life; lost their lives; committed suicide; turned the gun on himself."""
    lemma = tree.lemma(i)
    objects = [tree.lemma(o) for o in tree.below(i, "obj")]
    if lemma == "lose" and words("lost").intersection(objects):
        return harm(tree, i, Outcome.KILLED, subjects(tree, i))
    took = (
        lemma == "take"
        and "life" in objects
        and any(tree.word(c) == "own" for o in tree.below(i, "obj") for c in tree.children[o])
    )
    turned = lemma == "turn" and any(
        tree.word(c) in words("self") and tree.preposition(c) == "on" for c in tree.below(i, "obl")
    )
    if took or turned or (lemma == "commit" and "suicide" in objects):
        return harm(tree, i, Outcome.KILLED, subjects(tree, i), How.OWN)
    return None


def hurt(tree: Tree, i: int) -> Harm | None:
    """Suffered a gunshot wound; was taken to hospital."""
    lemma = tree.lemma(i)
    if lemma in words("suffered_verbs"):
        if any(tree.lemma(o) in words("suffered_nouns") for o in tree.below(i, "obj")):
            return harm(tree, i, Outcome.INJURED, subjects(tree, i))
        return None
    if lemma == "treat" and any(tree.lemma(c) in words("suffered_nouns") for c in tree.below(i, "obl")):
        return harm(tree, i, Outcome.INJURED, patients(tree, i))
    wards = [c for c in tree.below(i, "obl") if tree.lemma(c) in words("ward")]
    if lemma in words("taken") and wards and not _cell(tree, wards[0]):
        people = [p for p in patients(tree, i) if tree.word(p) not in words("remains")]
        mild = any(tree.word(c) in words("alive") for c in tree.subtree(i))
        return harm(tree, i, Outcome.INJURED if mild else Outcome.SHOT, tree.below(i, "obj") or people)
    return None


def _cell(tree: Tree, i: int) -> bool:
    """A detention center is no place for the wounded."""
    return any(tree.word(c) in words("cells") for c in tree.children[i])


def _deadly(tree: Tree, i: int, outcome: Outcome) -> Outcome:
    """Shot dead, stabbed to death, fatally shot; not "shot, two of them fatally"."""
    if outcome not in (Outcome.SHOT, Outcome.INJURED):
        return outcome
    joined = i + 2 < len(tree.tokens) and tree.word(i + 1) in ("and", ",")
    if outcome is Outcome.SHOT and joined and table("object").get(tree.lemma(i + 2)) is Outcome.KILLED:
        return Outcome.KILLED
    if outcome is Outcome.SHOT and any(tree.lemma(c) in words("limbs") for c in tree.below(i, "obl")):
        return Outcome.INJURED
    close = {tree.word(j) for j in (i - 1, i + 1) if 0 <= j < len(tree.tokens)} & words("fatal")
    beside = [tree.word(c) for c in tree.children[i]]
    down = tree.lemma(i) == "gun" and "down" in beside
    for j in range(i + 1, min(i + REACH, len(tree.tokens))):
        if (
            outcome is not Outcome.SHOT
            or tree.tokens[j].tag in ("PUNCT", "NUM")
            or (harmful(tree, j) and tree.word(j) not in words("deadly"))
        ):
            break
        if tree.word(j) in words("deadly") and (tree.word(j) == "dead" or tree.word(j - 1) == "to"):
            return Outcome.KILLED
    return Outcome.KILLED if close or down else outcome


def _apart(tree: Tree, i: int, o: int) -> bool:
    """Whether an object belongs to another word: "was killed and five others injured", "died: ...", "including"."""
    between = {tree.word(j) for j in range(i + 1, o)}
    other = any(harmful(tree, j) for j in range(i + 1, o))
    return other or harmful(tree, o + 1) or bool(between & words("barriers"))


def _does(tree: Tree, i: int) -> bool:
    """Whether a verb without an object of its own tells of one who does it: "started shooting", "he shot wildly"."""
    beside = [tree.tokens[c].relation for c in tree.children[i]]
    if "aux:pass" not in beside and _shares_object(tree, i):
        return True
    if "nsubj:pass" in beside or "aux:pass" in beside:
        return False
    active = tree.word(i).endswith("ing") or tree.word(i) == tree.lemma(i) or tree.word(i).endswith("s")
    return active or any(
        tree.tokens[s].tag == "PRON" and tree.word(s) not in RELATIVES for s in tree.below(i, "nsubj")
    )


def _shares_object(tree: Tree, i: int) -> bool:
    """Whether the harmful verb that follows has its object too: "whose son shot and killed a neighbour"."""
    following = [c for c in tree.below(i, "conj") if c > i and harmful(tree, c)]
    objects = [*tree.below(i, "obj"), *(o for c in following for o in tree.below(c, "obj"))]
    return any(o > c for c in following for o in objects)
