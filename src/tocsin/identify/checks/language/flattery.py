"""It praises the reader's work before asking for something."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="flattery",
    weight=Weight.NONE,
    danger=Danger.CONVERSATION,
    attack=("T1656",),
    explain={
        "en": "It praises the reader's work before asking for something.",
        "ar": "تمدح الرسالة عمل القارئ قبل أن تطلب شيئًا.",
    },
    phrases={
        "en": (
            "(admire|admirer of|impressed (by|with)|following|read|great respect for|fan of|inspired by|enjoyed) <3>your <3>(work|articles?|research|writing|career|expertise|publications?|book|activism|reporting|analysis|efforts)",
            "(your|given your) <3>(outstanding|valuable|remarkable|distinguished|extensive|impressive|deep|great|unique) <3>(work|expertise|knowledge|experience|contribution|insight|research|career)",
        ),
        "ar": (
            "(معجب|معجبة|أتابع|نتابع|نقدر|أقدر|إعجابي) <4>(عملكم|أعمالكم|مقالاتكم|كتاباتكم|جهودكم|أبحاثكم|عملك|مقالاتك|كتاباتك|خبرتكم)",
            "(خبرتكم|خبرتك|جهودكم|إسهاماتكم) (الواسعة|القيمة|الكبيرة|المتميزة|العميقة|الطويلة)",
        ),
        "fa": (
            "(دنبال|مطالعه|تحسین|علاقه ?مند|احترام) <5>(مقالات|نوشته ?های|آثار|فعالیت ?های|پژوهش ?های|تحلیل ?های) <1>(شما|تان)",
            "(تخصص|تجربه|دانش|آثار) (ارزشمند|گسترده|عمیق|گرانقدر)",
        ),
        "he": (
            "(מעריך|מעריכה|עוקב|עוקבת|התרשמתי|קראתי) <4>(עבודתך|פעילותך|מאמריך|מחקריך|כתיבתך|העבודה שלך|המאמרים שלך)",
        ),
        "es": (
            r"(admir|sig|leíd|impresionad|respet)\S* <5>(su|tu) (trabajo|labor|artículos|obra|trayectoria|investigación)",
            r"(su|tu) (valios|amplia|destacad|extraordinari)\S* (experiencia|trabajo|labor|trayectoria|conocimientos?)",
        ),
        "fr": (
            r"(admir|sui|apprécie|impressionné|lu avec)\S* <5>(votre|vos|ton|tes) (travail|travaux|articles|parcours|recherches|écrits|engagement)",
            r"(votre|vos) (précieu|vaste|remarquable|grande)\S* (expertise|expérience|travail|connaissance)\S*",
        ),
        "de": (
            r"(bewunder|verfolg|beeindruckt|schätz|gelesen)\S* <6>(ihre|ihrer|ihren|deine) (arbeit|artikel|forschung|beiträge|werk|veröffentlichungen|engagement|texte)",
            r"(ihre|ihrer) (wertvolle|herausragende|umfassende|große|langjährige)\S* (expertise|arbeit|erfahrung|kenntnisse)",
        ),
        "pt": (
            r"(admir|acompanh|impressionad|respeit)\S* <5>(seu|sua|seus|o seu) (trabalho|artigos|pesquisa|trajetória|obra|atuação)",
            r"(sua|seu) (valios|vasta|extraordinári|grande)\S* (experiência|trabalho|conhecimento|trajetória)",
        ),
    },
    hits=lambda: [
        message(text="I have long admired your work, and given your extensive expertise I write to you."),
        message(text="أتابع مقالاتكم منذ سنوات وأقدر خبرتكم الواسعة."),
        message(text="انا معجبه باعمالكم ونقدر جهودكم"),
        message(text="مدت\u200cهاست مقالات شما را دنبال می\u200cکنم؛ تخصص ارزشمند شما"),
        message(text="با احترام به فعاليت\u200cهاي شما"),
        message(text="אני עוקב אחרי עבודתך."),
        message(text="Admiro su trabajo desde hace años."),
        message(text="J'admire votre travail depuis longtemps."),
        message(text="Ich bewundere Ihre Arbeit seit Jahren."),
        message(text="Admiro seu trabalho há anos."),
    ],
    misses=lambda: [
        message(text="Your ticket is attached."),
        message(text="The work on the bridge is done."),
        message(text="Die Arbeiten an der Brücke enden."),
    ],
)
def flattery(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Praise of the reader's work; honest in most letters."""
    yield from said(mail, hits)
