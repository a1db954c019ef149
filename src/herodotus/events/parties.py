"""Noun phrases as parties (who) and as materiel (what)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from herodotus.compare import countries
from herodotus.compare.arsenal import class_of
from herodotus.compare.materiel import lineage
from herodotus.data.annotations import Annotated, Entity, Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.data.statements import Party
from herodotus.events.lexicon import wordset
from herodotus.events.tree import Tree, plant

NAMES = (Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE, Kind.NATIONALITY, Kind.FACILITY)
PLACES = (Kind.COUNTRY, Kind.PLACE, Kind.FACILITY)
ARMS = (Kind.WEAPON, Kind.PLATFORM, Kind.VEHICLE)
INSIDE = frozenset({"compound", "amod", "nummod", "flat", "det", "appos", "punct", "goeswith"})
OUTSIDE = frozenset({"nmod:poss", "det", "appos"})
ARMED = frozenset({"weapon", "aircraft", "vehicle", "ship"})
"""Classes of what can be used as a weapon."""
MOVING = frozenset({"aircraft", "vehicle", "ship"})
"""Classes of what goes somewhere by itself."""
OF_WHAT = ("of",)
BREAKS = frozenset({",", "–", "—", "(", ")", ";", ":", "“", "”", '"'})


@dataclass(frozen=True, slots=True)
class Scene:
    """A document's tree with its mentions by the token that heads them; `timed` are the tokens inside times,
    `measured` those inside quantities that are not counts, `figures` the tokens of each quantity."""

    annotated: Annotated
    tree: Tree
    mentions: Mapping[int, Mention]
    entities: Mapping[Span, Entity]
    timed: frozenset[int]
    measured: frozenset[int]
    figures: tuple[range, ...]

    def sentence(self, i: int) -> Span:
        """The sentence of a token; the token itself where none holds it."""
        sentences, token = self.annotated.sentences, self.tree.tokens[i].span
        at = bisect_left(sentences, (token.start + 1,)) - 1
        return sentences[at] if at >= 0 and sentences[at].contains(token) else token

    def quantities_near(self, i: int) -> list[int]:
        """The indices of the quantities in the sentence of a token."""
        sentence = self.sentence(i)
        return [n for n, q in enumerate(self.annotated.quantities) if q.span.overlaps(sentence)]


def scene(annotated: Annotated) -> Scene:
    tree = plant(annotated.document.text, annotated.tokens)
    entities = {mention.span: entity for entity in annotated.entities for mention in entity.mentions}
    known = {m.span: m for m in annotated.mentions}
    known.update({m.span: m for entity in annotated.entities for m in entity.mentions})
    heads: dict[int, Mention] = {}
    for span in sorted(known, key=lambda s: (s.end - s.start, s.start)):
        inside, mention = tree.within(span), known[span]
        head = tree.top_of(inside)
        if head is not None:
            heads[head] = mention
            if mention.kind in NAMES:
                heads |= {i: mention for i in inside if not _stands(heads.get(i), entities)}
    _add_countries(annotated, tree, heads, entities)
    return Scene(
        annotated,
        tree,
        heads,
        entities,
        timed=_inside(tree, [time.span for time in annotated.times]),
        measured=_inside(tree, [q.span for q in annotated.quantities if q.unit != "count"]),
        figures=tuple([tree.within(q.span) for q in annotated.quantities]),
    )


def _inside(tree: Tree, spans: Iterable[Span]) -> frozenset[int]:
    """The tokens that stand inside spans from their first to their last letter."""
    return frozenset(i for span in spans for i in tree.within(span) if span.contains(tree.tokens[i].span))


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
    tokens = tree.tokens
    first, last = _run(tree, i)
    while first < last and tokens[first].tag in ("PUNCT", "DET"):
        first += 1
    while first < last and tokens[last].tag in ("PUNCT", "PART"):
        last -= 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _run(tree: Tree, i: int) -> tuple[int, int]:
    """The first and last word of the phrase that stand in one piece with its head, up to a comma or dash."""
    first = last = i
    while first > 0 and _is_part(tree, first - 1, i):
        first -= 1
    while last + 1 < len(tree.tokens) and _is_part(tree, last + 1, i):
        last += 1
    return first, last


def _is_part(tree: Tree, c: int, i: int) -> bool:
    """Whether a word hangs on a noun, directly or over other words of its phrase; a verb behind the noun opens a clause
    ("120 containers lost")."""
    if tree.words[c] in BREAKS or not _belongs(tree, c) or (c > i and tree.tokens[c].tag == "VERB"):
        return False
    for head in tree.climb(c):
        if head == i or not _belongs(tree, head):
            return head == i
    return False


def _belongs(tree: Tree, c: int) -> bool:
    relation = tree.tokens[c].relation
    return relation not in OUTSIDE and tree.relations[c] in INSIDE


def party(scene: Scene, i: int) -> Party | None:
    """The party that a noun names, None where it names a thing, a time or nothing known to act."""
    tree, mention = scene.tree, scene.mentions.get(i)
    if mention is not None and mention.kind in NAMES:
        return _named(scene, mention)
    if tree.tokens[i].tag not in ("NOUN", "PROPN", "ADJ") or not _may_act(tree, i):
        return None
    if i in scene.measured or material(scene, i):
        return None
    span = phrase(tree, i)
    inner = nested(scene, i)
    country = inner.country if inner else ()
    return Party(span, span.of(tree.text), country)


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
    if mention is not None and mention.kind in ARMS:
        span = phrase(tree, i)
        return span if span.contains(mention.span) else mention.span
    if tree.tokens[i].tag not in ("NOUN", "PROPN", "X"):
        return None
    span = phrase(tree, i)
    return span if class_of(span.of(tree.text)) else None


def weapon(scene: Scene, span: Span) -> bool:
    """Whether the words of a thing name a weapon."""
    found = class_of(span.of(scene.tree.text))
    return found is None or not ARMED.isdisjoint(lineage(found))


def cargo(scene: Scene, span: Span) -> bool:
    """Whether the words of a thing name goods that do not go anywhere by themselves."""
    found = class_of(span.of(scene.tree.text))
    return found is not None and MOVING.isdisjoint(lineage(found))


def freight(scene: Scene, span: Span) -> bool:
    """Whether they name cargo that does not fly to its target either."""
    found = class_of(span.of(scene.tree.text))
    return found is not None and (MOVING | {"missile"}).isdisjoint(lineage(found))
