"""A link to a page where a device code is entered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-device-code",
    weight=Weight.MEDIUM,
    danger=Danger.CODE,
    attack=("T1528", "T1566.002", "T1621"),
    explain={
        "en": "A link opens the page where a code signs in another device: whoever sent the code gets in.",
        "ar": "يفتح أحد الروابط الصفحة التي يُدخَل فيها رمز لربط جهاز آخر، فيدخل من أرسل الرمز.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Enter the code", "https://microsoft.com/devicelogin")]),
        message(text="Go to https://www.google.com/device and enter the code"),
    ],
    misses=lambda: [
        message(links=[("Devices", "https://www.microsoft.com/surface/devices")]),
        message(links=[("Enter", "https://other.test/devicelogin")]),
    ],
)
def link_device_code(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The pages of the providers themselves."""
    for link in sites.foreign_links(mail, context):
        page = link.opened.host.removeprefix("www.") + link.opened.path.lower().rstrip("/")
        if page in _PAGES or page.endswith("/oauth2/deviceauth"):
            yield evidence(link.span, url=link.opened.raw)


_PAGES: Final = frozenset(
    {
        "microsoft.com/devicelogin",
        "microsoft.com/link",
        "login.microsoft.com/device",
        "login.microsoftonline.com/common/oauth2/deviceauth",
        "aka.ms/devicelogin",
        "google.com/device",
        "github.com/login/device",
        "login.live.com/oauth20_remoteconnect.srf",
    }
)
