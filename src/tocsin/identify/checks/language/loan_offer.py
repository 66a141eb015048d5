"""It offers a loan, a credit card or relief from debts."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="loan-offer",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    explain={
        "en": "It offers a loan, a credit card or relief from debts.",
        "ar": "تعرض الرسالة قرضًا أو بطاقة ائتمان أو تخليصًا من الديون.",
    },
    phrases={
        "en": (
            r"pre.?approved for <4>(card|loan|credit|amount)",
            "(personal|business|quick|instant|payday|urgent|home|unsecured|low interest|private|student|bad credit) loans?",
            r"(loans?|financing|funding) (offer|at \d|approval|approved|amount|application|company|without|available|up to|of any)",
            "(debt|credit) (consolidation|relief|repair|settlement|reduction|elimination|score)",
            "(mortgage|refinance|refinancing|home equity|lenders?) <5>(rates?|quotes?|lowest|loan|compete|save|offer)",
            "(get|be|out|rid) <3>(out of debt|debt.free|pre.?approved|rid of your debt|of your debts?)",
            "(merchant account|accept credit cards|bad credit|no credit check|cash advance|guaranteed approval)",
        ),
        "ar": (
            r"(طلب القرض|قرضك|طلب التمويل|تمويلك) <4>(الموافقة|تمت|مقبول|جاهز)",
            "(قرض|قروض|تمويل) <2>(شخصي|شخصية|سريع|بفائدة|عاجل|ميسر|بدون كفيل|فوري|بنسبة)",
            "(سداد|تسوية) (الديون|ديونك|المتعثرات|القروض)",
        ),
        "fa": ("(وام|تسهیلات) <2>(فوری|بدون ضامن|کم ?بهره|شخصی|آسان|قرض)",),
        "he": ("(הלוואה|הלוואות|אשראי) <2>(מיידית|מיידי|בריבית|ללא ערבים|אישית|נמוכה|חוץ בנקאית|בתנאים|לכל מטרה)",),
        "es": (
            r"(préstamo|crédito) <2>(aprobad|preaprobad|pre-aprobad|concedid|autorizad)",
            r"(préstamo|préstamos|crédito|créditos|financiación) <3>(personal|rápido|urgente|inmediato|interés|sin aval|entre particulares|al instante|\d ?%|oferta)",
        ),
        "fr": (
            r"(prêt|crédit) <3>(accordé|approuvé|pré-?approuvé|accepté|débloqué)",
            r"(prêt|prêts|crédit|financement) <3>(personnel|rapide|urgent|entre particuliers|taux|sans justificatif|immobilier|offre|\d ?%)",
        ),
        "de": (
            r"kredit\S* <3>(bewilligt|genehmigt|zugesagt|ausgezahlt)|(kreditantrag|kreditanfrage)",
            "(kredit|darlehen|sofortkredit|privatkredit|finanzierung) <4>(ohne schufa|günstig|zinsen|sofort|zinssatz|angebot|auszahlung|beantragen|sofortzusage|zins)",
        ),
        "pt": (
            "(empréstimo|crédito|financiamento|consignado) <3>(pessoal|rápido|urgente|aprovad|liberad|juros|pré-?aprovad|sem consulta|fgts|negativad|oferta|disponível|consignado)",
            r"(oferta de empréstimo|limpe seu nome|nome limpo|quit\S* (suas )?dívidas|feirão)",
        ),
    },
    hits=lambda: [
        message(text="تمت دراسة طلب القرض وهو مقبول: طلب القرض مقبول"),
        message(text="Votre crédit est accordé."),
        message(text="Su crédito está aprobado."),
        message(text="Dein Kreditantrag wurde bewilligt."),
        message(text="You are pre-approved for a credit card."),
        message(text="We offer quick personal loans at two percent."),
        message(text="قرض شخصي سريع بدون كفيل."),
        message(text="سداد المتعثرات وقروض شخصيه ميسره، تمويل سريع"),
        message(text="وام فوری بدون ضامن"),
        message(text="وام کم\u200cبهره براي همه"),
        message(text="הלוואה מיידית ללא ערבים."),
        message(text="Ofrecemos un préstamo rápido entre particulares."),
        message(text="Offre de prêt entre particuliers à taux bas."),
        message(text="Jetzt Kredit ohne Schufa beantragen."),
        message(text="Empréstimo pessoal liberado na hora."),
    ],
    misses=lambda: [
        message(text="The plan was approved for the new hall."),
        message(text="The museum gave us the painting on loan."),
        message(text="All credit goes to the volunteers."),
        message(text="Le dîner est prêt à huit heures."),
    ],
)
def loan_offer(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Unasked credit."""
    yield from said(mail, hits)
