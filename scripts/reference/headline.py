"""The READMEs' tables of figures: what a reader asks for first, from the benchmarks' results.

A share at 1 % or 0.1 % false positives belongs to a bound that was set on the very mail it is measured on, as peers are
compared; what the program does as it is shipped stands in columns of its own, and the two are never mixed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from scripts.reference.figures import Result, at, date_of, figure, results
from scripts.reference.markdown import table

_NONE: Final = {"en": "not measured", "ar": "لم يُقَس"}
_SHORT: Final = {"en": "short run", "ar": "قياس قصير"}
_MAIL_HEAD: Final = {
    "en": ("attacks found", "at 1 % false positives", "at 0.1 %", "as shipped", "delivered by the provider, at 1 %",
           "the same, as shipped", "false positives per 1,000, as shipped"),
    "ar": ("الهجمات المكتشفة", "عند 1 % من الإنذارات الكاذبة", "عند 0.1 %", "بالإعدادات الأصلية",
           "ممّا مرّره مزوّد البريد، عند 1 %", "منه بالإعدادات الأصلية", "الإنذارات الكاذبة لكل ألف، بالإعدادات الأصلية"),
}  # fmt: skip
_LOCAL: Final = {"en": "Tocsin, fitted on one's own mail", "ar": "Tocsin بعد ضبطه على بريد المؤسسة"}
_YARDSTICK: Final = {
    "en": "yardstick: structure of headers alone",
    "ar": "للمقارنة: بنية الترويسات وحدها",
}
_COLUMNS: Final[Sequence[tuple[tuple[str, ...], str]]] = (
    (("curve", "ham", "recall_at_1_percent"), "%"),
    (("curve", "ham", "recall_at_0.1_percent"), "%"),
    (("recall", "not_clean"), "%"),
    (("recall_provider_passed", "at_1_percent"), "%"),
    (("recall_provider_passed", "not_clean"), "%"),
    (("not_clean_per_1000", "delivered"), ""),
)
_HEAD: Final = {
    "en": ("what, as shipped", "figure [95 %]", "measured"),
    "ar": ("المقيس، بالإعدادات الأصلية", "القيمة [مجال الثقة 95 %]", "تاريخ القياس"),
}
_LABELS: Final = {
    "alerts": {
        "en": "Of the attacks, called malicious or suspicious; the rest unwanted or clean",
        "ar": "الهجمات التي عُدّت خبيثة أو مشبوهة، والباقي غير مرغوب فيه أو سليم",
    },
    "false": {
        "en": "Delivered mail called malicious or suspicious, per 1,000",
        "ar": "الرسائل السليمة التي عُدّت خبيثة أو مشبوهة لكل ألف",
    },
    "news": {"en": "Unseen newsletters not called clean", "ar": "نشرات بريدية سليمة لم تُعَدّ سليمة"},
    "spear": {"en": "Written spear phishing found", "ar": "رسائل التصيّد الاحتيالي الموجّه المكتشفة (مجموعة مكتوبة)"},
    "twins": {"en": "Its benign twins called clean", "ar": "نظائرها السليمة التي عُدّت سليمة"},
    "tips": {"en": "Sources' tips called suspicious", "ar": "رسائل المصادر التي عُدّت مشبوهة"},
    "cpu": {"en": "CPU for one message", "ar": "زمن المعالج لكل رسالة"},
    "cpu-rspamd": {"en": "The same for rspamd, in the same run", "ar": "ومثله لبرنامج rspamd في القياس نفسه"},
    "speed": {"en": "Messages a second, 2 processes", "ar": "رسائل في الثانية بعمليتين"},
    "speed-rspamd": {"en": "The same for rspamd, in the same run", "ar": "ومثله لبرنامج rspamd في القياس نفسه"},
    "outcome": {
        "en": "What stopped made-up attacks on accounts, named rightly where the logs can show it",
        "ar": "ما أوقف هجمات مصطنعة على الحسابات، وقد سُمّي صوابًا حيث يمكن أن تبيّنه السجلات",
    },
    "outcome-lines": {
        "en": "The same where the logs' own lines show that they are whole",
        "ar": "ومثله حيث تبيّن أسطر السجلات نفسها أنها كاملة",
    },
    "outcome-stated": {
        "en": "The same where that they are whole is only stated",
        "ar": "ومثله حيث لا يُعرف اكتمال السجلات إلا من تصريح",
    },
    "outcome-unasked": {
        "en": "The same where nobody asked people which sign-ins were theirs",
        "ar": "ومثله حيث لم يُسأل الناس أيّ محاولات الدخول لهم",
    },
    "outcome-nobody": {
        "en": "The same of all, had nobody been asked: also where only the person can say which sign-ins are theirs",
        "ar": "ومثله في الحوادث كلها لو لم يُسأل أحد، ومنها ما لا يعرف إلا صاحب الحساب أيّ محاولات الدخول له",
    },
    "outcome-shared": {
        "en": "Wrong among the stops that were said where the attacker has an address that the person uses too",
        "ar": "نسبة الخطأ في ما قيل إنه توقّف حيث للمهاجم عنوان يستخدمه صاحب الحساب أيضًا",
    },
    "outcome-shared-right": {
        "en": "What stopped these, named rightly where the logs and the people asked can show it",
        "ar": "ما أوقف هذه الهجمات، وقد سُمّي صوابًا حيث يمكن أن تبيّنه السجلات ومن يُسأل",
    },
    "outcome-wrong": {
        "en": "Wrong among the stops that were said where nobody who is asked answers all rightly",
        "ar": "نسبة الخطأ في ما قيل إنه توقّف حيث لا يصيب أحدٌ ممن يُسألون في إجاباته كلها",
    },
    "outcome-wrong-right": {
        "en": "What stopped these, named rightly all the same",
        "ar": "ما أوقف هذه الهجمات، وقد سُمّي صوابًا مع ذلك",
    },
    "outcome-hard": {
        "en": "Wrong among the stops that were said of hard incidents, where logs break off about the attack",
        "ar": "نسبة الخطأ في ما قيل إنه توقّف في حوادث عسيرة تنقطع سجلاتها قُرب وقت الهجوم",
    },
    "outcome-hard-right": {
        "en": "What stopped these, named rightly where the logs can show it",
        "ar": "ما أوقف هذه الهجمات، وقد سُمّي صوابًا حيث يمكن أن تبيّنه السجلات",
    },
    "outcome-misled": {
        "en": "Wrong among the stops that were said of hard incidents where somebody stated more than was exported",
        "ar": "نسبة الخطأ في ما قيل إنه توقّف في حوادث عسيرة صرّح فيها أحدٌ بأكثر مما صُدِّر",
    },
    "outcome-false": {
        "en": "Wrong among the stops that were said: such an attack had got through",
        "ar": "نسبة الخطأ في ما قيل إنه توقّف: إذ كان الهجوم قد تجاوزه",
    },
    "memory": {"en": "Most memory of a scan of a 10 GB mailbox", "ar": "أقصى ذاكرة لفحص صندوق بريد من 10 غيغابايت"},
    "events": {
        "en": "CPU for one of 10 million events of sign-in logs, file to alerts",
        "ar": "زمن المعالج لكل حدث من 10 ملايين حدث في سجلات الدخول، من الملف إلى التنبيهات",
    },
    "sigma": {
        "en": "One's own Sigma rules beside pySigma's SQLite backend, file to hits: CPU time, how many times less",
        "ar": "قواعد Sigma الخاصة إلى جانب خلفية SQLite في pySigma، من الملف إلى النتائج: كم مرة أقل من زمن المعالج",
    },
    "sigma-correlated": {"en": "The same for correlation rules", "ar": "ومثله لقواعد الربط"},
}
_MAIL: Final = ("mail", "systems", "tocsin")
_SPEED: Final = "speed-mail"
_ASKED: Final[Sequence[tuple[str, tuple[str, ...], str]]] = (
    ("alerts", (*_MAIL, "recall", "alerts"), "%"),
    ("false", (*_MAIL, "false_alerts_per_1000", "delivered"), ""),
    ("news", (*_MAIL, "newsletters_flagged", "not_clean"), "%"),
    ("spear", ("spear", "all", "recall"), "%"),
    ("twins", ("spear", "all", "twin_clean"), "%"),
    ("tips", ("spear", "tips", "all", "suspicious"), "%"),
    ("outcome", ("outcome", "tocsin", "control_right"), "%"),
    ("outcome-lines", ("outcome", "tocsin", "control_right_by_lines"), "%"),
    ("outcome-stated", ("outcome", "tocsin", "control_right_stated"), "%"),
    ("outcome-unasked", ("outcome", "tocsin", "control_right_unasked"), "%"),
    ("outcome-nobody", ("outcome", "tocsin", "control_right_nobody_asked"), "%"),
    ("outcome-false", ("outcome", "tocsin", "false_stops"), "%"),
    ("outcome-hard", ("outcome", "hard", "tocsin", "false_stops"), "%"),
    ("outcome-hard-right", ("outcome", "hard", "tocsin", "control_right"), "%"),
    ("outcome-misled", ("outcome", "hard", "misled", "false_stops"), "%"),
    ("outcome-shared", ("outcome", "shared", "tocsin", "false_stops"), "%"),
    ("outcome-shared-right", ("outcome", "shared", "tocsin", "control_right"), "%"),
    ("outcome-wrong", ("outcome", "wrong", "tocsin", "false_stops"), "%"),
    ("outcome-wrong-right", ("outcome", "wrong", "tocsin", "control_right"), "%"),
    ("cpu", (_SPEED, "cpu_ms_per_message", "tocsin in process"), "ms"),
    ("cpu-rspamd", (_SPEED, "cpu_ms_per_message", "rspamd"), "ms"),
    ("speed", (_SPEED, "messages_per_second", "tocsin scan, start-up excluded"), "/s"),
    ("speed-rspamd", (_SPEED, "messages_per_second", "rspamd"), "/s"),
    ("memory", (_SPEED, "memory", "max_rss_mb"), "MB"),
    ("events", ("accounts", "curve", "10000000", "cpu_us_per_event"), "µs"),
    ("sigma", ("accounts", "stateless", "ratio"), "×"),
    ("sigma-correlated", ("accounts", "stateful", "ratio"), "×"),
)


def tables(language: str) -> str:
    """Return both tables in a language: finding attacks beside the peers, and the rest."""
    found = results()
    shown = _left_to_right if language == "ar" else str
    rows = [
        (_LABELS[key][language], shown(value) if value else _NONE[language], shown(when))
        for key, value, when in headline(found, language)
    ]
    return f"{mail_table(found, language)}\n{table(_HEAD[language], rows)}"


def headline(found: Mapping[str, Result], language: str = "en") -> list[tuple[str, str, str]]:
    """Return (key of the label, figure or "", date) of the figures of the second table."""
    return [(key, figure(at(found, path), unit), _date(found.get(path[0]), language)) for key, path, unit in _ASKED]


def mail_table(found: Mapping[str, Result], language: str) -> str:
    """Return the first table. A dash stands for what was not measured; the yardstick only ranks, so it has no bound.

    What each column means stands in bench/mail.py.
    """
    mail = found.get("mail", {})
    shown = _left_to_right if language == "ar" else str
    rows = []
    for name, result in _systems(mail, language):
        cells = [figure(at(result, column), unit) for column, unit in _COLUMNS]
        rows.append((name, *(shown(cell) if cell else "–" for cell in cells)))
    return table(_MAIL_HEAD[language], rows)


def _systems(mail: Result, language: str) -> list[tuple[str, Result]]:
    """Tocsin first, then its local fit, the peers, and the yardstick."""
    systems = {name: result or {} for name, result in mail.get("systems", {}).items()}
    ours = systems.pop("tocsin", {})
    yardstick = {"curve": mail.get("header_only_artefact", {})}
    local = (_LOCAL[language], mail.get("local_fit", {}))
    return [("Tocsin", ours), local, *systems.items(), (_YARDSTICK[language], yardstick)]


def _date(result: Result | None, language: str) -> str:
    when = date_of(result)
    return when if result is None or result.get("full") else f"{when} ({_SHORT[language]})"


def _left_to_right(cell: str) -> str:
    return f'<bdi dir="ltr">{cell}</bdi>' if cell else ""
