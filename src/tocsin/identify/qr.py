"""QR codes in pictures: of the body, attached, drawn into the page itself, and in PDFs."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final
from weakref import WeakKeyDictionary

from tocsin.common.urls import Url, parse_url, unwrap
from tocsin.formats.pdf import read_images
from tocsin.identify.files import files
from tocsin.identify.mail import Link, Mail
from tocsin.model.verdict import Span

_MAX_IMAGES: Final = 4
_MIN_BYTES, _MAX_BYTES = 120, 3_000_000
_MIN_SIDE, _MAX_PIXELS = 40, 6_000_000
_MAX_LETTERS: Final = 3_000
"""Longer texts are not carried by a picture."""
_PICTURES: Final = frozenset({"png", "jpeg", "gif", "bmp"})

_CODES: Final[WeakKeyDictionary[Mail, tuple[Link, ...]]] = WeakKeyDictionary()


def codes(mail: Mail) -> tuple[Link, ...]:
    """Return the web links that QR codes of the message hold, of kind `qr`; nothing where there is no picture."""
    if not mail.attachments and not any("data:image" in image.url[:12] for image in mail.page.images):
        return ()
    found = _CODES.get(mail)
    if found is None:
        found = _CODES[mail] = tuple(_codes(mail))
    return found


def _codes(mail: Mail) -> Iterator[Link]:
    if len(mail.body.content) > _MAX_LETTERS:
        return
    for image, span in islice(_pictures(mail), _MAX_IMAGES):
        for text in _read(image):
            url = _web(text)
            if url is not None:
                yield Link(url, unwrap(url), "", span, "qr")


def _web(text: str) -> Url | None:
    url = parse_url(text.strip()) if "." in text and " " not in text.strip() else None
    return url if url is not None and url.is_web and "." in url.host else None


def _pictures(mail: Mail) -> Iterator[tuple[Any, Span]]:
    for path, page in mail.pages.items():
        for image in page.images:
            if image.url[:11].lower() == "data:image/":
                yield _open(_of_data_url(image.url)), Span(path, "visible")
    for file in files(mail):
        if file.kind in _PICTURES:
            yield _open(file.data), file.span
        elif file.pdf is not None and 0 < file.pdf.pages <= 3:
            yield from ((image, file.span) for image in read_images(file.data))


def _of_data_url(url: str) -> bytes:
    head, _, body = url.partition(",")
    if "base64" not in head or len(body) > _MAX_BYTES * 4 // 3:
        return b""
    try:
        return base64.b64decode(body.encode("ascii", "ignore"))
    except (binascii.Error, ValueError):
        return b""


def _open(data: bytes) -> Any:
    """A Pillow image of plausible size, or None."""
    if not _MIN_BYTES <= len(data) <= _MAX_BYTES:
        return None
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP"))
        if min(image.size) < _MIN_SIDE or image.width * image.height > _MAX_PIXELS:
            return None
        return (image.convert("RGBA") if image.mode == "P" else image).convert("L")
    except Exception:  # noqa: BLE001 - Pillow raises whatever broken pictures cause
        return None


def _read(image: Any) -> list[str]:
    if image is None:
        return []
    import zxingcpp

    try:
        found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    except Exception:  # noqa: BLE001 - the C++ reader's errors have no common base class
        return []
    return [code.text[:4_096] for code in found[:5]]
