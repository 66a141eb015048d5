"""What speaks for a line of a log being part of an attempt, and what against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.model.outcome import Grade


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `weight` is a log-odds (natural logarithm), declared and not fitted, as those of checks are."""

    weight: float
    text: Mapping[str, str]


START: Final = "start"
OTHERS: Final = "other-recipients"
REASONS: Final[Mapping[str, Reason]] = {
    START: Reason(-2.5, {"en": "most lines have nothing to do with it", "ar": "لا صلة لمعظم الأسطر بالمحاولة"}),
    "same-message": Reason(8.5, {"en": "it names the message", "ar": "يذكر السطر الرسالة نفسها"}),
    "same-url": Reason(8.5, {"en": "it is the message's link", "ar": "هو الرابط الوارد في الرسالة"}),
    "same-host": Reason(5.0, {"en": "it is a page of the link's host", "ar": "صفحة على مضيف الرابط نفسه"}),
    "same-app": Reason(6.0, {"en": "it is the app", "ar": "هو التطبيق نفسه"}),
    "known-source": Reason(6.0, {"en": "the address is the attacker's", "ar": "العنوان من عناوين المهاجم"}),
    "same-source": Reason(
        6.0, {"en": "the address is that of a linked line", "ar": "العنوان هو عنوان سطر مرتبط بالمحاولة"}
    ),
    "same-session": Reason(
        6.0, {"en": "the session is that of a linked line", "ar": "الجلسة هي جلسة سطر مرتبط بالمحاولة"}
    ),
    "minutes-after-click": Reason(2.5, {"en": "minutes after the click", "ar": "بعد النقر بدقائق"}),
    "hour-after-click": Reason(1.5, {"en": "within an hour of the click", "ar": "خلال ساعة من النقر"}),
    "day-after-click": Reason(0.5, {"en": "within a day of the click", "ar": "خلال يوم من النقر"}),
    "hour-after-delivery": Reason(0.7, {"en": "within an hour of the message", "ar": "خلال ساعة من وصول الرسالة"}),
    "day-after-delivery": Reason(0.2, {"en": "within a day of the message", "ar": "خلال يوم من وصول الرسالة"}),
    "hour-after-password": Reason(
        1.5,
        {"en": "within an hour of the attacker's right password", "ar": "خلال ساعة من إدخال المهاجم كلمة مرور صحيحة"},
    ),
    "new-network": Reason(1.5, {"en": "a network new for this person", "ar": "شبكة جديدة على هذا الشخص"}),
    "new-country": Reason(1.5, {"en": "a country new for this person", "ar": "بلد جديد على هذا الشخص"}),
    "new-agent": Reason(0.5, {"en": "a browser new for this person", "ar": "متصفّح جديد على هذا الشخص"}),
    "old-protocol": Reason(
        1.5,
        {
            "en": "an old protocol that this person had not used",
            "ar": "بروتوكول قديم لم يستخدمه هذا الشخص من قبل",
        },
    ),
    "hosting": Reason(1.5, {"en": "a hosting or anonymising network", "ar": "شبكة استضافة أو إخفاء هوية"}),
    "tried-others": Reason(
        2.0, {"en": "the address failed at other accounts too", "ar": "فشل العنوان في حسابات أخرى أيضًا"}
    ),
    "tried-again": Reason(
        1.0,
        {
            "en": "the address failed again within the hour and never got in",
            "ar": "تكرّر الفشل من العنوان نفسه خلال ساعة، ولم ينجح منه دخول",
        },
    ),
    "device-code": Reason(3.0, {"en": "a device code, right after the click", "ar": "رمز جهاز بُعيد النقر"}),
    "denied": Reason(3.0, {"en": "its owner said no", "ar": "رفضه صاحب الحساب"}),
    "unanswered": Reason(0.7, {"en": "nobody answered the second factor", "ar": "لم يستجب أحد لطلب التحقق"}),
    "answered": Reason(
        1.5, {"en": "an administrator shut it out soon after", "ar": "أقصاه أحد المشرفين بعد ذلك بقليل"}
    ),
    "thought-risky": Reason(2.0, {"en": "the provider thought it risky", "ar": "عدّه موفّر الخدمة مريبًا"}),
    "refused": Reason(0.7, {"en": "a policy refused it", "ar": "رفضته سياسة الوصول"}),
    "asks-admin": Reason(
        1.0, {"en": "only an administrator may agree to it", "ar": "لا يملك الموافقة عليه إلا المشرف"}
    ),
    "new-app": Reason(1.5, {"en": "an app that nobody had used", "ar": "تطبيق لم يستخدمه أحد من قبل"}),
    "wide-access": Reason(1.0, {"en": "it gives access to mail or files", "ar": "يتيح الوصول إلى البريد أو الملفات"}),
    "elsewhere-than-click": Reason(
        1.0, {"en": "minutes before, the person was elsewhere", "ar": "كان الشخص في مكان آخر قبل دقائق"}
    ),
    OTHERS: Reason(-3.5, {"en": "the message names other recipients", "ar": "الرسالة موجّهة إلى غيره"}),
    "own-address": Reason(-4.0, {"en": "an address this person uses", "ar": "عنوان يستخدمه هذا الشخص"}),
    "own-network": Reason(-1.5, {"en": "a network this person uses", "ar": "شبكة يستخدمها هذا الشخص"}),
    "own-country": Reason(-0.5, {"en": "a country this person signs in from", "ar": "بلد يدخل منه هذا الشخص عادةً"}),
    "shared-address": Reason(
        0.0,
        {"en": "an address that the attacker and the person both have", "ar": "عنوان مشترك بين المهاجم وهذا الشخص"},
    ),
    "own-device-there": Reason(
        -4.0, {"en": "an address at which this person's device was too", "ar": "عنوان كان عليه جهاز هذا الشخص أيضًا"}
    ),
    "no-click": Reason(
        -1.5, {"en": "the clicks were logged, and there was none", "ar": "النقرات مسجّلة، ولا نقرة بينها"}
    ),
    "own-word": Reason(
        -4.0, {"en": "an address at which the person says they were", "ar": "عنوان دخل منه صاحب الحساب، كما يقول"}
    ),
    "disowned": Reason(6.0, {"en": "the person says it was not them", "ar": "ليس من صاحب الحساب، كما يقول"}),
    "own-device": Reason(-4.0, {"en": "a device this person uses", "ar": "جهاز يستخدمه هذا الشخص"}),
    "own-session": Reason(-4.0, {"en": "a session that was there before", "ar": "جلسة كانت قائمة من قبل"}),
    "own-agent": Reason(-0.5, {"en": "a browser this person uses", "ar": "متصفّح يستخدمه هذا الشخص"}),
    "where-they-clicked": Reason(
        -4.0, {"en": "the address from which the person clicked", "ar": "العنوان الذي نقر منه الشخص"}
    ),
}
"""All reasons by id. Steps of the usual reading of likelihood ratios: about 1.5, 3, 5, 12 and 50 to one, and more where
one thing alone settles it."""

_GRADES: Final = ((4.0, Grade.STRONG), (2.0, Grade.GOOD), (0.8, Grade.FAIR))
"""From about 55, 7 and 2 to one on. Below that, nothing is concluded."""


def grade(weight: float) -> Grade:
    """Return how sure a link of a weight is."""
    return next((name for least, name in _GRADES if weight >= least), Grade.WEAK)
