"""It says that a payment failed or a card was refused, so that card data are entered again."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="payment-failed",
    weight=Weight.MEDIUM,
    danger=Danger.PAYMENT,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that a payment failed or a card was refused, so that card data are entered again.",
        "ar": "تقول الرسالة إن دفعة فشلت أو بطاقة رُفضت، لكي تُدخل بيانات البطاقة من جديد.",
    },
    phrases={
        "en": (
            "(payment|billing|card|charge|auto-?renewal|renewal|direct debit) <4>(failed|was declined|declined|unsuccessful|could not be processed|couldn't be processed|was rejected|has been rejected|did not go through|was unsuccessful|issue with|is on hold)",
            "(problem|issue|trouble|unable) <3>(your )?(payment|billing|card|last payment|charging|to process your payment|authori[sz]ing)",
            "update <2>(payment|billing|card|credit card) (method|details|information|info|data)",
            "(membership|subscription|benefits|prime|account) <3>(on hold|suspended due|paused)",
        ),
        "ar": (
            "(فشل|فشلت|تعذر|رفض|رُفضت) <2>(الدفع|الدفعة|عملية الدفع|السداد|بطاقتك|معالجة الدفع|تجديد|البطاقة)",
            "(تحديث|تعديل) (بيانات|معلومات|طريقة|وسيلة) (الدفع|الفوترة|البطاقة|السداد)",
        ),
        "fa": (
            "(پرداخت|تراکنش|کارت|تمدید) <3>(ناموفق|انجام نشد|رد شد|با مشکل|با خطا|پذیرفته نشد)",
            "(به ?روز ?رسانی|اصلاح) (اطلاعات|روش) (پرداخت|کارت|صورت ?حساب)",
        ),
        "he": (
            "(התשלום|החיוב|הכרטיס|חיוב|תשלום) <3>(נכשל|נדחה|לא עבר|לא הושלם|לא אושר|סורב)",
            "(עדכן|עדכנו|לעדכן|עדכון) <2>(פרטי|אמצעי) (התשלום|תשלום|האשראי|אשראי|חיוב)",
        ),
        "es": (
            "(pago|cobro|tarjeta|cargo|domiciliación) <3>(fallid|rechazad|no (se )?(pudo|ha podido)|no ha sido|denegad|declinad)",
            r"actuali\S* <3>(método de pago|datos de pago|información de pago|forma de pago|datos de facturación)",
        ),
        "fr": (
            "(paiement|prélèvement|carte|facturation|règlement) <4>(échou|refusé|rejeté|n'a pas pu|n'a pas abouti|a été décliné|problème)",
            r"(mettre à jour|mettez à jour|actualis\S*) <3>(moyen de paiement|mode de paiement|informations de paiement|coordonnées bancaires|facturation)",
        ),
        "de": (
            "(zahlung|abbuchung|lastschrift|karte|zahlungsmethode|abrechnung) <4>(fehlgeschlagen|abgelehnt|nicht (durchgeführt|verarbeitet|möglich|erfolgreich)|zurückgewiesen|gescheitert|konnte nicht)",
            "(zahlungsmethode|zahlungsdaten|zahlungsinformationen|kreditkartendaten|zahlungsart) <3>(aktualisieren|erneuern|ändern|überprüfen)",
        ),
        "pt": (
            "(pagamento|cobrança|cartão|débito|renovação) <3>(falhou|recusad|não (foi )?(processad|autorizad|aprovad|efetuad)|negad|rejeitad)",
            r"atuali\S* <3>(forma de pagamento|método de pagamento|dados de pagamento|dados do cartão|meio de pagamento)",
        ),
    },
    hits=lambda: [
        message(text="Your last payment was declined. Update your billing details."),
        message(text="تعذر إتمام عملية الدفع، يرجى تحديث بيانات البطاقة."),
        message(text="فشلت عمليه الدفع الاخيره."),
        message(text="پرداخت شما ناموفق بود."),
        message(text="به\u200cروزرسانی اطلاعات پرداخت لازم است."),
        message(text="החיוב האחרון נכשל."),
        message(text="Su pago fue rechazado por el banco."),
        message(text="Votre paiement a échoué."),
        message(text="Ihre Zahlung konnte nicht verarbeitet werden."),
        message(text="O pagamento foi recusado pela operadora, atualize a forma de pagamento."),
    ],
    misses=lambda: [
        message(text="Payment of the membership fee is possible at the door."),
        message(text="Die Zahlung der Beiträge ist bis Juni möglich."),
        message(text="O pagamento foi feito ontem, obrigado."),
    ],
)
def payment_failed(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A failed payment or billing problem of a service."""
    yield from said(mail, hits)
