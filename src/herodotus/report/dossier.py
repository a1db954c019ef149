"""The dossier: one HTML file that needs nothing else, for reading in a browser or on paper.

Articles are untrusted. Jinja escapes everything, and the Content-Security-Policy of the page forbids all but
its own style and script, which it names by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from herodotus.data.claims import Brief, DifferenceClass, Position
from herodotus.errors import StopRun
from herodotus.report.standing import DONE
from herodotus.report.views import Pages
from herodotus.report.words import counted, one_line, ranged, shortened

if TYPE_CHECKING:
    from jinja2 import Environment


def write(brief: Brief, path: Path) -> None:
    """Write the dossier; StopRun where the path cannot be written."""
    page = render(brief)
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        reason = f"the dossier cannot be written there ({error.strerror}); name another file"
        raise StopRun(f"{path}: {reason}") from error


def render(brief: Brief) -> str:
    """The page; the same brief gives the same bytes."""
    pages = Pages(brief)
    style, script = _static("dossier.css") + _spotlights(pages), _static("dossier.js")
    template = _environment().get_template("dossier.html")
    return template.render(pages=pages, style=style, script=script, policy=_policy(style, script))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _spotlights(pages: Pages) -> str:
    """One rule for each number a mark has anywhere: jumping to its anchor lights up all its segments."""
    segments = (s for view in pages.documents for line in view.lines for s in line.segments)
    numbers = {n for segment in segments for n, _ in segment.anchors}
    lit = ",".join(f".text:has(.t{n}:target) .s{n}" for n in sorted(numbers))
    return f"{lit}{{{_static('spotlight.css').strip()}}}\n" if numbers else ""


@cache
def _static(name: str) -> str:
    return (files("herodotus.report") / "static" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    """Jinja takes as long to import as a brief to print, so only those who want a dossier wait for it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("herodotus.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"line": one_line, "counted": counted, "ranged": ranged, "short": shortened}
    environment.globals |= {"DONE": DONE, "Position": Position, "DifferenceClass": DifferenceClass}
    return environment
