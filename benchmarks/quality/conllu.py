"""Documents of a CoNLL-U file as running text, with the characters of every word.

The text is put together from the rows: sentences are parted by a space, paragraphs by an empty line.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Span = tuple[int, int]
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`rows` are the cells of all lines with `SpaceAfter` honoured; `spans` the characters of each numbered word."""

    rows: Rows
    spans: dict[int, Span]

    def words(self) -> Iterator[tuple[list[str], Span]]:
        """Cells and characters of the syntactic words, without empty nodes and multiword tokens."""
        return ((cells, self.spans[int(cells[0])]) for cells in self.rows if cells[0].isdigit())


@dataclass(slots=True)
class Document:
    """`meta` are the comment lines that open it ("meta::genre" without "meta::")."""

    meta: dict[str, str]
    text: str = ""
    sentences: list[Sentence] = field(default_factory=list)


def documents(path: Path) -> Iterator[Document]:
    """In the order of the file; a file without "# newdoc" is one document."""
    document, rows, fresh = Document({}), [], True
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in [*(line.rstrip("\n") for line in lines), ""]:
            if line.startswith("# newdoc") and document.sentences:
                yield document
                document = Document({})
            fresh = fresh or line.startswith(("# newpar", "# newdoc"))
            if line.startswith("#"):
                name, _, value = line.removeprefix("#").partition("=")
                document.meta.setdefault(name.strip().removeprefix("meta::"), value.strip())
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                _add(document, rows, fresh)
                rows, fresh = [], False
    if document.sentences:
        yield document


def _add(document: Document, rows: Rows, fresh: bool) -> None:
    before = "" if not document.text else "\n\n" if fresh else " "
    document.text = document.text.rstrip(" ") + before
    added, spans = _spans(rows, len(document.text))
    document.text += added
    document.sentences.append(Sentence(rows, spans))


def _spans(rows: Rows, base: int) -> tuple[str, dict[int, Span]]:
    spans: dict[int, Span] = {}
    text, until = "", 0
    for cells in rows:
        spaced = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            first, until = map(int, cells[0].split("-"))
            spans |= _parts(
                [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= until],
                first,
                (base + len(text), cells[1]),
            )
            text += cells[1] + " " * spaced
        elif cells[0].isdigit() and int(cells[0]) > until:
            spans[int(cells[0])] = (base + len(text), base + len(text) + len(cells[1]))
            text += cells[1] + " " * spaced
    return text, spans


def _parts(forms: list[str], first: int, token: tuple[int, str]) -> dict[int, Span]:
    """Spans of the words of a multiword token: by their own forms, the last one taking what is left."""
    start, surface = token
    end, out = start + len(surface), {}
    for i, form in enumerate(forms):
        stop = end if i == len(forms) - 1 else min(end, start + len(form))
        out[first + i] = (start, stop)
        start = stop
    return out
