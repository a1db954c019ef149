"""The one way in: paths to Documents and Skipped, in a fixed order, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO

from herodotus.data.documents import Document, Skipped
from herodotus.errors import SkipDocument
from herodotus.readers.captures import Capture, find, opened
from herodotus.readers.html import read_html
from herodotus.readers.jsonl import read_jsonl
from herodotus.readers.sniffing import kind
from herodotus.readers.text import read_text
from herodotus.settings import Settings

Reader = Callable[[Capture, Settings], Iterator[Document | Skipped]]

READERS: dict[str, Reader] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_jsonl,
}


def read(
    paths: Iterable[str | os.PathLike[str]], settings: Settings, *, stdin: BinaryIO | None = None
) -> Iterator[Document | Skipped]:
    """Every capture that the paths lead to, sorted by path, as a Document or as Skipped with the reason.

    "-" is standard input (`stdin` where given) and comes last. The same bytes are read once. A Skipped of
    stage "find" was passed over in a folder because it is no capture; one of stage "read" could not be read.
    """
    first: dict[str, str] = {}
    for item in find(paths):
        results = [item] if isinstance(item, Skipped) else _capture(item, settings, stdin)
        for result in map(_writable, results):
            twin = first.setdefault(result.sha256, result.origin) if isinstance(result, Document) else None
            same = twin is not None and twin != result.origin
            yield Skipped(result.origin, "find", f"same bytes as {twin}") if same else result


def _writable(result: Document | Skipped) -> Document | Skipped:
    """The result with a path that can be printed, for files whose names are in no charset we know."""
    origin = _sound(result.origin)
    if origin == result.origin:
        return result
    if isinstance(result, Skipped):
        return Skipped(origin, result.stage, result.reason)
    return replace(result, origin=origin, id=_sound(result.id))


def _sound(name: str) -> str:
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in name)


def _capture(origin: str, settings: Settings, stdin: BinaryIO | None) -> Iterator[Document | Skipped]:
    try:
        with opened(origin, stdin) as capture:
            yield from READERS[kind(capture)](capture, settings)
    except SkipDocument as skip:
        yield Skipped(skip.origin, skip.stage, skip.reason)
