"""Attachments made on the spot: each generator returns a small, harmless file that only looks like its kind.

Every output is deterministic. The "dangerous" kinds carry the marker text and nothing that does anything but open
the given URL, which is always on a reserved domain or a path that does not exist.
"""

from __future__ import annotations

import base64
import io
import struct
import uuid
import zipfile
import zlib
from collections.abc import Callable

import msgspec
import pikepdf
import segno
from PIL import Image, ImageDraw

MARKER = "harmless test file of the Tocsin suites"
_EPOCH = (2026, 1, 1, 0, 0, 0)


class Attachment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One attachment as the TOML files describe it."""

    kind: str
    """A key of `GENERATORS`."""
    name: str
    """The file name the message gives it."""
    url: str = ""
    """Where the file leads, for the kinds that lead somewhere."""
    text: str = ""
    """What a reader sees in it."""
    password: str = ""
    """Of an encrypted archive."""
    inner: str = ""
    """The name of the file in an archive, or dropped by a page."""
    sender: str = ""
    """The organiser of an invite, the author of an attached message."""
    at: str = "20260316T140000Z"
    """When an invite takes place (iCalendar UTC)."""
    type: str = ""
    """A declared content type other than the kind's own."""
    inline: bool = False
    """Shown in the body by `{{image:NAME}}`, not listed beside it."""


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _relations(entries: list[tuple[str, str, bool]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{_DOC_RELS}/{kind}" Target="{_escape(target)}"'
        + (' TargetMode="External"/>' if external else "/>")
        for n, (kind, target, external) in enumerate(entries, 1)
    )
    return f'{_XML}<Relationships xmlns="{_RELS_NS}">{rows}</Relationships>'.encode()


def _word(item: Attachment, main: str, relations: list[tuple[str, str, bool]], extra: dict[str, bytes]) -> bytes:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{_escape(line)}</w:t></w:r></w:p>'
        for line in (item.text or MARKER).split("\n")
    )
    types = (
        f'{_XML}<Types xmlns="{_TYPES_NS}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    document = f'{_XML}<w:document xmlns:w="{_WORD_NS}"><w:body>{paragraphs}</w:body></w:document>'
    members = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml", False)]),
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": _relations(relations),
    }
    return _zip(members | extra)


def docx_plain(item: Attachment) -> bytes:
    """Make a Word document of paragraphs only."""
    return _word(item, _MAIN, [], {})


def docx_link(item: Attachment) -> bytes:
    """Make a Word document that refers to `url` as a hyperlink."""
    return _word(item, _MAIN, [("hyperlink", item.url, True)], {})


def docx_template(item: Attachment) -> bytes:
    """Make a Word document that would load its template from `url` (remote template)."""
    settings = f'{_XML}<w:settings xmlns:w="{_WORD_NS}"/>'.encode()
    extra = {
        "word/settings.xml": settings,
        "word/_rels/settings.xml.rels": _relations([("attachedTemplate", item.url, True)]),
    }
    return _word(item, _MAIN, [("settings", "settings.xml", False)], extra)


def docx_macro(item: Attachment) -> bytes:
    """Make a macro-enabled Word document whose macro project is an empty, well-formed compound file."""
    return _word(
        item, _MACRO_MAIN, [("vbaProject", "vbaProject.bin", False)], {"word/vbaProject.bin": _macro_project()}
    )


def _directory_entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    none = 0xFFFFFFFF
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, none, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _macro_project() -> bytes:
    """Write the smallest compound file with a VBA storage and one stream (MS-CFB version 3, 512-byte sectors)."""
    none, end, fat_sector = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[none] * 108)
    chain = [fat_sector, end, *range(3, 10), end]
    fat = struct.pack("<128I", *chain, *[none] * (128 - len(chain)))
    directory = _directory_entry("Root Entry", 5, 1, none, end, 0)
    directory += _directory_entry("VBA", 1, 2, none, 0, 0)
    directory += _directory_entry("dir", 2, none, none, 2, 4096)
    directory += _directory_entry("", 0, none, none, 0, 0)
    return header + fat + directory + MARKER.encode().ljust(4096, b"\0")


def xlsx_plain(item: Attachment) -> bytes:
    """Make a workbook of one sheet, a line of `text` a row, cells divided by `;`."""
    rows = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{_escape(cell)}</t></is></c>' for cell in line.split(";"))
        + "</row>"
        for line in (item.text or MARKER).split("\n")
    )
    sheet_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return _zip(
        {
            "[Content_Types].xml": (
                f'{_XML}<Types xmlns="{_TYPES_NS}"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>'
            ).encode(),
            "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml", False)]),
            "xl/workbook.xml": (
                f'{_XML}<workbook xmlns="{sheet_ns}" xmlns:r="{_DOC_RELS}"><sheets>'
                '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": _relations([("worksheet", "worksheets/sheet1.xml", False)]),
            "xl/worksheets/sheet1.xml": (
                f'{_XML}<worksheet xmlns="{sheet_ns}"><sheetData>{rows}</sheetData></worksheet>'
            ).encode(),
        }
    )


def _pdf(item: Attachment, image: Image.Image | None, action: pikepdf.Dictionary | None) -> bytes:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    lines = (item.text or MARKER).encode("latin-1", "replace").decode("latin-1").split("\n")
    shown = " T* ".join(f"({line.translate(_PDF_ESCAPES)}) Tj" for line in lines)
    drawing = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET"
    if image is not None:
        stream = pikepdf.Stream(document, image.convert("L").tobytes())
        stream.stream_dict.update(_image_keys(image))
        resources.XObject = pikepdf.Dictionary(Im1=document.make_indirect(stream))
        drawing += " q 200 0 0 200 180 420 cm /Im1 Do Q"
    page.obj.Resources = resources
    page.obj.Contents = pikepdf.Stream(document, drawing.encode("latin-1"))
    if action is not None:
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[60, 640, 400, 700], Border=[0, 0, 0], A=action
        )
        page.obj.Annots = pikepdf.Array([document.make_indirect(annotation)])
    out = io.BytesIO()
    document.save(out, deterministic_id=True)
    return out.getvalue()


_PDF_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def _image_keys(image: Image.Image) -> dict[str, object]:
    return {
        "/Type": pikepdf.Name.XObject,
        "/Subtype": pikepdf.Name.Image,
        "/Width": image.width,
        "/Height": image.height,
        "/ColorSpace": pikepdf.Name.DeviceGray,
        "/BitsPerComponent": 8,
    }


def pdf_plain(item: Attachment) -> bytes:
    """Make a one-page PDF of `text`."""
    return _pdf(item, None, None)


def pdf_link(item: Attachment) -> bytes:
    """Make a one-page PDF with a clickable area that opens `url`."""
    return _pdf(item, None, pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(item.url)))


def pdf_qr(item: Attachment) -> bytes:
    """Make a one-page PDF that shows `url` as a QR code."""
    return _pdf(item, _qr_image(item.url), None)


def _qr_image(url: str) -> Image.Image:
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="png", scale=6, border=4)
    return Image.open(out).convert("L")


def png_qr(item: Attachment) -> bytes:
    """Make a PNG of `url` as a QR code."""
    return _png(_qr_image(item.url))


def png_plain(item: Attachment) -> bytes:
    """Make a PNG of `text` on a plain ground (Latin letters only)."""
    image = Image.new("RGB", (360, 140), (236, 242, 248))
    ImageDraw.Draw(image).text(
        (16, 16), (item.text or MARKER).encode("latin-1", "replace").decode("latin-1"), (30, 50, 80)
    )
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def ics(item: Attachment) -> bytes:
    """Make an invite of one hour, starting at `at`; `url` is the place to join, `sender` the organiser's address."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Suite//Calendar 1.0//EN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:{uuid.uuid5(uuid.NAMESPACE_URL, item.url + item.text)}",
        f"DTSTAMP:{item.at}",
        f"DTSTART:{item.at}",
        "DURATION:PT1H",
        f"ORGANIZER:mailto:{item.sender}",
        f"SUMMARY:{item.text or MARKER}".replace("\n", "\\n"),
        f"LOCATION:{item.url}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return ("\r\n".join(lines) + "\r\n").encode()


def svg_plain(item: Attachment) -> bytes:
    """Make a drawing without script."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#eef"/>'
        f'<text x="20" y="60">{_escape(item.text or MARKER)}</text></svg>\n'
    ).encode()


def svg_script(item: Attachment) -> bytes:
    """Make a drawing whose script would open `url`."""
    script = f'<script type="application/ecmascript">/* {MARKER} */ window.location.href = "{item.url}";</script></svg>'
    return svg_plain(item).replace(b"</svg>", script.encode())


def html_form(item: Attachment) -> bytes:
    """Make a page with a sign-in form that posts to `url`."""
    return (
        f"<!doctype html><html><head><title>{_escape(item.text or 'Sign in')}</title></head><body>"
        f"<!-- {MARKER} --><h2>{_escape(item.text)}</h2><form method='post' action='{item.url}'>"
        "<input name='login' type='email'><input name='passwd' type='password'><button>Sign in</button>"
        "</form></body></html>\n"
    ).encode()


def html_smuggle(item: Attachment) -> bytes:
    """Make a page whose script puts together the file `inner` and offers it as a download."""
    payload = base64.b64encode(MARKER.encode() * 40).decode()
    return (
        f"<!doctype html><html><body><p>{_escape(item.text)}</p><script>\nvar d = atob('{payload}');\n"
        "var b = new Uint8Array(d.length); for (var i = 0; i < d.length; i++) { b[i] = d.charCodeAt(i); }\n"
        "var u = URL.createObjectURL(new Blob([b], {type: 'application/octet-stream'}));\n"
        f"var a = document.createElement('a'); a.href = u; a.download = '{item.inner}'; a.click();\n"
        "</script></body></html>\n"
    ).encode()


def html_plain(item: Attachment) -> bytes:
    """Make a page of paragraphs."""
    shown = "".join(f"<p>{_escape(line)}</p>" for line in (item.text or MARKER).split("\n"))
    return f"<!doctype html><html><body>{shown}</body></html>\n".encode()


def zip_plain(item: Attachment) -> bytes:
    """Make an archive with one file, `inner`."""
    return _zip({item.inner: (item.text or MARKER).encode()})


def zip_password(item: Attachment) -> bytes:
    """Make an archive whose one file, `inner`, is encrypted with `password` (PKWARE traditional, APPNOTE 6.1)."""
    data, name = (item.text or MARKER).encode(), item.inner.encode()
    checksum = zlib.crc32(data)
    body = _Keys(item.password.encode()).encrypt(bytes(11) + bytes([checksum >> 24]) + data)
    common = struct.pack("<HHHHHIIIHH", 20, 0x801, 0, 0, 0x5C21, checksum, len(body), len(data), len(name), 0)
    local = b"PK\x03\x04" + common + name + body
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    tail = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + tail


class _Keys:
    """The three running keys of PKWARE's traditional encryption."""

    def __init__(self, password: bytes) -> None:
        self.state = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._update(byte)

    def _update(self, byte: int) -> None:
        first = _crc_step(self.state[0], byte)
        second = ((self.state[1] + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self.state = [first, second, _crc_step(self.state[2], second >> 24)]

    def encrypt(self, data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            mixed = (self.state[2] | 2) & 0xFFFF
            out.append(byte ^ ((mixed * (mixed ^ 1)) >> 8 & 0xFF))
            self._update(byte)
        return bytes(out)


def _crc_step(crc: int, byte: int) -> int:
    return zlib.crc32(bytes([byte]), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


def lnk(item: Attachment) -> bytes:
    """Make the header and name string of a Windows shortcut (MS-SHLLINK 2.1) without a target."""
    guid = bytes.fromhex("0114020000000000c000000000000046")
    name = (item.text or MARKER)[:200]
    return (
        struct.pack("<I", 0x4C)
        + guid
        + struct.pack("<I", 0x84)
        + bytes(52)
        + struct.pack("<H", len(name))
        + name.encode("utf-16-le")
        + bytes(4)
    )


def url_file(item: Attachment) -> bytes:
    """Make an internet shortcut to `url`."""
    return f"[InternetShortcut]\r\nURL={item.url}\r\n".encode()


def iso(item: Attachment) -> bytes:
    """Make an empty disc image named `text`: sixteen blank sectors, a volume descriptor, a terminator (ECMA-119)."""
    label = (item.text or "DOCUMENTS").encode("ascii", "replace")[:32]
    volume = b"\x01CD001\x01\x00" + b" " * 32 + label.ljust(32)
    return bytes(16 * 2048) + volume.ljust(2048, b"\0") + b"\xffCD001\x01".ljust(2048, b"\0")


def txt(item: Attachment) -> bytes:
    """Make a text file."""
    return ((item.text or MARKER) + "\n").encode()


def eml(item: Attachment) -> bytes:
    """Make an attached message from `sender` with `text`."""
    return (
        f"From: {item.sender}\nTo: undisclosed-recipients:;\nSubject: {item.inner}\n"
        "Date: Thu, 05 Mar 2026 08:00:00 +0000\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{item.text}\n"
    ).encode()


_OFFICE = "application/vnd.openxmlformats-officedocument"
GENERATORS: dict[str, tuple[Callable[[Attachment], bytes], str]] = {
    "docx_plain": (docx_plain, f"{_OFFICE}.wordprocessingml.document"),
    "docx_link": (docx_link, f"{_OFFICE}.wordprocessingml.document"),
    "docx_template": (docx_template, f"{_OFFICE}.wordprocessingml.document"),
    "docx_macro": (docx_macro, "application/vnd.ms-word.document.macroEnabled.12"),
    "xlsx_plain": (xlsx_plain, f"{_OFFICE}.spreadsheetml.sheet"),
    "pdf_plain": (pdf_plain, "application/pdf"),
    "pdf_link": (pdf_link, "application/pdf"),
    "pdf_qr": (pdf_qr, "application/pdf"),
    "png_qr": (png_qr, "image/png"),
    "png_plain": (png_plain, "image/png"),
    "ics": (ics, "text/calendar; method=REQUEST"),
    "svg_plain": (svg_plain, "image/svg+xml"),
    "svg_script": (svg_script, "image/svg+xml"),
    "html_form": (html_form, "text/html"),
    "html_smuggle": (html_smuggle, "text/html"),
    "html_plain": (html_plain, "text/html"),
    "zip_plain": (zip_plain, "application/zip"),
    "zip_password": (zip_password, "application/zip"),
    "lnk": (lnk, "application/x-ms-shortcut"),
    "url_file": (url_file, "application/internet-shortcut"),
    "iso": (iso, "application/x-iso9660-image"),
    "txt": (txt, "text/plain; charset=utf-8"),
    "eml": (eml, "message/rfc822"),
}
"""Kind -> (generator, content type)."""


def build(item: Attachment) -> tuple[bytes, str]:
    """Return the file's bytes and its declared content type. Raises KeyError for an unknown kind."""
    generator, content_type = GENERATORS[item.kind]
    return generator(item), item.type or content_type
