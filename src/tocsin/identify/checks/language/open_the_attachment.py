"""It tells to open the attached file."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="open-the-attachment",
    weight=Weight.HINT,
    danger=Danger.FILE,
    attack=(
        "T1566.001",
        "T1204.002",
    ),
    explain={
        "en": "It tells the reader to open the attached file.",
        "ar": "تطلب الرسالة فتح الملف المرفق.",
    },
    phrases={
        "en": (
            "(see|find|open|check|view|review|download|refer|read|go through) <3>(the )?<2>(attached|attachment|enclosed)",
            "(information|details|document|file|letter|everything) <3>(in|is|are) (the )?(attached|attachment|enclosed)",
        ),
        "ar": ("(المرفق|مرفق|المرفقات|الملف المرفق|طيه)",),
        "fa": ("(پیوست|ضمیمه) <4>(باز کنید|ببینید|ملاحظه|مشاهده|مطالعه|شده|دانلود|است)",),
        "he": ("(מצורף|מצורפת|בקובץ המצורף|קובץ מצורף|בצרופה)",),
        "es": ("(adjunto|adjunta|anexo|archivo adjunto|documento adjunto)",),
        "fr": ("(ci-joint|pièce jointe|ci-jointe|en annexe|fichier joint)",),
        "de": (r"(im anhang|anbei|angehängte\S*|beigefügte\S*|anlage finden|den anhang)",),
        "pt": ("(em anexo|anexo|arquivo anexo|anexad[oa]|no anexo|ficheiro em anexo)",),
    },
    hits=lambda: [
        message(text="Please see the attached file.", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text="يرجى فتح المرفق", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(
            text="فایل پيوست را ملاحظه كنيد: پیوست شده", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]
        ),
        message(text="מצורף הדוח", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text="Véase el archivo adjunto", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text="Vous trouverez ci-joint la note", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text="Die Notiz im Anhang", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
        message(text="Segue em anexo", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
    ],
    misses=lambda: [
        message(text="Please see the attached file."),
        message(text="The report follows.", attachments=[("notes.pdf", "application/pdf", b"%PDF-1.4")]),
    ],
)
def open_the_attachment(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Speaks only where a file is attached."""
    if any(not item.inline for item in mail.attachments):
        yield from said(mail, hits)
