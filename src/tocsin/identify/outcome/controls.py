"""What can stop an attempt: each control by its name in both languages, its stage, and its id in D3FEND."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.model.outcome import Stage


@dataclass(frozen=True, slots=True)
class Control:
    """One control."""

    id: str
    stage: Stage
    """The stage that was not reached because of it."""
    name: Mapping[str, str]
    d3fend: tuple[str, ...] = ()
    """Ids of MITRE D3FEND; empty where it has no technique for it."""


CONTROLS: Final[Mapping[str, Control]] = {
    control.id: control
    for control in (
        Control(
            "mail-filter", Stage.DELIVERED,
            {"en": "the mail filter", "ar": "ترشيح البريد"}, ("D3-EF",),
        ),
        Control(
            "mail-taken-back", Stage.CLICKED,
            {"en": "the message being taken back", "ar": "سحب الرسالة بعد وصولها"}, ("D3-ER",),
        ),
        Control(
            "recognised", Stage.CLICKED,
            {"en": "the message being recognised and reported", "ar": "التعرّف على الرسالة والإبلاغ عنها"},
        ),
        Control(
            "link-protection", Stage.CREDENTIAL_GIVEN,
            {"en": "link protection", "ar": "حماية الروابط"}, ("D3-UA", "D3-DNSDL"),
        ),
        Control(
            "password-wrong", Stage.PASSWORD_ACCEPTED,
            {"en": "the password being wrong", "ar": "عدم صحة كلمة المرور"}, ("D3-SPP",),
        ),
        Control(
            "password-changed", Stage.PASSWORD_ACCEPTED,
            {"en": "the password having been changed in time", "ar": "تغيير كلمة المرور في الوقت المناسب"},
            ("D3-CRO",),
        ),
        Control(
            "no-account", Stage.PASSWORD_ACCEPTED,
            {"en": "there being no such account", "ar": "عدم وجود حساب بهذا الاسم"},
        ),
        Control(
            "lockout", Stage.PASSWORD_ACCEPTED,
            {"en": "the account locking after many tries", "ar": "إقفال الحساب بعد محاولات كثيرة"}, ("D3-AL",),
        ),
        Control(
            "account-suspended", Stage.PASSWORD_ACCEPTED,
            {"en": "the account being suspended", "ar": "تعليق الحساب"}, ("D3-AL",),
        ),
        Control(
            "factor-denied", Stage.SECOND_FACTOR,
            {"en": "the second factor being denied by its owner", "ar": "رفض صاحب الحساب طلب التحقق"}, ("D3-MFA",),
        ),
        Control(
            "factor-missing", Stage.SECOND_FACTOR,
            {"en": "the second factor not being answered", "ar": "عدم الاستجابة لطلب التحقق"}, ("D3-MFA",),
        ),
        Control(
            "factor-wrong", Stage.SECOND_FACTOR,
            {"en": "the second factor not being passed", "ar": "عدم اجتياز الخطوة الثانية من التحقق"},
            ("D3-MFA", "D3-OTP"),
        ),
        Control(
            "number-matching", Stage.SECOND_FACTOR,
            {"en": "number matching", "ar": "مطابقة الأرقام عند التحقق"}, ("D3-MFA",),
        ),
        Control(
            "passkey", Stage.SECOND_FACTOR,
            {"en": "a phishing-resistant key or passkey", "ar": "مفتاح مرور أو مفتاح أمان يقاوم التصيّد"},
            ("D3-MFA", "D3-CTS"),
        ),
        Control(
            "access-policy", Stage.SESSION,
            {"en": "an access policy", "ar": "سياسة الوصول"}, ("D3-WSAM",),
        ),
        Control(
            "risk-block", Stage.SESSION,
            {"en": "the provider blocking a risky sign-in", "ar": "حظر موفّر الخدمة دخولًا مريبًا"}, ("D3-UGLPA",),
        ),
        Control(
            "legacy-off", Stage.SESSION,
            {"en": "old protocols being switched off", "ar": "إيقاف البروتوكولات القديمة"}, ("D3-ACH",),
        ),
        Control(
            "suspended-in-time", Stage.SESSION,
            {"en": "the account being suspended in time", "ar": "تعليق الحساب في الوقت المناسب"}, ("D3-AL",),
        ),
        Control(
            "consent-policy", Stage.PERSISTENCE,
            {"en": "the consent policy for apps", "ar": "سياسة منح الأذونات للتطبيقات"}, ("D3-UAP",),
        ),
        Control(
            "forwarding-blocked", Stage.PERSISTENCE,
            {"en": "forwarding to the outside being blocked", "ar": "حظر إعادة التوجيه إلى الخارج"}, ("D3-OTF",),
        ),
        Control(
            "change-policy", Stage.PERSISTENCE,
            {"en": "a policy on changes to accounts", "ar": "سياسة تغيير إعدادات الحسابات"}, ("D3-UAP",),
        ),
        Control(
            "session-revoked", Stage.DATA_READ,
            {"en": "the session being ended in time", "ar": "إنهاء الجلسة في الوقت المناسب"}, ("D3-ST", "D3-ANCI"),
        ),
        Control(
            "read-policy", Stage.DATA_READ,
            {"en": "a policy on access to data", "ar": "سياسة الوصول إلى البيانات"}, ("D3-UAP",),
        ),
        Control(
            "download-blocked", Stage.DATA_OUT,
            {"en": "downloading being blocked", "ar": "حظر التنزيل"}, ("D3-OTF",),
        ),
    )
}  # fmt: skip
"""All controls by id, in the order of their stages. A password manager that does not fill in a false page leaves no
line in any log, and therefore is not among them."""
