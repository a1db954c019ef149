"""Who is who in an event: grammatical places first, loose prepositional phrases after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from herodotus.data.annotations import Form
from herodotus.data.documents import Span
from herodotus.data.statements import Party
from herodotus.events.lexicon import Sense
from herodotus.events.order import sure
from herodotus.events.parties import NAMES, PLACES, Scene, material, nested, party
from herodotus.events.places import places, spread

PRONOUNS = frozenset(
    {"one", "some", "they", "it", "these", "those", "many", "them", "several", "two", "three"}
)
LOOK_BACK = 60
"""Tokens before "one" or "some" within which the thing it counts is looked for."""
OWNING = frozenset({"possessor", "subject", "compound", "source"})
LOSING = frozenset({"LOSS", "LEAK", "CARRY"})
"""What loses or holds is not what is lost or held: with a thing behind the word, one before it is no materiel."""
LOOSE = frozenset({"object", "compound", "of"})


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
    settled: set[str] = set()
    for place, named in sure(scene, i, sense.nominal):
        if named not in barred:
            settled |= OWNING if place in OWNING else {place}
            _assign(scene, found, sense, (place, named))
    for place, argument in places(scene.tree, i, sense.nominal):
        if place in settled:
            continue
        for each in (*spread(scene.tree, argument), *_hung_higher(scene, i, place, argument)):
            if each not in barred:
                _assign(scene, found, sense, (place, each))
    return found


def _hung_higher(scene: Scene, i: int, place: str, argument: int) -> list[int]:
    """Things that the parse joins to the event word itself, not to the first thing: "the transfer of launchers and
    missiles"."""
    if place != "of" or material(scene, argument) is None:
        return []
    return [c for c in scene.tree.below(i, "conj") if c > argument and material(scene, c) is not None]


def drop_losers(scene: Scene, found: Roles, sense: Sense, i: int) -> None:
    """Leaves what is lost or held, where it is named or counted ("spilled 80 tonnes"), without what loses it."""
    if sense.type in LOSING and (scene.tree.below(i, "obj") or any(j > i for j in found.materiel)):
        found.materiel = {j: span for j, span in found.materiel.items() if j > i}


def _assign(scene: Scene, found: Roles, sense: Sense, argument: tuple[str, int]) -> None:
    place, i = argument
    role = sense.frame.get(place)
    if role is None:
        _set_place(scene, found, (place, i))
    elif role != "none" and i not in scene.timed:
        _fill(scene, found, sense, (place, role, i))


def _fill(scene: Scene, found: Roles, sense: Sense, argument: tuple[str, str, int]) -> None:
    place, role, i = argument
    thing = material(scene, i) or _pronoun_thing(scene, i)
    if thing is not None:
        found.materiel[i] = thing
        return
    who = party(scene, i)
    if who is None or (
        sense.type == "TRANSFER" and role == "thing" and not _may_receive(scene, place, i, who)
    ):
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


def _may_receive(scene: Scene, place: str, i: int, who: Party) -> bool:
    """Whether what stands where goods should is a party: a country, of verbs any name ("supplied the Front")."""
    if place not in LOOSE or who.country:
        return True
    mention = scene.mentions.get(i)
    return place == "object" and mention is not None and mention.kind in NAMES and mention.form is Form.NAMED


def _modifier_role(scene: Scene, i: int, sense: Sense) -> str:
    mention = scene.mentions.get(i)
    named = mention is not None and mention.kind in NAMES
    return sense.frame.get("possessor", "actor") if named else "none"


def _pronoun_thing(scene: Scene, i: int) -> Span | None:
    """What "one", "some" or "they" counts or means, where nothing says it is a person: the last thing
    named before."""
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


def _set_place(scene: Scene, found: Roles, argument: tuple[str, int]) -> None:
    preposition, i = argument
    mention = scene.mentions.get(i)
    inside = preposition in ("in", "at", "near", "inside", "outside", "across", "around", "off", "over")
    if found.place is None and inside and mention is not None and mention.kind in PLACES:
        found.place = party(scene, i)


def loosely(scene: Scene, found: Roles, sense: Sense, arguments: Iterable[tuple[str, int]]) -> None:
    """Fill the roles that are still open from arguments found by the order of the words."""
    for place, i in arguments:
        if found.used(i):
            continue
        role = sense.frame.get(place)
        if role is None or _vacant(scene, found, role, i):
            for each in spread(scene.tree, i):
                if not found.used(each):
                    _assign(scene, found, sense, (place, each))


def _vacant(scene: Scene, found: Roles, role: str, i: int) -> bool:
    """Whether a role is open for a noun; a thing may join other things of its phrase."""
    if role in ("thing", "target") and material(scene, i) is not None:
        return not found.materiel
    if role in ("thing", "target"):
        return not found.recipients
    return {"actor": not found.actors, "recipient": not found.recipients, "both": len(found.actors) < 2}.get(
        role, False
    )


def owner(scene: Scene, found: Roles) -> Party | None:
    """Whose the things are, by name ("Swedish rifles"), where nothing else says who gave them."""
    owners = (nested(scene, i) for i in sorted(found.materiel))
    return next((o for o in owners if o is not None and o.country), None)
