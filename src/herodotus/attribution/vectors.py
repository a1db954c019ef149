"""The vector that stands for a content: the mean of what the model gives for its words."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.attribution.context import Context
from herodotus.data.documents import Span

DIMENSIONS = 384


def vector(context: Context, content: Sequence[Span]) -> NDArray[np.float32]:
    """Unit length; zero where the content holds no word."""
    vectors = context.annotated.vectors
    ranges = [context.tokens_in(span) for span in content]
    rows = sum(map(len, ranges))
    if not rows or len(vectors) != len(context.annotated.tokens):
        return np.zeros(DIMENSIONS, dtype=np.float32)
    mean = sum([np.add.reduce(vectors[r.start : r.stop]) for r in ranges]) / rows
    return np.asarray(mean / max(math.sqrt(mean @ mean), 1e-9), dtype=np.float32)
