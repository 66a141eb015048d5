"""Pictures, drawn here as SVG: nothing is loaded for them, and no script is needed."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

_PATH: Final = re.compile(r'<path d="([MHVhvmlLzZ\d ,.\-]+)"')
_WIDTH: Final = re.compile(r'width="(\d+)"')


def qr(text: str) -> Markup:
    """Return a QR code, dark on light whatever the colours around it: cameras want it so."""
    import zxingcpp

    drawn = zxingcpp.write_barcode_to_svg(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode))
    width, path = _WIDTH.search(drawn), _PATH.search(drawn)
    if width is None or path is None:
        raise ValueError("no QR code was drawn")
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-hidden="true"><rect width="{0}" height="{0}" '
        'fill="#fff"/><path d="{1}" fill="#000"/></svg>'
    ).format(width[1], path[1])
