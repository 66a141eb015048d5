"""It asks for an opinion or a review of a text and offers nothing to open."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="asks-opinion",
    weight=Weight.NONE,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598",
        "T1656",
    ),
    explain={
        "en": "It asks for an opinion or a review of a text and offers nothing to open. Patient attackers begin so, and so do colleagues.",
        "ar": "تطلب الرسالة رأيًا أو مراجعة نص ولا تعرض شيئًا يُفتح. هكذا يبدأ المهاجم الصبور، وهكذا يكتب الزميل أيضًا.",
    },
    phrases={
        "en": (
            "(your|share|value|appreciate|welcome|hear|get) <3>(opinion|feedback|comments|thoughts|views|insights?|perspective|expertise|input|remarks) <3>(on|about|regarding|into) <5>(article|paper|draft|report|manuscript|book|piece|essay|study|project|research|chapter|topic|proposal)",
            "(read|review|look at|look over|comment on) <4>(draft|manuscript|article|paper|report|chapter|essay|book|proposal)",
            "(would you|if you (would|are)|are you|whether you) <4>(interested|willing|open to) <6>(review|comment|contribut|collaborat|cooperat|read|article|project|discuss)",
        ),
        "ar": (
            "(رأيك|رأيكم|ملاحظاتك|ملاحظاتكم|تعليقكم|وجهة نظركم|خبرتكم) <3>(في|حول|على|بشأن|عن) <4>(مقال|مقالة|مسودة|بحث|تقرير|كتاب|ورقة|مشروع|دراسة|المقال|المسودة|البحث)",
            "(قراءة|مراجعة|الاطلاع على) <2>(مسودة|مقال|بحث|المسودة|المقال|مقالي|بحثي|ورقة|كتابي)",
        ),
        "fa": (
            "(نظر|نظرتان|دیدگاه|بازخورد|نظرات) <3>(شما)? ?<4>(درباره|در مورد|راجع به|پیرامون) <4>(مقاله|پیش ?نویس|گزارش|کتاب|پژوهش|طرح|متن)",
            "(مقاله|پیش ?نویس|گزارش|متن|پژوهش) <6>(بخوانید|نظر دهید|نظر بدهید|مرور کنید|بازبینی|نظر خود)",
        ),
        "he": (
            "(דעתך|חוות דעתך|הערותיך|תגובתך|משוב) <3>(על|לגבי|בנוגע) <3>(מאמר|טיוטה|המאמר|הטיוטה|מחקר|דוח|ספר|פרויקט)",
            "(לקרוא|לעבור על|לעיין) <3>(טיוטה|בטיוטה|מאמר|במאמר|המאמר|הטיוטה)",
        ),
        "es": (
            "(su|tu) <1>(opinión|comentarios|punto de vista|valoración) <3>(sobre|acerca|del|de) <4>(artículo|borrador|informe|libro|estudio|proyecto|ensayo)",
            "(leer|revisar|comentar) <3>(borrador|artículo|manuscrito|ensayo|informe)",
        ),
        "fr": (
            "(votre|ton|vos) <1>(avis|opinion|commentaires|point de vue|remarques|regard|expertise) <3>(sur|à propos|concernant) <4>(article|projet|brouillon|rapport|livre|étude|texte)",
            "(relire|lire|commenter) <3>(brouillon|article|manuscrit|projet de texte|étude)",
        ),
        "de": (
            "(ihre|deine) <1>(meinung|einschätzung|anmerkungen|sicht|kommentare|expertise) <3>(zu|über|zum|zur) <4>(artikel|entwurf|bericht|buch|studie|projekt|aufsatz|beitrag|text)",
            "(entwurf|artikel|aufsatz|manuskript|beitrag) <4>(lesen|gegenlesen|kommentieren|durchsehen|begutachten)",
        ),
        "pt": (
            "(sua|tua) <1>(opinião|avaliação|visão) <3>(sobre|acerca|do|de) <4>(artigo|rascunho|relatório|livro|estudo|projeto|ensaio)",
            "(ler|revisar|comentar) <3>(rascunho|artigo|manuscrito|ensaio|relatório)",
        ),
    },
    hits=lambda: [
        message(text="I would appreciate your opinion on a draft article."),
        message(text="يهمني رأيكم في مسودة مقال."),
        message(text="هل يمكن مراجعه المسوده"),
        message(text="نظر شما درباره پیش\u200cنویس مقاله برایم مهم است."),
        message(text="لطفاً متن را بخوانيد و نظر بدهید"),
        message(text="אשמח לדעתך על המאמר."),
        message(text="Agradecería su opinión sobre el borrador."),
        message(text="J'aimerais votre avis sur mon article."),
        message(text="Ich bitte um Ihre Meinung zu meinem Entwurf."),
        message(text="Gostaria da sua opinião sobre o artigo."),
    ],
    misses=lambda: [
        message(text="I would appreciate your opinion on this draft article: https://paper.example/draft"),
        message(text="Opinion polls show a tie."),
        message(text="Le sondage d'opinion est serré."),
    ],
)
def asks_opinion(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The patient opening: no link to a page and no file yet."""
    if not mail.web_links and not mail.attachments:
        yield from said(mail, hits)
