"""It presses for haste."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="urgency",
    weight=Weight.HINT,
    explain={
        "en": "It presses for haste. Honest appeals do so too; it counts only together with other signs.",
        "ar": "تستعجل الرسالة القارئ، والنداءات الصادقة تفعل ذلك أيضًا، فلا يُعتدّ بالاستعجال إلا مع علامات أخرى.",
    },
    phrases={
        "en": (
            "(immediate|urgent|prompt|your urgent|quick|swift) (action|attention|response|reply|assistance|steps|verification|payment) <2>(is |are )?(required|needed|requested|necessary|advised)?",
            r"(act|respond|reply|answer|update|verify|log in|do this|handle this|attend to this) <1>(now|immediately|asap|a\.s\.a\.p|right away|at once|urgently|as soon as possible|without delay)",
            "(time.sensitive|(extremely|very|most|it's|really|highly) urgent)",
            r"(final|last|2nd|second|3rd|third|\drd|\dnd) (warning|notice|reminder|notification|attempt|chance|call)",
            r"(urgent|action required|alert|response needed)(:|!|\]|\))",
        ),
        "ar": (
            "(عاجل|مستعجل|فورا|فورًا|على الفور|في أقرب وقت|دون تأخير|بأسرع وقت|على وجه السرعة|حالا|للضرورة)",
            "(إنذار|تحذير|إشعار|تنبيه|تذكير) (أخير|نهائي|هام|عاجل)",
        ),
        "fa": (
            "(فوری|فورا|فوراً|هرچه سریع ?تر|هر چه سریع ?تر|بلافاصله|در اسرع وقت|بدون تاخیر|عجله|همین حالا|هرچه زودتر)",
            "(هشدار|اخطار|اطلاعیه|یادآوری) (نهایی|آخر|مهم|فوری)",
        ),
        "he": (
            "(דחוף|בדחיפות|מיידית|באופן מיידי|בהקדם האפשרי|ללא דיחוי|עוד היום|תכף ומיד|מייד)",
            "(התראה|אזהרה|הודעה|תזכורת) (אחרונה|סופית|דחופה|חשובה)",
        ),
        "es": (
            "(urgente|urgentemente|inmediatamente|de inmediato|cuanto antes|lo antes posible|sin demora|acción inmediata|a la mayor brevedad)",
            "(último|última|tercer|segundo) (aviso|advertencia|recordatorio|intento|notificación|oportunidad)",
        ),
        "fr": (
            "(urgent|urgence|immédiatement|sans délai|au plus vite|dans les plus brefs délais|dès que possible|action immédiate|sans tarder)",
            "(dernier|dernière|second|troisième) (avis|avertissement|rappel|relance|chance|tentative)",
        ),
        "de": (
            "(dringend|umgehend|unverzüglich|schnellstmöglich|so schnell wie möglich|sofortiges handeln|handeln sie sofort|es eilt)",
            "(letzte|letzter|zweite|dritte|finale) (warnung|mahnung|erinnerung|mitteilung|chance|versuch|benachrichtigung)",
        ),
        "pt": (
            "(urgente|urgentemente|imediatamente|de imediato|o mais rápido possível|o quanto antes|sem demora|ação imediata|com urgência)",
            "(último|última|segundo|terceiro|notificação|aviso) (aviso|alerta|lembrete|tentativa|notificação|chance|final)",
        ),
    },
    hits=lambda: [
        message(text="Immediate action is required."),
        message(subject="Final notice"),
        message(text="نرجو الرد فورًا."),
        message(text="انذار اخير"),
        message(text="لطفاً هر چه سریع\u200cتر پاسخ دهید."),
        message(text="اخطار نهايي"),
        message(text="נא להשיב בהקדם האפשרי."),
        message(text="Responda lo antes posible."),
        message(text="Répondez dans les plus brefs délais."),
        message(text="Bitte antworten Sie umgehend."),
        message(text="Responda o mais rápido possível."),
    ],
    misses=lambda: [
        message(text="Take your time, there is no rush."),
        message(text="Der Verein trifft sich wie immer am Montag."),
        message(text="Prenez votre temps."),
    ],
)
def urgency(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Haste in the words; fund-raisers use it daily."""
    yield from said(mail, hits)
