"""The files of a message and the files inside them, within limits; and what each of them is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from tocsin.common.urls import parse_url, unwrap
from tocsin.formats.archive import PACKED_ERRORS, Budget, archive_kind, entries, is_folder, unpack
from tocsin.formats.charset import decode_bytes
from tocsin.formats.html import Page, read_page
from tocsin.formats.office import Office, read_office
from tocsin.formats.pdf import Pdf, read_pdf
from tocsin.formats.sniff import sniff
from tocsin.identify.mail import Attachment, Link, Mail
from tocsin.identify.memo import once_a_mail
from tocsin.model.limits import Limits
from tocsin.model.verdict import Span

_MAX_FILES: Final = 300
"""Files of one message that are looked at, those inside archives counted."""
_MAX_DEPTH: Final = 3
_MAX_MEMBER: Final = 8 << 20
_MAX_UNPACKED: Final = 48 << 20
_MAX_TEXT: Final = 400_000
_MAX_LINKS: Final = 200
_LOCKED_7Z: Final = bytes.fromhex("06f10701")
"""The coder of 7-Zip's AES encryption as it stands in an archive's header (7zFormat.txt)."""
_HREF: Final = re.compile(r"""(?:xlink:)?href\s*=\s*["'](https?://[^"']{3,2000})""", re.IGNORECASE)

PROGRAMS: Final = frozenset(
    "exe scr com pif cpl dll sys msi msix msp appx appinstaller jar apk dmg pkg app run bin ocx".split()
)
SCRIPTS: Final = frozenset(
    "js jse vbs vbe wsf wsh ps1 psm1 bat cmd hta sct sh command py pyw pl rb ahk au3 scpt".split()
)
SHORTCUTS: Final = frozenset("lnk url website desktop webloc inetloc fileloc".split())
SETTINGS: Final = frozenset(
    "msc rdp wsb application settingcontent-ms library-ms search-ms searchconnector-ms theme themepack deskthemepack "
    "xll wll ppam xlam mobileconfig reg inf ovpn gadget diagcab cdxml appref-ms vsto iqy slk".split()
)
IMAGES_OF_DISKS: Final = frozenset("iso img vhd vhdx udf vmdk wim".split())
ARCHIVES: Final = frozenset("zip rar 7z gz tgz bz2 xz tar cab arj ace lzh zst z lz uue".split())
DOCUMENTS: Final = frozenset(
    "pdf doc docx xls xlsx ppt pptx odt ods rtf txt csv jpg jpeg png gif mp3 mp4 html htm xml".split()
)
PAGES: Final = frozenset("html htm xhtml shtml mht mhtml".split())


class File:
    """A file of the message, or one inside it."""

    def __init__(self, name: str, data: bytes, part: str, declared: str = "", depth: int = 0) -> None:
        self.name = name
        """Inside an archive, the names of the archives around it stand before it, with "/" between."""
        self.data = data
        self.part = part
        self.declared = declared
        self.depth = depth
        self.locked = False
        """It cannot be opened without a password."""
        self.broken = False
        """It could not be read, or only up to a limit."""

    @property
    def span(self) -> Span:
        """Its place: the part as a whole."""
        return Span(self.part, "file")

    @cached_property
    def extension(self) -> str:
        """What stands behind the last dot of the name, in lower case."""
        stem, dot, extension = self.name.rpartition("/")[2].rstrip(" .").rpartition(".")
        return extension.lower().strip() if dot and stem else ""

    @cached_property
    def kind(self) -> str:
        """What the bytes are (see `tocsin.formats.sniff`)."""
        return sniff(self.data)

    @cached_property
    def text(self) -> str:
        """The bytes as text, cut at a limit."""
        return decode_bytes(self.data[:_MAX_TEXT], "")

    @cached_property
    def is_page(self) -> bool:
        """Whether a browser shows it as a page."""
        return self.kind == "html" or (self.extension in PAGES and self.kind in ("text", "xml", ""))

    @cached_property
    def page(self) -> Page:
        """It, read as HTML."""
        return read_page(self.text)

    @cached_property
    def office(self) -> Office | None:
        """What an Office document can do; None for anything else."""
        return read_office(self.data, self.kind)

    @cached_property
    def pdf(self) -> Pdf | None:
        """What a PDF can do; None for anything else."""
        return read_pdf(self.data) if self.kind == "pdf" else None


@once_a_mail
def files(mail: Mail) -> tuple[File, ...]:
    """Return the attachments and, after each archive, what it holds; `()` at no cost where nothing is attached."""
    return tuple(_Opened(mail.limits).all(mail.attachments)) if mail.attachments else ()


@once_a_mail
def file_links(mail: Mail) -> tuple[Link, ...]:
    """Return the web links inside attached pages, PDFs, drawings and Office documents, of kind `file`."""
    links = [link for file in files(mail) for link in _links_of(file)]
    return tuple(link for link in links if link.opened.is_web)[:_MAX_LINKS]


def _links_of(file: File) -> Iterator[Link]:
    for raw, shown in _addresses(file):
        url = parse_url(raw)
        yield Link(url, unwrap(url), shown, file.span, "file")


def _addresses(file: File) -> Iterator[tuple[str, str]]:
    if file.pdf is not None:
        yield from ((raw, "") for raw in file.pdf.links)
    elif file.kind == "svg":
        yield from ((raw, "") for raw in _HREF.findall(file.text))
    elif file.is_page:
        yield from ((anchor.url, anchor.shown) for anchor in file.page.anchors)
    elif file.kind in ("zip", "ole") and file.office is not None:
        yield from ((raw, "") for raw in file.office.links)


class _Opened:
    """The state of opening one message's files."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.count = 0
        self.unpacked = 0

    def all(self, attachments: tuple[Attachment, ...]) -> Iterator[File]:
        for attachment in attachments[:_MAX_FILES]:
            part = attachment.part
            yield from self.one(File(part.filename, attachment.data, part.path, part.media_type))

    def one(self, file: File) -> Iterator[File]:
        self.count += 1
        yield file
        if file.depth >= _MAX_DEPTH or self.count >= _MAX_FILES:
            file.broken = file.broken or file.kind in ("zip", "gzip", "bzip2", "xz", "zstd")
            return
        kind = archive_kind(file.data[:1024])
        file.locked = _is_locked(file)
        if kind == "zip":
            yield from self.zipped(file)
        elif kind:
            yield from self.packed(file, kind)

    def zipped(self, file: File) -> Iterator[File]:
        try:
            with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
                infos = archive.infolist()
                document = "[Content_Types].xml" in archive.NameToInfo
                for info in infos[: _MAX_FILES - self.count]:
                    if not is_folder(info) and not document:
                        yield from self.member(file, archive, info)
        except PACKED_ERRORS:
            file.broken = True

    def member(self, file: File, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[File]:
        name = f"{file.name}/{info.filename}"
        if info.flag_bits & 0x1 or self.unpacked > _MAX_UNPACKED:
            file.locked = file.locked or bool(info.flag_bits & 0x1)
            inner = File(name, b"", file.part, depth=file.depth + 1)
            inner.locked, inner.broken = bool(info.flag_bits & 0x1), True
            self.count += 1
            yield inner
            return
        with archive.open(info) as entry:
            data = entry.read(_MAX_MEMBER)
        self.unpacked += len(data)
        yield from self.one(File(name, data, file.part, depth=file.depth + 1))

    def packed(self, file: File, kind: str) -> Iterator[File]:
        budget = Budget(self.limits, len(file.data))
        stream = io.BytesIO(file.data)
        if kind != "tar":
            data = unpack(stream, kind, budget).read(_MAX_MEMBER) or b""
            self.unpacked += len(data)
            inner = file.name.rpartition("/")[2].rpartition(".")[0] or "data"
            yield from self.one(File(f"{file.name}/{inner}", data, file.part, depth=file.depth + 1))
            return
        for entry in entries(stream, kind, budget):
            if entry.content is None or self.unpacked > _MAX_UNPACKED or self.count >= _MAX_FILES:
                file.broken = True
                return
            data = entry.content.read(_MAX_MEMBER)
            self.unpacked += len(data)
            yield from self.one(File(f"{file.name}/{entry.name}", data, file.part, depth=file.depth + 1))


def _is_locked(file: File) -> bool:
    """Whether a 7z, RAR or Office file says that it is encrypted (7zFormat.txt; RAR 4 and 5 technical notes)."""
    data = file.data
    if file.kind == "7z":
        return _LOCKED_7Z in data[-65_536:]
    if file.kind == "rar":
        if data[:8] == b"Rar!\x1a\x07\x01\x00":
            return data[12:14] == b"\x04\x00" or b"\x04\x00" in data[12:16]
        return len(data) > 11 and bool(data[10] & 0x80)
    return file.kind == "ole" and "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k".encode("latin-1") in data
