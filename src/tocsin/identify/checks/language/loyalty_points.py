"""It says that points or miles expire and must be redeemed at once."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="loyalty-points",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that points or miles expire and must be redeemed at once.",
        "ar": "تقول الرسالة إن نقاط مكافآت أو أميالًا ستنتهي ويجب استبدالها فورًا.",
    },
    phrases={
        "en": (
            "(points|miles|rewards points|loyalty points|bonus points) <5>(expire|expiring|will expire|expire soon|about to expire|redeem|before they expire|expiry)",
            "redeem <3>(points|miles)",
        ),
        "ar": (
            "(نقاط|نقاطك|نقاطكم|أميال|أميالك) <4>(تنتهي|ستنتهي|الاستبدال|استبدال|تنقضي|صلاحيتها|قبل انتهاء)",
            "(استبدال|استبدل) <1>(النقاط|نقاطك|نقاطكم|الأميال)",
        ),
        "fa": (r"امتیاز\S* <5>(منقضی|رو به پایان|از دست|استفاده کنید|تبدیل|باطل)",),
        "he": ("(נקודות|הנקודות|נקודותיך|מיילים) <4>(יפוגו|עומדות|פג|למימוש|לפדיון|תוקפן|לנצל)",),
        "es": ("(puntos|millas) <5>(caduc|expir|vencen|canje|por vencer|a punto de)",),
        "fr": (
            "(points|miles) <3>(fidélité|cadeaux|bonus)? ?<3>(expir|à échanger|bientôt perdus|convertir|arrivent à)",
        ),
        "de": (
            "(punkte|treuepunkte|bonuspunkte|prämienpunkte|meilen) <5>(verfallen|ablaufen|einlösen|laufen|verfall|einzulösen)",
        ),
        "pt": (
            "(pontos|milhas|pts) <6>(expir|acumulad|resgat|venc|livelo|prestes|troque|troca|liberad|disponíve|fidelidade)",
            r"(resgat|troqu|troc|junt)\S* <5>(pontos|milhas|pts|cashback)",
        ),
    },
    hits=lambda: [
        message(text="Your points expire tonight: redeem your points now."),
        message(text="نقاطكم ستنتهي صلاحيتها غدًا."),
        message(text="استبدال النقاط قبل انتهاء المهله"),
        message(text="امتیازهای شما منقضی می\u200cشود."),
        message(text="امتياز باشگاه رو به پایان است"),
        message(text="הנקודות שלך יפוגו מחר."),
        message(text="Sus puntos caducan hoy."),
        message(text="Vos points fidélité expirent ce soir."),
        message(text="Ihre Punkte verfallen morgen."),
        message(text="Seus pontos acumulados expiram hoje, resgate agora."),
    ],
    misses=lambda: [
        message(text="Our candidate is two points ahead in the poll."),
        message(text="Ten talking points for the debate."),
        message(text="Há três pontos de encontro para a caminhada."),
    ],
)
def loyalty_points(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Points about to lapse: the reader signs in on a false page to save them."""
    yield from said(mail, hits)
