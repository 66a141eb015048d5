"""It says that a mailbox or storage is full, so that somebody signs in on a false page."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="mailbox-full",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It says that a mailbox or storage is full, so that somebody signs in on a false page.",
        "ar": "تقول الرسالة إن صندوق البريد أو مساحة التخزين ممتلئة، لدفع القارئ إلى تسجيل الدخول في صفحة زائفة.",
    },
    phrases={
        "en": (
            r"(mailbox|mail ?box|inbox|e-?mail|webmail|cloud|icloud|drive|storage|disk) <3>(is|has|almost|nearly|is almost|now|was|at|got) <2>(full|(reached|exceeded|run out|maxed)|at \d+ ?%|out of (storage|space)|over quota|limit)",
            "(mailbox|e-?mail|mail|storage|inbox|cloud) <1>(quota|storage|space|limit|capacity) <3>(exceed|full|reached|upgrade|almost|limit|is low|warning|alert|running|has been used|notification)",
            "(exceeded|reached|exceeding|used up) <2>(your |its |the )?<2>(quota|storage (limit|capacity|space)|mailbox limit|mailbox size|storage)",
            "(upgrade|increase|expand|add|free up|get) (your |more |additional |extra )?<2>(mailbox|e-?mail|storage|cloud|webmail|icloud) <1>(quota|storage|space|capacity|plan|now)",
            "(photos|files|videos|pictures|documents|data) (and <2>)?(will|are going to|may|could) (soon )?be (deleted|removed|lost|erased)",
            "(incoming|new) (e-?mails?|mails?|messages?) <4>(blocked|rejected|bounce|suspended|returned|undelivered) <3>(quota|storage|full|space)",
        ),
        "ar": (
            "(صندوق|بريدك|بريدكم|البريد|مساحة التخزين|التخزين|مساحة|السحابة) <3>(ممتلئ|امتلأ|امتلأت|ممتلئة|وصل الى الحد|تجاوز|تجاوزت|نفدت|على وشك الامتلاء|شبه ممتلئ)",
            "(تجاوزت|تجاوز|تجاوزتم) <2>(حصة|الحصة|سعة|الحد|مساحة) <1>(البريد|التخزين|المسموح|المخصصة|صندوق)",
            "(زيادة|ترقية|توسيع) (مساحة|سعة|حصة) (التخزين|البريد|صندوق|بريدك)",
        ),
        "fa": (
            "(صندوق|ایمیل|فضای ذخیره|حجم|فضای|ظرفیت|سهمیه) <4>(پر شده|پر است|تکمیل|به پایان|به حد|تمام شده|پر می ?شود|رو به اتمام|پرشده)",
            "(افزایش|ارتقای|ارتقا) (فضا|ظرفیت|سهمیه|حجم|فضای)",
        ),
        "he": (
            "(תיבת הדואר|התיבה|האחסון|נפח האחסון|שטח האחסון|הענן) <3>(מלאה|מלא|התמלא|כמעט מלא|הגיע|חרג|חרגה|חריגה|אזל)",
            "(חריגה|חרגת|חרגתם|הגדל|להגדיל|שדרג) <1>(מ)?(מכסת|המכסה|נפח|האחסון|אחסון|מכסה)",
        ),
        "es": (
            "(buzón|correo|almacenamiento|bandeja|nube|cuota) <4>(llen[oa]|agotad|superad|excedid|límite|alcanzado|casi llen|completo)",
            "(ha superado|excedió|ha excedido|ha alcanzado|aumente|ampliar|amplíe) <2>(cuota|límite|almacenamiento|capacidad|espacio) <3>(buzón|correo|almacenamiento|cuenta)",
            "(fotos|archivos|vídeos|videos) <4>(serán|van a ser) (eliminad|borrad)",
        ),
        "fr": (
            "(boîte|messagerie|stockage|espace|cloud|quota) <4>(pleine|plein|saturé|dépassé|atteint|limite|presque plein|insuffisant)",
            "(dépassé|atteint|augmenter|augmentez) <2>(quota|limite|capacité|espace) <3>(boîte|messagerie|stockage|mail)",
            "(photos|fichiers|vidéos) <3>(seront|vont être) (supprimé|effacé)",
        ),
        "de": (
            "(postfach|speicher|mailbox|cloud|speicherplatz|cloud-?speicher|e-?mail-?speicher|posteingang) <4>(voll|erschöpft|überschritten|ausgelastet|limit|aufgebraucht|erreicht|knapp)",
            r"(speicher|postfach|kontingent|quota|speicherplatz)\S* <2>(erweitern|überschritten|erhöhen|aufrüsten|upgraden|überschreitung)",
            "(fotos|dateien|videos|daten|bilder) (werden|würden) <2>gelöscht",
        ),
        "pt": (
            "(caixa|e-?mail|armazenamento|espaço|nuvem|cota|icloud) <4>(chei[ao]|esgotad|excedid|lotad|limite|atingiu|quase chei)",
            "(excedeu|atingiu|ultrapassou|aumente|aumentar) <2>(cota|limite|capacidade|espaço|armazenamento) <3>(caixa|e-?mail|armazenamento|conta|nuvem)",
            "(fotos|arquivos|vídeos) <3>(serão|vão ser) (excluíd|apagad|deletad)",
        ),
    },
    hits=lambda: [
        message(text="Your mailbox is almost full and new mail will be blocked."),
        message(subject="Cloud storage limit reached: your photos will be deleted"),
        message(text="صندوق البريد الخاص بكم ممتلئ."),
        message(text="تجاوزت حصه البريد المسموح بها."),
        message(text="ظرفیت صندوق شما رو به اتمام است."),
        message(text="صندوق ايميل شما پر شده است."),
        message(text="תיבת הדואר שלך כמעט מלאה."),
        message(text="Su buzón está casi lleno."),
        message(text="Votre messagerie est presque pleine."),
        message(text="Ihr Postfach ist fast voll."),
        message(text="Sua caixa de entrada está cheia."),
    ],
    misses=lambda: [
        message(text="The meeting room is full, we put up more chairs."),
        message(text="The hard drive of the old camera holds two hours of film."),
        message(text="El teatro estaba casi lleno."),
    ],
)
def mailbox_full(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Mailbox quota, cloud storage."""
    yield from said(mail, hits)
