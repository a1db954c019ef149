"""How many independent origins a claim has: speakers on occasions, agencies and publishers that tell it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from herodotus.crossdoc.roots import Key, Root, Roots, copied, order
from herodotus.crossdoc.voices import Voice
from herodotus.data.claims import Link, Origin
from herodotus.data.statements import Evidence

SEEN_ITSELF = frozenset({Evidence.EYEWITNESS, Evidence.SATELLITE, Evidence.DOCUMENT, Evidence.EXAMINATION})


def origins(voices: Sequence[Voice], known: Roots) -> tuple[Origin, ...]:
    """The origins behind the statements that assert one claim, those with most statements first; ids come
    later."""
    spoken = {v.key: v for v in voices}
    found = [_of_root(root, spoken) for root in known.of(spoken)]
    for group in _publishers(sorted((v for v in voices if v.narrated), key=order)):
        home = _draws_on(group, found, voices)
        if home is None:
            found.append(_own_account(group, alone=not found))
        else:
            found[home] = _told_again(found[home], group)
    return tuple(sorted(found, key=lambda o: (-len(o.statements), o.label, o.statements)))


def _of_root(root: Root, voices: Mapping[Key, Voice]) -> Origin:
    """A named speaker on one occasion is one for certain; the unnamed may be others that speak here, and what was said
    on a day that nobody gives may have been said on another occasion."""
    group = [voices[key] for key in root.keys if key in voices]
    reasons = dict.fromkeys(root.reasons[v.key] for v in group if v.key in root.reasons)
    unclear = _unclear(group)
    undated = any(v.said for v in group) and any(
        v.said is None and not v.via and v.same is None for v in group
    )
    why = [unclear] if unclear else []
    why += ["one of these may be of another day"] if undated else []
    return Origin(
        "",
        root.label,
        tuple(v.key for v in group),
        "; ".join([*reasons, *why]) or "stands alone",
        int(not unclear),
        1 + undated,
        tuple(_link(v, root.reasons.get(v.key, f"said by {v.speaker}")) for v in group),
    )


def _unclear(group: Sequence[Voice]) -> str | None:
    """Why nobody of a root is certain to be somebody of their own; who only relays the others is left out."""
    relays = {v.via for v in group if v.via}
    speaking = [v for v in group if v.speaker not in relays] or group
    return speaking[0].unclear if all(v.unclear for v in speaking) else None


def _link(voice: Voice, reason: str) -> Link:
    """With the reason why it is somebody else's text, where it is."""
    why = voice.copied
    if why and not reason.startswith("same text"):
        why = f"{reason}; {why}"
    return Link(*voice.key, voice.chain, why or reason, voice.copied is not None)


def _publishers(told: Sequence[Voice]) -> list[list[Voice]]:
    """The own telling of publishers and agencies, one group for each hand, and for what is the same text."""
    groups: list[list[Voice]] = []
    for each in told:
        home = next((g for g in groups if any(_one_hand(each, other) for other in g)), None)
        if home is None:
            groups.append([each])
        else:
            home.append(each)
    return groups


def _one_hand(a: Voice, b: Voice) -> bool:
    """What an agency tells is its own, whoever prints it; what it does not tell is the publisher's."""
    if a.agency or b.agency:
        return a.agency == b.agency or copied(a, b) is not None
    one, other = a.reading.annotated.document, b.reading.annotated.document
    same = one.sha256 == other.sha256 or (one.publisher is not None and one.publisher == other.publisher)
    return same or copied(a, b) is not None


def _draws_on(group: Sequence[Voice], found: Sequence[Origin], voices: Sequence[Voice]) -> int | None:
    """The spoken origin that a telling repeats: one its own document quotes, else the most quoted. None
    where nobody else says it, or where the publisher has seen for itself."""
    if not found or _seen(group):
        return None
    spoken = {v.key for v in voices if not v.narrated}
    documents = {v.key[0] for v in group}
    candidates = [n for n, origin in enumerate(found) if spoken & set(origin.statements)]
    quoting = {n: sum(key[0] in documents for key in found[n].statements) for n in candidates}
    return max(candidates, key=lambda n: (quoting[n] > 0, len(found[n].statements), -n), default=None)


def _seen(group: Sequence[Voice]) -> bool:
    return any(v.statement.evidence in SEEN_ITSELF for v in group)


def _own_account(group: Sequence[Voice], *, alone: bool) -> Origin:
    """Certain to be of its own only where nobody else tells it, or where it rests on what was seen."""
    seen = _seen(group)
    why = f"told by {_teller(group[0])} without a source"
    more = ", from what was seen" if seen else "" if alone else ", so it may rest on one of the others"
    return Origin(
        "",
        f"{_teller(group[0])} (own account)",
        tuple(v.key for v in group),
        why + more,
        int(alone or seen),
        1,
        tuple(_link(v, why) for v in group),
    )


def _teller(voice: Voice) -> str:
    document = voice.reading.annotated.document
    return voice.agency or document.publisher or document.id


def _told_again(origin: Origin, group: Sequence[Voice]) -> Origin:
    """The origin with a telling that repeats it; one that does not quote it may have a root of its own."""
    quoted = {key[0] for key in origin.statements} & {v.key[0] for v in group}
    why = "told again by publishers without a source"
    rests = f"{origin.label} is quoted beside it" if quoted else f"it may rest on {origin.label}"
    return replace(
        origin,
        statements=(*origin.statements, *(v.key for v in group)),
        reason=origin.reason if origin.reason.endswith(why) else f"{origin.reason}; {why}",
        high=origin.high + (not quoted),
        links=(*origin.links, *(_link(v, f"told by {_teller(v)} without a source; {rests}") for v in group)),
    )


def behind(holders: Iterable[Key], found: Sequence[Origin]) -> int:
    """How many of the origins stand behind some statements."""
    wanted = set(holders)
    return sum(bool(wanted & set(origin.statements)) for origin in found)
