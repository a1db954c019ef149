"""An attribution with its source led to an entity, and who passes it on, where the cue itself tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from herodotus.attribution.context import Context, hull, joined
from herodotus.attribution.lexicon import pattern, wordset
from herodotus.attribution.sources import is_outlet, source
from herodotus.data.annotations import Attribution
from herodotus.data.documents import Span
from herodotus.data.statements import Source
from herodotus.offsets import covered, gaps

SAME = 0.6  # of a content; the same words under two cues of one report


@dataclass(frozen=True, slots=True)
class Link:
    """`words` reach from the first to the last word of source and cue, `reach` from the first to the last of the
    content (empty without one); `content` is that of the attribution as sorted, disjoint spans; `relay` is who
    quotes the source in the same breath ("KCNA quoted the envoy as saying")."""

    attribution: Attribution
    source: Source
    words: Span
    content: tuple[Span, ...]
    reach: Span
    relay: Source | None = None

    def distance(self, span: Span) -> int:
        """Code points between a span and the nearest word of source or cue."""
        ends = (*self.attribution.cue, *self.attribution.source)
        return min(max(0, span.start - end.end, end.start - span.end) for end in ends)


def links(context: Context, attributions: Sequence[Attribution]) -> tuple[Link, ...]:
    found = [_link(context, attribution) for attribution in attributions]
    relayed = [link for link in found if link.relay is not None]
    kept = [link for link in found if not any(_repeats(link, other) for other in relayed)]
    return tuple(_resolved(context, link, kept) for link in kept)


def _repeats(link: Link, other: Link) -> bool:
    """Whether a link gives the relay as the one who speaks, while another has both."""
    if other.relay is None or link.relay is not None or other.relay.name != link.source.name:
        return False
    shared = sum(covered(link.content, *span) for span in other.content)
    return shared >= SAME * sum(e - s for s, e in link.content)


def _resolved(context: Context, link: Link, links: Sequence[Link]) -> Link:
    """A source that resolution has not seen: bare "officials" are those of the same noun right before, "the
    statement" speaks for who made one, "the agency" is the outlet named last."""
    noun = _noun(context, link.source.spans)
    if noun in wordset("media") and not is_outlet(link.source.name):
        outlets = [o.source for o in links if o.words.start < link.words.start and is_outlet(o.source.name)]
        return replace(link, source=replace(outlets[-1], spans=link.source.spans)) if outlets else link
    if link.source.entity is not None or not link.source.spans:
        return link
    start = context.paragraph_before(context.paragraph(link.words.start)).start
    before = [o for o in links if start <= o.words.start < link.words.start and o.source.entity is not None]
    same = [
        o.source
        for o in before
        if noun in {_noun(context, o.source.spans), _noun(context, o.attribution.cue)}
    ]
    return replace(link, source=replace(same[-1], spans=link.source.spans)) if same else link


def _noun(context: Context, spans: Sequence[Span]) -> str:
    words = context.words_in(hull(spans)) if spans else ()
    return words[-1].span.of(context.text).lower() if words else ""


def _link(context: Context, attribution: Attribution) -> Link:
    who = source(context, attribution.source)
    words = hull((*attribution.source, *attribution.cue))
    match = pattern("quoted_as").match(_sentence_from(context, attribution)) if attribution.source else None
    if match is None:
        return _citing(context, attribution, words) or _made(attribution, who, words)
    start = hull(attribution.cue).start
    quoted = Span(start + match.start("speaker"), start + match.end("speaker"))
    if any(quoted.overlaps(span) for span in attribution.source):
        relay = next(_before(context, start), None)
        return _made(attribution, who, words, source(context, [relay]) if relay else None)
    said = tuple(Span(*part) for span in attribution.content for part in _without(span, start, match.end()))
    attribution = replace(attribution, source=(quoted,), content=said)
    return _made(attribution, source(context, [quoted]), words, who)


def _citing(context: Context, attribution: Attribution, words: Span) -> Link | None:
    """What an outlet reports, "citing police", the police say, and the outlet passes it on."""
    relay = source(context, attribution.source)
    if not attribution.source or not is_outlet(relay.name):
        return None
    start = hull(attribution.cue).end
    match = pattern("citing").match(context.text[start : max(start, context.sentence(start - 1).end)])
    cited = _cited(context, start + match.end()) if match else None
    return (
        _made(replace(attribution, source=(cited,)), source(context, [cited]), words, relay)
        if cited
        else None
    )


def _cited(context: Context, position: int) -> Span | None:
    """Who is cited by the word that ends at a position; papers and pictures do not speak."""
    tokens = context.annotated.tokens
    citing = max(context.tokens_in(Span(max(0, position - 1 - len("quoting")), position)), default=-1)
    heads = [c for c in context.children[citing] if tokens[c].relation == "obj"] if citing >= 0 else []
    if not heads:
        return None
    head = tokens[heads[0]].span
    word = head.of(context.text).lower()
    if {word, word.removesuffix("s")} & (wordset("silent") | wordset("written")):
        return None
    named = next((span for span in context.mentions_in(head) if span.contains(head)), None)
    before = [tokens[c].span.start for c in context.children[heads[0]] if citing < c < heads[0]]
    return named or Span(min(before, default=head.start), head.end)


def _made(attribution: Attribution, who: Source, words: Span, relay: Source | None = None) -> Link:
    content = joined(attribution.content)
    return Link(attribution, who, words, content, hull(content) if content else Span(0, 0), relay)


def _without(span: Span, start: int, length: int) -> list[tuple[int, int]]:
    """What "quoted the envoy as saying" leaves of a content."""
    shell = Span(max(start, span.start), min(start + length, span.end))
    return gaps([shell] if shell.start < shell.end else [], *span)


def _sentence_from(context: Context, attribution: Attribution) -> str:
    cue = hull(attribution.cue)
    return context.text[cue.start : max(cue.end, context.sentence(cue.start).end)]


def _before(context: Context, position: int) -> Iterator[Span]:
    """The mentions that end right before a position, the nearest first, within the sentence."""
    low = context.sentence(position).start
    yield from sorted((s for s in context.named if low <= s.start and s.end <= position), reverse=True)
