"""Somebody from outside tells of an intrusion, a leak or spyware."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.vendors import CLAIMS, TOLD
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id=TOLD,
    weight=Weight.NONE,
    danger=Danger.CONVERSATION,
    attack=("T1598", "T1656"),
    explain={
        "en": (
            "Somebody outside the organisation tells of an intrusion, a leak or spyware. Honest researchers do so too; it "
            "matters if a demand follows."
        ),
        "ar": (
            "جهة من خارج المؤسسة تتحدث عن اختراق أو تسريب أو تجسس. والباحثون الصادقون يفعلون ذلك أيضًا، وإنما العبرة بما "
            "يُطلب بعده."
        ),
    },
    phrases=CLAIMS,
    hits=lambda: [
        message(text="We detected malware on a server of yours. Who looks after it?"),
        message(text="رصدنا اختراقًا لأحد أجهزتكم، فمن المسؤول عنها؟"),
        message(text="به یکی از صندوق‌های شما نفوذ شده است."),
        message(text="זיהינו פריצה לאחת התיבות שלכם."),
    ],
    misses=lambda: [
        message(text="The server will be moved on Friday. Who looks after it?"),
        message(sender="Harbour IT <it@harbour.example>", text="We detected malware on a server."),
        message(text="الخادم يُنقل يوم الجمعة."),
        message(text="سرور جمعه جابه‌جا می‌شود."),
        message(text="השרת עובר ביום שישי."),
    ],
)
def outsider_tells_of_attack(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A fact for what comes later; mailing lists talk of such things every day."""
    if not mail.is_list and not mail.from_domain(protected_domains(context.profile)):
        yield from said(mail, hits)
