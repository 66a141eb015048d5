"""It promises that a link, a file or details will follow once the reader answers or confirms interest."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-comes-later",
    weight=Weight.HINT,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598.003",
        "T1656",
    ),
    explain={
        "en": "It promises that a link, a file or details will follow once the reader answers or confirms interest.",
        "ar": "تعد الرسالة بإرسال رابط أو ملف أو تفاصيل بعد أن يرد القارئ أو يؤكد اهتمامه.",
    },
    phrases={
        "en": (
            "(i|we)('ll| will| can| shall| would) (then |also |be happy to |be glad to |gladly )?(send|share|forward|provide|pass) <4>(the )?<2>(link|draft|document|file|details|questions|questionnaire|agenda|invitation|materials?|paper|article|outline|zoom|meeting) <8>(if|once|when|after|upon|as soon as|interested|confirm|agree)",
            r"(if|once|when|after|upon) <8>(interested|agree|confirm\w*|reply|response|approval|willing|accept) <6>(i|we)('ll| will| can| shall|'d| would) <3>(send|share|forward|provide|pass)",
            "(confirm|let me know|indicate|tell me) <3>(your )?(interest|availability|willingness|whether you are interested|if you are interested)",
        ),
        "ar": (
            "(سأرسل|سنرسل|سأرسله|سأوافيكم|سنوافيكم|سأشارك|سنشارككم|أرسل لكم) <6>(الرابط|المسودة|الملف|التفاصيل|الأسئلة|رابط|البرنامج|الدعوة)",
            "(في حال|إذا|عند|بعد) <2>(موافقتكم|اهتمامكم|ردكم|تأكيدكم|كنتم مهتمين|كنت مهتما|قبولكم|موافقتك)",
        ),
        "fa": (
            "(در صورت|پس از|بعد از) <2>(تمایل|موافقت|تایید|تأیید|علاقه|پاسخ|اعلام)",
            "(لینک|فایل|پرونده|متن|سوالات|جزئیات|جزییات) <5>(خواهم فرستاد|ارسال می ?کنم|می ?فرستم|ارسال خواهم|خواهیم فرستاد|ارسال خواهد)",
        ),
        "he": (
            "(אשלח|נשלח|אעביר|אשתף|אוכל לשלוח) <4>(את )?<1>(ה)?(קישור|טיוטה|מסמך|קובץ|פרטים|שאלות|הזמנה|חומרים)",
            "(אם|במידה ו|לאחר ש|ברגע ש) <2>(תסכים|תסכימי|מעוניין|מעוניינת|תאשר|תאשרי|תשיב|תשיבי)",
        ),
        "es": (
            "(le|te|les) (enviaré|enviaremos|compartiré|mandaré|haré llegar) <5>(enlace|documento|borrador|archivo|detalles|preguntas|programa)",
            "(si|cuando|una vez) <4>(interesad[oa]|confirme|acepta|responda|de acuerdo|confirma su interés)",
        ),
        "fr": (
            "(je|nous) (vous |t')<1>(enverrai|enverrons|transmettrai|ferai parvenir|partagerai|communiquerai) <5>(lien|document|brouillon|fichier|détails|questions|programme)",
            "(si|dès que|une fois) <5>(intéressée?s?|confirmez|acceptez|accord|votre réponse)",
        ),
        "de": (
            "(ich|wir) (sende|senden|schicke|schicken|werde|lasse) <3>(ihnen|dir) <6>(link|dokument|entwurf|datei|details|fragen|programm|unterlagen)",
            "(wenn|sobald|falls|bei) <5>(interesse|interessiert|zusagen|bestätigen|einverstanden|zustimmen)",
        ),
        "pt": (
            "(lhe|te|vos|eu) <1>(enviarei|enviaremos|mandarei|encaminharei|compartilharei|envio) <5>(link|documento|rascunho|arquivo|detalhes|perguntas|programa)",
            "(se|quando|assim que|caso) <4>(interessad[oa]|confirmar|aceitar|responder|tenha interesse|de acordo)",
        ),
    },
    hits=lambda: [
        message(text="If you are interested I will send you the questions and the meeting link."),
        message(text="سأرسل لكم الرابط بعد موافقتكم."),
        message(text="في حال اهتمامكم سنرسل المسوده"),
        message(text="در صورت تمایل، لینک را برایتان می\u200cفرستم."),
        message(text="پس از تاييد شما فایل ارسال خواهد شد"),
        message(text="אם תסכים אשלח את הקישור."),
        message(text="Si está interesado, le enviaré el enlace."),
        message(text="Si vous êtes intéressé, je vous enverrai le lien."),
        message(text="Wenn Sie Interesse haben, schicke ich Ihnen den Entwurf."),
        message(text="Se tiver interesse; assim que confirmar, lhe enviarei o link."),
    ],
    misses=lambda: [
        message(text="I will send flowers to the committee."),
        message(text="The link between turnout and weather is weak."),
        message(text="Der Entwurf liegt dem Ausschuss vor."),
    ],
)
def link_comes_later(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The reader is to answer first; the bait follows."""
    yield from said(mail, hits)
