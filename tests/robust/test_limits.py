"""Messages built to exhaust whoever reads them: read in bounds, and the verdict says what was over."""

from __future__ import annotations

import base64
import resource
import zlib
from collections.abc import Callable

import pytest
from tests.ends import ends
from tests.robust.invariants import assert_sound, engine

from tocsin.formats.content import decode_part
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail

HEAD = b"From: Ada <ada@sender.example>\nTo: user@harbour.example\nSubject: x\nMIME-Version: 1.0\n"


def nested_multiparts(depth: int) -> bytes:
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return HEAD + opened + b"\nend\n"


def nested_messages(depth: int) -> bytes:
    return HEAD + b"Content-Type: message/rfc822\n\n" * depth + b"\nend\n"


def nested_base64(depth: int) -> bytes:
    inner = b"Subject: inmost\n\nend\n"
    for _ in range(depth):
        inner = b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(inner)
    return HEAD + inner


def many_parts(count: int) -> bytes:
    return HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * count + b"--b--\n"


def large_attachment(size: int) -> bytes:
    return (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: application/octet-stream\n"
        b"Content-Disposition: attachment; filename=a.bin\nContent-Transfer-Encoding: base64\n\n"
        + b"QUJD" * (size // 4)
        + b"\n--b--\n"
    )


def packed_zeros(size: int) -> bytes:
    """A zip of one entry of zeros, a thousandth of its unpacked size."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(bytes(size)) + packed.flush()
    crc = zlib.crc32(bytes(size))
    sizes = crc.to_bytes(4, "little") + len(data).to_bytes(4, "little") + size.to_bytes(4, "little")
    local = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0" + sizes + b"\x05\0\0\0a.txt" + data
    central = b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0" + sizes + b"\x05\0" + bytes(16) + b"a.txt"
    end = b"PK\x05\x06\0\0\0\0\x01\0\x01\0" + len(central).to_bytes(4, "little") + len(local).to_bytes(4, "little")
    archive = base64.encodebytes(local + central + end + b"\0\0")
    return (
        HEAD + b"Content-Type: application/zip; name=a.zip\nContent-Disposition: attachment; filename=a.zip\n"
        b"Content-Transfer-Encoding: base64\n\n" + archive
    )


def addressed_to(count: int) -> bytes:
    return HEAD.replace(b"user@", b"a@b.example, " * count + b"user@") + b"\nx"


def page(source: bytes) -> bytes:
    return HEAD + b"Content-Type: text/html; charset=utf-8\n\n" + source


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nested multiparts": (lambda: nested_multiparts(10_000), "too-deep"),
    "nested messages": (lambda: nested_messages(10_000), "too-deep"),
    "base64 in base64": (lambda: nested_base64(35), "too-deep"),
    "100,000 parts": (lambda: many_parts(100_000), "too-many-parts"),
    "200 MB attachment": (lambda: large_attachment(200_000_000), "part-cut"),
    "50 MB header": (lambda: b"X-A: " + b"a" * 50_000_000 + b"\n" + HEAD + b"\nhello", "header-too-large"),
    "50 MB folded header": (lambda: b"X-A: a" + b"\n a" * 17_000_000 + b"\n" + HEAD + b"\nhello", "header-too-large"),
    "a million header lines": (lambda: b"X-A: b\n" * 1_000_000 + HEAD + b"\nhello", "header-too-large"),
    "100,000 header lines": (lambda: b"X-A: b\n" * 100_000 + HEAD + b"\nhello", "too-many-headers"),
    "a million addresses": (
        lambda: HEAD.replace(b"user@", b"a@b.example, " * 1_000_000 + b"user@") + b"\nx",
        "header-too-large",
    ),
    "50,000 addresses": (
        lambda: HEAD.replace(b"user@", b"a@b.example, " * 50_000 + b"user@") + b"\nx",
        "too-many-addresses",
    ),
    "100,000 links in text": (lambda: HEAD + b"\n" + b"http://a.example/ " * 100_000, "too-many-links"),
    "100,000 links in a page": (lambda: page(b"<a href=http://a.example/>x</a>" * 100_000), "too-many-links"),
    "deep page": (lambda: page(b"<div>" * 50_000 + b"hello"), "html-too-deep"),
    "long text": (lambda: HEAD + b"\n" + b"some words " * 1_000_000, "text-cut"),
    "NULs": (lambda: b"X-\0: \0\n" + HEAD + b"X-B: \0\n\n" + b"\0" * 1_000_000, "nul-in-header"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bomb_is_read_within_limits_and_noted(name: str) -> None:
    engine()
    build, code = CASES[name]
    raw = build()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with ends():
        verdict = assert_sound(raw)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    defects = {defect.code for defect in Mail(parse(raw)).defects}
    assert code in defects
    assert grown < 4 * len(raw) + 300_000_000, grown
    if code != "nul-in-header":
        assert "beyond-limits" in {finding.id for finding in verdict.findings}
    if code == "nul-in-header":
        assert any(piece.facts.get("reason") == code for finding in verdict.findings for piece in finding.evidence), (
            "a defect of the header is a finding"
        )


def test_a_huge_archive_is_not_unpacked() -> None:
    with ends():
        assert_sound(packed_zeros(300_000_000))


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-7", b"+ADw-script+AD4-"),
        ("utf-16", "hello".encode("utf-16")),
        ("utf-16", b"\xff"),
        ("utf-32", b"\x00\x11"),
        ("unicode", "hello".encode("utf-16-le")),
        ("no-such-charset", b"\xff\xfe"),
        ("", b"\xed\xa0\x80"),
        ("utf-8", b"\xed\xa0\x80 \xf8\x88"),
        ("idna", b"xn--\xff"),
        ("punycode", b"a-\xff"),
        ("unicode_escape", b"\\ud800 \\x"),
        ("hex", b"6"),
        ("zlib", b"x"),
        ("base64", b"x"),
        ("rot13", b"x"),
        ("iso-2022-jp", b"\x1b$B\xff"),
        ("hz-gb-2312", b"~{\xff"),
        ("x" * 10_000, b"x"),
        ("utf-8\0", b"x"),
        ("../../etc", b"x"),
    ],
)
def test_any_charset_is_read_somehow(charset: str, body: bytes) -> None:
    assert_sound(HEAD + b"Content-Type: text/plain; charset=" + charset.encode() + b"\n\n" + body)
    assert_sound(HEAD + b"Content-Type: text/html; charset=" + charset.encode() + b"\n\n<p>" + body)
    assert_sound(b"Subject: =?" + charset.encode() + b"?B?" + base64.b64encode(body) + b"?=\n" + HEAD + b"\nx")


def test_lone_surrogates_do_not_reach_the_verdict() -> None:
    verdict = assert_sound(HEAD + b"Content-Type: text/plain; charset=utf-7\n\nlook +2AA- http://a.example/+2AA-")
    assert "\\ud800" not in ascii(verdict)


@pytest.mark.parametrize("length", [80, 10_000, 500_000])
def test_encoded_words_of_any_length(length: int) -> None:
    for kind in (b"B", b"Q"):
        assert_sound(b"Subject: =?utf-8?" + kind + b"?" + b"QUJD" * (length // 4) + b"?=\n\nx")
        assert_sound(b"Subject: " + b"=?utf-8?" + kind + b"?QUJD?= " * (length // 20) + b"\n\nx")


def test_a_cut_part_keeps_its_beginning() -> None:
    part = parse(large_attachment(80_000_000)).parts[2]
    assert decode_part(part)[:6] == b"ABCABC"
