from __future__ import annotations

import email
import struct
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures import tnef as write
from tests.fixtures.ole import BINARY, OBJECT, STRING8, TIME, UNICODE, wide
from tests.fixtures.tnef import attribute, fixed, named, property_list, several, variable, winmail

from tocsin.formats import mapi
from tocsin.formats.tnef import is_tnef, read_tnef, rebuild_tnef
from tocsin.model.limits import Limits


def start() -> bytes:
    return attribute(2, write.ATTACH_START, bytes(14))


def properties(*listed: bytes) -> bytes:
    return attribute(1, write.MESSAGE_PROPERTIES, property_list(*listed))


def codes(octets: bytes, limits: Limits = Limits()) -> list[str]:
    return [defect.code for defect in read_tnef(octets, limits).defects]


def test_subject_bodies_and_files_come_out() -> None:
    octets = winmail(
        attribute(1, write.CODEPAGE, struct.pack("<II", 1256, 0)),
        attribute(1, write.MESSAGE_CLASS, b"IPM.Microsoft Mail.Note\0"),
        attribute(1, write.SUBJECT, "سلام\0".encode("cp1256")),
        properties(
            fixed(0x0017, 0x0003, struct.pack("<I", 1)),
            fixed(0x0029, 0x000B, struct.pack("<I", 1)),
            fixed(mapi.CLIENT_SUBMIT_TIME, TIME, bytes(8)),
            named(UNICODE, "x", wide("private")),
            several(0x6001, UNICODE, [wide("one"), wide("second")]),
            variable(mapi.HTML, BINARY, b"<p>x</p>"),
            variable(mapi.BODY, UNICODE, wide("Text\0")),
        ),
        start(),
        attribute(2, write.ATTACH_TITLE, b"SHORT~1.PDF\0"),
        attribute(2, write.ATTACH_DATA, b"%PDF-1.7"),
        attribute(
            2, write.ATTACH_PROPERTIES, property_list(variable(mapi.ATTACH_LONG_FILENAME, UNICODE, wide("مستند.pdf\0")))
        ),
        start(),
        attribute(2, write.ATTACH_TITLE, b"second.txt\0"),
        attribute(2, write.ATTACH_DATA, b""),
    )
    found = read_tnef(octets)
    assert is_tnef(octets)
    assert (found.message_class, found.subject, found.text) == ("IPM.Microsoft Mail.Note", "سلام", "Text")
    assert (found.html, found.html_charset, found.defects) == (b"<p>x</p>", "", ())
    first, second = found.attachments
    assert (first.name, first.content_type, first.data) == ("مستند.pdf", "application/pdf", b"%PDF-1.7")
    assert (second.name, second.content_type, second.data) == ("second.txt", "text/plain", b"")


def test_rich_text_gives_the_body_that_is_lacking() -> None:
    document = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag <b>}bold{\*\htmltag </b>}}"
    packed = struct.pack("<II4sI", len(document) + 12, len(document), b"MELA", 0) + document
    found = read_tnef(winmail(properties(variable(mapi.RTF_COMPRESSED, BINARY, packed))))
    assert (found.html, found.html_charset, found.text) == (b"<b>bold</b>", "utf-8", "")


def test_a_message_inside_is_rebuilt_to_a_depth() -> None:
    octets = winmail(attribute(1, write.SUBJECT, b"innermost\0"), attribute(1, write.BODY, b"deep\0"))
    for _ in range(3):
        data = variable(mapi.ATTACH_DATA, OBJECT, bytes(16) + octets)
        octets = winmail(start(), attribute(2, write.ATTACH_PROPERTIES, property_list(data)))
    (only,) = read_tnef(octets).attachments
    assert only.content_type == "message/rfc822"
    assert b"innermost" in only.data
    assert "embedded-too-deep" in codes(octets, Limits(max_embedded_depth=1))


def test_one_that_stands_alone_becomes_a_message() -> None:
    recipient = property_list(variable(mapi.EMAIL, STRING8, b"ben@example.org\0"))
    author = struct.pack("<4H", 4, 30, 4, 21) + b"Ada\0" + b"smtp:ada@example.org\0"
    octets = winmail(
        attribute(1, write.FROM, author),
        attribute(1, write.DATE_SENT, struct.pack("<7H", 2026, 3, 15, 10, 30, 0, 0)),
        attribute(1, write.SUBJECT, b"Plan\0"),
        attribute(1, write.BODY, b"Text\0"),
        attribute(1, write.RECIPIENTS, struct.pack("<I", 1) + recipient),
    )
    raw, defects = rebuild_tnef(octets)
    found = email.message_from_bytes(raw)
    assert [found[name] for name in ("From", "To", "Subject", "Date")] == [
        '"Ada" <ada@example.org>', "ben@example.org", "Plan", "Sun, 15 Mar 2026 10:30:00 +0000",
    ]  # fmt: skip
    assert [defect.code for defect in defects] == ["rebuilt-from-tnef"]


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"PK\3\4", "tnef-broken"),
        (winmail(attribute(1, write.BODY, b"text"))[:-4], "tnef-cut-short"),
        (winmail(attribute(1, write.BODY, b"text"))[:-1] + b"\xff", "tnef-checksum"),
        (winmail(properties(fixed(1, 0x0099, b"1234"))), "tnef-property-broken"),
        (winmail(attribute(1, write.MESSAGE_PROPERTIES, struct.pack("<I", 2**32 - 1))), "too-many-properties"),
        (winmail(attribute(1, write.RECIPIENTS, b"\1")), "tnef-property-broken"),
        (winmail(attribute(1, write.DATE_SENT, struct.pack("<7H", 2026, 13, 1, 0, 0, 0, 0))), "tnef-property-broken"),
        (winmail(attribute(1, write.FROM, b"")), "tnef-property-broken"),
        (winmail(*[start()] * 4), "too-many-attachments"),
    ],
)
def test_what_is_broken_is_told(octets: bytes, code: str) -> None:
    assert code in codes(octets, Limits(max_attachments=3))


@given(st.binary(max_size=200), st.integers(0, 300))
def test_any_octets_are_read_without_error(octets: bytes, cut: int) -> None:
    whole = winmail(
        properties(variable(mapi.BODY, UNICODE, wide("x")), several(1, STRING8, [octets])),
        start(), attribute(2, write.ATTACH_PROPERTIES, octets), attribute(2, write.ATTACH_DATA, octets),
    )  # fmt: skip
    read_tnef(whole[:cut] + octets)
    rebuild_tnef(write.SIGNATURE + octets)


FIXTURES = Path(__file__).parents[4] / "shared" / "corpus" / "measure" / "fixtures.tar.xz"


@pytest.mark.skipif(not FIXTURES.exists(), reason="the shared corpus is not here")
def test_files_that_outlook_wrote_are_read_without_a_defect() -> None:
    with tarfile.open(FIXTURES) as corpus:
        mails = [corpus.extractfile(one) for one in corpus if "tnef" in one.name and one.name.endswith(".eml")]
        parts = [part for mail in mails if mail for part in email.message_from_bytes(mail.read()).walk()]
    wrapped = [data for part in parts if isinstance(data := part.get_payload(decode=True), bytes) and is_tnef(data)]
    found = [read_tnef(octets) for octets in wrapped]
    assert len(found) == 2
    assert {defect.code for one in found for defect in one.defects} <= {"rebuilt-from-tnef"}
    assert all(one.text or one.html for one in found)
    kinds = sorted(file.content_type for one in found for file in one.attachments)
    assert kinds == ["image/jpeg", "message/rfc822", "message/rfc822"]
