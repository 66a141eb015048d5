"""Outlook's properties to the octets of an Internet message.

The transport headers are taken as they came where the item has them, less those that describe the body, which is made
anew; what they lack is filled in from the properties. Every rebuilt message bears the defect `rebuilt-from-...`: no
signature over its body can still be right, and no finding may be made of its MIME structure.
Sources: MS-OXCMAIL (mapping between message objects and MIME), RFC 5322, 2045, 2047, 2231.
"""

from __future__ import annotations

import binascii
import hashlib
import re
from email.utils import format_datetime
from typing import Final
from urllib.parse import quote

from tocsin.formats import mapi
from tocsin.formats.charset import known_charset
from tocsin.formats.mapi import Attached, Item, Properties
from tocsin.formats.rtf import RichText, codepage_name, decompress, read_rtf
from tocsin.model.defect import Defect
from tocsin.model.limits import Limits

_FIELD: Final = re.compile(r"^([!-9;-~]+)[ \t]*:")
_BODY_FIELDS: Final = ("content-", "mime-version")
_MEDIA_TYPE: Final = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,80}", re.ASCII)
_ID_WORD: Final = re.compile(r"[^\s<>]+")
_UNSAFE_ID: Final = re.compile(r"[^!-;=?-~]")
_QUOTABLE: Final = re.compile(r'["\\]')
_MAX_IDS: Final = 200
_LINE_CHARS: Final = 900
_ADDRESS: Final = re.compile(r"[^\s<>@,;:\"]{1,256}@[^\s<>@,;:\"]{1,256}")
_LINE_BYTES: Final = 45
_FIELD_CHARS: Final = 20_000
_RECIPIENT_FIELDS: Final = (("To", 1, mapi.DISPLAY_TO), ("Cc", 2, mapi.DISPLAY_CC), ("Bcc", 3, mapi.DISPLAY_BCC))

_TYPE_OF_NAME: Final = {
    "p7m": "application/pkcs7-mime", "p7s": "application/pkcs7-signature", "ics": "text/calendar",
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "htm": "text/html", "html": "text/html", "txt": "text/plain",
    "zip": "application/zip", "svg": "image/svg+xml",
}  # fmt: skip
"""Types of the endings that matter where an attachment states none; all else is `application/octet-stream`."""


def rebuild(item: Item, origin: str, limits: Limits = Limits()) -> tuple[bytes, tuple[Defect, ...]]:
    """Return the message as RFC 5322 octets (lines end in CRLF), and its defects, `rebuilt-from-{origin}` first."""
    builder = _Builder(limits)
    raw = builder.message(item, 0)
    return raw, (Defect(f"rebuilt-from-{origin}"), *builder.defects)


def attachment_name(properties: Properties) -> str:
    """Return the name that a person saw: the long one, else the short one, else the display name."""
    keys = (mapi.ATTACH_LONG_FILENAME, mapi.ATTACH_FILENAME, mapi.DISPLAY_NAME)
    return next((name for key in keys if (name := _one_line(properties.text(key)))), "")


def attachment_type(properties: Properties) -> str:
    """Return the stated media type where it is one, else that of the name's ending."""
    stated = properties.text(mapi.ATTACH_MIME_TYPE).strip().lower()
    if _MEDIA_TYPE.fullmatch(stated) and not stated.startswith(("multipart/", "message/")):
        return stated
    ending = attachment_name(properties).rpartition(".")[2].lower()
    return _TYPE_OF_NAME.get(ending, "application/octet-stream")


def rich_text(item: Item, limits: Limits = Limits()) -> RichText:
    """Return what the item's compressed rich text holds, with the defects of all steps."""
    packed = item.properties.octets(mapi.RTF_COMPRESSED)
    if not packed:
        return RichText()
    document, defects = decompress(packed, limits)
    if not document:
        return RichText(defects=defects)
    content = read_rtf(document, limits)
    return RichText(content.text, content.html, defects + content.defects)


def html_charset(properties: Properties) -> str:
    """Return the charset label of the HTML octets; empty where the item states none that exists."""
    label = codepage_name(properties.integer(mapi.INTERNET_CODEPAGE))
    return label if label and known_charset(label) else ""


class _Builder:
    """Writes one message, embedded ones included, and gathers defects on the way."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.defects: list[Defect] = []
        self.room = limits.max_message_bytes

    def message(self, item: Item, depth: int) -> bytes:
        self.defects += item.defects
        if signed := _signed_entity(item):
            return b"".join(self._headers(item)) + b"MIME-Version: 1.0\r\n" + signed
        parts = [self._body(item)]
        attachments = item.attachments[: self.limits.max_attachments]
        if len(attachments) < len(item.attachments):
            self.defects.append(Defect("too-many-attachments", str(len(item.attachments))))
        parts += [part for attached in attachments if (part := self._attachment(attached, depth))]
        return b"".join(self._headers(item)) + b"MIME-Version: 1.0\r\n" + _joined("mixed", parts)

    def _headers(self, item: Item) -> list[bytes]:
        fields = transport_fields(item.properties)
        present = {name for name, _ in fields}
        lines = [line for _, line in fields]
        for name, value in self._made_fields(item):
            if value and name.lower() not in present:
                lines.append(f"{name}: {value}\r\n".encode())
        return lines

    def _made_fields(self, item: Item) -> list[tuple[str, str]]:
        of = item.properties
        author = _mailbox(of, mapi.SENT_REPRESENTING_NAME, mapi.SENT_REPRESENTING_EMAIL, mapi.SENT_REPRESENTING_SMTP)
        sender = _mailbox(of, mapi.SENDER_NAME, mapi.SENDER_EMAIL, mapi.SENDER_SMTP)
        sent = of.time(mapi.CLIENT_SUBMIT_TIME) or of.time(mapi.DELIVERY_TIME) or of.time(mapi.CREATION_TIME)
        subject = of.text(mapi.SUBJECT)
        if (
            len(subject) > 1 and subject[0] == "\x01"
        ):  # a prefix length before the subject (MS-PST, section 2.5.3.1.1.1)
            subject = subject[2:]
        reply = of.text(mapi.REPLY_RECIPIENT_NAMES)
        fields = [
            ("From", author or sender),
            ("Sender", sender if author and sender != author else ""),
            ("Reply-To", ", ".join(_ADDRESS.findall(reply)[:20])),
            ("Subject", _words(subject or of.text(mapi.NORMALIZED_SUBJECT))),
            ("Date", format_datetime(sent) if sent else ""),
            ("Message-ID", _identifier(of.text(mapi.MESSAGE_ID))),
            ("In-Reply-To", _identifier(of.text(mapi.IN_REPLY_TO))),
            ("References", _identifier(of.text(mapi.REFERENCES))),
        ]
        return fields + [(name, self._recipients(item, kind, shown)) for name, kind, shown in _RECIPIENT_FIELDS]

    def _recipients(self, item: Item, kind: int, shown: int) -> str:
        listed = item.recipients[: self.limits.max_attachments]
        if len(listed) < len(item.recipients) and kind == 1:
            self.defects.append(Defect("too-many-recipients", str(len(item.recipients))))
        boxes = [
            _mailbox(one, mapi.DISPLAY_NAME, mapi.EMAIL, mapi.SMTP_ADDRESS)
            for one in listed
            if (one.integer(mapi.RECIPIENT_TYPE) & 0xF or 1) == kind
        ]
        if not item.recipients:
            boxes = [_words(name, quoted=True) for name in item.properties.text(shown).split(";")]
        return ",\r\n ".join(box for box in boxes if box)

    def _body(self, item: Item) -> bytes:
        of = item.properties
        html = of.octets(mapi.HTML)
        charset = html_charset(of)
        if mapi.HTML in of and of.values[mapi.HTML].kind in (mapi.UNICODE, mapi.STRING8):
            html, charset = of.text(mapi.HTML).encode("utf-8", "replace"), "utf-8"
        text = of.text(mapi.BODY)
        if not html:
            rich = rich_text(item, self.limits)
            self.defects += rich.defects
            text = text or rich.text
            if rich.html:
                html, charset = rich.html.encode("utf-8", "replace"), "utf-8"
        views = [_text_part("plain", text.encode("utf-8", "replace"), "utf-8")] if text or not html else []
        if html:
            views.append(_text_part("html", html[: self.limits.max_message_bytes], charset))
        return _joined("alternative", views)

    def _attachment(self, attached: Attached, depth: int) -> bytes:
        if attached.message is not None:
            if depth >= self.limits.max_embedded_depth:
                self.defects.append(Defect("embedded-too-deep", f"more than {self.limits.max_embedded_depth} messages"))
                return b""
            return b"Content-Type: message/rfc822\r\n\r\n" + self.message(attached.message, depth + 1)
        name = attachment_name(attached.properties)
        method = attached.properties.integer(mapi.ATTACH_METHOD)
        if not attached.data and method not in (0, mapi.BY_VALUE):
            self.defects.append(Defect("attachment-not-included", f"method {method}"))
        if len(attached.data) > self.room:
            self.defects.append(Defect("attachment-over-limit", f"{len(attached.data)} bytes"))
        data = attached.data[: self.room]
        self.room -= len(data)
        return _attachment_headers(attached.properties, name) + _base64(data)


def transport_fields(of: Properties) -> list[tuple[str, bytes]]:
    """Return (name in lower case, octets with CRLF) of each transport header that does not describe the body.

    The octets are as stored where the item is not Unicode. Reading ends at the first empty line.
    """
    stored = of.values.get(mapi.TRANSPORT_HEADERS)
    if stored is None:
        return []
    octets = stored.data if stored.kind == mapi.STRING8 else of.text(mapi.TRANSPORT_HEADERS).encode("utf-8", "replace")
    fields: list[tuple[str, bytes]] = []
    for line in octets.replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip(b"\n\0").split(b"\n"):
        if not line.strip():
            break
        if line[:1] in b" \t" and fields:
            fields[-1] = (fields[-1][0], fields[-1][1] + line + b"\r\n")
        elif found := _FIELD.match(line.decode("latin-1")):
            fields.append((found[1].lower(), line + b"\r\n"))
    return [field for field in fields if not field[0].startswith(_BODY_FIELDS)]


def _signed_entity(item: Item) -> bytes:
    """Return the MIME entity that a clear-signed item keeps whole in its only attachment (MS-OXOSMIME)."""
    if not item.properties.text(mapi.MESSAGE_CLASS).lower().endswith("smime.multipartsigned"):
        return b""
    if len(item.attachments) != 1:
        return b""
    data = item.attachments[0].data
    return data if data[:13].lower() == b"content-type:" else b""


def _mailbox(of: Properties, name: int, email: int, smtp: int) -> str:
    """Write one address; a name alone where the only address is one inside Exchange."""
    address = next((found[0] for key in (smtp, email) if (found := _ADDRESS.search(of.text(key)))), "")
    shown = _one_line(of.text(name))
    if shown.strip("'\"").lower() == address.lower():
        return address
    words = _words(shown, quoted=True)
    return f"{words} <{address}>" if words and address else address or words


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:_FIELD_CHARS]


def _identifier(text: str) -> str:
    words = [_UNSAFE_ID.sub("", word) for word in _ID_WORD.findall(text)[:_MAX_IDS]]
    return "\r\n ".join(f"<{word}>" for word in words if word)


def _words(text: str, quoted: bool = False) -> str:
    """Write text for a header: as it is where that is safe, else as RFC 2047 words of at most 75 characters."""
    text = _one_line(text)
    if not text.isascii() or not text.isprintable() or "=?" in text or len(text) > _LINE_CHARS:
        return _encoded_words(text)
    return '"' + _QUOTABLE.sub(r"\\\g<0>", text) + '"' if quoted and text else text


def _encoded_words(text: str) -> str:
    octets = [text[at : at + 10].encode("utf-8", "replace") for at in range(0, len(text), 10)]
    return "\r\n ".join(f"=?utf-8?B?{binascii.b2a_base64(piece, newline=False).decode()}?=" for piece in octets)


def _text_part(subtype: str, octets: bytes, charset: str) -> bytes:
    label = f'; charset="{charset}"' if charset else ""
    return f"Content-Type: text/{subtype}{label}\r\nContent-Transfer-Encoding: base64\r\n\r\n".encode() + _base64(
        octets
    )


def _attachment_headers(of: Properties, name: str) -> bytes:
    shown = f"; filename*=utf-8''{quote(name.encode('utf-8', 'replace'), safe='')}" if name else ""
    content_id = _UNSAFE_ID.sub("", of.text(mapi.ATTACH_CONTENT_ID).strip().strip("<>"))
    lines = [
        f"Content-Type: {attachment_type(of)}",
        f"Content-Disposition: {'inline' if content_id else 'attachment'}{shown}",
        "Content-Transfer-Encoding: base64",
    ]
    if content_id:
        lines.append(f"Content-ID: <{content_id}>")
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def _base64(octets: bytes) -> bytes:
    view = memoryview(octets)
    size = _LINE_BYTES
    return b"".join(binascii.b2a_base64(view[at : at + size])[:-1] + b"\r\n" for at in range(0, len(octets), size))


def _joined(subtype: str, parts: list[bytes]) -> bytes:
    """Join parts to a multipart; a single one stands alone. The boundary is a digest of the parts, so none holds it."""
    if len(parts) == 1:
        return parts[0]
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    mark = f"=_{digest.hexdigest()[:40]}"
    head = f'Content-Type: multipart/{subtype}; boundary="{mark}"\r\n\r\n'.encode()
    opening = f"--{mark}\r\n".encode()
    return head + b"".join(opening + part + b"\r\n" for part in parts) + f"--{mark}--\r\n".encode()
