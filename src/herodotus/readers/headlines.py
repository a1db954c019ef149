"""Which line is the headline, and which lines credit a writer."""

from __future__ import annotations

import re
from collections.abc import Callable

from herodotus.compare import agencies
from herodotus.data.documents import Furniture
from herodotus.readers.datelines import prefix
from herodotus.readers.dates import read_date
from herodotus.readers.families import (
    Verdict,
    is_byline,
    is_date,
    is_mail,
    is_name,
    is_post,
    judge_edge,
)
from herodotus.readers.lines import Line
from herodotus.readers.publishers import self_named

REACH = 6
"""Lines from the top among which a headline is looked for."""
LONGEST = 30
"""Words of a headline at most; the longest seen in 3,824 pages had 27."""
LONGEST_ALONE = 18
"""Words of a headline without a byline or date line below it; some outlets forget the full stop of a lead."""
DATED = 10
"""Words up to which a line with a full date in it is no headline."""
CLOSED = re.compile(r"[.:;,—–][\"'”’»)\]\s]*(?:[\[(][^\[\]()]{1,60}[\])]\.?)?$")
NEAR = 3
"""Lines below a name among which a date line or post makes it a byline."""


def mark_title(
    lines: list[Line], found: dict[int, Verdict], title: str | None, publisher: str | None
) -> None:
    """Marks the headline, given or found, wherever it stands, and the outlet's name above it."""
    _masthead(lines, found, publisher)
    if title is None:
        index = _headline(lines, found)
        if index is None:
            return
        title = lines[index].text
        found[index] = Verdict(Furniture.TITLE, "the first line, short and without a full stop")
    same = plain(title)
    most = len(same.split())  # a line with more words is not looked at closely
    for i, line in enumerate(lines):
        if i not in found and same and line.words <= most and plain(line.text) == same:
            found[i] = Verdict(Furniture.TITLE, "the headline again" if i else "the headline")


def plain(text: str) -> str:
    """The words alone, in lower case."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _masthead(lines: list[Line], found: dict[int, Verdict], publisher: str | None) -> None:
    names = [self_named(lines[i].text, verdict.kind) for i, verdict in found.items()]
    known = {plain(name) for name in [*names, publisher] if name}
    for i, line in enumerate(lines[:REACH]):
        if i not in found and plain(line.text).removeprefix("the ") in {
            n.removeprefix("the ") for n in known
        }:
            found[i] = Verdict(Furniture.MENU, "the outlet's name")


def _headline(lines: list[Line], found: dict[int, Verdict]) -> int | None:
    """The first line above the article that can be a headline; a name alone only where nothing else can."""
    candidates: list[int] = []
    for i, line in enumerate(lines[:REACH]):
        if i in found:
            continue
        if line.words <= DATED and read_date(line.text):
            continue
        if is_byline(line) or judge_edge(line) or not _may_be_headline(lines, i):
            break
        if line.text[-1] in "?!" and i + 1 < len(lines) and not lines[i + 1].gap:
            break
        candidates.append(i)
    if not candidates or not any(line.prose for line in lines[candidates[0] + 1 :]):
        return None
    return next((i for i in candidates if line_of_words(lines[i])), candidates[0])


def line_of_words(line: Line) -> bool:
    return line.words > 3 or (line.words > 1 and not is_name(line))


def _may_be_headline(lines: list[Line], i: int) -> bool:
    line = lines[i]
    if not 2 <= line.words <= LONGEST or CLOSED.search(line.text) or prefix(line.text):
        return False
    return line.words <= LONGEST_ALONE or any(credit(lines, j) for j in range(i + 1, min(i + 4, len(lines))))


def credit(lines: list[Line], i: int) -> Verdict | None:
    """What a line says about the writer or the day, by itself or by what stands next to it."""
    line = lines[i]
    alone = next((verdict for test, verdict in ALONE if test(line)), None)
    if alone or not is_name(line):
        below_name = alone is None and i > 0 and is_post(line) and is_name(lines[i - 1])
        return Verdict(Furniture.BYLINE, "a post below a name") if below_name else alone
    return _named(lines[i + 1 : i + 1 + NEAR])


def _is_agency(line: Line) -> bool:
    return line.words <= 4 and agencies.agency(line.text) is not None


ALONE: tuple[tuple[Callable[[Line], bool], Verdict], ...] = (
    (is_byline, Verdict(Furniture.BYLINE, "a byline")),
    (is_mail, Verdict(Furniture.BYLINE, "an e-mail address")),
    (is_date, Verdict(Furniture.DATE, "a date line")),
    (_is_agency, Verdict(Furniture.BYLINE, "an agency's name")),
)


def _named(below: list[Line]) -> Verdict | None:
    if below and (is_date(below[0]) or is_mail(below[0])):
        return Verdict(Furniture.BYLINE, "a name above a date line")
    if any(is_date(line) or is_post(line) or is_byline(line) for line in below):
        return Verdict(Furniture.BYLINE, "a name near a date line or a post")
    return None
