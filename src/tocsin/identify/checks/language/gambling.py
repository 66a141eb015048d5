"""It advertises a casino, bets or free spins."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="gambling",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    explain={
        "en": "It advertises a casino, bets or free spins.",
        "ar": "تروّج الرسالة لكازينو أو رهانات أو دورات مجانية.",
    },
    phrases={
        "en": (
            r"(online|live|vegas|royal\w*|mobile|free|best|crypto) <1>(casinos?|slots?|blackjack|poker|roulette|gambling|bingo)",
            "(casinos?|slots?|betting|sportsbook) (bonus|games?|spins|offer|welcome|account|site|online|jackpot)",
            r"(free spins?|no deposit bonus|welcome bonus|deposit bonus|\d+ spins|place (a|your) bets?|jackpot slots?)",
        ),
        "ar": ("(كازينو|القمار|المراهنات|رهان|مراهنة|الروليت|البوكر|دورات مجانية|لفات مجانية)",),
        "fa": ("(کازینو|شرط ?بندی|قمار|پیش ?بینی فوتبال|بازی انفجار|اسپین رایگان|پوکر آنلاین)",),
        "he": ("(קזינו|הימורים|הימור|רולטה|פוקר|סיבובים חינם|ספינים)",),
        "es": ("(casino|casinos|apuestas deportivas|tragaperras|giros gratis|tiradas gratis|bono sin depósito)",),
        "fr": ("(casino|casinos|paris sportifs en|machines? à sous|poker en ligne|tours gratuits|bonus sans dépôt)",),
        "de": (
            "(online-?casino|casino-?bonus|spielautomaten|sportwetten|online-?poker|freispiele|bonus ohne einzahlung|wettbonus|online-?spielothek)",
        ),
        "pt": (
            "(cassinos?|casinos?|apostas (esportivas|online|desportivas)|caça-?níqueis|roleta|pôquer|giros grátis|rodadas grátis|tigrinho|bônus sem depósito)",
        ),
    },
    hits=lambda: [
        message(text="Free spins and a welcome bonus at the online casino."),
        message(text="دورات مجانية في الكازينو."),
        message(text="المراهنات الرياضيه"),
        message(text="شرط\u200cبندی آنلاین با جایزه"),
        message(text="كازينو آنلاین"),
        message(text="קזינו אונליין עם סיבובים חינם."),
        message(text="Giros gratis en el casino."),
        message(text="Tours gratuits au casino."),
        message(text="Freispiele im Online-Casino."),
        message(text="Rodadas grátis no cassino."),
    ],
    misses=lambda: [
        message(text="The slots for the panel are filled; you may bet that it rains."),
        message(text="The spin doctor of the party resigned."),
        message(text="Die Wette gilt: heute regnet es."),
    ],
)
def gambling(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Casinos and betting."""
    yield from said(mail, hits)
