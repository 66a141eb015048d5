"""Sent with a tool made for spam."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_TOOLS: Final = re.compile(
    r"leaf ?php ?mailer|alexus|king ?mailer|advanced mass sender|turbo-?mailer|atomic mail sender|gammadyne|sendblaster|"
    r"ultra ?mailer|dark ?mailer|send-?safe|stealth ?mail|group mail|mass ?e?mailer|bulk ?mailer|quick ?sender|"
    r"inbox ?mass|heart ?sender|gx40|anonymous ?mailer|xleet|priv8|email ?blaster|extractor pro|power ?mta bulk|"
    r"rs ?mailer|olux|odin ?mailer|pro ?mailer v\d|turbosmtp free|achi-kochi|envex developments",
    re.IGNORECASE,
)


@check(
    id="spam-mailer",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1588.002",),
    explain={
        "en": "It was sent with a tool that is sold for sending junk mail.",
        "ar": "أُرسلت الرسالة بأداة تُباع لإرسال البريد المزعج.",
    },
    hits=lambda: [
        message(headers=[("X-Mailer", "Leaf PHPMailer 2.7 (leaf.test)")]),
        message(headers=[("X-Mailer", "Advanced Mass Sender v.4.3")]),
        message(headers=[("X-Mailer", "King Mailer 2")]),
    ],
    misses=lambda: [
        message(headers=[("X-Mailer", "PHPMailer 6.9.1")]),
        message(headers=[("X-Mailer", "Mailchimp Mailer")]),
    ],
)
def spam_mailer(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Names of tools known from public write-ups of spam operations and from their own advertisements."""
    program = mail.mailer
    if program and _is_tool(program[:200]):
        yield evidence(None, value=program)


@lru_cache(maxsize=4096)
def _is_tool(program: str) -> bool:
    return _TOOLS.search(program) is not None
