"""Articles a second: the whole pipeline, and the encoder alone on the same windows in the same run.

    python -m benchmarks.speed.pipeline --data ../shared/articles/missiles [--repeat 10] [--threads 1] [--json]

With OPENBLAS_NUM_THREADS=1, as the command line sets it. The encoder's time is that of the model's session on prepared
input, window by window, on as many threads as the pipeline has. The pipeline's time is from bytes to stories: reading,
annotating, resolving, attributing, coding, gathering; loading the model is left out of both.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from herodotus import crossdoc, pipeline, readers
from herodotus.annotation.annotating import body
from herodotus.data.documents import Document
from herodotus.data.statements import Reading
from herodotus.models.reader import shipped
from herodotus.settings import Settings


def encoder_seconds(documents: Sequence[Document], threads: int) -> tuple[float, int]:
    """Seconds for all windows, and how many word pieces they hold."""
    model = shipped(threads or os.cpu_count() or 1)
    feeds = [feed for document in documents for feed in model.feeds(document.text, body(document))]
    began = time.perf_counter()
    for feed in feeds:
        model.run(feed)
    return time.perf_counter() - began, sum(len(feed["ids"]) for feed in feeds)


def pipeline_seconds(paths: Sequence[str], settings: Settings) -> tuple[float, float]:
    """Seconds for reading everything, and for gathering it."""
    began = time.perf_counter()
    found = [item for item in pipeline.readings(paths, settings) if isinstance(item, Reading)]
    middle = time.perf_counter()
    crossdoc.gather(found)
    return middle - began, time.perf_counter() - middle


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not args.data.exists():
        print(f"skipped: no data at {args.data}", file=sys.stderr)
        return 0
    settings = Settings(threads=args.threads)
    documents = [d for d in readers.read([str(args.data)], settings) if isinstance(d, Document)]
    encoder_seconds(documents, args.threads)
    pipeline_seconds([str(args.data)], settings)
    alone, whole = [], []
    for _ in range(args.repeat):
        alone.append(encoder_seconds(documents, args.threads))
        whole.append(pipeline_seconds([str(args.data)], settings))
    seconds, pieces = min(alone)
    best = min(whole, key=sum)
    figures = {
        "articles": len(documents),
        "pieces": pieces,
        "encoder articles/s": len(documents) / seconds,
        "encoder pieces/s": pieces / seconds,
        "pipeline articles/s": len(documents) / sum(best),
        "gathering share": best[1] / sum(best),
        "pipeline / encoder": seconds / sum(best),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if args.json:
        print(json.dumps({k: round(v, 3) for k, v in figures.items()}))
    else:
        for name, value in figures.items():
            print(f"{name:24}{value:10.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
