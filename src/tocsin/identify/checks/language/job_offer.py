"""It offers a job nobody applied for, with easy money or little work."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="job-offer",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=(
        "T1657",
        "T1598",
    ),
    explain={
        "en": "It offers a job nobody applied for, with easy money or little work.",
        "ar": "تعرض الرسالة وظيفة لم يتقدم إليها أحد، بمال سهل أو عمل قليل.",
    },
    phrases={
        "en": (
            "(part.?time|remote|home.?based|flexible|personal assistant|mystery shopper|data entry|payment (processor|agent)|financial agent|easy) (jobs?|position|work|vacancy|opportunity|role)",
            "(job|employment|position|vacancy|career) (offer|opportunity|alert)",
            r"(weekly|hourly|monthly|starting) (pay|salary|wage|payment|stipend) (of|is|up to)? ?[$€£]?\d",
            "(your (resume|cv|profile)|we found your) <6>(impress|online|suitable|job|posted|database|recruit|caught|matches|linkedin)",
            "(no experience|without experience) (is |needed|required|necessary)",
            "(university|college|bachelor|master|mba|phd|doctorate)s? (diplomas?|degrees?) <8>(life experience|no (exam|test|study)|non.?accredited|required|obtain|call|prestigious)",
        ),
        "ar": ("(وظيفة|وظائف|عمل|فرصة عمل) <2>(عن بعد|من المنزل|بدوام جزئي|براتب|شاغرة|مغرية|دون خبرة|بدون خبرة)",),
        "fa": ("(استخدام|کار|شغل|همکاری) <2>(در منزل|پاره ?وقت|دورکاری|بدون تجربه|فوری|با حقوق|اینترنتی)",),
        "he": ("(משרה|עבודה|דרושים) <2>(מהבית|חלקית|ללא ניסיון|מיידית|נוחה|שכר גבוה)",),
        "es": (
            "(trabajo|empleo|oferta laboral|oferta de empleo|puesto) <3>(desde casa|a tiempo parcial|remoto|medio tiempo|sin experiencia|en línea|inmediato|salario)",
        ),
        "fr": (
            "(emploi|travail|offre d'emploi|poste) <3>(à domicile|à temps partiel|à distance|sans expérience|télétravail|rémunér|bien payé)",
        ),
        "de": (
            "(job|nebenjob|stelle|stellenangebot|heimarbeit|minijob|arbeit) <3>(von zu hause|teilzeit|ohne erfahrung|homeoffice|nebenberuflich|gehalt|verdienst|remote)",
        ),
        "pt": (
            "(emprego|trabalho|vaga|vagas|oferta de emprego) <3>(em casa|meio período|remot|home office|sem experiência|imediat|salário|online)",
        ),
    },
    hits=lambda: [
        message(text="Remote job offer: weekly pay of $500, no experience needed."),
        message(text="فرصة عمل عن بعد براتب مغر."),
        message(text="وظيفه بدوام جزئي"),
        message(text="کار در منزل بدون تجربه"),
        message(text="استخدام فوري پاره\u200cوقت"),
        message(text="עבודה מהבית ללא ניסיון."),
        message(text="Trabajo desde casa sin experiencia."),
        message(text="Emploi à domicile bien payé."),
        message(text="Nebenjob von zu Hause."),
        message(text="Vaga home office com salário alto."),
    ],
    misses=lambda: [
        message(text="You did a great job at the rally."),
        message(text="Unemployment fell in March."),
        message(text="Le travail du conseil avance."),
    ],
)
def job_offer(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Unasked jobs."""
    yield from said(mail, hits)
