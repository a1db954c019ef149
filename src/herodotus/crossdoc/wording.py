"""The words a claim is told in: one of its own clauses, the most central that stands on its own."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from herodotus.crossdoc.lexicon import wordset
from herodotus.crossdoc.propositions import Proposition
from herodotus.crossdoc.trimming import TRIMMED
from herodotus.data.annotations import Token
from herodotus.data.claims import Place
from herodotus.data.statements import Stance

GOOD_LENGTH = (6, 26)
"""A claim reads well in 6 to 26 words; judged by eye."""
IN_PASSING, LONGEST_WAY = 0.2, 8
POINTED = ASKED = 0.75
ASKING = frozenset({"how", "what", "whether", "why"})
"""With these begins what is asked, or not known."""
POINTERS = frozenset(
    ("it", "this", "that", "these", "those", "he", "she", "they", "we", "them", "its", "his", "her", "their", "such",
     "one", "our", "i")
)  # fmt: skip


def central(group: Sequence[Proposition]) -> Proposition:
    """The proposition that says best what all say."""
    if len(group) == 1:
        return group[0]
    counts = Counter(term for p in group for term in p.terms)
    return max(
        group, key=lambda p: (_worth(p, counts, len(group)), [-ord(c) for c in p.key[0][:8]], -p.key[3])
    )


def _worth(p: Proposition, counts: Counter[str], size: int) -> float:
    words = p.told.lower().split()
    shared = sum(counts[t] - 1 for t in p.terms) / (max(1, size - 1) * max(5, len(p.terms)))
    low, high = GOOD_LENGTH
    length = -abs(len(words) - min(max(len(words), low), high)) / 10
    pointing = sum(word.strip(TRIMMED) in POINTERS for word in words) * 0.25 + POINTED * _is_pointed_at(p)
    pointing += ASKED * (words[:1] != [] and words[0] in ASKING)
    roles = sum(map(bool, (p.actors, p.recipients, p.materiel, p.since)))
    spoken = 0.2 if not p.statement.narrated else 0.0
    plain = (
        0.3
        if p.statement.stance in (Stance.ASSERTS, Stance.ANNOUNCES, Stance.PREDICTS) and not p.negated
        else 0.0
    )
    verbal = 0.4 if _has_verb(p) else 0.0
    length -= 0.4 * max(0, len(p.times) - 1)  # with several times it tells more than one event
    others = {e.type for e in p.reading.events if e.statement == p.statement.id} - {p.type}
    length -= 0.4 if others else 0.0
    return (
        shared
        + length
        + 0.25 * roles
        + spoken
        + plain
        + verbal
        - pointing
        - 0.1 * p.told.count("…")
        - IN_PASSING * min(_in_passing(p), 3)
    )


def _in_passing(p: Proposition) -> int:
    """How far below what its words say the event stands: "the strikes have not impressed the minister" tells of them in
    passing, "a launch took place" does not."""
    if p.event is None:
        return 0
    tokens, trigger = p.reading.annotated.tokens, p.event.trigger
    here = _first(tokens, trigger.start)
    steps = -1 if tokens[here].tag == "NOUN" else 0  # its verb may do no more than carry it
    while tokens[here].head != here and any(s.contains(tokens[tokens[here].head].span) for s in p.shown):
        head = tokens[tokens[here].head]
        subject = tokens[here].tag == "NOUN" and tokens[here].relation == "nsubj"
        steps += 1 + (subject and head.lemma not in wordset("occurring"))
        here = tokens[here].head
        if steps > LONGEST_WAY:
            break
    return max(0, steps)


def _is_pointed_at(p: Proposition) -> bool:
    """Whether the event itself is named by pointing at what stood before: "such violations"."""
    if p.event is None:
        return False
    tokens, text = p.reading.annotated.tokens, p.reading.annotated.document.text
    here = _first(tokens, p.event.trigger.start)
    before = tokens[max(0, here - 3) : here]
    return any(
        t.head == here and t.relation in ("det", "amod") and t.span.of(text).lower() in POINTERS
        for t in before
    )


def _has_verb(p: Proposition) -> bool:
    """Whether the words have a verb with a subject, so that they read as a sentence."""
    tokens = p.reading.annotated.tokens
    inside = [t for span in p.shown for t in tokens[_first(tokens, span.start) : _first(tokens, span.end)]]
    return any(t.tag in ("VERB", "AUX") for t in inside) and any(
        t.relation.startswith("nsubj") for t in inside
    )


def _first(tokens: Sequence[Token], position: int) -> int:
    """The index of the first token from a position on."""
    return bisect_left(tokens, position, key=lambda t: t.span.start)


def places(p: Proposition) -> tuple[Place, ...]:
    return tuple(Place(p.document, span) for span in p.shown)
