"""The engine: a check that fails is recorded, phrases reach their checks, evidence is bounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tocsin.formats.mime import parse
from tocsin.identify.check import Check, Hits, evidence
from tocsin.identify.engine import Engine
from tocsin.identify.mail import Mail
from tocsin.model.context import Context, SenderFacts
from tocsin.model.verdict import Class, Evidence, Failure, Weight

RAW = b"From: a@b.example\nSubject: hello\n\nthe word heron stands here\n"


def _check(name: str, run: Any, **fields: Any) -> Check:
    explain = {"en": "A check of this test.", "ar": "فحص لهذا الاختبار."}
    return Check(name, Weight.STRONG, explain, run, list, list, **fields)


def _said(mail: Mail, context: Context, hits: Hits) -> Iterator[Evidence]:
    for hit in hits:
        yield evidence(hit.span, phrase=hit.text)


def _always(mail: Mail, context: Context) -> Iterator[Evidence]:
    yield evidence(None, value="x")


def _broken(mail: Mail, context: Context) -> Iterator[Evidence]:
    yield evidence(None, value="x")
    raise KeyError("mail content must not stand in a failure")


def _endless(mail: Mail, context: Context) -> Iterator[Evidence]:
    while True:
        yield evidence(None, value="x")


WORD = _check("word", _said, phrases={"en": ("heron",)})
CHECKS = {
    "always": _check("always", _always),
    "broken": _check("broken", _broken),
    "endless": _check("endless", _endless),
    "history": _check("history", _always, history=True),
    "word": WORD,
}


def test_findings_and_failures() -> None:
    verdict = Engine(CHECKS).judge(parse(RAW))
    assert [finding.id for finding in verdict.findings] == ["always", "endless", "word"]
    assert verdict.failures == (Failure("broken", "KeyError"),)
    assert len(next(f for f in verdict.findings if f.id == "endless").evidence) == 10
    assert verdict.verdict is not Class.CLEAN
    assert verdict.checks


def test_checks_of_history_speak_only_where_one_is_kept() -> None:
    verdict = Engine(CHECKS).judge(parse(RAW), Context(sender=SenderFacts()))
    assert "history" in {finding.id for finding in verdict.findings}


def test_what_was_begun_without_history_is_finished_with_it() -> None:
    engine, known = Engine(CHECKS), Context(sender=SenderFacts())
    begun = engine.begin(Mail(parse(RAW)), Context())
    assert begun == engine.begin(Mail(parse(RAW)), known)
    verdict = engine.finish(Mail(parse(RAW)), known, begun)
    assert verdict == engine.judge(parse(RAW), known) != engine.judge(parse(RAW))
    assert [one.id for one in engine.examine(Mail(parse(RAW)), known)[0]] == ["always", "endless", "history", "word"]


def test_a_check_with_phrases_runs_only_where_one_stands() -> None:
    engine = Engine({"word": WORD})
    assert engine.judge(parse(b"Subject: x\n\nnothing of it")).findings == ()
    (finding,) = engine.judge(parse(RAW)).findings
    span = finding.evidence[0].span
    assert span is not None
    assert (span.layer, span.start, span.end) == ("text", 9, 14)


def test_a_text_that_cannot_be_searched_is_a_failure_and_headers_still_speak() -> None:
    engine = Engine({"always": CHECKS["always"], "word": WORD})
    mail = Mail(parse(RAW))
    mail.__dict__["texts"] = None
    findings, failures = engine.examine(mail, Context())
    assert [finding.id for finding in findings] == ["always"]
    assert failures == (Failure("phrases", "TypeError"),)
