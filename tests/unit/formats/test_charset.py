"""Octets to text: the declared charset where it exists, the likeliest otherwise."""

from __future__ import annotations

import pytest

from tocsin.formats.charset import decode_bytes, known_charset


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("utf-8", "utf-8"),
        (" UTF8 ", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("'windows-1256'", "cp1256"),
        ("no-such", None),
        ("hex", None),
        ("idna", None),
        ("unicode_escape", None),
        ("utf-8\0", None),
    ],
)
def test_labels(label: str, codec: str | None) -> None:
    assert known_charset(label) == codec


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        (b"plain", "", "plain"),
        ("é".encode(), "", "é"),
        ("é".encode(), "iso-8859-1", "é"),
        ("é".encode("latin-1"), "utf-8", "\ufffd"),
        ("é".encode("latin-1"), "", "é"),
        (b"\x93quoted\x94", "iso-8859-1", "“quoted”"),
        ("سلام".encode("cp1256"), "windows-1256", "سلام"),
        ("שלום".encode("iso-8859-8"), "iso-8859-8-i", "שלום"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        (b"+ADw-p+AD4-", "utf-7", "<p>"),
        (b"+2AA-", "utf-7", "\ufffd"),
        ("x".encode("utf-16"), "utf-16", "x"),
        (b"\xff\xfe\xfd", "no-such", "ÿþý"),
    ],
)
def test_decoding(raw: bytes, charset: str, text: str) -> None:
    assert decode_bytes(raw, charset) == text
