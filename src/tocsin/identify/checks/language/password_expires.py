"""It says that a password has expired or is about to, and wants it entered again."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="password-expires",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that a password has expired or is about to, and wants it entered again.",
        "ar": "تقول الرسالة إن كلمة المرور انتهت صلاحيتها أو ستنتهي قريبًا، وتريد إدخالها من جديد.",
    },
    phrases={
        "en": (
            "(password|passcode|pass word|credentials|login|log-?in|session) (for |to |of )?<4>(has expired|have expired|is expired|expires|will expire|is expiring|is about to expire|expiring|due to expire|set to expire|is due|expired|will be expired|about to expire|validity|near expiry)",
            "(password|authentication|credential)s? (expiry|expiration|expires|validity|renewal|reset notice|retention|expired)",
            "expir(y|ation|ing) (of|date of|notice for|on) (your )?(password|mailbox password|login|e-?mail password)",
        ),
        "ar": (
            "(كلمة (المرور|السر)|كلمة مرور|كلمة مرورك) <4>(تنتهي|انتهت|ستنتهي|منتهية|انتهاء|على وشك)",
            "(انتهاء|انتهت|تنتهي|ستنتهي) (صلاحية )?(كلمة|كلمات) (المرور|السر|مرور)",
        ),
        "fa": (
            "(رمز عبور|گذر ?واژه|کلمه عبور|پسورد|رمز) <5>(منقضی|انقضا|به پایان|تمام)",
            "(انقضای|پایان اعتبار|منقضی شدن) (رمز|گذر ?واژه|کلمه عبور|پسورد)",
        ),
        "he": (
            "(הסיסמה|סיסמתך|הסיסמא|סיסמת) <4>(פגה|תפוג|פג תוקף|עומדת לפוג|תוקפה|לפוג|תפקע)",
            "(פקיעת|תוקף) (ה)?סיסמ",
        ),
        "es": (
            "(contraseña|clave) <4>(caduc|expir|venc|a punto de)",
            "(caducidad|vencimiento|expiración) de (la |su |tu )?(contraseña|clave)",
        ),
        "fr": (
            "mot de passe <4>(expir|arrive à échéance|arrive à expiration|n'est plus valable|périm)",
            "(expiration|échéance) (de |du )(votre )?mot de passe",
        ),
        "de": (
            "(passwort|kennwort) <4>(läuft|abgelaufen|abläuft|ablaufen|ungültig|läuft heute ab|verfällt)",
            "(ablauf|ablaufen|gültigkeit) (ihres|des|ihrer) (passwort|kennwort)",
        ),
        "pt": (
            "(senha|palavra-?passe) <4>(expir|venc|está prestes|caduc)",
            "(expiração|vencimento) (da |de )(sua )?(senha|palavra-?passe)",
        ),
    },
    hits=lambda: [
        message(subject="Password expiry notification"),
        message(text="Your mailbox password will expire today."),
        message(text="ستنتهي صلاحية كلمة المرور اليوم."),
        message(text="كلمه المرور الخاصه بك على وشك الانتهاء."),
        message(text="رمز عبور شما امروز منقضی می\u200cشود."),
        message(text="گذر\u200cواژه حساب شما منقضي شده است."),
        message(text="הסיסמה שלך עומדת לפוג היום."),
        message(text="Su contraseña caduca en un día."),
        message(text="Votre mot de passe expire demain."),
        message(text="Ihr Passwort läuft in zwei Tagen ab."),
        message(text="Sua senha expira amanhã."),
    ],
    misses=lambda: [
        message(text="The committee's mandate expires in June."),
        message(text="I set a new password for the shared printer."),
        message(text="O prazo do edital expira amanhã."),
    ],
)
def password_expires(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A password, or the sign-in, said to run out."""
    yield from said(mail, hits)
