"""The subject ends with a random code, which makes every copy different."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight

_READ: Final = 60
_LAST: Final = re.compile(r"(?:^|[\s#:\[(-])([A-Za-z0-9*]{5,40})[\])]?$")


def _is_random(word: str) -> bool:
    digits = sum(map(str.isdigit, word))
    upper = sum(map(str.isupper, word[1:]))
    lower = sum(map(str.islower, word))
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(word))
    if len(word) < 8:
        return (
            digits > 0 and lower >= 3 and not upper and 0 < word.find(next(filter(str.isdigit, word))) < len(word) - 1
        )
    return (digits >= 1 and upper >= 2 and lower >= 2) or (changes >= 4 and lower + upper >= 4)


@check(
    id="subject-code",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    attack=("T1027",),
    explain={
        "en": "The subject ends with a random code, which makes every copy different.",
        "ar": "ينتهي الموضوع برمز عشوائي يجعل كل نسخة مختلفة.",
    },
    hits=lambda: [
        message(subject="Extrato Mensal - kS5LnEqtk1"),
        message(subject="Reminder of your payment #oo2oyj6dku6kdhekfc84ex"),
        message(subject="Degrees without study [wz6lo]"),
    ],
    misses=lambda: [
        message(subject="Your order 483920"),
        message(subject="[PATCH v2] fix CONFIG_FOO in net/core.c"),
        message(subject="Minutes 2024-06-01"),
    ],
)
def subject_code(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Letters of both cases and digits mixed without meaning; ticket and order numbers are plainer."""
    subject = mail.subject.rstrip()
    start = max(0, len(subject) - _READ)
    match = _LAST.search(subject, start)
    if match and _is_random(match[1]):
        yield evidence(Span("", "header:subject", *match.span(1)), value=match[1])
