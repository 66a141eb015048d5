"""It promises tokens, an airdrop, staking gains or a crypto balance waiting to be taken."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="crypto-airdrop",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1566.002",),
    explain={
        "en": "It promises tokens, an airdrop, staking gains or a crypto balance waiting to be taken.",
        "ar": "تعد الرسالة بعملات رقمية مجانية أو أرباح أو رصيد ينتظر السحب.",
    },
    phrases={
        "en": (
            "(claim|receive|get|collect|redeem|earn|secure|withdraw) <4>(tokens?|airdrop|nfts?|crypto|bitcoins?|btc|eth|usdt|xrp|ethereum|staking rewards|coins)",
            "(airdrop|token (distribution|allocation|claim|sale|launch)|staking (program|rewards|feature)|crypto giveaway|presale|pre-sale|free mint)",
            r"(stake|staking) (your )?\w{2,6} (for|and|to)",
            "(btc|bitcoins?|eth|usdt|crypto|ethereum) <4>(balance|wallet|withdrawal|transfer|deposit|payout|received|portfolio|is waiting|mining|available)",
        ),
        "ar": (
            "(عملات|توكن|رموز|بيتكوين|عملة) (رقمية|مجانية|مجانًا|مشفرة)",
            "(احصل|استلم|اربح|المطالبة|سحب) <3>(بيتكوين|عملات|توكن|إيردروب|ايردروب|الرموز|رصيد)",
        ),
        "fa": (
            "(ایردراپ|توکن رایگان|بیت ?کوین رایگان|رمزارز رایگان|ارز دیجیتال رایگان|استیکینگ)",
            "(دریافت|برداشت|برنده) <3>(توکن|بیت ?کوین|رمزارز|ارز دیجیتال|تتر)",
        ),
        "he": (
            "(איירדרופ|אסימונים חינם|ביטקוין חינם|מטבעות חינם|קריפטו חינם)",
            "(קבל|קבלו|תבע|משוך|למשוך) <3>(ביטקוין|טוקנים|אסימונים|קריפטו|מטבעות)",
        ),
        "es": (
            r"(reclam|recib|obten|consig|gan|retir)\S* <3>(tokens?|airdrop|bitcoins?|criptomonedas?|btc|usdt|eth\W)",
        ),
        "fr": (
            r"(réclam|recev|obten|gagn|retir|récupér)\S* <4>(tokens?|jetons|airdrop|bitcoins?|cryptomonnaies?|btc|usdt|crypto)",
        ),
        "de": (
            "(sichern|erhalten|beanspruchen|holen|abheben|verdienen|auszahlen) <4>(tokens?|airdrop|bitcoins?|krypto|kryptowährung|btc|usdt)",
            r"(bitcoin|krypto|token|btc|airdrop)\S* <4>(sichern|erhalten|beanspruchen|abheben|auszahlen|auszahlung|guthaben|verdienen)",
        ),
        "pt": (
            r"(resgat|receb|obten|ganh|retir|reivindic|saque|sacar)\S* <3>(tokens?|airdrop|bitcoins?|criptomoedas?|btc|usdt|cripto)",
        ),
    },
    hits=lambda: [
        message(text="Claim your free tokens: the airdrop ends tonight."),
        message(text="احصل على بيتكوين وعملات رقمية مجانية."),
        message(text="استلم الرموز المجانيه"),
        message(text="ایردراپ جدید: توکن رایگان برای همه."),
        message(text="دريافت بيت\u200cکوین هدیه"),
        message(text="קבלו ביטקוין במתנה."),
        message(text="Reclame sus tokens hoy."),
        message(text="Recevez vos jetons gratuits."),
        message(text="Jetzt Ihr Bitcoin-Guthaben auszahlen lassen."),
        message(text="Resgate seus tokens agora."),
    ],
    misses=lambda: [
        message(text="The bus company sells tokens at the kiosk."),
        message(text="A token of our thanks to the volunteers."),
        message(text="Die Münzen liegen im Museum."),
    ],
)
def crypto_airdrop(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Free tokens and waiting crypto balances."""
    yield from said(mail, hits)
