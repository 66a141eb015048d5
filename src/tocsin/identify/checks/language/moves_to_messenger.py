"""It wants to go on in a messenger or by telephone."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="moves-to-messenger",
    weight=Weight.HINT,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598.001",
        "T1656",
    ),
    explain={
        "en": "It wants to go on in a messenger or by telephone. Careful sources do so too; it counts only beside other signs.",
        "ar": "تريد الرسالة متابعة الحديث في تطبيق مراسلة أو بالهاتف، وهذا شأن المصادر الحذرة أيضًا، فلا يُعتدّ به وحده.",
    },
    phrases={
        "en": (
            r"(contact|reach|write|text|message|add|chat|talk|continue|call|find|ping|speak|move|switch|join|dm) <6>(on|over|via|through|by|using|to) <2>(signal|whats ?app|telegram|wechat|viber|google chat|threema|discord|skype|imo)\W",
            "(your|my) <1>(signal|whats ?app|telegram|mobile|cell|personal phone) (number|contact|handle|id|username)",
        ),
        "ar": (
            "(التواصل|تواصل|تواصلوا|راسلني|راسلنا|مراسلتي|الانتقال|نكمل|متابعة|الكتابة|نتحدث|نتواصل) <5>(واتساب|واتس اب|تلغرام|تيليجرام|تلجرام|سيغنال|سيجنال|سيقنال|فايبر|سكنال)",
            "(رقم|رقمك|رقمكم|حسابك) <3>(واتساب|واتس اب|تلغرام|تيليجرام|سيغنال|سيجنال|هاتفك|الجوال|المحمول)",
        ),
        "fa": (
            "(واتس ?اپ|واتساپ|تلگرام|سیگنال|ایتا|بله) <6>(پیام|صحبت|ادامه|تماس|بنویس|در ارتباط|گفتگو|گفت ?و ?گو|بفرست|مکالمه)",
            "(شماره|آیدی) <2>(واتس ?اپ|واتساپ|تلگرام|سیگنال)",
        ),
        "he": ("(בוואטסאפ|בווטסאפ|בטלגרם|בסיגנל|לוואטסאפ|לטלגרם|לסיגנל|בוואטסאפ שלי)",),
        "es": (
            r"(escríb|contáct|contact|habl|habl|llám|sig|continu|añád|mánd|comuni|pas)\S* <6>(por|en|vía|al|a) <1>(whatsapp|telegram|signal)",
            "(su|tu|mi|número de) <2>(whatsapp|telegram|signal|móvil|celular)",
        ),
        "fr": (
            r"(écriv|contact|parl|discut|joign|continu|poursuiv|échang|pass)\S* <6>(sur|par|via) <1>(whatsapp|telegram|signal)",
            "(votre|mon|ton|numéro) <2>(whatsapp|telegram|signal|de portable|de mobile)",
        ),
        "de": (
            r"(schreib|kontaktier|erreich|sprech|red|chatt|wechsel|fortsetz|weiter|meld)\S* <6>(auf|über|per|via|bei|zu) <1>(whatsapp|telegram|signal|threema)",
            r"(ihre|deine|meine|mobil)\S* <1>(whatsapp|telegram|signal|handynummer|mobilnummer)",
        ),
        "pt": (
            r"(escrev|contat|fal|cham|continu|convers|adicion|entre em contato|mand)\S* <6>(no|pelo|por|via|ao) <1>(whatsapp|zap|telegram|signal)",
            "(seu|meu|teu|número de|número do) <2>(whatsapp|zap|telegram|signal|celular)",
        ),
    },
    hits=lambda: [
        message(text="Please contact me on Signal so that we can talk."),
        message(text="يمكن التواصل معي عبر واتساب."),
        message(text="نكمل الحديث على سيغنال"),
        message(text="در سیگنال با من صحبت کنید."),
        message(text="لطفا در واتس\u200cاپ پیام دهيد"),
        message(text="אפשר לדבר איתי בסיגנל."),
        message(text="Escríbame por WhatsApp."),
        message(text="Écrivez-moi sur Signal."),
        message(text="Schreiben Sie mir auf Signal."),
        message(text="Me chame no WhatsApp, vamos conversar pelo zap."),
    ],
    misses=lambda: [
        message(text="The traffic signal at the town hall is broken."),
        message(text="The vote sends a strong signal to the market."),
        message(text="Das Signal an die Wirtschaft ist klar."),
    ],
)
def moves_to_messenger(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The move to Signal, WhatsApp, Telegram."""
    yield from said(mail, hits)
