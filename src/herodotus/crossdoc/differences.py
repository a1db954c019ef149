"""Where statements of one claim differ, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from herodotus.crossdoc.claims import Gathered
from herodotus.data.claims import Difference


def differences(gathered: Sequence[Gathered]) -> tuple[Difference, ...]:
    """The differences of all claims, in the order of the claims."""
    return tuple(difference for each in gathered for difference in _of_claim(each))


def _of_claim(gathered: Gathered) -> Iterator[Difference]:
    yield from ()
