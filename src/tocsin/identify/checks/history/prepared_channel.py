"""After an invitation, an interview or a request for an opinion, the reader's own address or telephone is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, in_circle, is_new
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_APPROACHES: Final = frozenset(
    ("interview-request", "event-invitation", "asks-opinion", "flattery", "job-offer", "house-from-webmail")
)
"""What an earlier message of the conversation must show: an approach by name and office. A source brings none."""
_THREAD: Final = {"dangers": ("conversation",), "findings": ("interview-request",), "messages": 2}


@check(
    id="prepared-channel",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1598.001", "T1656"),
    explain={
        "en": (
            "It began with an interview, an invitation or a request for an opinion; now the reader's own address, telephone "
            "or messenger is wanted."
        ),
        "ar": (
            "بدأ الأمر بمقابلة أو دعوة أو طلب رأي، والآن يُطلب من القارئ عنوانه الخاص أو هاتفه الخاص أو حسابه في تطبيق مراسلة."
        ),
    },
    phrases={
        "en": (
            r"(your|which|what|name) (\S+ ){0,2}(private|personal|own|home) (\S+ ){0,2}(e-?mail|mail|address|number|phone|mobile|account)",
            r"(your|give me|send me|share) (\S+ ){0,2}(whats ?app|telegram|signal|mobile|cell)",
            r"(write|message|text|join|ping|find|add) (me|us) (\S+ ){0,2}(there|here|on|by|via) (\S+ ){0,2}(whats ?app|telegram|signal|own phone)",
        ),
        "ar": (
            r"(بريد|بريدًا|بريدكم|بريدك|رقم|رقمكم|رقمك|هاتفكم|هاتفك|حسابكم|حسابك) (\S+ ){0,2}(الشخصي|شخصي|الخاص|خاص|واتساب|الواتساب|تلغرام|سيغنال)",
            r"(نكمل|نتابع|ننتقل|تعالوا|نحكي|راسلوني|راسلني) (\S+ ){0,3}(هنا|واتساب|الواتساب|تلغرام|سيغنال|هذا الرقم)",
        ),
        "fa": (
            r"(شماره\S*|ایمیل|نشانی|شناسه\S*|گوشی) (\S+ ){0,1}(شخصی|خصوصی|خودتان|خودت|تلگرام|واتس ?اپ|سیگنال)",
            r"(در|به) (\S+ ){0,2}(تلگرام|واتس ?اپ|سیگنال|گروه|گفت ?و ?گو) (\S+ ){0,2}(ادامه|بیایید|پیام|می ?نویسم)",
        ),
        "he": (
            r"(מייל|מספר|כתובת|טלפון|הטלפון|נייד) (\S+ ){0,1}(פרטי|פרטית|הפרטי|אישי|האישי)",
            r"(תנו|שלחו|תן|תני|נמשיך|נעבור|כתבו) (\S+ ){0,2}(טלגרם|וואטסאפ|סיגנל|בטלגרם|בוואטסאפ|בסיגנל|בצ.אט|לסיגנל)",
        ),
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Give me your Telegram or your personal address.",
            context=past(2, days=6, thread=_THREAD),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="أعطوني بريدكم الشخصي لأكتب الباقي.",
            context=past(2, days=6, thread=_THREAD),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="شمارهٔ شخصی خودتان را بفرستید.",
            context=past(2, days=6, thread=_THREAD),
        ),
        message(
            sender="Vera North <vera@north.test>", text="תנו מספר פרטי ונמשיך.", context=past(2, days=6, thread=_THREAD)
        ),
    ],
    misses=lambda: [
        message(
            sender="A friend <a.friend77@proton.me>",
            text="Could you give me your Signal number? I have more papers.",
            context=past(2, days=6, thread={"dangers": ("conversation",), "findings": ("moves-to-messenger",)}),
        ),
        message(sender="Vera North <vera@north.test>", text="Give me your Telegram.", context=past(40, days=300, thread=_THREAD)),
        message(
            sender="Vera North <vera@lighthouse.example>",
            text="Give me your Telegram.",
            context=past(2, days=6, thread=_THREAD),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Our desk rings your office tomorrow.",
            context=past(2, days=6, thread=_THREAD),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="نتصل بمكتبكم غدًا.",
            context=past(2, days=6, thread=_THREAD),
        ),
    ],
)  # fmt: skip
def prepared_channel(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Reporters do so as well; it weighs little unless the address does not fit."""
    if in_circle(mail.sender.domain, context.profile) or not is_new(context):
        return
    if not _APPROACHES.isdisjoint(facts(context)[1].findings):
        yield from asked(mail, hits)
