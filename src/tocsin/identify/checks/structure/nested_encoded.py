"""A nested message that is encoded, which the standard forbids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODES: Final = frozenset({"encoded-message"})


@check(
    id="nested-encoded",
    weight=Weight.HINT,
    attack=("T1027",),
    explain={
        "en": "A message inside this one is encoded in a way the standard forbids, which hides it from some filters.",
        "ar": "في الرسالة رسالةٌ أخرى مُرمّزة على نحو تمنعه المعايير، ما يخفيها عن بعض المرشِّحات.",
    },
    needs="defects",
    hits=lambda: [
        Example(
            b"From: a@b.example\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nRnJvbTogeEB5LnRlc3QKCmhp\n"
        ),
        Example(
            b"From: a@b.example\nContent-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\nFrom: x=40y\n\nhi\n"
        ),
    ],
    misses=lambda: [
        Example(b"From: a@b.example\nContent-Type: message/rfc822\n\nFrom: x@y.test\n\nhi\n"),
        message(text="Hello"),
    ],
)
def nested_encoded(mail: Mail, context: Context) -> Iterable[Evidence]:
    """RFC 2046, section 5.2.1. Some mail servers do it all the same."""
    yield from defect_evidence(mail, _CODES)
