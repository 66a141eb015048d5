"""It says that a parcel waits for a fee, an address or a new date."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="parcel-fee",
    weight=Weight.MEDIUM,
    danger=Danger.PAYMENT,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that a parcel waits for a fee, an address or a new date.",
        "ar": "تقول الرسالة إن طردًا ينتظر رسومًا أو عنوانًا أو موعدًا جديدًا.",
    },
    phrases={
        "en": (
            "(package|parcel|shipment|delivery|item|order|cargo|consignment) <5>(could not be delivered|couldn't be delivered|on hold|held|pending|waiting|awaiting|failed|was missed|unsuccessful|customs|undeliverable|returned|suspended|has been stopped|attempt|not been received|been delayed|reschedul)",
            "(pending|missed|failed|unclaimed|undelivered|undeliverable|stuck|held) <1>(package|parcel|delivery|shipment)",
            "(customs|delivery|redelivery|clearance|import) (fee|duty|duties|tax|payment|clearance)",
            "(schedule|reschedule|confirm|arrange|track|re-?arrange|update) <1>(shipment|package|parcel|shipping address|delivery address|re-?delivery|delivery (date|time|slot|now))",
            "(unable to|couldn't|could not|failed to|tried to|attempted to|can't) deliver <3>(package|parcel|shipment|item|it|order)",
        ),
        "ar": (
            "(طرد|طردك|شحنة|شحنتك|الطرد|الشحنة|طردكم|شحنتكم) <4>(معلق|محتجز|محتجزة|بانتظار|تعذر|الجمارك|رسوم|لم يتم تسليم|في انتظار|متوقفة)",
            "(رسوم|دفع رسوم|سداد رسوم) <1>(التوصيل|الجمارك|الجمركية|الشحن|التخليص|جمركية)",
            "(تعذر|لم نتمكن من) (تسليم|توصيل|ايصال) <1>(الطرد|الشحنة|طردك|شحنتك)",
        ),
        "fa": (
            "(بسته|مرسوله|محموله|سفارش) <5>(معلق|در انتظار|گمرک|تحویل نشد|متوقف|هزینه|ناموفق|توقیف|تحویل داده نشد)",
            "(هزینه|عوارض) <1>(پستی|گمرکی|گمرک|ارسال|ترخیص|حمل)",
        ),
        "he": (
            "(חבילה|חבילתך|המשלוח|החבילה|משלוח|משלוחך) <5>(ממתינה|ממתין|מעוכב|מעוכבת|מכס|לא נמסר|לא נמסרה|עוכב|עוכבה|תשלום|דמי)",
            "(דמי|אגרת|תשלום) (מכס|משלוח|טיפול|שחרור|עמילות)",
        ),
        "es": (
            "(paquete|envío|pedido|entrega) <5>(retenid|pendiente|aduana|no (se )?(pudo|ha podido)|no entregad|en espera|suspendid|fallid|no ha sido recibido|dirección)",
            "(gastos|tasas|tarifa|pago|costes|derechos|aranceles) (de |del )(envío|aduana|entrega|gestión|despacho|importación)",
        ),
        "fr": (
            "(colis|livraison|envoi|expédition|commande) <5>(en attente|retenu|douane|n'a pas pu|non livré|suspendu|bloqué|échou|impossible|instance|livrer)",
            "(frais|taxe|droits) (de |d')(livraison|douane|dédouanement|port|expédition|affranchissement|réexpédition)",
            r"(nouvelle date|reprogramm\S+|confirmer|planifier) <2>livraison",
        ),
        "de": (
            "(paket|sendung|lieferung|päckchen|bestellung|zustellung) <6>(zurückgehalten|zoll|nicht zugestellt|wartet|ausstehend|angehalten|konnte nicht|fehlgeschlagen|bestätigen|gestoppt|zustellversuch|blockiert|unzustellbar)",
            "(zollgebühr|versandgebühr|versandkosten|zustellgebühr|liefergebühr|bearbeitungsgebühr|zollabfertigung|paketzustellung|lieferadresse bestätigen|zustellung verpasst|einfuhrabgaben)",
        ),
        "pt": (
            "(encomenda|pacote|entrega|pedido|objeto|envio) <5>(retid|pendente|alfândega|taxad|não (foi )?(pôde|entregue|pude|possível)|aguardando|suspens|fiscalização|devolvid|tribut)",
            "(taxa|taxas|tarifa|pagamento|despacho|tributos) (de |da |do |postal|pendente)<1>(entrega|alfândega|alfandegári|envio|importação|postal|liberação|despacho)",
        ),
    },
    hits=lambda: [
        message(text="Your parcel is on hold until the customs fee is paid."),
        message(text="We could not deliver your package."),
        message(text="طردكم محتجز في الجمارك بانتظار الرسوم."),
        message(text="تعذر تسليم الشحنه."),
        message(text="بسته شما در گمرک متوقف شده است."),
        message(text="مرسوله به دليل هزينه ارسال تحویل نشد."),
        message(text="החבילה ממתינה לתשלום מכס."),
        message(text="Su paquete está retenido en la aduana."),
        message(text="Votre colis est en attente de livraison."),
        message(text="Ihr Paket wartet auf die Zustellung, es fehlt die Zollgebühr."),
        message(text="Sua encomenda foi retida na alfândega."),
    ],
    misses=lambda: [
        message(text="The committee will deliver its report on customs in old villages."),
        message(text="A package of reforms was agreed."),
        message(text="La livraison du rapport est prévue lundi."),
    ],
)
def parcel_fee(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Parcel, customs and delivery baits."""
    yield from said(mail, hits)
