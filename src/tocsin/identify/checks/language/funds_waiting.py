"""It says that money lies ready and only has to be taken or withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="funds-waiting",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1566.002",),
    explain={
        "en": "It says that money lies ready and only has to be taken or withdrawn.",
        "ar": "تقول الرسالة إن مالًا جاهز ولا ينقص إلا سحبه أو استلامه.",
    },
    phrases={
        "en": (
            "(you (have|received|got)|you've (got|received)|your) <4>(pending|incoming|new|unclaimed|unpaid|approved|available|successful|frozen|outstanding) <2>(transfer|transaction|payment|deposit|payout|funds?|balance|money|withdrawal|remittance|earnings)",
            "(withdraw|withdrawal|payout|cash ?out|transfer|release) <5>(your )?(funds?|balance|money|payment|earnings|assets|account balance)",
            r"(balance|account|score|amount|wallet) <5>\+? ?[$€£]? ?\d[\d.,]* ?[$€£]",
            "(funds?|assets|money|payment|transfer) <4>(are|is|have been|has been|now) (available|ready|approved|released|credited|waiting|accepted)",
            "(amount|sum|total) ?: <2>[*$€£]|you are now rich",
            r"(wallet|portfolio|account) (has been|was|is now) (funded|credited|loaded|topped up) with <1>[$€£]?\d",
        ),
        "ar": (
            "(رصيد|رصيدك|رصيدكم|أموالك|مبلغ|حوالة|تحويل) <3>(جاهز|جاهزة|بانتظارك|متاح|للسحب|وارد|واردة|معلق|في انتظارك)",
            "(سحب|استلام) <1>(رصيدك|أموالك|أرباحك|المبلغ|الحوالة|رصيدكم|مستحقاتك)",
        ),
        "fa": (
            "(موجودی|مبلغ|وجه|حواله|سود) <4>(آماده|در انتظار|قابل برداشت|برداشت کنید|واریز شد|منتظر شما)",
            "(برداشت|دریافت) <1>(وجه|موجودی|سود|مبلغ)",
        ),
        "he": (
            "(כסף|כספים|יתרה|יתרתך|העברה|תשלום) <3>(ממתין|ממתינה|ממתינים|זמין|זמינה|למשיכה|מוכן|מוכנה)",
            "(משוך|משכו|למשוך|משיכת) <1>(את )?<1>(הכסף|הכספים|היתרה|יתרה|הרווחים)",
        ),
        "es": (
            "(saldo|fondos|dinero|transferencia|pago) <4>(disponible|pendiente|esperando|listo|aprobad|recibid|acreditad)",
            r"(retir|cobr)\S* <3>(saldo|fondos|dinero|ganancias)",
        ),
        "fr": (
            "(solde|fonds|argent|virement|paiement|transfert) <4>(disponible|en attente|vous attend|prêt|reçu|crédité|débloqu)",
            r"(retir|encaiss|récupér)\S* <3>(solde|fonds|argent|gains)",
        ),
        "de": (
            "(guthaben|geld|auszahlung|überweisung|betrag|zahlung) <4>(wartet|bereit|verfügbar|auszahlen|eingegangen|gutgeschrieben|freigegeben|abheben)",
            "(abheben|auszahlen|auszahlung) <3>(sie|ihr|ihres|guthaben|geld)",
        ),
        "pt": (
            "(saldo|valor|dinheiro|transferência|pix|pagamento|crédito|fgts|valores) <4>(disponíve|liberad|pendente|aguardando|esquecid|a receber|recebid|creditad)",
            r"(sac|saqu|resgat|retir)\S* <3>(saldo|valor|valores|dinheiro|ganhos|fgts)",
        ),
    },
    hits=lambda: [
        message(text="You have a pending transfer: withdraw your funds today."),
        message(text="Your wallet has been funded with 140 btc as discussed."),
        message(text="رصيدكم جاهز للسحب."),
        message(text="حواله وارده بانتظارك"),
        message(text="موجودی شما آماده برداشت است."),
        message(text="وجه شما در انتظار است؛ برداشت وجه"),
        message(text="הכסף ממתין לך, משכו את היתרה."),
        message(text="Su saldo está disponible, retire sus fondos."),
        message(text="Votre solde est disponible."),
        message(text="Ihr Guthaben wartet auf die Auszahlung."),
        message(text="Saldo liberado: saque seu dinheiro."),
    ],
    misses=lambda: [
        message(text="The museum waits for funds from the state."),
        message(text="He withdrew his candidacy, and the party has money for one more poster."),
        message(text="Das Geld für die Schule kommt vom Land."),
    ],
)
def funds_waiting(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A balance, transfer or payout that waits for the reader."""
    yield from said(mail, hits)
