"""From what a reader found to a Document: language, furniture, and what the text says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from herodotus.compare import agencies
from herodotus.data.documents import Basis, Document, Span
from herodotus.errors import SkipDocument
from herodotus.readers import heading
from herodotus.readers.bylines import agency_in
from herodotus.readers.credits import credited
from herodotus.readers.dates import in_address
from herodotus.readers.furniture import mark
from herodotus.readers.languages import READ, detect, name_of
from herodotus.settings import Settings

FIELDS = ("publisher", "title", "byline", "dateline", "agency", "published", "url")


@dataclass(slots=True)
class Draft:
    """A Document in the making. `stated` is the language the capture claims, a hint only."""

    id: str
    origin: str
    sha256: str
    text: str
    known: dict[str, str] = field(default_factory=dict)
    stated: str | None = None
    bases: list[Basis] = field(default_factory=list)

    def know(self, name: str, value: str | None, how: str, span: Span | None = None) -> None:
        """Keeps the first value that is found for a field, and how."""
        value = " ".join(value.split()) if value else None
        if value and name not in self.known:
            self.known[name] = value
            self.bases.append(Basis(name, how, span))


def finish(draft: Draft, settings: Settings) -> Document:
    """The Document; SkipDocument where there is no text, too much of it, or not in a language we read."""
    _check(draft, settings)
    language = _language(draft)
    marked = mark(draft.text, draft.known.get("title"), draft.known.get("publisher"))
    for finding in heading.findings(draft.text, marked):
        draft.know(finding.field, finding.value, finding.how, finding.span)
    draft.know("agency", agency_in(draft.known.get("byline", "")), "the byline")
    draft.know("published", in_address(draft.known.get("url", "")), "the address")
    _own_credit(draft)
    if "agency" not in draft.known:
        _credit(draft)
    values = {name: draft.known.get(name) for name in FIELDS}
    return Document(
        draft.id,
        draft.origin,
        draft.sha256,
        draft.text,
        **values,
        language=language,
        regions=tuple(marked),
        bases=tuple(draft.bases),
    )


def _credit(draft: Draft) -> None:
    signed = "byline" in draft.known and not agency_in(draft.known["byline"])
    found = credited(draft.text, draft.known.get("publisher"), signed=signed)
    if found:
        draft.know("agency", found.agency, found.how, found.span)


def _own_credit(draft: Draft) -> None:
    """An outlet that credits itself credits no agency, unless it is one."""
    agency = draft.known.get("agency", "")
    known = agencies.agency(agency) if agency else None
    if (
        agency
        and agencies.is_house(agency, draft.known.get("publisher"))
        and not (known and known.kind == "agency")
    ):
        del draft.known["agency"]
        draft.bases = [basis for basis in draft.bases if basis.field != "agency"]


def _check(draft: Draft, settings: Settings) -> None:
    if not draft.text.strip():
        raise SkipDocument(draft.origin, "read", "no article text found")
    if len(draft.text) > settings.longest_text:
        limit = f"more than {settings.longest_text:,} characters of text (longest_text)"
        raise SkipDocument(draft.origin, "read", f"{limit}; no article is that long")


def _language(draft: Draft) -> str | None:
    found = detect(draft.text)
    if found is None:
        return None
    if found not in READ:
        raise SkipDocument(
            draft.origin, "read", f"language: {name_of(found)} ({found}); only English is read"
        )
    stated = (draft.stated or "").lower()[:2]
    how = f"detected, although stated as {draft.stated}" if stated and stated != found else "detected"
    draft.bases.append(Basis("language", how))
    return found
