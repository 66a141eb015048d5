"""An archive whose password stands beside it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from tocsin.identify import files, samples
from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="archive-password-beside",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1027.013"),
    explain={
        "en": "The password of a locked attachment stands in the same message: it keeps filters out, not thieves.",
        "ar": "كلمة مرور المرفق المقفل مذكورة في الرسالة نفسها، فهي تمنع المرشِّحات لا اللصوص.",
    },
    phrases={
        "en": (r"(pass ?word|pass ?code|pin)( for [^\n]{1,30}| to open [^\n]{1,30})?( is)? ?[:=\-]? ?[\w!@#$%]{3,20}",),
        "de": (r"(passwort|kennwort)( lautet)? ?[:=]? ?\S{3,20}",),
        "fr": (r"mot de passe( est)? ?[:=]? ?\S{3,20}",),
        "es": (r"contraseña( es)? ?[:=]? ?\S{3,20}",),
        "pt": (r"senha( é)? ?[:=]? ?\S{3,20}",),
        "ar": (r"(كلمة (السر|المرور)|الرقم السري) ?(هي|هو)? ?[:=]? ?\S{3,20}",),
        "fa": (r"(رمز|گذرواژه|پسورد)( عبور| فایل)? ?[:=]? ?\S{3,20}",),
        "he": (r"(ה)?סיסמ(ה|א) ?(היא)? ?[:=]? ?\S{3,20}",),
    },
    hits=lambda: [
        message(text="Password: 4711", attachments=[("plan.zip", "application/zip", samples.locked_zip("plan.exe"))]),
        message(
            text="كلمة المرور: 4711", attachments=[("plan.zip", "application/zip", samples.locked_zip("plan.exe"))]
        ),
        message(text="رمز فایل: 4711", attachments=[("plan.zip", "application/zip", samples.locked_zip("plan.exe"))]),
        message(
            text="Das Passwort lautet: 4711", attachments=[("p.zip", "application/zip", samples.locked_zip("plan.exe"))]
        ),
        message(text="Mot de passe : 4711", attachments=[("p.zip", "application/zip", samples.locked_zip("plan.exe"))]),
        message(text="Contraseña: 4711", attachments=[("p.zip", "application/zip", samples.locked_zip("plan.exe"))]),
        message(text="Senha: 4711", attachments=[("p.zip", "application/zip", samples.locked_zip("plan.exe"))]),
        message(text="הסיסמה: 4711", attachments=[("p.zip", "application/zip", samples.locked_zip("plan.exe"))]),
    ],
    misses=lambda: [
        message(
            text="Password: 4711", attachments=[("plan.zip", "application/zip", samples.zipped(("plan.txt", b"x")))]
        ),
        message(text="I will ring you.", attachments=[("plan.zip", "application/zip", samples.locked_zip("plan.exe"))]),
    ],
)
def archive_password_beside(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Only where an attachment is locked."""
    if mail.attachments and any(
        file.locked or (file.pdf is not None and file.pdf.encrypted) for file in files.files(mail)
    ):
        yield from islice(said(mail, hits), 1)
