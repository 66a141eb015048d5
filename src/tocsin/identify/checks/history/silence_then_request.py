"""After a long silence, a request."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="silence-then-request",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1586.002", "T1534"),
    explain={
        "en": "This correspondent had not written for half a year or more, and now asks for something to be done.",
        "ar": "لم يكتب هذا المُراسِل منذ نصف سنة أو أكثر، وهو يطلب الآن القيام بأمر ما.",
    },
    phrases={
        "en": (
            r"(urgent|urgently|as soon as possible|right away|need your help|do me a favou?r|small favou?r|quick favou?r)",
            r"(please )?(send|transfer|wire|pay|open|review|check|see|download|fill in|sign) (\S+ ){0,3}(money|payment|invoice|document|attached|attachment|link|file|form|account)",
        ),
        "ar": (
            r"(عاجل|بشكل عاجل|في اقرب وقت|احتاج (الى )?مساعدت|خدمه صغيره|معروفا)",
            r"(يرجى|ارجو|الرجاء) (\S+ ){0,3}(تحويل|دفع|فتح|مراجعة|تحميل|تعبئة|توقيع)",
        ),
        "fa": (
            r"(فوری|هر چه زودتر|در اسرع وقت|به کمک شما نیاز|لطفی در حق)",
            r"(لطفا|خواهشمند) (\S+ ){0,4}(واریز|پرداخت|باز کنید|دانلود|بررسی کنید|امضا)",
        ),
        "he": (
            r"(דחוף|בהקדם|צריך את עזרת|צריכה את עזרת|טובה קטנה)",
            r"(נא|אנא|בבקשה) (\S+ ){0,3}(להעביר|לשלם|לפתוח|לעיין|להוריד|למלא|לחתום)",
        ),
        "es": (
            r"(urgente|cuanto antes|necesito (su|tu) ayuda|un favor)",
            r"(por favor|le ruego),? (\S+ ){0,3}(transfer|pag|abr|revis|descarg|firm)\w*",
        ),
        "fr": (
            r"(urgent|de toute urgence|dès que possible|besoin de (votre|ton) aide|un service)",
            r"(merci de|veuillez|pouvez-vous) (\S+ ){0,3}(virer|payer|régler|ouvrir|consulter|télécharger|signer)",
        ),
        "de": (
            r"(dringend|so bald wie möglich|so schnell wie möglich|(ihre|deine) hilfe|einen gefallen)",
            r"(bitte|könnten sie|könntest du) (\S+ ){0,5}(überweis|zahl|öffne|prüfe|lade|unterschreib)\w*",
        ),
        "pt": (
            r"(urgente|o mais rápido possível|preciso da (sua|tua) ajuda|um favor)",
            r"(por favor|favor),? (\S+ ){0,3}(transfer|pag|abr|revis|baix|assin)\w*",
        ),
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="I need your help urgently.",
            context=past(6, days=900, silent=400),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="أحتاج إلى مساعدتك بشكل عاجل",
            context=past(6, days=900, silent=400),
        ),
        message(
            sender="Vera North <vera@north.test>", text="لطفاً سند را باز کنید", context=past(6, days=900, silent=400)
        ),
        message(sender="Vera North <vera@north.test>", text="נא לפתוח את הקובץ", context=past(6, days=900, silent=400)),
        message(
            sender="Vera North <vera@north.test>",
            text="Por favor, revise el documento",
            context=past(6, days=900, silent=400),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Merci de signer le formulaire",
            context=past(6, days=900, silent=400),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Bitte öffnen Sie die Datei",
            context=past(6, days=900, silent=400),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="Por favor assine o documento",
            context=past(6, days=900, silent=400),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            text="I need your help urgently.",
            context=past(6, days=900, silent=20),
        ),
        message(
            sender="Vera North <vera@north.test>",
            text="How have you been all this time?",
            context=past(6, days=900, silent=400),
        ),
    ],
)
def silence_then_request(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A person, not a list; an account that slept is a favourite to be taken over."""
    last = facts(context)[0].last_seen
    if last is None or context.as_of is None or mail.is_list or (context.as_of - last).days < 180:
        return
    for piece in asked(mail, hits):
        yield evidence(piece.span, phrase=piece.facts["phrase"], date=last.date().isoformat())
