"""A link that writes a prepared answer to somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from tocsin.common.hosts import (
    registrable,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-prepared-answer",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1598",),
    explain={
        "en": "A link writes a prepared answer, which goes to somebody other than the sender.",
        "ar": "يكتب أحد الروابط ردًّا جاهزًا يذهب إلى غير المُرسِل.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Unsubscribe", "mailto:a@other.test,b@third.test?subject=Remove%20me")]),
        message(links=[("Confirm", "mailto:office@other.test?subject=Yes%2C%20it%20was%20me")]),
    ],
    misses=lambda: [
        message(links=[("Write to us", "mailto:ada@sender.example?subject=Question")]),
        message(links=[("Write", "mailto:ada@other.test")]),
        message(links=[("Share", "mailto:?subject=Read%20this&body=https%3A%2F%2Fsender.example%2F")]),
    ],
)
def link_prepared_answer(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A subject filled in, in a formatted message; buttons to tell a friend have no recipient."""
    for link in mail.links:
        if link.url.scheme != "mailto" or "subject=" not in link.url.path.lower() or link.kind == "text":
            continue
        addresses = unquote(link.url.path.partition("?")[0]).lower().split(",")
        domains = {registrable(address.rpartition("@")[2].strip()) for address in addresses if "@" in address}
        if domains and mail.sender_domain not in domains and not domains & set(sites.circle(context.profile)):
            yield evidence(link.span, address=addresses[0].strip(), count=len(addresses))
