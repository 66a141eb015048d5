"""Latin letters carry marks that no language puts there, so that programs do not recognise the words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import STACKED, span_of, texts_with
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_MARKS: Final = span_of(
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x730, 0x74A), (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
)  # fmt: skip


@check(
    id="stacked-marks",
    weight=Weight.STRONG,
    attack=(
        "T1027.013",
        "T1036",
    ),
    explain={
        "en": "Latin letters carry marks that no language puts there, so that programs do not recognise the words.",
        "ar": "حروف لاتينية عليها علامات لا تستعملها أي لغة، كي لا تتعرف البرامج على الكلمات.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(subject="A\u073fm\u073fa\u073fzon"),
        message(text="Co\u0337rre\u0337ios informs"),
    ],
    misses=lambda: [
        message(text="Cafe\u0301 and nai\u0308ve"),
        message(text="السَّلامُ عليكم"),
    ],
)
def stacked_marks(mail: Mail, context: Context) -> Iterable[Evidence]:
    """At least two such letters; an accent of a language composes with its letter and is not counted."""
    for text, content in texts_with(mail, _MARKS):
        found = list(STACKED.finditer(content))
        if len(found) > 1:
            yield evidence(text.span(found[0].start(), found[-1].end()), count=len(found))
