"""What a file is, by its content, and the messages or logs in it: the one way in for everything that is read.

Sans-IO: a stream comes in, `RawMail` and `Unread` come out. Formats that need to jump about inside an archive entry get
a seekable copy of it from `spool`, which the caller provides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import BinaryIO, Final, TypeVar

from msgspec import Struct

from tocsin.formats import archive, mbox, msg, pst, tnef
from tocsin.formats.archive import Budget, Problem
from tocsin.formats.bookkeeping import is_bookkeeping
from tocsin.formats.sniff import sniff
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread

HEAD_BYTES: Final = 1 << 15
"""What is looked at to tell what a file is."""

T = TypeVar("T")
Spool = Callable[[BinaryIO], AbstractContextManager[BinaryIO]]
"""Gives a seekable copy of a stream that can only be read forwards, and a seekable stream as it is."""
TOO_LARGE_FOR_MEMORY: Final = say(
    "too large to be held in memory, and a newsroom's mail is never copied to disk: unpack it and give the folder"
)


class SpoolFullError(Exception):
    """A spool that keeps everything in memory was given more than that may hold."""


_MAIL_NAMES: Final = (".eml", ".email", ".emlx", ".rfc822", ".mht")
_MBOX_NAMES: Final = (".mbox", ".mbx", "/mbox")
_FIELD: Final = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")
_HEADER_LINES: Final = 100
# Fields that nothing but mail has; of the others it takes two.
_SURE: Final = frozenset(
    b"received return-path message-id delivered-to dkim-signature mime-version x-mailer in-reply-to arc-seal "
    b"authentication-results x-original-to x-spam-status received-spf list-unsubscribe".split()
)
_LIKELY: Final = frozenset(b"from to subject date cc bcc reply-to sender content-type x-priority references".split())
_SOME_FIELD: Final = re.compile(
    rb"^(?:" + b"|".join(map(re.escape, sorted(_SURE | _LIKELY))) + rb")[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_TEXTS: Final = ("text", "html", "xml", "rtf", "ics", "vcard", "pgp", "svg")
_EMLX: Final = re.compile(rb"[ \t]*(\d{1,12})[ \t]*\r?\n")
_BOOKKEEPING: Final = say("a file that the system or a mail program keeps for itself")
_NOT_MAIL: Final = say("its content is no mail, no mailbox and no archive")


class Place(Struct, frozen=True):
    """Where a stream stands: what to call it, and what its name and folder say about it."""

    label: str
    is_mail: bool = False
    """Known to be one message whatever it looks like, as a file of a Maildir is."""
    depth: int = 0
    """Archives around it."""

    def inner(self, name: str) -> Place:
        """The place of an archive entry."""
        shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:500])
        return Place(f"{self.label}/{shown}", depth=self.depth + 1)


class OpenFile(Struct):
    """A file that is no archive, open at its beginning. To be read before the next one is asked for."""

    path: str
    """A label for people, as in `RawMail`."""
    stream: BinaryIO
    head: bytes
    """Its first bytes, at most `HEAD_BYTES`; they are read again from `stream`."""
    consumed: int = 0


Leaf = Callable[[BinaryIO, bytes, Place, Budget, Spool], Iterator[T | Unread]]
"""Reads what is no archive: gets the stream, its first bytes, and where it stands."""


def read_container(stream: BinaryIO, place: Place, budget: Budget, spool: Spool) -> Iterator[RawMail | Unread]:
    """Yield the messages of one stream and what of it could not be read.

    The stream is read forwards from its start unless it says that it is seekable. Nothing is raised for what the
    content is; errors of the stream itself (`OSError`) go through.
    """
    return unpack_container(stream, place, budget, spool, read_mail)


def unpack_container(
    stream: BinaryIO, place: Place, budget: Budget, spool: Spool, leaf: Leaf[T]
) -> Iterator[T | Unread]:
    """Yield what `leaf` makes of a stream, or of everything in it where it is an archive or compressed."""
    head = _read_full(stream, HEAD_BYTES)
    whole: BinaryIO = _Prefixed(head, stream) if not stream.seekable() else stream  # type: ignore[assignment]  # a forward-only stream is only ever `read`, and asked whether it can seek
    if stream.seekable():
        stream.seek(0)
    kind = archive.archive_kind(head)
    if kind == "zip":
        yield from _copied(whole, place, budget, spool, partial(_archived, kind="zip", leaf=leaf))
    elif kind == "tar":
        yield from _archived(whole, place, budget, spool, "tar", leaf)
    elif kind:
        yield from _compressed(whole, place, budget, spool, kind, leaf)
    else:
        yield from leaf(whole, head, place, budget, spool)


def plain_file(
    stream: BinaryIO, head: bytes, place: Place, _budget: Budget, _spool: Spool
) -> Iterator[OpenFile | Unread]:
    """Give a file as it is: a `Leaf` for logs and tables."""
    if is_bookkeeping(place.label):
        yield Unread(place.label, "skipped", _BOOKKEEPING)
    elif not head:
        yield Unread(place.label, "empty", say("the file has no content"))
    else:
        yield OpenFile(place.label, stream, head)


def read_mail(whole: BinaryIO, head: bytes, place: Place, budget: Budget, spool: Spool) -> Iterator[RawMail | Unread]:
    """Yield the messages of a file that is no archive: the `Leaf` for mail."""
    kind = _kind(head, place)
    if kind in _SIMPLE:
        yield from _SIMPLE[kind](whole, place, budget.limits)
    elif kind in _JUMPING:
        yield from _copied(whole, place, budget, spool, _JUMPING[kind])
    else:
        yield _unreadable(head, place)


def _copied(
    whole: BinaryIO, place: Place, budget: Budget, spool: Spool, read: Callable[..., Iterator[T | Unread]]
) -> Iterator[T | Unread]:
    try:
        with spool(whole) as seekable:
            seekable.seek(0)
            yield from read(seekable, place, budget, spool)
    except SpoolFullError:
        yield Unread(place.label, "over-limit", TOO_LARGE_FOR_MEMORY)


def looks_like_mail(head: bytes) -> bool:
    """Say whether octets begin with a header that only mail has."""
    names: set[bytes] = set()
    for line in head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t").split(b"\n", _HEADER_LINES)[:_HEADER_LINES]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        found = _FIELD.match(line)
        if not found:
            break
        names.add(found[1].lower())
    return bool(names & _SURE) or len(names & _LIKELY) > 1


def _kind(head: bytes, place: Place) -> str:
    """Name the format by content; the name of the file decides only between readings that the content leaves open."""
    name = place.label.lower()
    if not head:
        return "empty"
    for recognises, kind in ((pst.is_pst, "pst"), (msg.is_ole, "msg"), (tnef.is_tnef, "tnef")):
        if recognises(head):
            return kind
    if _EMLX.match(head) and name.endswith(".emlx"):
        return "emlx"
    if mbox.is_mbox(head):
        return "mbox"
    if looks_like_mail(head):
        return "mbox" if name.endswith(_MBOX_NAMES) else "mail"
    named = "mbox" if name.endswith(_MBOX_NAMES) else "mail" if place.is_mail or name.endswith(_MAIL_NAMES) else ""
    if named and _may_be_mail(head) and not is_bookkeeping(name):
        return named
    emlx = _EMLX.match(head)
    if emlx and looks_like_mail(head[emlx.end() :]):
        return "emlx"
    return "mbox" if mbox.holds_separator(head) else ""


def _may_be_mail(head: bytes) -> bool:
    """Say whether what is named as mail can be broken mail: it is text, or a field of mail stands in it somewhere."""
    return sniff(head) in _TEXTS or _SOME_FIELD.search(head) is not None


def _unreadable(head: bytes, place: Place) -> Unread:
    if is_bookkeeping(place.label):
        return Unread(place.label, "skipped", _BOOKKEEPING)
    kind = archive.unsupported_kind(head)
    if kind:
        return Unread(
            place.label,
            "unsupported-archive",
            say("%(kind)s archives are not opened: unpack it, give the folder", kind=kind),
        )
    return Unread(place.label, "not-mail", _NOT_MAIL)


def _empty(_stream: BinaryIO, place: Place, _limits: Limits) -> Iterator[RawMail | Unread]:
    if is_bookkeeping(place.label):
        yield Unread(place.label, "skipped", _BOOKKEEPING)
    else:
        yield Unread(place.label, "empty", say("the file has no content"))


def _mail(stream: BinaryIO, place: Place, limits: Limits) -> Iterator[RawMail | Unread]:
    yield _cut(_read_full(stream, limits.max_message_bytes + 1), place.label, limits)


def _cut(raw: bytes, label: str, limits: Limits, defects: tuple[Defect, ...] = ()) -> RawMail:
    if len(raw) > limits.max_message_bytes:
        cut = Defect("message-cut", f"more than {limits.max_message_bytes} bytes")
        return RawMail(label, raw[: limits.max_message_bytes], (*defects, cut))
    return RawMail(label, raw, defects)


def _emlx(stream: BinaryIO, place: Place, limits: Limits) -> Iterator[RawMail | Unread]:
    """Apple Mail: the count of bytes in the first line, the message, and a property list that is of no interest."""
    octets = _read_full(stream, limits.max_message_bytes + HEAD_BYTES)
    counted = _EMLX.match(octets)
    start, size = (counted.end(), int(counted[1])) if counted else (0, len(octets))
    raw = octets[start : start + min(size, limits.max_message_bytes + 1)]
    defects = (
        [Defect("emlx-short", f"{len(raw)} of {size} bytes")] if len(raw) < min(size, limits.max_message_bytes) else []
    )
    if place.label.lower().endswith(".partial.emlx"):
        defects.append(Defect("emlx-partial", "attachments were kept in other files"))
    yield _cut(raw, place.label, limits, tuple(defects))


def _mailbox(stream: BinaryIO, place: Place, limits: Limits) -> Iterator[RawMail | Unread]:
    """A mailbox; one that is named as a single message and has no second one keeps its plain name."""
    found = mbox.split(stream, limits)
    first = next(found, None)
    second = next(found, None)
    if first is None:
        yield Unread(place.label, "empty", say("the mailbox has no message"))
        return
    named = place.is_mail or place.label.lower().endswith(_MAIL_NAMES)
    yield _numbered(first, place, 0 if named and second is None else 1)
    if second is not None:
        yield _numbered(second, place, 2)
    for number, one in enumerate(found, 3):
        yield _numbered(one, place, number)


def _numbered(one: mbox.Found, place: Place, number: int) -> RawMail:
    label = f"{place.label}#{number}" if number else place.label
    return RawMail(label, one.raw, one.defects, span=None if place.depth else (one.offset, one.length))


def _tnef(stream: BinaryIO, place: Place, limits: Limits) -> Iterator[RawMail | Unread]:
    octets = _read_full(stream, limits.max_message_bytes + 1)
    raw, defects = tnef.rebuild_tnef(octets[: limits.max_message_bytes], limits)
    if len(octets) > limits.max_message_bytes:
        defects = (*defects, Defect("message-cut", f"more than {limits.max_message_bytes} bytes"))
    yield RawMail(place.label, raw, defects)


def _msg(stream: BinaryIO, place: Place, budget: Budget, _spool: Spool) -> Iterator[RawMail | Unread]:
    try:
        raw, defects = msg.read_msg(stream, budget.limits)
    except msg.BrokenMsgError as error:
        yield Unread(place.label, "not-mail", error.hint)
        return
    yield RawMail(place.label, raw, defects)


def _pst(stream: BinaryIO, place: Place, budget: Budget, _spool: Spool) -> Iterator[RawMail | Unread]:
    return pst.read_pst(stream, place.label, budget.limits)


def _archived(
    stream: BinaryIO, place: Place, budget: Budget, spool: Spool, kind: str, leaf: Leaf[T]
) -> Iterator[T | Unread]:
    if place.depth >= budget.limits.max_archive_depth:
        yield _too_deep(place, budget)
        return
    for entry in archive.entries(stream, kind, budget):
        inner = place.inner(entry.name) if entry.name else place
        if entry.content is not None:
            yield from unpack_container(entry.content, inner, budget, spool, leaf)
        problem = entry.problem or (entry.source.problem if entry.source else None)
        if problem:
            yield _told(problem, inner)


def _compressed(
    stream: BinaryIO, place: Place, budget: Budget, spool: Spool, kind: str, leaf: Leaf[T]
) -> Iterator[T | Unread]:
    if place.depth >= budget.limits.max_archive_depth:
        yield _too_deep(place, budget)
        return
    source = archive.unpack(stream, kind, budget)
    stem = place.label.rpartition("/")[2]
    inner = place.inner(stem[: stem.rfind(".")] if "." in stem[1:] else stem)
    yield from unpack_container(archive.buffered(source), inner, budget, spool, leaf)
    if source.problem:
        yield _told(source.problem, place)


def _told(problem: Problem, place: Place) -> Unread:
    return Unread(place.label, problem.code, problem.hint)


def _too_deep(place: Place, budget: Budget) -> Unread:
    return Unread(
        place.label,
        "over-limit",
        say("archives deeper than %(count)s are not opened", count=budget.limits.max_archive_depth),
    )


def _read_full(stream: BinaryIO, size: int) -> bytes:
    """Read up to `size` bytes, however little each read gives."""
    pieces: list[bytes] = []
    while size > 0 and (piece := stream.read(min(size, 1 << 20))):
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


class _Prefixed:
    """A forward-only stream whose beginning was read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def read(self, size: int) -> bytes:
        """Read up to `size` bytes; fewer only at the end."""
        if not self._head:
            return self._stream.read(size)
        taken, self._head = self._head[:size], self._head[size:]
        return taken + self._stream.read(size - len(taken)) if len(taken) < size else taken

    def seekable(self) -> bool:
        """Never."""
        return False


_SIMPLE: Final = {"empty": _empty, "mail": _mail, "emlx": _emlx, "mbox": _mailbox, "tnef": _tnef}
_JUMPING: Final = {"msg": _msg, "pst": _pst}
