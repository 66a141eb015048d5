"""The user's own YARA rules."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="own-yara-rule",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001",),
    explain={
        "en": "An attached file matches a rule that this organisation has set up itself.",
        "ar": "يطابق ملف مرفق قاعدة وضعتها هذه المؤسسة بنفسها.",
    },
    hits=lambda: [
        message(text="x", context=Context(yara=(("MyRule", "1"),))),
        message(attachments=[("a.txt", "text/plain", b"x")], context=Context(yara=(("Other", "1.2"),))),
    ],
    misses=lambda: [
        message(text="MyRule"),
        message(attachments=[("a.txt", "text/plain", b"x")]),
    ],
)
def own_yara_rule(mail: Mail, context: Context) -> Iterable[Evidence]:
    """What the rules found is part of the context."""
    paths = {part.path for part in mail.message.parts} if context.yara else set()
    for rule, part in context.yara:
        yield evidence(Span(part, "file") if part in paths else None, name=rule)
