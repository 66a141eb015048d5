"""An absence notice."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="automatic-reply",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "It is an automatic reply by somebody who is away.",
        "ar": "الرسالة رد آلي من شخص متغيّب.",
    },
    hits=lambda: [
        message(
            subject="Automatic reply: Minutes",
            text="I am away until Monday.",
            headers=[("Auto-Submitted", "auto-replied"), ("In-Reply-To", "<0@harbour.example>")],
        ),
        message(
            subject="Abwesenheitsnotiz",
            text="Ich bin ab Montag wieder da.",
            headers=[("X-Autoreply", "yes"), ("References", "<0@harbour.example>")],
        ),
    ],
    misses=lambda: [
        message(
            subject="Automatic reply: your account",
            text="Please see https://other.test/",
            headers=[("Auto-Submitted", "auto-replied")],
        ),
        message(subject="Out of the office", text="I am away."),
    ],
)
def automatic_reply(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Says so by RFC 3834 (or the older fields), answers something, and has nothing to click on."""
    automatic = (
        mail.header("auto-submitted").lower().startswith("auto-replied") if mail.has("auto-submitted") else False
    )
    if not automatic and not {"x-autoreply", "x-autorespond"} & mail.header_names:
        return
    if mail.references and not mail.attachments and all(link.domain == mail.sender_domain for link in mail.web_links):
        yield evidence(None, reason="auto-replied")
