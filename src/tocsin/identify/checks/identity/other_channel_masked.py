"""Somebody whose address does not fit who they say they are wants to go on in a messenger or at a private address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import roles
from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_new
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.persons import is_address_of, names_organisation, person_named
from tocsin.identify.wording import together
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_CHANNEL: Final[dict[str, tuple[str, ...]]] = {
    "channel.en": (
        r"(signal|whats ?app|telegram|viber|threema|wechat|skype|google chat|secure (chat|messenger|app)|encrypted (chat|messenger|app|channel))\W",
        r"(your|my) <1>(private|personal|own|direct|mobile|cell|new) <1>(e-?mail|mail|address|number|phone|gmail|inbox)",
        r"(leave|off|outside|instead of|not by|without|rather than) <3>(e-?mail|mailbox|mail|office|inbox)\W",
    ),
    "channel.ar": (
        r"(سيغنال|سيجنال|سيقنال|سكنال|واتساب|واتس اب|الواتس|تلغرام|تيليجرام|تلجرام|فايبر|تطبيق (آمن|مشفر)|محادثة مشفرة)",
        r"(بريد|بريدك|بريدكم|إيميل|رقم|رقمك|رقمكم|هاتف|عنوان) <2>(الشخصي|شخصي|الخاص|خاص|خاصًا|شخصيًا|جديد|الجديد)",
    ),
    "channel.fa": (
        r"(سیگنال|واتس ?اپ|واتساپ|تلگرام|پیام ?رسان|ایتا|گفت ?و ?گوی امن)",
        r"(ایمیل|شماره\S*|نشانی|آدرس)\S* <1>(شخصی|خصوصی|جدید)",
    ),
    "channel.he": (
        r"(סיגנל|וואטסאפ|ווטסאפ|טלגרם|צ.אט|אפליקציה (מאובטחת|מוצפנת))",
        r"(מייל|כתובת|מספר|טלפון|נייד) <1>(פרטי|פרטית|הפרטי|הפרטית|אישי|חדש)",
    ),
}
_APPROACHES: Final = frozenset(("house-from-webmail", "person-name-foreign", "organisation-name-foreign"))
"""What an earlier message of the conversation shows where it was written under a mask."""


@check(
    id="other-channel-masked",
    weight=Weight.MEDIUM,
    danger=Danger.CONVERSATION,
    attack=("T1598.001", "T1656", "T1585"),
    explain={
        "en": (
            "Somebody whose address does not fit who they say they are wants to go on in a messenger or at a private "
            "address. The wish alone is everyday; a call on a known number settles who it is."
        ),
        "ar": (
            "شخص لا يوافق عنوانه من يقول إنه هو يريد المتابعة في تطبيق مراسلة أو على عنوان خاص. الطلب وحده أمر معتاد، "
            "واتصال على رقم معروف يحسم هوية صاحبه."
        ),
    },
    phrases={**_CHANNEL, **roles.PHRASES},
    layers=("header:from", "header:subject", "text", "visible"),
    hits=lambda: [
        message(
            sender="Vera North <vera.north@gmail.com>",
            text="I am a producer at North Radio. Let us go on by Signal, not by e-mail.",
        ),
        message(sender="Dana Osman <dana.osman@other.test>", text="Text me on WhatsApp, I need you for something."),
        message(sender="دانا عثمان <dana@mail.test>", text="راسلني على الواتساب حالا"),
        message(sender="<vera.north@gmail.com>", text="أنا صحفية في إذاعة الشمال، نتحدث على سيغنال."),
        message(sender="<vera.north@gmail.com>", text="من خبرنگار روزنامهٔ شمال هستم. در تلگرام ادامه دهیم؟"),
        message(sender="<vera.north@gmail.com>", text="אני עורכת בעיתון הצפון, אפשר לעבור לסיגנל?"),
    ],
    misses=lambda: [
        message(sender="Dana Osman <dana@harbour.example>", text="Text me on WhatsApp, I need you for something."),
        message(sender="Dana Osman <dana.osman@private.example>", text="Text me on WhatsApp."),
        message(sender="Vera North <vera@north.test>", text="I am a producer at North Radio. Are you on Signal?"),
        message(
            sender="<a.friend77@proton.me>",
            text="I work at the ministry and have papers. Do not use my name. Is there a safer way, Signal perhaps?",
        ),
        message(sender="<vera.north@gmail.com>", text="I am a producer at North Radio. Could we talk by telephone?"),
        message(sender="<someone@gmail.com>", text="عندي وثائق من الوزارة، هل نتواصل على سيغنال؟"),
        message(sender="<someone@gmail.com>", text="مدارکی دارم. در سیگنال صحبت کنیم؟"),
        message(sender="<someone@gmail.com>", text="יש לי מסמכים. אפשר לדבר בסיגנל?"),
    ],
)  # fmt: skip
def other_channel_masked(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A source names no house; whoever names one can be rung there."""
    wish = [hit for hit in hits if hit.group.startswith("channel.")]
    if wish and not mail.is_list and (next(roles.without_house(mail, hits), None) or _is_masked(mail, context)):
        yield from together(mail, wish, "channel")


def _is_masked(mail: Mail, context: Context) -> bool:
    """Whether the name is that of a known person or house on a foreign address, now or earlier in the conversation."""
    profile = context.profile
    if mail.from_domain(protected_domains(profile)) or any(
        is_address_of(mail.sender.email, person) for person in profile.person
    ):
        return False
    if person_named(mail.sender.name, profile) or names_organisation(mail.sender.name, profile):
        return True
    return is_new(context) and not _APPROACHES.isdisjoint(facts(context)[1].findings)
