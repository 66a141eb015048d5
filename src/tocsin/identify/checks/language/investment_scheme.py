"""It promises easy profit: an investment, a trading robot, a stock that will rise, money from home."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="investment-scheme",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1657",),
    explain={
        "en": "It promises easy profit: an investment, a trading robot, a stock that will rise, money from home.",
        "ar": "تعد الرسالة بربح سهل: استثمار أو روبوت تداول أو سهم سيصعد أو مال من البيت.",
    },
    phrases={
        "en": (
            r"(earn|make|made|generate|earning|making|profit) <4>[$€£]? ?\d[\d.,k]* ?([$€£]|dollars|usd|euros?)? ?(per|a|an|each|every|in|weekly|daily|monthly|from home|in \d+ days|every (day|week|month))",
            "(guaranteed|daily|weekly|monthly|high|huge|passive|residual|extra|unlimited|steady) (profits?|income|returns?|roi|earnings)",
            "(trading|forex|crypto|ai|bitcoin|auto) (bot|robot|platform|signals|system|software)",
            r"(invest|investing|investment) <6>(opportunit|return|profit|minimum|platform|plan|double|triple|portfolio|partner|project funding|\d ?%)",
            "(financial freedom|work (from|at) home|home.?based business|be your own boss|fire your boss|multi.?level|get rich|quit your job|money.?making|make money (online|fast)|wealth (secret|system|building|creation))",
            "(hot|strong buy|penny|undervalued) (stocks?|picks?|alert)|stock (alert|tip|pick)s?",
        ),
        "ar": (
            "(أرباح|ربح|دخل|عائد) <2>(يومي|يومية|أسبوعي|مضمون|مضمونة|شهري|سلبي|إضافي|خيالية|مرتفع)",
            "(فرصة|منصة|روبوت) (استثمار|استثمارية|تداول|التداول)",
            "(اربح|اكسب|تكسب) <3>(المال|دولار|يوميا|من المنزل|من البيت|آلاف)",
        ),
        "fa": (
            "(سود|درآمد) <2>(روزانه|تضمینی|ماهانه|میلیونی|ثابت|دلاری|بالا|هفتگی)",
            "(فرصت|ربات|پلتفرم) <1>(سرمایه ?گذاری|ترید|معامله ?گر|معاملاتی)",
            "(کسب درآمد|پول درآوردن) <2>(در منزل|اینترنتی|دلاری|از خانه|آنلاین|آسان)",
        ),
        "he": (
            "(רווח|רווחים|הכנסה|תשואה) <2>(יומי|מובטח|מובטחת|פסיבית|חודשית|נוספת|קבועה|מובטחים|גבוהה|יומית)",
            "(הזדמנות|פלטפורמת|רובוט) (השקעה|מסחר)",
        ),
        "es": (
            "(ganar|gane|gana|generar|genere) <4>(dinero|ingresos|euros|dólares)",
            "(oportunidad|plataforma|robot|bot) de (inversión|trading|inversiones)",
            "(ingresos|beneficios|rentabilidad|ganancias) <1>(pasivos|garantizad|diari|mensual|semanal|extra)",
        ),
        "fr": (
            "(gagner|gagnez|générer|générez) <4>(l'|d')?(argent|euros|revenus) <4>(chez vous|par jour|facilement|par semaine|par mois|depuis|en ligne)",
            "(opportunité|plateforme|robot) (d'investissement|de trading|d'investissements)",
            "(revenus|rendement|gains|profits) <1>(passifs|garantis?|quotidiens|mensuels|élevés?)",
        ),
        "de": (
            "(verdienen|verdiene|verdient|verdienten) <5>(euro|€|geld|pro (tag|woche|monat)|täglich|von zu hause)",
            "(handelsroboter|trading-?bot|handelsplattform|krypto-?bot|trading-?software|bitcoin-?(code|system|profit|ära))",
            "(passives|garantierte[rs]?|täglicher|zusätzliches|finanzielle) (einkommen|rendite|gewinne?|freiheit|gewinn)",
            "(investition|investieren|investment|kapitalanlage) <6>(rendite|gewinn|chance|gelegenheit|partner|€|prozent|verdoppeln)",
        ),
        "pt": (
            r"(ganhar|ganhe|faturar|fature|lucrar|lucre) <4>(dinheiro|reais|renda|dólares|r\$) ?<3>(em casa|por dia|fácil|extra|online|por semana|por mês|todo dia)?",
            "(oportunidade|plataforma|robô) de (investimento|trading|investimentos|trade)",
            "(renda|lucro|ganhos|rendimento) <1>(extra|garantid|passiv|diári|mensal)",
        ),
    },
    hits=lambda: [
        message(text="Earn $5,000 a week from home with our trading robot."),
        message(text="أرباح يومية مضمونة عبر منصة تداول."),
        message(text="فرصه استثماريه مميزه، فرصة استثمار"),
        message(text="سود روزانه تضمینی با ربات معامله\u200cگر."),
        message(text="كسب درآمد در منزل"),
        message(text="רווח יומי מובטח ברובוט מסחר."),
        message(text="Gane dinero desde casa con ingresos pasivos."),
        message(text="Gagnez de l'argent facilement chez vous."),
        message(text="Verdienen Sie 500 Euro pro Tag mit dem Trading-Bot."),
        message(text="Ganhe dinheiro em casa, renda extra garantida."),
    ],
    misses=lambda: [
        message(text="The city will invest in trams and schools."),
        message(text="Our income came from members and one foundation."),
        message(text="Die Stadt investiert in Schulen und Busse."),
    ],
)
def investment_scheme(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Profit promised."""
    yield from said(mail, hits)
