"""It tells to enter a code on a sign-in page."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="device-code",
    weight=Weight.STRONG,
    danger=Danger.CODE,
    attack=(
        "T1528",
        "T1550.001",
    ),
    explain={
        "en": "It tells the reader to enter a code on a sign-in page. The code signs in the sender's device, not the reader's.",
        "ar": "تطلب الرسالة إدخال رمز في صفحة تسجيل الدخول، والرمز يسجّل دخول جهاز المُرسِل لا جهاز القارئ.",
    },
    phrases={
        "en": (
            "(enter|type|use|paste|input) <2>(this|the|your|that|following|code:|access|device|verification) <2>code <6>(at|on|into|in) <3>(page|site|link|website|sign-?in|device|microsoft|portal|https?:)",
            r"(devicelogin|device login|deviceauth|/device\W|aka\.ms/devicelogin|meeting code|device code|access code|login code|join code) <6>(enter|code|:|use|is|page)",
        ),
        "ar": (
            "(إدخال|أدخل|ادخل|أدخلي|كتابة|نسخ) <3>(الرمز|رمز|الكود|كود) <5>(في|على) <3>(الصفحة|صفحة|الرابط|الموقع|للانضمام|الاجتماع)",
        ),
        "fa": (
            "(کد|رمز) <5>(صفحه|لینک|سایت|آدرس) <5>(وارد کنید|وارد نمایید|بزنید|بنویسید)",
            "(در صفحه|در سایت|به صفحه|در لینک) <5>(کد|رمز) <3>(را )?(وارد|بنویس)",
        ),
        "he": (
            "(הזן|הזיני|הזינו|להזין|הקלד|הקלידו|להקליד) <2>(את )?<1>(ה)?קוד <4>(בדף|בעמוד|באתר|בקישור|כדי להצטרף|לכניסה)",
        ),
        "es": (
            r"(introdu|ingres|escrib|teclee|digit)\S* <3>(código) <6>(página|enlace|sitio|unirse|acceder|dispositivo)",
        ),
        "fr": (r"(saisi|entr|tap)\S* <3>(code) <6>(page|lien|site|rejoindre|appareil|réunion)",),
        "de": (
            "(geben|gib|eingeben|tippen) <4>(code|gerätecode) <6>(seite|link|website|gerät|beitreten|unter|auf)",
            "(gerätecode|anmeldecode|zugangscode|besprechungscode) <6>(eingeben|auf|unter|lautet|geben)",
        ),
        "pt": (r"(insir|digit|inform|insira|coloqu)\S* <3>(código) <6>(página|link|site|entrar|dispositivo|reunião)",),
    },
    hits=lambda: [
        message(text="To join the meeting enter the code HB7K2 on the sign-in page."),
        message(text="أدخل الرمز التالي في صفحة الدخول للانضمام."),
        message(text="كتابه الرمز في الصفحه"),
        message(text="کد زیر را در صفحه ورود وارد کنید؛ در صفحه باز شده کد را وارد کنید"),
        message(text="كد را در سایت وارد كنيد: کد در صفحه وارد کنید"),
        message(text="יש להזין את הקוד בדף הכניסה."),
        message(text="Introduzca el código en la página."),
        message(text="Saisissez le code sur la page pour rejoindre la réunion."),
        message(text="Geben Sie den Code auf der Seite ein."),
        message(text="Digite o código na página."),
    ],
    misses=lambda: [
        message(text="The penal code enters into force in May."),
        message(text="The dress code is relaxed."),
        message(text="Le code de la route change."),
    ],
)
def device_code(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Device-code sign-in: a code and the page to type it in."""
    yield from asked(mail, hits)
