"""Evidence from what the parser found broken or ambiguous."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.identify.check import evidence
from tocsin.identify.mail import Mail
from tocsin.model.verdict import Evidence


def defect_evidence(mail: Mail, codes: frozenset[str]) -> Iterator[Evidence]:
    """Yield evidence of each defect whose code is among `codes`."""
    for defect in mail.defects:
        if defect.code in codes:
            yield evidence(None, reason=defect.code, value=defect.detail)
