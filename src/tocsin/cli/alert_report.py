"""The HTML report of a scan of logs: one file, English and Arabic, nothing to load and nothing to run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import tocsin
from tocsin.cli.accounts_summary import summary
from tocsin.cli.alerts import shown
from tocsin.identify.detections import all_detections
from tocsin.model.alert import Alert
from tocsin.model.sentence import LANGUAGES
from tocsin.render.html import HtmlWords, environment
from tocsin.scan.accounts import Told

ALERTS: Final = 200
"""Alerts that are shown; the counts are of all."""
_EVENTS: Final = 5


def render(alerts: Sequence[Alert], total: int, told: Told, language: str, when: datetime) -> str:
    """Return the report. `language` is the one shown first; the other is a click away, without any script."""
    pages = [_page(alerts[:ALERTS], told, HtmlWords(name), when) for name in LANGUAGES]
    template = environment().get_template("alerts.html.j2")
    more = total - len(alerts[:ALERTS])
    return template.render(pages=pages, chosen=language, more=more, events=_EVENTS, version=tocsin.__version__)


def _page(alerts: Sequence[Alert], told: Told, words: HtmlWords, when: datetime) -> dict[str, object]:
    known = all_detections()
    kinds = Counter(alert.detection for alert in alerts)
    return {
        "words": words,
        "alerts": [shown(alert, words) for alert in alerts],
        "summary": summary(told, words, when),
        "explained": [
            (known[name].title[words.language], known[name].explain[words.language])
            for name, _ in kinds.most_common()
            if name in known
        ],
    }
