"""The comparison of two organisations in one paragraph, English and Arabic.

Facts (hosts, addresses, times) are left-to-right isolates in both languages; names take the direction they have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from tocsin.identify.outcome.controls import CONTROLS
from tocsin.identify.outcome.logs import LOGS
from tocsin.identify.outcome.stages import STAGES
from tocsin.model.outcome import Comparison, Parting, Shared, Stage, State

_ISOLATE, _FIRST_STRONG, _POP = "\u2066", "\u2068", "\u2069"
_MOST: Final = 4
Text = Mapping[str, str]

_KINDS: Final[Mapping[str, Text]] = {
    "url": {"en": "the link %(value)s", "ar": "الرابط %(value)s"},
    "host": {"en": "the host %(value)s", "ar": "المضيف %(value)s"},
    "sender": {"en": "the sender %(value)s", "ar": "المرسِل %(value)s"},
    "app": {"en": "the app %(value)s", "ar": "التطبيق %(value)s"},
    "address": {"en": "the address %(value)s", "ar": "العنوان %(value)s"},
    "network": {"en": "the network %(value)s", "ar": "الشبكة %(value)s"},
}
_MORE: Final[Text] = {"en": "and %(number)s more", "ar": "وعدد من غيرها: %(number)s"}
_MEANS: Final[Mapping[str, Text]] = {
    "none": {"en": "no second factor was asked for", "ar": "لم تُطلب خطوة ثانية من التحقق"},
    "sms": {"en": "a code sent by text message was accepted", "ar": "قُبل رمز أُرسل برسالة نصية"},
    "call": {"en": "a telephone call was answered", "ar": "قُبل التحقق بمكالمة هاتفية"},
    "code": {"en": "a one-time code was accepted", "ar": "قُبل رمز لمرة واحدة"},
    "push": {"en": "a request on a telephone was approved", "ar": "قُبل طلب ورد على هاتف"},
    "key": {"en": "a security key was used", "ar": "استُخدم مفتاح أمان"},
    "passkey": {"en": "a passkey was used", "ar": "استُخدم مفتاح مرور"},
    "other": {"en": "another second factor was accepted", "ar": "قُبلت خطوة تحقق من نوع آخر"},
}
_SHARED: Final[Text] = {
    "en": "The attempts on %(one)s and on %(other)s have these in common: %(shared)s.",
    "ar": "تشترك المحاولات التي استهدفت %(one)s وتلك التي استهدفت %(other)s في ما يلي: %(shared)s.",
}
_NOT_SHARED: Final[Text] = {
    "en": "Nothing in the evidence shows that the attempts on %(one)s and on %(other)s belong to the same operation, "
    "so their outcomes are not compared.",
    "ar": "لا يوجد في الأدلة ما يبيّن أن المحاولات التي استهدفت %(one)s وتلك التي استهدفت %(other)s تعود إلى العملية "
    "نفسها، ولذلك لا تُقارَن نتائجها.",
}
_LAST: Final[Text] = {
    "en": "The last stage known to have been reached at both is “%(stage)s”.",
    "ar": "آخر مرحلة عُرف بلوغها لدى الطرفين هي «%(stage)s».",
}
_PARTED: Final[Text] = {
    "en": "They part at the stage “%(stage)s”: at %(held)s it was stopped by %(controls)s (%(known)s), at "
    "%(passed)s it was reached.",
    "ar": "ويبدأ الاختلاف عند مرحلة «%(stage)s»: ففي حالة %(held)s توقّفت المحاولات عندها بسبب "
    "%(controls)s (%(known)s)، أما في حالة %(passed)s فقد بُلغت هذه المرحلة.",
}
_KNOWN: Final[Text] = {"en": "known until %(until)s", "ar": "وهذا معلوم حتى %(until)s"}
_STATED: Final[Text] = {
    "en": "known until %(until)s, according to the export's stated period",
    "ar": "وهذا معلوم حتى %(until)s، بحسب الفترة التي صُرّح بأن الملفات المصدَّرة تغطيها",
}
_SAID: Final[Text] = {"en": "%(known)s; according to a person's answer", "ar": "%(known)s، بحسب إجابة صاحب الحساب"}
_HOW: Final[Text] = {
    "en": "There, %(means)s.",
    "ar": "وفي هذه الحالة الأخيرة %(means)s.",
}
_NO_CONTROL: Final[Text] = {
    "en": "The logs of %(passed)s show no such control at work at this stage.",
    "ar": "ولا تُظهر سجلات %(passed)s عملَ ضابط كهذا في هذه المرحلة.",
}
_BOTH: Final[Text] = {
    "en": "Both were stopped at the stage “%(stage)s”: %(one)s by %(first)s, %(other)s by %(second)s "
    "(%(known)s). The logs show no difference in how far the attempts got.",
    "ar": "وتوقّفت المحاولات لدى الطرفين عند مرحلة «%(stage)s»: في حالة %(one)s بسبب %(first)s، وفي حالة %(other)s "
    "بسبب %(second)s (%(known)s). ولا تُظهر السجلات فرقًا في المدى الذي بلغته المحاولات.",
}
_ALIKE: Final[Text] = {
    "en": "At both, every stage was reached. The logs show no difference in how far the attempts got.",
    "ar": "وقد بُلغت المراحل كلها لدى الطرفين. ولا تُظهر السجلات فرقًا في المدى الذي بلغته المحاولات.",
}
_UNKNOWN: Final[Text] = {
    "en": "Why the outcomes differ, or whether they do, is unknown: of the stage “%(stage)s” the logs that were read "
    "do not tell %(whose)s.",
    "ar": "أما سبب اختلاف النتائج، أو ما إذا كانت مختلفة أصلًا، فغير معروف: إذ لا تخبر السجلات المقروءة عن مرحلة "
    "«%(stage)s» %(whose)s.",
}
_WHOSE: Final[Mapping[str, Text]] = {
    "both": {"en": "what happened at either of them", "ar": "لدى أيّ من الطرفين"},
    "one": {"en": "what happened at %(name)s", "ar": "في حالة %(name)s"},
}
_SETTLES: Final[Text] = {
    "en": "What would settle it at %(name)s: %(logs)s.",
    "ar": "وما يحسم الأمر في حالة %(name)s: %(logs)s.",
}
_CLOSING: Final[Text] = {
    "en": "This compares controls and logs, not people.",
    "ar": "تخصّ هذه المقارنة الضوابط والسجلات، لا الأشخاص.",
}


def paragraph(comparison: Comparison, language: str) -> str:
    """Return a comparison as one paragraph."""
    one, other = (_name(name) for name in comparison.names)
    if comparison.parting is Parting.NOT_SHARED:
        return _NOT_SHARED[language] % {"one": one, "other": other}
    common = _things(comparison.shared, language)
    sentences = [_SHARED[language] % {"one": one, "other": other, "shared": common}]
    if comparison.last and comparison.parting is not Parting.ALIKE:
        sentences.append(_LAST[language] % {"stage": _stage(comparison.last, language)})
    tell = {Parting.PARTED: _parted, Parting.BOTH_STOPPED: _both, Parting.UNKNOWN: _unknown}
    told = tell[comparison.parting](comparison, language) if comparison.parting in tell else [_ALIKE[language]]
    return " ".join([*sentences, *told, _CLOSING[language]])


def _parted(comparison: Comparison, language: str) -> list[str]:
    held = comparison.held or 0
    names = [_name(name) for name in comparison.names]
    values = {
        "stage": _stage(comparison.stage, language), "held": names[held], "passed": names[1 - held],
        "controls": _controls(comparison.controls[held], language), "known": _known(comparison, language),
    }  # fmt: skip
    means = _MEANS.get(comparison.means)
    more = _HOW[language] % {"means": means[language]} if means else _NO_CONTROL[language] % values
    return [_PARTED[language] % values, more]


def _both(comparison: Comparison, language: str) -> list[str]:
    first, second = (_controls(controls, language) for controls in comparison.controls)
    one, other = (_name(name) for name in comparison.names)
    stage = _stage(comparison.stage, language)
    values = {"stage": stage, "one": one, "other": other, "first": first, "second": second}
    return [_BOTH[language] % {**values, "known": _known(comparison, language)}]


def _known(comparison: Comparison, language: str) -> str:
    known = (_STATED if comparison.stated else _KNOWN)[language] % {"until": _time(comparison.until)}
    return _SAID[language] % {"known": known} if comparison.said else known


def _unknown(comparison: Comparison, language: str) -> list[str]:
    pair = next(pair for pair in comparison.stages if pair[0].stage is comparison.stage)
    unknown = [place for place, state in enumerate(pair) if state.state is State.NOT_OBSERVABLE]
    whose = _WHOSE["both" if len(unknown) == 2 else "one"][language]
    if len(unknown) == 1:
        whose %= {"name": _name(comparison.names[unknown[0]])}
    told = [_UNKNOWN[language] % {"stage": _stage(comparison.stage, language), "whose": whose}]
    for place, logs in enumerate(comparison.settles):
        if logs:
            names = _joined((LOGS[log].name[language] for log in logs), language)
            told.append(_SETTLES[language] % {"name": _name(comparison.names[place]), "logs": names})
    return told


def _things(common: Iterable[Shared], language: str) -> str:
    things = list(common)
    # A link says its host; what is said twice only makes the sentence longer.
    links = {thing.value for thing in things if thing.kind == "url"}
    things = [one for one in things if one.kind != "host" or not any(one.value in link for link in links)]
    told = [_KINDS[thing.kind][language] % {"value": _fact(_harmless(thing))} for thing in things[:_MOST]]
    if len(things) > _MOST:
        told.append(_MORE[language] % {"number": _fact(len(things) - _MOST)})
    return _joined(told, language)


def _harmless(thing: Shared) -> str:
    """A name that no program makes a link of."""
    value = thing.value.replace("http", "hxxp", 1) if thing.kind == "url" else thing.value
    return value if thing.kind in ("address", "network", "app") else value.replace(".", "[.]")


def _controls(controls: Iterable[str], language: str) -> str:
    return _joined((CONTROLS[control].name[language] for control in controls), language)


def _joined(parts: Iterable[str], language: str) -> str:
    return ("; " if language == "en" else "؛ ").join(parts)


def _stage(stage: Stage | None, language: str) -> str:
    return STAGES[stage].name[language] if stage else ""


def _time(when: datetime | None) -> str:
    return _fact(f"{when:%Y-%m-%d %H:%M} UTC" if when else "-")


def _fact(value: object) -> str:
    return f"{_ISOLATE}{value}{_POP}"


def _name(name: str) -> str:
    return f"{_FIRST_STRONG}{name}{_POP}"
