"""A sender's domain whose labels mix scripts."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import to_unicode
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import mixed_scripts
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="mixed-script-domain",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1583.001",
        "T1036",
    ),
    explain={
        "en": "The sender's domain mixes letters of different alphabets, so that it reads like another one.",
        "ar": "يخلط نطاق المُرسِل حروفًا من أبجديات مختلفة حتى يُقرأ كأنه نطاق آخر.",
    },
    hits=lambda: [
        message(sender="Info <info@xn--exmple-4nf.test>"),
        message(sender="Info <info@xn--pypal-4ve.com>"),
    ],
    misses=lambda: [
        message(sender="Info <info@xn--mgbh0fb.example>"),
        message(sender="Info <info@xn--mnchen-3ya.example>"),
    ],
)
def mixed_script_domain(mail: Mail, context: Context) -> Iterable[Evidence]:
    """International names in one script are honest, in Arabic and Persian as elsewhere."""
    if "xn--" in mail.sender.domain or not mail.sender.domain.isascii():
        scripts = mixed_scripts(mail.sender.domain)
        if scripts:
            yield evidence(sender_span(mail), domain=mail.sender.domain, shown=to_unicode(mail.sender.domain))
