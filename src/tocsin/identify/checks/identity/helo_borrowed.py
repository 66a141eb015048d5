"""The sending machine introduced itself as a big provider's and was another's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import is_host, within
from tocsin.identify.brands import brands_of
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import PROVIDERS, family, is_private
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="helo-borrowed",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "The machine that delivered it claimed to be a large provider's, and it was somebody else's.",
        "ar": "ادّعى الجهاز الذي سلّم الرسالة أنه تابع لشركة كبيرة، وهو لغيرها.",
    },
    hits=lambda: [
        message(headers=[("Received", "from mail.google.com (box7.other.test [192.0.2.77]) by mx.harbour.example")]),
        message(headers=[("Received", "from yahoo.com (host-9.dsl.other.test [192.0.2.77]) by mx.harbour.example")]),
        message(headers=[("Received", "from mx.harbour.example (box.other.test [192.0.2.77]) by mx.harbour.example")]),
    ],
    misses=lambda: [
        message(
            headers=[
                ("Received", "from mail-io1-f43.google.com (mail-io1-f43.google.com [192.0.2.7]) by mx.harbour.example")
            ]
        ),
        message(headers=[("Received", "from mail.google.com (unknown [192.0.2.77]) by mx.harbour.example")]),
        message(
            headers=[("Received", "from mail.sender.example (box7.hosting.test [192.0.2.77]) by mx.harbour.example")]
        ),
    ],
)
def helo_borrowed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only where the receiver looked up the name and found another. Our own name counts as well."""
    own = context.profile.organisation.domains
    for hop in mail.hops[:5]:
        if "." not in hop.helo or not hop.host or hop.host == hop.helo or family(hop.host) == family(hop.helo):
            continue
        if not is_host(hop.host) or is_private(hop.address):
            continue
        claimed = family(hop.helo) in PROVIDERS or within(hop.helo, own)
        if claimed and not within(hop.host, own) and not brands_of(hop.host):
            yield evidence(header_span(mail, "received"), shown=hop.helo, host=hop.host)
