"""It asks to let an application into the mailbox or account."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="grant-access",
    weight=Weight.MEDIUM,
    danger=Danger.CONSENT,
    attack=("T1528",),
    explain={
        "en": "It asks to let an application into the mailbox or account.",
        "ar": "تطلب الرسالة السماح لتطبيق بالوصول إلى البريد أو الحساب.",
    },
    phrases={
        "en": (
            "(authori[sz]e|grant|allow|approve|accept|consent|give) <4>(permissions?|access|consent|authori[sz]ation) <6>(app|application|add-?in|add-?on|plug-?in|your (mailbox|account|e-?mail|calendar|drive|files|contacts)|requested|service)",
            r"(authori[sz]e|connect|link|approve|allow|install) <3>(app|application|add-?in|add-?on|integration|plug-?in|tool|scanner)( |\.|,|!|$)",
            "(sign in|log in|continue|connect) with <2>(google|microsoft|office ?365|outlook|yahoo|apple) <5>(to (view|open|access|read|continue|join|download|see)|account)",
        ),
        "ar": (
            "(منح|السماح|الموافقة على|إعطاء|امنح) <3>(التطبيق|تطبيق|الإذن|الصلاحيات|الأذونات|صلاحية الوصول|إذن الوصول)",
            "(الدخول|تسجيل الدخول|المتابعة) (بحساب|باستخدام حساب|عبر حساب) (غوغل|جوجل|مايكروسوفت|google|microsoft)",
        ),
        "fa": (
            "(اجازه|مجوز|دسترسی) <4>(برنامه|اپلیکیشن|افزونه)",
            "(ورود|وارد شدن|وارد) <2>(با|از طریق) (حساب )?(گوگل|مایکروسافت|google|microsoft)",
        ),
        "he": (
            "(אשר|לאשר|אשרו|להעניק|הענק|תן|לתת) <3>(הרשאות|הרשאה|גישה|את ההרשאות)",
            "(התחבר|התחברו|להתחבר|כניסה) (עם|באמצעות) (גוגל|מיקרוסופט|google|microsoft)",
        ),
        "es": (
            r"(autori|conce|permit|otorg|acept)\S* <3>(permisos?|acceso|aplicación|consentimiento)",
            r"(inici|acced|conect)\S* <2>(con|usando) (su cuenta de )?(google|microsoft|outlook)",
        ),
        "fr": (
            r"(autoris|accord|accept|donn)\S* <3>(autorisations?|accès|consentement|permissions?|application)",
            r"connect\S* <2>(avec|via) <2>(google|microsoft|outlook)",
        ),
        "de": (
            "(erteilen|gewähren|autorisieren|genehmigen|zustimmen|erlauben) <5>(app|anwendung|zugriff|berechtigung|berechtigungen|zugriffsrechte)",
            "(zugriff|berechtigung|berechtigungen|anwendung|app) <4>(erteilen|gewähren|autorisieren|genehmigen|zulassen|bestätigen|zustimmen)",
            "(anmelden|melden) <3>(mit|über) <2>(google|microsoft|outlook)",
        ),
        "pt": (
            r"(autoriz|conced|permit|aceit)\S* <3>(permiss\S+|acesso|aplicativo|consentimento|aplicação)",
            r"(entr|conect|faça login|acess)\S* <2>(com|usando) <2>(google|microsoft|outlook)",
        ),
    },
    hits=lambda: [
        message(text="Please grant the requested permissions so that the app can read your mailbox."),
        message(text="يرجى منح التطبيق صلاحية الوصول."),
        message(text="الموافقه على الصلاحيات المطلوبه"),
        message(text="لطفاً دسترسی برنامه را تأیید کنید."),
        message(text="ورود با حساب گوگل، دسترسي"),
        message(text="יש לאשר את ההרשאות לאפליקציה."),
        message(text="Autorice el acceso de la aplicación."),
        message(text="Accordez les autorisations demandées à l'application."),
        message(text="Bitte der App den Zugriff erteilen."),
        message(text="Autorize o acesso do aplicativo."),
    ],
    misses=lambda: [
        message(text="The council granted the builders access to the site."),
        message(text="Never allow an app you do not know."),
        message(text="Die Stadt hat die Anwendung der Regel geprüft."),
    ],
)
def grant_access(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Consent to an application."""
    yield from asked(mail, hits)
