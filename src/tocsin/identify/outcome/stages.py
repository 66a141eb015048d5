"""The stages of an attempt: which there are on its way, and which must have been passed before which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tocsin.identify.outcome.logs import Kind
from tocsin.model.outcome import Stage, Way


@dataclass(frozen=True, slots=True)
class StageText:
    """What a stage is called, and what it means that it was reached."""

    name: Mapping[str, str]
    reached: Mapping[str, str]
    attack: tuple[str, ...] = ()
    """ATT&CK ids of what was done there."""
    settles: tuple[Kind, ...] = ()
    """Logs that can tell whether it was reached."""
    around: tuple[Kind, ...] = ()
    """Logs that would show a way around what stopped it. Unless all were read, no stop is said."""


STAGES: Final[Mapping[Stage, StageText]] = {
    Stage.DELIVERED: StageText(
        {"en": "delivered", "ar": "وصول الرسالة"},
        {"en": "The message lay in the mailbox.", "ar": "وصلت الرسالة إلى صندوق البريد."},
        ("T1566.002",), (Kind.MAIL,), (Kind.MAIL,),
    ),
    Stage.SEEN: StageText(
        {"en": "seen", "ar": "الاطلاع على الرسالة"},
        {"en": "The message was opened.", "ar": "فُتحت الرسالة."},
        ("T1566.002",), (Kind.ACCESS,),
    ),
    Stage.CLICKED: StageText(
        {"en": "clicked", "ar": "النقر على الرابط"},
        {"en": "Its link was followed.", "ar": "نُقر على الرابط الوارد فيها."},
        ("T1204.001",), (Kind.CLICK,), (Kind.CLICK, Kind.SIGN_IN),
    ),
    Stage.CREDENTIAL_GIVEN: StageText(
        {"en": "credential given", "ar": "إدخال بيانات الدخول"},
        {
            "en": "A password, a code or a session was in the attacker's hands.",
            "ar": "صارت كلمة مرور أو رمز أو جلسة في يد المهاجم.",
        },
        ("T1056.003",), (Kind.SIGN_IN,), (Kind.CLICK, Kind.SIGN_IN),
    ),
    Stage.SIGN_IN_TRIED: StageText(
        {"en": "sign-in tried", "ar": "محاولة الدخول"},
        {"en": "The attacker tried to sign in.", "ar": "حاول المهاجم الدخول إلى الحساب."},
        ("T1078.004",), (Kind.SIGN_IN,),
    ),
    Stage.PASSWORD_ACCEPTED: StageText(
        {"en": "password accepted", "ar": "قبول كلمة المرور"},
        {"en": "The password, or what stood for it, was right.", "ar": "كانت كلمة المرور، أو ما يقوم مقامها، صحيحة."},
        ("T1078.004",), (Kind.SIGN_IN,), (Kind.SIGN_IN,),
    ),
    Stage.SECOND_FACTOR: StageText(
        {"en": "second factor", "ar": "التحقق بخطوتين"},
        {
            "en": "The second factor was passed, or none was asked for.",
            "ar": "اجتاز المهاجم الخطوة الثانية من التحقق، أو لم تُطلب أصلًا.",
        },
        ("T1621",), (Kind.SIGN_IN,), (Kind.SIGN_IN,),
    ),
    Stage.SESSION: StageText(
        {"en": "session", "ar": "فتح جلسة"},
        {"en": "The attacker was in the account.", "ar": "دخل المهاجم الحساب."},
        ("T1550.001",), (Kind.SIGN_IN,), (Kind.SIGN_IN,),
    ),
    Stage.PERSISTENCE: StageText(
        {"en": "persistence", "ar": "تثبيت الوصول"},
        {
            "en": "A way to come back or to keep reading was set up.",
            "ar": "أُعدّت وسيلة للعودة إلى الحساب أو لمواصلة الاطلاع عليه.",
        },
        ("T1098",), (Kind.AUDIT,), (Kind.AUDIT,),
    ),
    Stage.DATA_READ: StageText(
        {"en": "data read", "ar": "الاطلاع على البيانات"},
        {"en": "Mail or files were read.", "ar": "اطّلع المهاجم على رسائل أو ملفات."},
        ("T1114.002",), (Kind.ACCESS,), (Kind.SIGN_IN, Kind.AUDIT, Kind.ACCESS),
    ),
    Stage.DATA_OUT: StageText(
        {"en": "data out", "ar": "خروج البيانات"},
        {"en": "Data left in bulk.", "ar": "أُخرجت البيانات بكميات."},
        ("T1567",), (Kind.ACCESS, Kind.AUDIT), (Kind.SIGN_IN, Kind.AUDIT, Kind.ACCESS),
    ),
}  # fmt: skip
"""All stages, in order."""

WAYS: Final[Mapping[Way, tuple[Stage, ...]]] = {
    Way.CREDENTIALS: tuple(Stage),
    Way.CONSENT: (
        Stage.DELIVERED, Stage.SEEN, Stage.CLICKED, Stage.PERSISTENCE, Stage.DATA_READ, Stage.DATA_OUT,
    ),
    Way.GUESSING: (
        Stage.SIGN_IN_TRIED, Stage.PASSWORD_ACCEPTED, Stage.SECOND_FACTOR, Stage.SESSION, Stage.PERSISTENCE,
        Stage.DATA_READ, Stage.DATA_OUT,
    ),
}  # fmt: skip
"""The stages of each way. Access given to an app asks for no password; a guessed password needs no message."""

BY_MESSAGE: Final = (Stage.DELIVERED, Stage.SEEN, Stage.CLICKED, Stage.CREDENTIAL_GIVEN)
"""Stages that take the message."""
BEFORE: Final[Mapping[Stage, tuple[Stage, ...]]] = {
    Stage.DELIVERED: (),
    Stage.SEEN: (Stage.DELIVERED,),
    Stage.CLICKED: (Stage.SEEN,),
    Stage.CREDENTIAL_GIVEN: (Stage.CLICKED,),
    Stage.SIGN_IN_TRIED: (),
    Stage.PASSWORD_ACCEPTED: (Stage.SIGN_IN_TRIED, Stage.CREDENTIAL_GIVEN),
    Stage.SECOND_FACTOR: (Stage.PASSWORD_ACCEPTED,),
    Stage.SESSION: (Stage.SECOND_FACTOR,),
    Stage.PERSISTENCE: (Stage.SESSION,),
    Stage.DATA_READ: (Stage.SESSION,),
    Stage.DATA_OUT: (Stage.DATA_READ,),
}
"""What cannot be reached without what. Anybody can try to sign in: that needs no credential. Data can be read without
a way back, so persistence stands beside the line and not in it."""


def around(stage: Stage, way: Way) -> tuple[Kind, ...]:
    """Return the logs that would show a way around what stopped a stage; none where a stop cannot be proven."""
    if way is Way.CONSENT and stage is Stage.PERSISTENCE:
        return (Kind.APPS,)
    return STAGES[stage].around


def settles(stage: Stage, way: Way) -> tuple[Kind, ...]:
    """Return the logs that can tell whether a stage was reached."""
    return around(stage, way) if way is Way.CONSENT and stage is Stage.PERSISTENCE else STAGES[stage].settles


def needed(stage: Stage, way: Way) -> tuple[Stage, ...]:
    """Return all stages of a way that were passed before a stage was reached, in order."""
    found: set[Stage] = set()
    waiting = list(_before(stage, way))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += _before(one, way)
    return tuple(one for one in WAYS[way] if one in found)


def _before(stage: Stage, way: Way) -> tuple[Stage, ...]:
    if way is Way.CONSENT and stage is Stage.PERSISTENCE:
        return (Stage.CLICKED,)
    if way is Way.CONSENT and stage is Stage.DATA_READ:
        return (Stage.PERSISTENCE,)
    return BEFORE[stage]


STATES: Final[Mapping[str, Mapping[str, str]]] = {
    "reached": {"en": "reached", "ar": "بُلغت"},
    "inferred": {"en": "reached: a later stage cannot be without it", "ar": "بُلغت: لا تقوم مرحلة لاحقة من دونها"},
    "stopped": {"en": "stopped by %(control)s", "ar": "توقّفت بسبب %(control)s"},
    "not-observable": {"en": "unknown", "ar": "غير معروف"},
    "silent": {
        "en": "unknown: the logs that were read say nothing of it",
        "ar": "غير معروف: لا تذكر السجلات المقروءة شيئًا عنها",
    },
    "behind": {"en": "behind the stop: nothing of it was seen", "ar": "بعد نقطة التوقّف: لم يظهر منها شيء"},
}
"""What a chain says of a stage. Of what lies behind a stop nothing is claimed."""
