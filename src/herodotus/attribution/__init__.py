"""Attribution: who says what, how, with what stance, on what evidence, relayed by whom."""

from herodotus.attribution.statements import attribute

__all__ = ["attribute"]
