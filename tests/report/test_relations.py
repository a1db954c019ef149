"""How claims stand to each other is told beside both, in the terminal, the dossier and the JSON."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from herodotus.data.claims import Brief, Relation, RelationClass
from herodotus.report import dossier, shapes, terminal
from herodotus.report.relations import Tie, ties

from .sample import sample


def related() -> Brief:
    brief = sample()
    first, *rest = brief.stories
    a, b = first.claims[0].id, first.claims[1].id
    relation = Relation(b, RelationClass.UPDATES, a, "told as open, <then> as done")
    return replace(brief, stories=(replace(first, relations=(relation,)), *rest))


def test_each_side_tells_it_in_its_own_words() -> None:
    story = related().stories[0]
    a, b = story.claims[0].id, story.claims[1].id
    reason = "told as open, <then> as done"
    assert ties(story) == {b: (Tie("updates", a, reason),), a: (Tie("is updated by", b, reason),)}


def test_the_terminal_has_one_line_with_the_reason() -> None:
    out = io.StringIO()
    terminal.render(related(), Console(file=out, width=120))
    text = " ".join(out.getvalue().split())
    assert "is updated by claim 2 (told as open, <then> as done)" in text
    assert "updates claim 1 (told as open, <then> as done)" in text


def test_the_dossier_links_to_the_other_claim() -> None:
    page = dossier.render(related())
    assert 'is updated by claim <a href="#c1-2">2</a>' in page
    assert "&lt;then&gt; as done" in page


def test_the_json_names_both_claims() -> None:
    story = related().stories[0]
    [shape] = shapes.brief(related())["stories"][0]["relations"]
    assert shape["class"] == "updates"
    assert (shape["claim"], shape["other"]) == (story.claims[1].id, story.claims[0].id)
