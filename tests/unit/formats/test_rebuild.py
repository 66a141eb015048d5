from __future__ import annotations

import email
import email.message
import email.policy
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.formats import mapi
from tocsin.formats.mapi import Attached, Item, Properties, Property
from tocsin.formats.rebuild import attachment_name, attachment_type, rebuild, transport_fields
from tocsin.model.limits import Limits


def text(value: str) -> Property:
    return Property(mapi.UNICODE, value.encode("utf-16-le", "surrogatepass"))


def number(value: int) -> Property:
    return Property(mapi.INTEGER32, struct.pack("<Q", value))


def binary(value: bytes) -> Property:
    return Property(mapi.BINARY, value)


def of(**named: str | int | bytes) -> Properties:
    """Make properties by the names that `mapi` gives them, in lower case."""
    values = {}
    for name, value in named.items():
        made = text(value) if isinstance(value, str) else number(value) if isinstance(value, int) else binary(value)
        values[getattr(mapi, name.upper())] = made
    return Properties(values)


def parsed(item: Item, limits: Limits = Limits()) -> email.message.EmailMessage:
    raw, defects = rebuild(item, "test", limits)
    assert defects[0].code == "rebuilt-from-test"
    found = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(found, email.message.EmailMessage)
    return found


def codes(item: Item, limits: Limits = Limits()) -> list[str]:
    return [defect.code for defect in rebuild(item, "test", limits)[1][1:]]


def test_transport_headers_are_kept_and_lack_is_filled_in() -> None:
    headers = (
        "Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a\r\n\tby b\r\nSubject: as sent\r\n"
        "Content-Type: multipart/mixed;\r\n boundary=x\r\nMIME-Version: 1.0\r\nX-Odd: y\r\n\r\nInjected: no\r\n"
    )
    properties = of(
        transport_headers=headers, subject="as kept", body="Text", sender_name="Ada", sender_email="ada@example.org"
    )
    found = parsed(Item(properties))
    assert found["Received"] == "from a\tby b"
    assert found.get_all("Subject") == ["as sent"]
    assert found["From"] == "Ada <ada@example.org>"
    assert found["Injected"] is None
    assert found.get_all("MIME-Version") == ["1.0"]
    assert found.get_content() == "Text"
    assert [name for name, _ in transport_fields(properties)] == ["received", "subject", "x-odd"]


def test_eight_bit_transport_headers_stay_as_they_are() -> None:
    stored = Properties({mapi.TRANSPORT_HEADERS: Property(mapi.STRING8, "Subject: مرحبا\n".encode("cp1256"))})
    assert transport_fields(stored) == [("subject", "Subject: مرحبا\r\n".encode("cp1256"))]


def test_headers_are_made_from_properties() -> None:
    ticks = int((datetime(2026, 3, 15, 10, 30, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    properties = of(
        subject="\x01\x04Re: سلام\r\nBcc: no@example.org",
        sent_representing_name='Ada "L" Office',
        sent_representing_email="/O=X/CN=ADA",
        sent_representing_smtp="ada@example.org",
        sender_name="Ben",
        sender_email="ben@example.org",
        message_id="<a@b>",
        references="<c@d><e@f>",
        reply_recipient_names="away@example.net; Nobody",
    )
    values = {**properties.values, mapi.CLIENT_SUBMIT_TIME: Property(mapi.TIME, struct.pack("<q", ticks))}
    people = (
        of(display_name="Cy", smtp_address="cy@example.org", recipient_type=1),
        of(display_name="dee@example.org", email="dee@example.org", recipient_type=2),
        of(display_name="Hidden", email="/O=X/CN=H", recipient_type=3),
    )
    found = parsed(Item(Properties(values), people))
    assert found["Subject"] == "Re: سلام Bcc: no@example.org"
    assert found["From"].addresses[0].addr_spec == "ada@example.org"
    assert found["From"].addresses[0].display_name == 'Ada "L" Office'
    assert found["Sender"].addresses[0].addr_spec == "ben@example.org"
    assert found["Reply-To"] == "away@example.net"
    assert found["References"] == "<c@d> <e@f>"
    assert found["Date"].datetime == datetime(2026, 3, 15, 10, 30, tzinfo=UTC)
    assert (found["To"], found["Cc"]) == ("Cy <cy@example.org>", "dee@example.org")
    assert "Hidden" in found["Bcc"]
    assert [name for name in found if name.lower() == "bcc"] == ["Bcc"]


def test_display_lists_stand_in_for_recipients() -> None:
    assert b'To: "Ada",\r\n "Ben"\r\n' in rebuild(Item(of(display_to="Ada; Ben")), "test")[0]


def test_bodies_and_attachments_become_parts() -> None:
    page = "<p>مرحبا</p>".encode("cp1256")
    properties = of(body="Hello", html=page, internet_codepage=1256)
    files = (
        Attached(
            of(attach_long_filename="Ré sumé.pdf", attach_mime_type="application/pdf", attach_content_id="<i@x>"),
            b"%PDF",
        ),
        Attached(of(attach_filename="A.TXT"), b"note"),
    )
    found = parsed(Item(properties, (), files))
    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf", "text/plain",
    ]  # fmt: skip
    html, pdf, note = list(found.walk())[3:]
    assert html.get_content() == "<p>مرحبا</p>"
    assert (pdf.get_filename(), pdf["Content-ID"], pdf.get_payload(decode=True)) == ("Ré sumé.pdf", "<i@x>", b"%PDF")
    assert (note.get_filename(), note.get_content_disposition()) == ("A.TXT", "attachment")


def test_an_embedded_message_is_a_message() -> None:
    inner = Item(of(subject="inner", body="deep"))
    found = parsed(Item(of(subject="outer", body="x"), (), (Attached(of(attach_method=5), message=inner),)))
    message = list(found.walk())[2].get_payload(0)
    assert isinstance(message, email.message.Message)
    assert message["Subject"] == "inner"


def test_a_clear_signed_item_keeps_its_entity() -> None:
    entity = b"Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n"
    item = Item(of(message_class="IPM.Note.SMIME.MultipartSigned", subject="s"), (), (Attached(of(), entity),))
    assert rebuild(item, "test")[0].endswith(b"MIME-Version: 1.0\r\n" + entity)


def test_limits_are_told() -> None:
    deep = Item(of(body="bottom"))
    for _ in range(4):
        deep = Item(of(body="x"), (), (Attached(of(), message=deep),))
    assert codes(deep, Limits(max_embedded_depth=2)) == ["embedded-too-deep"]
    many = Item(of(body="x"), (of(email="a@b.example"),) * 4, (Attached(of(), b"1"),) * 4)
    assert sorted(codes(many, Limits(max_attachments=3))) == ["too-many-attachments", "too-many-recipients"]
    assert codes(Item(of(), (), (Attached(of(), b"12345"),)), Limits(max_message_bytes=3)) == ["attachment-over-limit"]
    assert codes(Item(of(), (), (Attached(of(attach_method=7)),))) == ["attachment-not-included"]


@pytest.mark.parametrize(
    ("named", "name", "kind"),
    [
        ({"attach_long_filename": "a.PDF"}, "a.PDF", "application/pdf"),
        ({"attach_filename": "B~1.BIN", "attach_mime_type": "x/y\r\nBcc: z"}, "B~1.BIN", "application/octet-stream"),
        ({"display_name": "c\r\nd.html", "attach_mime_type": "message/rfc822"}, "c d.html", "text/html"),
        ({}, "", "application/octet-stream"),
    ],
)
def test_names_and_types_of_attachments(named: dict[str, str], name: str, kind: str) -> None:
    properties = of(**named)
    assert (attachment_name(properties), attachment_type(properties)) == (name, kind)


@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30))
def test_no_property_can_add_a_header(subject: str, name: str, file: str) -> None:
    item = Item(
        of(subject=subject, sender_name=name, sender_email="a@example.org", message_id=subject, body="b"),
        (of(display_name=name, email=file),),
        (Attached(of(attach_long_filename=file, attach_content_id=name, attach_mime_type=subject), b"d"),),
    )
    head = rebuild(item, "test")[0].partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if line[:1] not in b" \t"]
    assert set(names) <= {b"From", b"Subject", b"Message-ID", b"To", b"MIME-Version", b"Content-Type"}


def test_rich_text_gives_the_bodies_that_are_lacking() -> None:
    document = rb"{\rtf1\fromhtml1 {\*\htmltag <b>}x{\*\htmltag </b>}}"
    packed = struct.pack("<II4sI", len(document) + 12, len(document), b"MELA", 0) + document
    html = parsed(Item(of(rtf_compressed=packed)))
    assert (html.get_content_type(), html.get_content()) == ("text/html", "<b>x</b>")
    assert codes(Item(of(rtf_compressed=b"short"))) == ["rtf-broken"]


def test_html_kept_as_a_string_is_written_as_utf8() -> None:
    found = parsed(Item(of(html="<p>سلام</p>")))
    assert (found.get_content_charset(), found.get_content()) == ("utf-8", "<p>سلام</p>")


def test_a_signed_item_with_more_than_its_entity_is_rebuilt_as_any() -> None:
    files = (Attached(of(), b"Content-Type: x/y\r\n\r\n"), Attached(of(), b"more"))
    found = parsed(Item(of(message_class="IPM.Note.SMIME.MultipartSigned", body="x"), (), files))
    assert found.get_content_type() == "multipart/mixed"
