"""Archives and compressed files as streams of entries, within limits.

Everything is read forwards and in pieces; only a zip needs a seekable stream. Names of entries are labels and are never
used as paths. What breaks or exceeds a limit ends that stream early and is told by `Unpacked.problem`: what came before
is still read.
Sources: APPNOTE 6.3 (zip), POSIX.1 pax and the GNU tar manual (tar), RFC 1952 (gzip), RFC 8878 (zstd).
"""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Final, Protocol

from msgspec import Struct

from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say

_PIECE: Final = 1 << 16
_OUT_PIECE: Final = 1 << 20
_ZSTD_SIP: Final = 512
_TAR_BLOCK: Final = 512
_TAR_MAGIC_AT: Final = 257
_TAR_LONG_NAME: Final = 1 << 16
_LZMA_MEMORY: Final = 256 << 20
_ZSTD_WINDOW: Final = 1 << 27
"""What `zstd --long` without a number needs; a frame may ask for 2 GiB of memory."""
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_END_REACH: Final = (1 << 16) + 22
_ENCRYPTED: Final = 0x1
_DOCUMENT_MARKS: Final = frozenset(
    {"[Content_Types].xml", "META-INF/MANIFEST.MF", "META-INF/container.xml", "mimetype"}
)

_KINDS: Final = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x07\x08", "zip"),
    (b"\x1f\x8b\x08", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
)
UNSUPPORTED: Final = ((b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "rar"), (b"MSCF\0\0\0\0", "cab"))
"""Archives that are recognised, and reported as such, but not opened."""


class Problem(Struct, frozen=True):
    """Why a stream ended before its end, or an entry was not read. `code` and `hint` as in `Unread`."""

    code: str
    hint: Sentence


class Budget:
    """What all archives inside one input file may still use. `packed` is the size of that file in bytes."""

    def __init__(self, limits: Limits, packed: int) -> None:
        self.limits = limits
        self.packed = max(packed, 1)
        self.unpacked = 0
        self.entries = 0

    def entry(self) -> Problem | None:
        """Count one more entry; say so if it is one too many."""
        self.entries += 1
        if self.entries > self.limits.max_entries:
            return Problem(
                "over-limit",
                say("more archive entries than %(count)s; the rest was not read", count=self.limits.max_entries),
            )
        return None

    def spend(self, size: int) -> Problem | None:
        """Count bytes that were unpacked; say so if they are too many, in all or for the size of the input."""
        self.unpacked += size
        if self.unpacked > self.limits.max_unpacked_bytes:
            return Problem(
                "over-limit", say("unpacks in all to more bytes than %(count)s", count=self.limits.max_unpacked_bytes)
            )
        return self.ratio(self.unpacked, self.packed)

    def ratio(self, unpacked: int, packed: int) -> Problem | None:
        """Judge a ratio of compression."""
        if unpacked > self.limits.ratio_floor and unpacked > self.limits.max_ratio * max(packed, 1):
            return Problem(
                "over-limit", say("unpacks to more than its size times %(count)s", count=self.limits.max_ratio)
            )
        return None


class Unpacked(io.RawIOBase):
    """Bytes of an entry. `read` never raises for what is in the archive: see `problem` at the end."""

    def __init__(self, pieces: Iterator[bytes], budget: Budget, packed: Callable[[], int] | None = None) -> None:
        super().__init__()
        self.problem: Problem | None = None
        self.spent = False
        """Whether the budget of the whole input is used up."""
        self._pieces = pieces
        self._budget = budget
        self._packed = packed
        self._left = b""
        self._total = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the stub says Buffer; io gives this
        """Fill `buffer` as far as one piece goes; 0 at the end, and where a problem ends the stream."""
        if not self._left:
            self._left = self._next()
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size

    def _next(self) -> bytes:
        if self.problem:
            return b""
        try:
            piece = next(self._pieces, b"")
        except PACKED_ERRORS as error:
            self.problem = _problem_of(error)
            return b""
        self._total += len(piece)
        self.problem = self._over(len(piece))
        return b"" if self.problem else piece

    def _over(self, size: int) -> Problem | None:
        whole = self._budget.spend(size)
        self.spent = whole is not None
        if whole is None and self._total > self._budget.limits.max_entry_bytes:
            return Problem(
                "over-limit", say("unpacks to more bytes than %(count)s", count=self._budget.limits.max_entry_bytes)
            )
        return whole or (self._budget.ratio(self._total, self._packed()) if self._packed else None)


class Entry(Struct):
    """One entry: a name to show, and its bytes, to be read before the next entry is asked for."""

    name: str
    content: BinaryIO | None
    source: Unpacked | None
    problem: Problem | None = None
    """Why there is no content."""


def archive_kind(head: bytes) -> str:
    """Return `zip`, `tar`, `gz`, `bz2`, `xz`, `zst`, or nothing, by the first bytes (of at least 512, for tar)."""
    for magic, kind in _KINDS:
        if head.startswith(magic):
            return kind
    return "tar" if _is_tar(head) else ""


def unsupported_kind(head: bytes) -> str:
    """Return the kind of an archive that is known but cannot be opened, or nothing."""
    return next((kind for magic, kind in UNSUPPORTED if head.startswith(magic)), "")


def entries(stream: BinaryIO, kind: str, budget: Budget) -> Iterator[Entry]:
    """Yield the entries of a zip (seekable) or tar, in order. Where the archive breaks, a last entry says so."""
    return _zip_entries(stream, budget) if kind == "zip" else _tar_entries(stream, budget)


def unpack(stream: BinaryIO, kind: str, budget: Budget) -> Unpacked:
    """Return what a `gz`, `bz2`, `xz` or `zst` stream holds; concatenated ones are read one after the other."""
    counted = _Counted(stream)
    pieces = _zstd_pieces(counted) if kind == "zst" else _codec_pieces(counted, _CODECS[kind])
    return Unpacked(pieces, budget, lambda: counted.count)


def buffered(source: Unpacked) -> BinaryIO:
    """Return the stream with a buffer, as readers of whole blocks need it."""
    return io.BufferedReader(source, _OUT_PIECE)


class _Counted:
    """A stream that knows how much was read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data


class _Codec(Protocol):
    """What the decompressors of the standard library share."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def needs_input(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib's decompressor in the manner of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max(max_length, 0))


class _CutShortError(Exception):
    """The packed data end in the middle."""


class _TrailingError(Exception):
    """Behind the packed data stands something else."""


PACKED_ERRORS: Final = (
    _CutShortError, _TrailingError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError,
    NotImplementedError, zipfile.BadZipFile, struct.error, MemoryError,
)  # fmt: skip
"""What the libraries of packed data raise over damaged ones."""


def _problem_of(error: BaseException) -> Problem:
    if isinstance(error, _CutShortError | EOFError):
        return Problem("cut-short", say("the file ends in the middle of its packed data; what came before was read"))
    if isinstance(error, _TrailingError):
        return Problem("trailing-data", say("behind the packed data stands something else, which was not read"))
    if isinstance(error, NotImplementedError):
        return Problem(
            "unsupported-archive", say("packed by a method that cannot be undone here: repack it as a plain zip")
        )
    cause = type(error).__name__
    return Problem(
        "broken-archive", say("the packed data are damaged (%(cause)s); what came before was read", cause=cause)
    )


def _xz() -> _Codec:
    return lzma.LZMADecompressor(memlimit=_LZMA_MEMORY)


_CODECS: Final[dict[str, Callable[[], _Codec]]] = {"gz": _Gzip, "bz2": bz2.BZ2Decompressor, "xz": _xz}


def _codec_pieces(stream: _Counted, make: Callable[[], _Codec]) -> Iterator[bytes]:
    """Undo one packed stream after another. Zeros behind the last are padding."""
    codec, data, streams = make(), b"", 0
    begun = False
    while True:
        if codec.eof:
            data = _past_padding(codec.unused_data, stream)
            if not data:
                return
            codec, begun, streams = make(), False, streams + 1
        elif codec.needs_input:
            data = stream.read(_PIECE)
        try:
            piece = codec.decompress(data, _OUT_PIECE)
        except (zlib.error, OSError, lzma.LZMAError) as error:
            if streams and not begun:
                raise _TrailingError from error
            raise
        if piece:
            begun = True
            yield piece
        elif not data and codec.needs_input and not codec.eof:
            raise _CutShortError
        data = b""


def _past_padding(data: bytes, stream: _Counted) -> bytes:
    """Return the next bytes that are not padding, or nothing at the end."""
    while not (data := data.lstrip(b"\0")):
        data = stream.read(_PIECE)
        if not data:
            break
    return data


def _zstd_pieces(stream: _Counted) -> Iterator[bytes]:
    """Undo one zstd frame after another, fed in sips: four bytes may stand for 128 KiB (RFC 8878, section 3.1.1.2)."""
    import zstandard

    codec = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    frame = codec.decompressobj()
    frames = 0
    data = b""
    begun = False
    while data or (data := stream.read(_ZSTD_SIP)):
        try:
            piece = frame.decompress(data)
        except zstandard.ZstdError as error:
            if frames and not begun:
                raise _TrailingError from error
            raise ValueError(str(error)) from error
        if piece:
            yield piece
        begun, data = not frame.eof, frame.unused_data if frame.eof else b""
        if frame.eof:
            frames += 1
            frame = codec.decompressobj()
    if begun:
        raise _CutShortError


def _zip_entries(stream: BinaryIO, budget: Budget) -> Iterator[Entry]:
    try:
        if problem := _zip_directory_problem(stream, budget.limits):
            yield Entry("", None, None, problem)
            return
        archive = zipfile.ZipFile(stream)
        if _DOCUMENT_MARKS & set(archive.namelist()):
            hint = say("a document or program in a zip, not an archive of mail")
            yield Entry("", None, None, Problem("not-mail", hint))
            return
    except PACKED_ERRORS as error:
        yield Entry("", None, None, _problem_of(error))
        return
    for info in archive.infolist():
        if is_folder(info):
            continue
        if problem := budget.entry():
            yield Entry("", None, None, problem)
            return
        if info.flag_bits & _ENCRYPTED:
            hint = say("the archive entry is encrypted: unpack it with its password and give the folder")
            yield Entry(info.filename, None, None, Problem("encrypted", hint))
            continue
        source = Unpacked(_zip_pieces(archive, info), budget, partial(int, info.compress_size))
        yield Entry(info.filename, buffered(source), source)
        if source.spent:
            yield Entry("", None, None, source.problem)
            return


def is_folder(info: zipfile.ZipInfo) -> bool:
    """Say whether an entry is a folder. `ZipInfo.is_dir` fails over an entry without a name, which hostile mail has."""
    return info.filename.endswith("/")


def _zip_pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as opened:
        while piece := opened.read(_OUT_PIECE):
            yield piece


def _zip_directory_problem(stream: BinaryIO, limits: Limits) -> Problem | None:
    """Count the directory's entries before zipfile makes an object of each."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _ZIP_END_REACH))
    tail = stream.read(_ZIP_END_REACH)
    end = tail.rfind(_ZIP_END)
    if end < 0:
        raise _CutShortError
    position = max(0, size - _ZIP_END_REACH) + end
    stated = int.from_bytes(tail[end + 12 : end + 16], "little")
    stream.seek(0 if stated == 0xFFFFFFFF else max(0, position - stated))
    count = 0
    while stream.tell() < position and (piece := stream.read(_OUT_PIECE)):
        count += piece.count(b"PK\x01\x02")
    stream.seek(0)
    if count > limits.max_entries:
        return Problem("over-limit", say("the zip has more entries than %(count)s", count=limits.max_entries))
    return None


_TAR_FILES: Final = (b"0", b"\0", b"7")
_TAR_EXTRA: Final = (b"L", b"K", b"x", b"g")
_TAR_OTHERS: Final = {
    b"1": Problem("link", say("an archive entry that only points to another")),
    b"2": Problem("link", say("an archive entry that only points to another")),
    b"3": Problem("special-file", say("a device, not a file")),
    b"4": Problem("special-file", say("a device, not a file")),
    b"6": Problem("special-file", say("a pipe, not a file")),
    b"S": Problem("unsupported-archive", say("a sparse tar entry: unpack it and give the folder")),
}


class _TarHeader(Struct):
    name: str
    size: int
    kind: bytes


def _is_tar(head: bytes) -> bool:
    if len(head) < _TAR_BLOCK:
        return False
    # The letters alone may stand in any text: gustar, mustard.
    return head.startswith((b"ustar\0", b"ustar  \0"), _TAR_MAGIC_AT) or (
        head[0] != 0 and _tar_checksum_fits(head[:_TAR_BLOCK])
    )


def _tar_checksum_fits(block: bytes) -> bool:
    """Compare the sum of the header's bytes, its own field counted as spaces."""
    stated = _tar_number(block[148:156])
    return stated is not None and stated == sum(block) - sum(block[148:156]) + 8 * 0x20


def _tar_number(field: bytes) -> int | None:
    """Read an octal number, or a binary one of GNU tar; None where it is neither, or below zero."""
    if field[0] == 0x80:
        return int.from_bytes(field[1:], "big")
    try:
        return int(field.strip(b" \0") or b"0", 8)
    except ValueError:
        return None


def _tar_entries(stream: BinaryIO, budget: Budget) -> Iterator[Entry]:
    try:
        yield from _tar_walk(stream, budget)
    except PACKED_ERRORS as error:
        yield Entry("", None, None, _problem_of(error))


def _tar_walk(stream: BinaryIO, budget: Budget) -> Iterator[Entry]:
    while (header := _tar_next(stream)) is not None:
        if problem := budget.entry():
            yield Entry("", None, None, problem)
            return
        data = _TarData(stream, header.size)
        if header.kind in _TAR_FILES:
            source = Unpacked(data.pieces(), budget)
            yield Entry(header.name, buffered(source), source)
            if source.spent:
                yield Entry("", None, None, source.problem)
                return
        elif header.kind in _TAR_OTHERS:
            yield Entry(header.name, None, None, _TAR_OTHERS[header.kind])
        if not data.skip():
            return


class _TarData:
    """The bytes of one entry and the padding behind them."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream = stream
        self._left = size
        self._padding = -size % _TAR_BLOCK
        self._told = False

    def pieces(self) -> Iterator[bytes]:
        while self._left:
            piece = self._stream.read(min(self._left, _OUT_PIECE))
            self._left -= len(piece)
            if not piece:
                self._told = True
                raise _CutShortError
            yield piece

    def skip(self) -> bool:
        """Go to the next header. False where the archive ends before it and `pieces` has said so."""
        if self._told:
            return False
        for _ in self.pieces():
            pass
        if len(self._stream.read(self._padding)) < self._padding:
            raise _CutShortError
        return True


def _tar_next(stream: BinaryIO) -> _TarHeader | None:
    """Return the next header, with the name and size that extra headers before it give; None at the end."""
    name, size = "", -1
    while block := stream.read(_TAR_BLOCK):
        if len(block) == _TAR_BLOCK and not block.strip(b"\0"):
            continue  # the end of one archive, behind which another may stand
        if len(block) < _TAR_BLOCK:
            raise _CutShortError
        header = _tar_header(block)
        if header.kind not in _TAR_EXTRA:
            return _TarHeader(name or header.name, header.size if size < 0 else size, header.kind)
        name, size = _tar_override(header.kind, _tar_extra(stream, header.size), name, size)
    return None


def _tar_header(block: bytes) -> _TarHeader:
    size = _tar_number(block[124:136])
    if size is None or not _tar_checksum_fits(block):
        raise ValueError("a tar header is damaged")
    name = block[:100].partition(b"\0")[0]
    if block[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 6] == b"ustar\0" and block[345]:
        name = block[345:500].partition(b"\0")[0] + b"/" + name
    return _TarHeader(name.decode("utf-8", "backslashreplace"), size, block[156:157])


def _tar_extra(stream: BinaryIO, size: int) -> bytes:
    """Read the data of a header that speaks of the next one; no more of it than a name can need is kept."""
    data = _TarData(stream, size)
    kept = b""
    for piece in data.pieces():
        if len(kept) < _TAR_LONG_NAME:
            kept += piece[:_TAR_LONG_NAME]
    data.skip()
    return kept


def _tar_override(kind: bytes, data: bytes, name: str, size: int) -> tuple[str, int]:
    """Return name and size for the next entry, as a GNU long name or a pax header gives them."""
    if kind == b"L":
        return data.rstrip(b"\0").decode("utf-8", "backslashreplace"), size
    if kind != b"x":
        return name, size
    for record in data.split(b"\n"):
        key, _, value = record.partition(b" ")[2].partition(b"=")
        if key == b"path":
            name = value.decode("utf-8", "backslashreplace")
        elif key == b"size" and value.isdigit():
            size = int(value[:20])
    return name, size
