"""It wants a crypto wallet connected, verified or synchronised, or asks for its secret words."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import asked
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="wallet-keys",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1566.002",
        "T1598.003",
    ),
    explain={
        "en": "It wants a crypto wallet connected, verified or synchronised, or asks for its secret words.",
        "ar": "تريد الرسالة ربط محفظة عملات رقمية أو التحقق منها أو مزامنتها، أو تطلب كلماتها السرية.",
    },
    phrases={
        "en": (
            "(seed|recovery|secret|backup|mnemonic|private key|12.?word|24.?word|passphrase) (phrase|words|key|recovery phrase)",
            "(connect|verify|validate|synchroni[sz]e|sync|link|migrate|upgrade|activate|unlock|re-?validate|recover|restore|update|secure|register|import|confirm) <2>(wallets?|ledger|trezor|metamask|trust ?wallet|coinbase wallet|crypto wallet|digital wallet|keystore)",
            "(wallet|ledger|trezor|metamask|trust ?wallet|seed) <4>(verification|verified|synchroni[sz]ed|suspended|blocked|compromised|deactivated|connected|migration|upgrade|validation|restricted|unverified|breach|firmware|security update)",
        ),
        "ar": (
            "(عبارة|كلمات|العبارة) (الاسترداد|الاستعادة|السرية|البذرة|استرداد)",
            "(ربط|توصيل|التحقق من|تفعيل|مزامنة|تأكيد) <1>(محفظتك|محفظتكم|المحفظة|محفظة)",
        ),
        "fa": (
            "(عبارت|کلمات) (بازیابی|محرمانه|سید|پشتیبان)",
            "(اتصال|تایید|تأیید|همگام ?سازی|فعال ?سازی) <1>(کیف ?پول|کیف پول|ولت)",
        ),
        "he": (
            "(מילות|משפט|ביטוי) (השחזור|שחזור|הסוד|הגיבוי|הזרע)",
            "(חבר|חברו|לחבר|אמת|לאמת|סנכרן|לסנכרן|אימות) <1>(את )?(ה)?(ארנק|ארנקך)",
        ),
        "es": (
            "(frase|palabras|clave) (semilla|de recuperación|secreta|privada|de respaldo)",
            r"(conect|verifi|valid|sincroni|activ|migr|restaur)\S* <2>(billetera|monedero|wallet)",
        ),
        "fr": (
            "(phrase|mots|clé) (de récupération|secrète|de sauvegarde|privée|seed|secrets)",
            r"(connect|vérifi|valid|synchroni|activ|migr|restaur)\S* <3>(portefeuille|wallet)",
        ),
        "de": (
            "(wiederherstellungsphrase|wiederherstellungswörter|seed-?phrase|wiederherstellungssatz|private(n|r)? schlüssel|seed-?wörter|geheimphrase)",
            "wallet <4>(verbinden|verifizieren|bestätigen|synchronisieren|aktivieren|aktualisieren|wiederherstellen|verifizierung)",
        ),
        "pt": (
            "(frase|palavras|chave) (semente|de recuperação|secreta|privada|de backup)",
            r"(conect|verifi|valid|sincroni|ativ|migr|restaur)\S* <2>(carteira|wallet)",
        ),
    },
    hits=lambda: [
        message(text="Connect your wallet and enter your recovery phrase."),
        message(text="يجب التحقق من محفظتك وكتابة عبارة الاسترداد."),
        message(text="مزامنه المحفظه مطلوبه"),
        message(text="عبارت بازیابی کیف پول را وارد کنید."),
        message(text="اتصال كيف\u200cپول"),
        message(text="יש להזין את מילות השחזור."),
        message(text="Conecte su billetera hoy."),
        message(text="Saisissez votre phrase de récupération."),
        message(text="Geben Sie Ihre Seed-Phrase ein."),
        message(text="Verifique sua carteira com a frase de recuperação."),
    ],
    misses=lambda: [
        message(text="I lost my wallet on the bus to the rally."),
        message(text="Never type your recovery phrase on a website."),
        message(text="A carteira de trabalho ficou no escritório."),
    ],
)
def wallet_keys(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Seed phrases and wallets that must be connected, verified, upgraded."""
    yield from asked(mail, hits)
