"""A patch or program text."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="code-or-patch",
    weight=Weight.GOOD,
    explain={
        "en": "It holds a patch or program text, as developers send each other.",
        "ar": "تحتوي الرسالة على رقعة برمجية أو شيفرة يتبادلها المطوّرون.",
    },
    phrases={
        "diff": (r"@@ -\d{1,7}(,\d{1,7})? \+\d{1,7}(,\d{1,7})? @@", r"diff --git a/"),
        "trailer": (r"(signed-off-by|reviewed-by|acked-by|reported-by): [^\n]{3,60}@",),
        "trace": (r"\+0x[0-9a-f]{1,6}/0x[0-9a-f]{1,6}", r"traceback \(most recent call last\):"),
    },
    layers=("text",),
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
def code_or_patch(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Hunk headers of a diff, trailers of a patch, or lines of a stack trace, in plain text."""
    if mail.body.layer == "text":
        for hit in hits[:3]:
            yield evidence(hit.span, phrase=hit.text)
