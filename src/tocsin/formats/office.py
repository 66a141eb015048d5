"""Office documents (Open XML in a zip, and the older OLE files) to what in them can act: bytes to facts.

Sources: ECMA-376 part 2 (packages and relationships), MS-OVBA (names of macro storages), MS-XLS 2.4.28 (BoundSheet8),
MS-OFFCRYPTO (EncryptedPackage), MS-DOC field codes. Nothing is run and no macro is translated.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from msgspec import Struct

from tocsin.formats.archive import PACKED_ERRORS

_MAX_ENTRY: Final = 4_000_000
_MAX_TOTAL: Final = 24_000_000
_MAX_ENTRIES: Final = 3_000
_RELATION: Final = re.compile(rb"<Relationship\b[^>]{0,4000}>", re.IGNORECASE)
_TARGET: Final = re.compile(rb"\bTarget\s*=\s*[\"']([^\"']{1,2000})", re.IGNORECASE)
_EXTERNAL: Final = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
_AUTOMATIC: Final = re.compile(
    rb"(?i)auto_?open|auto_?close|auto_?exec|document_?open|document_?close|workbook_?open|workbook_activate|"
    rb"app_?documentopen|slideshowbegin"
)
_DDE: Final = re.compile(
    rb"(?i)\bDDE(?:AUTO)?\b[^<]{0,4}(?:<[^>]{1,200}>|[\s\"\\]){1,20}[^<]{0,200}?(?:cmd|powershell|mshta|https?:|system32|wscript|excel|msexcel)"
)
_UTF16_AUTOMATIC: Final = tuple(
    name.encode("utf-16-le") for name in ("AutoOpen", "Auto_Open", "Document_Open", "Workbook_Open", "AutoExec")
)


class Office(Struct, frozen=True):
    """What an Office document can do beyond being read."""

    macros: bool = False
    """It holds macros (a VBA project)."""
    automatic: str = ""
    """The name of a macro that runs without being asked, or ""."""
    macro_sheets: bool = False
    """It holds Excel 4 macro sheets."""
    dde: bool = False
    """A field starts another program (Dynamic Data Exchange)."""
    template: str = ""
    """The URL of a template that is fetched when it opens, or ""."""
    external: tuple[str, ...] = ()
    """URLs of other objects that are fetched when it opens (frames, OLE links); pictures do not count."""
    links: tuple[str, ...] = ()
    """Web links to be clicked."""
    packed: tuple[str, ...] = ()
    """Names of embedded OLE objects or files."""
    encrypted: bool = False
    """It opens only with a password."""
    broken: bool = False
    """It could not be read, or only in part."""


def read_office(data: bytes, kind: str) -> Office | None:
    """Return the facts of a document by its bytes and their kind ("zip", "ole"); None for anything else."""
    if kind == "zip":
        return _read_package(data)
    return _read_ole(data) if kind == "ole" else None


def _read_package(data: bytes) -> Office | None:
    if b"[Content_Types].xml" not in data:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _of_package(package)
    except PACKED_ERRORS:
        return Office(broken=True)


def _of_package(package: zipfile.ZipFile) -> Office:
    infos = package.infolist()[:_MAX_ENTRIES]
    names = [info.filename for info in infos]
    relations: list[tuple[str, str]] = []
    spent, dde, automatic = 0, False, ""
    for info in infos:
        name = info.filename.lower()
        wanted = name.endswith((".rels", "vbaproject.bin")) or name in ("word/document.xml", "word/footnotes.xml")
        if not wanted or spent > _MAX_TOTAL:
            continue
        with package.open(info) as entry:
            content = entry.read(_MAX_ENTRY)
        spent += len(content)
        if name.endswith(".rels"):
            relations += _external_relations(content)
        elif name.endswith(".bin"):
            automatic = automatic or _automatic(content)
        else:
            dde = dde or _DDE.search(content) is not None
    lowered = [name.lower() for name in names]
    return Office(
        macros=any(name.endswith("vbaproject.bin") for name in lowered),
        automatic=automatic,
        macro_sheets=any(name.startswith("xl/macrosheets/") for name in lowered),
        dde=dde,
        template=next((target for kind, target in relations if kind == "attachedtemplate"), ""),
        external=tuple(t for kind, t in relations if kind in ("oleobject", "frame", "subdocument", "package"))[:50],
        links=tuple(target for kind, target in relations if kind == "hyperlink" and target[:4].lower() == "http")[:200],
        packed=tuple(name for name in names if "/embeddings/" in name.lower() and name.lower().endswith(".bin"))[:50],
        broken=len(package.infolist()) > _MAX_ENTRIES or spent > _MAX_TOTAL,
    )


def _external_relations(content: bytes) -> list[tuple[str, str]]:
    """(last word of the relationship's type in lower case, target) of relationships that leave the package."""
    found = []
    for element in _RELATION.findall(content)[:1_000]:
        target = _TARGET.search(element)
        kind = re.search(rb"\bType\s*=\s*[\"'][^\"']*/(\w+)[\"']", element)
        if target and kind and _EXTERNAL.search(element):
            found.append((kind[1].decode("ascii").lower(), target[1].decode("utf-8", "replace").replace("&amp;", "&")))
    return found


def _automatic(content: bytes) -> str:
    """The first name of a self-starting macro; VBA keeps its sources compressed, but names stay legible in pieces."""
    match = _AUTOMATIC.search(content)
    if match:
        return match[0].decode("ascii")
    return next((name.decode("utf-16-le") for name in _UTF16_AUTOMATIC if name in content), "")


def _read_ole(data: bytes) -> Office:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = ["/".join(path) for path in ole.listdir()[:_MAX_ENTRIES]]
    except Exception:  # noqa: BLE001 - olefile raises whatever broken structures cause
        return Office(broken=True, macros=b"_\x00V\x00B\x00A\x00_" in data[:_MAX_TOTAL])
    lowered = [name.lower() for name in streams]
    macros = any(name.endswith(("_vba_project", "/dir")) and "vba" in name for name in lowered)
    sample = data[:_MAX_TOTAL]
    return Office(
        macros=macros,
        automatic=_automatic(sample) if macros else "",
        macro_sheets=_has_macro_sheet(sample) if "workbook" in lowered or "book" in lowered else False,
        dde=_DDE.search(sample) is not None if "worddocument" in lowered else False,
        packed=tuple(name for name in streams if name.lower().endswith("\x01ole10native"))[:50],
        encrypted="encryptedpackage" in lowered,
    )


def _has_macro_sheet(data: bytes) -> bool:
    """Whether a BoundSheet8 record (0x0085) declares a sheet of type 1: Excel 4 macros."""
    for match in re.finditer(rb"\x85\x00[\x08-\x50]\x00.{4}[\x00-\x02]\x01[\x01-\x1f][\x00\x01]", data, re.DOTALL):
        if match:
            return True
    return False
