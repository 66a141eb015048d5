"""Outlook's stores, .pst and .ost, to Internet messages, over the optional library libpff (`pypff`).

The library is LGPL and therefore an extra: `tocsin[pst]`. Only its record sets are used, so that all properties go the
same way as those of a .msg. Source of ids and types: MS-PST, MS-OXPROPS.
"""

from __future__ import annotations

import importlib
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from tocsin.formats import mapi
from tocsin.formats.mapi import Attached, Item, Properties, Property
from tocsin.formats.rebuild import rebuild
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import RawMail, Unread

MAGIC: Final = b"!BDN"
_MAIL_CLASSES: Final = ("ipm.note", "ipm.schedule", "ipm.post", "ipm.recall", "ipm.outlook.recall", "report.")
_BROKEN: Final = (OSError, ValueError, TypeError, LookupError, MemoryError, RuntimeError, AttributeError)


def is_pst(head: bytes) -> bool:
    """Say whether a file that begins so is an Outlook store (MS-PST, section 2.2.2.6)."""
    return head.startswith(MAGIC)


def read_pst(stream: BinaryIO, path: str, limits: Limits = Limits(), library: Any = None) -> Iterator[RawMail | Unread]:
    """Yield the messages of a seekable store, folder by folder, as `path/Folder/17` (counted from 1).

    What is not mail (appointments, contacts, tasks) is counted, one `Unread` a folder and class. Without the library
    one `Unread` with the code `missing-library` comes, and nothing else. `library` stands in for `pypff` in tests.
    """
    try:
        pypff = library or importlib.import_module("pypff")
    except ImportError:
        yield Unread(path, "missing-library", say("Outlook stores need one more library: install tocsin[pst]"))
        return
    store = pypff.file()
    try:
        store.open_file_object(stream)
        page = store.ascii_codepage
    except _BROKEN as error:
        yield Unread(
            path,
            "broken-container",
            say("the Outlook store could not be opened (%(cause)s)", cause=type(error).__name__),
        )
        return
    try:
        yield from _Reader(limits, _page_number(page)).store(store, path)
    finally:
        store.close()


def _page_number(label: object) -> int:
    """Return the number of a codepage that the library names `windows-1256` or `cp1256`."""
    digits = "".join(filter(str.isdigit, str(label or "")))
    return int(digits) if digits else 1252


class _Reader:
    """Walks over folders without recursion; any item that the library cannot read becomes an `Unread`."""

    def __init__(self, limits: Limits, page: int) -> None:
        self.limits = limits
        self.page = page

    def store(self, store: Any, path: str) -> Iterator[RawMail | Unread]:
        try:
            waiting = [(store.get_root_folder(), path, 0)]
        except _BROKEN as error:
            yield Unread(
                path, "broken-container", say("the store has no root folder (%(cause)s)", cause=type(error).__name__)
            )
            return
        while waiting:
            folder, label, depth = waiting.pop()
            yield from self._folder(folder, label)
            if depth >= self.limits.max_folder_depth:
                yield Unread(
                    label,
                    "over-limit",
                    say("folders deeper than %(count)s were not read", count=self.limits.max_folder_depth),
                )
                continue
            inner = []
            for index in range(_count(folder, "number_of_sub_folders")):
                try:
                    child = folder.get_sub_folder(index)
                    inner.append((child, f"{label}/{_label(child.name)}", depth + 1))
                except _BROKEN as error:
                    yield Unread(f"{label}/folder {index + 1}", "broken-item", _item_hint(error))
            waiting += reversed(inner)

    def _folder(self, folder: Any, label: str) -> Iterator[RawMail | Unread]:
        other: Counter[str] = Counter()
        for index in range(_count(folder, "number_of_sub_messages")):
            place = f"{label}/{index + 1}"
            try:
                item = self._item(folder.get_sub_message(index))
                kind = item.properties.text(mapi.MESSAGE_CLASS)
                if kind and not kind.lower().startswith(_MAIL_CLASSES):
                    other[kind] += 1
                    continue
                raw, defects = rebuild(item, "pst", self.limits)
            except _BROKEN as error:
                yield Unread(place, "broken-item", _item_hint(error))
                continue
            yield RawMail(place, raw, defects)
        for kind, count in sorted(other.items()):
            yield Unread(label, "not-mail", say("items of class %(kind)s: %(count)s", kind=kind, count=count))

    def _item(self, message: Any) -> Item:
        defects: list[Defect] = []
        of = self._properties(message, defects)
        if not hasattr(message, "recipients"):
            defects.append(Defect("item-not-whole", "the library gives neither people nor files of this class"))
        listed = getattr(message, "recipients", None)
        recipients = [self._set(one, defects) for one in self._sets(listed, "recipients", defects)] if listed else []
        attachments: list[Attached] = []
        count = _count(message, "number_of_attachments")
        if count > self.limits.max_attachments:
            defects.append(Defect("too-many-attachments", str(count)))
        for index in range(min(count, self.limits.max_attachments)):
            try:
                attachments.append(self._attached(message.get_attachment(index), defects))
            except _BROKEN as error:
                defects.append(Defect("attachment-broken", f"number {index + 1} ({type(error).__name__})"))
        return Item(of, tuple(recipients), tuple(attachments), tuple(defects))

    def _attached(self, attachment: Any, defects: list[Defect]) -> Attached:
        of = self._properties(attachment, defects)
        method = of.integer(mapi.ATTACH_METHOD)
        if method == mapi.EMBEDDED:
            defects.append(Defect("embedded-not-read", "the library does not give messages inside messages"))
        if method not in (0, mapi.BY_VALUE):
            return Attached(of)
        size = attachment.get_size()
        data = attachment.read_buffer(min(size, self.limits.max_message_bytes)) if size else b""
        if not data:
            defects.append(Defect("attachment-empty"))
        if size > len(data):
            defects.append(Defect("attachment-over-limit", f"{size} bytes"))
        return Attached(of, data)

    def _properties(self, thing: Any, defects: list[Defect]) -> Properties:
        sets = self._sets(thing, "record-sets", defects)
        return self._set(sets[0], defects) if sets else Properties({}, self.page)

    def _sets(self, thing: Any, kind: str, defects: list[Defect]) -> list[Any]:
        count = _count(thing, "number_of_record_sets")
        if count > self.limits.max_attachments:
            defects.append(Defect(f"too-many-{kind}", str(count)))
        return [thing.get_record_set(index) for index in range(min(count, self.limits.max_attachments))]

    def _set(self, records: Any, defects: list[Defect]) -> Properties:
        count = _count(records, "number_of_entries")
        if count > self.limits.max_properties:
            defects.append(Defect("too-many-properties", str(count)))
        values: dict[int, Property] = {}
        for index in range(min(count, self.limits.max_properties)):
            try:
                entry = records.get_entry(index)
                key, kind, data = entry.entry_type, entry.value_type, entry.data
            except _BROKEN:
                defects.append(Defect("property-broken", f"number {index + 1}"))
                continue
            if key is not None and kind is not None:
                values[key] = Property(kind, data or b"")
        return Properties(values, self.page)


def _item_hint(error: BaseException) -> Sentence:
    return say("the library could not read this item (%(cause)s)", cause=type(error).__name__)


def _count(thing: Any, name: str) -> int:
    """Return how many there are; none where the library cannot tell."""
    try:
        return int(getattr(thing, name) or 0)
    except _BROKEN:
        return 0


def _label(name: object) -> str:
    shown = "".join(itertools.islice(str(name or "unnamed").replace("\0", "").replace("/", "\u2215"), 200))
    return shown or "unnamed"
