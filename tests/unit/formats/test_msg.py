from __future__ import annotations

import email
import email.message
import email.policy
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures import ole
from tests.fixtures.ole import BINARY, INTEGER32, STRING8, UNICODE, outlook_message, storage, wide

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
