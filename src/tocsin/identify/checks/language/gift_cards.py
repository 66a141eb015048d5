"""It wants gift cards to be bought or their codes to be sent."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="gift-cards",
    weight=Weight.STRONG,
    danger=Danger.PAYMENT,
    attack=(
        "T1657",
        "T1656",
    ),
    explain={
        "en": "It wants gift cards to be bought or their codes to be sent. No superior and no authority pays with gift cards.",
        "ar": "تطلب الرسالة شراء بطاقات هدايا أو إرسال رموزها، ولا رئيس ولا جهة رسمية تدفع ببطاقات هدايا.",
    },
    phrases={
        "en": (
            "(buy|purchase|get|pick up|procure|grab|arrange|obtain|purchasing|buying) <5>(gift ?cards?|e-?gift|store cards|google play cards?|steam cards?|itunes cards?|vouchers for)",
            "(gift ?cards?|itunes|google play|steam|vanilla|apple cards?) <5>(scratch|take (a )?(picture|photo|pic)|back of|send (me )?(the )?(codes?|pins?|pictures?|photos?)|reimburse|denomination|face value)",
            "(scratch) <3>(back|code|card|pin)",
            "(reimburse) you <4>(card|day|end|today)",
        ),
        "ar": (
            "(شراء|اشتر|اشتري|اشتروا|تأمين|احضار|جلب|توفير) <3>(ال)?(بطاقات|بطاقة|كروت|كرت|قسائم|قسيمة) <1>(هدايا|الهدايا|هدية|ايتونز|آيتونز|غوغل بلاي|جوجل بلاي|قوقل بلاي|ستيم|آبل|أمازون|شحن|شراء|شرائية|مشتريات|تسوق|مسبقة الدفع)",
            "(رموز|أكواد|صور|كشط) (بطاقات|البطاقات|بطاقة)",
        ),
        "fa": (
            "(خرید|بخرید|تهیه|خریداری) <3>(گیفت ?کارت|کارت هدیه|کارت ?های هدیه|گیفت کارت)",
            "(گیفت ?کارت|کارت هدیه|کارت ?های هدیه|گیفت کارت|کارت ?های هدیه) <4>(بخرید|تهیه|خریداری|کد|عکس|بفرستید)",
        ),
        "he": (
            "(לקנות|לרכוש|קנה|קני|רכוש|תקנה|תקני|רכישת|קניית) <4>(כרטיסי מתנה|כרטיס מתנה|גיפט ?קארד|תווי קנייה|תווי שי|שוברי מתנה)",
            "(לגרד|קודים|תמונות|צלם|לצלם) <3>(כרטיסי המתנה|כרטיסי מתנה|כרטיסים|התווים)",
        ),
        "es": (
            r"(compr|adquir|consig|consegu)\S* <4>(tarjetas? (de )?regalo|gift ?cards?|tarjetas? (de )?(itunes|google play|steam|apple))",
            "tarjetas? (de )?regalo <6>(raspe|rasca|raspar|código|foto|reembols)",
        ),
        "fr": (
            r"(ach[eè]t|procur|récupér)\S* <4>(cartes? cadeaux?|cartes? (itunes|google play|steam|neosurf|pcs|transcash)|bons? cadeaux?|coupons? pcs)",
            "cartes? cadeaux? <6>(gratt|code|photo|rembours)",
        ),
        "de": (
            r"(kauf|besorg|erwerb|hol)\S* <5>(gutscheinkarten?|geschenkkarten?|gift ?cards?|(google play|itunes|steam|apple|amazon)-?( |)(karten|gutscheine))",
            "(gutscheinkarten?|geschenkkarten?|gutscheine|guthabenkarten) <4>(kaufen|besorgen|freirubbeln|rubbeln|abfotografieren|codes)",
        ),
        "pt": (
            r"(compr|adquir|providenci|consig)\S* <4>(cartões[- ]presente|cartão[- ]presente|gift ?cards?|vale[- ]presente|vales[- ]presente|cartões (google play|itunes|steam))",
            "(cartões[- ]presente|gift ?cards?|vales[- ]presente) <6>(rasp|código|foto|reembols)",
        ),
    },
    hits=lambda: [
        message(text="Can you pick up five gift cards for the volunteers? Scratch the back and send me the codes."),
        message(text="I need you to purchase some Steam cards today."),
        message(text="أحتاج منك شراء بطاقات هدايا للموظفين اليوم."),
        message(text="ارسل صور بطاقات الهدايا بعد الكشط."),
        message(text="اشتري لي قسائم شراء بقيمة خمسمئة."),
        message(text="نحتاج إلى شراء كروت آبل للفريق اليوم."),
        message(text="لطفاً چند گیفت\u200cکارت تهیه کن و کدها را بفرست."),
        message(text="خرید کارت هديه براي همکاران فوري است."),
        message(text="אני צריך שתקני כמה כרטיסי מתנה לצוות."),
        message(text="Necesito que compres unas tarjetas de regalo."),
        message(text="Peux-tu acheter des cartes cadeaux pour l'équipe ?"),
        message(text="Bitte besorgen Sie mir drei Geschenkkarten."),
        message(text="Preciso que compre alguns cartões-presente."),
    ],
    misses=lambda: [
        message(text="Thank you for the card and the gift."),
        message(text="Nobody from our office will ask you to buy gift cards."),
        message(text="Die Karten für das Konzert liegen an der Kasse."),
    ],
)
def gift_cards(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Buying gift cards or sending their codes; not winning one, which is another check."""
    yield from asked(mail, hits)
