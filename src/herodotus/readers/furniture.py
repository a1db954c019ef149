"""Marks what is not the article: titles, bylines, captions, menus, prompts. Nothing is cut.

The costly error is to mark a sentence of the article. So rules for the middle of a text are tight, and everything
that rests on position works inwards from both ends and stops at the first running text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from herodotus.data.documents import Furniture, Region, Span
from herodotus.readers.datelines import prefix
from herodotus.readers.families import (
    Verdict,
    is_byline,
    is_date,
    is_name,
    is_post,
    judge_anywhere,
    judge_edge,
    is_button,
)
from herodotus.readers.lines import Line, split

HEAD = 9
"""Lines from the top among which a byline or date line shows that those above it are no article either."""
ABOVE = 3
"""Running sentences that may stand above such a line (standfirst, caption); more are an article."""
FIRST = 4
"""Paragraphs from the first of the article among which a dateline is looked for; captions may come before it."""
LONGEST_TITLE = 30

Verdicts = dict[int, Verdict]


def mark(text: str, title: str | None = None) -> list[Region]:
    """The furniture of a text, sorted and disjoint; `title` is the headline where the capture gives one."""
    lines = split(text)
    if not lines:
        return []
    found = _anywhere(lines)
    _title(lines, found, title)
    _head(lines, found)
    _tail(lines, found)
    _repeated(lines, found)
    regions = [Region(lines[i].span, verdict.kind, verdict.reason) for i, verdict in found.items()]
    return sorted(regions + _dateline(lines, found), key=lambda region: region.span)


def _anywhere(lines: list[Line]) -> Verdicts:
    return {i: verdict for i, line in enumerate(lines) if (verdict := judge_anywhere(line))}


def _title(lines: list[Line], found: Verdicts, title: str | None) -> None:
    if title is None:
        index = _headline(lines, found)
        if index is None:
            return
        title, reason = lines[index].text, "the first line, short and without a full stop"
        found[index] = Verdict(Furniture.TITLE, reason)
    plain = _plain(title)
    for i, line in enumerate(lines):
        if i not in found and plain and _plain(line.text) == plain:
            found[i] = Verdict(Furniture.TITLE, "the headline again" if i else "the headline")


def _headline(lines: list[Line], found: Verdicts) -> int | None:
    """The first line, or the first after menus, that can be a headline over an article."""
    for i, line in enumerate(lines[:HEAD]):
        if i in found or is_button(line):
            continue
        if is_byline(line) or is_date(line) or judge_edge(line) or not 2 <= line.words <= LONGEST_TITLE:
            return None
        open_end = line.text[-1] not in ".:;,—–" and not line.text.endswith(("..", ".”", '."', ".’"))
        body_follows = any(following.prose for following in lines[i + 1 :])
        return i if open_end and body_follows and not prefix(line.text) else None
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _head(lines: list[Line], found: Verdicts) -> None:
    """Everything above the first running text, and what stands above a byline or date line near the top."""
    edge = _last_credit(lines, found)
    for i, line in enumerate(lines):
        if i in found:
            continue
        verdict = _opening(lines, i, found, above=i < edge)
        if verdict is None:
            return
        found[i] = verdict


def _last_credit(lines: list[Line], found: Verdicts) -> int:
    """The index of the last byline or date line near the top; 0 where too much text stands above it."""
    last, sentences = 0, 0
    for i, line in enumerate(lines[:HEAD]):
        if i in found:
            continue
        if is_byline(line) or is_date(line):
            last = i
        sentences += line.sentence and line.words > 4
        if sentences > ABOVE:
            break
    return last


def _opening(lines: list[Line], i: int, found: Verdicts, *, above: bool) -> Verdict | None:
    line = lines[i]
    verdict = _credit(lines, i) or judge_edge(line)
    if verdict:
        return verdict
    credited = any(found[j].kind in {Furniture.BYLINE, Furniture.DATE} for j in range(i) if j in found)
    if above:
        return Verdict(Furniture.STANDFIRST, "stands above the byline or date line")
    if line.prose or not any(following.prose for following in lines[i + 1 :]):
        return None
    kind = Furniture.RELATED if credited else Furniture.STANDFIRST
    return Verdict(kind, "a line without a full stop above the article")


def _credit(lines: list[Line], i: int) -> Verdict | None:
    line = lines[i]
    if is_byline(line):
        return Verdict(Furniture.BYLINE, "a byline")
    if is_date(line):
        return Verdict(Furniture.DATE, "a date line")
    near = lines[i + 1 : i + 4]
    if is_name(line) and any(is_date(other) or is_post(other) or is_byline(other) for other in near):
        return Verdict(Furniture.BYLINE, "a name above a date line or a post")
    if is_post(line) and i and is_name(lines[i - 1]):
        return Verdict(Furniture.BYLINE, "a post below a name")
    return None


def _tail(lines: list[Line], found: Verdicts) -> None:
    """Everything below the last running text, from the end upwards."""
    if not any(line.prose for i, line in enumerate(lines) if i not in found):
        return
    for i in range(len(lines) - 1, 0, -1):
        if i in found:
            continue
        verdict = _credit(lines, i) or judge_edge(lines[i], tail=True) or _remnant(lines[i])
        if verdict is None:
            return
        found[i] = verdict


def _remnant(line: Line) -> Verdict | None:
    if line.prose or line.text[0] in "\"“‘'«":
        return None
    return Verdict(Furniture.NOTICE, "a line without a full stop below the article")


def _repeated(lines: list[Line], found: Verdicts) -> None:
    """A line like one that is marked is marked too; a line without a full stop that comes twice is furniture."""
    kinds = {lines[i].text: verdict for i, verdict in found.items()}
    counts = Counter(line.text for line in lines)
    for i, line in enumerate(lines):
        if i in found:
            continue
        if line.text in kinds and line.words > 2:
            found[i] = replace(kinds[line.text], reason="repeated: " + kinds[line.text].reason)
        elif counts[line.text] > 1 and not line.prose and line.words > 1:
            found[i] = Verdict(Furniture.NOTICE, "repeated, and without a full stop")


def _dateline(lines: list[Line], found: Verdicts) -> list[Region]:
    """The place and agency with which the article's first paragraph opens."""
    body = [line for i, line in enumerate(lines) if i not in found]
    for line in body[:FIRST]:
        if opening := prefix(line.text):
            span = Span(line.span.start, line.span.start + opening.length)
            return [Region(span, Furniture.BYLINE, "dateline")]
    return []
