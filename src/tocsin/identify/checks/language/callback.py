"""It wants a telephone number to be called, to cancel a charge or to get help."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="callback",
    weight=Weight.MEDIUM,
    danger=Danger.PAYMENT,
    attack=(
        "T1566.003",
        "T1598.004",
    ),
    explain={
        "en": "It wants a telephone number to be called, to cancel a charge or to get help. The number belongs to the sender.",
        "ar": "تريد الرسالة الاتصال برقم هاتف لإلغاء مبلغ أو لطلب المساعدة، والرقم رقم المُرسِل نفسه.",
    },
    phrases={
        "en": (
            "(call|phone|dial|contact|ring|reach) <6>(to cancel|to dispute|to stop|for (a )?refund|toll.?free|to claim|if you did not|to avoid|immediately at|help ?line|help ?desk at|customer (care|support|service) (at|on|number))",
            "(did not|didn't|not) (authori[sz]e|make|place|recogni[sz]e|request) <6>(call|contact|phone|dial|reach)",
            r"(toll.?free|help ?line|support number|contact number|customer care|support team|help desk|cancellation)( number)?( at| on| us)?( ?[:#@-])? ?\+?1?[ .(-]{0,3}8\d\d[ .)-]",
            r"(cancel|refund|dispute|questions|queries|support|issue) <6>(call|contact|dial|phone) <4>\+?1?[ .(-]{0,3}\(?\d{3}\)?[ .-]{1,3}\d{3}",
        ),
        "ar": (
            "(اتصل|اتصلوا|الاتصال|تواصل هاتفيا) <4>(لإلغاء|لالغاء|لاسترداد|لاسترجاع|بخدمة العملاء|على الرقم المجاني|فورا على)",
        ),
        "fa": (
            "(تماس بگیرید|تماس حاصل|زنگ بزنید) <4>(لغو|بازگشت وجه|پشتیبانی|کنسل)",
            "برای (لغو|کنسل کردن|بازگشت وجه) <5>(تماس|زنگ|شماره)",
        ),
        "he": (
            "(התקשר|התקשרו|חייג|חייגו|להתקשר) <4>(לביטול|לבטל|להחזר|לקבלת החזר|למוקד|לשירות הלקוחות)",
            "(לביטול|לבטל|להחזר) <5>(התקשר|חייג|להתקשר|טלפון|התקשרו|חייגו)",
        ),
        "es": (
            "(llame|llámenos|llama|comuníquese|contacte) <6>(cancelar|reembolso|anular|servicio al cliente|atención al cliente|reclamar)",
            "para (cancelar|anular|solicitar el reembolso) <6>(llame|llámenos|llama|comuníquese)",
        ),
        "fr": (
            "(appelez|appeler|contactez|téléphonez) <6>(annuler|rembours|contester|service client|assistance au)",
            "pour (annuler|contester|obtenir un remboursement|toute annulation) <6>(appelez|appeler|contactez|téléphone)",
        ),
        "de": (
            "(rufen sie|anrufen|kontaktieren sie|wählen sie) <7>(stornieren|kündigen|rückerstattung|widerrufen|hotline|kundenservice unter|storno)",
            "(um|zur) <5>(stornieren|kündigen|widerrufen|stornierung|rückerstattung) <5>(rufen|anruf|hotline|kontaktieren|telefon)",
        ),
        "pt": (
            "(ligue|liga|entre em contato|telefone) <7>(cancelar|cancelamento|reembolso|estorno|contestar|central de atendimento|não reconhec)",
            "(para cancelar|caso não reconheça|para contestar|não reconhece) <7>(ligue|liga|entre em contato|telefone|0800)",
        ),
    },
    hits=lambda: [
        message(text="If you did not authorize this charge, please call our help desk."),
        message(text="To cancel the order call +1 (800) 555 0100 today."),
        message(text="يرجى الاتصال فورًا لإلغاء العملية."),
        message(text="الاتصال بنا هاتفيا لالغاء المبلغ"),
        message(text="برای لغو سفارش با شماره زیر تماس بگیرید."),
        message(text="با ما تماس بگيريد براي لغو"),
        message(text="לביטול העסקה חייגו אלינו."),
        message(text="Para cancelar el cargo llame al número siguiente."),
        message(text="Pour annuler, appelez notre service."),
        message(text="Um zu stornieren, rufen Sie unsere Nummer an."),
        message(text="Caso não reconheça a compra, ligue para a central."),
    ],
    misses=lambda: [
        message(text="Call your representative and tell them to vote yes."),
        message(text="Call me when you are at the station."),
        message(text="Ligue para o comitê se quiser ajudar."),
    ],
)
def callback(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Calling a number that stands in the message, to cancel, dispute or get help."""
    yield from said(mail, hits)
