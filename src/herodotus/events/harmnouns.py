"""Nouns of harm: five deaths; the murder of a man; in critical condition; with a gunshot wound; the death toll."""

from __future__ import annotations

from collections.abc import Callable

from herodotus.data.statements import Polarity
from herodotus.data.tolls import Outcome
from herodotus.events.harm import Harm, harm
from herodotus.events.harmwords import lexicon, table, words
from herodotus.events.modality import polarity
from herodotus.events.sufferers import REACH, counted_after, is_age, subjects
from herodotus.events.tree import Tree


def noun(tree: Tree, i: int) -> Harm | None:
    """The first reader that finds harm in a noun."""
    return next((found for reader in READERS if (found := reader(tree, i)) is not None), None)


def counted(tree: Tree, i: int) -> Harm | None:
    """Five deaths; a double homicide."""
    outcome = table("tokens").get(tree.lemma(i)) or table("tokens").get(tree.word(i))
    shooting = Outcome.SHOT if tree.lemma(i) in words("fatalshot") else None
    if (outcome or shooting) and lexicon()["fold"].keys() & _described(tree, i):
        return harm(tree, i, outcome or Outcome.SHOT, [i])
    numbered = any(c < i for c in tree.below(i, "nummod"))
    return harm(tree, i, outcome, [i]) if outcome is not None and numbered else None


def injury(tree: Tree, i: int) -> Harm | None:
    """Injuries to five people."""
    hit = [c for c in tree.below(i, "nmod") if tree.preposition(c) == "to"]
    return harm(tree, i, Outcome.INJURED, hit) if tree.lemma(i) == "injury" and hit else None


def body(tree: Tree, i: int) -> Harm | None:
    """His body was found; two bodies were discovered."""
    head = tree.head(i)
    if tree.lemma(i) != "body" or head is None or tree.lemma(head) not in words("found"):
        return None
    return harm(tree, i, Outcome.KILLED, _whose(tree, i) or [i])


def death(tree: Tree, i: int) -> Harm | None:
    """The death of a man; his murder; the fatal shooting of two men; a homicide."""
    lemma = tree.lemma(i)
    fatal = lemma in words("fatalshot") and bool({"fatal", "deadly", "death"} & _described(tree, i))
    if lemma not in table("victims") and not fatal:
        return None
    whose, meant = _whose(tree, i), "attempted" not in {tree.word(c) for c in tree.children[i]}
    if whose and meant and polarity(tree, i) is Polarity.POSITIVE:
        return Harm(i, Outcome.KILLED, tuple(whose))
    return _vaguely(tree, i) if fatal or lemma in words("deathly") else None


def shooting(tree: Tree, i: int) -> Harm | None:
    """The shooting of a man and his child."""
    hit = [c for c in tree.below(i, "nmod") if tree.preposition(c) == "of"]
    return harm(tree, i, Outcome.SHOT, hit) if tree.lemma(i) in words("fatalshot") else None


def _whose(tree: Tree, i: int) -> list[int]:
    """Of whom, or whose."""
    below = tree.below(i, "nmod")
    return [c for c in below if tree.tokens[c].relation == "nmod:poss" or tree.preposition(c) == "of"]


def _described(tree: Tree, i: int) -> set[str]:
    return {tree.word(c) for c in tree.below(i, "amod", "compound")}


def _vaguely(tree: Tree, i: int) -> Harm | None:
    """Charged with murder; a fatal shooting: somebody died, nobody says who; attempts and plurals say less."""
    before = {tree.word(j) for j in range(max(0, i - REACH), i)}
    after = {tree.word(j) for j in range(i + 1, min(i + 3, len(tree.tokens)))}
    singular = not tree.word(i).endswith("s")
    told = before & words("charged") or tree.below(i, "det", "amod")
    return (
        Harm(i, Outcome.KILLED, (), vague=True)
        if told and singular and not words("tried") & (before | after)
        else None
    )


def toll(tree: Tree, i: int) -> Harm | None:
    """The death toll rose to 12; put the toll at 40; bringing the number of fatalities to three."""
    if tree.lemma(i) not in words("toll"):
        return None
    deaths = {tree.lemma(j) for j in range(max(0, i - 1), min(i + 3, len(tree.tokens)))}
    if lexicon()["toll"][0] not in deaths and not deaths & words("fatalities"):
        return None
    for j in range(i + 1, min(i + 2 * REACH, len(tree.tokens) - 1)):
        if tree.word(j) in (".", ";"):
            return None
        if tree.word(j) in ("to", "at", ":") and (found := counted_after(tree, j)) is not None:
            return Harm(i, Outcome.KILLED, (found,))
    return None


def condition(tree: Tree, i: int) -> Harm | None:
    """In critical condition; remains in stable condition."""
    head = tree.head(i)
    if tree.lemma(i) not in words("condition") or tree.preposition(i) != "in" or not tree.below(i, "amod"):
        return None
    before = next((c for c in range(i - 1, max(i - 4, 0), -1) if tree.word(c) == "in"), i) - 1
    if (
        before >= 0 and tree.tokens[before].tag == "NUM" and not is_age(tree, before)
    ):  # "3 killed, 2 in critical condition"
        return harm(tree, i, Outcome.INJURED, [before])
    verb = i if tree.below(i, "nsubj") else head
    return (
        None
        if verb is None
        else harm(tree, verb, Outcome.INJURED, tree.below(verb, "obj") or subjects(tree, verb))
    )


def wound(tree: Tree, i: int) -> Harm | None:
    """A man with a gunshot wound; found her with injuries."""
    head = tree.head(i)
    if head is None or tree.lemma(i) not in words("suffered_nouns") or tree.preposition(i) != "with":
        return None
    people = [head] if tree.relation(i) == "nmod" else tree.below(head, "obj") or subjects(tree, head)
    return harm(tree, i, Outcome.SHOT, people)


READERS: tuple[Callable[[Tree, int], Harm | None], ...] = (
    counted, condition, wound, toll, injury, body, death, shooting,
)  # fmt: skip
