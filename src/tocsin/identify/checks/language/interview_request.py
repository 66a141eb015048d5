"""Somebody asks for an interview or introduces themselves as a journalist."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="interview-request",
    weight=Weight.NONE,
    danger=Danger.CONVERSATION,
    attack=(
        "T1598.001",
        "T1656",
    ),
    explain={
        "en": "Somebody asks for an interview or introduces themselves as a journalist. That is everyday work; it matters if the sender is not who they say.",
        "ar": "يطلب شخص مقابلة أو يعرّف نفسه صحفيًا، وهذا عمل يومي، ولا يهم إلا إذا كان المُرسِل غير من يدّعي أن يكون.",
    },
    phrases={
        "en": (
            "(interview|speak|talk|chat|conversation|quote|comment) <6>(you|with you|your) <8>(article|story|piece|programme|program|podcast|documentary|newspaper|magazine|show|series|broadcast|channel|interview)",
            "(interview|interviewing) (you|with you|request|invitation|questions)",
            "(i'm|i am|we are) (a|an) <3>(journalist|reporter|correspondent|producer|editor|columnist|documentary)",
        ),
        "ar": (
            "(إجراء|اجراء) <2>(مقابلة|حوار|لقاء)",
            "(أنا|اعمل|أعمل) <1>(صحفي|صحفية|صحافي|صحافية|مراسل|مراسلة|محرر|محررة|إعلامية|إعلامي)",
        ),
        "fa": (
            "(مصاحبه|گفت ?و ?گو|گفتگو) <4>(با شما|انجام|داشته باشم|داشته باشیم|ترتیب|مطبوعاتی)",
            "(خبرنگار|روزنامه ?نگار|گزارشگر|سردبیر) <3>(هستم|روزنامه|شبکه|خبرگزاری|مجله)",
        ),
        "he": (
            "(ראיון|לראיין|להתראיין|תגובה לכתבה|שיחת רקע)",
            "(אני|אנחנו) (עיתונאי|עיתונאית|כתב|כתבת|תחקירן|תחקירנית|עורך|עורכת)",
        ),
        "es": (
            r"(entrevista|entrevistar|entrevistarle|entrevistarlo)\S* <5>(con usted|contigo|para|sobre|le|periódico|programa)",
            "(soy|somos) <2>(periodista|reporter|corresponsal|redactor|productor)",
        ),
        "fr": (
            "(interview|interviewer|entretien|entrevue) <6>(avec vous|vous|pour|journal|émission|article|sur)",
            "(je suis|nous sommes) <2>(journaliste|reporter|correspondant|rédact|product)",
        ),
        "de": (
            "(interview|interviewen|gespräch) <5>(mit ihnen|ihnen|für|über|führen|zeitung|sendung)",
            "(ich bin|ich arbeite als) <2>(journalist|reporter|korrespondent|redakteur)",
        ),
        "pt": (
            r"(entrevista|entrevistar)\S* <5>(com você|consigo|com o senhor|para|sobre|jornal|programa)",
            "(sou|somos) <2>(jornalista|repórter|correspondente|redator|produtor)",
        ),
    },
    hits=lambda: [
        message(text="I am a reporter and would like to interview you for our podcast."),
        message(text="أرغب في إجراء مقابلة معكم للصحيفة."),
        message(text="انا صحفيه من جريده الميناء"),
        message(text="مایلم مصاحبه\u200cای با شما داشته باشم؛ مصاحبه با شما"),
        message(text="من خبرنگار روزنامه هستم"),
        message(text="אשמח לקיים איתך ראיון לכתבה."),
        message(text="Me gustaría una entrevista con usted."),
        message(text="Je souhaite un entretien avec vous pour notre journal."),
        message(text="Ich würde gern ein Interview mit Ihnen führen."),
        message(text="Gostaria de uma entrevista com você."),
    ],
    misses=lambda: [
        message(text="The minister spoke on the radio this morning."),
        message(text="The view from the hall is fine."),
        message(text="Der Minister sprach im Radio."),
    ],
)
def interview_request(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The approach of a journalist, honest or pretended."""
    yield from said(mail, hits)
