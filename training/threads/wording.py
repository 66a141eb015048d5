"""What surrounds a text in each language: greeting, closing, signature, citation, and the pools of ordinary facts."""

from __future__ import annotations

import random
import re
from datetime import datetime

from bench.suites import text

from training.synth.identities import pick
from training.threads.schema import RIGHT_TO_LEFT, Actor, Lang

GREETINGS: dict[Lang, str] = {
    "en": "Dear #,|Hi #,|Hello #,|Good morning #,|#,|Hi #|Hello #, I hope you are well.|Dear # -",
    "ar": "مرحبًا #،|السلام عليكم #،|تحية طيبة #،|صباح الخير #،|السلام عليكم ورحمة الله،|#، تحية طيبة وبعد،|مساء الخير #،|أهلًا #",
    "fa": "سلام #،|سلام # عزیز،|با سلام و احترام،|# گرامی، سلام|سلام و وقت بخیر،|درود #،|سلام #، امیدوارم خوب باشید.",
    "he": "שלום #,|היי #,|# שלום,|בוקר טוב #,|# שלום רב,|היי,|שלום רב,",
    "de": "Hallo #,|Guten Tag #,|Liebe Kollegin, lieber Kollege,|Guten Morgen #,|Hi #,",
    "fr": "Bonjour #,|Bonjour,|Chère collègue, cher collègue,|Salut #,|Bonsoir #,",
    "es": "Hola #:|Buenos días, #:|Buenas tardes:|Hola, #,|Estimado equipo:",
    "pt": "Olá #,|Bom dia, #,|Boa tarde,|Oi #,|Prezado(a) #,",
}
CLOSINGS: dict[Lang, str] = {
    "en": "Best,|Kind regards,|Thanks,|Best wishes,|Many thanks,|Cheers,|Regards,|All the best,|",
    "ar": "مع التحية،|مع خالص التقدير،|شكرًا جزيلًا،|تحياتي،|وتفضلوا بقبول فائق الاحترام،|مع الشكر،|",
    "fa": "با احترام،|با سپاس،|ارادتمند،|ممنون،|با تشکر،|با مهر،|",
    "he": "בברכה,|תודה,|בתודה מראש,|תודה רבה,|יום טוב,|כל טוב,|",
    "de": "Viele Grüße|Mit freundlichen Grüßen|Beste Grüße|Danke und Gruß|LG",
    "fr": "Cordialement,|Bien à vous,|Merci d'avance,|Bien cordialement,|Amitiés,",
    "es": "Un saludo,|Saludos cordiales,|Gracias,|Un abrazo,|Atentamente,",
    "pt": "Abraço,|Atenciosamente,|Obrigado pela atenção,|Cumprimentos,|Um abraço,",
}
WROTE: dict[Lang, tuple[str, ...]] = {
    "en": ("On {day}, {who} wrote:", "From: {who}\nSent: {day}", "{who} wrote on {day}:"),
    "ar": ("في {day}، كتب {who}:", "من: {who}\nتاريخ الإرسال: {day}", "On {day}, {who} wrote:"),
    "fa": ("در {day}، {who} نوشت:", "از: {who}\nتاریخ: {day}", "On {day}, {who} wrote:"),
    "he": ("בתאריך {day} מאת {who}:", "מאת: {who}\nנשלח: {day}", "On {day}, {who} wrote:"),
    "de": ("Am {day} schrieb {who}:", "Von: {who}\nGesendet: {day}"),
    "fr": ("Le {day}, {who} a écrit :", "De : {who}\nEnvoyé : {day}"),
    "es": ("El {day}, {who} escribió:", "De: {who}\nEnviado: {day}"),
    "pt": ("Em {day}, {who} escreveu:", "De: {who}\nEnviada em: {day}"),
}
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "doc": "budget|programme|draft statement|contact sheet|press plan|canvass plan|meeting notes|field report|agreement|speakers list",
        "topic": "postal voting|turnout in the districts|media freedom|election observation|migration policy|campaign finance|rural health|online harassment|women candidates|housing",
        "event": "round table|panel|spring forum|training weekend|donors' evening|hearing|book launch|coalition meeting",
        "thing": "leaflets|banners|hall booking|web hosting|sound system|poll fieldwork|stage hire|translation",
    },
    "ar": {
        "doc": "الميزانية|البرنامج|مسودة البيان|قائمة جهات الاتصال|الخطة الإعلامية|محضر الاجتماع|التقرير الميداني|الاتفاقية|قائمة المتحدثين",
        "topic": "نسبة المشاركة|حرية الصحافة|مراقبة الانتخابات|تمويل الحملات|أوضاع اللاجئين|التحرش الإلكتروني|ترشح النساء|الخدمات الصحية في الأرياف",
        "event": "الطاولة المستديرة|الندوة|الملتقى السنوي|الورشة التدريبية|جلسة الاستماع|حفل الإطلاق|اجتماع التحالف",
        "thing": "المنشورات|اللافتات|حجز القاعة|استضافة الموقع|أجهزة الصوت|الاستطلاع الميداني|خدمات الترجمة",
    },
    "fa": {
        "doc": "بودجه|برنامه|پیش‌نویس بیانیه|فهرست تماس‌ها|برنامهٔ رسانه‌ای|صورت‌جلسه|گزارش میدانی|توافق‌نامه|فهرست سخنرانان",
        "topic": "میزان مشارکت|آزادی مطبوعات|نظارت بر انتخابات|مهاجرت|آزار آنلاین|نامزدی زنان|بهداشت روستایی|جامعهٔ مدنی",
        "event": "میزگرد|نشست|همایش سالانه|کارگاه آموزشی|جلسهٔ استماع|رونمایی کتاب|نشست ائتلاف",
        "thing": "بروشورها|بنرها|رزرو سالن|میزبانی وب|سیستم صوتی|نظرسنجی|ترجمه",
    },
    "he": {
        "doc": "התקציב|התוכנית|טיוטת ההודעה|רשימת אנשי הקשר|תוכנית התקשורת|סיכום הפגישה|דוח השטח|ההסכם|רשימת הדוברים",
        "topic": "שיעור ההצבעה|חופש העיתונות|משקיפי בחירות|מימון בחירות|מדיניות הגירה|הטרדות ברשת|ייצוג נשים|בריאות בפריפריה",
        "event": "השולחן העגול|הפאנל|הכנס השנתי|סדנת ההכשרה|השימוע|השקת הספר|מפגש הקואליציה",
        "thing": "העלונים|השלטים|הזמנת האולם|אחסון האתר|ההגברה|הסקר|התרגום",
    },
    "de": {
        "doc": "Haushalt|Programm|Entwurf|Kontaktliste|Presseplan|Protokoll|Bericht|Vereinbarung",
        "topic": "Briefwahl|Pressefreiheit|Wahlbeobachtung|Parteienfinanzierung|Hass im Netz|Wohnen",
        "event": "Runde Tisch|Workshop|Fachtag|Empfang|Vortragsabend",
        "thing": "Flyer|Banner|Saalmiete|Webhosting|Tontechnik",
    },
    "fr": {
        "doc": "budget|programme|projet de communiqué|compte rendu|plan média|rapport de terrain|convention",
        "topic": "vote par procuration|liberté de la presse|observation électorale|financement des partis|cyberharcèlement",
        "event": "table ronde|forum|formation|débat|colloque",
        "thing": "tracts|banderoles|location de salle|hébergement|sonorisation",
    },
    "es": {
        "doc": "presupuesto|programa|borrador|acta|plan de medios|informe de campo|convenio",
        "topic": "voto por correo|libertad de prensa|observación electoral|financiación|acoso en línea",
        "event": "mesa redonda|foro|jornada|debate|encuentro",
        "thing": "folletos|pancartas|alquiler de sala|alojamiento web|sonido",
    },
    "pt": {
        "doc": "orçamento|programa|rascunho|ata|plano de mídia|relatório de campo|convênio",
        "topic": "voto em trânsito|liberdade de imprensa|observação eleitoral|financiamento|assédio online",
        "event": "mesa-redonda|fórum|oficina|debate|encontro",
        "thing": "panfletos|faixas|aluguel do salão|hospedagem do site|som",
    },
}  # fmt: skip
_MARK = re.compile("⟦([^⟦⟧¦]*)¦([^⟦⟧¦]*)⟧")
_BODY = re.compile(r"<body[^>]*>\n(.*)\n</body>", re.DOTALL)


def side_of(said: str, attack: bool) -> str:
    """Keep one side of every `⟦attack¦twin⟧`."""
    return _MARK.sub(r"\1" if attack else r"\2", said)


def greeted(rng: random.Random, lang: Lang, name: str, said: str) -> str:
    """Put a greeting before a text."""
    return pick(rng, GREETINGS[lang].split("|")).replace("#", name) + "\n\n" + said


def signed(rng: random.Random, lang: Lang, who: Actor, long: bool) -> str:
    """Return closing and signature; `long` for the first message to somebody."""
    lines = [line for line in (pick(rng, CLOSINGS[lang].split("|")), who.name if long else who.first) if line]
    if long and who.signature % 3 and who.organisation:
        lines += [line for line in (who.title, who.organisation) if line]
    if long and who.signature == 4:
        lines += [f"+44 1632 96{rng.randint(1000, 9999)}", who.domain]
    if who.signature == 5 and who.mailer == "iphone":
        lines += ["", "Sent from my iPhone"]
    return "\n".join(lines)


def cited(rng: random.Random, lang: Lang, who: Actor, when: datetime, body: str) -> str:
    """Return a citation of an earlier message with the line that introduces it."""
    day = (
        f"{when:%d.%m.%Y %H:%M}"
        if lang in {"de", "he"}
        else f"{when:%a, %d %b %Y at %H:%M}"
        if lang == "en"
        else f"{when:%d/%m/%Y %H:%M}"
    )
    introduced = pick(rng, WROTE[lang]).format(day=day, who=f"{who.name} <{who.address}>")
    mark = "> " if rng.random() < 0.8 else ""
    return introduced + "\n" + "\n".join(f"{mark}{line}".rstrip() for line in text.plain(body).rstrip().split("\n"))


def shell(body: str, lang: Lang, mailer: str, notice: bool) -> str:
    """Render a body as HTML in the manner of a mail program, or of a service's notice."""
    found = _BODY.search(text.rich(body, lang))
    inner = found[1] if found else ""
    way = ' dir="rtl"' if lang in RIGHT_TO_LEFT else ""
    if notice:
        return (
            f'<!DOCTYPE html><html lang="{lang}"{way}><body style="margin:0;background:#f5f5f5"><table role="presentation" width="100%">'
            f'<tr><td align="center"><table role="presentation" width="560" style="background:#fff;font-family:Arial,sans-serif">'
            f'<tr><td style="padding:24px">{inner}</td></tr></table></td></tr></table></body></html>\n'
        )
    if mailer == "gmail":
        return f"<div{way}>{inner}</div>\n"
    if mailer == "outlook":
        inner = inner.replace("<p", '<p class="MsoNormal"')
        return (
            '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; '
            'charset=utf-8"><style>p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;}</style></head>'
            f'<body lang="{lang}" link="#0563C1"><div class="WordSection1"{way}>{inner}</div></body></html>\n'
        )
    if mailer in {"apple", "iphone"}:
        return f'<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;"{way}><div>{inner}</div></body></html>\n'
    return f"<html><head></head><body{way}>{inner}</body></html>\n"
