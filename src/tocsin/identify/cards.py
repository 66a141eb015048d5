# ruff: noqa: E501 (a step stands on one line)
"""Two cards to print and hang up: the first five things that protect a person, and what to do after a click.

The five follow what joint statements of agencies advise everybody (strong passwords, official accounts only for official
business, updated software, no clicking in suspicious mail), with the second factor first, which stops most. Instructions
in Arabic are verbal nouns, which address nobody as a man or a woman.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tocsin.identify.advice import Texts
from tocsin.model.directory import Enrolment
from tocsin.model.verdict import Danger


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the five: what to do, and why in a sentence."""

    id: str
    what: Texts
    why: Texts


FIVE: Final = (
    Thing(
        "second-factor",
        {
            "en": "Put a passkey or a security key on your mail account, and on your private one too.",
            "ar": "تفعيل مفتاح مرور أو مفتاح أمان لحساب البريد، وللحساب الخاص كذلك.",
        },
        {
            "en": "A page that imitates the sign-in gets nothing from it. Codes by SMS and prompts on the telephone can be tricked out of anybody.",
            "ar": "لا تحصل صفحة الدخول المزيّفة منه على شيء، أما رموز الرسائل القصيرة وطلبات الموافقة على الهاتف فيمكن انتزاعها من أي شخص بالحيلة.",
        },
    ),
    Thing(
        "password",
        {
            "en": "Let a password manager make and fill in the passwords: long, and another one for each account.",
            "ar": "ترك توليد كلمات المرور وإدخالها لبرنامج إدارة كلمات المرور: طويلة، ومختلفة لكل حساب.",
        },
        {
            "en": "It fills in nothing on a wrong address, and what leaks from one site opens no other.",
            "ar": "لا يملأ البرنامج شيئًا في عنوان خاطئ، وما يتسرّب من موقع لا يفتح غيره.",
        },
    ),
    Thing(
        "recovery",
        {
            "en": "Look through the account: recovery address and telephone, devices, apps with access, forwarding. Remove what you do not know.",
            "ar": "مراجعة الحساب: عنوان الاسترداد وهاتفه، والأجهزة، والتطبيقات المأذون لها، والتحويل. وإزالة كل ما هو غير معروف.",
        },
        {
            "en": "Whoever was in once leaves a way back, and it outlives a new password.",
            "ar": "من دخل مرة يترك لنفسه طريق عودة يبقى بعد تغيير كلمة المرور.",
        },
    ),
    Thing(
        "updates",
        {
            "en": "Let telephone, computer and browser install their updates by themselves, and restart when they ask.",
            "ar": "السماح للهاتف والحاسوب والمتصفح بتثبيت التحديثات تلقائيًا، وإعادة التشغيل عند الطلب.",
        },
        {
            "en": "Most attacks on devices use holes for which an update was there.",
            "ar": "تستغل معظم الهجمات على الأجهزة ثغرات صدرت لها تحديثات.",
        },
    ),
    Thing(
        "apart",
        {
            "en": "Do office business only in the office account. When a message surprises or hurries you, open nothing in it: ask first.",
            "ar": "حصر شؤون العمل في حساب العمل وحده. وعند وصول رسالة مفاجئة أو مستعجلة: عدم فتح شيء فيها، والسؤال أولًا.",
        },
        {
            "en": "Private accounts are where such attacks begin, and asking costs a minute.",
            "ar": "تبدأ هذه الهجمات عادة من الحسابات الخاصة، والسؤال لا يكلّف إلا دقيقة.",
        },
    ),
)
"""In the order in which they protect most for the least effort."""

CLICKED: Final = (Danger.CREDENTIALS, Danger.CODE, Danger.CONSENT, Danger.FILE, Danger.PAYMENT)
"""What somebody may have done, in the order of the card; the steps are those of `tocsin.identify.advice`."""

Done = Mapping[str, bool | None]
"""Of the five by id: whether it is done, as far as a directory says; None or absent where it does not say."""


def done_by(enrolments: Sequence[Enrolment]) -> Done:
    """Return what of the five somebody has done, as far as all their accounts say: all of them, or it is not done.

    What no directory can know (passwords, updates, what is opened) stays open.
    """
    return {
        "second-factor": _all(one.passkey for one in enrolments),
        "recovery": _all(
            None if one.recovery_email is None and one.recovery_phone is None
            else bool(one.recovery_email or one.recovery_phone)
            for one in enrolments
        ),
    }  # fmt: skip


def _all(known: Iterable[bool | None]) -> bool | None:
    values = list(known)
    if any(value is False for value in values):
        return False
    return True if values and all(values) else None
