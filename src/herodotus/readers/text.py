"""Plain text: the file's text as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from herodotus.data.documents import Basis, Document, Skipped
from herodotus.hashing import sha256
from herodotus.readers.captures import Capture
from herodotus.readers.charsets import decode
from herodotus.readers.drafts import Draft, finish
from herodotus.settings import Settings


def read_text(capture: Capture, settings: Settings) -> Iterator[Document | Skipped]:
    """One Document; its text is the decoded file with every newline kept, only a byte order mark left out."""
    data = capture.whole(settings.largest_capture)
    decoded = decode(data)
    draft = Draft(capture.name, capture.origin, sha256(data), decoded.text)
    draft.bases.append(Basis("text", f"{decoded.charset}: {decoded.how}"))
    yield finish(draft, settings)
