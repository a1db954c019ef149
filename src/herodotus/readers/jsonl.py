"""JSON Lines: one article a line, its `text` taken as it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from herodotus.data.documents import Basis, Document, Skipped
from herodotus.errors import SkipDocument
from herodotus.hashing import sha256
from herodotus.readers.captures import Capture, too_large
from herodotus.readers.charsets import decode
from herodotus.readers.dates import iso
from herodotus.readers.drafts import Draft, finish
from herodotus.settings import Settings

PLAIN = ("publisher", "title", "byline", "url")


def read_jsonl(capture: Capture, settings: Settings) -> Iterator[Document | Skipped]:
    """A Document a line; a line that holds none is Skipped with its number, and the rest goes on.

    The hash is that of the line without its newline. A lone half of a surrogate pair becomes U+FFFD.
    """
    for number, line in enumerate(lines(capture.chunks(), settings.largest_capture), 1):
        origin = f"{capture.origin}#{number}"
        try:
            if line is None:
                raise SkipDocument(origin, "read", too_large(settings.largest_capture))
            if line.strip():
                yield finish(_draft(line, origin, f"{capture.name}#{number}"), settings)
        except SkipDocument as skip:
            yield Skipped(skip.origin, skip.stage, skip.reason)


def lines(chunks: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one longer than `limit`, of which no more than that is ever held."""
    held, overlong = bytearray(), False
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for part in whole:
            yield None if overlong or len(held) + len(part) > limit else bytes(held + part).rstrip(b"\r")
            held, overlong = bytearray(), False
        overlong = overlong or len(held) + len(rest) > limit
        held = bytearray() if overlong else held + rest
    if held or overlong:
        yield None if overlong else bytes(held)


def _draft(line: bytes, origin: str, fallback: str) -> Draft:
    decoded = decode(line)
    value = _object(decoded.text, origin)
    text = value.get("text")
    if not isinstance(text, str):
        raise SkipDocument(origin, "read", 'no "text", or not a string')
    given = value.get("id")
    name = str(given) if isinstance(given, str | int) and str(given).strip() else fallback
    draft = Draft(_sound(name), origin, sha256(line), _sound(text))
    draft.bases.append(Basis("text", f"field text; {decoded.charset}: {decoded.how}"))
    for field in PLAIN:
        _take(draft, field, value.get(field))
    _date(draft, value)
    language = value.get("language")
    draft.stated = language if isinstance(language, str) else None
    return draft


def _object(text: str, origin: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise SkipDocument(origin, "read", "JSON nested too deep") from error
    except ValueError as error:
        raise SkipDocument(origin, "read", f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise SkipDocument(origin, "read", "not a JSON object")
    return value


def _sound(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which no charset can write; the length stays the same."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _take(draft: Draft, field: str, value: object) -> None:
    if isinstance(value, str):
        draft.know(field, _sound(value), f"field {field}")
    elif value is not None:
        draft.bases.append(Basis(field, f"field {field} is not a string and was left out"))


def _date(draft: Draft, value: dict[str, Any]) -> None:
    for field in ("published", "date"):
        given = value.get(field)
        if given is None:
            continue
        found = iso(given) if isinstance(given, str) else None
        if found:
            draft.know("published", found, f"field {field}")
            return
        draft.bases.append(Basis("published", f"field {field} is no date that we can read and was left out"))
