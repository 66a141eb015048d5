"""It wants the codes of gift cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import together
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_NEAR: Final = 400
"""Characters between cards and codes that belong together: some sentences."""


@check(
    id="gift-card-codes",
    weight=Weight.DECISIVE,
    danger=Danger.PAYMENT,
    attack=("T1657",),
    explain={
        "en": "It asks for the codes of gift cards. Whoever has the code has the money, and nobody gets it back.",
        "ar": "تطلب الرسالة رموز بطاقات الهدايا، ومن حصل على الرمز حصل على المال دون رجعة.",
    },
    phrases={
        "card.en": ("(gift|store|apple|itunes|steam|amazon|vanilla|google play) ?cards?", "vouchers"),
        "ask.en": (
            "(send|text|e-?mail|forward|give) (me |us |over )?(the |all |all the |their |its )?<2>(codes?|pins?|numbers? on the back)",
            "(scratch|photo of|photos of|picture of|pictures of) <3>(backs?|codes?|pins?)",
        ),
        "card.ar": ("(بطاقات|بطاقة|كروت|كرت|قسائم|قسيمة)",),
        "ask.ar": (
            "(ارسل|ارسلي|ارسلوا|ارسال|ابعث|ابعثي|ابعثوا|صور|صوري|تصوير) <2>(ال)?(أكواد|رموز|أكوادها|رموزها)",
            "(كشط|اكشط|اكشطي) <2>(ظهر|خلف|الرمز|البطاقات|الأكواد)",
        ),
        "card.fa": ("گیفت ?کارت", "کارت ?(های )?هدیه"),
        "ask.fa": ("(کدها|کد ها|کد|رمزها|رمز ?شان) <4>(بفرست|ارسال کن|برایم|ایمیل کن)", "(بخراش|خراشید)"),
        "card.he": ("(כרטיסי מתנה|כרטיס מתנה|גיפט ?קארד|תווי קנייה|תווי שי)",),
        "ask.he": ("(לשלוח|שלח|שלחי|תשלח|תשלחי|לצלם|צלם|צלמי) <3>(קודים|הקודים)", "(לגרד|תגרד|תגרדי)"),
        "card.es": ("tarjetas? (de )?(regalo|itunes|google play|steam|apple)", "gift ?cards?"),
        "ask.es": (r"(envía|envia|manda|mánda|pása)\S* <2>(códigos?|fotos?|pin)", "(raspa|rasca|raspe|rasque)"),
        "card.fr": ("cartes? (cadeaux?|itunes|google play|steam|pcs)", "coupons? pcs"),
        "ask.fr": (r"(envoi|envoy|donn|transf)\S* <2>(codes?|photos? des codes)", r"gratte\S*"),
        "card.de": (r"(geschenk|gutschein|guthaben|google-?play-?|itunes-?|steam-?|apple-?)karten?",),
        "ask.de": (
            r"(schick|send|mail)\S* <4>(die |der )?(codes?|fotos der codes)",
            r"(rubbel|kratz)\S* <5>(frei|rückseite|codes?)",
        ),
        "card.pt": ("cart(ões|ão)[- ]presente", "gift ?cards?", "vales?[- ]presente"),
        "ask.pt": (r"(mand|envi|pass)\S* <2>(códigos?|fotos dos códigos)", "(raspe|raspa)"),
    },
    hits=lambda: [
        message(text="Take five Apple cards from the shop downstairs, then send me the codes."),
        message(text="Get the gift cards, scratch the backs and mail them to me."),
        message(text="خذي خمس بطاقات من المتجر القريب. ثم أرسلي الأكواد إليّ هنا."),
        message(text="اشترِ قسائم هدايا واكشط ظهر كل واحدة."),
        message(text="چند گیفت\u200cکارت تهیه کن و کدها را بفرست."),
        message(text="תקני כרטיסי מתנה, ואז לשלוח לי את הקודים."),
        message(text="Compra tarjetas de regalo y envíame los códigos."),
        message(text="Achète des cartes cadeaux et envoie-moi les codes."),
        message(text="Kaufen Sie drei Geschenkkarten und schicken Sie mir die Codes."),
        message(text="Compre gift cards e mande os códigos."),
    ],
    misses=lambda: [
        message(text="Let us buy Ruth a gift card from the bookshop."),
        message(text="Please send me the codes of the three survey questions."),
        message(text="أرسلي الأكواد البرمجية إلى المطورين قبل الاجتماع."),
        message(text="Nobody from our office asks for gift cards. Never send the codes to anybody."),
        message(text="لن يطلب منكم أحد من مكتبنا إرسال الأكواد من بطاقات الهدايا."),
    ],
)
def gift_card_codes(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Cards, and near them a demand for what stands on them."""
    yield from together(mail, hits, "card", "ask", near=_NEAR)
