"""One judged message as an HTML page, in English and Arabic, nothing to load and nothing to run."""

from __future__ import annotations

from datetime import datetime

import tocsin
from tocsin.identify.excerpts import excerpts_of
from tocsin.model.sentence import LANGUAGES
from tocsin.model.verdict import Class, Danger
from tocsin.render.findings import shown_findings
from tocsin.render.html import HtmlWords, environment, paragraphs
from tocsin.render.labels import percent, verdict_sentence
from tocsin.render.message import View


def render(view: View, label: str, language: str, when: datetime, raw_headers: bool = False) -> str:
    """Return the page; `language` is the one shown first."""
    is_bad = view.verdict.verdict in (Class.MALICIOUS, Class.SUSPICIOUS)
    return (
        environment()
        .get_template("message.html.j2")
        .render(
            pages=[HtmlWords(name) for name in LANGUAGES],
            chosen=language,
            view=view,
            label=label,
            body=paragraphs(view.body),
            excerpts=excerpts_of(view.mail, view.verdict.findings),
            dangers=(view.verdict.advice or (Danger.CONVERSATION,)) if is_bad else (),
            raw_headers=raw_headers,
            when=when.strftime("%Y-%m-%d %H:%M UTC"),
            version=tocsin.__version__,
            shown=shown_findings,
            percent=percent,
            sentence=verdict_sentence,
        )
    )
