"""Tags away without a tree: for pages so deep or so large that no parser should be given them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*>?|<|[^<]+")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
SELF_CLOSING = frozenset("p li td th tr dt dd option tbody thead tfoot colgroup optgroup rp rt".split())
"""Elements that the next of their kind closes, so that unclosed ones do not lie in each other."""
SILENT = frozenset(
    "script style noscript template head nav footer aside button select textarea svg iframe".split()
)
INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var"
    " wbr".split()
)


def depth(page: str, enough: int) -> int:
    """How deep elements lie in each other, counted no further than just above `enough`."""
    level = deepest = 0
    for token in TOKEN.finditer(page):
        name = (token["name"] or "").lower()
        if not name or name in VOID or name in SELF_CLOSING or token.group().endswith("/>"):
            continue
        level = max(0, level - 1) if token["end"] else level + 1
        deepest = max(deepest, level)
        if deepest > enough:
            break
    return deepest


def strip(page: str) -> str:
    """The words of a page, a line for each block; menus, scripts and forms are left out. Time is linear."""
    parts = ["\n" if part is None else " ".join(_spaced(part)) for part in _parts(page)]
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(part: str) -> list[str]:
    """Words of a piece, with an empty word where it begins or ends with a space, so that joining keeps it."""
    words = part.split()
    return [*([""] if part[:1].isspace() else []), *words, *([""] if words and part[-1:].isspace() else [])]


def _parts(page: str) -> Iterator[str | None]:
    """Pieces of text, and None for the edges of blocks."""
    low = page.lower()
    last = {name: low.rfind(f"</{name}") for name in SILENT}
    position, silent = 0, ""
    while token := TOKEN.match(page, position):
        position = token.end()
        name = (token["name"] or "").lower()
        if silent:
            silent = "" if token["end"] and name == silent else silent
        elif token.group() == "<" and page[position : position + 1] in {"!", "?"}:
            position = _past_declaration(page, position)
        elif name in SILENT and not token["end"]:
            silent = name if last[name] > position else ""
        elif name:
            yield from () if name in INLINE else (None,)
        else:
            yield unescape(token.group())


def _past_declaration(page: str, position: int) -> int:
    """Where a comment, doctype or processing instruction ends; the end of the page where it never does."""
    mark = "-->" if page.startswith("!--", position) else ">"
    closing = page.find(mark, position)
    return len(page) if closing < 0 else closing + len(mark)
