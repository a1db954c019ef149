"""Sentences with their trees, as the tests of claims compare them."""

from __future__ import annotations

from herodotus.compare.sayings import Saying, saying
from herodotus.data.documents import Span
from tests.builders import parsed, vector

FELL = "Exports/NOUN/2/nsubj/export fell/VERB/0/root/fel in/ADP/4/case March/PROPN/2/obl ./PUNCT/2/punct"
STAYED = (
    "The/DET/2/det/the ferry/NOUN/5/nsubj has/AUX/5/aux/have not/PART/5/advmod left/VERB/0/root/left "
    "Oslo/PROPN/5/obj ./PUNCT/5/punct"
)
ROSE = "Exports/NOUN/2/nsubj/export rose/VERB/0/root/rise in/ADP/4/case March/PROPN/2/obl ./PUNCT/2/punct"
LEFT = "The/DET/2/det/the ferry/NOUN/3/nsubj left/VERB/0/root/leave Oslo/PROPN/3/obj ./PUNCT/3/punct"
RENTS = "Rents/NOUN/2/nsubj/rent rose/VERB/0/root/rise in/ADP/4/case March/PROPN/2/obl ./PUNCT/2/punct"


def said(parse: str) -> Saying:
    annotated = parsed(parse)
    text = annotated.document.text
    return saying(annotated, [Span(0, len(text))], vector(text))
