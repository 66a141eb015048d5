"""First trust, then the key."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.habits import is_prepared
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="prepared-request",
    weight=Weight.STRONG,
    danger=Danger.CODE,
    attack=("T1598.001", "T1528", "T1656"),
    explain={
        "en": "Earlier messages of this conversation only built trust. Now it is about a sign-in, a code or a permission.",
        "ar": "اكتفت الرسائل السابقة في هذه المحادثة ببناء الثقة، والآن صار الحديث عن تسجيل دخول أو رمز أو إذن.",
    },
    phrases={
        "en": (
            r"(your|the|a|enter|send|read) (\S+ ){0,3}(password|passcode|verification code|six.digit code|one.time code|security code)",
            r"(sign|log) ?-?in (\S+ ){0,3}(with|using|to) (\S+ ){0,3}(account|e-?mail|google|microsoft)",
            r"(allow|grant|approve|accept) (\S+ ){0,3}(access|permission|app|application|sign-?in|request)",
        ),
        "ar": (
            r"(رمز|كود) (التحقق|التاكيد|الدخول|المؤلف)",
            r"كلمة (المرور|السر)",
            r"(تسجيل الدخول|سجل الدخول|سجلي الدخول) (\S+ ){0,3}(بحساب|باستخدام|الى)",
            r"(الموافقة على|السماح|منح) (\S+ ){0,3}(الوصول|الاذن|التطبيق|الطلب)",
        ),
        "fa": (
            r"(کد|رمز) (تایید|تأیید|ورود|عبور|یک ?بار)",
            r"گذر ?واژه",
            r"وارد (حساب|ایمیل|جیمیل)",
            r"(اجازه|دسترسی) (\S+ ){0,3}(بدهید|دهید)",
        ),
        "he": (
            r"(קוד|סיסמ)\w* (אימות|כניסה|שקיבלת|הזדהות)",
            r"(להתחבר|התחבר|התחברי|היכנס|היכנסי) (\S+ ){0,3}(חשבון|גוגל|מייל)",
            r"(לאשר|אשר|אשרי) (\S+ ){0,3}(גישה|בקשה|כניסה)",
        ),
        "es": (
            r"(código de (verificación|acceso|seguridad)|contraseña)",
            r"(inici|acced)\w* (\S+ ){0,2}(sesión|su cuenta|tu cuenta)",
        ),
        "fr": (
            r"(code de (vérification|sécurité|connexion)|mot de passe)",
            r"(connect|identifi)\S+ (\S+ ){0,3}(compte|google|microsoft)",
        ),
        "de": (
            r"(bestätigungscode|sicherheitscode|zugangscode|passwort|kennwort)",
            r"(melden sie sich|melde dich|anmelden) (\S+ ){0,4}(konto|google|microsoft)",
        ),
        "pt": (
            r"(código de (verificação|acesso|segurança)|sua senha|palavra-passe)",
            r"(faça|fazer|entre|inicie) (\S+ ){0,2}(login|sessão|conta)",
        ),
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="Please read me the verification code.",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="أرجو إرسال رمز التحقق",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="لطفا کد تأیید را بفرستید",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="אפשר לשלוח לי קוד אימות",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Necesito el código de verificación",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Il me faut le code de vérification",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Ich brauche den Bestätigungscode",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Preciso do código de verificação",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="لطفا گذر\u200cواژه را وارد كنيد",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>", text="Please read me the verification code.", context=past(2, days=6)
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="I look forward to our talk.",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Never give anybody your password.",
            context=past(
                2, days=6, thread={"dangers": ("conversation",), "findings": ("interview-approach",), "messages": 2}
            ),
        ),
    ],
)
def prepared_request(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """What is warned against or quoted does not count."""
    if is_prepared(context):
        yield from asked(mail, hits)
