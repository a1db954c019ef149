"""Tags away without a tree: for pages so deep or so large that no parser should be given them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from herodotus.readers.patterns import table

TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*>?|<|[^<]+")


@cache
def _elements(name: str) -> frozenset[str]:
    return frozenset(table("elements")[name].split())


def depth(page: str, enough: int) -> int:
    """How deep elements lie in each other, counted no further than just above `enough`."""
    level = deepest = 0
    flat = _elements("void") | _elements("closed_by_next")
    for token in TOKEN.finditer(page):
        name = (token["name"] or "").lower()
        if not name or name in flat or token.group().endswith("/>"):
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
    last = {name: low.rfind(f"</{name}") for name in _elements("silent")}
    position, silent = 0, ""
    while token := TOKEN.match(page, position):
        position = token.end()
        name = (token["name"] or "").lower()
        if silent:
            silent = "" if token["end"] and name == silent else silent
        elif token.group() == "<" and page[position : position + 1] in {"!", "?"}:
            position = _past_declaration(page, position)
        elif name in last and not token["end"]:
            silent = name if last[name] > position else ""
        elif name:
            yield from () if name in _elements("inline") else (None,)
        else:
            yield unescape(token.group())


def _past_declaration(page: str, position: int) -> int:
    """Where a comment, doctype or processing instruction ends; the end of the page where it never does."""
    mark = "-->" if page.startswith("!--", position) else ">"
    closing = page.find(mark, position)
    return len(page) if closing < 0 else closing + len(mark)
