from __future__ import annotations

import email
import email.message
import email.policy
import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures import ole, rtf
from tests.fixtures.ole import BINARY, INTEGER32, STRING8, TIME, UNICODE, outlook_message, storage, wide

from tocsin.formats import mapi, msg
from tocsin.formats.msg import BrokenMsgError
from tocsin.model.limits import Limits


def plain_properties() -> dict[tuple[int, int], bytes | int]:
    return {
        (mapi.SUBJECT, UNICODE): wide("Sümmary"),
        (mapi.BODY, UNICODE): wide("Hello"),
        (mapi.SENDER_NAME, UNICODE): wide("Ada"),
        (mapi.SENDER_EMAIL, UNICODE): wide("ada@example.org"),
    }


def file_storage(name: str, data: bytes) -> dict[str, bytes | ole.Tree]:
    return storage(
        {
            (mapi.ATTACH_LONG_FILENAME, UNICODE): wide(name),
            (mapi.ATTACH_DATA, BINARY): data,
            (mapi.ATTACH_METHOD, INTEGER32): 1,
        }
    )


def embedded_storage(inner: ole.Tree, method: int = 5) -> dict[str, bytes | ole.Tree]:
    return {**storage({(mapi.ATTACH_METHOD, INTEGER32): method}), "__substg1.0_3701000D": inner}


def parsed(octets: bytes) -> email.message.EmailMessage:
    raw, defects = msg.read_msg(io.BytesIO(octets))
    assert defects[0].code == "rebuilt-from-msg"
    found = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(found, email.message.EmailMessage)
    return found


def test_a_message_with_people_and_files() -> None:
    people: list[dict[tuple[int, int], bytes | int]] = [
        {(mapi.DISPLAY_NAME, UNICODE): wide("Ben"), (mapi.EMAIL, UNICODE): wide("ben@example.org"),
         (mapi.RECIPIENT_TYPE, INTEGER32): 1},
        {(mapi.SMTP_ADDRESS, UNICODE): wide("cy@example.org"), (mapi.RECIPIENT_TYPE, INTEGER32): 2},
    ]  # fmt: skip
    files = [file_storage("a.bin", bytes(range(256)) * 40), file_storage("b.txt", b"note")]
    octets = ole.compound(outlook_message(plain_properties(), list(people), files))
    assert msg.is_ole(octets)
    found = parsed(octets)
    assert (found["Subject"], found["From"], found["To"]) == (
        "Sümmary",
        "Ada <ada@example.org>",
        "Ben <ben@example.org>",
    )
    assert found["Cc"] == "cy@example.org"
    names = {part.get_filename(): part.get_payload(decode=True) for part in found.iter_attachments()}
    assert names == {"a.bin": bytes(range(256)) * 40, "b.txt": b"note"}


def test_an_ansi_message_is_read_by_its_codepage() -> None:
    properties: dict[tuple[int, int], bytes | int] = {
        (mapi.MESSAGE_CODEPAGE, INTEGER32): 1256,
        (mapi.SUBJECT, STRING8): "سلام".encode("cp1256"),
        (mapi.BODY, STRING8): "مرحبا".encode("cp1256"),
    }
    found = parsed(ole.compound(outlook_message(properties)))
    assert (found["Subject"], found.get_content()) == ("سلام", "مرحبا")


def test_embedded_messages_are_rebuilt_to_a_depth() -> None:
    inner = outlook_message(plain_properties(), header=24)
    for _ in range(3):
        inner = outlook_message({(mapi.BODY, UNICODE): wide("x")}, [], [embedded_storage(inner)], header=24)
    tree = outlook_message({(mapi.BODY, UNICODE): wide("x")}, [], [embedded_storage(inner)])
    octets = ole.compound(tree)
    kinds = [part.get_content_type() for part in parsed(octets).walk()]
    assert kinds.count("message/rfc822") == 4
    _, defects = msg.read_msg(io.BytesIO(octets), Limits(max_embedded_depth=2))
    assert "embedded-too-deep" in [defect.code for defect in defects]


def test_an_ole_object_inside_is_told() -> None:
    tree = outlook_message(plain_properties(), [], [embedded_storage({"CONTENTS": b"x"}, method=6)])
    _, defects = msg.read_msg(io.BytesIO(ole.compound(tree)))
    assert [defect.code for defect in defects] == ["rebuilt-from-msg", "attachment-not-included"]


def test_limits_are_told() -> None:
    people: list[dict[tuple[int, int], bytes | int]] = [{(mapi.EMAIL, UNICODE): wide("b@example.org")}] * 3
    octets = ole.compound(outlook_message(plain_properties(), list(people), [file_storage("a", b"1")] * 3))
    _, defects = msg.read_msg(io.BytesIO(octets), Limits(max_attachments=2, max_properties=2))
    found = {defect.code for defect in defects}
    assert {"too-many-recipients", "too-many-attachments", "too-many-properties"} <= found


def test_another_ole_file_is_no_message() -> None:
    with pytest.raises(BrokenMsgError, match="without an Outlook message"):
        msg.read_msg(io.BytesIO(ole.compound({"WordDocument": b"x" * 600})))


@pytest.mark.parametrize("size", [0, 8, 400, 600, 1500])
def test_a_cut_file_is_refused_or_read_but_never_crashes(size: int) -> None:
    octets = ole.compound(outlook_message(plain_properties(), [], [file_storage("a", b"1" * 2_000)]))
    with pytest.raises(BrokenMsgError):
        msg.read_msg(io.BytesIO(octets[:size]))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 6_000), st.integers(0, 255)), max_size=12))
def test_a_damaged_file_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    octets = bytearray(ole.compound(outlook_message(plain_properties(), [], [file_storage("a", b"1" * 2_000)])))
    for at, value in damage:
        octets[at % len(octets)] = value
    try:
        raw, _ = msg.read_msg(io.BytesIO(bytes(octets)))
    except BrokenMsgError:
        return
    assert b"MIME-Version" in raw


def test_a_stream_larger_than_the_file_is_not_read() -> None:
    octets = ole.compound(outlook_message(plain_properties()))
    name = "__substg1.0_1000001F".encode("utf-16-le")
    at = octets.index(name) + 120
    broken = octets[:at] + (2**30).to_bytes(8, "little") + octets[at + 8 :]
    raw, defects = msg.read_msg(io.BytesIO(broken))
    assert "msg-stream-broken" in [defect.code for defect in defects]
    assert b"ada@example.org" in raw


def test_a_file_in_memory_is_read_the_same() -> None:
    octets = ole.compound(outlook_message(plain_properties()))
    assert msg.read_msg_octets(octets) == msg.read_msg(io.BytesIO(octets))


def test_every_field_that_was_written_is_read() -> None:
    html = "<p>caf\u00e9</p>".encode("latin-1")
    properties: dict[tuple[int, int], bytes | int] = {
        **plain_properties(),
        (mapi.CLIENT_SUBMIT_TIME, TIME): 134_000_000_000_000_000,
        (mapi.MESSAGE_ID, UNICODE): wide("<1@example.org>"),
        (mapi.IN_REPLY_TO, UNICODE): wide("<0@example.org>"),
        (mapi.REFERENCES, UNICODE): wide("<a@example.org> <0@example.org>"),
        (mapi.REPLY_RECIPIENT_NAMES, UNICODE): wide("other@example.net"),
        (mapi.HTML, BINARY): html,
        (mapi.INTERNET_CODEPAGE, INTEGER32): 28591,
    }
    shown = {
        **storage(
            {
                (mapi.ATTACH_FILENAME, UNICODE): wide("P~1.PNG"),
                (mapi.ATTACH_LONG_FILENAME, UNICODE): wide("\u0635\u0648\u0631\u0629.png"),
                (mapi.ATTACH_CONTENT_ID, UNICODE): wide("pic@x"),
                (mapi.ATTACH_MIME_TYPE, UNICODE): wide("image/png"),
                (mapi.ATTACH_DATA, BINARY): b"\x89PNG" * 2_000,
                (mapi.ATTACH_METHOD, INTEGER32): 1,
            }
        )
    }
    found = parsed(ole.compound(outlook_message(properties, [], [shown])))
    headers = {
        "Date": "Mon, 18 Aug 2025 14:13:20 +0000", "Message-ID": "<1@example.org>", "In-Reply-To": "<0@example.org>",
        "References": "<a@example.org> <0@example.org>", "Reply-To": "other@example.net",
    }  # fmt: skip
    assert {name: found[name] for name in headers} == headers
    page, plain = found.get_body(("html",)), found.get_body(("plain",))
    assert page is not None
    assert plain is not None
    assert (page.get_content_charset(), page.get_payload(decode=True)) == ("iso-8859-1", html)
    assert plain.get_content() == "Hello"
    (file,) = [part for part in found.walk() if part.get_filename()]
    assert (file.get_filename(), file.get_content_type()) == ("\u0635\u0648\u0631\u0629.png", "image/png")
    assert (file["Content-ID"], file.get_payload(decode=True)) == ("<pic@x>", b"\x89PNG" * 2_000)


def test_a_body_that_is_only_compressed_rich_text_is_read() -> None:
    document = rb"{\rtf1\ansi\ansicpg1256\fromhtml1 {\*\htmltag64 <p>}\'e3\'d1\'cd\'c8\'c7{\*\htmltag72 </p>}}"
    properties: dict[tuple[int, int], bytes | int] = {
        (mapi.RTF_COMPRESSED, BINARY): rtf.packed(rtf.literals(document), len(document)),
    }
    page = parsed(ole.compound(outlook_message(properties))).get_body(("html",))
    assert page is not None
    assert "<p>مرحبا</p>" in page.get_content()


def looped(octets: bytes, chain: int) -> bytes:
    """Let every sector of the file's chain table, from one on, be followed by that one."""
    (tables,) = struct.unpack_from("<I", octets, 44)
    broken = bytearray(octets)
    for table in range(tables):
        (sector,) = struct.unpack_from("<I", octets, 76 + 4 * table)
        for place in range(chain, 128):
            struct.pack_into("<I", broken, 512 * (sector + 1) + 4 * place, chain)
    return bytes(broken)


@pytest.mark.parametrize("chain", range(0, 24, 3))
def test_chains_of_sectors_that_never_end_give_no_more_than_the_stated_sizes(chain: int) -> None:
    """The format has no sums: a stream whose size fits is read, with what its sectors hold."""
    whole = ole.compound(outlook_message(plain_properties(), [], [file_storage("a", b"1" * 9_000)]))
    try:
        raw, defects = msg.read_msg(io.BytesIO(looped(whole, chain)))
    except BrokenMsgError:
        return
    sound = msg.read_msg(io.BytesIO(whole))[0]
    assert "msg-stream-broken" in [defect.code for defect in defects] or len(raw) == len(sound)


def test_a_value_whose_stream_is_not_there_is_told() -> None:
    attached = file_storage("a.pdf", b"1" * 9_000)
    del attached["__substg1.0_37010102"]
    bare = {name: data for name, data in attached.items() if name != "__properties_version1.0"}
    for one in (attached, bare):
        octets = ole.compound(outlook_message(plain_properties(), [], [one]))
        assert "msg-stream-broken" in [defect.code for defect in msg.read_msg(io.BytesIO(octets))[1]]


@pytest.mark.parametrize("field", [68, 72, 76], ids=["left", "right", "child"])
@pytest.mark.parametrize("target", ["root", "itself", "none there"])
def test_a_directory_that_leads_back_into_itself_ends(field: int, target: str) -> None:
    octets = bytearray(ole.compound(outlook_message(plain_properties(), [], [file_storage("a", b"1" * 9_000)])))
    start = 512 * (struct.unpack_from("<I", octets, 48)[0] + 1)
    for entry in range((len(octets) - start) // 128):
        damaged = octets.copy()
        number = {"root": 0, "itself": entry, "none there": 0x7FFFFFF0}[target]
        struct.pack_into("<I", damaged, start + 128 * entry + field, number)
        try:
            raw, _ = msg.read_msg(io.BytesIO(bytes(damaged)))
        except BrokenMsgError:
            continue
        assert len(raw) < 5 * len(octets)
