"""Words of harm and those who came to it: who was killed, died, was left dead, found wounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from herodotus.data.statements import Modality, Polarity
from herodotus.data.tolls import Outcome
from herodotus.events.harmwords import harmful, lexicon, table, words
from herodotus.events.modality import modality, polarity
from herodotus.events.sufferers import (
    REACH,
    RELATIVES,
    agents,
    counted_after,
    is_age,
    numbered,
    patients,
    subjects,
)
from herodotus.events.tree import Tree


class How(Enum):
    """Whether harm came from somebody else named in the clause, from one's own hand, or is only said to have come."""

    BEFELL = "befell"
    DONE = "done"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Harm:
    """A word of harm with the heads of the phrases that name those harmed; `doers` are the heads of who is named as
    having done it, `vague` is harm to somebody who is not named."""

    trigger: int
    outcome: Outcome
    victims: tuple[int, ...]
    how: How = How.BEFELL
    vague: bool = False
    doers: tuple[int, ...] = ()


def harms(tree: Tree) -> Iterator[Harm]:
    """Every harm that is told as a fact, in the order of the text; denied ones are left out."""
    for i, token in enumerate(tree.tokens):
        for reader in READERS.get(token.tag, ()):
            found = reader(tree, i)
            if found is not None:
                yield found
                break


def told(tree: Tree, i: int) -> bool:
    """Whether a word names what is said to have happened."""
    return (
        modality(tree, i) in (Modality.OCCURRED, Modality.ONGOING) and polarity(tree, i) is Polarity.POSITIVE
    )


def nobody(tree: Tree, i: int) -> bool:
    """Whether a phrase says that there was nobody: "no one", "no people"."""
    return tree.word(i) in words("nobody") or any(tree.word(c) == "no" for c in tree.below(i, "det"))


# -- readers of one word


def suffered(tree: Tree, i: int) -> Harm | None:
    """Killed five; five died; a man was shot to death; he killed himself."""
    lemma = tree.lemma(i)
    if lemma in table("object") and (beside := numbered(tree, i)):
        by = any(tree.preposition(c) == "by" for c in tree.below(i, "obl"))
        how = How.DONE if by or beside[0] > i else How.BEFELL
        return _harm(tree, i, _deadly(tree, i, table("object")[lemma]), beside, how)
    if (outcome := table("subject").get(lemma)) is not None:
        if lemma == "recover" and tree.below(i, "obj"):
            return None
        return _harm(tree, i, outcome, subjects(tree, i))
    outcome = table("object").get(lemma)
    if outcome is None:
        return None
    outcome = _deadly(tree, i, outcome)
    objects = [o for o in tree.below(i, "obj") if o > i and not _apart(tree, i, o)]
    if i + 1 < len(tree.tokens) and tree.word(i + 1) in words("self"):
        return _harm(tree, i, outcome, subjects(tree, i), How.OWN)
    if not objects and lemma == "shoot" and any(tree.preposition(c) == "at" for c in tree.below(i, "obl")):
        return None
    if objects:
        return _harm(tree, i, outcome, objects, How.DONE)
    how = How.DONE if any(tree.preposition(c) == "by" for c in tree.below(i, "obl")) else How.BEFELL
    along = [c for c in tree.below(i, "obl") if tree.preposition(c) == "along"]  # "was shot along with three others"
    return None if _does(tree, i) else _harm(tree, i, outcome, [*patients(tree, i), *along], how)


def ended(tree: Tree, i: int) -> Harm | None:
    """Took his own life; lost their lives; committed suicide; turned the gun on himself."""
    lemma = tree.lemma(i)
    objects = [tree.lemma(o) for o in tree.below(i, "obj")]
    if lemma == "lose" and words("lost").intersection(objects):
        return _harm(tree, i, Outcome.KILLED, subjects(tree, i))
    took = (
        lemma == "take"
        and "life" in objects
        and any(tree.word(c) == "own" for o in tree.below(i, "obj") for c in tree.children[o])
    )
    turned = lemma == "turn" and any(
        tree.word(c) in words("self") and tree.preposition(c) == "on" for c in tree.below(i, "obl")
    )
    if took or turned or (lemma == "commit" and "suicide" in objects):
        return _harm(tree, i, Outcome.KILLED, subjects(tree, i), How.OWN)
    return None


def hurt(tree: Tree, i: int) -> Harm | None:
    """Suffered a gunshot wound; was taken to hospital."""
    lemma = tree.lemma(i)
    if lemma in words("suffered_verbs"):
        if any(tree.lemma(o) in words("suffered_nouns") for o in tree.below(i, "obj")):
            return _harm(tree, i, Outcome.INJURED, subjects(tree, i))
        return None
    if lemma == "treat" and any(tree.lemma(c) in words("suffered_nouns") for c in tree.below(i, "obl")):
        return _harm(tree, i, Outcome.INJURED, patients(tree, i))
    wards = [c for c in tree.below(i, "obl") if tree.lemma(c) in words("ward")]
    if lemma in words("taken") and wards and not _cell(tree, wards[0]):
        people = [p for p in patients(tree, i) if tree.word(p) not in words("remains")]
        mild = any(tree.word(c) in words("alive") for c in tree.subtree(i))
        return _harm(tree, i, Outcome.INJURED if mild else Outcome.SHOT, tree.below(i, "obj") or people)
    return None


def _cell(tree: Tree, i: int) -> bool:
    """A detention center is no place for the wounded."""
    return any(tree.word(c) in words("cells") for c in tree.children[i])


def state(tree: Tree, i: int) -> Harm | None:
    """Dead, wounded: of the noun it stands with, or of the subject of the verb that left or found them so."""
    outcome = table("state").get(tree.word(i))
    if outcome is None:
        return None
    relation, head = tree.relation(i), tree.head(i)
    if beside := numbered(tree, i):
        return _harm(tree, i, outcome, beside)
    before = i and tree.tokens[i - 1].tag == "NOUN" and tree.lemma(i - 1) in words("people")
    followed = i + 1 < len(tree.tokens) and tree.word(i + 1) in ("and", ",")  # "left a man dead and two hurt"
    if before and (relation != "amod" or followed):
        return _harm(tree, i, outcome, [i - 1])
    if relation == "amod" and head is not None and head < i:
        return _harm(tree, i, outcome, [head])
    if relation == "amod":  # "wounded three others" is now and then read as a description
        verb = (
            head is not None and i < min([head, *tree.below(head, "nummod")]) and tree.below(head, "nummod")
        )
        return _harm(tree, i, outcome, [head]) if verb and head is not None else None
    if relation in ("xcomp", "advcl", "ccomp", "acl") and head is not None:
        own = subjects(tree, i) if tree.below(i, "nsubj") else []
        if relation == "acl" and not own:
            return _harm(tree, i, outcome, [head])
        return _harm(tree, i, outcome, own or tree.below(head, "obj") or patients(tree, head))
    numbers = tree.below(i, "nummod")
    if numbers:
        return _harm(tree, i, outcome, [i])
    return _harm(tree, i, outcome, subjects(tree, i))


def noun(tree: Tree, i: int) -> Harm | None:
    """Five deaths; the death of a man; his murder."""
    lemma, word = tree.lemma(i), tree.word(i)
    outcome = table("tokens").get(lemma) or table("tokens").get(word)
    if outcome is None and lemma in words("fatalshot"):
        outcome = Outcome.SHOT
    if outcome is not None and lexicon()["fold"].keys() & {
        tree.word(c) for c in tree.below(i, "amod", "compound")
    }:
        return _harm(tree, i, outcome, [i])
    if lemma in words("condition"):
        return condition(tree, i)
    if lemma in words("suffered_nouns") and tree.preposition(i) == "with":
        return wound(tree, i)
    if lemma in words("toll"):
        return toll(tree, i)
    outcome = table("tokens").get(lemma) or table("tokens").get(word)
    if outcome is not None and any(c < i for c in tree.below(i, "nummod")):
        return _harm(tree, i, outcome, [i])
    if lemma == "injury" and (hit := [c for c in tree.below(i, "nmod") if tree.preposition(c) == "to"]):
        return _harm(tree, i, Outcome.INJURED, hit)
    if lemma == "body":
        head = tree.head(i)
        found = head is not None and tree.lemma(head) in words("found")
        return (
            _harm(
                tree,
                i,
                Outcome.KILLED,
                [
                    c
                    for c in tree.below(i, "nmod")
                    if tree.tokens[c].relation == "nmod:poss" or tree.preposition(c) == "of"
                ]
                or [i],
            )
            if found
            else None
        )
    fatal = lemma in words("fatalshot") and any(
        tree.lemma(c) in ("fatal", "deadly", "death") for c in tree.below(i, "amod", "compound")
    )
    if lemma in table("victims") or fatal:
        of = [
            c
            for c in tree.below(i, "nmod")
            if tree.preposition(c) == "of" or tree.tokens[c].relation == "nmod:poss"
        ]
        if (
            of
            and polarity(tree, i) is Polarity.POSITIVE
            and "attempted" not in [tree.word(c) for c in tree.children[i]]
        ):
            return Harm(i, Outcome.KILLED, tuple(of))
        return _vaguely(tree, i) if fatal or lemma in words("deathly") else None
    hit = [c for c in tree.below(i, "nmod") if tree.preposition(c) == "of"]
    return _harm(tree, i, Outcome.SHOT, hit) if lemma in words("fatalshot") else None


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


def deadly(tree: Tree, i: int) -> Harm | None:
    """The fatal shooting at a stop, however the tree has it."""
    ahead = {tree.lemma(j) for j in range(i + 1, min(i + REACH, len(tree.tokens)))}
    fatal = tree.word(i) in words("fatality") and bool(ahead & (words("fatalshot") | {"shoot", "stab"}))
    return Harm(i, Outcome.KILLED, (), vague=True) if fatal else None


def ellipsis(tree: Tree, i: int) -> Harm | None:
    """Six were shot, two of them fatally: the number before the adverb, where no verb goes with it."""
    if tree.word(i) not in words("fatal"):
        return None
    for j in range(i - 1, max(i - 4, -1), -1):
        if tree.tokens[j].tag in ("VERB", "AUX", "PUNCT"):
            return None
        if tree.tokens[j].tag == "NUM":
            verb = i + 1 < len(tree.tokens) and tree.tokens[i + 1].tag == "VERB"
            return None if verb else _harm(tree, i, Outcome.KILLED, [j])
    return None


def toll(tree: Tree, i: int) -> Harm | None:
    """The death toll rose to 12; put the toll at 40; bringing the number of fatalities to three."""
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
    if tree.preposition(i) != "in" or not tree.below(i, "amod"):
        return None
    before = next((c for c in range(i - 1, max(i - 4, 0), -1) if tree.word(c) == "in"), i) - 1
    if before >= 0 and tree.tokens[before].tag == "NUM" and not is_age(tree, before):  # "3 killed, 2 in critical condition"
        return _harm(tree, i, Outcome.INJURED, [before])
    verb = i if tree.below(i, "nsubj") else head
    return (
        None
        if verb is None
        else _harm(tree, verb, Outcome.INJURED, tree.below(verb, "obj") or subjects(tree, verb))
    )


def wound(tree: Tree, i: int) -> Harm | None:
    """A man with a gunshot wound; found her with injuries."""
    head = tree.head(i)
    if head is None:
        return None
    people = [head] if tree.relation(i) == "nmod" else tree.below(head, "obj") or subjects(tree, head)
    return _harm(tree, i, Outcome.SHOT, people)


READERS: Mapping[str, tuple[Callable[[Tree, int], Harm | None], ...]] = {
    "VERB": (suffered, ended, hurt, state),
    "ADJ": (state, deadly, ellipsis),
    "NOUN": (noun, state),
    "PROPN": (noun, state),
    "ADV": (ellipsis,),
}


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


def _colon(tree: Tree, a: int, b: int) -> bool:
    return any(tree.word(j) == ":" for j in range(min(a, b), max(a, b)))


def _apart(tree: Tree, i: int, o: int) -> bool:
    """Whether an object belongs to another word: "was killed and five others injured", "died: ...", "including"."""
    between = {tree.word(j) for j in range(i + 1, o)}
    other = any(harmful(tree, j) for j in range(i + 1, o))
    return other or harmful(tree, o + 1) or bool(between & words("barriers"))


def _does(tree: Tree, i: int) -> bool:
    """Whether a verb without an object tells of one who does it: "started shooting", "he shot wildly"."""
    beside = [tree.tokens[c].relation for c in tree.children[i]]
    if "nsubj:pass" in beside or "aux:pass" in beside:
        return False
    active = tree.word(i).endswith("ing") or tree.word(i) == tree.lemma(i) or tree.word(i).endswith("s")
    return active or any(
        tree.tokens[s].tag == "PRON" and tree.word(s) not in RELATIVES for s in tree.below(i, "nsubj")
    )


def _harm(tree: Tree, i: int, outcome: Outcome, victims: list[int], how: How = How.BEFELL) -> Harm | None:
    victims = [v for v in victims if tree.preposition(v) != "by" and not _colon(tree, v, i)]
    if tree.tokens[i].tag == "ADJ":  # "one dead and seven others hurt"
        victims = [v for v in victims if v < i or "and" not in tree.words[i:v]]
    victims = [v for v in victims if not (tree.word(v).endswith("old") and set(victims) & set(range(v + 1, v + 4)))]
    if not victims or not (told(tree, i) or any(nobody(tree, v) for v in victims)):
        return None
    doers = agents(tree, i, victims) if how is How.DONE else ()
    return Harm(i, outcome, tuple(victims), how, doers=doers)
