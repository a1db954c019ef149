"""What can go wrong.

HerodotusError
├── SkipDocument   this capture cannot be read; the rest goes on
└── StopRun        the run cannot go on (no input, no model, a project that does not open)
"""


class HerodotusError(Exception):
    """Says what happened and what to do about it."""


class SkipDocument(HerodotusError):
    """One capture is left out: `origin` and `stage` say which and where, `reason` why."""

    def __init__(self, origin: str, stage: str, reason: str) -> None:
        super().__init__(f"{origin}: {stage}: {reason}")
        self.origin, self.stage, self.reason = origin, stage, reason


class StopRun(HerodotusError):
    """The run ends here with exit code 1."""
