"""It announces an upgrade, a move or a closing of the mailbox for which the user must act."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="webmail-upgrade",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It announces an upgrade, a move or a closing of the mailbox for which the user must act.",
        "ar": "تعلن الرسالة ترقية البريد أو نقله أو إغلاقه، وتطلب من المستخدم إجراءً لأجل ذلك.",
    },
    phrases={
        "en": (
            r"(webmail|mail ?server|mailbox|e-?mail (account|version|system|server|service|settings)|outlook|owa|exchange|zimbra|roundcube) <4>(upgrade|update|migration|maintenance|re-?validation|deactivation|de-?activation|shut ?down|closing|rectification|termination|is outdated|out of date|obsolete)\W",
            "(upgrade|update|migrate|re-?validate|deactivate|synchroni[sz]e|rectify|re-?activate) <2>(webmail|mail ?server|mailbox|e-?mail (account|version|server|system)|to the (new|latest) (version|webmail|server|outlook))",
            "(request|requested|instruction|application) to (deactivate|de-?activate|shut ?down|terminate|close|delete|remove) <2>(e-?mail|mailbox|account)",
            r"(unable to|not be able to|stop|cease|stopped) <1>(send|receiv|sending|receiving)\S* (and|or|/|&) (receiv|send)\S* <3>(e-?mail|mail|message)",
            "(cancel|ignore) <2>(deactivation|shutdown|termination|removal) (request|process|now)",
        ),
        "ar": (
            "(ترقية|تحديث|صيانة|نقل|ترحيل) <2>(خادم البريد|نظام البريد|خدمة البريد|صندوق البريد|بريدك|بريدكم|حساب البريد|حسابات البريد|البريد الالكتروني)",
            "(طلب|طلبكم|طلبك) <1>(إلغاء تنشيط|تعطيل|إغلاق|إيقاف) (بريدك|البريد|حساب البريد|صندوق|حسابكم)",
        ),
        "fa": (
            "(ارتقا|ارتقای|به ?روز ?رسانی|انتقال|مهاجرت|نگهداری) <2>(سرور ایمیل|ایمیل|صندوق پست|وب ?میل|سرویس پست|سامانه پست)",
            "(درخواست) <2>(غیر ?فعال|بستن|حذف) <2>(ایمیل|صندوق|حساب)",
        ),
        "he": (
            "(שדרוג|עדכון|תחזוקת|העברת|מעבר) <2>(שרת הדואר|תיבת הדואר|תיבות הדואר|מערכת הדוא.ל|מערכת הדואר|חשבון הדוא.ל|הדוא.ל|המייל)",
        ),
        "es": (
            r"(actualiz|migra|mantenimiento|mejora)\S* <3>(servidor de correo|buzón|webmail|sistema de correo|cuenta de correo|correo electrónico|outlook)",
        ),
        "fr": (
            "(mise à (jour|niveau)|migration|maintenance|mettre à niveau) <4>(serveur de messagerie|messagerie|boîte mail|boîte aux lettres|webmail|compte de messagerie|outlook)",
        ),
        "de": (
            "(aktualisierung|umstellung|wartung|migration|upgrade|modernisierung|aktualisieren) <4>(mailserver|webmail|postfach|mail-server|e-?mail-?(konto|system|server|dienst)|postfächer|mailsystem|outlook)",
        ),
        "pt": (
            r"(atualiza|migra|manutenção|melhoria)\S* <3>(servidor de e-?mail|caixa de correio|webmail|sistema de e-?mail|conta de e-?mail|correio eletr|outlook)",
        ),
    },
    hits=lambda: [
        message(text="Your webmail needs an upgrade or you will be unable to send or receive messages."),
        message(subject="Mailbox deactivation request"),
        message(text="سيتم ترحيل خادم البريد الليلة."),
        message(text="وصلنا طلبكم إغلاق صندوق البريد."),
        message(text="به\u200cروزرسانی سرور ایمیل الزامی است."),
        message(text="ارتقاي صندوق پستی انجام می\u200cشود."),
        message(text="מתבצע שדרוג של שרת הדואר."),
        message(text="Actualización del servidor de correo prevista para hoy."),
        message(text="Mise à niveau de la messagerie obligatoire."),
        message(text="Die Umstellung auf den neuen Mailserver beginnt heute."),
        message(text="Atualização obrigatória do servidor de e-mail."),
    ],
    misses=lambda: [
        message(text="The upgrade of the bridge is postponed until autumn."),
        message(text="Die Wartung der Heizung ist am Montag."),
        message(text="La mise à jour du programme est en ligne."),
    ],
)
def webmail_upgrade(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The mail system said to be upgraded, moved or closed."""
    yield from asked(mail, hits)
