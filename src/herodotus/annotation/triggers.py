"""Words that name a political event, with its PLOVER type, and whether the text has them happen."""

from __future__ import annotations

import numpy as np

from herodotus.data.annotations import Trigger
from herodotus.models.reader import Layers


def triggers(layers: Layers) -> tuple[Trigger, ...]:
    """One a word, in the order of the text; a name of several words gives several."""
    kinds = layers.events.argmax(axis=1)
    found = np.flatnonzero(kinds)
    chosen = layers.events[found]
    shares = np.exp(chosen - chosen.max(axis=1, keepdims=True, initial=-np.inf))
    scores = shares.max(axis=1, initial=0) / shares.sum(axis=1)
    return tuple(
        Trigger(
            int(word), layers.labels.events[kinds[word] - 1], round(float(score), 3), round(float(value), 2)
        )
        for word, score, value in zip(found, scores, np.clip(layers.factuality[found, 0], -3, 3), strict=True)
    )
