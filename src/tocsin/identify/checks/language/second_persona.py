"""It brings in a colleague who is copied or will write."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="second-persona",
    weight=Weight.NONE,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598",
        "T1656",
    ),
    explain={
        "en": "It brings in a colleague who is copied or will write. Several invented persons in one thread make a story credible.",
        "ar": "تُقحم الرسالة زميلًا يظهر في النسخة أو يُقال إنه سيكتب لاحقًا. تعدد الشخصيات المختلقة في سلسلة واحدة يجعل القصة مقنعة.",
    },
    phrases={
        "en": (
            "(my|our) <2>(colleague|assistant|co-?author|director|research assistant|supervisor|secretary|deputy|partner|team member) <5>(cc'?d|copied|in cc|in copy|on cc|cc here|will (contact|write|send|be in touch|follow up|reach out|share|coordinate)|who is)",
            r"(cc'?ing|copying|i've copied|i have copied|i've cc|looping in|adding) <4>(my |our )?<1>(colleague|assistant|co-?author|director|dr|prof|supervisor|\S+ here)",
        ),
        "ar": (
            "(زميلي|زميلتي|زميلنا|مساعدي|مساعدتي|مديري|المشرف) <5>(في النسخة|نسخة|سيتواصل|ستتواصل|سيراسلك|سيكتب|ستكتب|سيرسل|في الإرسال)",
        ),
        "fa": (
            "(همکارم|همکار من|دستیارم|همکارمان|مدیرم|استادم) <5>(رونوشت|در کپی|تماس خواهد|خواهد نوشت|پیام می ?دهد|ارسال می ?کند|تماس می ?گیرد|در ارتباط)",
        ),
        "he": (
            "(עמיתי|עמיתתי|עוזרי|עוזרתי|הקולגה|העוזרת שלי|העוזר שלי|שותפי|מנהלי) <4>(מכותב|מכותבת|בהעתק|יצור|תיצור|יכתוב|תכתוב|ישלח|תשלח)",
        ),
        "es": (
            "(mi|nuestr[oa]) <1>(colega|compañer[oa]|asistente|ayudante|directora?|coautora?) <5>(en copia|copiad[oa]|le escribirá|se pondrá en contacto|le contactará|enviará)",
        ),
        "fr": (
            "(mon|ma|notre) <1>(collègue|assistante?|directeur|directrice|co-?auteur) <5>(en copie|vous écrira|vous contactera|prendra contact|enverra)",
        ),
        "de": (
            "(mein|meine|unsere|meinen|meiner) <1>(kollege|kollegin|kollegen|assistentin|assistent|mitarbeiter|mitarbeiterin|chefin|chef|koautor) <6>(cc|in kopie|meldet sich|wird sich|schreibt|melden|schicken)",
        ),
        "pt": (
            "(meu|minha|nossa|nosso) <1>(colega|assistente|diretora?|coautora?) <5>(em cópia|copiad[oa]|entrará em contato|escreverá|enviará|vai entrar)",
        ),
    },
    hits=lambda: [
        message(text="My colleague Noor, cc'd here, will send the agenda."),
        message(text="زميلتي في النسخة وستتواصل معكم."),
        message(text="مساعدي سيراسلك لاحقا"),
        message(text="همکارم که در کپی است با شما تماس می\u200cگیرد."),
        message(text="همكارم رونوشت شده است"),
        message(text="עמיתתי מכותבת ותיצור איתך קשר."),
        message(text="Mi colega en copia le escribirá."),
        message(text="Ma collègue en copie vous écrira."),
        message(text="Meine Kollegin in Kopie meldet sich."),
        message(text="Minha colega em cópia entrará em contato."),
    ],
    misses=lambda: [
        message(text="My colleague won the race."),
        message(text="Colleagues, the canteen is closed."),
        message(text="Meine Kollegin hat Geburtstag."),
    ],
)
def second_persona(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A colleague introduced in the copy field or announced."""
    yield from said(mail, hits)
