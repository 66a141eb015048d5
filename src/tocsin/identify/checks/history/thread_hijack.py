"""An answer in a conversation that was never here."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, foreign_links, is_reply, is_stranger, risky_files
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="thread-hijack",
    weight=Weight.MEDIUM,
    danger=Danger.CONVERSATION,
    attack=("T1566", "T1534"),
    explain={
        "en": "It answers and quotes a conversation of which this mailbox has not one message, and it brings a link or a file.",
        "ar": "تردّ الرسالة على محادثة وتقتبس منها، ولا أثر لأي من رسائل تلك المحادثة في هذا البريد، وفيها رابط أو ملف.",
    },
    history=True,
    hits=lambda: [
        message(
            subject="Re: Budget",
            headers=[("References", "<x@elsewhere.test>")],
            text="See the new version: https://files.test/x\n\nOn Monday 2 March 2026 Sami Haddad wrote:\n> Here is the budget",
            context=past(thread={"references": 1}),
        ),
        message(
            subject="رد: الميزانية",
            headers=[("In-Reply-To", "<x@elsewhere.test>")],
            text="النسخة الجديدة هنا https://files.test/x\n> هذه هي الميزانية",
            context=past(thread={"references": 1}),
        ),
    ],
    misses=lambda: [
        message(
            subject="Re: Budget",
            headers=[("References", "<x@elsewhere.test>")],
            text="See https://files.test/x\n> Here is the budget",
            context=past(thread={"references": 1, "known": 1}),
        ),
        message(
            subject="Re: Budget",
            headers=[("References", "<x@elsewhere.test>")],
            text="Thank you, all is well.\n> Here is the budget",
            context=past(thread={"references": 1}),
        ),
        message(
            subject="Re: Budget",
            headers=[("References", "<x@elsewhere.test>"), ("List-Id", "<l.test>")],
            text="See https://files.test/x\n> Here is the budget",
            context=past(thread={"references": 1}),
        ),
    ],
)
def thread_hijack(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A stranger, where our own sent mail is kept, so that a real conversation would have left something."""
    thread = facts(context)[1]
    if not mail.references or thread.known or thread.sent < 10 or mail.is_list or not is_stranger(mail, context):
        return
    if not is_reply(mail) or mail.own_words == mail.body.content.strip():
        return
    link = next(foreign_links(mail, context), None)
    if link is not None:
        yield evidence(link.span, host=link.host, reason=mail.references[-1])
    for file in risky_files(mail):
        yield evidence(file.span, file=file.name, reason=mail.references[-1])
