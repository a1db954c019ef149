from __future__ import annotations

import json
from pathlib import Path

import pytest

from herodotus.data.documents import Document, Furniture, Skipped
from herodotus.readers import read
from herodotus.settings import Settings

PARAGRAPHS = [
    "The ferry Blue Heron left the harbour at noon on Monday, the port authority said in a statement.",
    "It had ninety passengers on board, most of them on their way to the islands for the spring holiday.",
    "“Nobody was hurt when the engine failed,” the captain, Ann Poe, told reporters on the quay.",
    "The operator declined to comment on the cause, and an inquiry by the coastguard will open next week.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def page(head: str = "", body: str = BODY) -> bytes:
    inside = f"<head>{head}</head><body><article>{body}</article></body>"
    return f"<!DOCTYPE html><html lang='en'>{inside}</html>".encode()


def one(tmp_path: Path, data: bytes) -> Document | Skipped:
    (tmp_path / "a.html").write_bytes(data)
    (result,) = read([tmp_path / "a.html"], Settings())
    return result


def document(tmp_path: Path, data: bytes) -> Document:
    result = one(tmp_path, data)
    assert isinstance(result, Document), result
    return result


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    assert document(tmp_path, page("<title>Ferry fails</title>")).text.split("\n") == PARAGRAPHS


def test_the_same_page_gives_the_same_document(tmp_path: Path) -> None:
    assert document(tmp_path, page()) == document(tmp_path, page())


def test_json_ld_comes_first(tmp_path: Path) -> None:
    data = {
        "@graph": [
            {
                "@type": "NewsArticle", "headline": "Ferry fails",
                "datePublished": "2025-03-04T10:00:00+01:00",
                "author": [{"name": "Ann Poe"}, {"name": "Ben Roe"}], "publisher": {"name": "Harbour Post"},
            }
        ]
    }  # fmt: skip
    found = document(tmp_path, page(f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (found.title, found.byline, found.publisher) == ("Ferry fails", "Ann Poe, Ben Roe", "Harbour Post")
    assert found.published == "2025-03-04T10:00:00+01:00"
    assert {b.field: b.how for b in found.bases}["publisher"] == "JSON-LD publisher"


def test_meta_tags_tell_the_rest(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ann Poe">'
        '<meta property="article:published_time" content="2025-03-04"><link rel="canonical" href="https://p.example/1">'
    )
    found = document(tmp_path, page(head))
    assert (found.publisher, found.byline, found.published) == ("Harbour Post", "Ann Poe", "2025-03-04")
    assert found.url == "https://p.example/1"


def test_the_site_is_no_part_of_the_title(tmp_path: Path) -> None:
    assert document(tmp_path, page("<title>Ferry fails | Harbour Post</title>")).title == "Ferry fails"


def test_what_is_not_given_is_unknown(tmp_path: Path) -> None:
    found = document(tmp_path, page())
    assert (found.publisher, found.byline, found.published, found.agency) == (None, None, None, None)


def test_a_lying_language_is_only_a_hint(tmp_path: Path) -> None:
    found = document(tmp_path, page().replace(b"lang='en'", b"lang='tr'"))
    assert found.language == "en"
    assert {b.field: b.how for b in found.bases}["language"] == "detected, although stated as tr"


def test_a_lying_charset_is_seen_through(tmp_path: Path) -> None:
    data = page('<meta charset="utf-8">').decode().encode("cp1252")
    assert document(tmp_path, data).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("tag", ["div", "b", "table", "span", "ul"])
def test_a_page_100_000_deep_is_stripped(tmp_path: Path, tag: str) -> None:
    found = document(tmp_path, page(body=f"<{tag}>" * 100_000 + BODY + f"</{tag}>" * 100_000))
    assert found.text.split("\n") == PARAGRAPHS
    assert found.bases[0].how.startswith("tags stripped: more than 200 elements inside each other")


@pytest.mark.parametrize(
    "junk", ["<script>", "<!-- ", "<meta ", "<", '<a x="', '<script type="application/ld+json">']
)
def test_junk_is_read_in_linear_time(tmp_path: Path, junk: str) -> None:
    assert isinstance(one(tmp_path, b"<html><body>" + junk.encode() * 50_000), Document | Skipped)


def test_a_page_without_text_is_skipped(tmp_path: Path) -> None:
    found = one(tmp_path, b"<html><head><title>x</title></head><body><script>1</script></body></html>")
    assert isinstance(found, Skipped)
    assert found.reason == "no article text found"


def test_a_page_under_a_text_name_is_still_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(page())
    (found,) = read([tmp_path / "a.txt"], Settings())
    assert isinstance(found, Document)
    assert found.bases[0].how.startswith("trafilatura")


def test_the_headline_in_the_text_is_marked(tmp_path: Path) -> None:
    found = document(
        tmp_path, page('<meta property="og:title" content="Ferry fails">', f"<h1>Ferry fails</h1>{BODY}")
    )
    assert all(r.kind is Furniture.TITLE for r in found.regions)
    assert found.title == "Ferry fails"


def test_a_feed_is_no_article(tmp_path: Path) -> None:
    found = one(tmp_path, b'<?xml version="1.0"?><rss><channel></channel></rss>')
    assert isinstance(found, Skipped)
    assert found.reason == "an XML file or feed, not an article page"
