"""Files, folders and standard input: the one place where mail and logs are opened."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, Generic, TypeVar

from msgspec.structs import replace

from tocsin.common.causes import cause_of
from tocsin.formats import mbox
from tocsin.formats.archive import Budget
from tocsin.formats.container import (
    TOO_LARGE_FOR_MEMORY,
    Leaf,
    OpenFile,
    Place,
    SpoolFullError,
    plain_file,
    read_mail,
    unpack_container,
)
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import RawMail, Unread
from tocsin.net.spool import Spool

T = TypeVar("T", bound=RawMail | OpenFile)
STDIN: Final = "-"
_MAILDIR: Final = ("cur", "new")
_NO_PERMISSION: Final = say("the system does not allow it to be read: check its owner and mode")


def open_mail(
    paths: Iterable[Path | str],
    limits: Limits = Limits(),
    streams: Mapping[str, BinaryIO] = MappingProxyType({}),
    spool: Spool | None = None,
) -> Iterator[RawMail | Unread]:
    """Yield every message in files, folders, archives and mailboxes, and whatever of them could not be read.

    The order is that of `paths`, folders by the octets of their names. `-` is standard input. `streams` are read in
    place of the paths that name them. `spool` copies what can only be read forwards (default: large ones to disk). A
    path that is a symbolic link is followed if it was given, never if it was found. `consumed` of what is yielded
    counts bytes of all files so far and never falls; memory is bounded by `limits.max_message_bytes`.
    """
    return _open(_Reader(limits, spool or Spool(limits), read_mail), paths, streams)


def open_files(
    paths: Iterable[Path | str],
    limits: Limits = Limits(),
    streams: Mapping[str, BinaryIO] = MappingProxyType({}),
    spool: Spool | None = None,
) -> Iterator[OpenFile | Unread]:
    """Yield every file as it is, as `open_mail` yields messages. Each is to be read before the next is asked for."""
    return _open(_Reader(limits, spool or Spool(limits), plain_file), paths, streams)


def _open(reader: _Reader[T], paths: Iterable[Path | str], streams: Mapping[str, BinaryIO]) -> Iterator[T | Unread]:
    for path in paths:
        if str(path) in streams:
            yield from reader.pipe(streams[str(path)], show(path))
        elif str(path) == STDIN:
            yield from reader.pipe(sys.stdin.buffer, STDIN)
        else:
            yield from reader.given(Path(path))


def total_bytes(paths: Iterable[Path | str]) -> int:
    """Return how many bytes `open_mail` will go through, as a measure for a progress bar; standard input counts 0."""
    total = 0
    for path in paths:
        if str(path) == STDIN:
            continue
        waiting = [os.fspath(path)]
        while waiting:
            total += _size_and_children(waiting.pop(), waiting)
    return total


def read_span(path: Path, offset: int, length: int, limits: Limits = Limits()) -> RawMail:
    """Read one message of an mbox again by the `span` that it came with. The label is that of the file."""
    with path.open("rb") as opened:
        opened.seek(offset)
        block = opened.read(min(length, limits.max_message_bytes))
    raw, defects = mbox.extract(block, length, limits)
    return RawMail(show(path), raw, defects, consumed=offset + length, span=(offset, length))


def show(path: Path | str) -> str:
    """Return a path as text that can be printed: octets that are not UTF-8 as `\\\\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _changed(before: int, after: int) -> Sentence:
    """Return what is said of a file that was written to while it was read."""
    if after > before:
        return say(
            "it grew from %(before)s to %(after)s bytes while it was read: scan it again", before=before, after=after
        )
    if after < before:
        return say(
            "it shrank from %(before)s to %(after)s bytes while it was read: scan it again", before=before, after=after
        )
    return say("it was written to while it was read: scan it again")


def _size_and_children(path: str, waiting: list[str]) -> int:
    """Return the size of a file; a folder's children are added to `waiting`."""
    try:
        if os.path.isdir(path) and not (waiting and os.path.islink(path)):  # noqa: PTH112, PTH114
            with os.scandir(path) as found:
                entries = list(found)
            waiting += [one.path for one in entries if one.is_dir(follow_symlinks=False)]
            return sum(one.stat(follow_symlinks=False).st_size for one in entries if one.is_file(follow_symlinks=False))
        found_file = os.stat(path)  # noqa: PTH116
    except OSError:
        return 0
    return found_file.st_size if stat.S_ISREG(found_file.st_mode) else 0


class _Reader(Generic[T]):
    """Goes through what was given, and keeps count."""

    def __init__(self, limits: Limits, spool: Spool, leaf: Leaf[T]) -> None:
        self.limits = limits
        self.spool = spool
        self.leaf = leaf
        self.before = 0
        """Bytes of the files that are done."""
        self.consumed = 0

    def given(self, path: Path) -> Iterator[T | Unread]:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield self._failed(show(path), error)
            return
        if stat.S_ISDIR(mode):
            yield from self._folder(path)
        elif stat.S_ISREG(mode):
            yield from self._file(path)
        else:
            yield from self._pipe_at(path, mode)

    def _pipe_at(self, path: Path, mode: int) -> Iterator[T | Unread]:
        """Read a pipe that a shell made (`<(...)`), or a character device that was given by name."""
        if not stat.S_ISFIFO(mode):
            yield self._unread(show(path), "special-file", say("a device or socket, not a file"))
            return
        try:
            with path.open("rb") as opened:
                yield from self.pipe(opened, show(path))
        except OSError as error:
            yield self._failed(show(path), error)

    def pipe(self, stream: BinaryIO, label: str) -> Iterator[T | Unread]:
        try:
            with self.spool(stream) as copy:
                yield from self._stream(copy, Place(label))
        except SpoolFullError:
            yield self._unread(label, "over-limit", TOO_LARGE_FOR_MEMORY)

    def _folder(self, top: Path) -> Iterator[T | Unread]:
        """Walk with a stack of folders, not by recursion: how deep they lie is the giver's choice."""
        levels: list[Iterator[Path]] = [iter((top,))]
        while levels:
            path = next(levels[-1], None)
            if path is None:
                levels.pop()
                continue
            try:
                mode = path.lstat().st_mode if len(levels) > 1 else stat.S_IFDIR
                names = sorted(os.listdir(path), key=os.fsencode) if stat.S_ISDIR(mode) else []  # noqa: PTH208
            except OSError as error:
                yield self._failed(show(path), error)
                continue
            if not stat.S_ISDIR(mode):
                yield from self._found(path, mode)
            elif len(levels) > self.limits.max_folder_depth:
                yield self._unread(
                    show(path), "over-limit", say("deeper than %(count)s folders", count=self.limits.max_folder_depth)
                )
            else:
                if "tmp" in names and {*_MAILDIR} & {*names}:
                    names.remove("tmp")
                    yield from self._deliveries(path / "tmp")
                levels.append(map(path.joinpath, names))

    def _deliveries(self, path: Path) -> Iterator[Unread]:
        """Count what a Maildir has not finished receiving: it is not mail yet."""
        try:
            count = len(os.listdir(path))  # noqa: PTH208
        except OSError as error:
            yield self._failed(show(path), error)
            return
        if count:
            yield self._unread(show(path), "skipped", say("a Maildir's unfinished deliveries: %(count)s", count=count))

    def _found(self, path: Path, mode: int) -> Iterator[T | Unread]:
        """Read one thing that lay in a folder and is none."""
        if stat.S_ISLNK(mode):
            yield self._unread(show(path), "link", say("a symbolic link: give what it points to, if that is wanted"))
        elif not stat.S_ISREG(mode):
            yield self._unread(show(path), "special-file", say("a pipe, socket or device, not a file"))
        else:
            yield from self._file(path)

    def _file(self, path: Path) -> Iterator[T | Unread]:
        in_maildir = path.parent.name in _MAILDIR
        try:
            with path.open("rb") as opened:
                before = os.fstat(opened.fileno())
                yield from self._stream(opened, Place(show(path), is_mail=in_maildir))
                after = os.fstat(opened.fileno())
        except OSError as error:
            yield self._failed(show(path), error)
            return
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            yield self._unread(show(path), "changed", _changed(before.st_size, after.st_size))

    def _stream(self, stream: BinaryIO, place: Place) -> Iterator[T | Unread]:
        """Read a seekable stream and say with each message how far it is."""
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        for one in unpack_container(stream, place, Budget(self.limits, size), self.spool, self.leaf):
            span = one.span if isinstance(one, RawMail) else None
            if span and span[0] >= size:
                break  # added since: whoever adds faster than this reads must not hold it for ever
            reached = min(sum(span) if span else stream.tell(), size)
            self.consumed = max(self.consumed, self.before + reached)
            yield replace(one, consumed=self.consumed)
        self.before += size

    def _failed(self, label: str, error: OSError) -> Unread:
        if isinstance(error, PermissionError):
            return self._unread(label, "no-permission", _NO_PERMISSION)
        if isinstance(error, FileNotFoundError):
            return self._unread(label, "not-found", say("there is no such file or folder"))
        return self._unread(label, "io-error", say("reading failed: %(cause)s", cause=cause_of(error)))

    def _unread(self, label: str, code: str, hint: Sentence) -> Unread:
        return Unread(label, code, hint, max(self.consumed, self.before))
