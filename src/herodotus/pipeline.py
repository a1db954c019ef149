"""The way of an article, from bytes to the brief; the one module that knows every stage."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from enum import Enum

import numpy as np

from herodotus import annotation, attribution, crossdoc, events, readers, resolution
from herodotus.data.actors import Actor
from herodotus.data.claims import Brief
from herodotus.data.documents import Document, Skipped
from herodotus.data.statements import Reading
from herodotus.errors import SkipDocument, StopRun
from herodotus.models.reader import MODEL, Layers, shipped
from herodotus.settings import Settings
from herodotus.store import Project

Progress = Callable[[str], None]
Item = Reading | Skipped
AHEAD = 4  # documents that the model may be ahead: enough to keep it busy, few enough to hold in memory


class Depth(Enum):
    """How much of a document is worked out."""

    PLAIN = 1  # what a brief needs
    CHAINED = 2  # the participants too, from which actors are made
    ALL = 3  # and what these came from is kept: markables, chains, triggers


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
    depth = (
        Depth.PLAIN if project is None else Depth.CHAINED
    )  # a project is asked who is meant, a brief is not
    for item in readings(paths, settings, project=project, progress=progress, depth=depth):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.append(item)
    held = found if project is None else list(project.readings())
    if progress:
        progress(f"gathering {len(held)} documents")
    stories = crossdoc.gather(held)
    if project is not None:
        project.put_stories(stories)
    return Brief(tuple(held), stories, tuple(skipped))


def actors(project: Project) -> tuple[Actor, ...]:
    """Who is meant across all that a project holds, with its stories as last gathered and what people decided."""
    stories = [story.documents for story in project.stories()]
    return resolution.actors(list(project.readings()), stories, project.decisions)


def readings(
    paths: Sequence[str],
    settings: Settings,
    *,
    project: Project | None = None,
    progress: Progress | None = None,
    depth: Depth = Depth.CHAINED,
) -> Iterator[Item]:
    """What each capture gives, in order; what a project holds already is not read again.

    The model runs ahead in threads of its own, without Python's lock, while the words of earlier documents are put
    together here. Each document depends on itself alone, so the result is the same on any number of threads.
    """
    threads = settings.threads or os.cpu_count() or 1
    pool = ThreadPoolExecutor(threads, "model") if threads > 1 else None
    waiting: deque[tuple[Document | Skipped, Future[Layers] | None]] = deque()
    try:
        for capture in _new(paths, settings, project):
            ahead = pool.submit(_layers, capture) if pool and isinstance(capture, Document) else None
            waiting.append((capture, ahead))
            while len(waiting) > AHEAD:
                yield _kept(_read(*waiting.popleft(), depth), project, progress)
        while waiting:
            yield _kept(_read(*waiting.popleft(), depth), project, progress)
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def read(document: Document, layers: Layers, *, depth: Depth = Depth.CHAINED) -> Reading:
    """Everything that one document says, from what the model gives for its words."""
    annotated = annotation.decoded(document, layers)
    if depth is not Depth.PLAIN:
        annotated = annotation.referring(annotated, layers)
    annotated = resolution.resolve(annotated)
    if depth is not Depth.ALL:
        annotated = replace(annotated, markables=(), chains=(), triggers=())
    statements = attribution.attribute(annotated)
    happenings = resolution.placed(annotated, events.code(annotated, statements))
    tolls, totals = events.casualties(annotated)
    bare = replace(annotated, vectors=np.zeros((0, 384), np.float32))
    return Reading(bare, statements, happenings, tolls, totals)


def _new(paths: Sequence[str], settings: Settings, project: Project | None) -> Iterator[Document | Skipped]:
    """The captures that the project does not hold already."""
    taken = set() if project is None else set(project.ids)
    for capture in readers.read(paths, settings):
        if isinstance(capture, Skipped):
            yield capture
        elif project is None or not project.has(capture.sha256, capture.publisher, MODEL):
            yield _unique(capture, taken)


def _unique(document: Document, taken: set[str]) -> Document:
    """Files in two folders may share a name; the later one gets a part of its hash."""
    identity = document.id if document.id not in taken else f"{document.id}~{document.sha256[:8]}"
    taken.add(identity)
    return replace(document, id=identity)


def _layers(document: Document) -> Layers:
    return annotation.layers(document, shipped())


def _read(capture: Document | Skipped, layers: Future[Layers] | None, depth: Depth) -> Item:
    """A stage that fails costs this document only: the fault is named, the rest goes on."""
    if isinstance(capture, Skipped):
        return capture
    try:
        found = layers.result() if layers else _layers(capture)
        return read(capture, found, depth=depth)
    except SkipDocument as skip:
        return Skipped(skip.origin, skip.stage, skip.reason)
    except StopRun:
        raise
    except Exception as error:
        return Skipped(capture.origin, "analysis", f"{type(error).__name__}: {error}", failed=True)


def _kept(item: Item, project: Project | None, progress: Progress | None) -> Item:
    """Into the project, if there is one, each document in a transaction of its own."""
    if progress:
        progress(f"read {item.origin if isinstance(item, Skipped) else item.annotated.document.origin}")
    if project is None:
        return item
    if isinstance(item, Reading):
        try:
            project.add(item, MODEL)
        except SkipDocument as skip:
            item = Skipped(skip.origin, skip.stage, skip.reason)
    if isinstance(item, Skipped):
        project.skip(item)
    return item
