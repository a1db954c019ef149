"""What a user can set; every limit has its reason here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`largest_capture` in bytes: an article is kilobytes, so 20 MB of one capture is no article;
    `longest_text` in code points after extraction; `threads` of a run (0: as many as there are cores); with
    more than one, the model runs ahead of the rest."""

    largest_capture: int = 20_000_000
    longest_text: int = 500_000
    threads: int = 0
