"""What kind of capture it is, by its content first and its ending only where the content does not tell."""

from __future__ import annotations

import json
import re

from herodotus.errors import SkipDocument
from herodotus.readers.captures import HEAD, Capture
from herodotus.readers.charsets import looks_utf16, marked
from herodotus.readers.patterns import table

PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--|<!doctype\s+html|<(?:html|head|body|meta|title|script|style|link"
    rb"|article|main|section|header|div|p|h[1-6]|table|span)\b)",
    re.IGNORECASE,
)
TAG = re.compile(rb"<(?:html|head|body|article|div|p|h[1-6]|br|meta|title)\b[^<>]*>", re.IGNORECASE)
XML = re.compile(rb"\s*<\?xml|\s*<(?:rss|feed)\b", re.IGNORECASE)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.02
"""Share of control characters above which bytes are no text; text has next to none, packed data some 10%."""


def kind(capture: Capture) -> str:
    """A key of READERS; SkipDocument where no reader fits."""
    head = capture.head
    _refuse_empty(capture)
    _refuse_binary(capture)
    plain = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    if plain.lstrip().startswith((b"{", b"[")):
        return _json(capture, plain.lstrip())
    if PAGE.match(plain) or (capture.ending in {".html", ".htm", ".xhtml"} and TAG.search(plain)):
        return "html"
    if XML.match(plain):
        raise SkipDocument(capture.origin, "read", "an XML file or feed, not an article page")
    return "jsonl" if capture.ending in {".jsonl", ".ndjson"} else "text"


def _refuse_empty(capture: Capture) -> None:
    if not capture.head:
        raise SkipDocument(capture.origin, "read", "empty")
    if len(capture.head) < HEAD and not capture.head.strip():
        raise SkipDocument(capture.origin, "read", "nothing but white space")


def _refuse_binary(capture: Capture) -> None:
    head = capture.head
    for signature in table("signatures"):
        if head.startswith(bytes.fromhex(signature["bytes"])):
            raise SkipDocument(capture.origin, "read", signature["what"])
    if marked(head) or looks_utf16(head):
        return
    if b"\0" in head or len(CONTROL.findall(head)) > MOST_CONTROL * len(head):
        raise SkipDocument(capture.origin, "read", "binary data, not text")


def _json(capture: Capture, plain: bytes) -> str:
    first, newline, _ = plain.partition(b"\n")
    if capture.ending in {".jsonl", ".ndjson"}:
        return "jsonl"
    try:
        value = json.loads(first.decode("utf-8"))
    except (ValueError, RecursionError):
        long_line = not newline and len(capture.head) == HEAD
        if long_line and re.match(rb'\{\s*"', plain):
            return "jsonl"
        if capture.ending == ".json" or re.match(rb'[\[{]\s*["{]', plain):
            raise SkipDocument(capture.origin, "read", "JSON, but not one object a line") from None
        return "text"
    if isinstance(value, dict):
        return "jsonl"
    if capture.ending == ".json":
        raise SkipDocument(capture.origin, "read", "a JSON list; JSON Lines has one object a line")
    return "text"
