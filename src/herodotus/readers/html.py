"""HTML pages: trafilatura for the text, JSON-LD and meta tags first for what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from herodotus.data.documents import Basis, Document, Skipped
from herodotus.errors import StopRun
from herodotus.hashing import sha256
from herodotus.readers.captures import Capture
from herodotus.readers.charsets import declared, decode
from herodotus.readers.dates import iso
from herodotus.readers.drafts import Draft, finish
from herodotus.readers.pages import Stated, stated
from herodotus.readers.stripping import depth, strip
from herodotus.settings import Settings

DEEPEST = 200
"""Elements inside each other; libxml2 gives up at 256, real pages stay under 60."""
LARGEST_PAGE = 3_000_000
"""Characters of markup that trafilatura is given; its time grows with them, and articles have under 1 MB."""
PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read_html(capture: Capture, settings: Settings) -> Iterator[Document | Skipped]:
    """One Document; paragraphs are separated by newlines, and the title is not part of the text."""
    data = capture.whole(settings.largest_capture)
    decoded = decode(data, declared(data))
    page = UNSOUND.sub("", PROLOGUE.sub("", decoded.text))
    text, how, extracted = _extract(page)
    draft = Draft(capture.name, capture.origin, sha256(data), text)
    draft.bases.append(Basis("text", f"{how}; {decoded.charset}: {decoded.how}"))
    _describe(draft, stated(page), extracted)
    if "published" not in draft.known and how == "trafilatura":
        draft.know("published", _dated(page), "htmldate")
    yield finish(draft, settings)


def _extract(page: str) -> tuple[str, str, Any]:
    """The text, how it was found, and trafilatura's record or None."""
    if len(page) > LARGEST_PAGE:
        return strip(page), "tags stripped: the page is too large for trafilatura", None
    if depth(page, DEEPEST) > DEEPEST:
        return strip(page), f"tags stripped: more than {DEEPEST} elements inside each other", None
    record = _trafilatura(page)
    if record is not None and record.text:
        return record.text, "trafilatura", record
    return strip(page), "tags stripped: trafilatura found no text", record


def _trafilatura(page: str) -> Any:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - slow to import, and only pages need it
    except ImportError as error:
        raise StopRun(f"trafilatura does not import ({error}); run: pip install lxml_html_clean") from error
    try:
        return bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    except Exception:  # whatever a hostile page provokes in a library must not end the run; strip() reads it
        return None


def _dated(page: str) -> str | None:
    from htmldate import find_date  # noqa: PLC0415 - slow to import

    try:
        found = find_date(page, original_date=True, extensive_search=False)
    except Exception:  # as above
        return None
    return iso(found) if found else None


def _describe(draft: Draft, page: Stated, extracted: Any) -> None:
    for field, value, how in page.findings:
        draft.know(field, iso(value) if field == "published" else value, how)
    draft.stated = page.language
    if extracted is None:
        return
    for field, name in (("title", "title"), ("byline", "author"), ("publisher", "sitename"), ("url", "url")):
        draft.know(field, getattr(extracted, name, None), f"trafilatura: {name}")
