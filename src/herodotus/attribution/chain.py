"""Who relays whom: nested attributions, outlets that pass a source on, pronouns that stand for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.attribution.context import Context, joined
from herodotus.attribution.lexicon import pattern, wordset
from herodotus.attribution.links import Link
from herodotus.attribution.sources import UNSTATED, is_outlet
from herodotus.attribution.stance import of_cue
from herodotus.compare import agencies
from herodotus.data.documents import Span
from herodotus.data.statements import Stance
from herodotus.offsets import covered

_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.DECLINES})
Chain = tuple[str, ...]
Outlet = tuple[Span, str]
_SHELL = 8  # code points of a content outside what is passed on: "that the"
_NEAR = 60  # code points before an outlet's name in which "told", "according to the ..." must stand


def chains(context: Context, links: Sequence[Link]) -> list[Chain]:
    """For each link its chain: outermost first, the publisher left out, () where there is one link only."""
    outlets = list(_outlets(context, links))
    found: dict[int, Chain] = {}
    for index in range(len(links)):
        _find(context, index, links, outlets, found)
    return [_shortened(context, (*found[index], link.source.name)) for index, link in enumerate(links)]


def _find(
    context: Context, index: int, links: Sequence[Link], outlets: Sequence[Outlet], found: dict[int, Chain]
) -> Chain:
    """Who passes a link on; kept in `found`, where a link under way counts as passed on by nobody."""
    if index not in found:
        found[index] = ()
        link, outer = links[index], _outer(context, index, links)
        if link.relay is not None:
            found[index] = (link.relay.name,)
        elif outer is not None:
            found[index] = (*_find(context, outer, links, outlets, found), links[outer].source.name)
        else:
            found[index] = _passed_on(context, link, links, outlets) or _carried_on(
                context, index, links, found
            )
    return found[index]


def _outer(context: Context, index: int, links: Sequence[Link]) -> int | None:
    """The link in whose content this one speaks, the innermost of them; who denies it passes nothing on."""
    link = links[index]
    start, end = link.words
    near = [i for i, other in enumerate(links) if other.reach.start <= start and end <= other.reach.end]
    around = [i for i in near if _speaks_in(link, links[i])]
    around = [i for i in around if of_cue(context, links[i].attribution)[1] not in _AGAINST]
    if not around or not _can_speak(link):
        return None
    return min(around, key=lambda i: sum(e - s for s, e in links[i].attribution.content))


def _speaks_in(link: Link, other: Link) -> bool:
    if not other.reach.contains(link.words) or other.source.name == UNSTATED or _same(link, other):
        return False
    return any(span.contains(link.words) for span in other.content)


def passes_on(link: Link, links: Sequence[Link]) -> bool:
    """Whether an outlet says nothing but that somebody else says it: it is in that one's chain already."""
    if not is_outlet(link.source.name):
        return False
    inner = [other for other in links if other is not link and _speaks_in(other, link)]
    return any(_left(link, other) <= _SHELL for other in inner)


def _left(link: Link, inner: Link) -> int:
    """The code points of a content outside what somebody else says in it."""
    said = inner.attribution
    taken = joined((*said.source, *said.cue, *said.content))
    return sum((e - s) - covered(taken, s, e) for s, e in link.content)


def _same(link: Link, other: Link) -> bool:
    if link.source.entity is not None and link.source.entity == other.source.entity:
        return True
    return link.source.name.lower() in {other.source.name.lower(), UNSTATED}


def _can_speak(link: Link) -> bool:
    """Pictures and findings rest on something, they do not relay; "we" is whoever is quoted."""
    words = link.source.name.lower().split()
    return not (set(words) & wordset("silent") or words[0] in wordset("first_person"))


def _passed_on(context: Context, link: Link, links: Sequence[Link], outlets: Sequence[Outlet]) -> Chain:
    """The outlet of the sentence that reports this source, or to which the source spoke."""
    sentence = context.sentence(link.attribution.cue[0].start)
    for span, name in outlets:
        held = any(span.overlaps(s) for s in (*link.attribution.source, *link.attribution.content))
        if held or name == link.source.name or not sentence.contains(span):
            continue
        if _passes(context, span, sentence) and _nearest(link, links, span, name):
            return (name,)
    return ()


def _nearest(link: Link, links: Sequence[Link], span: Span, name: str) -> bool:
    others = (
        other for other in links if other is not link and other.source.name not in {name, link.source.name}
    )
    return all(link.distance(span) <= other.distance(span) for other in others)


def _passes(context: Context, span: Span, sentence: Span) -> bool:
    before = context.text[max(sentence.start, span.start - _NEAR) : span.start]
    after = context.text[span.end : sentence.end]
    return bool(pattern("passed_before").search(before) or pattern("passed_after").match(after))


def _carried_on(context: Context, index: int, links: Sequence[Link], found: dict[int, Chain]) -> Chain:
    """ "It added that officials ..." right after a relay goes through the same outlet."""
    cue = links[index].attribution.cue[0].start
    sentence, paragraph = context.sentence(cue), context.paragraph(cue)
    before = [i for i in found if paragraph.start <= links[i].attribution.cue[0].start < sentence.start]
    last = max(before, key=lambda i: links[i].attribution.cue[0].start, default=None)
    if last is None or not found[last] or not pattern("continues").match(sentence.of(context.text).lstrip()):
        return ()
    outlet = found[last][0]
    return (outlet,) if is_outlet(outlet) and outlet != links[index].source.name else ()


def _outlets(context: Context, links: Sequence[Link]) -> Iterator[Outlet]:
    """Every outlet named in a sentence where somebody speaks, with the name it goes by."""
    spoken = sorted({context.sentence(link.attribution.cue[0].start) for link in links})
    found = [(Span(hit.start, hit.end), hit.agency.name) for hit in agencies.find(context.text)]
    known = [(at, name) for s in spoken for at, name in found if s.contains(at)]
    for span, entity in context.named.items():
        if is_outlet(entity.name):
            yield span, entity.name
            known = [(at, name) for at, name in known if not at.overlaps(span)]
    yield from known


def _shortened(context: Context, chain: Chain) -> Chain:
    """Without the publisher and without one name twice in a row; () for a single link."""
    publisher = _plain(context.annotated.document.publisher or "")
    kept = [name for name in chain[:-1] if _plain(name) != publisher] + [chain[-1]]
    if chain[-1] == UNSTATED:
        return ()
    links = [name for i, name in enumerate(kept) if i == 0 or name != kept[i - 1]]
    return tuple(links) if len(links) > 1 else ()


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").strip()
