"""It tells to approve a sign-in request or to tap a number on the telephone."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="approve-sign-in",
    weight=Weight.STRONG,
    danger=Danger.CODE,
    attack=("T1621",),
    explain={
        "en": "It tells the reader to approve a sign-in request or to tap a number on the telephone. Nobody honest announces such a request.",
        "ar": "تطلب الرسالة الموافقة على طلب تسجيل دخول أو الضغط على رقم في الهاتف، وما من جهة صادقة تعلن عن طلب كهذا مسبقًا.",
    },
    phrases={
        "en": (
            "(approve|accept|confirm|allow|tap yes|press yes|authori[sz]e|acknowledge) <4>(sign-?in|sign in|log-?in|push|authenticator|prompt|mfa|2fa|two.?factor|authentication|verification) <3>(request|notification|prompt|message|alert|push|attempt|on your)",
            "(you will|you'll|you should|you may) <3>(receive|get|see) <5>(prompt|push|sign-?in request|authenticator|mfa|notification on your phone) <10>(approve|accept|confirm|tap|allow|press|yes)",
            r"(tap|press|choose|select|enter) <3>(number|digits?|\d\d) <5>(authenticator|phone|app|prompt)",
        ),
        "ar": (
            "(الموافقة على|وافق على|قبول|اقبل|الضغط على) <3>(طلب|إشعار|تنبيه|نعم|الرقم) <3>(الدخول|تسجيل الدخول|المصادقة|التحقق|الذي سيظهر|على هاتفك|على الهاتف)",
        ),
        "fa": (
            "(درخواست|اعلان|پیام) <3>(ورود|تایید|تأیید|احراز) <5>(تایید کنید|تأیید کنید|بپذیرید|قبول کنید|روی بله|بزنید)",
            "(روی بله|گزینه بله|عدد) <5>(گوشی|اعلان|برنامه|بزنید|انتخاب)",
        ),
        "he": (
            "(אשר|אשרו|לאשר|אשרי|תאשר|תאשרי) <3>(את )?<1>(בקשת|הבקשה|ההתראה|התראת) <3>(כניסה|הכניסה|ההתחברות|האימות|בטלפון|שתופיע|התחברות)",
        ),
        "es": (
            "(apruebe|aprobar|acepte|aceptar|autorice|aprueba|acepta) <3>(solicitud|notificación|aviso|inicio) <4>(sesión|acceso|autenticación|teléfono|móvil|verificación|inicio)",
        ),
        "fr": (
            r"(approuv|accept|valid|autoris)\S* <3>(demande|notification|alerte|invite) <4>(connexion|authentification|téléphone|mfa|accès)",
        ),
        "de": (
            "(genehmigen|bestätigen|akzeptieren|freigeben|annehmen) <3>(anmeldeanfrage|anmeldung auf|push|anmelde-?anforderung|authenticator|anmeldebestätigung|mfa)",
            r"(anmeldeanfrage|push-?(nachricht|benachrichtigung|meldung)|authenticator\S*|anmeldeanforderung|mfa-anfrage) <8>(genehmigen|bestätigen|akzeptieren|freigeben|annehmen|tippen)",
        ),
        "pt": (
            r"(aprov|aceit|autoriz)\S* <3>(solicitação|notificação|aviso|pedido) <4>(login|acesso|autenticação|celular|telefone|entrada|verificação)",
        ),
    },
    hits=lambda: [
        message(text="You will get a prompt on your phone in a minute; please approve the sign-in request."),
        message(text="يرجى الموافقة على طلب تسجيل الدخول الذي سيظهر."),
        message(text="وافق على اشعار المصادقه"),
        message(text="درخواست ورود را روی گوشی تأیید کنید."),
        message(text="اعلان ورود را قبول كنيد"),
        message(text="נא לאשר את בקשת הכניסה בטלפון."),
        message(text="Apruebe la solicitud de inicio de sesión."),
        message(text="Approuvez la demande de connexion."),
        message(text="Bitte die Anmeldeanfrage bestätigen."),
        message(text="Aprove a solicitação de login no celular."),
    ],
    misses=lambda: [
        message(text="The board will approve the budget and the number of seats."),
        message(text="Do not approve a sign-in request you did not start."),
        message(text="Der Rat wird den Haushalt genehmigen."),
    ],
)
def approve_sign_in(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The help desk that announces a push."""
    yield from asked(mail, hits)
