"""A person's name on a free mailbox with no letter of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.persons import name_key
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="webmail-name-mismatch",
    weight=Weight.HINT,
    attack=(
        "T1585.002",
        "T1656",
    ),
    explain={
        "en": "A person's full name is shown, and nothing of it is in the free mailbox's address.",
        "ar": "يظهر اسم شخص كامل، ولا أثر لهذا الاسم في عنوان صندوق البريد المجاني.",
    },
    hits=lambda: [
        message(sender="Carlos Casal <khadmau70@gmail.com>"),
        message(sender="Maria Lindqvist <prjt.fund2@yahoo.com>"),
    ],
    misses=lambda: [
        message(sender="Carlos Casal <ccasal@gmail.com>"),
        message(sender="Carlos Casal <carlitos@gmail.com>"),
        message(sender="Carlos Casal <cc1984@gmail.com>"),
        message(sender="دانا عثمان <hope77@gmail.com>"),
        message(sender="Carlos <khadmau70@gmail.com>"),
    ],
)
def webmail_name_mismatch(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Latin names of two or more words; nicknames and initials that share three letters or begin alike count as a match."""
    if mail.sender.domain not in WEBMAIL or not mail.sender.name.isascii() or mail.is_list:
        return
    words = [word for word in name_key(mail.sender.name) if len(word) > 2]
    local = re.sub(r"[^a-z]", "", mail.sender.local)
    if not 2 <= len(words) <= 4 or len(local) < 4:
        return
    initials = {word[0] for word in words}
    near = any(word[:3] in local or word[-4:] in local for word in words)
    if not near and not set(local[:2]) <= initials:
        yield evidence(sender_span(mail), name=mail.sender.name, address=mail.sender.email)
