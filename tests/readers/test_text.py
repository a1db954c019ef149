from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from herodotus.data.documents import Document, Skipped
from herodotus.hashing import sha256
from herodotus.readers import read
from herodotus.settings import Settings

BODY = "The ferry left the harbour at noon, the port authority said. It had ninety passengers on board."


def one(path: Path, data: bytes) -> Document | Skipped:
    path.write_bytes(data)
    (result,) = read([path], Settings())
    return result


def test_text_stands_as_it_is(tmp_path: Path) -> None:
    data = f"Ferry leaves harbour\r\n\r\n\t{BODY} \r\n".encode()
    result = one(tmp_path / "ferry.txt", data)
    assert isinstance(result, Document)
    assert result.text == data.decode()
    assert (result.id, result.sha256) == ("ferry", sha256(data))
    assert result.origin == str(tmp_path / "ferry.txt")


def test_a_byte_order_mark_is_left_out_and_said(tmp_path: Path) -> None:
    result = one(tmp_path / "a.txt", b"\xef\xbb\xbf" + BODY.encode())
    assert isinstance(result, Document)
    assert result.text == BODY
    assert result.bases[0].how == "utf-8: byte order mark, left out of the text"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "nothing but white space"),
        (b"\x00\x01\x02" * 99, "binary data, not text"),
        (b"%PDF-1.7 ...", "a PDF; save its text first"),
        (b"\x1f\x8b\x08\x00" * 9, "a gzip archive; unpack it first"),
    ],
)
def test_what_is_no_text_is_skipped_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    assert one(tmp_path / "a.txt", data) == Skipped(str(tmp_path / "a.txt"), "read", reason)


def test_an_archive_under_a_page_name_is_not_unpacked(tmp_path: Path) -> None:
    result = one(tmp_path / "bomb.html", b"PK\x03\x04" + bytes(500))
    assert isinstance(result, Skipped)
    assert result.reason.startswith("a zip archive")


def test_too_many_bytes_name_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a sentence. " * 1000)
    (result,) = read([tmp_path / "a.txt"], Settings(largest_capture=5000))
    assert isinstance(result, Skipped)
    assert result.reason == "more than 5,000 bytes (largest_capture); no article is that long"


def test_fifty_megabytes_are_not_held(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.write(b"text " * 20_000)
        file.truncate(50_000_000)
    (result,) = read([tmp_path / "a.txt"], Settings())
    assert isinstance(result, Skipped)
    assert "20,000,000 bytes" in result.reason


def test_too_much_text_names_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(BODY.encode())
    (result,) = read([tmp_path / "a.txt"], Settings(longest_text=50))
    assert isinstance(result, Skipped)
    assert "50 characters of text (longest_text)" in result.reason


def test_another_language_is_skipped_by_name(tmp_path: Path) -> None:
    text = "Das Schiff ist am Montag aus dem Hafen gefahren, sagte die Sprecherin, und es war nicht leer."
    result = one(tmp_path / "a.txt", text.encode())
    assert isinstance(result, Skipped)
    assert result.reason == "language: German (de); only English is read"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_no_bytes_make_reading_fail(tmp_path: Path, data: bytes) -> None:
    assert isinstance(one(tmp_path / "a.txt", data), Document | Skipped)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=200))
def test_the_text_decodes_to_the_file(tmp_path: Path, text: str) -> None:
    result = one(tmp_path / "a.txt", text.encode())
    assert isinstance(result, Skipped) or result.text == text.removeprefix("\ufeff")
