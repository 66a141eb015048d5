"""The line by which the law makes campaigns say who paid."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="campaign-disclaimer",
    weight=Weight.GOOD,
    explain={
        "en": "It carries the line by which campaigns and charities must say who is behind it.",
        "ar": "تحمل الرسالة العبارة التي يُلزم القانون الحملات والجمعيات بذكرها لبيان الجهة التي تقف وراءها.",
    },
    phrases={
        "en": (
            r"paid for by [\w.,'’&() -]{3,80}",
            r"authori[sz]ed by [\w.,'’&() -]{3,60} (for|on behalf of)",
            r"contributions? (or gifts? )?(to [\w.,'’& ()-]{3,60} )?(are|is) not (tax.)?deductible",
            r"promoted by [\w.,'’& -]{3,60} (on behalf of|at)",
            r"not authori[sz]ed by any candidate",
            r"501 ?\(? ?c ?\)? ?\(? ?[34] ?\)?",
        ),
        "de": (
            r"v ?\. ?i ?\. ?s ?\. ?d ?\. ?p",
            r"verantwortlich (im sinne des pressegesetzes|i\. ?s\. ?d\. ?p)",
            r"spenden(konto|quittung)",
        ),
        "fr": (r"association (loi|reconnue) ",),
        "es": (r"propaganda electoral", r"asociacion sin animo de lucro"),
        "pt": (r"propaganda eleitoral",),
        "ar": (r"جمعيه (خيريه )?مسجله",),
        "fa": (r"ستاد انتخاباتی",),
        "he": (r"עמותה רשומה", r"ע\"ר \d{6,}"),
    },
    hits=lambda: [
        message(
            text="Chip in today.\n\nPaid for by Harbour for Senate", links=[("Donate", "https://sender.example/d")]
        ),
        message(text="V.i.S.d.P.: Ada Writer, Hafenweg 3", links=[("Mehr", "https://sender.example/d")]),
        message(text="Port libre, association loi de 1901", links=[("Don", "https://sender.example/d")]),
        message(text="Propaganda electoral del puerto", links=[("Más", "https://sender.example/d")]),
        message(text="Propaganda eleitoral do porto", links=[("Mais", "https://sender.example/d")]),
        message(text="الميناء، جمعية خيرية مسجلة", links=[("تبرع", "https://sender.example/d")]),
        message(text="ستاد انتخاباتی بندر", links=[("بیشتر", "https://sender.example/d")]),
        message(text="הנמל, עמותה רשומה", links=[("תרומה", "https://sender.example/d")]),
    ],
    misses=lambda: [
        message(text="The bill was paid by the tenant."),
        message(text="Paid for by invoice", page=""),
    ],
)
def campaign_disclaimer(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Only beside links; a line of law alone is no newsletter."""
    if not mail.web_links:
        return
    for hit in hits:
        if hit.span.layer in ("visible", "text"):
            yield evidence(hit.span, phrase=hit.text)
