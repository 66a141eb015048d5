"""It says that a voice message, a missed call or a fax waits to be opened."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="voicemail-fax",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.001",
        "T1566.002",
    ),
    explain={
        "en": "It says that a voice message, a missed call or a fax waits to be opened.",
        "ar": "تقول الرسالة إن رسالة صوتية أو مكالمة فائتة أو فاكسًا ينتظر الفتح.",
    },
    phrases={
        "en": (
            r"(new|missed|unheard|received|incoming|left|1|one|\d) <2>(voice ?mail|voice message|voice-?note|voice msg|vm |audio message|e-?fax|fax message|fax document|fax (from|received|notification|document|has)|call from \+?\d)",
            "(voice ?mail|voice message|fax|e-?fax|audio message) <2>(received|notification|waiting|delivered|attached|duration|transcript|alert|arrived)",
            "(listen|play|hear|retrieve) <2>(your |the |this |to )?<1>(voice ?mail|voice message|audio message|message now)",
            "(call duration|voicemail length|missed call|fax id|call length)",
        ),
        "ar": (
            "(رسالة|رسائل|بريد) (صوتية|صوتي) <1>(جديدة|واردة|فائتة|في انتظار|غير مسموعة|من|وصلت|جديد)",
            "(مكالمة فائتة|مكالمة لم يرد|فاكس جديد|فاكس وارد|وصلك فاكس|وصلكم فاكس|استلمت فاكس)",
        ),
        "fa": (
            "(پیام صوتی|پیغام صوتی|صندوق صوتی) <2>(جدید|دریافت|شنیده نشده|برای شما|دارید)",
            "(تماس (از دست رفته|بی ?پاسخ)|فکس جدید|نمابر جدید|فکس دریافت|نمابر دریافت)",
        ),
        "he": (
            "(הודעה|הודעת|תא) (קולית|קולי) <1>(חדשה|ממתינה|שלא|חדש|התקבלה)",
            "(שיחה שלא נענתה|פקס חדש|התקבל פקס|פקס נכנס)",
        ),
        "es": (
            "(mensaje|correo|buzón) de voz",
            "(llamada perdida|nuevo fax|fax recibido|ha recibido un fax|nota de voz)",
        ),
        "fr": (
            r"(message|messagerie) vocal\S*",
            "(appel manqué|nouveau fax|télécopie reçue|fax reçu|nouvelle télécopie)",
        ),
        "de": (
            "(sprachnachricht|voicemail|anrufbeantworter|mailbox-nachricht) <3>(neue|erhalten|empfangen|von|abhören|wartet|eingegangen)",
            r"(neue|verpasste|1) (sprachnachricht|voicemail|faxnachricht|fax|anrufe?)( |\.|!)",
        ),
        "pt": (
            "(mensagem|correio|recado) de voz",
            "(chamada perdida|novo fax|fax recebido|você recebeu um fax|áudio recebido)",
        ),
    },
    hits=lambda: [
        message(text="You have a new voice message. Call duration: 34 seconds."),
        message(subject="Fax received from an unknown number"),
        message(text="لديك رسالة صوتية جديدة."),
        message(text="مكالمه فائته من رقم غير معروف"),
        message(text="یک پیام صوتی جدید دارید."),
        message(text="تماس بی\u200cپاسخ از مدير"),
        message(text="הודעה קולית חדשה ממתינה לך."),
        message(text="Tiene un mensaje de voz nuevo."),
        message(text="Un message vocal vous attend."),
        message(text="Sie haben eine neue Sprachnachricht."),
        message(text="Você tem uma mensagem de voz nova."),
    ],
    misses=lambda: [
        message(text="Every voice counts: vote on Sunday."),
        message(text="I called the clerk and left my number."),
        message(text="Die Sprache der Nachricht war deutlich."),
    ],
)
def voicemail_fax(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Voice message or fax as the bait."""
    yield from said(mail, hits)
