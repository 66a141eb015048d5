"""A choice with nothing to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="alternative-of-one",
    weight=Weight.MEDIUM,
    explain={
        "en": "It is built as a choice of versions and holds only one, as careless scripts do.",
        "ar": "بُنيت الرسالة على أنها نسخ عدة للاختيار ولا تحوي إلا واحدة، كما تفعل البرامج الرديئة.",
    },
    hits=lambda: [
        Example(
            b"From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>a\n--x--\n"
        ),
        Example(
            b"From: a@b.example\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>a\n--x--\n"
        ),
    ],
    misses=lambda: [
        message(text="Hello", page="<p>Hello</p>"),
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x--\n"),
    ],
)
def alternative_of_one(mail: Mail, context: Context) -> Iterable[Evidence]:
    """multipart/alternative or related with a single leaf; a lone part in multipart/mixed is what lists leave."""
    root = mail.message.root
    single = root.media_type in ("multipart/alternative", "multipart/related") and len(root.children) == 1
    if single and not root.children[0].children:
        yield evidence(None, type=root.media_type)
