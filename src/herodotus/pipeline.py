"""The way of an article, from bytes to the brief; the one module that knows every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from herodotus import attribution, crossdoc, events, readers, resolution
from herodotus.annotation import annotate
from herodotus.data.claims import Brief
from herodotus.data.documents import Document, Skipped
from herodotus.data.statements import Reading
from herodotus.errors import SkipDocument, StopRun
from herodotus.models.reader import ReadingModel, shipped
from herodotus.settings import Settings
from herodotus.store import Project

Progress = Callable[[str], None]


def brief(
    paths: Sequence[str],
    settings: Settings,
    *,
    project: Project | None = None,
    progress: Progress | None = None,
) -> Brief:
    """Reads, gathers and gives what is to be told; with a project, what it holds already is in it too."""
    found: list[Reading] = []
    skipped: list[Skipped] = []
    for item in readings(paths, settings, project=project, progress=progress):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.append(item)
    held = list(project.readings()) if project else found
    if progress:
        progress(f"gathering {len(held)} documents")
    stories = crossdoc.gather(held)
    if project:
        project.put_stories(stories)
    return Brief(tuple(held), stories, tuple(skipped))


def readings(
    paths: Sequence[str],
    settings: Settings,
    *,
    project: Project | None = None,
    progress: Progress | None = None,
) -> Iterator[Reading | Skipped]:
    """What each capture gives, in order; what a project holds already is not read again."""
    model: ReadingModel | None = None
    taken = set(project.ids) if project else set()
    for capture in readers.read(paths, settings):
        item: Reading | Skipped
        if isinstance(capture, Skipped):
            item = capture
        else:
            if progress:
                progress(f"reading {capture.origin}")
            model = model or shipped(settings.threads)
            if project and project.has(capture.sha256, capture.publisher, model.name):
                continue
            item = _kept(_unique(capture, taken), model, project)
        if project and isinstance(item, Skipped):
            project.skip(item)
        yield item


def _unique(document: Document, taken: set[str]) -> Document:
    """Files in two folders may share a name; the later one gets a part of its hash."""
    identity = document.id if document.id not in taken else f"{document.id}~{document.sha256[:8]}"
    taken.add(identity)
    return replace(document, id=identity)


def read(document: Document, model: ReadingModel) -> Reading:
    """Everything that one document says."""
    annotated = annotate(document, model)
    annotated = resolution.resolve(annotated)
    statements = attribution.attribute(annotated)
    happenings = events.code(annotated, statements)
    return Reading(replace(annotated, vectors=np.zeros((0, 384), np.float32)), statements, happenings)


def _kept(document: Document, model: ReadingModel, project: Project | None) -> Reading | Skipped:
    """A reading, kept in the project if there is one; a stage that fails costs this document only."""
    try:
        reading = read(document, model)
        if project:
            project.add(reading, model.name)
    except SkipDocument as skip:
        return Skipped(skip.origin, skip.stage, skip.reason)
    except StopRun:
        raise
    except Exception as error:  # nothing is lost silently: the fault is named, the rest goes on
        return Skipped(document.origin, "analysis", f"{type(error).__name__}: {error}", failed=True)
    return reading
