"""A short opening: are you there, I need a quick favour."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_SHORT = 700
"""Characters of the sender's own words: such openings are a few lines."""


@check(
    id="quick-favour",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=(
        "T1656",
        "T1657",
    ),
    explain={
        "en": "A short opening: are you there, I need a quick favour. Fraud in a superior's name begins so.",
        "ar": "افتتاحية قصيرة تسأل هل القارئ متاح لخدمة سريعة. وهكذا يبدأ الاحتيال باسم المسؤول.",
    },
    phrases={
        "en": (
            r"(are you|r u|you) <1>(available|free|at your desk|in the office|around|busy|there|reachable|less busy|on seat)( now| today| at the moment| right now)?( |\?|\.|,|$)",
            "(need|want|do|help|with) <4>(quick|small|urgent|little|big) <1>(favou?r|task|errand|request|assignment|help)",
            "(i'm|i am|am|currently|stuck) <2>(in a meeting|in meetings|in a conference|boarding|on a (plane|flight|call)|can't (talk|take calls)|cannot talk|unable to (call|talk))",
            "(get back to me|let me know|reply|e-?mail me) <3>(asap|as soon as|when you (get|see|are)|once you (get|see)|if you are (available|free|there|around))",
            "(send|drop|give|text) (me )?<1>your <1>(cell|mobile|phone|whatsapp|personal)",
        ),
        "ar": (
            "(هل أنت|هل انت|هل أنتم) <1>(متاح|متاحة|متفرغ|متفرغة|موجود|موجودة|في المكتب|مشغول|متواجد)",
            "(أحتاج|احتاج|أريد|أحتاجك) <3>(خدمة|مساعدة|معروف|مهمة|طلب) <1>(سريعة|صغيرة|عاجلة|عاجل|بسيطة|سريع|صغير)",
            "(أنا|انا) <1>(في اجتماع|مشغول الآن|لا استطيع التحدث|لا أستطيع الكلام)",
        ),
        "fa": (
            "(در دسترس|آزاد|سر کار|دفتر|وقت) <2>(هستی|هستید|دارید|داری|هستین)",
            "(کار|لطف|درخواست|کمک) <2>(کوچک|فوری|سریع|مهم)",
            "(در جلسه|جلسه هستم|نمی ?توانم صحبت|نمی ?تونم صحبت)",
        ),
        "he": (
            "(את|אתה|אתם) <1>(פנוי|פנויה|זמין|זמינה|במשרד|פנויים|זמינים|ליד המחשב)",
            "(צריך|צריכה|אפשר) <3>(טובה|עזרה|משימה|בקשה)",
            "(אני בישיבה|אני בפגישה|לא יכול לדבר|לא יכולה לדבר)",
        ),
        "es": (
            r"(está|estás|estas|esta) <1>(disponible|libre|ocupad[oa]|en la oficina|ahí)( |\?|\.|,|$)",
            "(necesito|hazme|hágame|pedirte|pedirle) <3>(favor|tarea|gestión|encargo|ayuda)",
            "(estoy) <2>(en una reunión|reunid[oa]|ocupad[oa]|en reunión)",
        ),
        "fr": (
            r"(êtes-vous|es-tu|tu es|vous êtes) <1>(disponible|libre|au bureau|là|occupée?)( |\?|\.|,|$)",
            "(besoin|demander|rendre|faire) <3>(service|petit service|faveur|tâche|aide rapide)",
            "(je suis) <2>(en réunion|en conférence|occupée?)",
        ),
        "de": (
            r"(sind sie|bist du|sind sie gerade|bist du gerade) <2>(verfügbar|erreichbar|im büro|da|am platz|frei|am schreibtisch)( |\?|\.|,|$)",
            "(brauche|bräuchte|bitte|hätte) <4>(gefallen|kurze aufgabe|schnelle hilfe|kleine bitte|kurzen gefallen|eine aufgabe)",
            "(ich bin|bin gerade|sitze) <3>(meeting|besprechung|konferenz|sitzung|termin)",
        ),
        "pt": (
            r"(está|você está|estás) <1>(disponível|livre|ocupad[oa]|no escritório|aí|por aí)( |\?|\.|,|$)",
            "(preciso|pode me|me faz|queria) <4>(favor|tarefa rápida|ajuda rápida|favorzinho)",
            "(estou) <2>(em reunião|numa reunião|em uma reunião|ocupad[oa])",
        ),
    },
    hits=lambda: [
        message(text="Are you available? I need a quick favour."),
        message(text="هل أنت متاح؟ أحتاج خدمة سريعة."),
        message(text="هل انت متفرغه الان"),
        message(text="در دسترس هستید؟ یک کار فوری دارم."),
        message(text="من در جلسه هستم و نمي\u200cتوانم صحبت کنم"),
        message(text="את פנויה? אני צריך טובה קטנה."),
        message(text="¿Está disponible? Necesito un favor."),
        message(text="Êtes-vous disponible ? J'ai besoin d'un petit service."),
        message(text="Sind Sie im Büro? Ich brauche einen kurzen Gefallen."),
        message(text="Você está disponível? Preciso de um favor."),
    ],
    misses=lambda: [
        message(text="The minutes are available on the wiki."),
        message(text="The election favours neither side."),
        message(text="Die Unterlagen liegen im Archiv."),
    ],
)
def quick_favour(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The boss opener; counts only in a short message."""
    if len(mail.own_words) <= _SHORT:
        yield from said(mail, hits)
