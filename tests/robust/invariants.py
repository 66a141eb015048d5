"""What holds of every message and its verdict, whatever the bytes were."""

from __future__ import annotations

from functools import cache

from tocsin.bootstrap import make_engine
from tocsin.formats.content import decode_part
from tocsin.formats.mime import parse
from tocsin.identify.combine import MODEL_FINDINGS
from tocsin.identify.engine import Engine
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.message import Message
from tocsin.model.verdict import Span, Verdict


@cache
def engine() -> Engine:
    """The engine as it is shipped, model and all, made once."""
    made = make_engine()
    assert made.combiner.model is not None, made.combiner.problem
    return made


def assert_sound(raw: bytes, context: Context = Context()) -> Verdict:
    """Parse and judge `raw`; raise AssertionError where something that always holds does not."""
    message = parse(raw)
    _assert_parts(message)
    mail = Mail(message)
    verdict = engine().judge_mail(mail, context)
    _assert_verdict(verdict)
    for finding in verdict.findings:
        for piece in finding.evidence:
            if piece.span is not None:
                _assert_span(mail, piece.span)
    return verdict


def _assert_parts(message: Message) -> None:
    paths = [part.path for part in message.parts]
    assert len(set(paths)) == len(paths), "two parts of one path"
    for part in message.parts:
        assert 0 <= part.start <= part.end <= len(part.source), part.path
        assert part.media_type.count("/") == 1, part.media_type
        decode_part(part)


def _assert_verdict(verdict: Verdict) -> None:
    assert not verdict.failures, verdict.failures
    assert 0 <= verdict.probability_malicious <= verdict.probability <= 1, verdict.probability
    weights = [finding.weight for finding in verdict.findings]
    assert weights == sorted(weights, key=lambda weight: (weight <= 0, -abs(weight))), weights
    assert len({finding.id for finding in verdict.findings}) == len(weights), "two findings of one check"
    bare = [finding.id for finding in verdict.findings if not finding.evidence and finding.id not in MODEL_FINDINGS]
    assert not bare, f"findings without evidence: {bare}"


def _assert_span(mail: Mail, span: Span) -> None:
    if span.layer == "file":
        assert span.part in {part.path for part in mail.message.parts}, span
    elif span.layer in ("header:subject", "header:from") or not span.layer.startswith("header:"):
        lengths = {(text.part, text.layer): len(text.content) for text in mail.texts}
        assert (span.part, span.layer) in lengths, span
        assert 0 <= span.start <= span.end <= lengths[span.part, span.layer], span
    else:
        assert mail.has(span.layer.removeprefix("header:")), span
