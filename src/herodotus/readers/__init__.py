"""Bytes to Documents: plain text, HTML and JSON Lines, from files, folders and standard input."""

from __future__ import annotations

from herodotus.readers.reading import READERS, read

__all__ = ["READERS", "read"]
