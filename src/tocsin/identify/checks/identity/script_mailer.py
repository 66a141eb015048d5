"""Sent by a script on a web server."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_SCRIPT: Final = re.compile(
    r"phpmailer (?:v|\d|\[version [\d.]+\])|php/\d|mime::lite|swiftmailer|class smtpmail", re.IGNORECASE
)


@check(
    id="script-mailer",
    weight=Weight.HINT,
    attack=("T1584.004",),
    explain={
        "en": "It was sent by a script on a website, as newsletters of small sites are, and mail from hacked sites.",
        "ar": (
            "أرسل الرسالةَ برنامجٌ نصي على موقع، وكذلك تُرسَل نشرات المواقع الصغيرة والرسائل الصادرة من المواقع المخترقة."
        ),
    },
    hits=lambda: [
        message(headers=[("X-PHP-Originating-Script", "1001:class-mailer.php")]),
        message(headers=[("X-Mailer", "PHPMailer 6.1.7 (https://mailer.example)")]),
        message(headers=[("X-PHP-Script", "www.other.test/wp-content/x.php for 192.0.2.1")]),
    ],
    misses=lambda: [
        message(headers=[("X-Mailer", "PHPMailer [version 1.71-blue_mailer]")]),
        message(headers=[("X-Mailer", "Mutt")]),
    ],
)
def script_mailer(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The traces that PHP leaves; a campaign platform's own build of such a library is not meant."""
    for name in ("x-php-originating-script", "x-php-script", "x-php-filename"):
        if mail.has(name):
            yield evidence(header_span(mail, name), header=name)
            return
    program = mail.header("x-mailer")
    if program and _SCRIPT.match(program):
        yield evidence(header_span(mail, "x-mailer"), value=program)
