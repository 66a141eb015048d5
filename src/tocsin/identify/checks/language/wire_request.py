"""It asks for a bank transfer or a payment to be made."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="wire-request",
    weight=Weight.MEDIUM,
    danger=Danger.PAYMENT,
    attack=(
        "T1657",
        "T1656",
    ),
    explain={
        "en": "It asks for a bank transfer or a payment to be made.",
        "ar": "تطلب الرسالة إجراء حوالة مصرفية أو دفعة مالية.",
    },
    phrases={
        "en": (
            "(make|process|send|initiate|arrange|complete|effect|handle|set up|approve|release) <3>(wire|bank|ach|same day|international|outstanding|urgent|vendor|swift)( bank)? (transfer|payment)",
            r"(wire|transfer) (the )?(sum|amount|funds?|money|balance|payment|[$€£]\s?\d)",
            "(cut|issue|mail) (a|the) (check|cheque) (to|for)",
            "(process|settle|make|clear|send|pay) <2>(this|the|an|attached|outstanding|overdue|pending|urgent) <2>(payment|invoice|bill|balance)",
            "(payment|transfer) <3>(be made|go out|done|completed|processed|sent) (today|right away|immediately|asap|before|by)",
        ),
        "ar": ("(تحويل|إجراء تحويل|حوالة|دفع|سداد|صرف) <3>(مبلغ|بنكي|مصرفي|مالي|عاجل|الفاتورة|المستحقات|الدفعة)",),
        "fa": (
            "(انتقال|حواله|واریز|پرداخت) <3>(وجه|مبلغ|بانکی|فوری|فاکتور|پول)",
            "(مبلغ|وجه) <5>(واریز|حواله|انتقال|پرداخت) (کنید|نمایید|بفرمایید|دهید|شود)",
        ),
        "he": (
            "(העבר|להעביר|בצע|לבצע|העברת|ביצוע) <2>(העברה|תשלום|סכום|כסף|כספים) <1>(בנקאית|דחופה|דחוף|בנקאי|מיידי|לספק|של|ל)",
        ),
        "es": (
            "(hacer|realizar|procesar|efectuar|ordenar|gestionar|haga|realice|procese|tramitar) <2>(una|la|el|esta|este|un) <2>(transferencia|pago|giro)",
            "(transfiera|transferir|girar) <3>(fondos|importe|dinero|cantidad|suma|euros|dólares)",
        ),
        "fr": (
            "(effectuer|faire|procéder|réaliser|traiter|ordonner|effectuez|procédez) <3>(virement|paiement|règlement|transfert)",
            "(virer|transférer) <3>(somme|montant|fonds|argent|euros)",
        ),
        "de": (
            "(überweisung|zahlung|banküberweisung|eilüberweisung) <3>(veranlassen|tätigen|durchführen|ausführen|vornehmen|anweisen|freigeben)",
            "(überweisen|veranlassen|tätigen) sie <4>(betrag|summe|zahlung|überweisung|euro)",
        ),
        "pt": (
            r"(fazer|realizar|processar|efetuar|efetue|realize|faça|providenciar|agendar) <3>(transferência|pagamento|ted\W|pix\W|depósito)",
            "(transfira|transferir|depositar) <3>(valor|quantia|fundos|dinheiro|reais|euros)",
        ),
    },
    hits=lambda: [
        message(text="I need you to process a wire transfer to a new vendor this morning."),
        message(text="Kindly settle the outstanding invoice today."),
        message(text="أرجو إجراء تحويل بنكي عاجل قبل الظهر."),
        message(text="الرجاء تحويل مبلغ التأمين الى المورد."),
        message(text="لطفاً مبلغ پیش\u200cپرداخت را امروز واریز کنید."),
        message(text="پرداخت فوری فاکتور لازم است."),
        message(text="יש לבצע העברה בנקאית עוד היום."),
        message(text="Necesito que realice una transferencia urgente."),
        message(text="Merci de procéder à un virement ce jour."),
        message(text="Bitte veranlassen Sie die Überweisung noch heute."),
        message(text="Preciso que faça uma transferência agora."),
    ],
    misses=lambda: [
        message(text="Never make a wire transfer because an e-mail says so."),
        message(text="The museum shows wire sculptures until May."),
        message(text="Le transfert de compétences est débattu au conseil."),
    ],
)
def wire_request(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A transfer asked of the reader, as a superior or a supplier would."""
    yield from asked(mail, hits)
