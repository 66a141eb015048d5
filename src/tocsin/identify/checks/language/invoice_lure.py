"""It sends or announces an invoice, a receipt or a purchase order that the reader is to open."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="invoice-lure",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=(
        "T1566.001",
        "T1566.002",
    ),
    explain={
        "en": "It sends or announces an invoice, a receipt or a purchase order that the reader is to open.",
        "ar": "ترسل الرسالة أو تعلن فاتورة أو إيصالًا أو أمر شراء يُراد من القارئ فتحه.",
    },
    phrases={
        "en": (
            r"(invoice|remittance|purchase order|payment advice|proof of payment|statement of account|quotation|swift copy|payment copy|proforma|bill of lading|receipt|order confirmation) <3>(attached|enclosed|is attached|below|find|no\W|number|#|due|overdue|is ready|for your|id\W|n[o°º]|ref)",
            "(attached|enclosed|find|see|view|download|check|review|open) <4>(invoice|remittance|purchase order|payment (advice|slip|receipt|details)|statement of account|quotation|proforma|swift copy)",
            "(overdue|outstanding|unpaid|past due|pending|due) (invoice|payment|balance|amount|bill)",
            "(request for|send us|kindly quote|best|your) (quotation|quote|price list|best price|proforma)",
            "(thank you|thanks) for <1>(your )?(purchase|order|payment|subscription|renewal|shopping)",
        ),
        "ar": (
            "(فاتورة|فواتير|أمر شراء|إشعار دفع|إيصال|عرض سعر|كشف حساب|سند) <3>(مرفق|المرفق|مرفقة|المرفقة|مستحقة|متأخرة|جديدة|رقم|غير مدفوعة)",
            "(مرفق|تجدون|الاطلاع على|يرجى مراجعة|نرفق) <3>(الفاتورة|فاتورة|أمر الشراء|إيصال|كشف الحساب|عرض السعر)",
        ),
        "fa": (
            "(فاکتور|صورت ?حساب|سفارش خرید|رسید|پیش ?فاکتور|فیش) <3>(پیوست|ضمیمه|پرداخت نشده|معوق|سررسید|شماره|جدید)",
            "(پیوست|ضمیمه|مشاهده|دانلود) <2>(فاکتور|صورت ?حساب|رسید|پیش ?فاکتور)",
        ),
        "he": (
            "(חשבונית|הזמנת רכש|קבלה|הצעת מחיר|אישור תשלום|דרישת תשלום) <2>(מצורפת|מצורף|מצ.ב|לתשלום|שלא שולמה|מספר|פתוחה|חדשה)",
            "(מצורפת|מצורף|מצ.ב|לצפייה ב|להורדת) <1>(ה)?(חשבונית|הזמנת רכש|קבלה|הצעת)",
        ),
        "es": (
            "(factura|orden de compra|pedido de compra|presupuesto|comprobante|recibo|cotización) <3>(adjunt|pendiente|vencid|impagad|n[º°]|número|electrónica)",
            r"(adjunt|encontrará|descarg|vea|consult)\S* <3>(factura|orden de compra|comprobante|recibo|cotización|presupuesto)",
        ),
        "fr": (
            "(facture|bon de commande|devis|avis de paiement|relevé|reçu) <3>(ci-joint|jointe?|impayée?|en attente|n[°º]|disponible|en retard|échue)",
            r"(ci-joint|trouver|télécharg|consult)\S* <3>(facture|bon de commande|devis|avis de paiement|reçu)",
        ),
        "de": (
            "(rechnung|bestellung|auftragsbestätigung|zahlungsavis|mahnung|zahlungserinnerung|angebotsanfrage|lieferschein) <3>(anbei|angehängt|im anhang|nr|nummer|offen|überfällig|fällig|beigefügt)",
            "(anbei|anhang|offene|unbezahlte|überfällige|ausstehende|beigefügte) <3>(rechnung|bestellung|zahlung|zahlungsavis|mahnung|forderung)",
        ),
        "pt": (
            "(fatura|nota fiscal|boleto|pedido de compra|comprovante|recibo|orçamento|2.? ?via|nf-?e) <4>(anexo|em anexo|pendente|vencid|em aberto|emitid|disponível|n[º°]|número|atrasad|vence)",
            "(anexo|segue|baixar|visualizar|emitimos|acesse|pague) <3>(fatura|nota fiscal|boleto|comprovante|recibo|orçamento|cobrança)",
        ),
    },
    hits=lambda: [
        message(text="Please find the invoice attached for your attention."),
        message(subject="Overdue invoice"),
        message(text="تجدون الفاتورة المرفقة للسداد."),
        message(text="امر شراء رقم سبعة مرفق."),
        message(text="فاکتور شماره پنج پیوست شد."),
        message(text="صورت\u200cحساب معوق شما"),
        message(text="חשבונית מצורפת לתשלום."),
        message(text="Adjuntamos la factura de marzo."),
        message(text="Vous trouverez la facture ci-jointe."),
        message(text="Anbei erhalten Sie die Rechnung."),
        message(text="Segue a nota fiscal em anexo."),
    ],
    misses=lambda: [
        message(text="The voice of the people was heard."),
        message(text="Wir rechnen mit vielen Gästen."),
        message(text="A nota do editor saiu hoje."),
    ],
)
def invoice_lure(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Invoice, remittance and purchase-order baits; real ones read the same."""
    yield from said(mail, hits)
