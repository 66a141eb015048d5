"""Signed or encrypted by its writer."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="signed-message",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "Its writer signed or encrypted it with a key of their own.",
        "ar": "وقّع الكاتب الرسالة أو شفّرها بمفتاحه الخاص.",
    },
    hits=lambda: [
        Example(
            b'From: a@b.example\nContent-Type: multipart/signed; protocol="application/pgp-signature"; boundary=x\n\n--x\n\nhello\n--x\nContent-Type: application/pgp-signature\n\nx\n--x--\n'
        ),
        message(text="-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"),
        Example(
            b"From: a@b.example\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA\n"
        ),
    ],
    misses=lambda: [
        message(text="Please install PGP."),
        message(text="hello", attachments=[("smime.txt", "text/plain", b"x")]),
    ],
)
def signed_message(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By structure only; whose key it is, is not checked here."""
    root = mail.message.root
    whole = root.media_type in ("application/pkcs7-mime", "application/x-pkcs7-mime")
    if whole or (root.media_type in ("multipart/signed", "multipart/encrypted") and len(root.children) >= 2):
        yield evidence(None, type=root.media_type)
    elif "-----BEGIN PGP " in mail.body.content and "-----END PGP " in mail.body.content:
        yield evidence(None, type="pgp")
