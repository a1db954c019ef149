"""One document, one pass of the model, all layers: each file here decodes one of them."""

from __future__ import annotations

from herodotus.annotation.annotating import annotate, decoded, layers, referring

__all__ = ["annotate", "decoded", "layers", "referring"]
