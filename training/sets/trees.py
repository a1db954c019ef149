"""Universal Dependencies: trees, tags, lemmas, sentences; with entities where a treebank has them (GUM)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from herodotus.models import words as wording
from training.examples import Example, lines
from training.labels import TAGS, Inventory
from training.sets import gum


def script(form: str, lemma: str) -> str:
    """How to get from a lower-cased form to its lemma: characters to cut, then letters to add."""
    form, lemma = form.lower(), lemma.lower()
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    return f"{len(form) - common}+{lemma[common:]}"


def universal(path: Path) -> Iterator[list[tuple[list[list[str]], bool]]]:
    """Documents as sentences of word rows, with whether a paragraph begins there."""
    document: list[tuple[list[list[str]], bool]] = []
    rows: list[list[str]] = []
    fresh = True
    for line in [*lines(path), ""]:
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        if line.startswith(("# newpar", "# newdoc")):
            fresh = True
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0] or "." not in cells[0]:
                rows.append(cells)
        elif not line and rows:
            document.append((rows, fresh))
            rows, fresh = [], False
    if document:
        yield document


def inventory(paths: Sequence[Path]) -> Inventory:
    relations: Counter[str] = Counter()
    lemmas: Counter[str] = Counter()
    for path in paths:
        for document in universal(path):
            for rows, _ in document:
                for cells in rows:
                    if "-" not in cells[0]:
                        relations[cells[7]] += 1
                        lemmas[script(cells[1], cells[2])] += 1
    common = [s for s, n in lemmas.most_common() if n >= 3]
    return Inventory(tuple(sorted(relations)), tuple(common))


def documents(path: Path, known: Inventory, *, budget: int = 200) -> Iterator[Example]:
    """Consecutive sentences of a document, up to `budget` words an example; with markables, chains and names where the
    document gives entities."""
    for document in universal(path):
        block: list[tuple[list[list[str]], bool]] = []
        for sentence in document:
            if block and sum(len(r) for r, _ in block) + len(sentence[0]) > budget:
                yield _parsed(block, known)
                block = []
            block.append(sentence)
        if block:
            yield _parsed(block, known)


def _parsed(block: Sequence[tuple[list[list[str]], bool]], known: Inventory) -> Example:
    out = Example("trees", [], [], heads=[], relations=[], tags=[], lemmas=[], starts=[])
    before, bases = "\n\n", []
    for rows, fresh in block:
        base, before = len(out.words), "\n\n" if fresh else before
        bases.append(base)
        inside_until, glued_after = 0, False
        for cells in rows:
            spaced = "SpaceAfter=No" not in cells[9]
            if "-" in cells[0]:
                inside_until, glued_after = int(cells[0].split("-")[1]), spaced
                continue
            number = int(cells[0])
            _add(out, cells, before, (base, known))
            inside = number < inside_until
            before = (
                ""
                if inside
                or (number == inside_until and not glued_after)
                or (number != inside_until and not spaced)
                else " "
            )
        if len(out.words) - base >= 5:
            out.units.append((base, len(out.words)))
        before = before or " "
    if any("Entity=" in cells[9] for rows, _ in block for cells in rows):
        out.task = "entities"
        out.markables = gum.markables([rows for rows, _ in block], bases, out)
        out.names = gum.names([rows for rows, _ in block], out)
    return out


def _add(out: Example, cells: list[str], before: str, context: tuple[int, Inventory]) -> None:
    base, known = context
    number, head = int(cells[0]), int(cells[6])
    out.words.append(cells[1])
    out.shapes.append(wording.shape(cells[1], before))
    out.starts.append(int(number == 1))
    out.heads.append(base + (head or number) - 1)
    out.relations.append(known.relations.index(cells[7]))
    out.tags.append(TAGS.index(cells[3]))
    rule = script(cells[1], cells[2])
    out.lemmas.append(known.lemmas.index(rule) if rule in known.lemmas else -1)
