"""A placeholder of a mass-mailing tool was left unfilled, so nobody wrote this to this reader."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="unfilled-placeholder",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    explain={
        "en": "A placeholder of a mass-mailing tool was left unfilled, so nobody wrote this to this reader.",
        "ar": "بقي في الرسالة حقل غير معبأ من أداة إرسال جماعي، فلم يكتبها أحد لهذا القارئ.",
    },
    phrases={
        "x": (
            r"(\[\[|\{\{|%%|\{|\[|<|#|\$\{)-? ?(e-?mail|first_?name|last_?name|full_?name|name|user_?name|email_?address|fname|lname|domain|company|recipient|emailuser|rand\w{0,10}|random_\w{1,12}|date|link|url|subject|to)-? ?(\]\]|\}\}|%%|\}|\]|>|#)( |,|!|\.|:|$)",
            r"(dear|hello|hi|hallo|hola|bonjour|olá) (\{|\[\[|%|\$|#)\w{2,20}(\}|\]\]|%|#)",
        ),
    },
    hits=lambda: [
        message(text="Hello {firstname} {lastname}, get the film now."),
        message(text="Dear [[-Email-]], read this."),
    ],
    misses=lambda: [
        message(text="In the list [1], the name {x} stands for a set."),
        message(text="Dear Dana, the email field is below."),
    ],
)
def unfilled_placeholder(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Leftover template fields."""
    yield from said(mail, hits)
