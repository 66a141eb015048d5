"""Where mail parsers differ, each difference has a known cause; and where the cause says so, ours is the right one."""

from __future__ import annotations

import os

import pytest
from bench.lib.corpus import CORPUS, load
from bench.lib.differences import View, compare, ours
from bench.parse import SOURCES

from tocsin.formats.mime import parse

STEP = 1 if os.environ.get("FULL") else 20


def _mixed(*parts: str, boundary: str = "b", tail: str = "--b--\n") -> bytes:
    head = f"From: Ada <ada@sender.example>\nSubject: x\nContent-Type: multipart/mixed; boundary={boundary}\n\n"
    return (head + "".join(f"--{boundary}\n{part}\n" for part in parts) + tail).encode("utf-8", "surrogateescape")


CASES: dict[str, tuple[bytes, View]] = {
    "raw-octets": (
        "From: Ada <ada@sender.example>\nSubject: café\n\nx".encode(),
        View(("text/plain",), (b"x",), (), "café", "ada@sender.example"),
    ),
    "encoded-word": (
        b"From: a@b.example\nSubject: =?utf-8?Q?=D8?=\n =?utf-8?Q?=B5?=\n\nx",
        View(("text/plain",), (b"x",), (), "ص", "a@b.example"),
    ),
    "address-syntax": (
        b"From: A, B <a@b.example>\nSubject: x\n\nx",
        View(("text/plain",), (b"x",), (), "x", ""),
    ),
    "multipart-without-parts": (
        b"From: a@b.example\nContent-Type: multipart/alternative; boundary=zz\n\nplain words",
        View(("text/plain",), (b"plain words",), (), "", "a@b.example"),
    ),
    "message-subtype": (
        _mixed("Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n\nFinal-Recipient: x"),
        View(
            ("message/delivery-status",),
            (b"Reporting-MTA: dns; a.example Final-Recipient: x",),
            (),
            "x",
            "ada@sender.example",
        ),
    ),
    "header-end": (
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n--b\nContent-Type: text/html\n\n<p>\n--b--\n',
        View(("text/html",), (b"<p>",), (), "", "a@b.example"),
    ),
    "duplicate-field": (
        b"From: first@a.example\nFrom: second@b.example\nSubject: x\n\nx",
        View(("text/plain",), (b"x",), (), "x", "first@a.example"),
    ),
    "uuencode": (
        _mixed("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n%:&5L;&\\ \n`\nend"),
        View(("text/plain",), (b"hello",), (), "x", "ada@sender.example"),
    ),
    "broken-base64": (
        _mixed("Content-Transfer-Encoding: base64\n\naGVsbG8=!!!\nQ"),
        View(("text/plain",), (b"hello",), (), "x", "ada@sender.example"),
    ),
    "separator": (
        b"\xef\xbb\xbfFrom: a@b.example\nSubject: x\n\nx",
        View(("text/plain",), (b"x",), (), "x", "a@b.example"),
    ),
    "boundary-prefix": (
        _mixed(
            "Content-Type: multipart/alternative; boundary=bb\n\n--bb\nContent-Type: text/html\n\n<p>\n--bb--",
            "Content-Type: text/x-last\n\nlast",
        ),
        View(("text/html", "text/x-last"), (b"<p>", b"last"), (), "x", "ada@sender.example"),
    ),
    "parameter-syntax": (
        _mixed('Content-Type: image/png; name="C:\\temp\\new.png"\n\nx'),
        View(("image/png",), (b"x",), ("C:\\temp\\new.png",), "x", "ada@sender.example"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_we_read_it_as_the_reference_says(name: str) -> None:
    raw, expected = CASES[name]
    assert ours(parse(raw)) == expected
    assert "unclassified" not in {item.cause for item in compare(raw)}


@pytest.mark.parametrize("source", SOURCES)
def test_no_difference_is_unexplained(source: str) -> None:
    if not (CORPUS / f"{source}.tar.xz").is_file():
        pytest.skip("the measuring corpus is not on this machine")
    for mail in load([source])[:: 1 if source == "measure/fixtures" else STEP]:
        unexplained = [item for item in compare(mail.raw) if item.cause == "unclassified"]
        assert not unexplained, (mail.source, mail.name, unexplained)
