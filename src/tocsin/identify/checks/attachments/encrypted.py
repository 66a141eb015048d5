"""Content that nobody but the recipient can look into."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.formats import smime
from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Span, Weight

_KINDS: Final = frozenset({"application/pgp-encrypted", "multipart/encrypted"})


@check(
    id="content-encrypted",
    weight=Weight.NONE,
    explain={
        "en": "The message is encrypted for its recipient, so its content was not judged.",
        "ar": "الرسالة مشفّرة لمستلمها، فلم يشمل الحكم محتواها.",
    },
    hits=lambda: [
        message(text="-----BEGIN PGP MESSAGE-----\nhQ\n-----END PGP MESSAGE-----"),
        message(
            attachments=[
                (
                    "smime.p7m",
                    "application/pkcs7-mime; smime-type=enveloped-data",
                    b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03",
                )
            ]
        ),
    ],
    misses=lambda: [
        message(text="-----BEGIN PGP SIGNATURE-----\nhQ\n-----END PGP SIGNATURE-----"),
        message(
            attachments=[
                ("smime.p7s", "application/pkcs7-signature", b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")
            ]
        ),
    ],
)
def content_encrypted(mail: Mail, context: Context) -> Iterable[Evidence]:
    """PGP and S/MIME: a fact, and no reason for suspicion."""
    for part in mail.message.parts:
        if part.media_type in _KINDS:
            yield evidence(Span(part.path, "file"), type=part.media_type)
    for file in files.files(mail):
        if "pkcs7-mime" in file.declared and smime.kind_of(file.data) == "encrypted":
            yield evidence(file.span, file=file.name, type="S/MIME")
    start = mail.body.content.find("-----BEGIN PGP MESSAGE-----")
    if start >= 0:
        yield evidence(mail.body.span(start, start + 27), type="PGP")
