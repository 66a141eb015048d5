"""From headers and bodies to the bytes of a message: encodings, charsets, multiparts, attachments, line ends."""

from __future__ import annotations

import base64
import binascii
import io
import random
import zipfile
from dataclasses import dataclass

from training.synth.headers import Header, encoded
from training.synth.identities import letters
from training.synth.layouts import Body
from training.synth.schema import Lang

_NATIONAL: dict[Lang, tuple[str, ...]] = {
    "en": ("us-ascii", "iso-8859-1", "windows-1252"),
    "de": ("iso-8859-1", "iso-8859-15", "windows-1252"),
    "pt": ("iso-8859-1", "windows-1252"),
    "es": ("iso-8859-1", "windows-1252"),
    "fr": ("iso-8859-1", "windows-1252"),
    "ar": ("windows-1256",),
    "fa": ("utf-8",),
    "he": ("windows-1255", "iso-8859-8"),
}
_TYPES = {
    "pdf": "application/pdf",
    "zip": "application/zip",
    "html": "text/html",
    "ics": "text/calendar",
    "png": "image/png",
    "txt": "text/plain",
    "eml": "message/rfc822",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message."""

    kind: str
    """A key of the content types above: pdf, docx, xlsx, zip, html, ics, png, txt, eml."""
    name: str
    content: bytes


def _pdf(text: str, url: str) -> bytes:
    shown = text.encode("latin-1", "replace").decode("latin-1").translate({ord(c): f"\\{c}" for c in "()\\"})
    link = (
        f"/Annots [<< /Type /Annot /Subtype /Link /Rect [50 600 300 640] /A << /S /URI /URI ({url}) >> >>]"
        if url
        else ""
    )
    stream = f"BT /F1 12 Tf 50 700 Td ({shown[:200]}) Tj ET"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + f"/Resources << /Font << /F1 5 0 R >> >> {link} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return (out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").encode(
        "latin-1", "replace"
    )


def _zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def _office(part: str, text: str) -> bytes:
    return _zipped(
        {
            "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
            part: f'<?xml version="1.0"?><d><t>{text[:200]}</t></d>',
        }
    )


def attachment(rng: random.Random, kind: str, name: str, text: str, url: str, clean: bool) -> Attachment:
    """A small file of a kind.

    Bad mail's files hold a link to the harvester (pdf), a form (html) or a script (zip); clean mail's hold text.
    """
    link = url if rng.random() < (0.3 if clean else 0.8) else ""
    if kind == "pdf":
        content = _pdf(text, link)
    elif kind == "html":
        form = (
            f"<p>{text}</p>"
            if clean
            else (
                f'<form action="{url}" method="post"><input name="user"><input type="password" name="pass"></form>'
                f"<script>var u=atob('{base64.b64encode(url.encode()).decode()}');</script>"
            )
        )
        content = f"<html><body>{form}</body></html>".encode()
    elif kind == "zip":
        inner = (
            f"{name}.{rng.choice(('txt', 'csv', 'pdf') if clean else ('js', 'vbs', 'exe', 'lnk', 'pdf.js', 'html'))}"
        )
        content = _zipped({inner: text if clean else letters(rng, 200)})
    elif kind == "docx":
        content = _office("word/document.xml", text)
    elif kind == "xlsx":
        content = _office("xl/workbook.xml", text)
    elif kind == "ics":
        content = (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//calendar//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
            f"UID:{letters(rng, 20)}@example.org\r\n"
            f"DTSTART:20240{rng.randint(1, 9)}1{rng.randint(0, 9)}T1{rng.randint(0, 9)}0000Z\r\n"
            f"SUMMARY:{name}\r\n"
            f"DESCRIPTION:{text[:120]} {link}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ).encode()
    elif kind == "png":
        content = _PNG
    elif kind == "eml":
        content = f"From: {letters(rng, 6)}@example.com\nTo: user@example.org\nSubject: {name}\n\n{text}\n".encode()
    else:
        content = text.encode()
    return Attachment(kind, f"{name}.{kind}", content)


def _encode(text: str, charset: str, rng: random.Random, usual: str) -> tuple[str, str]:
    raw = text.encode(charset, "replace")
    longest = max(map(len, raw.split(b"\n")))
    plain = raw.isascii()
    if plain and longest < 990 and usual != "base64" and rng.random() < 0.6:
        return "7bit", raw.decode("ascii")
    if usual == "base64":
        return "base64", base64.encodebytes(raw).decode("ascii")
    if usual == "8bit" and not plain and longest < 990:
        return "8bit", raw.decode("latin-1")
    return "quoted-printable", binascii.b2a_qp(raw, istext=True).decode("ascii")


class _Assembler:
    def __init__(self, rng: random.Random, lang: Lang) -> None:
        self.rng = rng
        roll = rng.random()
        self.usual = "qp" if roll < 0.5 else "base64" if roll < 0.75 else "8bit"
        self.charset = "utf-8" if rng.random() < 0.8 else rng.choice(_NATIONAL[lang])
        self.spelling = rng.choice(("{}", '"{}"', '"{}"'))

    def text(self, kind: str, content: str) -> tuple[list[Header], str]:
        charset = self.charset
        if charset != "utf-8":
            try:
                content.encode(charset)
            except UnicodeEncodeError:
                charset = "utf-8"
        if charset == "utf-8" and self.rng.random() < 0.5:
            charset = "UTF-8"
        encoding, body = _encode(content, charset, self.rng, self.usual)
        headers = [("Content-Type", f"text/{kind}; charset={self.spelling.format(charset)}")]
        if encoding != "7bit" or self.rng.random() < 0.5:
            headers.append(("Content-Transfer-Encoding", encoding))
        return headers, body

    def joined(self, kind: str, parts: list[tuple[list[Header], str]]) -> tuple[list[Header], str]:
        edge = self.rng.choice(
            ("----=_Part_{}", "000000000000{}", "_000_{}_", "b1_{}", "--==_mimepart_{}", "=-{}")
        ).format(letters(self.rng, 22))
        body = "".join(
            f"--{edge}\n{''.join(f'{n}: {v}' + chr(10) for n, v in headers)}\n{text}\n" for headers, text in parts
        )
        return [("Content-Type", f'multipart/{kind};\n\tboundary="{edge}"')], f"{body}--{edge}--\n"

    def file(self, item: Attachment) -> tuple[list[Header], str]:
        name = encoded(item.name, self.rng).encode().decode("latin-1")
        headers = [("Content-Type", f'{_TYPES[item.kind]}; name="{name}"')]
        if item.kind == "eml":
            return [("Content-Type", "message/rfc822")], item.content.decode("utf-8").encode().decode("latin-1")
        headers += [("Content-Transfer-Encoding", "base64"), ("Content-Disposition", f'attachment; filename="{name}"')]
        return headers, base64.encodebytes(item.content).decode("ascii")


def assemble(
    headers: list[Header],
    body: Body,
    files: list[Attachment],
    rng: random.Random,
    lang: Lang,
    odd: bool,
    report: bool = False,
) -> bytes:
    """The bytes of a message.

    Args:
        headers: everything but the MIME headers.
        body: at least one of text and HTML.
        files: attachments.
        rng: the message's random source.
        lang: for the choice of charset.
        odd: wrap a single part in a needless or wrong multipart, as bad bulk mailers do.
        report: make it a multipart/report (delivery status).
    """
    maker = _Assembler(rng, lang)
    parts = [maker.text(kind, text) for kind, text in (("plain", body.text), ("html", body.html)) if text is not None]
    whole = parts[0] if len(parts) == 1 else maker.joined("alternative", parts)
    if odd and len(parts) == 1:
        whole = maker.joined(rng.choice(("alternative", "alternative", "mixed", "digest", "related")), parts)
    if report:
        recipient = "Final-Recipient: rfc822; user@example.net\nAction: failed\nStatus: 5.1.1\n"
        status = f"Reporting-MTA: dns; mx.example.org\n\n{recipient}"
        top, text = maker.joined("report", [whole, ([("Content-Type", "message/delivery-status")], status)])
        whole = (
            [
                (
                    "Content-Type",
                    top[0][1].replace("multipart/report;", "multipart/report; report-type=delivery-status;"),
                )
            ],
            text,
        )
    if files:
        whole = maker.joined("mixed", [whole, *(maker.file(item) for item in files)])
    lines = [*headers, ("MIME-Version", "1.0"), *whole[0]]
    if rng.random() < 0.01:
        lines.remove(("MIME-Version", "1.0"))
    head = "\n".join(f"{name}: {value}" for name, value in lines)
    raw = head.encode("utf-8") + b"\n\n" + whole[1].encode("latin-1")
    return raw.replace(b"\n", b"\r\n") if rng.random() < 0.4 else raw
