"""The reader over stand-ins for the library's objects: for what no store that can be written makes it do."""

from __future__ import annotations

import email
import importlib
import io
import struct
from typing import Any

import pytest

from tocsin.formats import mapi, pst
from tocsin.model.limits import Limits
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread


class Entry:
    def __init__(self, key: int, kind: int, data: bytes | None) -> None:
        self.entry_type, self.value_type, self.data = key, kind, data


class Records:
    """One record set of the library: entries by number."""

    def __init__(self, properties: dict[int, str | int | bytes]) -> None:
        self.entries = [self._entry(key, value) for key, value in properties.items()]
        self.number_of_entries = len(self.entries)

    @staticmethod
    def _entry(key: int, value: str | int | bytes) -> Entry:
        if isinstance(value, str):
            return Entry(key, mapi.UNICODE, (value + "\0").encode("utf-16-le"))
        if isinstance(value, int):
            return Entry(key, mapi.INTEGER32, struct.pack("<i", value))
        return Entry(key, mapi.BINARY, value)

    def get_entry(self, index: int) -> Entry:
        return self.entries[index]


class Thing:
    """An item, recipient table or attachment of the library."""

    def __init__(self, *sets: dict[int, str | int | bytes], data: bytes = b"") -> None:
        self.sets = [Records(one) for one in sets]
        self.number_of_record_sets = len(sets)
        self.recipients: Thing | None = None
        self.attachments: list[Thing] = []
        self.data = data

    @property
    def number_of_attachments(self) -> int:
        return len(self.attachments)

    def get_record_set(self, index: int) -> Records:
        return self.sets[index]

    def get_attachment(self, index: int) -> Thing:
        return self.attachments[index]

    def get_size(self) -> int:
        return len(self.data)

    def read_buffer(self, size: int) -> bytes:
        return self.data[:size]


class Folder:
    def __init__(
        self, name: str | None, messages: list[Any] | None = None, folders: list[Folder] | None = None
    ) -> None:
        self.name, self.messages, self.folders = name, messages or [], folders or []
        self.number_of_sub_messages, self.number_of_sub_folders = len(self.messages), len(self.folders)

    def get_sub_message(self, index: int) -> Any:
        found = self.messages[index]
        if found is None:
            raise OSError("unable to retrieve")
        return found

    def get_sub_folder(self, index: int) -> Folder:
        return self.folders[index]


class Library:
    """Stands in for the module and for its file object."""

    ascii_codepage = "cp1256"

    def __init__(self, root: Folder | None) -> None:
        self.root = root
        self.closed = False

    def file(self) -> Library:
        return self

    def open_file_object(self, stream: io.BytesIO) -> None:
        if stream.getvalue() == b"damaged":
            raise OSError("not a PFF file")

    def get_root_folder(self) -> Folder:
        if self.root is None:
            raise OSError("no root")
        return self.root

    def close(self) -> None:
        self.closed = True


def mail(subject: str, kind: str = "IPM.Note") -> Thing:
    return Thing(
        {mapi.SUBJECT: subject, mapi.BODY: "Text", mapi.MESSAGE_CLASS: kind, mapi.SENDER_EMAIL: "a@example.org"}
    )


def read(root: Folder | None, content: bytes = b"!BDN", limits: Limits = Limits()) -> list[RawMail | Unread]:
    return list(pst.read_pst(io.BytesIO(content), "s.pst", limits, Library(root)))


def test_folders_are_walked_in_order_and_other_items_counted() -> None:
    calendar = Folder("Calendar", [mail("x", "IPM.Appointment"), mail("y", "IPM.Appointment")])
    inbox = Folder("Inbox", [mail("one"), None, mail("three")], [Folder("a/b", [mail("deep")])])
    found = read(Folder(None, [], [inbox, calendar]))
    assert [(one.path, getattr(one, "code", "mail")) for one in found] == [
        ("s.pst/Inbox/1", "mail"), ("s.pst/Inbox/2", "broken-item"), ("s.pst/Inbox/3", "mail"),
        ("s.pst/Inbox/a\u2215b/1", "mail"), ("s.pst/Calendar", "not-mail"),
    ]  # fmt: skip
    assert isinstance(found[0], RawMail)
    assert email.message_from_bytes(found[0].raw)["Subject"] == "one"
    assert isinstance(found[-1], Unread)
    assert str(found[-1].hint).endswith(": 2")


def test_people_and_files_come_along() -> None:
    item = mail("outer")
    item.recipients = Thing({mapi.EMAIL: "ben@example.org"}, {mapi.EMAIL: "cy@example.org", mapi.RECIPIENT_TYPE: 2})
    file = Thing({mapi.ATTACH_LONG_FILENAME: "a.txt", mapi.ATTACH_METHOD: 1}, data=b"note")
    item.attachments = [file]
    (found,) = read(Folder(None, [item]))
    assert isinstance(found, RawMail)
    message = email.message_from_bytes(found.raw)
    assert (message["To"], message["Cc"]) == ("ben@example.org", "cy@example.org")
    assert [part.get_content_type() for part in message.walk()][2:] == ["text/plain"]
    (cut,) = read(Folder(None, [item]), limits=Limits(max_message_bytes=2))
    assert isinstance(cut, RawMail)
    assert "attachment-over-limit" in {defect.code for defect in cut.defects}


def test_limits_are_told() -> None:
    item = mail("many")
    item.attachments = [Thing({mapi.ATTACH_METHOD: 1}, data=b"1")] * 3
    one: dict[int, str | int | bytes] = {mapi.EMAIL: "b@example.org"}
    item.recipients = Thing(one, one, one)
    deep = Folder("0", [item])
    for number in range(3):
        deep = Folder(str(number + 1), [], [deep])
    found = read(deep, limits=Limits(max_folder_depth=1))
    assert [getattr(one, "code", "") for one in found] == ["over-limit"]
    (only,) = read(Folder(None, [item]), limits=Limits(max_attachments=2, max_properties=3))
    assert isinstance(only, RawMail)
    found_codes = {defect.code for defect in only.defects}
    assert {"too-many-attachments", "too-many-recipients", "too-many-properties"} <= found_codes


def test_a_broken_attachment_leaves_the_rest() -> None:
    class Broken(Thing):
        def get_size(self) -> int:
            raise OSError("gone")

    item = mail("x")
    item.attachments = [Broken({mapi.ATTACH_METHOD: 1})]
    (only,) = read(Folder(None, [item]))
    assert isinstance(only, RawMail)
    assert [defect.code for defect in only.defects] == ["rebuilt-from-pst", "attachment-broken"]


@pytest.mark.parametrize(("root", "content"), [(None, b"!BDN"), (Folder(None), b"damaged")])
def test_a_broken_store_is_told(root: Folder | None, content: bytes) -> None:
    assert [getattr(one, "code", "") for one in read(root, content)] == ["broken-container"]


def test_without_the_library_the_store_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    (only,) = pst.read_pst(io.BytesIO(b"!BDN"), "s.pst")
    assert only == Unread("s.pst", "missing-library", say("Outlook stores need one more library: install tocsin[pst]"))


def test_the_real_library_refuses_what_is_no_store() -> None:
    pytest.importorskip("pypff")
    (only,) = pst.read_pst(io.BytesIO(b"!BDN" + bytes(2_000)), "s.pst")
    assert isinstance(only, Unread)
    assert only.code == "broken-container"


def test_what_the_library_cannot_give_is_told_and_the_rest_is_read() -> None:
    class Shut(Folder):
        @property
        def name(self) -> str | None:
            raise OSError("gone")

        @name.setter
        def name(self, value: str | None) -> None:
            pass

    class Holed(Records):
        def get_entry(self, index: int) -> Entry:
            if index == 0:
                raise OSError("gone")
            return super().get_entry(index)

    class Uncounted(Thing):
        @property
        def number_of_attachments(self) -> int:
            raise OSError("gone")

    item = Uncounted({})
    item.sets = [Holed({mapi.BODY: "lost", mapi.SUBJECT: "kept"})]
    found = read(Folder(None, [item], [Shut("x")]))
    assert [(one.path, getattr(one, "code", "mail")) for one in found] == [
        ("s.pst/1", "mail"),
        ("s.pst/folder 1", "broken-item"),
    ]
    assert isinstance(found[0], RawMail)
    assert [defect.code for defect in found[0].defects] == ["rebuilt-from-pst", "property-broken"]
    assert b"Subject: kept" in found[0].raw
