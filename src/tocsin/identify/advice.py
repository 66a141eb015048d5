# ruff: noqa: E501 (a step stands on one line)
"""What to do, by what an attack wants: at once, and when it has already worked. In English and Arabic.

Instructions in Arabic are verbal nouns, which address nobody as a man or a woman.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.model.verdict import Danger

Texts = Mapping[str, str]
Steps = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Advice:
    """Steps in order. `done` names what has already happened when `after` applies."""

    now: Steps
    done: Texts
    after: Steps


FIRST: Final[Steps] = {
    "en": (
        "Leave the messages below unanswered; open none of their links or files.",
        "Tell the person who looks after security that they came, even if nobody has acted on them.",
        "Ask whoever received one whether a link was followed, a file opened or a code given. The steps for that stand with each message.",
        "Keep the messages as they are; they are evidence and may warn others.",
    ),
    "ar": (
        "ترك الرسائل أدناه دون رد، وعدم فتح أي رابط أو ملف فيها.",
        "إبلاغ المسؤول عن الأمن الرقمي بوصولها، حتى إن لم يتفاعل معها أحد.",
        "سؤال من وصلته رسالة منها: هل فُتح رابط أو ملف، أو أُعطي رمز؟ وخطوات ذلك مذكورة مع كل رسالة.",
        "الاحتفاظ بالرسائل كما هي، فهي دليل وقد تنبّه آخرين.",
    ),
}
"""What to do first when anything bad was found."""

LAST: Final[Texts] = {
    "en": "Report the message and leave it in place.",
    "ar": "التبليغ عن الرسالة وإبقاؤها في مكانها.",
}
"""The last step at once, whatever an attack wants."""

ADVICE: Final[Mapping[Danger, Advice]] = {
    Danger.CREDENTIALS: Advice(
        now={
            "en": (
                "Do not follow the link and do not sign in through it.",
                "If the account needs attention, open its site by a bookmark or by typing the address.",
            ),
            "ar": (
                "عدم فتح الرابط وعدم تسجيل الدخول من خلاله.",
                "عند الحاجة إلى مراجعة الحساب: فتح موقعه من العلامات المحفوظة أو بكتابة عنوانه.",
            ),
        },
        done={"en": "If a password was already entered", "ar": "إن كانت كلمة المرور قد أُدخلت"},
        after={
            "en": (
                "From another device, change the password at the real site, and wherever else it is used.",
                "Sign out of all sessions: a stolen session outlives a new password.",
                "Look for new forwarding rules, recovery addresses, devices and applications, and remove those nobody knows.",
                "Turn on a security key or passkey for the account.",
                "Tell the person who looks after security at once, with the time.",
            ),
            "ar": (
                "تغيير كلمة المرور من جهاز آخر في الموقع الحقيقي، وفي كل مكان استُخدمت فيه.",
                "تسجيل الخروج من جميع الجلسات، فالجلسة المسروقة تبقى بعد تغيير كلمة المرور.",
                "البحث عن قواعد تحويل أو عناوين استرداد أو أجهزة أو تطبيقات جديدة، وإزالة غير المعروف منها.",
                "تفعيل مفتاح أمان أو مفتاح مرور للحساب.",
                "إبلاغ المسؤول عن الأمن الرقمي فورًا، مع ذكر الوقت.",
            ),
        },
    ),
    Danger.CODE: Advice(
        now={
            "en": (
                "Give the code to nobody, on no page and in no call; no service asks for it.",
                "Enter no code that somebody else has sent.",
            ),
            "ar": (
                "عدم إعطاء الرمز لأي جهة، لا في صفحة ولا في مكالمة؛ فلا خدمة تطلبه.",
                "عدم إدخال رمز أرسله شخص آخر.",
            ),
        },
        done={"en": "If a code was already read out or entered", "ar": "إن كان الرمز قد أُعطي أو أُدخل"},
        after={
            "en": (
                "Sign out of all sessions of the account now; the code has opened one for somebody else.",
                "Remove linked devices that nobody knows.",
                "Change the password and renew the recovery codes.",
                "Tell the person who looks after security at once, with the time.",
            ),
            "ar": (
                "تسجيل الخروج من جميع جلسات الحساب الآن، فقد فتح الرمز جلسة لشخص آخر.",
                "إزالة الأجهزة المرتبطة غير المعروفة.",
                "تغيير كلمة المرور وتجديد رموز الاسترداد.",
                "إبلاغ المسؤول عن الأمن الرقمي فورًا، مع ذكر الوقت.",
            ),
        },
    ),
    Danger.CONSENT: Advice(
        now={
            "en": ("Do not accept; close the page that asks for access.",),
            "ar": ("عدم القبول، وإغلاق الصفحة التي تطلب الإذن.",),
        },
        done={"en": "If access was already granted", "ar": "إن كان الإذن قد مُنح"},
        after={
            "en": (
                "Remove the application's access in the account's security settings; a new password does not end it.",
                "Sign out of all sessions, then change the password.",
                "Have the administrator revoke the consent for everybody and look for others who gave it.",
                "Note what the application could read; those people may have to be told.",
            ),
            "ar": (
                "إلغاء إذن التطبيق من إعدادات أمان الحساب، فتغيير كلمة المرور لا ينهيه.",
                "تسجيل الخروج من جميع الجلسات، ثم تغيير كلمة المرور.",
                "طلب سحب الموافقة من مدير النظام عن الجميع، والبحث عن آخرين منحوها.",
                "تدوين ما كان التطبيق قادرًا على قراءته، فقد يلزم إبلاغ المعنيين.",
            ),
        },
    ),
    Danger.FILE: Advice(
        now={
            "en": ("Do not open, unpack, print or forward the file, and run no command that the message gives.",),
            "ar": ("عدم فتح الملف أو فك ضغطه أو طباعته أو تمريره، وعدم تشغيل أي أمر تورده الرسالة.",),
        },
        done={"en": "If the file was already opened or the command run", "ar": "إن كان الملف قد فُتح أو الأمر قد شُغّل"},
        after={
            "en": (
                "Take the device off the network; leave it switched on.",
                "From another device, change the passwords used on it and sign out of all sessions.",
                "Do not clean the device; it is to be looked at first.",
                "Tell the person who looks after security at once, with the time.",
            ),
            "ar": (
                "فصل الجهاز عن الشبكة مع إبقائه مشغّلًا.",
                "تغيير كلمات المرور المستخدمة عليه من جهاز آخر، وتسجيل الخروج من جميع الجلسات.",
                "عدم تنظيف الجهاز قبل فحصه.",
                "إبلاغ المسؤول عن الأمن الرقمي فورًا، مع ذكر الوقت.",
            ),
        },
    ),
    Danger.PAYMENT: Advice(
        now={
            "en": (
                "Pay nothing, buy no cards and change no bank details on the strength of this message.",
                "Ask the person it names, by a telephone number already known; not by answering, and not by a number in the message.",
            ),
            "ar": (
                "عدم الدفع أو شراء بطاقات أو تغيير بيانات مصرفية استنادًا إلى هذه الرسالة.",
                "سؤال الشخص المذكور فيها عبر رقم هاتف معروف من قبل، لا بالرد عليها ولا برقم وارد فيها.",
            ),
        },
        done={"en": "If something was already paid", "ar": "إن كان شيء قد دُفع"},
        after={
            "en": (
                "Call the bank at once and ask for the payment to be recalled; the first hours count.",
                "If card numbers were passed on, tell the cards' issuer.",
                "Report it to the police; the bank will ask for the reference.",
                "Tell those responsible for the money and for security.",
            ),
            "ar": (
                "الاتصال بالمصرف فورًا وطلب استرداد المبلغ، فالساعات الأولى حاسمة.",
                "إبلاغ الجهة المصدرة للبطاقات إن أُرسلت أرقامها.",
                "تقديم بلاغ إلى الشرطة، فسيطلب المصرف رقم البلاغ.",
                "إبلاغ المسؤولين عن الشؤون المالية وعن الأمن الرقمي.",
            ),
        },
    ),
    Danger.CONVERSATION: Advice(
        now={
            "en": (
                "Before any answer, ask the person or office it names by a way already known, not by an address or number in the message.",
                "Do not move to a private address or messenger at a stranger's wish.",
                "Be ready for a link, a file or a code request in a later message; that is when it becomes dangerous.",
            ),
            "ar": (
                "قبل أي رد: سؤال الشخص أو الجهة المذكورة بوسيلة معروفة من قبل، لا بعنوان أو رقم وارد في الرسالة.",
                "عدم الانتقال إلى عنوان خاص أو تطبيق مراسلة بطلب من شخص غير معروف.",
                "توقّع رابط أو ملف أو طلب رمز في رسالة لاحقة، فعندها يبدأ الخطر.",
            ),
        },
        done={"en": "If there was already an answer", "ar": "إن كان قد سبق الرد"},
        after={
            "en": (
                "Send nothing more until the person is confirmed by another way.",
                "Note what was told: names, plans, numbers, times.",
                "Warn the others whom the conversation named; they may be written to next.",
                "If a link was followed or a file opened, take the steps for that.",
            ),
            "ar": (
                "التوقف عن المراسلة إلى حين التأكد من الشخص بوسيلة أخرى.",
                "تدوين ما قيل: الأسماء والخطط والأرقام والمواعيد.",
                "تنبيه من ذُكر في المحادثة، فقد تصل إليه الرسالة التالية.",
                "إن فُتح رابط أو ملف: اتباع الخطوات الخاصة بذلك.",
            ),
        },
    ),
}
"""For every danger that a bad verdict can carry."""


def steps_now(dangers: Iterable[Danger], language: str) -> list[str]:
    """Return what to do at once about a message that may want several things, each step once."""
    steps = dict.fromkeys(step for danger in dangers for step in ADVICE[danger].now[language])
    return [*steps, LAST[language]]
