"""A message as checks see it: texts, links, files, stamps, and what was over a limit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.model.limits import Limits

HEAD = b"From: Ada <Ada@Sender.example>\nTo: b@x.example, c@x.example\nSubject: =?utf-8?Q?caf=C3=A9?=\n"


def _mail(raw: bytes, limits: Limits = Limits()) -> Mail:
    return Mail(parse(raw, limits), limits)


def _parts(*parts: bytes) -> bytes:
    head = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n"
    return head + b"".join(b"--b\n" + part + b"\n" for part in parts) + b"--b--\n"


def test_headers_decoded() -> None:
    mail = _mail(HEAD + b"Message-ID: <1@x>\nIn-Reply-To: <2@x>\nReferences: <3@x> <2@x>\nReply-To: r@y.example\n\nx")
    assert (mail.subject, mail.sender.email, mail.sender_domain) == ("café", "ada@sender.example", "sender.example")
    assert [a.email for a in mail.recipients] == ["b@x.example", "c@x.example"]
    assert (mail.message_id, mail.references) == ("1@x", ("3@x", "2@x"))
    assert mail.reply_to[0].domain == "y.example"
    assert not mail.is_list


def test_names_before_the_first_address_belong_to_it() -> None:
    assert _mail(b"From: Quaymail, Support <x@other.example>\n\n").sender.name == "Quaymail Support"


def test_stamps() -> None:
    stamp = (
        b"Received: from mail.a.example (host.b.example [192.0.2.7])\n by mx.c.example with ESMTPS; "
        b"Tue, 3 Mar 2026 10:00:00 +0000\n"
    )
    (hop,) = _mail(stamp + HEAD + b"\n").hops
    assert (hop.helo, hop.by, hop.address, hop.host) == (
        "mail.a.example",
        "mx.c.example",
        "192.0.2.7",
        "host.b.example",
    )
    assert hop.time == datetime(2026, 3, 3, 10, tzinfo=UTC)


def test_texts_and_the_body() -> None:
    mail = _mail(_parts(b"\nplain words", b"Content-Type: text/html\n\n<p>shown</p><p hidden>not</p>"))
    assert [(t.layer, t.content) for t in mail.texts] == [
        ("header:subject", "café"),
        ("header:from", "Ada"),
        ("text", "plain words"),
        ("visible", "shown"),
        ("hidden", "not"),
    ]
    assert mail.body.content == "shown"


def test_links_of_pages_and_of_texts() -> None:
    page = b"Content-Type: text/html\n\nsee <a href='https://a.example/'>https://b.example</a> <a href=#x>top</a>"
    mail = _mail(_parts(b"\nhxxp://c.example/x and more", page))
    assert [(link.host, link.shown_host, link.kind) for link in mail.links] == [
        ("a.example", "b.example", "a"),
        ("c.example", "", "text"),
    ]
    link = mail.links[0]
    content = next(t.content for t in mail.texts if (t.part, t.layer) == (link.span.part, link.span.layer))
    assert content[link.span.start : link.span.end] == "https://b.example"


def test_attachments_and_nested_messages() -> None:
    mail = _mail(
        _parts(
            b"\nhello",
            b"Content-Type: application/pdf; name=A.PDF\nContent-Transfer-Encoding: base64\n\nJVBERi0x",
            b"Content-Type: message/rfc822\n\nSubject: inner\n\nhi",
        )
    )
    assert [(a.name, a.extension, a.kind) for a in mail.attachments][:1] == [("A.PDF", "pdf", "pdf")]
    assert [inner.subject for inner in mail.nested] == ["inner"]


@pytest.mark.parametrize(
    ("raw", "limits", "code"),
    [
        (HEAD + b"\n" + b"x" * 200, Limits(max_text_chars=100), "text-cut"),
        (HEAD + b"\n" + b"http://a.example/ " * 20, Limits(max_links=10), "too-many-links"),
        (_parts(b"\nx", b"Content-Type: a/b\n\n" + b"y" * 500), Limits(max_decoded_bytes=100), "part-cut"),
        (HEAD.replace(b"b@x", b"a@x.example," * 1_500 + b"b@x") + b"\n", Limits(), "too-many-addresses"),
        (HEAD + b"Content-Type: text/html\n\n" + b"<div>" * 3_000, Limits(), "html-too-deep"),
        (HEAD + b"Content-Type: multipart/mixed\n\nx", Limits(), "boundary-missing"),
    ],
)
def test_what_is_over_a_limit_is_a_defect(raw: bytes, limits: Limits, code: str) -> None:
    assert code in {defect.code for defect in _mail(raw, limits).defects}


def test_ordinary_mail_has_no_defects() -> None:
    assert _mail(_parts(b"\nplain", b"Content-Type: text/html\n\n<p>x")).defects == ()
