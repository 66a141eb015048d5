"""The envelope was another domain's, and no sending platform's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SENDING_PLATFORMS, registrable, within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import is_signed_by_sender
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="return-path-elsewhere",
    weight=Weight.HINT,
    attack=("T1656",),
    explain={
        "en": "It was handed over in the name of another domain than the one shown as sender.",
        "ar": "سُلِّمت الرسالة باسم نطاق غير النطاق الظاهر مُرسِلًا.",
    },
    hits=lambda: [
        message(headers=[("Return-Path", "<bounce@other.test>")]),
        message(headers=[("Return-Path", "<web@box.hosting.test>")]),
    ],
    misses=lambda: [
        message(headers=[("Return-Path", "<ada@mail.sender.example>")]),
        message(headers=[("Return-Path", "<bounce-7@em.sendgrid.net>")]),
        message(headers=[("Return-Path", "<>")]),
        message(headers=[("Return-Path", "<talk-bounces@lists.test>"), ("List-Id", "<talk.lists.test>")]),
    ],
)
def return_path_elsewhere(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A signature of the sender's own domain, a list or a sending platform makes it honest."""
    domain = registrable(mail.return_path.rpartition("@")[2])
    if not domain or not mail.sender_domain or domain == mail.sender_domain or mail.is_list:
        return
    if not within(domain, SENDING_PLATFORMS) and not is_signed_by_sender(mail):
        yield evidence(header_span(mail, "return-path"), address=mail.return_path, domain=mail.sender_domain)
