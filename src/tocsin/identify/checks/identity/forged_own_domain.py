"""Mail in the organisation's own name that came from outside and is not authenticated."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import within
from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.route import is_signed_by_sender, sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="forged-own-domain",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1566",
    ),
    explain={
        "en": "It says it comes from our own organisation, and nothing confirms that: it came from outside.",
        "ar": "تدّعي الرسالة أنها من داخل مؤسستنا ولا شيء يؤكد ذلك، فقد وردت من الخارج.",
    },
    hits=lambda: [
        message(
            sender="IT <it@harbour.example>",
            headers=[("Authentication-Results", "mx.harbour.example; spf=fail smtp.mailfrom=other.test; dkim=none")],
        ),
        message(
            sender="IT <it@harbour.example>",
            headers=[("Received", "from box.other.test (box.other.test [192.0.2.9]) by mx.harbour.example")],
        ),
    ],
    misses=lambda: [
        message(sender="IT <it@harbour.example>"),
        message(
            sender="IT <it@harbour.example>",
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=harbour.example")],
        ),
        message(
            sender="IT <it@harbour.example>",
            headers=[
                ("Received", "from desk.harbour.example (desk.harbour.example [192.0.2.9]) by mx.harbour.example")
            ],
        ),
        message(
            sender="News <news@harbour.example>",
            headers=[
                ("Received", "from mta.platform.test (mta.platform.test [192.0.2.9]) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; a=rsa-sha256; d=harbour.example; s=a; b=x"),
            ],
        ),
    ],
)
def forged_own_domain(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A trusted hop that stamped no aligned result, or, without stamps, an unsigned message from a foreign machine."""
    own = context.profile.organisation.domains
    if not own or not mail.from_domain(own):
        return
    found = authentication(mail, context)
    if found.server:
        if not found.aligned and found.arc != "pass" and not mail.is_list:
            yield evidence(sender_span(mail), domain=mail.sender_domain, host=found.server)
        return
    hop = sending_hop(mail)
    if hop is not None and not within(hop.host or hop.helo, own) and not is_signed_by_sender(mail):
        yield evidence(sender_span(mail), domain=mail.sender_domain, host=hop.host or hop.helo)
