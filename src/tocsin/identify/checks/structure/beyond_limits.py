"""More parts, depth or bytes than is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODES: Final = frozenset(
    """too-deep too-many-parts too-many-headers header-too-large message-cut too-many-links too-many-addresses part-cut
    text-cut html-too-deep html-too-many-attributes html-too-many-tags""".split()
)


@check(
    id="beyond-limits",
    weight=Weight.WEAK,
    attack=("T1027",),
    explain={
        "en": "It is built larger or deeper than any normal message, and not all of it could be read.",
        "ar": "الرسالة أكبر أو أعقد تركيبًا من أي رسالة عادية، ولم تُمكن قراءتها كلها.",
    },
    needs="defects",
    hits=lambda: [
        Example(
            b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 1_100 + b"--x--\n"
        ),
        Example(b"From: a@b.example\n" + b"X-A: b\n" * 2_100 + b"\nhello\n"),
    ],
    misses=lambda: [
        message(text="Hello", page="<p>Hello</p>"),
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 50 + b"--x--\n"),
    ],
)
def beyond_limits(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Beyond a limit nobody knows what stands there."""
    yield from defect_evidence(mail, _CODES)
