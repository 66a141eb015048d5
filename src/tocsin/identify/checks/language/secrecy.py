"""It asks to keep the matter secret."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="secrecy",
    weight=Weight.HINT,
    danger=Danger.CONVERSATION,
    attack=("T1656",),
    explain={
        "en": "It asks to keep the matter secret. Sources and colleagues do that too; it matters together with a request.",
        "ar": "تطلب الرسالة إبقاء الأمر سرًّا، وقد يفعل ذلك مصدر أو زميل أيضًا، فالمهم ما يُطلب معه.",
    },
    phrases={
        "en": (
            "(keep|keeping) (this|it|that|the matter|our|everything|all this) <4>(between us|to yourself|confidential|private|secret|discreet|quiet|strictly|among us|under wraps)",
            "(don't|do not|please do not|never|without) <1>(tell|discuss|mention|share|inform|disclose|involve|telling|informing) <2>(this|it|anyone|anybody|anyone else|with anyone|with anybody|this to|colleagues|the office|others)",
            "(strictly|highly|utmost|top|absolute|in strict|in the strictest|maximum) (confidential|confidence|confidentiality|secret|secrecy|discretion)",
            "(confidential|discreet|private) (transaction|business|deal|matter|task|assignment|proposal|project)",
        ),
        "ar": (
            "(يبقى|ابق|ابقاء|إبقاء|اجعل|نبقي|يظل) <2>(هذا|الأمر|الموضوع|ذلك|بيننا)? ?<2>(بيننا|سرًا|سريًا|سرا|سريا|طي الكتمان|في سرية)",
            "(سرية تامة|بسرية تامة|منتهى السرية|غاية السرية|في سرية|طي الكتمان|بالغ السرية|سري للغاية)",
            "(لا|عدم|دون) (تخبر|تخبري|تخبروا|إخبار|إطلاع|ابلاغ|اطلاع) <1>(أحد|أحدا|أي|الآخرين|الزملاء)",
        ),
        "fa": (
            "(بین خودمان|محرمانه|پیش خودت|مخفی) <2>(بماند|نگه دار|نگه ?دارید|نگهدارید|باشد|بمونه|تلقی|باقی)",
            "(به کسی|با کسی|به هیچ ?کس|به هیچ کس|با هیچ کس) <4>(نگو|نگویید|نگید|صحبت نکن|اطلاع نده|در میان نگذار|چیزی نگو)",
            "(کاملا|کاملاً|به ?شدت|فوق ?العاده|بسیار) محرمانه",
        ),
        "he": (
            "(יישאר|ישאר|שישאר|תשאיר|תשאירי|נשאיר|לשמור|שמור|שמרי) <3>(בינינו|בסוד|חסוי|בדיסקרטיות|סודי)",
            "(אל|בלי|לא) (תספר|תספרי|לספר|תגיד|תדבר|תשתף|לשתף|לערב) <2>(לאף אחד|אף אחד|על זה|לאיש|אחרים)",
            "(בסודיות|סודי|חסוי) (מוחלטת|ביותר|גמורה|לחלוטין)",
        ),
        "es": (
            r"(mant|guard)\S* <4>(secreto|entre nosotros|confidencial|discreción|en privado|reserva)",
            "(no (se )?lo (digas|diga|comente|comentes|comparta|cuentes)|no hable con nadie|sin decir a nadie|no lo cuente)",
            "(estrictamente|absoluta|total|máxima|altamente) (confidencial|confidencialidad|discreción|reserva)",
        ),
        "fr": (
            r"(gard|rest|conserv)\S* <4>(entre nous|confidentiel|secret|pour vous|pour toi|discret)",
            "(n'en parle|n'en parlez|ne (le )?dites|ne dis rien|sans en parler|n'en discutez|ne parlez) <2>(à personne|personne|aux autres|de ceci|de cela)",
            "(strictement|hautement|absolument|plus grande|totale) (confidentiel|confidentielle|confidentialité|discrétion)",
        ),
        "de": (
            r"(behalt|behandel|halt|bleib|blieb)\S* <5>(unter uns|für sich|vertraulich|geheim|für dich|diskret)",
            "(sprich|sprechen sie|reden sie|sag|sagen sie) <2>(mit|niemandem|es) <2>(niemandem|darüber|davon|etwas)",
            "(streng|absolut|höchst|strengste|absolute) (vertraulich|geheim|vertraulichkeit|diskretion|verschwiegenheit)",
        ),
        "pt": (
            r"(mant|guard|fique|fica)\S* <4>(entre nós|confidencial|segredo|sigilo|discrição|em privado)",
            "(não (conte|comente|fale|diga|compartilhe|partilhe)) <3>(ninguém|outras pessoas|mais ninguém|com outros)",
            "(estritamente|absoluto|total|altamente|máxima) (confidencial|sigilo|sigilosa|confidencialidade|discrição)",
        ),
    },
    hits=lambda: [
        message(text="Please keep this between us for now."),
        message(text="Do not tell anyone in the office, it is strictly confidential."),
        message(text="أرجو أن يبقى هذا الأمر بيننا."),
        message(text="الموضوع سري للغايه."),
        message(text="خواهش می\u200cکنم این موضوع محرمانه بماند."),
        message(text="به كسي چيزي نگو."),
        message(text="חשוב שזה יישאר בינינו."),
        message(text="Mantenga esto en secreto, por favor."),
        message(text="Que cela reste entre nous."),
        message(text="Bitte behandeln Sie das streng vertraulich."),
        message(text="Mantenha isso entre nós."),
    ],
    misses=lambda: [
        message(text="The ballot is secret in every democracy."),
        message(text="The gap between us and the other party is two points."),
        message(text="La confidentialité des données est notre métier."),
    ],
)
def secrecy(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Secrecy asked of the reader."""
    yield from said(mail, hits)
