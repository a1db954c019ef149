"""Words that name a political event, with its PLOVER type, and whether the text has them happen."""

from __future__ import annotations

import numpy as np

from herodotus.annotation.bio import softmax
from herodotus.data.annotations import Trigger
from herodotus.models.reader import Layers


def triggers(layers: Layers) -> tuple[Trigger, ...]:
    """One a word, in the order of the text; a name of several words gives several."""
    kinds = layers.events.argmax(axis=1)
    found = np.flatnonzero(kinds)
    scores = softmax(layers.events[found]).max(axis=1, initial=0)
    values = np.clip(layers.factuality[found, 0], -3, 3)
    return tuple(
        Trigger(word, layers.labels.events[kind - 1], round(score, 3), round(value, 2))
        for word, kind, score, value in zip(
            found.tolist(), kinds[found].tolist(), scores.tolist(), values.tolist(), strict=True
        )
    )
