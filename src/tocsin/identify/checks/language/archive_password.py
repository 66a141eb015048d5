"""It gives the password of an attached or linked file in the message itself, which keeps scanners out."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="archive-password",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=(
        "T1566.001",
        "T1027",
    ),
    explain={
        "en": "It gives the password of an attached or linked file in the message itself, which keeps scanners out.",
        "ar": "تذكر الرسالة كلمة مرور ملف مرفق أو مرتبط داخل نصها، وهو ما يمنع فحصه.",
    },
    phrases={
        "en": (
            "(password|passcode|pass|pin|access code) (for|to|of) <3>(file|archive|zip|document|attachment|pdf|folder|attached|open|rar)",
            "(file|archive|zip|document|attachment|pdf|rar) <4>(password|passcode|pass code|access code) ?(is|:|=)",
            r"(password|passcode|pwd|pass) ?(is|:|=) ?[\x22*]?\S{3,20} <8>(open|extract|unzip|attached|archive|file|document)",
        ),
        "ar": ("(كلمة (المرور|السر)|رمز|باسورد|الرقم السري) <3>(الملف|للملف|المرفق|الأرشيف|لفتح|فك|المستند|المضغوط)",),
        "fa": ("(رمز|پسورد|گذر ?واژه) <3>(فایل|پیوست|آرشیو|زیپ|سند)",),
        "he": ("(סיסמה|סיסמא|הסיסמה|הסיסמא|קוד) <3>(לקובץ|לארכיון|לפתיחת|לפתיחה|לקובץ המצורף|הקובץ|למסמך)",),
        "es": ("(contraseña|clave) <4>(archivo|zip|adjunto|documento|fichero|comprimido)",),
        "fr": ("mot de passe <4>(fichier|archive|zip|pièce jointe|document|ouvrir|pdf)",),
        "de": ("(passwort|kennwort) <4>(datei|archiv|zip|anhang|dokument|pdf|öffnen)",),
        "pt": ("(senha|palavra-?passe) <5>(arquivo|zip|anexo|documento|ficheiro|pdf|de acesso|abrir)",),
    },
    hits=lambda: [
        message(text="The password for the archive is 2468."),
        message(text="كلمة مرور الملف المرفق 2468، رمز فك الضغط."),
        message(text="كلمه السر لفتح المستند"),
        message(text="رمز فایل پیوست 2468 است."),
        message(text="گذر\u200cواژه آرشيو"),
        message(text="הסיסמה לקובץ המצורף היא 2468."),
        message(text="La contraseña del archivo es 2468."),
        message(text="Le mot de passe du fichier est 2468."),
        message(text="Das Passwort für die Datei lautet 2468."),
        message(text="A senha do arquivo é 2468."),
    ],
    misses=lambda: [
        message(text="Use a long password; a password manager helps."),
        message(text="The archive of the newspaper is open to members."),
        message(text="Das Archiv der Zeitung ist offen."),
    ],
)
def archive_password(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A file's password beside the file."""
    yield from said(mail, hits)
