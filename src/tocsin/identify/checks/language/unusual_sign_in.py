"""It reports a strange sign-in and wants it acted on from the message."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="unusual-sign-in",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It reports a strange sign-in and wants it acted on from the message. Genuine notices can be checked on the site itself.",
        "ar": "تُبلغ الرسالة عن تسجيل دخول غريب وتريد التصرف من داخلها، والتنبيهات الحقيقية يمكن التحقق منها في الموقع نفسه.",
    },
    phrases={
        "en": (
            "(unusual|suspicious|unrecogni[sz]ed|unknown|unauthori[sz]ed|strange|new|irregular|abnormal|recent) <1>(sign-?in|sign in|log-?in|log in|access|activit(y|ies)|device|attempt|login attempt|connection|logon|transaction) <6>(account|wallet|detected|noticed|mailbox|e-?mail|attempt|alert|blocked|new device|unknown device)",
            "(detected|noticed|prevented|blocked|found|identified|registered) (an? |some |several )?<1>(unusual|suspicious|unauthori[sz]ed|unknown|new|strange|irregular|abnormal|unrecogni[sz]ed|failed) <1>(sign|log-?in|logon|activit|access|device|attempt|transaction|behaviou?r|connection)",
            r"(someone|somebody|a user|an unknown \S+|a hacker) <2>(tried to|attempted to|just|has|recently|is trying to|may have) <1>(sign(ed)? in|log(ged)?( |-)?(in|into)|access(ed)?|used|logged)",
            r"(was this you|wasn.t you|was not you|did not make this|don't recogni[sz]e this|didn't sign in|not you\?|is this you|report the user|if this was not)",
            "(your )?(account|wallet|e-?mail|password) (was|has been|is|may have been) (accessed|used|logged|signed|compromised|hacked|breached|opened) <4>(device|location|country|ip|browser|new|unknown|by)",
        ),
        "ar": (
            "(تسجيل دخول|محاولة دخول|محاولة تسجيل|نشاط|دخول|وصول) <2>(غير معتاد|غير مألوف|مشبوه|مشبوهة|غير عادي|غريب|غير مصرح|جديد من|من جهاز|من موقع)",
            "(رصدنا|اكتشفنا|لاحظنا|تم رصد|تم اكتشاف) <2>(نشاط|محاولة|محاولات|تسجيل|دخول)",
            "(شخص ما|أحدهم|جهة مجهولة) (حاول|يحاول|دخل|سجل)",
            "(إذا لم تكن أنت|لم تقم بذلك|إن لم تكن أنت|لست أنت)",
        ),
        "fa": (
            r"(ورود|تلاش|دسترسی|فعالیت)\S* <2>(غیر ?معمول|مشکوک|غیر ?مجاز|ناشناس|جدید به|غیر ?عادی|از دستگاه)",
            "(کسی|فردی|شخصی) <3>(وارد|تلاش|دسترسی|قصد)",
            "(اگر|چنانچه) <2>(شما نبود|کار شما نبود|شما نبوده|شما انجام نداده)",
        ),
        "he": (
            "(כניסה|התחברות|פעילות|ניסיון|גישה) <2>(חשודה|חשוד|חריגה|לא מוכרת|לא רגילה|בלתי מורשית|ממכשיר|ממיקום|כניסה|לא מורשית)",
            "(מישהו|גורם לא מזוהה) <1>(ניסה|התחבר|נכנס|מנסה)",
            r"(זה לא היית|אם לא ביצעת|לא אתה|לא את\?|אם זה לא)",
        ),
        "es": (
            "(inicio de sesión|acceso|actividad|intento|conexión|dispositivo|movimiento) <3>(inusual|sospechos|no autorizad|desconocid|no reconocid|extrañ|nuevo dispositivo)",
            "(alguien|un desconocido) <2>(intentó|inició|ha intentado|accedió|está intentando|ha accedido)",
            "(no fue usted|no fuiste tú|si no ha sido usted|no reconoce este|no has sido tú|no reconoces)",
        ),
        "fr": (
            "(connexion|accès|activité|tentative|appareil) <4>(inhabituel|suspect|non autorisé|inconnu|anormal|non reconnu|depuis un nouvel)",
            "(quelqu'un|une personne|un inconnu) <2>(essayé|tenté|connecté|tente|essaie|accédé)",
            "(ce n'était pas vous|n'êtes pas à l'origine|ce n'est pas vous|n'est pas vous|vous ne reconnaissez pas)",
        ),
        "de": (
            r"(ungewöhnliche|verdächtige|unbekannte|unautorisierte|nicht autorisierte|auffällige|neue|unbefugte)\S? <1>(anmeldung|aktivität|login|zugriff|anmeldeversuch|gerät|transaktion|kontobewegung|login-versuch|vorgänge|bewegungen|zahlung)",
            "(jemand|ein unbekannter|eine unbekannte person) <5>(angemeldet|einzuloggen|anzumelden|zugegriffen|eingeloggt|versucht)",
            "(waren nicht sie|waren sie das nicht|nicht sie waren|nicht von ihnen|waren sie das|nicht selbst veranlasst|erkennen sie diese)",
        ),
        "pt": (
            "(acesso|login|atividade|tentativa|dispositivo|compra|transação|movimentação|transferência) <3>(suspeit|incomum|não autorizad|desconhecid|não reconhecid|estranh|novo dispositivo|em análise|fora do padrão|atípic)",
            "(detectamos|identificamos|bloqueamos|registramos|recebemos|verificamos) (um|uma|o) <1>(acesso|novo acesso|login|tentativa|transação|atividade|compra|transferência|movimentação)",
            "(não foi você|caso não reconheça|não reconhece est|se não foi você|caso não tenha sido|você removeu)",
        ),
    },
    hits=lambda: [
        message(text="We noticed an unusual sign-in to your account from a new place. Was this you?"),
        message(subject="Suspicious login attempt blocked"),
        message(text="رصدنا محاولة دخول مشبوهة إلى حسابك."),
        message(text="إذا لم تكن انت فبادر إلى الضغط هنا."),
        message(text="یک ورود مشکوک به حساب شما ثبت شد."),
        message(text="فعاليت غير\u200cمعمول در حساب شما دیده شد."),
        message(text="זוהתה כניסה חשודה לחשבון שלך."),
        message(text="Detectamos un inicio de sesión sospechoso."),
        message(text="Une connexion inhabituelle a été remarquée."),
        message(text="Es gab eine ungewöhnliche Anmeldung bei Ihrem Konto."),
        message(text="Detectamos um acesso suspeito à sua conta."),
    ],
    misses=lambda: [
        message(text="The sign-in sheet for volunteers is at the door."),
        message(text="Suspicious activity at polling stations was reported by two observers."),
        message(text="Die Anmeldung zur Tagung ist offen."),
    ],
)
def unusual_sign_in(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Sign-in alerts; a genuine one reads the same, so the weight is no more than medium."""
    yield from said(mail, hits)
