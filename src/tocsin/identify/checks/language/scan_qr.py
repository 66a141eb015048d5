"""It tells to scan a code with the telephone, which leads past the protection of the office."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="scan-qr",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1204.001",
    ),
    explain={
        "en": "It tells the reader to scan a code with the telephone, which leads past the protection of the office.",
        "ar": "تطلب الرسالة مسح رمز بالهاتف، وهو ما يتجاوز حماية المكتب.",
    },
    phrases={
        "en": (
            "(scan|scanning|capture) <2>(qr|barcode|bar code|code (below|with|using|attached|above|to|on|in))",
            "(point|use|open) <3>(camera|phone|mobile|smartphone) <6>(qr|code)",
        ),
        "ar": ("(مسح|امسح|امسحي|امسحوا|قم بمسح|مسح ضوئي) <2>(رمز|الرمز|الكود|كود|الباركود|الاستجابة)",),
        "fa": (
            "(اسکن|اسکن کردن) <3>(کد|بارکد|رمزینه|کیو ?آر|qr)",
            "(کد|بارکد|رمزینه|کیو ?آر|qr) <5>(اسکن)",
        ),
        "he": ("(סרוק|סרקו|סרקי|לסרוק|סריקת) <2>(את )?(ה)?(קוד|ברקוד|qr)",),
        "es": (r"(escane|escanee|escanea|escanear)\S* <3>(código|qr)",),
        "fr": (r"(scann|flash)\S* <3>(code|qr)",),
        "de": (
            "(scannen|einscannen|scanne) <4>(code|qr|qr-code)",
            "(qr-?code|code) <5>(scannen|einscannen|abscannen|gescannt)",
        ),
        "pt": ("(escane|escaneie|leia|aponte) <6>(código|qr)",),
    },
    hits=lambda: [
        message(text="Scan the QR code below with your phone to keep your access."),
        message(text="يرجى مسح الرمز بالهاتف."),
        message(text="امسح كود الاستجابه السريعه"),
        message(text="کد زیر را با گوشی اسکن کنید."),
        message(text="لطفاً بارکد پیوست را اسكن نمایید."),
        message(text="סרקו את הקוד בטלפון."),
        message(text="Escanee el código QR con su móvil."),
        message(text="Scannez le QR code avec votre téléphone."),
        message(text="Scannen Sie den QR-Code mit dem Handy."),
        message(text="Aponte a câmera para o código QR."),
    ],
    misses=lambda: [
        message(text="The doctor has the scan, and the dress code is casual."),
        message(text="Please do not scan QR codes from unknown mail."),
        message(text="Le code du travail change."),
    ],
)
def scan_qr(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Instruction to scan a QR code."""
    yield from asked(mail, hits)
