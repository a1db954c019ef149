from __future__ import annotations

import pytest

from herodotus.readers.charsets import Decoded, declared, decode

QUOTED = "“The café’s roof – all of it – is gone,” the mayor told reporters on Monday."


def test_utf8_under_another_declaration_is_utf8() -> None:
    found = decode(QUOTED.encode(), "iso-8859-1")
    assert found == Decoded(QUOTED, "utf-8", "declared as iso-8859-1, but the bytes are UTF-8")


def test_windows_bytes_declared_as_utf8_are_found() -> None:
    found = decode(QUOTED.encode("cp1252"), "utf-8")
    assert (found.text, found.charset) == (QUOTED, "cp1252")
    assert found.how.startswith("declared as utf-8, but not valid")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode(QUOTED.encode("cp1252"), "iso-8859-1").text == QUOTED


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_mark_decides(charset: str) -> None:
    assert decode(QUOTED.encode(charset), "ascii").text == QUOTED


def test_utf16_without_a_mark_is_seen() -> None:
    assert decode("The ferry left.".encode("utf-16-be")).text == "The ferry left."


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    found = decode(QUOTED.encode() + b"\xe2")
    assert found.text == QUOTED + "\ufffd"
    assert "1 broken sequences" in found.how


def test_an_unknown_declaration_is_no_harm() -> None:
    assert decode(b"plain", "klingon-8").text == "plain"


def test_other_alphabets_are_guessed() -> None:
    text = "Паром вышел из порта в полдень, сообщили местные власти. На борту было девяносто человек." * 4
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    "page",
    [
        b'<meta charset="windows-1252">',
        b"<META http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
        b'<?xml version="1.0" encoding="windows-1252"?><html>',
    ],
)
def test_a_page_declares_its_charset(page: bytes) -> None:
    assert declared(page) == "windows-1252"
