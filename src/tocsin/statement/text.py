"""The texts of a statement. Every fact is a left-to-right isolate in both languages, so that it is read as it is
written, and so that anybody can see that both texts carry the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from tocsin.model.error import InputError, StatementError
from tocsin.model.sentence import LANGUAGES, say
from tocsin.model.statement import Agency, Facts

_ISOLATE, _FIRST_STRONG, _POP = "\u2066", "\u2068", "\u2069"
_FACT: Final = re.compile(f"{_ISOLATE}([^{_POP}]*){_POP}")
_UNFIT: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_LONGEST: Final = 200
_MOST: Final = 40
Steps = Sequence[Mapping[str, str]]
"""Advice: each step in both languages."""

_TITLE: Final = {"en": "Joint statement: an attack by mail", "ar": "بيان مشترك: هجوم عبر البريد الإلكتروني"}
_SYNTHETIC: Final = {
    "en": "SYNTHETIC: made up for practice. The agencies named here do not exist, and none of this happened.",
    "ar": "نص تدريبي مُختلَق: الجهات المذكورة فيه لا وجود لها، ولم يقع شيء مما ورد فيه.",
}
_ISSUED: Final = {"en": "Issued by: %(agencies)s", "ar": "صادر عن: %(agencies)s"}
_AS_OF: Final = {"en": "As of %(as_of)s. Label: %(tlp)s.", "ar": "المعلومات حتى %(as_of)s. درجة المشاركة: %(tlp)s."}
_SECTIONS: Final = (
    (
        {"en": "What happened", "ar": "ما الذي حدث"},
        (
            {
                "en": "An organisation, which is not named, reported mail made to deceive the people who work there.",
                "ar": "أبلغت إحدى المؤسسات عن رسائل أُعدّت لخداع العاملين فيها، ولا يُذكر اسمها في هذا البيان.",
            },
            {
                "en": "Messages: %(messages)s, received from %(first)s to %(last)s.",
                "ar": "عدد الرسائل: %(messages)s، وردت من %(first)s إلى %(last)s.",
            },
            {
                "en": "Techniques, by their ids in MITRE ATT&CK: %(techniques)s.",
                "ar": "التقنيات المستخدمة بمعرّفاتها في إطار \u2068MITRE ATT&CK\u2069: %(techniques)s.",
            },
            {"en": "How far it got: %(outcome)s.", "ar": "المدى الذي بلغه الهجوم: %(outcome)s."},
            {
                "en": "Who is behind it: this statement does not say.",
                "ar": "الجهة التي تقف وراءه: لا يتطرق هذا البيان إليها.",
            },
        ),
    ),
    (
        {"en": "What to look for", "ar": "ما ينبغي البحث عنه"},
        (
            {
                "en": "Indicators: %(indicators)s, in the STIX 2.1 bundle with the SHA-256 %(bundle)s.",
                "ar": "عدد المؤشرات: %(indicators)s، في حزمة \u2068STIX 2.1\u2069 ذات البصمة %(bundle)s.",
            },
        ),
    ),
)
_ADVICE: Final = {"en": "What to do", "ar": "ما ينبغي فعله"}
_CHECK: Final = {
    "en": "Both texts carry the same facts. They, the bundle and the log that they rest on are signed together, and "
    "anybody can check that.",
    "ar": "يحمل النصان الحقائق نفسها. وقد وُقّع عليهما وعلى الحزمة وعلى السجلّ الذي يستندان إليه معًا، "
    "ويمكن لأي كان التحقق من ذلك.",
}
_OUTCOMES: Final = {
    "stopped": {"en": "it was stopped", "ar": "أُوقف الهجوم"},
    "harm": {"en": "it did harm", "ar": "أحدث الهجوم ضررًا"},
    "false-alarm": {"en": "it was a false alarm", "ar": "كان الإنذار كاذبًا"},
    "unknown": {"en": "unknown", "ar": "غير معروف"},
}


def texts(facts: Facts, agencies: Sequence[Agency], advice: Steps) -> dict[str, str]:
    """Return the text in each language. Raises InputError for names of agencies that cannot be shown."""
    for agency in agencies:
        _fit(agency)
    if not 0 < len(agencies) <= _MOST:
        raise InputError(say("a statement needs somebody who issues it"), say("Name 1 to %(most)s.", most=_MOST))
    made = {language: _text(facts, agencies, advice, language) for language in LANGUAGES}
    if len({facts_in(text) for text in made.values()}) != 1:
        raise StatementError(say("the texts do not carry the same facts"), say("This is a fault of the program."))
    return made


def facts_in(text: str) -> tuple[str, ...]:
    """Return the facts that a text carries, sorted: what is isolated as running from left to right."""
    return tuple(sorted(_FACT.findall(text)))


def _fit(agency: Agency) -> None:
    names = (agency.english, agency.arabic)
    fit = all(name.strip() and len(name) <= _LONGEST and not _UNFIT.search(name) for name in names)
    if not fit or not _ARABIC.search(agency.arabic):
        raise InputError(
            say("an agency has a name in English and one in Arabic, each on one line"),
            say("Write it as 'NAME IN ENGLISH=NAME IN ARABIC'."),
        )


def _text(facts: Facts, agencies: Sequence[Agency], advice: Steps, language: str) -> str:
    values = _values(facts, agencies, language)
    lines = [_TITLE[language], *[_SYNTHETIC[language]] * facts.synthetic, ""]
    lines += [_ISSUED[language] % values, _AS_OF[language] % values]
    for title, sentences in _SECTIONS:
        lines += ["", title[language], *(sentence[language] % values for sentence in sentences)]
    if advice:
        lines += ["", _ADVICE[language], *(f"{number}. {step[language]}" for number, step in enumerate(advice, 1))]
    return "\n".join([*lines, "", _CHECK[language]]) + "\n"


def _values(facts: Facts, agencies: Sequence[Agency], language: str) -> dict[str, str]:
    names = [agency.english if language == "en" else agency.arabic for agency in agencies]
    joint = "; " if language == "en" else "؛ "
    return {
        "agencies": joint.join(f"{_FIRST_STRONG}{name.strip()}{_POP}" for name in names),
        "outcome": _OUTCOMES[facts.outcome][language],
        "as_of": _fact(_minute(facts.as_of)),
        "tlp": _fact(f"TLP:{facts.tlp.value.upper()}"),
        "messages": _fact(facts.messages),
        "first": _fact(_minute(facts.first)),
        "last": _fact(_minute(facts.last)),
        "techniques": _fact(", ".join(facts.techniques) or "-"),
        "indicators": _fact(facts.indicators),
        "bundle": _fact(facts.bundle),
    }


def _fact(value: object) -> str:
    return f"{_ISOLATE}{value}{_POP}"


def _minute(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"
