"""Articles a second: the whole pipeline, and the encoder alone on the same windows in the same run.

    python -m benchmarks.speed.pipeline --data ../shared/articles/missiles [--repeat 5] [--threads 1 2] [--json]

The process is tuned as under the command line. The encoder's time is that of the model's session on prepared
input, window by window, on as many threads as the pipeline has. The pipeline's time is from bytes to stories: reading,
annotating, resolving, attributing, coding, gathering; loading the model is left out of both. "Layers / encoder" is what
annotating with every layer takes against the encoder alone; "load s" is the time until the model can read. "Resolution
adds" is what working out who, where and with what takes against all the rest of reading, for a brief and for a project,
whose participants are worked out too.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from herodotus import cli

cli.tune()  # as the command line does, before numpy comes in

from herodotus import annotation, attribution, crossdoc, events, pipeline, readers, resolution
from herodotus.annotation.annotating import body
from herodotus.data.documents import Document
from herodotus.data.statements import Reading
from herodotus.models.reader import shipped
from herodotus.settings import Settings


def encoder_seconds(documents: Sequence[Document], threads: int) -> tuple[float, int]:
    """Seconds for all windows, and how many word pieces they hold."""
    model = shipped(threads)
    feeds = [feed for document in documents for feed in model.feeds(document.text, body(document))]
    began = time.perf_counter()
    for feed in feeds:
        model.run(feed)
    return time.perf_counter() - began, sum(len(feed["ids"]) for feed in feeds)


def layers_seconds(documents: Sequence[Document], threads: int) -> float:
    """Seconds for every layer, chains and event words too."""
    forget()
    model, began = shipped(threads), time.perf_counter()
    for document in documents:
        annotation.annotate(document, model)
    return time.perf_counter() - began


def forget() -> None:
    """Empties what is remembered of texts (tables that are loaded once stay), so that no round is spared work."""
    for remembered in gc.get_objects():
        if isinstance(remembered, functools._lru_cache_wrapper) and remembered.cache_parameters()["maxsize"]:
            remembered.cache_clear()


def pipeline_seconds(paths: Sequence[str], settings: Settings) -> tuple[float, float]:
    """Seconds for reading everything, and for gathering it."""
    forget()
    began = time.perf_counter()
    found = [
        item
        for item in pipeline.readings(paths, settings, depth=pipeline.Depth.PLAIN)
        if isinstance(item, Reading)
    ]
    middle = time.perf_counter()
    crossdoc.gather(found)
    return middle - began, time.perf_counter() - middle


def resolution_share(documents: Sequence[Document], depth: pipeline.Depth) -> float:
    """Seconds of resolution a second of everything else that reading takes; the stages are those of pipeline.read."""
    forget()
    model, clock = shipped(1), Clock()
    for document in documents:
        layers = annotation.layers(document, model)
        annotated = annotation.decoded(document, layers)
        if depth is not pipeline.Depth.PLAIN:
            annotated = annotation.referring(annotated, layers)
        clock.add("rest")
        annotated = resolution.resolve(annotated)
        clock.add("resolution")
        found = events.code(annotated, attribution.attribute(annotated))
        clock.add("rest")
        resolution.placed(annotated, found)
        clock.add("resolution")
    return clock.seconds["resolution"] / clock.seconds["rest"]


class Clock:
    """Seconds by name, each from the call of `add` before."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.last = time.perf_counter()

    def add(self, name: str) -> None:
        now = time.perf_counter()
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self.last
        self.last = now


def figures(path: str, threads: int, repeat: int) -> dict[str, float]:
    """The best of several rounds; the first round only warms up."""
    settings = Settings(threads=threads)
    began = time.perf_counter()
    shipped(threads)
    load = time.perf_counter() - began
    documents = [d for d in readers.read([path], settings) if isinstance(d, Document)]
    rounds = [
        (
            *encoder_seconds(documents, threads),
            *pipeline_seconds([path], settings),
            layers_seconds(documents, threads),
        )
        for _ in range(repeat + 1)
    ][1:]
    alone = min(r[0] for r in rounds)
    reading, gathering = min((r[2:4] for r in rounds), key=sum)
    whole = reading + gathering
    return {
        "threads": threads,
        "articles": len(documents),
        "pieces": rounds[0][1],
        "encoder pieces/s": rounds[0][1] / alone,
        "encoder articles/s": len(documents) / alone,
        "pipeline articles/s": len(documents) / whole,
        "gathering share": gathering / whole,
        "pipeline / encoder": alone / whole,
        "layers / encoder": min(r[4] for r in rounds) / alone,
        **{
            f"resolution adds %, {what}": 100 * min(resolution_share(documents, depth) for _ in range(repeat))
            for what, depth in (("brief", pipeline.Depth.PLAIN), ("project", pipeline.Depth.CHAINED))
        },
        "load s": load,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="*", default=[1, os.cpu_count() or 1])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.data.exists():
        print(f"skipped: no data at {args.data}", file=sys.stderr)
        return 0
    runs = [figures(str(args.data), threads, args.repeat) for threads in args.threads]
    if args.json:
        print(json.dumps([{name: round(value, 3) for name, value in run.items()} for run in runs]))
    else:
        for name in runs[0]:
            print(f"{name:28}" + "".join(f"{run[name]:12.2f}" for run in runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
