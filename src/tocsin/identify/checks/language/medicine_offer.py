"""It advertises medicines, slimming, hair, potency or other cures."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="medicine-offer",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    explain={
        "en": "It advertises medicines, slimming, hair, potency or other cures.",
        "ar": "تروّج الرسالة لأدوية أو تنحيف أو شعر أو قدرة جنسية أو علاجات أخرى.",
    },
    phrases={
        "en": (
            "(viagra| cialis|levitra|xanax|valium|phentermine|vicodin|tramadol| ambien |hgh|human growth hormone|ozempic|semaglutide|testosterone booster|male enhancement|penis enlarg|your penis|erectile|stronger erections?|sexual performance)",
            "(online|canadian|discount|cheap|generic|no) (pharmacy|pharmacies|prescription|meds|drugs?|medication|viagra|pills)",
            "(lose|burn|shed|melt|drop|losing|melting) <4>(weight|fat|pounds|lbs|belly|kilos|inches)",
            r"(weight.?loss|diet|fat burning|keto|detox|cbd|hemp|slimming|appetite) <1>(supplements?|pills?|patch\S*|products?|gummies|oil|secret|trick|formula|extract|breakthrough|suppress\S+)",
            "(hair (loss|re-?growth)|tinnitus|neuropathy|blood sugar|joint pain|back pain|toenail fungus|nail fungus|wrinkles?|anti.?aging|prostate|memory loss|vision loss|diabetes) <6>(cure|trick|secret|remedy|solution|breakthrough|reverse|stop|miracle|relief|formula|naturally|eliminat|method|ritual|end|away|easily|try)",
            "(miracle|breakthrough|one weird|ancient|secret|natural|doctors? hate) <2>(cure|remedy|pill|trick|formula|ritual|supplement|drug|treatment|tonic)",
        ),
        "ar": (
            "(فياجرا|فياغرا|سياليس|إنقاص الوزن|انقاص الوزن|حرق الدهون|التنحيف|للتنحيف|تساقط الشعر|الضعف الجنسي|ضعف الانتصاب|تكبير|علاج سحري|خلطة طبيعية)",
        ),
        "fa": (
            "(ویاگرا|تاخیری|لاغری|کاهش وزن|چربی ?سوز|ریزش مو|ضعف جنسی|تقویت قوای جنسی|بزرگ ?کننده|داروی گیاهی معجزه|کپسول لاغری)",
        ),
        "he": ("(ויאגרה|סיאליס|הרזיה|ירידה במשקל|שריפת שומן|נשירת שיער|אין אונות|תפקוד מיני|הגדלת|תרופת פלא)",),
        "es": (
            r"(pierda|pierde|perder|baje|baja) <2>\d+ (kilos|kg|libras)",
            r"(perder peso|pierda peso|adelgaz\S+|quema ?grasa|caída del (cabello|pelo)|disfunción eréctil|potencia sexual|remedio (milagroso|natural)|pastillas para|bajar de peso|crecimiento del pene)",
        ),
        "fr": (
            r"(perdez|perdre) <2>\d+ (kilos|kg)",
            "(perdre du poids|perdez du poids|maigrir|mincir |minceur|brûle.?graisse|chute des cheveux|troubles de l'érection|érection|remède (miracle|naturel)|pilules)",
        ),
        "de": (
            r"(\d+ (kilo|kg) <3>(abnehmen|verlieren|leichter|weniger))",
            r"(schnell abnehmen|abnehmen (ohne|mit)|gewicht verlieren|wunschgewicht|fettverbrenn\S+|gewichtsabnahme|haarausfall|potenz\S*|erektion\S*|wundermittel|diätpillen|keto-\S+|schlankheits\S*|kilo in \d+ tagen|schmerzfrei|falten\W|cbd-?öl|abnehmpro\S+)",
        ),
        "pt": (
            r"(perca|perder|elimine) <2>\d+ (quilos|kg)",
            r"(emagrec\S+|perder peso|perca peso|queima de gordura|queimar gordura|queda de cabelo|disfunção erétil|impotência|remédio (milagroso|natural|caseiro)|potência sexual|testosterona|aumento peniano)",
        ),
    },
    hits=lambda: [
        message(text="Perca 10 quilos sem dieta."),
        message(text="Perdez 10 kilos sans régime."),
        message(text="Bis Mai 10 Kilo leichter: 10 kilo abnehmen"),
        message(text="Pierda 10 kilos sin dieta."),
        message(text="Cheap Viagra from an online pharmacy."),
        message(text="Lose weight with this miracle pill."),
        message(text="خلطة طبيعية للتنحيف وحرق الدهون."),
        message(text="علاج تساقط الشعر"),
        message(text="کپسول لاغری و چربی\u200cسوز"),
        message(text="تقويت قواي جنسي"),
        message(text="הרזיה מהירה ושריפת שומן."),
        message(text="Adelgace con este remedio natural."),
        message(text="Perdez du poids sans effort."),
        message(text="Schnell abnehmen ohne Diät."),
        message(text="Emagreça sem dieta."),
    ],
    misses=lambda: [
        message(text="The hospital bill passed in parliament; the health minister spoke about insurance."),
        message(text="The weight of the evidence is clear."),
        message(text="Die Gesundheitspolitik ist Thema im Bundestag."),
    ],
)
def medicine_offer(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Drugs, diets, potency, miracle cures."""
    yield from said(mail, hits)
