"""Who is who in an event: grammatical places first, loose prepositional phrases after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from herodotus.data.annotations import Form
from herodotus.data.documents import Span
from herodotus.data.statements import Party
from herodotus.events.lexicon import Sense, wordset
from herodotus.events.parties import NAMES, PLACES, Scene, material, nested, party
from herodotus.events.tree import Tree

RELATIVES = frozenset({"that", "which", "who", "whom"})
COUNTERS = frozenset(
    [
        "number",
        "series",
        "wave",
        "array",
        "range",
        "variety",
        "kind",
        "type",
        "amount",
        "batch",
        "lot",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "some",
        "many",
        "several",
        "most",
        "one",
        "two",
        "three",
        "part",
        "all",
        "any",
        "couple",
        "set",
        "load",
        "quantity",
        "score",
        "stock",
    ]
)
PRONOUNS = frozenset(
    {"one", "some", "they", "it", "these", "those", "many", "them", "several", "two", "three"}
)
CONTROL = ("xcomp", "advcl", "conj", "acl")
LISTING = frozenset({"including", "like", "such"})
LOOK_BACK = 60


@dataclass(slots=True)
class Roles:
    """What has been found for one event so far, by the token that was read."""

    actors: dict[int, Party] = field(default_factory=dict)
    recipients: dict[int, Party] = field(default_factory=dict)
    materiel: dict[int, Span] = field(default_factory=dict)
    place: Party | None = None

    def used(self, i: int) -> bool:
        return i in self.actors or i in self.recipients or i in self.materiel


def roles(scene: Scene, i: int, sense: Sense, barred: frozenset[int] = frozenset()) -> Roles:
    """Read the arguments of the trigger at token `i`."""
    found = Roles()
    for place, argument in places(scene.tree, i, sense.nominal):
        for each in spread(scene.tree, argument):
            if each not in barred:
                _assign(scene, found, sense, (place, each))
    return found


def places(tree: Tree, i: int, nominal: bool) -> Iterator[tuple[str, int]]:
    """The grammatical places around a trigger, as pairs of place and token."""
    yield from _nominal(tree, i) if nominal else _verbal(tree, i)


def _verbal(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    passive, head = is_passive(tree, i), tree.head(i)
    subject = _subject(tree, i)
    if subject is not None:
        yield ("object" if passive else "subject"), _antecedent(tree, subject, i)
    elif (
        tree.relation(i) in ("acl", "amod") and head is not None and tree.word(i).endswith(("ed", "en", "nt"))
    ):
        yield "object", head
    elif tree.relation(i) == "acl" and head is not None and tree.word(i).endswith("ing"):
        yield "subject", head
    elif not passive:
        controller = controlled(tree, i)
        if controller is not None:
            yield "subject", controller
    yield from _complements(tree, i)


def _complements(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    for child in tree.children[i]:
        relation = tree.relation(child)
        if relation in ("obj", "iobj"):
            yield ("object" if relation == "obj" else "iobj"), _antecedent(tree, child, i)
        elif relation in ("obl", "nmod"):
            preposition = tree.preposition(child)
            if preposition:
                yield preposition, child
        elif (
            relation == "compound"
            and tree.tokens[child].tag in ("NOUN", "PROPN")
            and tree.relation(i) in ("amod", "acl", "compound")
        ):
            yield "by", child


def _nominal(tree: Tree, i: int) -> Iterator[tuple[str, int]]:
    for child in tree.children[i]:
        relation, preposition = tree.relation(child), tree.preposition(child)
        if tree.tokens[child].relation == "nmod:poss" or (relation == "nmod" and preposition is None):
            yield "possessor", child
        elif relation in ("nmod", "obl") and preposition:
            yield preposition, child
        elif relation in ("compound", "amod"):
            yield "compound", child
    verb = carrier(tree, i)
    if verb is not None and tree.relation(i) in ("obj", "obl") and not is_passive(tree, verb):
        subject = _subject(tree, verb)
        subject = controlled(tree, verb) if subject is None else _antecedent(tree, subject, verb)
        if subject is not None:
            yield "subject", subject


def carrier(tree: Tree, i: int) -> int | None:
    """The light or occurrence verb that carries an event noun ("carried out a strike", "a strike took
    place")."""
    head = tree.head(i)
    if head is None or tree.tokens[head].tag not in ("VERB", "AUX"):
        return None
    relation = tree.relation(i)
    if relation == "obj" and tree.lemma(head) in wordset("light"):
        return head
    if relation != "nsubj":
        return None
    carried = tree.lemma(head) in wordset("light") and is_passive(tree, head)
    return head if carried or tree.lemma(head) in wordset("occur") else None


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb is passive, also where the parse has no subtypes."""
    relations = {tree.tokens[c].relation for c in tree.children[i]}
    if relations & {"nsubj:pass", "aux:pass", "obl:agent"}:
        return True
    has_be = any(tree.relation(c) == "aux" and tree.lemma(c) in ("be", "get") for c in tree.children[i])
    return has_be and not tree.word(i).endswith("ing")


def _subject(tree: Tree, i: int) -> int | None:
    return next(iter(tree.below(i, "nsubj", "csubj")), None)


def _antecedent(tree: Tree, i: int, verb: int) -> int:
    """The noun that a relative pronoun stands for."""
    head = tree.head(verb)
    relative = tree.word(i) in RELATIVES and tree.relation(verb) == "acl"
    return head if relative and head is not None else i


def controlled(tree: Tree, i: int) -> int | None:
    """The subject that a verb without one shares with the words above it ("efforts to buy", "wants to
    buy")."""
    here = i
    for head in tree.climb(i):
        if tree.relation(here) not in (*CONTROL, "obj", "nmod", "obl"):
            return None
        owner = next((c for c in tree.children[head] if tree.tokens[c].relation == "nmod:poss"), None)
        if owner is not None and tree.tokens[head].tag == "NOUN":
            return owner
        subject = _subject(tree, head)
        if subject is not None and subject != here:
            return _antecedent(tree, subject, head)
        here = head
    return None


def spread(tree: Tree, i: int) -> list[int]:
    """The noun with its coordinates and listed examples; a counting word gives way to what it counts."""
    found = []
    for each in (i, *tree.below(i, "conj")):
        counted = _counted(tree, each)
        found.append(each if counted is None else counted)
        if counted is not None:
            found += tree.below(counted, "conj")
    listed = [c for each in found for c in tree.below(each, "nmod", "obl") if tree.preposition(c) in LISTING]
    return list(dict.fromkeys([*found, *(x for c in listed for x in (c, *tree.below(c, "conj")))]))


def _counted(tree: Tree, i: int) -> int | None:
    if tree.lemma(i) not in COUNTERS and tree.tokens[i].tag not in ("NUM", "DET", "ADJ"):
        return None
    return next((c for c in tree.below(i, "nmod", "obl") if tree.preposition(c) == "of"), None)


def _assign(scene: Scene, found: Roles, sense: Sense, argument: tuple[str, int]) -> None:
    place, i = argument
    role = sense.frame.get(place)
    if role is None:
        _set_place(scene, found, (place, i))
    elif role != "none" and not _is_time(scene, i):
        _fill(scene, found, sense, (place, role, i))


def _fill(scene: Scene, found: Roles, sense: Sense, argument: tuple[str, str, int]) -> None:
    place, role, i = argument
    thing = material(scene, i) or _pronoun_thing(scene, i)
    if thing is not None:
        found.materiel[i] = thing
        return
    who = party(scene, i)
    if who is None:
        return
    if role in ("thing", "target"):
        owned = place == "compound" or (
            place == "of" and role == "target" and sense.type in ("RANGE", "SIZE")
        )
        role = _modifier_role(scene, i, sense) if owned else sense.frame.get("party", "recipient")
    if role in ("actor", "both"):
        found.actors[i] = who
    elif role == "recipient":
        found.recipients[i] = who


def _modifier_role(scene: Scene, i: int, sense: Sense) -> str:
    mention = scene.mentions.get(i)
    named = mention is not None and mention.kind in NAMES
    return sense.frame.get("possessor", "actor") if named else "none"


def _pronoun_thing(scene: Scene, i: int) -> Span | None:
    """What "one", "some" or "they" counts or means, where nothing says it is a person: the last thing named
    before."""
    tree = scene.tree
    mention = scene.mentions.get(i)
    if tree.word(i) not in PRONOUNS or (mention is not None and mention.form is not Form.PRONOUN):
        return None
    if mention is not None and mention.span in scene.entities:
        return None
    before = range(i - 1, max(-1, i - LOOK_BACK), -1)
    return next(
        (thing for j in before if tree.tokens[j].tag == "NOUN" and (thing := material(scene, j))), None
    )


def _is_time(scene: Scene, i: int) -> bool:
    span = scene.tree.tokens[i].span
    return any(time.span.contains(span) for time in scene.annotated.times)


def _set_place(scene: Scene, found: Roles, argument: tuple[str, int]) -> None:
    preposition, i = argument
    mention = scene.mentions.get(i)
    inside = preposition in ("in", "at", "near", "inside", "outside", "across", "around", "off", "over")
    if found.place is None and inside and mention is not None and mention.kind in PLACES:
        found.place = party(scene, i)


def loosely(scene: Scene, found: Roles, sense: Sense, reach: range) -> None:
    """Read prepositional phrases that the parse hung elsewhere, within the tokens that belong to the event
    alone."""
    for i in reach:
        preposition = scene.tree.preposition(i)
        named = i in scene.mentions or material(scene, i) is not None
        if preposition and named and not found.used(i):
            _loose(scene, found, sense, (preposition, i))


def _loose(scene: Scene, found: Roles, sense: Sense, argument: tuple[str, int]) -> None:
    role = sense.frame.get(argument[0])
    vacant = {
        "actor": not found.actors,
        "recipient": not found.recipients,
        "thing": not found.materiel,
        "both": len(found.actors) < 2,
    }
    if role is None or vacant.get(role, False):
        for each in spread(scene.tree, argument[1]):
            _assign(scene, found, sense, (argument[0], each))


def owner(scene: Scene, found: Roles) -> Party | None:
    """Whose the things are, by name ("Swedish rifles"), where nothing else says who gave them."""
    owners = (nested(scene, i) for i in sorted(found.materiel))
    return next((o for o in owners if o is not None and o.country), None)
