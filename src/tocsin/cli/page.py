"""One judged message as an HTML page, in English and Arabic, nothing to load and nothing to run."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

import tocsin
from tocsin.cli.html import HtmlWords, environment, numbers
from tocsin.cli.labels import percent, verdict_sentence
from tocsin.cli.message import View
from tocsin.cli.report import shown_findings
from tocsin.identify.excerpts import excerpts_of
from tocsin.model.sentence import LANGUAGES
from tocsin.model.verdict import Class, Danger


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
            body=_body(view),
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


def _body(view: View) -> Markup:
    marked = (Markup("<mark>{}</mark>") if is_evidence else Markup("{}") for _, is_evidence in view.body)
    whole = Markup("").join(form.format(numbers(text)) for form, (text, _) in zip(marked, view.body, strict=True))
    return Markup("").join(Markup("<p dir='auto'>{}</p>").format(Markup(part)) for part in _paragraphs(whole))  # noqa: S704 - a part of escaped markup


def _paragraphs(whole: Markup) -> list[str]:
    """Cut at empty lines that lie outside of a mark."""
    parts = [""]
    for line in str(whole).split("\n\n"):
        if parts[-1].count("<mark>") > parts[-1].count("</mark>"):
            parts[-1] += "\n\n" + line
        else:
            parts.append(line)
    return [part for part in parts if part.strip()]
