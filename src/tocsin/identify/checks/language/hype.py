"""It uses the stock phrases of junk advertising: no risk, act now, absolutely free."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import several
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="hype",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    explain={
        "en": "It uses the stock phrases of junk advertising: no risk, act now, absolutely free.",
        "ar": "تستخدم الرسالة عبارات الإعلانات المزعجة المعهودة: انعدام المخاطرة، والحثّ على الإسراع، والمجانية التامة.",
    },
    phrases={
        "en": (
            "(100 ?%|absolutely|totally|completely) (free|guaranteed|satisfaction|risk.?free|legal|natural|safe)",
            "(act|order|apply|call|buy|sign up|join|click|start|get started|hurry) (now|today|fast|right now|immediately)!",
            "(no|without) (risk|obligation|cost|strings attached|catch|gimmicks|purchase necessary|hidden (costs|fees)|questions asked|experience|hassles?|investment)",
            "(risk.?free|limited (time|supply|availability|quantities)|while supplies last|don't (miss|delay|wait|hesitate)|once in a lifetime|this is not (a )?(spam|scam|joke)|offer (expires|ends|valid|won't last)|time is running out|supplies are limited|hurry( up)?(!|,))",
            "(you will|you'll|you won't) (be amazed|not believe|love|believe|be shocked|never)|(amazing|incredible|unbelievable|revolutionary|life.?changing) (results?|offer|product|discovery|opportunity|breakthrough|new)",
            "(lowest|best|rock.?bottom|unbeatable) (prices?|rates?|deal)|(satisfaction|money.?back|results) guarantee|dear (friend|consumer|homeowner|investor|internet marketer|opportunity seeker)",
            "(click|tap) (here|below|the (link|button))|visit our web ?site|for more (info|information|details) (click|visit|call)",
        ),
        "ar": (
            "(مجانا تماما|بدون مخاطرة|لا تفوت|سارع|الفرصة الأخيرة|عرض محدود|مضمون 100|لا تتردد|فرصة العمر|اضغط هنا|انقر هنا)",
        ),
        "fa": (
            "(کاملا رایگان|بدون ریسک|از دست ندهید|عجله کنید|فرصت محدود|تضمینی|شانس خود|کلیک کنید|اینجا کلیک|همین حالا)",
        ),
        "he": (
            r"(חינם לגמרי|ללא סיכון|אל תפספס\S*|מהרו|מספר המקומות מוגבל|הזדמנות אחרונה|לחצו כאן|לחץ כאן|ללא התחייבות|מובטח)",
        ),
        "es": (
            r"(totalmente gratis|sin riesgos?|sin compromiso|no (te |se )?lo pierd\S+|últimas? (horas|oportunidad|unidades)|oferta limitada|haga clic|haz clic|100 ?% (gratis|garantizado)|aproveche|garantizado)",
        ),
        "fr": (
            "(totalement gratuit|100 ?% (gratuit|garanti)|sans (risque|engagement|obligation)|ne manquez pas|dernière chance|offre limitée|cliquez ici|dépêchez-vous|profitez-en|satisfait ou remboursé|soyez rapide)",
        ),
        "de": (
            "(völlig kostenlos|100 ?% (kostenlos|gratis|garantiert)|ohne risiko|unverbindlich|nicht verpassen|letzte chance|nur solange|klicken sie hier|hier klicken|jetzt (sichern|zugreifen|bestellen|teilnehmen|starten)|beeilen sie sich|garantiert|verschwende keine zeit)",
        ),
        "pt": (
            r"(totalmente grátis|100 ?% (grátis|garantid\S)|sem (risco|compromisso|burocracia|consulta)|não perca|última chance|últimas (horas|vagas|unidades)|por tempo limitado|clique aqui|corra|aproveite|garantid[oa]|imperdível)",
        ),
    },
    hits=lambda: [
        message(text="Absolutely free and no obligation. Order now!"),
        message(text="مجانًا تمامًا، لا تفوت العرض، اضغط هنا."),
        message(text="فرصه العمر، سارع"),
        message(text="کاملاً رایگان، از دست ندهید."),
        message(text="بدون ريسك و تضميني"),
        message(text="ללא התחייבות, מהרו, לחצו כאן."),
        message(text="Sin compromiso, no te lo pierdas, haga clic."),
        message(text="Sans engagement, dernière chance, cliquez ici."),
        message(text="Unverbindlich und ohne Risiko, klicken Sie hier."),
        message(text="Não perca, por tempo limitado, clique aqui."),
    ],
    misses=lambda: [
        message(text="Click here to read the minutes."),
        message(text="Entry is free, no ticket needed."),
        message(text="Klicken Sie hier für das Protokoll."),
    ],
)
def hype(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """At least two stock phrases of junk."""
    yield from several(mail, hits, 2)
