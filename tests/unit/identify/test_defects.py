"""Defects become evidence."""

from __future__ import annotations

from tocsin.formats.mime import parse
from tocsin.identify.defects import defect_evidence
from tocsin.identify.mail import Mail


def test_only_the_wanted_defects_are_told() -> None:
    mail = Mail(parse(b"Subject: a\nSubject: b\nno field\nX: y\n\nhello\n"))
    found = list(defect_evidence(mail, frozenset({"duplicate-header"})))
    assert [piece.facts for piece in found] == [{"reason": "duplicate-header", "value": "subject"}]
    assert list(defect_evidence(mail, frozenset())) == []
