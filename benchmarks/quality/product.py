"""What the product reads in a text, for benchmarks that measure one layer of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.quality.running import Skip
from herodotus import annotation
from herodotus.data.annotations import Annotated
from herodotus.data.documents import Document, Span
from herodotus.models.reader import Layers, OnnxReader, shipped

_folders: list[Path] = []  # of the model that is measured, where it is not the shipped one


def use(folder: Path) -> None:
    """Measures the model in this folder from now on, in place of the shipped one."""
    _folders[:] = [folder]


def model() -> OnnxReader:
    return _read(_folders[0]) if _folders else shipped()


@cache
def _read(folder: Path) -> OnnxReader:
    return OnnxReader(folder)


def layers(text: str) -> Layers:
    """Of the whole text, as one document without furniture."""
    return model().read(text, [Span(0, len(text))])


def annotated(text: str, published: str | None = None) -> Annotated:
    """The whole text with all that annotation gives; `published` an ISO 8601 date."""
    return annotation.annotate(Document("text", "-", "", text, published=published), model())


def part(record: object, name: str) -> Any:
    """A field of a record of the product, for those that not every version has."""
    if not hasattr(record, name):
        raise Skip(f"this version's {type(record).__name__} has no {name}")
    return getattr(record, name)
