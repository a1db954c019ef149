"""The vector that stands for a content: that of its sentences, by how much of it each holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from herodotus.data.annotations import Annotated
from herodotus.data.documents import Span
from herodotus.offsets import covered

DIMENSIONS = 384
MOSTLY = 0.8  # of the content in one sentence: the others are cut-off ends and would only blur it


def vector(annotated: Annotated, content: Sequence[Span]) -> NDArray[np.float32]:
    """Unit length; zero where no sentence holds any of the content."""
    sentences = annotated.sentences
    first = max(0, bisect_right(sentences, min(content)) - 1) if content else 0
    last = bisect_left(sentences, Span(max(s.end for s in content), 0)) if content else 0
    held = np.array([covered(content, *sentence) for sentence in sentences[first:last]], dtype=np.float32)
    if not held.any() or len(annotated.vectors) != len(sentences):
        return np.zeros(DIMENSIONS, dtype=np.float32)
    if held.max() >= MOSTLY * held.sum():
        return np.asarray(annotated.vectors[first + int(held.argmax())], dtype=np.float32)
    mean = (held @ annotated.vectors[first:last]).astype(np.float32)
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)
