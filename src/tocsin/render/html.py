"""What the HTML pages share: the templates, the style with its digest, isolated values."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tocsin.identify.advice import ADVICE, FIRST, steps_now
from tocsin.model.row import Excerpt
from tocsin.model.verdict import Evidence
from tocsin.render import labels
from tocsin.render.plain import defang_pieces, defang_value, one_line
from tocsin.render.words import Words, turns

FIRST_FINDINGS: Final = 5
"""Findings of a message that are shown at once; the others unfold, and are printed."""
# Addresses, links, dates, times, telephone numbers: parts that a right-to-left sentence would put in the wrong order.
_NUMBER: Final = re.compile(r"(<?[\w.+\-]+@[\w.\-]+>?|hxxps?://\S+|\+\d[\d ().\-]*\d|\d[\d.,:/\-]*\d)", re.ASCII)
_POLICY: Final = "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def isolate(value: object) -> Markup:
    """Put a value into a sentence so that it keeps its own direction."""
    if isinstance(value, Markup):
        return value
    return prose(str(value)) if turns(str(value)) else technical(value)


def prose(text: str) -> Markup:
    """Text that a person wrote: in its own direction, and dates and numbers in it in theirs."""
    if not turns(text):
        return Markup("<bdi>{}</bdi>").format(text)
    return Markup("<bdi>{}</bdi>").format(numbers(text))


def numbers(text: str) -> Markup:
    """The same without the isolation of the whole."""
    if not turns(text):
        return escape(text)
    pieces = _NUMBER.split(text)
    return Markup("").join(technical(piece) if n % 2 else piece for n, piece in enumerate(pieces))


def technical(value: object) -> Markup:
    """A date, number, address, host or id: written from left to right in every language."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(value)


class HtmlWords(Words):
    """Words that stand in HTML: sentences and values are escaped."""

    def __init__(self, language: str) -> None:
        super().__init__(language, isolate)

    def _filled(self, sentence: str, values: Mapping[str, object]) -> Markup:
        return escape(sentence) % {name: Markup(self.value(value)) for name, value in values.items()}  # noqa: S704 - escaped by `isolate`


@cache
def style() -> Markup:
    """The style sheet, which is part of every page."""
    return Markup((files("tocsin.render") / "templates" / "style.css").read_text("utf-8"))  # noqa: S704 - our own file


@cache
def policy() -> str:
    """The content security policy: nothing is loaded, nothing runs, only our style applies."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return _POLICY.format(digest=digest)


@cache
def environment() -> Environment:
    """The templates; everything they are given is escaped."""
    made = Environment(
        loader=PackageLoader("tocsin.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        style=style,
        policy=policy,
        technical=technical,
        labels=labels,
        advice=ADVICE,
        first=FIRST,
        steps_now=steps_now,
        facts=facts,
        quoted=quoted,
        FIRST_FINDINGS=FIRST_FINDINGS,
    )
    made.filters.update(line=one_line, defang_value=defang_value, prose=prose)
    return made


def facts(piece: Evidence, words: Words, excerpt: Excerpt | None) -> list[tuple[str, Markup]]:
    """The facts of a piece of evidence: label and isolated, harmless value; without what its excerpt shows already."""
    return [
        (words.gettext(labels.FACTS.get(key, key)), _fact(key, value, words))
        for key, value in piece.facts.items()
        if value.strip() and not (excerpt and value.strip() == excerpt.quote.strip())
    ]


def _fact(key: str, value: str, words: Words) -> Markup:
    if in_words := labels.told(key, value, words):
        return escape(in_words)
    shown = defang_value(one_line(value, 300))
    return technical(shown) if key in labels.TECHNICAL_FACTS else isolate(shown)


def quoted(excerpt: Excerpt) -> Markup:
    """An excerpt with the evidence marked."""
    pieces = defang_pieces(*(one_line_kept(piece) for piece in (excerpt.before, excerpt.quote, excerpt.after)))
    return Markup("{}<mark>{}</mark>{}").format(*map(numbers, pieces))


def one_line_kept(text: str) -> str:
    """One harmless line that keeps a space at either end, so that words on both sides stay apart."""
    line = one_line(text, 400)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and line else ""
    return before + line + after


def paragraphs(pieces: Sequence[tuple[str, bool]]) -> Markup:
    """A text cut into pieces, what is evidence marked, in paragraphs that each have their own direction."""
    marked = (Markup("<mark>{}</mark>") if is_evidence else Markup("{}") for _, is_evidence in pieces)
    whole = Markup("").join(form.format(numbers(text)) for form, (text, _) in zip(marked, pieces, strict=True))
    return Markup("").join(Markup("<p dir='auto'>{}</p>").format(Markup(part)) for part in _cut(whole))  # noqa: S704 - a part of escaped markup


def _cut(whole: Markup) -> list[str]:
    """Cut at empty lines that lie outside of a mark."""
    parts = [""]
    for line in str(whole).split("\n\n"):
        if parts[-1].count("<mark>") > parts[-1].count("</mark>"):
            parts[-1] += "\n\n" + line
        else:
            parts.append(line)
    return [part for part in parts if part.strip()]
