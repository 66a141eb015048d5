"""Plain text that spells its letters as HTML codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_READ: Final = 20_000
_FEWEST: Final = 2
_LETTER: Final = re.compile(r"\w?&(?:[A-Za-z](?:acute|grave|circ|tilde|uml|cedil)|ordm|ordf|szlig);\w?")


@check(
    id="letters-as-entities",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    explain={
        "en": "Plain text spells its letters as codes of a web page: a program filled in a form made for something else.",
        "ar": "نصّ عادي تُكتب حروفه برموز صفحات الويب، أي أن برنامجًا ملأ قالبًا صُنع لغرض آخر.",
    },
    hits=lambda: [
        message(text="Siga as instru&ccedil;&otilde;es do arquivo em anexo."),
    ],
    misses=lambda: [
        message(text="Write &eacute; for an e with an accent."),
        message(page="<p>Siga as instru&ccedil;&otilde;es do arquivo em anexo.</p>"),
        message(text="Siga as instruções &amp; boa noite."),
    ],
)
def letters_as_entities(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Codes of accented letters inside words, twice or more."""
    for text in mail.texts:
        if text.layer != "text" or "&" not in text.content:
            continue
        found = [m for m in _LETTER.finditer(text.content[:_READ]) if m[0][0] != "&" or m[0][-1] != ";"]
        if len(found) >= _FEWEST:
            yield evidence(text.span(*found[0].span()), count=len(found))
