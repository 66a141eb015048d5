"""A free mailbox whose address plays a service."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_SERVICE: Final = re.compile(
    r"(?:^|[._\-\d])(?:no-?reply|do-?not-?reply|nao-?responda|security|verif(?:y|ication)|notifications?|alerts?|helpdesk|"
    r"customer-?(?:care|service|support)|support-?team|webmaster|mail-?admin|billing|invoice|refund|account-?team)"
    r"(?:[._\-\d]|$)"
)


@check(
    id="webmail-service-name",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1585.002",
        "T1656",
    ),
    explain={
        "en": "The address is a free private mailbox named like a service: no-reply, security, notification and so on.",
        "ar": "العنوان صندوق بريد مجاني سُمّي على هيئة خدمة آلية، كعناوين الإشعارات أو الأمان أو عدم الرد.",
    },
    hits=lambda: [
        message(sender="noreply.account.alert@gmail.com"),
        message(sender="Team <security-notification77@outlook.com>"),
    ],
    misses=lambda: [
        message(sender="noreply@service.example"),
        message(sender="Ada <ada.alerton@gmail.com>"),
        message(sender="Gmail Team <mail-noreply@google.com>"),
    ],
)
def webmail_service_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Providers write from domains of their own and not from their customers' domain."""
    if mail.sender.domain in WEBMAIL:
        match = _SERVICE.search(mail.sender.local)
        if match:
            yield evidence(sender_span(mail), address=mail.sender.email, phrase=match[0].strip("._-"))
