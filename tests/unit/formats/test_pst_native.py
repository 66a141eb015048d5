"""The reader over real stores, as `tests.fixtures.pst` writes them, and the real library."""

from __future__ import annotations

import email
import email.policy
import io
import random
import struct
from email.message import EmailMessage

import pytest
from tests.fixtures.pst import File, Folder, Mail, Row, store

from tocsin.formats import mapi, pst
from tocsin.model.limits import Limits
from tocsin.model.source import RawMail, Unread

pytest.importorskip("pypff", reason="libpff-python, the extra tocsin[pst]")
SENT = 134_000_000_000_000_000
LARGE = bytes(range(256)) * 100
HTML = b"<p>" + b"caf\xe9 " * 300 + b"</p>"


def note(subject: str = "A note", **more: str | int | bytes) -> Mail:
    return Mail({mapi.MESSAGE_CLASS: "IPM.Note", mapi.SUBJECT: subject, mapi.BODY: "Hello", **named(more)})


def named(values: dict[str, str | int | bytes]) -> Row:
    return {getattr(mapi, name.upper()): value for name, value in values.items()}


def read(octets: bytes, limits: Limits = Limits()) -> list[RawMail | Unread]:
    return list(pst.read_pst(io.BytesIO(octets), "s.pst", limits))


def parsed(one: RawMail | Unread) -> EmailMessage:
    assert isinstance(one, RawMail)
    found = email.message_from_bytes(one.raw, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def full() -> Mail:
    people: list[Row] = [
        {mapi.DISPLAY_NAME: "Ben", mapi.EMAIL: "ben@example.org", mapi.RECIPIENT_TYPE: 1},
        {mapi.DISPLAY_NAME: "سلمى", mapi.SMTP_ADDRESS: "salma@example.org", mapi.RECIPIENT_TYPE: 2},
    ]
    files = [
        File({mapi.ATTACH_LONG_FILENAME: "قائمة.bin", mapi.ATTACH_MIME_TYPE: "application/pdf"}, LARGE),
        File({mapi.ATTACH_FILENAME: "B~1.TXT", mapi.ATTACH_CONTENT_ID: "id@x"}, b"note"),
    ]
    made = note("Sümmary", sender_name="Ada", sender_email="ada@example.org", message_id="<1@example.org>",
                in_reply_to="<0@example.org>", client_submit_time=SENT, html=HTML, internet_codepage=28591)  # fmt: skip
    return Mail(made.properties, people, files)


def test_every_field_that_was_written_is_read() -> None:
    (only,) = read(store(Folder("Inbox", [full()])))
    assert [defect.code for defect in getattr(only, "defects", ())] == ["rebuilt-from-pst"]
    found = parsed(only)
    headers = {
        "Subject": "Sümmary", "From": "Ada <ada@example.org>", "To": "Ben <ben@example.org>",
        "Cc": "سلمى <salma@example.org>", "Date": "Mon, 18 Aug 2025 14:13:20 +0000", "Message-ID": "<1@example.org>",
        "In-Reply-To": "<0@example.org>",
    }  # fmt: skip
    assert {name: found[name] for name in headers} == headers
    plain, html = found.get_body(("plain",)), found.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().strip() == "Hello"
    assert html.get_payload(decode=True) == HTML
    assert html.get_content_charset() == "iso-8859-1"
    files = [(part.get_filename(), part.get_content_type(), part.get_payload(decode=True), part["Content-ID"])
             for part in found.walk() if part.get_filename()]  # fmt: skip
    assert files == [
        ("قائمة.bin", "application/pdf", LARGE, None), ("B~1.TXT", "text/plain", b"note", "<id@x>"),
    ]  # fmt: skip


def test_the_transport_headers_come_as_they_were_sent() -> None:
    headers = "Received: from a by b; Mon, 18 Aug 2025 14:13:20 +0000\r\nFrom: Eve <eve@example.net>\r\n\r\n"
    found = parsed(read(store(Folder("Inbox", [note(transport_headers=headers, sender_email="x@y.test")])))[0])
    assert found["From"] == "Eve <eve@example.net>"
    assert len(found.get_all("Received", [])) == 1


def test_folders_below_folders_and_many_items_are_all_read() -> None:
    subjects = [f"number {count}" for count in range(70)]
    inner = Folder("Inner/2", [note(subject) for subject in subjects])
    found = read(store(Folder("Empty"), Folder("Outer", [note("first")], [inner]), Folder("صادر", [note("last")])))
    assert [one.path for one in found] == [
        "s.pst/Outer/1", *(f"s.pst/Outer/Inner\u22152/{count}" for count in range(1, 71)), "s.pst/صادر/1",
    ]  # fmt: skip
    assert [parsed(one)["Subject"] for one in found] == ["first", *subjects, "last"]


@pytest.mark.parametrize("kind", ["IPM.Appointment", "IPM.Contact", "IPM.Task", "IPM.StickyNote", "IPM.Own.Form"])
def test_what_is_no_mail_is_counted(kind: str) -> None:
    items = [Mail({mapi.MESSAGE_CLASS: kind, mapi.SUBJECT: "x"})] * 2
    (only,) = read(store(Folder("Other", items)))
    assert isinstance(only, Unread)
    assert (only.path, only.code) == ("s.pst/Other", "not-mail")
    assert f"{kind}: 2" in str(only.hint)


@pytest.mark.parametrize("kind", ["IPM.Outlook.Recall", ""])
def test_an_item_of_a_class_that_the_library_does_not_know_is_read_as_far_as_it_goes(kind: str) -> None:
    properties = {**note("kept").properties, **({mapi.MESSAGE_CLASS: kind} if kind else {})}
    if not kind:
        del properties[mapi.MESSAGE_CLASS]
    first, second = read(store(Folder("Inbox", [Mail(properties, [{mapi.EMAIL: "b@example.org"}]), note("next")])))
    assert parsed(first)["Subject"] == "kept"
    assert "item-not-whole" in [defect.code for defect in getattr(first, "defects", ())]
    assert parsed(second)["Subject"] == "next"


def test_a_message_inside_a_message_is_told_where_the_library_does_not_give_it() -> None:
    outer = Mail(note("outer").properties, [], [File({mapi.DISPLAY_NAME: "inner"}, message=note("inner"))])
    (only,) = read(store(Folder("Inbox", [outer])))
    assert parsed(only)["Subject"] == "outer"
    codes = [defect.code for defect in getattr(only, "defects", ())]
    assert codes == ["rebuilt-from-pst", "embedded-not-read", "attachment-not-included"]


def test_limits_are_told() -> None:
    deep = Folder("deepest", [note("unseen")])
    for name in "cba":
        deep = Folder(name, [], [deep])
    found = read(store(Folder("many", [full()]), deep), Limits(max_folder_depth=2, max_attachments=1, max_properties=4))
    assert [(one.path, getattr(one, "code", "mail")) for one in found] == [
        ("s.pst/many/1", "mail"),
        ("s.pst/a/b", "over-limit"),
    ]
    codes = {defect.code for defect in getattr(found[0], "defects", ())}
    assert {"too-many-recipients", "too-many-attachments", "too-many-properties"} <= codes


def test_a_large_file_is_cut_and_told() -> None:
    (only,) = read(store(Folder("Inbox", [full()])), Limits(max_message_bytes=1_000))
    assert "attachment-over-limit" in [defect.code for defect in getattr(only, "defects", ())]


def everything() -> bytes:
    outer = Mail(full().properties, full().recipients, [*full().files, File({}, message=note("inner"))])
    return store(Folder("Inbox", [outer, note("other")], [Folder("Deep", [note(str(n)) for n in range(30)])]))


def test_a_store_cut_anywhere_is_told_or_read_in_part() -> None:
    whole = everything()
    for size in range(0, len(whole), len(whole) // 60):
        if not pst.is_pst(whole[:size]):
            continue
        found = read(whole[:size])
        assert [one for one in found if isinstance(one, Unread)], f"cut to {size} bytes and nothing is said"


def test_a_damaged_store_never_ends_the_reading() -> None:
    """Octets of the header, the trees, the heaps and the tables changed, and one place written over another."""
    whole, choose = everything(), random.Random(7)
    told = 0
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(choose.randrange(1, 10)):
            damaged[choose.choice([choose.randrange(4, 564), choose.randrange(0x4800, len(whole))])] = choose.randrange(
                256
            )
        at, source = (choose.randrange(0x4800, len(whole) - 8) & ~7 for _ in range(2))
        damaged[at : at + 8] = choose.choice(
            [bytes(whole[source : source + 8]), struct.pack("<Q", 1 << 63), b"\xff" * 8]
        )
        told += any(isinstance(one, Unread) or len(one.defects) > 1 for one in read(bytes(damaged)))
    assert told > 100


def test_folders_that_lie_in_one_another_end() -> None:
    """Two folders, each the parent of the other, and one that is its own."""
    whole = bytearray(store(Folder("a", [note("x")], [Folder("b", [note("y")])])))
    nodes = [at for at in range(0x4800, len(whole), 8) if whole[at : at + 4] in (id_of("a"), id_of("b"))]
    assert nodes
    for first in (id_of("a"), id_of("b")):
        looped = bytearray(whole)
        for at in nodes:
            if looped[at + 24 : at + 28] != bytes(4):
                looped[at + 24 : at + 28] = first
        assert len(read(bytes(looped))) < 200


def id_of(name: str) -> bytes:
    """Return the node id that the writer gives to the folders of the test above: it counts nodes as it makes them."""
    return struct.pack("<I", (0x400 + {"a": 1, "b": 3}[name]) << 5 | 2)


def test_a_size_that_no_file_has_is_told() -> None:
    whole = bytearray(everything())
    at = whole.index(struct.pack("<BBHI", 1, 1, 4, len(LARGE)))
    whole[at + 4 : at + 8] = struct.pack("<I", 0x7FFFFFFF)
    found = read(bytes(whole))
    assert len(found) == 32
    assert "attachment-empty" in [defect.code for defect in getattr(found[0], "defects", ())]
