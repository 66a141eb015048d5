"""It promises a refund or threatens with a tax debt in the name of an authority."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="tax-refund",
    weight=Weight.MEDIUM,
    danger=Danger.PAYMENT,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It promises a refund or threatens with a tax debt in the name of an authority.",
        "ar": "تعد الرسالة باسترداد مال أو تهدد بدين ضريبي باسم جهة رسمية.",
    },
    phrases={
        "en": (
            "(tax|fiscal|hmrc|irs|vat|stimulus|overpaid|council tax) <2>(refund|rebate|return|repayment|relief|credit|compensation|debt|arrears|statement)",
            "(eligible|entitled|qualify|approved|due|claim|receive|outstanding|pending) <4>(refund|rebate|reimbursement|compensation|repayment)",
            "(refund|rebate|reimbursement|compensation) <4>(available|pending|approved|waiting|ready|of [$€£]|claim|amount|form|been issued|fund)",
        ),
        "ar": (
            "(استرداد|استرجاع|رد|مستحقات) <2>(ضريبي|ضريبية|ضريبة|الضريبة|ضرائب|مبلغ|أموال|المبلغ|رسوم)",
            "(متأخرات|ديون|مخالفة|غرامة) <1>(ضريبية|ضريبي|الضريبة|مستحقة|مرورية)",
        ),
        "fa": (
            "(بازپرداخت|استرداد|عودت|بازگشت) <2>(مالیات|وجه|مبلغ|مالیاتی|هزینه)",
            "(بدهی|جریمه|ابلاغیه) <1>(مالیاتی|مالیات|سهام|یارانه)",
        ),
        "he": (
            "(החזר|זיכוי|החזרי) <1>(מס|מיסים|כספי|ממס הכנסה|כספים)",
            "(חוב|קנס) <1>(מס|למס הכנסה|ארנונה|תעבורה)",
        ),
        "es": (
            "(reembolso|devolución|reintegro) <3>(impuesto|hacienda|fiscal|tributari|renta|pendiente|disponible|aprobad|agencia)",
            "(deuda|multa|sanción|notificación) <1>(tributaria|fiscal|de hacienda|de tráfico|pendiente|de la agencia)",
        ),
        "fr": (
            "(remboursement|crédit d'impôt|trop-perçu|restitution|régularisation) <4>(d'|l'|de )?(impôt|fiscal|impôts|disponible|en attente|approuvé|amende|assurance maladie|taxe)",
            "(amende|contravention|dette|avis) <2>(impayée|fiscale|d'amende|à régler|majorée|d'infraction|d'impôt|de contravention)",
        ),
        "de": (
            "(steuerrückerstattung|steuererstattung|rückerstattung|erstattung|rückzahlung|steuerbescheid|steuernachzahlung|steuerschuld)",
        ),
        "pt": (
            r"(restituição|reembolso|devolução) <3>(imposto|irpf|receita|fiscal|tribut|disponível|liberad|renda|pendente|ir\W)",
            "(pendência|débito|dívida|irregularidade|multa|malha)s? <2>(fiscal|fiscais|tributári|fina|receita|cpf|cadastr|no cpf|em seu cpf|detran|trânsito|cnh)",
            r"(declaração|situação) <3>(irpf|imposto de renda|irregular|cpf|mei\W)",
        ),
    },
    hits=lambda: [
        message(text="You are eligible for a tax refund."),
        message(text="لكم مستحقات استرداد ضريبي."),
        message(text="عليكم غرامه مستحقه."),
        message(text="بازپرداخت مالیات شما آماده است."),
        message(text="ابلاغيه مالياتي جدید"),
        message(text="מגיע לך החזר מס."),
        message(text="Tiene pendiente un reembolso de Hacienda."),
        message(text="Un remboursement d'impôt vous attend."),
        message(text="Ihre Steuerrückerstattung steht bereit."),
        message(text="Sua restituição do IRPF foi liberada."),
    ],
    misses=lambda: [
        message(text="The party's tax plan was debated in parliament."),
        message(text="Die Steuerpolitik ist Thema der Sitzung."),
        message(text="Le débat sur l'impôt a duré tard."),
    ],
)
def tax_refund(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Refunds and tax debts."""
    yield from said(mail, hits)
