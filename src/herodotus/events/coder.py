"""What is said to have happened: events from words, trees, names, times and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from herodotus.data.annotations import Annotated, Form
from herodotus.data.documents import Span
from herodotus.data.statements import Event, Party, Stance, Statement
from herodotus.events.joining import joined
from herodotus.events.lexicon import Sense, openers, senses
from herodotus.events.modality import modality, polarity
from herodotus.events.order import after, before, owners
from herodotus.events.parties import NAMES, Scene, cargo, freight, scene, weapon
from herodotus.events.places import befalls
from herodotus.events.roles import Roles, drop_losers, loosely, owner, roles
from herodotus.events.ties import clause, quantities_of, times_of

ANSWERS = frozenset({Stance.DECLINES, Stance.DENIES, Stance.DOUBTS})
LASTING = frozenset({"miss"})
"""What is said of things before their name and yet happened to them: "missing sailors"."""
SIZES = frozenset({"RANGE", "SIZE"})
PREDICATES = ("VERB", "NOUN", "ADJ", "PROPN")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event on its way: its trigger token, what it names, its arguments."""

    trigger: int
    sense: Sense
    roles: Roles


def code(annotated: Annotated, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """Find the events of a document, each with the innermost statement whose content holds its trigger.

    Triggers inside cues are no events: they are the statements themselves.
    """
    stage = scene(annotated)
    homes = homes_of(stage, statements)
    known, tree = openers(), stage.tree
    named = [i for i in sorted(homes) if tree.lemmas[i] in known or tree.words[i] in known]
    triggers = [i for i in named if _may_name(stage, i)]
    found = []
    for position, i in enumerate(triggers):
        draft = _draft(stage, i, _reach(stage, triggers, position, homes), homes[i])
        if draft is not None:
            found += list(_events(stage, draft, homes[i]))
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(joined(stage, found), start=1))


def homes_of(stage: Scene, statements: Sequence[Statement]) -> dict[int, Statement]:
    """Token -> innermost statement: the one with the shortest content around it; cue words have none."""
    homes: dict[int, Statement] = {}
    for statement in sorted(statements, key=lambda s: (-sum(e - b for b, e in s.content), s.id)):
        for span in statement.content:
            homes.update(dict.fromkeys(stage.tree.within(span), statement))
    _answers(stage, statements, homes)
    for statement in statements:
        for span in statement.cue:
            for i in stage.tree.within(span):
                if i not in homes or homes[i].narrated or homes[i] is statement:
                    homes.pop(i, None)
    return homes


def _answers(stage: Scene, statements: Sequence[Statement], homes: dict[int, Statement]) -> None:
    """Give answers without content what their sentence leaves over ("asked about the sale, she ...")."""
    for statement in statements:
        if statement.stance in ANSWERS and not statement.content and statement.cue:
            sentence = next((s for s in stage.annotated.sentences if s.contains(statement.cue[0])), None)
            for i in stage.tree.within(sentence) if sentence else ():
                homes.setdefault(i, statement)


def _speakers(stage: Scene, home: Statement) -> frozenset[int]:
    """The words that name the source: no parties of what it says, unless they stand inside its content."""
    said = {i for span in home.content for i in stage.tree.within(span)}
    return frozenset(i for span in home.source.spans for i in stage.tree.within(span)) - said


def _may_name(stage: Scene, i: int) -> bool:
    tree = stage.tree
    token = tree.tokens[i]
    if token.tag not in PREDICATES or not _choices(stage, i) or befalls(tree, i):
        return False
    state = tree.word(i) == "missing" or any(tree.relation(c) == "cop" for c in tree.children[i])
    if tree.relation(i) == "acl" and state:
        return False  # "the boxes that are missing" says which boxes, not that they went missing
    if token.tag == "ADJ" and tree.word(i).endswith("ing") and tree.relation(i) == "amod":
        return tree.lemma(i) in LASTING  # "devastating strikes" says how hard they were
    if token.tag == "NOUN" and tree.preposition(i) == "for" and tree.lemma(i) == "use":
        return False
    return not (
        tree.relation(i) in ("compound", "flat")
        and token.tag in ("NOUN", "PROPN")
        and not token.relation.startswith("compound:prt")
    )


def _choices(stage: Scene, i: int) -> tuple[Sense, ...]:
    """What the word may name, with its particle or bare object first ("blow up", "catch fire"); verbs
    name verbal senses, nouns nominal ones."""
    tree, known = stage.tree, senses()
    lemma, word = tree.lemmas[i], tree.words[i]
    beside = [c for c in tree.children[i] if tree.relation(c) in ("compound", "advmod", "obj")]
    particles = [tree.word(c) for c in beside if tree.tokens[i].tag == "VERB" and c > i]
    phrases = [*(f"{lemma} {particle}" for particle in particles), lemma, word]
    choices = next((known[p] for p in phrases if p in known), ())
    nominal = tree.tokens[i].tag in ("NOUN", "PROPN")
    return tuple(sense for sense in choices if sense.nominal == nominal)


def _reach(stage: Scene, triggers: Sequence[int], position: int, homes: dict[int, Statement]) -> range:
    """The tokens after a trigger up to the next verb or trigger of the same sentence and statement."""
    tree, start = stage.tree, triggers[position]
    following = triggers[position + 1] if position + 1 < len(triggers) else len(tree.tokens)
    ends = (
        i
        for i in range(start + 1, following)
        if tree.tokens[i].tag == "VERB"
        or tree.words[i] in (".", ";", "?", "!")
        or homes.get(i) is not homes[start]
    )
    return range(start + 1, next(ends, following))


def _draft(stage: Scene, i: int, reach: range, home: Statement) -> Draft | None:
    barred = _speakers(stage, home)
    for sense in _choices(stage, i):
        found = roles(stage, i, sense, barred)
        loosely(stage, found, sense, _by_order(stage, i, sense, reach, barred))
        drop_losers(stage, found, sense, i)
        if _meets(stage, i, sense, found) or _only_pointed_at(stage, i, sense, home):
            return Draft(i, sense, _with_owner(stage, sense, found))
    return None


def _only_pointed_at(stage: Scene, i: int, sense: Sense, home: Statement) -> bool:
    """Whether an answer that names nobody points at an event that was told before: "would not comment on the sale"."""
    tree = stage.tree
    if home.stance not in ANSWERS or not sense.nominal:
        return False
    said = (stage.mentions.get(c) for span in home.content for c in tree.within(span))
    named = any(m is not None and m.kind in NAMES and m.form is Form.NAMED for m in said)
    return not named and tree.pointed_at(i)


def _by_order(
    stage: Scene, i: int, sense: Sense, reach: range, barred: frozenset[int]
) -> Iterator[tuple[str, int]]:
    """Arguments as the words stand; nouns look for their owner before them, verbs for their subject."""
    ahead = owners(stage, i) if sense.nominal else before(stage, i, barred)
    yield from (pair for pair in ahead if pair[1] not in barred)
    yield from (pair for pair in after(stage, reach, sense.nominal) if pair[1] not in barred)


def _with_owner(stage: Scene, sense: Sense, found: Roles) -> Roles:
    """Things that change hands come from whose they are, where nobody else is said to give them."""
    giver = owner(stage, found) if sense.type == "TRANSFER" and not found.actors else None
    if giver is not None and all(not set(giver.country) & set(p.country) for p in found.recipients.values()):
        found.actors[-1] = giver
    return found


def _meets(stage: Scene, i: int, sense: Sense, found: Roles) -> bool:
    """Whether the arguments have all that the sense needs to count."""
    return all(NEEDS[need](stage, i, found) for need in sense.needs)


def _behind(stage: Scene, i: int, found: Roles) -> bool:
    """Whether a thing stands behind the word, or is what a passive is about."""
    return any(j > i or stage.tree.tokens[j].relation == "nsubj:pass" for j in found.materiel)


def _receiver(stage: Scene, _: int, found: Roles) -> bool:
    """Whether somebody or some place that it comes to has a name."""
    return any(p.country or j in stage.mentions for j, p in found.recipients.items())


NEEDS: Mapping[str, Callable[[Scene, int, Roles], bool]] = {
    "weapon": lambda stage, _, found: any(weapon(stage, span) for span in found.materiel.values()),
    "cargo": lambda stage, _, found: any(cargo(stage, span) for span in found.materiel.values()),
    "freight": lambda stage, _, found: any(freight(stage, span) for span in found.materiel.values()),
    "goods": lambda _stage, _i, found: bool(found.materiel),
    "object": _behind,
    "party": lambda _stage, _i, found: bool(found.actors or found.recipients),
    "sides": lambda _stage, _i, found: bool(found.actors and found.recipients),
    "receiver": _receiver,
    "number": lambda stage, i, _: bool(quantities_of(stage, i)),
}
"""What an entry of verbs.yaml may need."""


def _events(stage: Scene, draft: Draft, home: Statement) -> Iterator[Event]:
    """The draft as records: one for each of several days it names ("on 3, 5 and 9 May"), else one."""
    tree, i = stage.tree, draft.trigger
    times = times_of(stage, i, home)
    for time in times or [None]:
        yield Event(
            id="",
            document=stage.annotated.document.id,
            statement=home.id,
            type=draft.sense.type,
            trigger=tree.tokens[i].span,
            actors=_distinct(draft.roles.actors.values()),
            recipients=_distinct(
                p for p in draft.roles.recipients.values() if p not in draft.roles.actors.values()
            ),
            materiel=tuple(sorted(set(draft.roles.materiel.values()))),
            place=draft.roles.place,
            time=time,
            quantities=_figures(stage, draft, home),
            polarity=polarity(tree, i),
            modality=modality(tree, i),
            clause=clause(stage, i, home, _spans(draft.roles)),
        )


def _figures(stage: Scene, draft: Draft, home: Statement) -> tuple[int, ...]:
    """The quantities that hang on the event, and those written on its things and parties; not how many say so."""
    near = stage.quantities_near(draft.trigger)
    if not near:
        return ()
    known, sentence = stage.annotated.quantities, stage.sentence(draft.trigger)
    spans = [s for s in _spans(draft.roles) if sentence.contains(s)]
    written = {n for n in near if any(s.overlaps(known[n].span) for s in spans)}
    tied = written.union(quantities_of(stage, draft.trigger))
    said = [n for n in sorted(tied) if any(s.overlaps(known[n].span) for s in home.content)]
    sized = draft.sense.type in SIZES
    return tuple(
        n
        for n in said
        if not _of_some(stage, known[n].span, draft.trigger)
        and (sized or not _of_a_thing(stage, known[n].span, draft.trigger))
    )


def _of_a_thing(stage: Scene, number: Span, i: int) -> bool:
    """Whether it is a size by which a thing is called: "the 294-metre ship", but not "an 80-tonne spill"."""
    tree = stage.tree
    if "-" not in number.of(stage.annotated.document.text):
        return False
    inside = tree.within(number)
    heads = (tree.tokens[c].head for c in inside)
    return not any(head == i for head in heads) and i not in inside


def _of_some(stage: Scene, number: Span, i: int) -> bool:
    """Whether a number counts only some of those that an event in passing is about: "four of the lost boats"."""
    tree = stage.tree
    after = stage.annotated.document.text[number.end : number.end + 7]
    passing = tree.tokens[i].relation in ("acl:relcl", "acl", "amod")
    return passing and number.end <= tree.tokens[i].span.start and _PARTITIVE.match(after) is not None


_PARTITIVE = re.compile(r" of (?:the|th)")


def _spans(found: Roles) -> list[Span]:
    parties = [*found.actors.values(), *found.recipients.values()]
    return [*(p.span for p in parties), *found.materiel.values()]


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple(sorted(set(parties), key=lambda p: p.span))
