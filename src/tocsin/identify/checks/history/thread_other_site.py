"""The same new acquaintance, the next site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SHARED_HOSTS, within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, foreign_links, is_new
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="thread-other-site",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003", "T1566.002"),
    explain={
        "en": "A new correspondent has sent a link before, and now sends one to a different site of a public host.",
        "ar": "أرسل مُراسِل جديد رابطًا من قبل، وهو يرسل الآن رابطًا إلى موقع مختلف على خدمة استضافة عامة.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="The first link did not work: https://vera.web.app/x",
            context=past(2, days=9, thread={"messages": 2, "link_domains": ("meet-a.web.app",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="جرّب هذا: https://vera.pages.dev/x",
            context=past(3, days=9, thread={"messages": 3, "link_domains": ("first.test",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Here again: https://meet-a.web.app/x",
            context=past(2, days=9, thread={"messages": 2, "link_domains": ("meet-a.web.app",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="See https://vera.web.app/x",
            context=past(40, days=900, thread={"messages": 20, "link_domains": ("meet-a.web.app",)}),
        ),
        message(sender="Vera North <vera@north.test>", text="See https://vera.web.app/x", context=past(2, days=9)),
    ],
)
def thread_other_site(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Lures are taken down and put up again elsewhere, mostly under hosts where anybody may publish."""
    thread = facts(context)[1]
    if not thread.link_domains or mail.is_list or not is_new(context) or thread.messages > 10:
        return
    for link in foreign_links(mail, context):
        if within(link.host, SHARED_HOSTS):
            yield evidence(link.span, host=link.host, other=thread.link_domains[-1])
            return
