"""Contents of parts: transfer encodings, charsets, limits."""

from __future__ import annotations

import pytest

from tocsin.formats.content import decode_part, decode_text
from tocsin.formats.mime import parse
from tocsin.model.limits import Limits


def _part(encoding: str, body: bytes, content_type: str = "text/plain") -> bytes:
    return f"Content-Type: {content_type}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body


@pytest.mark.parametrize(
    ("encoding", "body", "octets"),
    [
        ("base64", b"aGk=", b"hi"),
        ("BASE64 ; x", b"a G\nk", b"hi"),
        ("quoted-printable", b"=48=\ni=zz", b"Hi=zz"),
        ("uuencode", b"begin 644 x\n%:&5L;&\\ \n`\nend\n", b"hello"),
        ("x-uue", b"no begin line\n", b""),
        ("8bit", b"\xff", b"\xff"),
        ("", b"", b""),
    ],
)
def test_transfer_encodings(encoding: str, body: bytes, octets: bytes) -> None:
    decoded = decode_part(parse(_part(encoding, body)).root)
    assert decoded.startswith(octets)
    assert octets or not decoded.strip(b"\0")


def test_html_names_its_charset_itself() -> None:
    source = '<meta http-equiv=Content-Type content="text/html; charset=windows-1256"><p>سلام'.encode("cp1256")
    assert "سلام" in decode_text(parse(_part("8bit", source, "text/html")).root)
    assert "سلام" not in decode_text(parse(_part("8bit", source, "text/html; charset=iso-8859-2")).root)


def test_limits() -> None:
    limits = Limits(max_decoded_bytes=10, max_text_chars=5)
    part = parse(_part("base64", b"QUJD" * 100)).root
    assert decode_part(part, limits) == b"ABCABCABCA"
    assert decode_text(part, limits) == "ABCAB"
