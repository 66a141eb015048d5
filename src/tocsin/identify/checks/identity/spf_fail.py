"""The sending machine is one that the envelope's domain forbids."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="spf-fail",
    weight=Weight.MEDIUM,
    attack=("T1656",),
    explain={
        "en": "It came from a machine that the sending domain says may not send its mail.",
        "ar": "وصلت الرسالة من جهاز لا يسمح له النطاق المُرسِل بإرسال بريده.",
    },
    hits=lambda: [
        message(headers=[("Authentication-Results", "mx.harbour.example; spf=fail smtp.mailfrom=ada@sender.example")]),
        message(
            headers=[
                (
                    "Received-SPF",
                    "fail (mx.harbour.example: domain of ada@sender.example does not designate it) client-ip=192.0.2.1",
                ),
                ("Received", "from x.test by mx.harbour.example"),
            ]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                (
                    "Authentication-Results",
                    "mx.harbour.example; spf=fail smtp.mailfrom=sender.example; dkim=pass header.d=sender.example",
                )
            ]
        ),
        message(
            headers=[("Authentication-Results", "mx.harbour.example; spf=softfail smtp.mailfrom=ada@sender.example")]
        ),
        message(headers=[("Authentication-Results", "mx.other.test; spf=fail smtp.mailfrom=ada@sender.example")]),
    ],
)
def spf_fail(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Honest forwarding breaks SPF and leaves DKIM whole, so a good aligned signature takes this away."""
    found = authentication(mail, context)
    if found.spf == "fail" and not found.dkim_aligned and found.arc != "pass" and not mail.is_list:
        yield evidence(None, domain=found.spf_domain, host=found.server, reason="spf=fail")
