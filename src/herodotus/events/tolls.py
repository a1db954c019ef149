"""Tolls: every number of people, and every person, said to have been killed, hurt, missing, displaced or held."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, replace

from herodotus.data.annotations import Annotated
from herodotus.data.documents import Span
from herodotus.data.tolls import Count, Outcome, Toll
from herodotus.events.counting import Group, People, groups, people
from herodotus.events.harm import Harm, How
from herodotus.events.harms import harms
from herodotus.events.harmwords import lexicon, occurs, words
from herodotus.events.tree import Tree, plant


def tolls(annotated: Annotated) -> tuple[Toll, ...]:
    """The tolls of a document in the order of its text; nothing is looked at where no word of harm occurs. Who survives
    was hurt where people were shot or stabbed; from an earthquake one comes out unhurt too."""
    if not occurs(annotated.document.text):
        return ()
    known = people(annotated, plant(annotated.document.text, annotated.tokens))
    every = list(harms(known.tree))
    doers = {known.entities[i].id for harm in every for i in harm.doers if i in known.entities}
    if not any(harm.outcome is Outcome.SHOT for harm in every):
        every = [harm for harm in every if known.tree.lemma(harm.trigger) not in words("lived")]
    found = (toll for harm in every for toll in _of(known, harm))
    return tuple(replace(toll, attacker=True) if toll.entity in doers else toll for toll in found)


def _of(known: People, harm: Harm) -> Iterator[Toll]:
    tree, i = known.tree, harm.trigger
    if harm.vague:
        at, wider = tree.tokens[i].span, _wider(known, i)
        yield Toll(
            outcome=harm.outcome, span=at, who=at, low=1.0, best=None, high=None, trigger=i, wider=wider
        )
    beside = {tree.word(c) for c in tree.children[i]}
    sure = tree.lemma(i) in words("sure") and tree.tokens[i].tag == "VERB"
    for victim in harm.victims:
        for group in groups(known, victim, sure=sure):
            if group.best != 0 or not beside & words("mildly"):
                yield _toll(known, harm, group, also="also" in beside)


def _toll(known: People, harm: Harm, group: Group, *, also: bool) -> Toll:
    tree, i = known.tree, harm.trigger
    count = {each.name: getattr(group, each.name) for each in fields(Count)}
    count["part"] = group.part or _fares(tree, harm, group)
    count["further"] = group.further or also
    count["attacker"] = harm.how is How.OWN or group.attacker or _by_police(tree, harm, group)
    return Toll(
        outcome=harm.outcome,
        span=tree.cover((i, group.head)),
        who=_unbroken(tree.text, tree.cover(_phrase(tree, group))),
        rising=_rising(tree, i),
        done=harm.how is How.DONE,
        wider=_wider(known, i),
        trigger=i,
        named=tree.tokens[group.head].tag == "PROPN",
        **count,
    )


def _unbroken(text: str, span: Span) -> Span:
    """The words with what is hyphened to them in front ("3-year-old boy"), which the tree hangs elsewhere."""
    start = span.start
    while start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    return Span(start, span.end)


def _phrase(tree: Tree, group: Group) -> list[int]:
    inside = {"compound", "amod", "nummod", "flat", "det", "nmod"}
    return [group.head, *(c for c in tree.children[group.head] if tree.relation(c) in inside)]


def _fares(tree: Tree, harm: Harm, group: Group) -> bool:
    """Whether the clause tells how some of those harmed fare: "two are in critical condition"."""
    if tree.lemma(harm.trigger) not in words("listed"):
        return False
    beside = {tree.word(c) for c in tree.children[group.head]}
    own = group.stated and tree.tokens[group.head].tag == "NOUN" and "the" not in beside
    return not own and "all" not in beside


def _rising(tree: Tree, i: int) -> bool:
    return any(tree.lemma(h) in words("rising") for h in tree.climb(i))


def _wider(known: People, i: int) -> bool:
    """Whether the sentence counts over a year or a country."""
    at = known.tree.tokens[i].span
    sentences = known.annotated.sentences
    here = sentences[max(0, bisect_right(sentences, (at.start + 1,)) - 1)] if sentences else at
    text = here.of(known.tree.text).lower()
    noun = known.tree.tokens[i].tag == "NOUN" and known.tree.word(i).endswith("s")
    years = noun and any(
        t.precision in ("year", "decade") and here.contains(t.span) for t in known.annotated.times
    )
    return years or any(phrase in text for phrase in lexicon()["wider"])


def _by_police(tree: Tree, harm: Harm, group: Group) -> bool:
    """Whom officers shoot is the one who did it, as far as he is only "he" or "a man"."""
    if group.entity or group.stated or tree.word(group.head) not in words("loner"):
        return False
    return any({tree.word(d), tree.lemma(d)} & words("police") for d in harm.doers)
