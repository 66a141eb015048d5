"""What each kind of feature weighs, by which family it is capped, and what it is called.

Weights are log-odds (natural logarithm), declared and not fitted, in the steps of the usual reading of likelihood
ratios, as those of checks are. What they were held against stands in docs/why/operations.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from tocsin.model.operation import Family, FeatureKind, Spread

START: Final = -4.0
"""Two incidents that are taken at random have nothing to do with one another: about 1 to 50."""
JOINS: Final = 0.0
"""From here on a link joins: it is likelier than not. Below, it is shown, and a person may confirm it."""
LEVELS: Final = ((16, 4.5), (64, 2.6), (256, 1.2))
"""Up to how many incidents show a feature, and the most that it can weigh then: the logarithm of 1,000 by their number,
as if never fewer than a thousand strangers had been looked at. A store of many more could say more; it does not, so
that what strangers bring changes no link."""
SPLIT: Final = 1.2
"""The most that a feature weighs whose holders have nothing else in common."""
AGREES: Final = 0.4
"""The part of the pairs of holders from which on they agree."""
SAMPLE: Final = 16
"""Holders that are compared: by a digest of their ids, so that anybody chooses the same."""
TELLING: Final = 1.0
"""What a feature must be able to weigh for its being shared to be an agreement."""
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


COPIED: Final = frozenset((Family.TEXT, Family.KIT, Family.PROGRAM, Family.HABITS, Family.NEIGHBOURHOOD))
"""Families of what can be copied, bought or had by chance: all of it together joins nothing."""
COPIED_CAP: Final = 2.0
"""The most that they add together: texts and kits are sold as one."""
F, K = Family, FeatureKind
_PLACE: Final = frozenset((F.PLACES,))
_LINK: Final = frozenset((F.NAMES,))
_SERVICE: Final = frozenset((F.PLACES, F.MAILBOXES))
KINDS: Final[Mapping[FeatureKind, Kind]] = {
    K.DOMAIN: Kind(F.NAMES, 2.4, {"en": "the same domain", "ar": "النطاق نفسه"}),
    K.HOST: Kind(F.NAMES, 4.0, {"en": "the same host", "ar": "المضيف نفسه"}),
    K.SENDER: Kind(
        F.NAMES, 3.5, {"en": "the same sender or reply address", "ar": "عنوان المرسِل أو عنوان الرد نفسه"}
    ),
    K.MAILBOX: Kind(
        F.MAILBOXES, 3.5, {"en": "the same mailbox at a public service", "ar": "صندوق البريد نفسه لدى خدمة عامة"}
    ),
    K.ADDRESS: Kind(F.PLACES, 2.3, {"en": "the same IP address", "ar": "عنوان IP نفسه"}),
    K.NETWORK: Kind(F.NEIGHBOURHOOD, 0.4, {"en": "the same small network", "ar": "الشبكة الصغيرة نفسها"}, _PLACE),
    K.AS: Kind(
        F.NEIGHBOURHOOD, 0.2, {"en": "the same provider's network (AS)", "ar": "شبكة موفّر الخدمة نفسها (AS)"}, _PLACE
    ),
    K.CERTIFICATE: Kind(F.REGISTRATION, 4.0, {"en": "the same TLS certificate", "ar": "شهادة TLS نفسها"}),
    K.REGISTRANT: Kind(F.REGISTRATION, 3.4, {"en": "registered by the same", "ar": "المسجِّل نفسه"}),
    K.NAME_SERVER: Kind(F.REGISTRATION, 1.0, {"en": "the same name server", "ar": "خادم الأسماء نفسه"}),
    K.APP: Kind(F.ACCESS, 4.0, {"en": "the same app", "ar": "التطبيق نفسه"}),
    K.SESSION: Kind(F.ACCESS, 4.5, {"en": "the same session", "ar": "الجلسة نفسها"}),
    K.AGENT: Kind(F.PROGRAM, 0.7, {"en": "the same browser or program", "ar": "المتصفّح أو البرنامج نفسه"}),
    K.FILE: Kind(F.FILES, 3.0, {"en": "the same file", "ar": "الملف نفسه"}),
    K.FILE_LIKE: Kind(F.FILES, 1.5, {"en": "nearly the same file", "ar": "ملف شبه مطابق"}),
    K.PAGE: Kind(F.KIT, 1.5, {"en": "pages of the same make", "ar": "صفحات من الصنع نفسه"}),
    K.TEMPLATE: Kind(F.KIT, 1.2, {"en": "links of the same form", "ar": "روابط بالصيغة نفسها"}, _LINK),
    K.LURE: Kind(F.TEXT, 1.6, {"en": "nearly the same text", "ar": "نص شبه مطابق"}),
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
    K.PATTERN: Kind(
        F.HABITS, 0.2,
        {"en": "the same techniques, language and kind of people", "ar": "الأساليب واللغة وفئة المستهدفين نفسها"},
    ),
    K.HOURS: Kind(F.HABITS, 0.2, {"en": "the same working hours", "ar": "ساعات العمل نفسها"}),
}  # fmt: skip
"""All kinds."""


def weight_of(kind: FeatureKind, spread: Spread) -> float:
    """Return what a feature adds of which so many incidents show so much."""
    cap = next((cap for most, cap in LEVELS if spread.holders <= most), 0.0)
    return min(KINDS[kind].weight, cap, SPLIT if not spread.agreed else cap)


def telling(kind: FeatureKind) -> frozenset[FeatureKind]:
    """Return by which kinds the holders of a feature of another kind can agree."""
    family = KINDS[kind].family
    return frozenset(
        other
        for other, its in KINDS.items()
        if its.weight >= TELLING and its.family is not family and family not in its.follows
    )
