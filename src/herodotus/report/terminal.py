"""The brief as an analyst reads it in a terminal.

Articles are untrusted: all that comes from them goes through `one_line`, so that no escape sequence reaches
the terminal, and into `Text`, so that no markup of rich is read in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from herodotus.data.claims import Brief, Claim, Difference, DifferenceClass, Position, Story, TimelineEntry
from herodotus.data.documents import Document
from herodotus.data.statements import Evidence
from herodotus.report.casualties import RowView, rows
from herodotus.report.relations import Tie, ties
from herodotus.report.standing import DONE, UNKNOWN_PUBLISHER, Holder, Index, Voice, holders
from herodotus.report.timeline import days
from herodotus.report.words import counted, one_line, ranged, shortened

COLOUR = {
    Position.ASSERTS: "cyan",
    Position.DENIES: "red",
    Position.DOUBTS: "yellow",
    Position.DECLINES: "magenta",
}
_MARKS = '“”"'
_QUOTED = 240
_NAMED = 4


def render(brief: Brief, console: Console, *, limit: int = 12) -> None:
    """Print the brief; of each list the first `limit`, and how many more there are."""
    index = Index(brief)
    for story in brief.stories:
        console.print(_story(story, index, limit))
    console.print(_left_out(brief))


def _story(story: Story, index: Index, limit: int) -> RenderableType:
    numbers = {claim.id: n for n, claim in enumerate(story.claims, 1)}
    parts: list[RenderableType] = [_title(story, index), _documents(story, index)]
    tied = ties(story)
    parts += _part(
        "CLAIMS",
        [
            _claim(c, numbers[c.id], index, _ties(tied.get(c.id, ()), numbers))
            for c in story.claims
            if not c.topic
        ],
        limit,
    )
    parts += _part("DIFFERENCES", [_difference(d, numbers, index) for d in story.differences], limit)
    parts += _casualties(story, index, limit)
    entries = sorted(story.timeline, key=lambda e: (e.since, e.until))
    parts += _part("TIMELINE", [_entry(e, numbers) for e in entries], limit)
    return Group(*parts)


def _title(story: Story, index: Index) -> Text:
    documents = [index.document(d) for d in story.documents]
    known = {d.publisher for d in documents if d.publisher}
    counts = [
        counted(len(documents), "document"),
        counted(len(known), "known publisher"),
        counted(story.said, "claim"),
        counted(len(story.differences), "difference"),
    ]
    return Text.assemble("\n", (one_line(story.title), "bold"), "\n", (" · ".join(counts), "dim"), "\n")


def _documents(story: Story, index: Index) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(max_width=26)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for name in story.documents:
        document = index.document(name)
        day = (document.published or "undated")[:10]
        table.add_row(
            str(index.numbers[name]), _publisher(document), one_line(day), _safe(document.title or "untitled")
        )
    return table


def _publisher(document: Document) -> Text:
    if document.publisher is None:
        return Text(UNKNOWN_PUBLISHER, style="italic dim")
    return _safe(document.publisher)


def _part(heading: str, blocks: Sequence[RenderableType], limit: int) -> list[RenderableType]:
    if not blocks:
        return []
    parts: list[RenderableType] = [Text(f"\n{heading}", style="bold"), *blocks[:limit]]
    if len(blocks) > limit:
        parts.append(Text(f"    … and {len(blocks) - limit} more; the dossier has them all.", style="dim"))
    return parts


def _claim(claim: Claim, number: int, index: Index, tied: Sequence[Text]) -> RenderableType:
    voices = index.voices(claim)
    lines = [Text(one_line(claim.text), style="bold")]
    lines += [_position(p, holders(voices, p)) for p in Position if holders(voices, p)]
    lines.append(_origins(claim))
    lines += tied
    lines += _quotation(claim, voices)
    return _numbered(number, Group(*lines))


def _ties(tied: Sequence[Tie], numbers: dict[str, int]) -> list[Text]:
    """One line for each relation to another claim."""
    return [
        Text.assemble(f"{tie.words} claim {numbers[tie.other]}", (f" ({one_line(tie.reason)})", "dim"))
        for tie in tied
    ]


def _position(position: Position, found: Sequence[Holder]) -> Text:
    line = Text(f"{DONE[position]} by ", style=COLOUR[position])
    told = [_holder(h) for h in found if not h.narrated]
    more = [f"and {len(told) - _NAMED} more"] if len(told) > _NAMED else []
    return line.append("; ".join(told[:_NAMED] + more + _narrated(found)), style="default")


def _narrated(found: Sequence[Holder]) -> list[str]:
    """Publishers in their own words, as one."""
    own = [h for h in found if h.narrated]
    if len(own) < 2:
        return [_holder(h) + _printed(own) for h in own]
    numbers = sorted({n for h in own for n in h.numbers})
    return [f"{counted(len(own), 'publisher')} in their own words {_references(numbers)}{_printed(own)}"]


def _printed(own: Sequence[Holder]) -> str:
    """Whose text the publishers print ("text of Reuters in 3 of them"); empty where it is their own."""
    texts = Counter(name for h in own for name in dict.fromkeys(n for v in h.voices for n in v.chain[1:2]))
    told = [
        f"text of {one_line(name)}{f' in {number} of them' if len(own) > 1 else ''}"
        for name, number in texts.most_common(_NAMED)
    ]
    return f" ({'; '.join(told)})" if told else ""


def _holder(holder: Holder) -> str:
    country = f" ({', '.join(holder.country)})" if holder.country else ""
    narrated = " in its own words" if holder.narrated else ""
    return one_line(holder.name) + country + narrated + " " + _references(holder.numbers)


def _references(numbers: Sequence[int]) -> str:
    shown = [str(n) for n in numbers[:6]] + ["…"] * (len(numbers) > 6)
    return f"[{', '.join(shown)}]"


def _origins(claim: Claim) -> Text:
    """Says so where nobody asserts it: a denial has no origins counted."""
    told = ranged(claim.low, claim.high, "origin") if claim.origins else "no document asserts it"
    evidence = [e.value for e in claim.evidence if e is not Evidence.NONE]
    return Text(" · ".join([told, "evidence: " + (", ".join(evidence) or "none stated")]), style="bold")


def _quotation(claim: Claim, voices: Sequence[Voice]) -> list[Text]:
    """The words of which the claim is made, else of the first who asserts it, else of the first."""
    made = [(p.document, p.span) for p in claim.words]

    def far(voice: Voice) -> tuple[bool, bool, bool]:
        own = any(d == voice.document.id and s.overlaps(span) for d, s in made for span in voice.spans)
        return not own, voice.position is not Position.ASSERTS, voice.statement.narrated

    return [Text(_quote(v.words, v.number), style="dim") for v in sorted(voices, key=far)[:1]]


def _quote(words: str, number: int) -> str:
    return f"“{shortened(words.strip(_MARKS), _QUOTED)}” [{number}]"


_PRINTED_IN = re.compile(r" \([^()]*\)$")
"""The publisher behind a holder's name: the numbers of the documents say it shorter."""


def _difference(difference: Difference, numbers: dict[str, int], index: Index) -> RenderableType:
    colour = "red" if difference.kind is DifferenceClass.CONFLICT else "cyan"
    head = Text.assemble((one_line(difference.field), "bold"), " · ", (difference.kind.value, colour))
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in (24, 16, 30):
        table.add_column(max_width=width)
    for value in difference.values:
        documents = sorted({index.numbers[p.document] for p in value.words})
        names = list(dict.fromkeys(_PRINTED_IN.sub("", index.named(holder)) for holder in value.holders))
        holders = "; ".join(names[:_NAMED]) + " …" * (len(names) > _NAMED)
        row = (
            f"{value.value} ({value.doubt})" if value.doubt else value.value,
            value.normal,
            f"{holders} {_references(documents)}",
            counted(value.origins, "origin"),
        )
        table.add_row(*map(_safe, row))
    why = Text(one_line(difference.reason), style="dim")
    return _numbered(numbers.get(difference.claim or ""), Group(head, table, why))


def _casualties(story: Story, index: Index, limit: int) -> list[RenderableType]:
    """A line a document with what it counts as killed and injured; nothing where no document does."""
    return _part("CASUALTIES", [_row(r) for r in rows(story.casualties, index.numbers, lambda _: ())], limit)


def _row(row: RowView) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in (4, 20, 20):
        table.add_column(width=width)
    table.add_column(ratio=1)
    counts = [
        f"{t.figure} {name}" if t else "" for t, name in ((row.killed, "killed"), (row.injured, "injured"))
    ]
    told = [t for t in (row.killed, row.injured) if t]
    words = " · ".join(dict.fromkeys(f"“{t.who}”" + (f", {t.said}" if t.said else "") for t in told))
    where = ", ".join(part for part in (row.day, row.place) if part)
    table.add_row(Text(f"[{row.number}]"), *map(_safe, (*counts, " · ".join(filter(None, (where, words))))))
    return Padding(table, (0, 0, 0, 4))


def _entry(entry: TimelineEntry, numbers: dict[str, int]) -> RenderableType:
    claims = [numbers[c] for c in entry.claims if c in numbers]
    said = f" (claim{'s' * (len(claims) > 1)} {', '.join(map(str, claims))})" if claims else ""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=24, no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(Text(days(entry).replace("\xa0", " ")), _safe(entry.text + said))
    return Padding(table, (0, 0, 0, 4))


def _left_out(brief: Brief) -> RenderableType:
    numbers = Index(brief).numbers
    lines = [_furniture(d, numbers[d.id]) for d in brief.documents if d.regions]
    skipped = [_safe(f"{s.origin}: {'failed: ' * s.failed}{s.reason} ({s.stage})") for s in brief.skipped]
    told: list[RenderableType] = [Text("\nLEFT OUT", style="bold")]
    told += [Padding(line, (0, 0, 0, 4)) for line in [*skipped, *lines]]
    if len(told) == 1:
        told.append(Padding(Text("nothing"), (0, 0, 0, 4)))
    return Group(*told)


def _furniture(document: Document, number: int) -> Text:
    kinds = Counter(r.kind.value for r in document.regions)
    size = sum(r.span.end - r.span.start for r in document.regions)
    parts = ", ".join(f"{kind} × {n}" if n > 1 else kind for kind, n in kinds.items())
    return Text(
        f"[{number}] {size} of {len(document.text)} characters are page furniture: {parts}", style="dim"
    )


def _numbered(number: int | None, block: RenderableType) -> RenderableType:
    """The block hanging from its number."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", min_width=2)
    table.add_column(ratio=1)
    table.add_row(Text(str(number or "")), Padding(block, (0, 0, 1, 0)))
    return table


def _safe(text: str) -> Text:
    return Text(one_line(text))
