"""The sending machine is one that the envelope's domain does not know."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="spf-softfail",
    weight=Weight.WEAK,
    attack=("T1656",),
    explain={
        "en": "It came from a machine that the sending domain does not list as its own.",
        "ar": "وصلت الرسالة من جهاز لا يُدرجه النطاق المُرسِل ضمن أجهزته.",
    },
    hits=lambda: [
        message(
            headers=[("Authentication-Results", "mx.harbour.example; spf=softfail smtp.mailfrom=ada@sender.example")]
        ),
        message(
            headers=[("Authentication-Results", "mx.harbour.example; dkim=none; spf=softfail smtp.mailfrom=other.test")]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                (
                    "Authentication-Results",
                    "mx.harbour.example; spf=softfail smtp.mailfrom=sender.example; dkim=pass header.d=sender.example",
                )
            ]
        ),
        message(
            headers=[("Authentication-Results", "mx.harbour.example; spf=neutral smtp.mailfrom=ada@sender.example")]
        ),
    ],
)
def spf_softfail(mail: Mail, context: Context) -> Iterable[Evidence]:
    """As with a hard failure, an aligned signature takes this away."""
    found = authentication(mail, context)
    if found.spf == "softfail" and not found.dkim_aligned and found.arc != "pass" and not mail.is_list:
        yield evidence(None, domain=found.spf_domain, host=found.server, reason="spf=softfail")
