"""The vector that stands for a content: the mean of what the model gives for its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.data.annotations import Annotated
from herodotus.data.documents import Span

DIMENSIONS = 384


def vector(annotated: Annotated, content: Sequence[Span]) -> NDArray[np.float32]:
    """Unit length; zero where the content holds no word."""
    tokens = annotated.tokens
    rows = [
        i
        for span in content
        for i in range(
            bisect_left(tokens, span.start, key=lambda t: t.span.start),
            bisect_left(tokens, span.end, key=lambda t: t.span.start),
        )
    ]
    if not rows or len(annotated.vectors) != len(tokens):
        return np.zeros(DIMENSIONS, dtype=np.float32)
    mean = annotated.vectors[rows].mean(axis=0)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)
