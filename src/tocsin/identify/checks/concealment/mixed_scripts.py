"""Words mix Latin letters with look-alike letters of another script."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.text import fold
from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import FOREIGN_LETTERS, MIXED_SCRIPTS, texts_with
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="mixed-scripts",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "Words mix Latin letters with look-alike letters of another script.",
        "ar": "كلمات تخلط حروفًا لاتينية بحروف تشبهها من أبجدية أخرى.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(subject="Your \u0430ccount"),
        message(text="V\u0435rify your w\u0430llet tod\u0430y"),
    ],
    misses=lambda: [
        message(text="Привет, это обычное письмо. Hello!"),
        message(text="The dose is 5 \u00b5g and \u03a9 is a letter"),
    ],
)
def mixed_scripts(mail: Mail, context: Context) -> Iterable[Evidence]:
    """One such word in subject or name, or two in the body: a typing slip happens once."""
    found = [
        (text, match)
        for text, content in texts_with(mail, FOREIGN_LETTERS)
        for match in MIXED_SCRIPTS.finditer(content)
    ]
    if len(found) > 1 or any(text.layer.startswith("header") for text, _ in found):
        for text, match in found:
            yield evidence(text.span(*match.span()), shown=match[0], expected=fold(match[0]))
