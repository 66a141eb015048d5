"""First trust, then the link."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, foreign_links, is_prepared
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="prepared-link",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003", "T1566.002", "T1656"),
    explain={
        "en": "Earlier messages of this conversation only built trust. Now the first link comes, and it leads to another site.",
        "ar": "اكتفت الرسائل السابقة في هذه المحادثة ببناء الثقة، والآن يأتي أول رابط، وهو يقود إلى موقع آخر.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="As promised: https://meet.other.test/room",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="كما وعدت: https://meet.other.test/room",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="As promised: https://www.north.test/room",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="As promised: https://meet.other.test/room",
            context=past(2, days=6, thread={"messages": 2}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="As promised: https://meet.other.test/room",
            context=past(
                30,
                days=700,
                sender={"written_to": 9},
                thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2},
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="As promised: https://lighthouse.example/room",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
    ],
)
def prepared_link(mail: Mail, context: Context) -> Iterable[Evidence]:
    """An approach found on earlier mail of this thread or sender, a correspondent of few weeks, and a site not seen from them."""
    if is_prepared(context):
        for link in foreign_links(mail, context):
            yield evidence(link.span, host=link.host, findings=", ".join(facts(context)[1].findings[:3]))
            return
