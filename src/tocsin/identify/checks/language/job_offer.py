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
            r"(jobs?|work|earn|vacanc\w+|position) <5>(€|eur|euros?|\$|usd|r\$)? ?\d[\d.,]* ?(€|eur|euros?|\$|usd|reais|dólares)? (a|per) (day|week|hour)",
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
            r"(trabajo|empleo|gane|gana|puesto) <5>(€|eur|euros?|\$|usd|r\$)? ?\d[\d.,]* ?(€|eur|euros?|\$|usd|reais|dólares)? (al|por) (día|semana|hora)",
            "(trabajo|empleo|oferta laboral|oferta de empleo|puesto) <3>(desde casa|a tiempo parcial|remoto|medio tiempo|sin experiencia|en línea|inmediato|salario)",
        ),
        "fr": (
            r"(emploi|gagne\w*|travail|poste) <5>(€|eur|euros?|\$|usd|r\$)? ?\d[\d.,]* ?(€|eur|euros?|\$|usd|reais|dólares)? (par|/) ?(jour|semaine|heure)",
            "(emploi|travail|offre d'emploi|poste) <3>(à domicile|à temps partiel|à distance|sans expérience|télétravail|rémunér|bien payé)",
        ),
        "de": (
            r"(stellen?|job|jobs|verdienst|verdienen|heimarbeit) <5>(€|eur|euros?|\$|usd|r\$)? ?\d[\d.,]* ?(€|eur|euros?|\$|usd|reais|dólares)? (pro|am|in der) (tag|woche|stunde)",
            "(job|nebenjob|stelle|stellenangebot|heimarbeit|minijob|arbeit) <3>(von zu hause|teilzeit|ohne erfahrung|homeoffice|nebenberuflich|gehalt|verdienst|remote)",
        ),
        "pt": (
            r"(vagas?|emprego|ganhe|trabalho) <5>(€|eur|euros?|\$|usd|r\$)? ?\d[\d.,]* ?(€|eur|euros?|\$|usd|reais|dólares)? (por|ao) (dia|semana|hora)",
            "(emprego|trabalho|vaga|vagas|oferta de emprego) <3>(em casa|meio período|remot|home office|sem experiência|imediat|salário|online)",
        ),
    },
    hits=lambda: [
        message(text="Vagas online: 300 reais por dia"),
        message(text="Trabajo en línea: 120 euros al día"),
        message(text="Emploi en ligne : 131,40 euros par jour"),
        message(text="Stelle online: EUR 111,59 pro Woche"),
        message(text="Earn $150 per day from your sofa: work online"),
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
        message(text="A sala custa 90 reais por dia."),
        message(text="La sala cuesta 90 euros al día."),
        message(text="La salle coûte 90 euros par jour."),
        message(text="Der Saal kostet 90 Euro pro Tag."),
        message(text="The hall costs 90 euros a day, see the bill."),
        message(text="You did a great job at the rally."),
        message(text="Unemployment fell in March."),
        message(text="Le travail du conseil avance."),
    ],
)
def job_offer(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Unasked jobs."""
    yield from said(mail, hits)
