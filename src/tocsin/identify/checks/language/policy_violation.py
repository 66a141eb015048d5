"""It threatens a page or account with removal for an alleged breach of rules or copyright."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="policy-violation",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It threatens a page or account with removal for an alleged breach of rules or copyright.",
        "ar": "تهدد الرسالة بإزالة صفحة أو حساب بدعوى مخالفة القواعد أو حقوق النشر.",
    },
    phrases={
        "en": (
            r"(your|you|you have|page|account) <4>(violat\w*|breach\w*|infring\w*|against) <5>(community (standards?|guidelines|rules)|terms of (service|use)|copyright|our (policy|policies|guidelines|terms|rules)|trademark|advertising policies|intellectual property|acceptable use)",
            "(copyright|trademark|community standards?|policy|guidelines|intellectual property) <1>(complaint|strike|report|appeal|(violation|infringement|breach) (notice|report|form|on your|complaint|detected|alert))",
            r"(page|account|post|profile|channel|video|ads?) <7>(will be|has been|have been|was|scheduled to be|is going to be) <3>(removed|unpublished|deleted|taken down|disabled|reported|restricted) <8>(violat\w*|copyright|standards|policy|guidelines|infring\w*|appeal)",
            "(submit|file|request|make) (an |your |a )?(appeal|counter.?notification|review request|objection form)",
            "(blue badge|verified badge|verification badge|blue tick)",
        ),
        "ar": (
            "(انتهاك|مخالفة|خرق|انتهكت|خالفت|انتهاكات) <4>(معايير المجتمع|حقوق النشر|حقوق الطبع|سياسة|سياسات|شروط الاستخدام|شروط الخدمة|الملكية الفكرية|إرشادات)",
            "(الشارة الزرقاء|شارة التوثيق|تقديم (طعن|اعتراض|استئناف))",
        ),
        "fa": (
            "(نقض|تخلف|مغایر|خلاف) <3>(کپی ?رایت|حق نشر|قوانین|استانداردهای جامعه|مقررات|شرایط استفاده|حقوق مالکیت)",
            "(تیک آبی|نشان آبی|ثبت اعتراض|درخواست تجدید ?نظر)",
        ),
        "he": (
            "(הפרה|הפרת|מפר|מפרה|הפר|הפרות) <3>(זכויות יוצרים|כללי הקהילה|תנאי השימוש|המדיניות|מדיניות|קניין רוחני)",
            "(תג כחול|וי כחול|להגיש ערעור|הגשת ערעור)",
        ),
        "es": (
            r"(infring|viol|incumpl|infracci)\S* <6>(normas comunitarias|normas de la comunidad|derechos de autor|copyright|términos|políticas?|propiedad intelectual|condiciones de uso)",
            "(insignia azul|presentar una apelación|enviar apelación)",
        ),
        "fr": (
            r"(enfrei|viol|infraction|non.?respect|contrevi|contraire)\S* <5>(standards de la communauté|règles de la communauté|droits? d'auteur|copyright|conditions d'utilisation|politique|propriété intellectuelle)",
            "(badge bleu|faire appel de|déposer un recours|formulaire d'appel)",
        ),
        "de": (
            r"(verstoß|verletz|verstieß|verstoßen|urheberrechtsverletzung)\S* <5>(gemeinschaftsstandards|urheberrecht\S*|copyright|nutzungsbedingungen|richtlinien|markenrecht\S*|community-richtlinien|gemeinschaftsregeln)",
            "(blauer haken|blauen haken|einspruch (einlegen|erheben|einreichen))",
        ),
        "pt": (
            r"(viol|infring|infra|descumpr)\S* <5>(padrões da comunidade|diretrizes da comunidade|direitos autorais|direitos de autor|copyright|termos|políticas?|propriedade intelectual)",
            "(selo azul|enviar recurso|solicitar (uma )?revisão|entrar com recurso)",
        ),
    },
    hits=lambda: [
        message(text="Your page violates our community standards and will be removed. Submit an appeal."),
        message(text="رصدنا انتهاك صفحتكم حقوق النشر."),
        message(text="مخالفه معايير المجتمع"),
        message(text="صفحه شما به دلیل نقض قوانین حذف می\u200cشود."),
        message(text="نقض كپي\u200cرايت"),
        message(text="הדף שלך הפר את כללי הקהילה: הפרת זכויות יוצרים."),
        message(text="Su página infringe las normas comunitarias."),
        message(text="Votre page enfreint les standards de la communauté."),
        message(text="Ihre Seite verstößt gegen unsere Gemeinschaftsstandards: Verstoß gegen Urheberrechte."),
        message(text="Sua página viola os padrões da comunidade."),
    ],
    misses=lambda: [
        message(text="The observers report violations of the ceasefire."),
        message(text="The new copyright bill is read on Tuesday."),
        message(text="Die Opposition kritisiert den Haushalt."),
    ],
)
def policy_violation(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Social-media pages and channels threatened with removal."""
    yield from said(mail, hits)
