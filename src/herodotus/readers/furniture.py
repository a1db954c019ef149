"""Marks what is not the article: titles, bylines, captions, menus, prompts. Nothing is cut.

The costly error is to mark a sentence of the article. So rules for the middle of a text are tight, and what
rests on position works inwards from both ends and stops at the first running text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from herodotus.data.documents import Furniture, Region, Span
from herodotus.readers.datelines import alone, prefix
from herodotus.readers.families import Verdict, is_byline, is_date, is_mail, judge_anywhere, judge_edge
from herodotus.readers.headlines import credit, mark_title
from herodotus.readers.lines import Line, split

HEAD = 9
"""Lines from the top among which a byline or date line shows that those above it are no article either."""
ABOVE_BYLINE, ABOVE_DATE = 3, 2
"""Running sentences that may stand above such a line (standfirst, caption); more are an article. On 3,824
pages a date line below more sentences than that was one of an embedded post."""
FIRST = 4
"""Paragraphs from the first of the article among which a dateline is looked for; captions may come first."""
SUBHEADING = 9
"""Words up to which a line without a full stop between two paragraphs is a subheading."""
OPEN_ENDED = 0.2
"""Share of long lines without a full stop above which a text is taken not to close its sentences."""

Verdicts = dict[int, Verdict]


def mark(text: str, title: str | None = None, publisher: str | None = None) -> list[Region]:
    """The furniture of a text, sorted and disjoint; title and publisher as the capture gives them."""
    lines = split(text)
    if not lines:
        return []
    found = {i: verdict for i, line in enumerate(lines) if (verdict := judge_anywhere(line))}
    mark_title(lines, found, title, publisher)
    _head(lines, found)
    _tail(lines, found)
    _repeated(lines, found)
    _between(lines, found)
    regions = [Region(lines[i].span, verdict.kind, verdict.reason) for i, verdict in found.items()]
    return sorted(regions + _dateline(lines, found), key=lambda region: region.span)


def _head(lines: list[Line], found: Verdicts) -> None:
    """Everything above the first running text, and what stands above a byline or date line near the top."""
    edge = _last_credit(lines, found)
    last = max((i for i, line in enumerate(lines) if line.prose), default=-1)
    credited = False
    for i in range(last + 1):
        if i in found:
            continue
        verdict = _opening(lines, i, above=i < edge, credited=credited)
        if verdict is None:
            return
        found[i] = verdict
        credited = credited or verdict.kind in {Furniture.BYLINE, Furniture.DATE}


def _last_credit(lines: list[Line], found: Verdicts) -> int:
    """The index of the last byline or date line near the top; -1 where too much text stands above.

    Text is too much where it is not less than what follows: the byline of a short article may stand below it.
    """
    rest = sum(line.prose and i not in found for i, line in enumerate(lines))
    last, above, since = -1, 0, 0
    for i, line in enumerate(lines[:HEAD]):
        if i in found:
            continue
        most = _most_above(line)
        if above <= min(most, (rest - 1) // 2) and (last < 0 or not since):
            last, since = i, 0
        running = line.prose and line.words > 4 and most < 0
        above, since = above + running, since + running
    return last


def _most_above(line: Line) -> int:
    """How many running sentences may stand above this line for it to be the head's; -1 for other lines."""
    if is_byline(line) or is_mail(line):
        return ABOVE_BYLINE
    return ABOVE_DATE if is_date(line) else -1


def _opening(lines: list[Line], i: int, *, above: bool, credited: bool) -> Verdict | None:
    line = lines[i]
    verdict = credit(lines, i) or judge_edge(line)
    if verdict:
        return verdict
    if above:
        return Verdict(Furniture.STANDFIRST, "stands above the byline or date line")
    if line.prose:
        return None
    if alone(line.text):
        return Verdict(Furniture.BYLINE, "dateline")
    kind = Furniture.RELATED if credited else Furniture.STANDFIRST
    return Verdict(kind, "a line without a full stop above the article")


def _tail(lines: list[Line], found: Verdicts) -> None:
    """Everything below the last running text, from the end upwards."""
    if not any(line.prose for i, line in enumerate(lines) if i not in found):
        return
    for i in range(len(lines) - 1, 0, -1):
        if i in found:
            continue
        verdict = credit(lines, i) or judge_edge(lines[i], tail=True) or _remnant(lines[i])
        if verdict is None:
            return
        found[i] = verdict


def _remnant(line: Line) -> Verdict | None:
    if line.prose or line.text[0] in "\"“'‘«" or (line.text[:6].lower() == "update" and line.words > 5):
        return None
    return Verdict(Furniture.NOTICE, "a line without a full stop below the article")


def _repeated(lines: list[Line], found: Verdicts) -> None:
    """A line like a marked one is marked too; a line without a full stop that comes twice is furniture."""
    kinds = {lines[i].text: verdict for i, verdict in found.items()}
    counts = Counter(line.text for line in lines)
    for i, line in enumerate(lines):
        if i in found:
            continue
        if line.text in kinds and line.words > 2:
            found[i] = replace(kinds[line.text], reason="repeated: " + kinds[line.text].reason)
        elif not line.prose and counts[line.text] > (1 if line.words > 1 else 2):
            found[i] = Verdict(Furniture.NOTICE, "repeated, and without a full stop")


def _between(lines: list[Line], found: Verdicts) -> None:
    """Subheadings: short lines without a full stop between paragraphs, if the text closes its sentences."""
    body = [line for i, line in enumerate(lines) if i not in found and line.words > SUBHEADING]
    if sum(not line.sentence for line in body) > OPEN_ENDED * len(body):
        return
    for i in range(1, len(lines) - 1):
        if i not in found and _is_subheading(lines[i]) and _in_prose(lines, i, found):
            byline = is_byline(lines[i])
            kind, reason = (Furniture.BYLINE, "a byline") if byline else (Furniture.TITLE, "a subheading")
            found[i] = Verdict(kind, reason)


def _is_subheading(line: Line) -> bool:
    first, last = line.text[0], line.text[-1]
    return (
        not line.prose
        and line.words <= SUBHEADING
        and (first.isupper() or first in "'‘")
        and last not in ":,;—–-)"
    )


def _in_prose(lines: list[Line], i: int, found: Verdicts) -> bool:
    near = (lines[i - 1], lines[i + 1])
    return (
        i - 1 not in found and i + 1 not in found and all(each.sentence and each.words >= 6 for each in near)
    )


def _dateline(lines: list[Line], found: Verdicts) -> list[Region]:
    """The place and agency with which the article's first paragraph opens."""
    body = [line for i, line in enumerate(lines) if i not in found]
    for line in body[:FIRST]:
        if alone(line.text):
            return [Region(line.span, Furniture.BYLINE, "dateline")]
        if opening := prefix(line.text):
            span = Span(line.span.start, line.span.start + opening.length)
            return [Region(span, Furniture.BYLINE, "dateline")]
    return []
