"""A style pushes part of the message thousands of pixels down, out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight

_READ: Final = 200_000
_FAR: Final = 3_000
"""CSS pixels: some three screens. No page of mail is laid out with one such step."""
_UNIT: Final = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "vh": 8.0}
"""CSS pixels in one unit, for text of 16 and a window of 800 of them."""
_LENGTH: Final = re.compile(r":\s{0,5}(\d{3,9})((?i:px|pt|r?em|vh))")
"""A length of three digits or more, with the colon before it: few styles have one, so it is looked for first."""
_STEP: Final = re.compile(r"(?:(?:margin|padding)-(?:top|bottom)|(?<![-\w])(?:height|top))\s{0,5}\Z", re.IGNORECASE)
_NAME: Final = 24
"""Characters before the colon in which the name of the property stands."""


@check(
    id="pushed-down",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1027",),
    explain={
        "en": "A style pushes part of the message far down, out of sight: what stands there is for filters, not readers.",
        "ar": "يدفع تنسيق الصفحة جزءًا من الرسالة بعيدًا إلى الأسفل خارج مجال الرؤية، فهو موجَّه إلى المرشِّحات لا إلى القرّاء.",
    },
    needs="pages",
    hits=lambda: [
        Example(b"Content-Type: text/html\n\n<style>.below { margin-top: 470500px }</style><p>A</p>"),
        message(page='<p>Win</p><div style="height:10000vh"></div><p>The council met on Monday.</p>'),
    ],
    misses=lambda: [
        message(page='<img style="height: 2400px" src="cid:1"><p>The poster</p>'),
        message(page='<div style="max-height: 9000px; line-height: 9000px">The minutes</div>'),
        message(text="Set margin-top: 470500px and look."),
    ],
)
def pushed_down(mail: Mail, context: Context) -> Iterable[Evidence]:
    """One length of a style that is longer than three screens."""
    for path in mail.pages:
        source = mail.sources[path][:_READ]
        for match in _LENGTH.finditer(source):
            if int(match[1]) * _UNIT[match[2].lower()] <= _FAR:
                continue
            if step := _STEP.search(source, max(0, match.start() - _NAME), match.start()):
                yield evidence(Span(path, "visible"), value=step[0] + match[0])
                break
