"""What the dossier's bytes promise before any browser reads them."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from herodotus.data.claims import Brief
from herodotus.errors import StopRun
from herodotus.report import dossier

from .sample import many, sample


def test_same_brief_gives_same_bytes() -> None:
    assert dossier.render(sample()) == dossier.render(sample())


def test_policy_allows_its_own_style_and_script_only() -> None:
    page = dossier.render(sample())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    told = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert inner
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in told
    assert told.startswith("default-src 'none'")
    assert "unsafe" not in told


def test_words_of_articles_are_escaped_everywhere() -> None:
    page = dossier.render(sample())
    assert not re.findall(r"<script>alert|<img|<b>boxes|<i>Port|<i>blog", page)
    assert "&lt;script&gt;alert(1)" in page
    assert "\x1b" not in page


def test_nothing_in_the_page_has_an_inline_style_or_handler() -> None:
    tags = re.findall(r"<[a-z][^>]*>", dossier.render(sample()))
    assert not [tag for tag in tags if re.search(r"\s(style|on[a-z]+)=", tag)]


def test_counts_are_no_verdict() -> None:
    page = dossier.render(sample()).lower()
    assert "confirmed" not in page
    assert "verified" not in page


def test_the_dossier_says_whose_text_it_is() -> None:
    page = " ".join(dossier.render(sample()).split())
    assert "<bdi>Fjord Wire</bdi>" in page
    assert "same text as [1], which credits Fjord Wire" in page


def test_unknown_is_said() -> None:
    page = dossier.render(sample())
    assert "unknown publisher" in page
    assert "date unknown" in page


def test_empty_brief_is_a_page() -> None:
    assert "No story was read" in dossier.render(Brief((), (), ()))


def test_a_document_costs_few_bytes() -> None:
    size = len(dossier.render(many(40))) - len(dossier.render(many(20)))
    assert size / 20 < 8_000


def test_write_names_a_path_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="no-such-folder"):
        dossier.write(sample(), tmp_path / "no-such-folder" / "dossier.html")


def test_importing_does_not_import_jinja() -> None:
    code = "import sys, herodotus.report.dossier; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
