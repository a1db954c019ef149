"""Where sentences begin."""

from __future__ import annotations

import numpy as np

from herodotus.models.reader import Layers


def starts(layers: Layers) -> list[int]:
    """The words that open a sentence: where the model says so, and at every paragraph."""
    if not layers.words:
        return []
    said = layers.starts[:, 1] > layers.starts[:, 0]
    said[[0, *layers.paragraphs]] = True
    return [int(i) for i in np.flatnonzero(said)]
