"""The words at the places of evidence, cut out so that a report can show them without the message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.mail import Mail
from tocsin.model.row import Excerpt
from tocsin.model.verdict import Finding, Span

AROUND: Final = 50
"""Characters shown on either side of a quotation."""
QUOTE: Final = 100
"""Characters of a quotation that are shown; with what stands around it at most 200."""
_MAX: Final = 40


def excerpts_of(mail: Mail, findings: Iterable[Finding]) -> tuple[Excerpt, ...]:
    """Return the excerpts of findings that speak against a message, each place once; at most 40."""
    texts = {(text.part, text.layer): text.content for text in mail.texts}
    found: dict[Span, Excerpt] = {}
    for finding in findings:
        for span in (piece.span for piece in finding.evidence if finding.weight > 0):
            if span is None or span in found or len(found) >= _MAX:
                continue
            excerpt = _excerpt(span, texts.get((span.part, span.layer)), mail)
            if excerpt is not None:
                found[span] = excerpt
    return tuple(found.values())


def _excerpt(span: Span, text: str | None, mail: Mail) -> Excerpt | None:
    if span.layer in ("file", "hidden", "html"):
        return None
    if text is None:
        text = mail.header(span.layer.removeprefix("header:")) if span.layer.startswith("header:") else ""
        span_end = span.end or len(text)
    else:
        span_end = span.end
    quote = text[span.start : span_end]
    if not quote.strip():
        return None
    before = text[max(0, span.start - AROUND) : span.start]
    after = "" if len(quote) > QUOTE else text[span_end : span_end + AROUND]
    if span.start > AROUND:
        before = "…" + (before.partition(" ")[2] or before)
    if len(quote) > QUOTE or span_end + AROUND < len(text):
        after = (after.rpartition(" ")[0] or after) + "…"
    return Excerpt(span, before, quote[:QUOTE], after)
