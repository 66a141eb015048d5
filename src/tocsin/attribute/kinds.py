"""What each kind of feature weighs, by which family it is capped, and what it is called.

Weights are log-odds (natural logarithm), declared and not fitted, in the steps of the usual reading of likelihood
ratios, as those of checks are. What they were held against stands in docs/why/operations.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from tocsin.model.operation import Family, FeatureKind

START: Final = -4.0
"""Two incidents that are taken at random have nothing to do with one another: about 1 to 50."""
JOINS: Final = 1.0
"""From here on, about 3 to 1, a link joins. Below, it is shown, and a person may confirm it."""
LEVELS: Final = ((16, 0.0), (64, 1.4), (256, 2.8))
"""Up to how many incidents show a feature, and what is taken off for it: the logarithm of four a step, since two of
them are so much likelier to be strangers."""
COMMON: Final = LEVELS[-1][0]
"""What more incidents than these show links nothing."""


class Kind(Struct, frozen=True):
    """A kind of feature."""

    family: Family
    weight: float
    """Of a feature that few show."""
    text: Mapping[str, str]
    """What it is called, by language; the value follows."""
    follows: frozenset[Family] = frozenset()
    """Families out of which it follows: it adds nothing where one of them speaks already. Who links to the same host
    links to the same pages; who sends from the same service sends with the same program."""


CAPS: Final[Mapping[Family, float]] = {
    Family.NAMES: 4.0, Family.SENDERS: 3.5, Family.PLACES: 3.0, Family.REGISTRATION: 4.0, Family.ACCESS: 4.5,
    Family.FILES: 3.5, Family.CRAFT: 2.0, Family.PROGRAM: 0.7,
}  # fmt: skip
"""The most that a family adds."""
COPIED: Final = frozenset((Family.CRAFT, Family.PROGRAM))
"""What can be copied, bought or had by chance: all of it together joins nothing."""
F, K = Family, FeatureKind
_LINK: Final = frozenset((F.NAMES,))
_SERVICE: Final = frozenset((F.PLACES, F.SENDERS))
KINDS: Final[Mapping[FeatureKind, Kind]] = {
    K.DOMAIN: Kind(F.NAMES, 2.8, {"en": "the same domain", "ar": "النطاق نفسه"}),
    K.HOST: Kind(F.NAMES, 4.0, {"en": "the same host", "ar": "المضيف نفسه"}),
    K.SENDER: Kind(
        F.SENDERS, 3.5, {"en": "the same sender or reply address", "ar": "عنوان المرسِل أو عنوان الرد نفسه"}
    ),
    K.SENDER_DOMAIN: Kind(F.SENDERS, 3.0, {"en": "the same sender's domain", "ar": "نطاق المرسِل نفسه"}),
    K.ADDRESS: Kind(F.PLACES, 3.0, {"en": "the same IP address", "ar": "عنوان IP نفسه"}),
    K.NETWORK: Kind(F.PLACES, 1.0, {"en": "the same small network", "ar": "الشبكة الصغيرة نفسها"}),
    K.AS: Kind(F.PLACES, 0.4, {"en": "the same provider's network (AS)", "ar": "شبكة موفّر الخدمة نفسها (AS)"}),
    K.CERTIFICATE: Kind(F.REGISTRATION, 4.0, {"en": "the same TLS certificate", "ar": "شهادة TLS نفسها"}),
    K.REGISTRANT: Kind(F.REGISTRATION, 3.4, {"en": "registered by the same", "ar": "المسجِّل نفسه"}),
    K.NAME_SERVER: Kind(F.REGISTRATION, 1.0, {"en": "the same name server", "ar": "خادم الأسماء نفسه"}),
    K.APP: Kind(F.ACCESS, 4.0, {"en": "the same app", "ar": "التطبيق نفسه"}),
    K.SESSION: Kind(F.ACCESS, 4.5, {"en": "the same session", "ar": "الجلسة نفسها"}),
    K.AGENT: Kind(F.PROGRAM, 0.7, {"en": "the same browser or program", "ar": "المتصفّح أو البرنامج نفسه"}),
    K.FILE: Kind(F.FILES, 3.0, {"en": "the same file", "ar": "الملف نفسه"}),
    K.FILE_LIKE: Kind(F.FILES, 1.5, {"en": "nearly the same file", "ar": "ملف شبه مطابق"}),
    K.PAGE: Kind(F.CRAFT, 1.5, {"en": "pages of the same make", "ar": "صفحات من الصنع نفسه"}),
    K.TEMPLATE: Kind(F.CRAFT, 1.2, {"en": "links of the same form", "ar": "روابط بالصيغة نفسها"}, _LINK),
    K.LURE: Kind(F.CRAFT, 1.2, {"en": "nearly the same text", "ar": "نص شبه مطابق"}),
    K.CLAIMED_SENDER: Kind(
        F.PROGRAM, 0.5, {"en": "the same domain claimed as sender", "ar": "النطاق نفسه مدّعًى مرسِلًا"}, _SERVICE
    ),
    K.HEADERS: Kind(
        F.PROGRAM, 0.4, {"en": "header fields in the same order", "ar": "حقول الترويسة بالترتيب نفسه"}, _SERVICE
    ),
    K.MAILER: Kind(F.PROGRAM, 0.4, {"en": "the same mail program", "ar": "برنامج البريد نفسه"}, _SERVICE),
    K.BOUNDARY: Kind(F.PROGRAM, 0.4, {"en": "boundaries of the same shape", "ar": "فواصل أجزاء بالشكل نفسه"}, _SERVICE),
    K.MESSAGE_ID: Kind(
        F.PROGRAM, 0.4, {"en": "message ids of the same shape", "ar": "معرّفات رسائل بالشكل نفسه"}, _SERVICE
    ),
    K.HELO: Kind(
        F.PROGRAM, 0.5, {"en": "sending machines of the same name", "ar": "أجهزة إرسال بالاسم نفسه"}, _SERVICE
    ),
    K.PATTERN: Kind(F.CRAFT, 0.2, {"en": "the same techniques and language", "ar": "الأساليب واللغة نفسها"}),
    K.HOURS: Kind(F.CRAFT, 0.2, {"en": "the same working hours", "ar": "ساعات العمل نفسها"}),
}  # fmt: skip
"""All kinds."""


def weight_of(kind: FeatureKind, holders: int) -> float:
    """Return what a feature adds that so many incidents show, before its family's cap."""
    for most, off in LEVELS:
        if holders <= most:
            return max(0.0, KINDS[kind].weight - off)
    return 0.0


def level(holders: int) -> int:
    """Return the number of the level that so many incidents are on; weights change only between levels."""
    return next((number for number, (most, _) in enumerate(LEVELS) if holders <= most), len(LEVELS))
