"""The MIME parser: structure, offsets, and a defect for everything that two programs could read differently."""

from __future__ import annotations

import pytest
from tests.ends import ends

from tocsin.formats.content import decode_part, decode_text
from tocsin.formats.mime import parse
from tocsin.model.limits import Limits
from tocsin.model.message import Message


def _codes(raw: bytes, limits: Limits = Limits()) -> set[str]:
    return {defect.code for defect in parse(raw, limits).defects}


def _tree(message: Message) -> list[tuple[str, str]]:
    return [(part.path, part.media_type) for part in message.parts]


def _multipart(*parts: bytes, boundary: bytes = b"b", end: bool = True) -> bytes:
    head = b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\n\npreamble\n'
    body = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts)
    return head + body + (b"--" + boundary + b"--\n" if end else b"")


def test_headers_keep_their_order_and_spelling() -> None:
    message = parse(b"Received: one\nsubJECT:two\n three\nReceived: four\n\nbody")
    assert [(f.name, f.value) for f in message.headers] == [
        ("Received", b"one"),
        ("subJECT", b"two three"),
        ("Received", b"four"),
    ]
    assert message.values("received") == [b"one", b"four"]
    assert message.root.header("subject") == b"two three"


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_the_body_begins_behind_the_blank_line(newline: bytes) -> None:
    message = parse(newline.join([b"A: b", b"", b"body", b"more"]))
    assert decode_part(message.root) == newline.join([b"body", b"more"])
    assert not message.defects


@pytest.mark.parametrize("raw", [b"", b"\n", b"\r\n\r\n", b"no header at all\nreally not", b"From x@y Mon\n"])
def test_anything_is_a_message(raw: bytes) -> None:
    assert parse(raw).root.media_type == "text/plain"


def test_an_mbox_separator_and_a_byte_order_mark_are_skipped() -> None:
    for prefix in (b"From a@b Mon Jan  1 00:00:00 2026\n", b"\xef\xbb\xbf", b"\n\n", b">From a@b\n"):
        assert parse(prefix + b"Subject: x\n\n").root.header("subject") == b"x"


def test_parts_are_numbered_and_cut_without_the_break_before_the_delimiter() -> None:
    message = parse(_multipart(b"Content-Type: text/html\n\n<p>1</p>", b"\nplain"))
    assert _tree(message) == [("1", "multipart/mixed"), ("1.1", "text/html"), ("1.2", "text/plain")]
    assert [decode_text(part) for part in message.parts[1:]] == ["<p>1</p>", "plain"]


def test_a_boundary_that_begins_like_another_does_not_end_it() -> None:
    inner = _multipart(b"\ndeep", boundary=b"bb")
    message = parse(_multipart(inner, b"\nlast"))
    assert _tree(message) == [
        ("1", "multipart/mixed"),
        ("1.1", "multipart/mixed"),
        ("1.1.1", "text/plain"),
        ("1.2", "text/plain"),
    ]


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_an_empty_part_ends_where_it_begins(newline: bytes) -> None:
    raw = _multipart(b"").replace(b"\n", newline)
    message = parse(raw)
    for part in message.parts:
        assert 0 <= part.start <= part.end <= len(raw)
    assert decode_part(message.parts[1]) == b""


def test_a_nested_message_is_opened() -> None:
    message = parse(_multipart(b"Content-Type: message/rfc822\n\nSubject: inner\n\nhello"))
    inner = message.parts[2]
    assert inner.header("subject") == b"inner"
    assert decode_text(inner) == "hello"


def test_a_nested_message_in_base64_is_opened_and_noted() -> None:
    raw = _multipart(b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW5uZXIKCmhp")
    assert parse(raw).parts[2].header("subject") == b"inner"
    assert "encoded-message" in _codes(raw)


def test_a_nested_message_may_begin_with_an_mbox_separator() -> None:
    separator = b"From a@b.example Mon Jan  1 00:00:00 2026\n"
    raw = _multipart(b"Content-Type: message/rfc822\n\n" + separator + b"Subject: inner\n\nhi")
    assert parse(raw).parts[2].header("subject") == b"inner"


def test_a_delimiter_ends_a_header_that_nothing_else_ends() -> None:
    raw = b'Content-Type: multipart/mixed; boundary="b"\n--b\nContent-Type: text/html\n\n<p>\n--b--\n'
    assert [part.media_type for part in parse(raw).parts] == ["multipart/mixed", "text/html"]
    assert "header-without-end" in _codes(raw)


def test_a_digest_holds_messages() -> None:
    raw = _multipart(b"\nSubject: a\n\nb").replace(b"multipart/mixed", b"multipart/digest")
    assert parse(raw).parts[1].media_type == "message/rfc822"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"From: a@b.example\nFrom: c@d.example\n\n", "duplicate-header"),
        (b"Subject: a\nSubject: a\n\n", "repeated-header"),
        (b"Subject: a\x00b\n\n", "nul-in-header"),
        (b"Subject: a\rb\n\n", "bare-cr-in-header"),
        (b"Subject: a\rFrom: b\r\rtext", "bare-carriage-returns"),
        (b"Subject: a\nthis is no field\nTo: b\n\n", "junk-in-header"),
        (b"Subject: a\nthe body begins here\nand goes on", "header-without-end"),
        (b"Content-Type: multipart/mixed; boundary=x\n\nno delimiter", "boundary-not-found"),
        (b"Content-Type: multipart/mixed\n\nno delimiter", "boundary-missing"),
        (_multipart(b"\nx", end=False), "boundary-not-closed"),
        (_multipart(b"\nx") + b"--b\n\nhidden\n", "part-after-end"),
        (b"Content-Type: multipart/mixed; boundary=a; boundary=b\n\n--a\n\nx\n--a--", "conflicting-parameters"),
        (
            b'Content-Type: x/y; name="a.txt"\nContent-Disposition: attachment; filename="b.exe"\n\n',
            "conflicting-file-names",
        ),
        (b"Content-Type: nonsense\n\n", "bad-content-type"),
    ],
)
def test_ambiguity_is_a_defect(raw: bytes, code: str) -> None:
    assert code in _codes(raw)


def test_a_missing_boundary_is_found_in_the_body() -> None:
    message = parse(b"Content-Type: multipart/mixed\n\n--found-it\n\none\n--found-it--\n")
    assert decode_text(message.parts[1]) == "one"


def test_limits_are_kept_and_noted() -> None:
    many = _multipart(*[b"\nx"] * 30)
    assert len(parse(many, Limits(max_parts=10)).parts) <= 11
    assert "too-many-parts" in _codes(many, Limits(max_parts=10))
    deep = b"\nend"
    for level in range(20):
        deep = _multipart(deep, boundary=b"b%d" % level)
    assert "too-deep" in _codes(deep, Limits(max_depth=5))
    assert "header-too-large" in _codes(b"A: " + b"x" * 5000 + b"\n\nbody", Limits(max_header_bytes=1000))
    assert "too-many-headers" in _codes(b"A: b\n" * 50 + b"\n", Limits(max_headers=10))


def test_the_body_is_found_behind_a_header_that_is_too_large() -> None:
    message = parse(b"A: b\nC: " + b"x" * 5000 + b"\n\nbody", Limits(max_header_bytes=1000))
    assert decode_part(message.root) == b"body"


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        (b"base64", b"aGVs\r\nbG8", "hello"),
        (b"base64", b"aGVsbG8=!!!junk", "hello"),
        (b"quoted-printable", b"a=3D=\n=C3=A9", "a=é"),
        (b"x-uuencode", b"begin 644 a\n%:&5L;&\\ \n`\nend\n", "hello"),
        (b"8bit", "é".encode(), "é"),
        (b"unheard-of", b"plain", "plain"),
    ],
)
def test_transfer_encodings(encoding: bytes, body: bytes, text: str) -> None:
    message = parse(b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + encoding + b"\n\n" + body)
    assert decode_text(message.root).startswith(text)


def test_decoded_parts_are_cut_at_the_limit() -> None:
    message = parse(b"Subject: x\n\n" + b"y" * 10_000)
    assert len(decode_part(message.root, Limits(max_decoded_bytes=100))) == 100
    assert len(decode_text(message.root, Limits(max_text_chars=50))) == 50


def test_a_long_line_that_is_no_field_is_not_searched_for_one() -> None:
    with ends():
        assert _codes(b"a" * 2_000_000) == {"header-too-large", "header-without-end"}
