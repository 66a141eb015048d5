"""A QR code that the text wants scanned for an account matter."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import samples, sites
from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.qr import codes
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="qr-code-lure",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1598.003"),
    explain={
        "en": "It wants a code scanned with the telephone, where the office's protection does not reach.",
        "ar": "تطلب الرسالة مسح رمز بالهاتف، حيث لا تصل حماية المكتب.",
    },
    phrases={
        "en": (
            r"scan (the |this |with )?([\w-]+ ){0,5}(code|qr|camera|phone)",
            r"(use|open) your (phone|mobile|camera) [^\n]{0,40}(scan|code|qr)",
        ),
        "de": (r"(scannen|scanne) sie? [^\n]{0,40}code", r"qr.?code [^\n]{0,30}scannen"),
        "fr": (r"(scannez|scanner|flashez) [^\n]{0,20}code",),
        "es": (r"(escanee|escanea|escanear) [^\n]{0,20}(codigo|qr)",),
        "pt": (r"(escaneie|escanear|digitalize|leia) [^\n]{0,20}(codigo|qr)",),
        "ar": (r"(مسح|امسح|امسحوا|تصوير) (ال)?(رمز|كود)",),
        "fa": (r"(اسکن|بارکد|رمزینه|کد) [^\n]{0,30}(کنید|نمایید|فرمایید)",),
        "he": (r"(סרקו|סרוק|לסרוק) [^\n]{0,20}(קוד|ברקוד)",),
    },
    hits=lambda: [
        message(
            text="Scan the QR code to keep your mailbox",
            attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))],
        ),
        message(
            text="يرجى مسح الرمز لتحديث الحساب",
            attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))],
        ),
        message(
            text="لطفا کد زیر را اسکن کنید", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]
        ),
        message(
            text="Scannen Sie den QR-Code", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]
        ),
        message(text="Scannez ce code", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]),
        message(text="Escanee el código", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]),
        message(text="Escaneie o código", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]),
        message(text="נא סרקו את הקוד", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]),
    ],
    misses=lambda: [
        message(
            text="Scan the QR code at the door",
            attachments=[("a.png", "image/png", samples.qr("https://sender.example/x"))],
        ),
        message(text="Scan the QR code at the door", attachments=[("a.png", "image/png", samples.PNG)]),
    ],
)
def qr_code_lure(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Words and a code that opens a foreign site."""
    for link in codes(mail):
        if link.domain != mail.sender_domain and not within(link.host, sites.circle(context.profile)):
            yield evidence(link.span, url=link.url.raw, opened=link.host)
            yield from islice(said(mail, hits), 1)
            return
