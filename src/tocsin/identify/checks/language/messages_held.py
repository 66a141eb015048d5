"""It says that mail is held back or could not be delivered, and wants a sign-in to release it."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="messages-held",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that mail is held back or could not be delivered, and wants a sign-in to release it.",
        "ar": "تقول الرسالة إن رسائل محتجزة أو لم تُسلَّم، وتريد تسجيل الدخول للإفراج عنها.",
    },
    phrases={
        "en": (
            r"(\d+|some|several|few|important|new|your|pending|incoming|unread|undelivered|\(\d+\)) <3>(messages?|e-?mails?|mails?) <5>(pending|on hold|held|quarantined?|blocked|stuck|not been delivered|undelivered|failed to deliver|suspended|withheld|waiting|rejected|delayed|clustered|returned)",
            "(release|retrieve|recover|deliver|allow|view|review|restore) <3>(pending|held|undelivered|quarantined|blocked|suspended|incoming|delayed|withheld|failed) <2>(messages?|e-?mails?|mails?)",
            "(messages?|e-?mails?|mails?) (were|was|are|have been|has been|is) <2>(held|blocked|quarantined|delayed|rejected|prevented|queued|withheld|not delivered|undelivered)",
            "(undelivered|pending|incoming|quarantined|held|failed) (mail|e-?mail|message)s? (notification|alert|report|notice|delivery|failure|summary|digest)",
            "(release|move) (all )?(messages?|e-?mails?|mails?) to (your )?inbox",
        ),
        "ar": (
            "(رسائل|رسالة|بريد) <3>(معلقة|محتجزة|محجوزة|غير مسلمة|لم تسلم|لم يتم تسليمها|محظورة|قيد الانتظار|في الحجر|معلق|محتجز)",
            "(الإفراج عن|تحرير|استلام|استعادة|تسليم) (الرسائل|رسائلك|رسائلكم|البريد)",
        ),
        "fa": (
            r"(پیام|ایمیل|نامه)\S* <3>(تحویل نشده|معلق|در انتظار|قرنطینه|مسدود|نگه ?داشته|ارسال نشده|متوقف)",
            r"(تحویل|آزاد ?سازی|بازیابی|دریافت) (پیام|ایمیل|نامه)\S* (های )?(معلق|مسدود|در انتظار|قرنطینه|تحویل نشده)",
        ),
        "he": (
            "(הודעות|הודעה|מיילים|דואר) <3>(ממתינות|ממתין|מעוכבות|עוכבו|לא נמסרו|בהסגר|נחסמו|מוחזקות|הוחזקו)",
            "(שחרר|לשחרר|שחרור) <1>(את )?(ה)?(הודעות|מיילים|דואר)",
        ),
        "es": (
            "(mensajes|correos|mensaje|correo) <4>(pendiente|retenid|en cuarentena|no entregad|bloquead|en espera|sin entregar|suspendid)",
            r"(liber|recuper|recib)\S* <2>(mensajes|correos) <2>(pendientes|retenidos|bloqueados|entrantes)",
        ),
        "fr": (
            "(messages|courriels|e-?mails|mails|message) <4>(en attente|en quarantaine|bloqué|non livré|non distribué|retenu|non remis|suspendu)",
            r"(libér|récupér|recev)\S* <2>(messages|courriels|e-?mails|mails) <2>(en attente|bloqués|retenus|entrants)",
        ),
        "de": (
            "(nachricht|nachrichten|e-?mails?|mails?) <4>(zurückgehalten|blockiert|in quarantäne|nicht zugestellt|ausstehend|unzustellbar|wartet auf|warten auf|konnten nicht)",
            r"(ausstehende|zurückgehaltene|nicht zugestellte|blockierte|ungelesene|eingehende) <1>(nachricht|e-?mail|mail)\S* <2>(freigeben|abrufen|zustellen|anzeigen|ansehen|abholen)",
        ),
        "pt": (
            "(mensagens|e-?mails|mensagem) <4>(pendente|retid|em quarentena|não entregue|bloquead|em espera|não lid|suspens)",
            r"(liber|recuper|receb)\S* <2>(mensagens|e-?mails) <2>(pendentes|retidas|retidos|bloqueadas|bloqueados)",
        ),
    },
    hits=lambda: [
        message(text="5 incoming messages are on hold. Release pending messages to your inbox."),
        message(subject="Undelivered mail notification"),
        message(text="لديكم رسائل معلقة لم تصل إلى الصندوق."),
        message(text="يرجى تحرير الرسائل المحتجزه."),
        message(text="چند پیام تحویل نشده در انتظار شماست."),
        message(text="ايميل\u200cهای شما قرنطینه شد."),
        message(text="שלוש הודעות ממתינות לשחרור."),
        message(text="Tiene mensajes retenidos en el servidor."),
        message(text="Vous avez trois messages en attente de remise."),
        message(text="Drei Nachrichten wurden zurückgehalten."),
        message(text="Há mensagens retidas no servidor."),
    ],
    misses=lambda: [
        message(text="Thanks for your messages, I will answer tomorrow."),
        message(text="Delivery of the ballots was delayed by snow."),
        message(text="Merci pour vos messages de soutien."),
    ],
)
def messages_held(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Mail said to be held, quarantined or waiting."""
    yield from said(mail, hits)
