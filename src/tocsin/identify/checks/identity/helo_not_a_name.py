"""The sending machine introduced itself as no mail server would."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_SIGNED_IN: Final = re.compile(
    r"\bwith (?:E?SMTPS?A|HTTPS?|ASMTP|MAPI|LMTP)\b|\bAuthenticated|authenticated", re.IGNORECASE
)


@check(
    id="helo-not-a-name",
    weight=Weight.WEAK,
    attack=("T1583.003",),
    explain={
        "en": "The machine that delivered it gave no proper name of its own, as mail servers do.",
        "ar": "الجهاز الذي سلّم الرسالة لم يعرّف نفسه باسم سليم كما تفعل خوادم البريد.",
    },
    hits=lambda: [
        message(headers=[("Received", "from [192.0.2.77] (192.0.2.77) by mx.harbour.example")]),
        message(headers=[("Received", "from WIN-7QK2 (unknown [192.0.2.77]) by mx.harbour.example")]),
    ],
    misses=lambda: [
        message(
            headers=[("Received", "from mx.sender.example (mx.sender.example [192.0.2.77]) by mx.harbour.example")]
        ),
        message(headers=[("Received", "from desk7 (desk7.harbour.example [10.0.0.9]) by mx.harbour.example")]),
        message(headers=[("Received", "from phone (host [192.0.2.77]) by mx.harbour.example with ESMTPSA")]),
    ],
)
def helo_not_a_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """An address or a bare word; a person's own device that signed in to its server is left alone."""
    hop = sending_hop(mail)
    if hop is None or ("." in hop.helo and any(char.isalpha() for char in hop.helo)):
        return
    if not _SIGNED_IN.search(hop.raw):
        yield evidence(header_span(mail, "received"), host=hop.helo, address=hop.address)
