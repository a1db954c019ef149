"""What an HTML page says about itself, in JSON-LD, meta tags and its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from herodotus.readers.patterns import table

Finding = tuple[str, str, str]
HEADER = 400_000
"""Characters of a page that are searched; the head of a page comes first, though some are long."""
LINKED = re.compile(r"<script\b[^<>]{0,200}application/ld\+json[^<>]{0,200}>", re.IGNORECASE)
META = re.compile(r"<(?:meta|link)\b[^<>]{1,4000}>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]{1,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
LANGUAGE = re.compile(r"""<html\b[^<>]{0,500}?\blang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
DEEPEST = 12
"""Levels of JSON-LD that are entered; articles lie at the first to fourth."""


@dataclass(frozen=True, slots=True)
class Stated:
    findings: tuple[Finding, ...]
    language: str | None


def stated(page: str) -> Stated:
    """Fields in the order of trust, with how each was found; several findings for one field are possible."""
    head = page[:HEADER]
    language = LANGUAGE.search(head)
    found = [*_linked(head), *_meta(head), *_title(head)]
    return Stated(
        tuple((field, value, how) for field, value, how in found if value.strip()),
        language.group(1).lower() if language else None,
    )


def _linked(head: str) -> Iterator[Finding]:
    position = 0
    while script := LINKED.search(head, position):
        position = head.find("</", script.end())
        if position < 0:
            return
        try:
            value = json.loads(head[script.end() : position], strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _articles(value, DEEPEST):
            yield from _article(node)


def _articles(value: Any, levels: int) -> Iterator[dict[str, Any]]:
    if levels and isinstance(value, list):
        for item in value:
            yield from _articles(item, levels - 1)
    elif levels and isinstance(value, dict):
        if any(
            str(kind).endswith(("Article", "BlogPosting", "Report")) for kind in _many(value.get("@type"))
        ):
            yield value
        for item in (value.get("@graph"), value.get("mainEntity")):
            yield from _articles(item, levels - 1)


def _article(node: dict[str, Any]) -> Iterator[Finding]:
    plain = {"headline": "title", "datePublished": "published", "url": "url"}
    for key, field in plain.items():
        if isinstance(value := node.get(key), str):
            yield field, unescape(value), f"JSON-LD {key}"
    for key, field in {"publisher": "publisher", "author": "byline"}.items():
        names = [name for item in _many(node.get(key)) if (name := _name(item))]
        if names:
            yield field, unescape(", ".join(dict.fromkeys(names))), f"JSON-LD {key}"


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: Any) -> str | None:
    name = value.get("name") if isinstance(value, dict) else value
    return name.strip() if isinstance(name, str) and not name.startswith("http") else None


def _meta(head: str) -> Iterator[Finding]:
    order: dict[str, str] = table("pages")["meta"]
    given: dict[str, str] = {}
    for tag in META.finditer(head):
        parts = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in ATTRIBUTE.finditer(tag.group())}
        name = (
            parts.get("property") or parts.get("name") or parts.get("itemprop") or parts.get("rel") or ""
        ).lower()
        value = parts.get("content") or parts.get("href") or ""
        if name in order and not (order[name] == "byline" and value.startswith("http")):
            given.setdefault(name, unescape(value))
    for name, field in order.items():
        if name in given:
            yield field, given[name], f"meta {name}"


def _title(head: str) -> Iterator[Finding]:
    if found := TITLE.search(head):
        title = unescape(" ".join(found.group(1).split()))
        yield "title", re.sub(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$", "", title), "title of the page"
