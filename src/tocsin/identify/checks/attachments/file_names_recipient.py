"""An attached page or document that knows the recipient's address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="page-names-recipient",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1598.002"),
    explain={
        "en": "The attached page, or its name, carries the recipient's address: it was made for one person's password.",
        "ar": "تحمل الصفحة المرفقة أو اسمها عنوان المستلم، فقد صُنعت لسرقة كلمة مرور شخص بعينه.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[("invoice.html", "text/html", b"<html><script>var e='user@harbour.example'</script></html>")]
        ),
        message(attachments=[("user@harbour.example.htm", "text/html", samples.HTML)]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.html", "text/html", samples.HTML)]),
        message(attachments=[("notes.txt", "text/plain", b"user@harbour.example")]),
    ],
)
def page_names_recipient(mail: Mail, context: Context) -> Iterable[Evidence]:
    """In plain text or base64, in web pages only."""
    for file in files.files(mail):
        if not file.is_page and file.kind != "svg":
            continue
        for person in mail.recipients[:3]:
            if person.email and "@" in person.email and person.email in (file.name + file.text).lower():
                yield evidence(file.span, file=file.name, address=person.email)
