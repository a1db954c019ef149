"""Names of places that the model did not mark as such, where their address or another mention shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from herodotus.compare import atlas
from herodotus.data.annotations import Form, Kind, Mention
from herodotus.data.documents import Span
from herodotus.resolution import clues
from herodotus.resolution.cover import Cover

_SHORTEST = 4  # letters of a name that is looked for again
_CAPITAL = r"[A-Z][\w’'-]+"
_BEFORE = re.compile(rf"(?<![\w’'-])({_CAPITAL}) $")
_OPENERS = {"In", "At", "Near", "From", "To", "The", "On", "Outside", "Across", "And", "But", "For", "While", "When",
            "Inside", "Around", "As", "If"}  # fmt: skip
_UNSURE = (Kind.ORGANISATION, Kind.OTHER, Kind.PLACE)


def added(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with "Elmside" and "N.J." of "Elmside, N.J." as places, and places marked once wherever they are
    named again; what the model took for a person stays one."""
    told = [m for m in _addressed(text) if _free(m, mentions)]
    cover = Cover(m.span for m in told)
    kept = sorted([*told, *(m for m in mentions if not cover.touches(m.span))], key=lambda m: m.span)
    again = list(_again(text, kept))
    return sorted([*kept, *again], key=lambda m: m.span)


def _free(found: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether nothing else has the words, or just them and was not sure what they are."""
    over = [m for m in mentions if m.span.overlaps(found.span)]
    return all(m.kind in _UNSURE and found.span.contains(m.span) for m in over)


def _addressed(text: str) -> Iterator[Mention]:
    for match in _address().finditer(text):
        holder = clues.holder(match["region"])
        name = _town(match["town"], holder) if holder is not None else None
        if name:
            yield _mention(Span(match.end("town") - len(name), match.end("town")))
            yield _mention(Span(*match.span("region")))


def _town(words: str, holder: clues.Holder) -> str | None:
    """The longest end of the words that is a place of that region."""
    split = words.split(" ")
    ends = (" ".join(split[at:]) for at in range(len(split)))
    return next((end for end in ends if any(holder.holds(entry) for entry in atlas.named(end))), None)


def _mention(span: Span) -> Mention:
    return Mention(span, Kind.PLACE, Form.NAMED)


def _again(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Places that the model marked in one sentence and not in another."""
    names = {m.span.of(text) for m in mentions if m.kind is Kind.PLACE}
    longest = sorted((re.escape(name) for name in names if len(name) >= _SHORTEST), key=len, reverse=True)
    if not longest:
        return
    taken = Cover(m.span for m in mentions)
    for match in re.finditer(rf"(?<![\w’'-])(?:{'|'.join(longest)})(?![\w-]| [A-Z])", text):
        before = _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        if not taken.touches(Span(*match.span())) and (before is None or before[1] in _OPENERS):
            yield _mention(Span(*match.span()))


@cache
def _address() -> re.Pattern[str]:
    """A name, a comma and the short form of a region: "Red Bank , N.J."."""
    short = "|".join(sorted(map(re.escape, clues.short_forms()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w’'-])(?P<town>{_CAPITAL}(?: {_CAPITAL}){{0,2}}) ?, (?P<region>{short})(?![\w’'])"
    )
