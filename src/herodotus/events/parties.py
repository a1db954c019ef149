"""Noun phrases as parties (who) and as materiel (what)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from herodotus.compare import countries
from herodotus.compare.materiel import class_of, lineage
from herodotus.data.annotations import Annotated, Entity, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.data.statements import Party
from herodotus.events.lexicon import wordset
from herodotus.events.tree import Tree, plant

NAMES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.NATIONALITY, Kind.FACILITY})
PLACES = frozenset({Kind.COUNTRY, Kind.PLACE, Kind.FACILITY})
ARMS = frozenset({Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE})
INSIDE = ("compound", "amod", "nummod", "flat", "nmod:poss", "det", "appos", "punct", "goeswith")
OF_WHAT = ("of",)
BREAKS = frozenset({",", "–", "—", "(", ")", ";", ":", "“", "”", '"'})


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's tree with its mentions by the token that heads them."""

    annotated: Annotated
    tree: Tree
    mentions: Mapping[int, Mention]
    entities: Mapping[Span, Entity]


def scene(annotated: Annotated) -> Scene:
    tree = plant(annotated.document.text, annotated.tokens)
    entities = {mention.span: entity for entity in annotated.entities for mention in entity.mentions}
    known = {m.span: m for m in annotated.mentions}
    known.update({m.span: m for entity in annotated.entities for m in entity.mentions})
    heads: dict[int, Mention] = {}
    for span in sorted(known, key=lambda s: (s.end - s.start, s.start)):
        head = tree.top(span)
        if head is not None:
            heads[head] = known[span]
            if known[span].kind in NAMES:
                heads |= {i: known[span] for i in tree.within(span) if not _stands(heads.get(i), entities)}
    _add_countries(annotated, tree, heads, entities)
    return Scene(annotated, tree, heads, entities)


def _stands(mention: Mention | None, entities: Mapping[Span, Entity]) -> bool:
    """Whether a name inside a longer one keeps its own meaning: it is known whose it is."""
    return mention is not None and mention.span in entities and bool(entities[mention.span].country)


def _add_countries(
    annotated: Annotated, tree: Tree, heads: dict[int, Mention], entities: dict[Span, Entity]
) -> None:
    """Countries that the gazetteer finds and the model does not, or not as a country."""
    for found in countries.find(annotated.document.text):
        span = Span(found.start, found.end)
        inside = tree.within(span)
        over = {heads[i].span for i in inside if i in heads}
        if not inside or any(o.contains(span) and o in entities and entities[o].country for o in over):
            continue
        kind = Kind.NATIONALITY if found.role == countries.DEMONYM else Kind.COUNTRY
        mention = Mention(span, kind, Form.NAMED)
        entities[span] = Entity(
            f"g{found.start}", kind, countries.name(found.code), (found.code,), (mention,)
        )
        heads.update(dict.fromkeys(inside, mention))


def phrase(tree: Tree, i: int) -> Span:
    """The noun phrase around a noun, without what follows a preposition or a clause, nor its own case
    marker."""
    core = _run(tree, i, set(tree.subtree(i, lambda c: not _belongs(tree, c))))
    while len(core) > 1 and tree.tokens[core[0]].tag in ("PUNCT", "DET"):
        core = core[1:]
    while len(core) > 1 and tree.tokens[core[-1]].tag in ("PUNCT", "PART"):
        core = core[:-1]
    return tree.cover(core)


def _run(tree: Tree, i: int, core: set[int]) -> list[int]:
    """The words of the phrase that stand in one piece with its head, up to a comma or dash."""
    first = last = i
    while first - 1 in core and tree.word(first - 1) not in BREAKS:
        first -= 1
    while last + 1 in core and tree.word(last + 1) not in BREAKS:
        last += 1
    return list(range(first, last + 1))


def _belongs(tree: Tree, c: int) -> bool:
    token = tree.tokens[c]
    if token.relation in ("nmod:poss", "det", "appos"):
        return False
    return token.relation in INSIDE or tree.relation(c) in INSIDE


def party(scene: Scene, i: int) -> Party | None:
    """The party that a noun names, None where it names a thing, a time or nothing known to act."""
    tree, mention = scene.tree, scene.mentions.get(i)
    if mention is not None and mention.kind in NAMES:
        return _named(scene, mention)
    if tree.tokens[i].tag not in ("NOUN", "PROPN", "ADJ") or not _may_act(tree, i):
        return None
    if material(scene, i) or _is_measure(scene, i):
        return None
    span = phrase(tree, i)
    inner = nested(scene, i)
    country = inner.country if inner else ()
    return Party(span, span.of(tree.text), country)


def _is_measure(scene: Scene, i: int) -> bool:
    span = scene.tree.tokens[i].span
    return any(q.unit != "count" and q.span.contains(span) for q in scene.annotated.quantities)


def _may_act(tree: Tree, i: int) -> bool:
    return tree.lemma(i) not in wordset("not_party") and not tree.word(i)[0].isdigit()


def _named(scene: Scene, mention: Mention) -> Party:
    entity = scene.entities.get(mention.span)
    if entity is None:
        return Party(mention.span, mention.span.of(scene.tree.text))
    return Party(mention.span, entity.name, entity.country)


def nested(scene: Scene, i: int) -> Party | None:
    """The name inside a noun phrase: "Russian" in "Russian forces", the owner in "Mr X's army"."""
    tree = scene.tree
    for child in tree.children[i]:
        owner = tree.tokens[child].relation == "nmod:poss" or tree.relation(child) in (
            "amod",
            "compound",
            "flat",
            "nmod",
        )
        mention = scene.mentions.get(child)
        if (
            owner
            and mention is not None
            and mention.kind in NAMES
            and tree.preposition(child) in (None, *OF_WHAT)
        ):
            return _named(scene, mention)
    return None


def material(scene: Scene, i: int) -> Span | None:
    """The words of a thing that is delivered, fired or counted, None where the noun is none."""
    tree, mention = scene.tree, scene.mentions.get(i)
    if mention is not None and mention.kind in NAMES and mention.form is not Form.PRONOUN:
        return None
    span = phrase(tree, i)
    if mention is not None and mention.kind in ARMS:
        return span if span.contains(mention.span) else mention.span
    return span if tree.tokens[i].tag in ("NOUN", "PROPN", "X") and class_of(span.of(tree.text)) else None


def weapon(scene: Scene, span: Span) -> bool:
    """Whether the words of a thing name a weapon."""
    found = class_of(span.of(scene.tree.text))
    return found is None or "weapon" in lineage(found) or found in ("aircraft", "vehicle", "ship")
