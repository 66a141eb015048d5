"""The HTML report of a scan: one file, English and Arabic, nothing to load and nothing to run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import tocsin
from tocsin.cli.digest import Digest
from tocsin.model.row import Row
from tocsin.model.sentence import LANGUAGES
from tocsin.model.verdict import Danger
from tocsin.render.findings import shown_findings
from tocsin.render.html import HtmlWords, environment
from tocsin.render.labels import CLASSES, DANGERS, language_name, percent, verdict_sentence

MESSAGES: Final = 200
"""Bad messages that are shown in full; the counts are of all."""
UNWANTED: Final = 50
_TOP: Final = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a chart; `share` is its length in percent of the longest."""

    label: str
    count: int
    share: float
    kind: str = ""


def render(digest: Digest, organisation: str, language: str, when: datetime) -> str:
    """Return the report. `language` is the one shown first; the other is a click away, without any script."""
    pages = [_page(digest, HtmlWords(name)) for name in LANGUAGES]
    template = environment().get_template("report.html.j2")
    return template.render(
        pages=pages,
        chosen=language,
        digest=digest,
        organisation=organisation,
        when=when.strftime("%Y-%m-%d %H:%M UTC"),
        version=tocsin.__version__,
        messages=digest.bad[:MESSAGES],
        unwanted=digest.unwanted[:UNWANTED],
        shown=shown_findings,
        dangers=dangers_of,
        percent=percent,
        sentence=verdict_sentence,
    )


def _page(digest: Digest, words: HtmlWords) -> Mapping[str, object]:
    classes = [Bar(words.gettext(label), digest.classes[kind], 0, kind.value) for kind, label in CLASSES.items()]
    return {
        "words": words,
        "classes": _scaled(classes),
        "dangers": _scaled([Bar(words.gettext(DANGERS[d]), n, 0) for d, n in digest.dangers.most_common()]),
        "languages": _scaled([Bar(language_name(code, words), n, 0) for code, n in digest.languages.most_common(_TOP)]),
        "techniques": _top(digest.techniques),
        "domains": _top(digest.sender_domains),
    }


def _scaled(bars: Sequence[Bar]) -> list[Bar]:
    longest = max((bar.count for bar in bars), default=0) or 1
    return [Bar(bar.label, bar.count, round(100 * bar.count / longest, 1), bar.kind) for bar in bars]


def _top(counter: Counter[str]) -> list[tuple[str, int]]:
    return [(key, count) for key, count in counter.most_common(_TOP) if key]


def dangers_of(row: Row) -> tuple[Danger, ...]:
    """Return what the advice is for; a bad message whose findings name no danger is treated as a beginning."""
    return (row.verdict.advice if row.verdict else ()) or (Danger.CONVERSATION,)
