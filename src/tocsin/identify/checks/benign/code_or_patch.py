"""A patch or program text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODE: Final = re.compile(
    r"^[> ]{0,6}@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|^[> ]{0,6}diff --git a/|^[> ]{0,6}(?:Signed-off-by|Reviewed-by|Acked-by): .+@"
    r"|(?:\w+\+0x[0-9a-f]+/0x[0-9a-f]+.*\n.*){2}|^[> ]{0,6}Traceback \(most recent call last\):",
    re.MULTILINE,
)


@check(
    id="code-or-patch",
    weight=Weight.GOOD,
    explain={
        "en": "It holds a patch or program text, as developers send each other.",
        "ar": "تحتوي الرسالة على رقعة برمجية أو شيفرة يتبادلها المطوّرون.",
    },
    hits=lambda: [
        message(
            text="Fix it.\n\n---\n a.c | 2 +-\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1,2 +1,2 @@\n-a\n+b\n"
        ),
        message(text="BUG: KASAN in foo\nCall Trace:\n foo+0x12/0x34\n bar+0x56/0x78\n baz+0x9a/0xbc\n"),
    ],
    misses=lambda: [
        message(text="Your account is locked. --- Please sign in +++ now."),
        message(text="Use code SAVE20 at the till."),
    ],
)
def code_or_patch(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Hunk headers of a diff, or lines of a stack trace, in plain text."""
    if mail.body.layer == "text":
        match = _CODE.search(mail.body.content[:50_000])
        if match:
            yield evidence(
                mail.body.span(match.start(), min(match.end(), match.start() + 200)), phrase=match[0][:60].strip()
            )
