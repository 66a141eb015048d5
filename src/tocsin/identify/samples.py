"""Small sample files for the examples of the attachment checks, made of nothing but what the checks look at."""

from __future__ import annotations

import io
import zipfile
from typing import Final

_LINKED: Final = b"<a href='https://other.test/x'>Open</a>"
HTML: Final = b"<html><body><p>Statement</p>" + _LINKED + b"</body></html>"
"""A harmless page with one link."""
EXE: Final = b"MZ\x90\x00" + b"\x00" * 60
LNK: Final = b"L\x00\x00\x00\x01\x14\x02\x00" + b"\x00" * 68
PNG: Final = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A zip of (name, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def locked_zip(name: str) -> bytes:
    """A zip whose only member is marked as encrypted."""
    data = bytearray(zipped((name, b"locked bytes")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def document(*members: tuple[str, bytes], relation: str = "", target: str = "") -> bytes:
    """A Word document with further members, and one external relationship (last word of its type, target)."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relation
    rels = f'<Relationships><Relationship Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    parts = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>")]
    if relation:
        parts.append(("word/_rels/document.xml.rels", rels.encode()))
    return zipped(*[part for part in parts if part[0] not in dict(members)], *members)


def pdf(catalog: str = "", action: str = "", words: str = "") -> bytes:
    """A PDF of one page: entries added to its catalog, one action as a link's, and words shown."""
    content = f"BT /F1 12 Tf ({words}) Tj ET".encode()
    link = f"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A {action} >>]" if action else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R {link} >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer << /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def uri(url: str) -> str:
    """A PDF action that opens a URL."""
    return f"<< /S /URI /URI ({url}) >>"


def qr(text: str) -> bytes:
    """A PNG of a QR code."""
    import zxingcpp
    from PIL import Image

    code = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode), scale=6)
    out = io.BytesIO()
    Image.fromarray(code).save(out, "PNG")
    return out.getvalue()
