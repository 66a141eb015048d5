"""It is advertising for goods or insurance nobody asked for, in the words such advertising uses."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="consumer-offer",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    explain={
        "en": "It is advertising for goods or insurance nobody asked for, in the words such advertising uses.",
        "ar": "إعلان عن سلع أو تأمين لم يطلبه أحد، بالعبارات المألوفة في مثل هذه الإعلانات.",
    },
    phrases={
        "en": (
            r"(slash|cut|halve|lower) (your )?<2>(heating|energy|power|electric\w*|water|fuel) (bills?|costs?)",
            "(toner|ink ?jet|printer) cartridges?|cable (tv )?(box|descrambler)|descrambler|satellite (tv|dish|system|cards?)|pre-?programmed|iptv|streaming device|all channels",
            r"(life|auto|car|health|home|dental|pet|term|medicare) <1>(insurance|warranty|coverage|protection plan|quotes?|advantage) <4>(quotes?|save|rates?|free|affordable|cost|plan|compare|policy|\d)",
            "(solar|window|windows|gutter|roof|roofing|walk.?in tub|bath(room)?|stair ?lift|home security|lawn|gutters|siding) <2>(replacement|panels?|quote|cost|installation|remodel|guards?|install|experts?|makeover|system|care|savings)",
            r"(save|slash|cut|reduce|lower) <4>(up to )?\d\d ?%",
            "(energy|power|electric(ity)?|fuel|gas|utility) <2>(bill|bills|saver|saving device|costs?|mileage|trick|revelation)",
            "(special|exclusive|limited|amazing|incredible|unbeatable|introductory|clearance) <2>(offer|deal|discount|price|sale|promotion|time offer)",
            "(rolex|replica|designer|luxury) (watch|watches|handbags?|bags|replicas?)|as seen on (tv|cnn|nbc|abc|shark)|(buy|get) (one|1|2|two) get|money.?back guarantee|free (trial|shipping|sample|quote|consultation|estimate)",
            r"(microsoft|windows|adobe|norton|software|office) <3>(clearance|cheap|oem|discount|\d\d ?% off|lifetime|systemworks)",
        ),
        "ar": (
            "(عرض|عروض|خصم|تخفيضات) <2>(خاص|خاصة|حصري|حصرية|لفترة محدودة|كبيرة|هائلة|يصل|لا تفوت|مذهل)",
            "(تسوق|اشتر|اطلب) (الآن|اليوم)",
        ),
        "fa": (
            "(تخفیف|حراج|پیشنهاد) <2>(ویژه|استثنایی|شگفت|باورنکردنی|محدود|فقط امروز|بزرگ)",
            "(همین حالا|هم ?اکنون|اکنون) (سفارش|خرید|بخرید)",
        ),
        "he": ("(מבצע|הנחה|הצעה) <2>(מיוחד|מיוחדת|בלעדית|לזמן מוגבל|ענקית|מטורפת|מטורף|מדהימה|חד פעמי)",),
        "es": (
            "(oferta|descuento|promoción) <2>(especial|exclusiv|limitad|increíble|único|única|por tiempo|imperdible)",
            "(seguro|seguros) (de vida|de coche|de auto|dental|médico) <4>(gratis|presupuesto|ahorre|desde|cotiz|mejor)",
            r"(ahorre|ahorra|descuento|rebaja) <4>\d\d ?%",
        ),
        "fr": (
            "(offre|promotion|remise|réduction) <2>(spéciale|exclusive|limitée|exceptionnelle|incroyable|unique|flash)",
            "(panneaux solaires|pompe à chaleur|isolation à|mutuelle (santé|senior)|assurance (auto|vie|obsèques)|fenêtres) <5>(devis|gratuit|prix|aides|comparez|économis|euro)",
            r"(économisez|jusqu'à|remise de) <2>-?\d\d ?%",
        ),
        "de": (
            r"(angebot|rabatt|aktion|sonderangebot|sonderpreis|schnäppchen) <4>(gilt|nur heute|exklusiv|begrenzt|limitiert|sichern|gratis|\d\d ?%|stunden|noch)",
            r"(solaranlage|photovoltaik|treppenlift|hörgeräte?|wärmepumpe|fenster|iptv|sterbegeld\S*|krankenversicherung|kfz-versicherung|matratze|messer) <6>(angebot|kostenlos|preise?|vergleich|rabatt|sparen|günstig|gratis|förderung)",
            r"(sparen|spare|rabatt|reduziert|günstiger) <4>\d\d ?%|\d\d ?% (rabatt|reduziert|günstiger|gespart|ermäßigung)",
        ),
        "pt": (
            "(oferta|desconto|promoção|condição|proposta) <2>(especial|exclusiv|imperdíve|limitad|únic|relâmpago|por tempo)",
            "(plano de saúde|plano odontológico|seguro (de vida|auto|residencial)|consórcio|energia solar|plano) <6>(cotação|simul|econom|desconto|reajust|proposta|contrat|barato|a partir)",
            r"(economize|até|desconto de) <2>\d\d ?%",
        ),
    },
    hits=lambda: [
        message(text="Slash your heating bill with this plug."),
        message(text="Replacement windows: get your free quote and save up to 60% today. Special offer!"),
        message(text="Inkjet cartridges at low prices"),
        message(text="عرض خاص لفترة محدودة، تسوق الآن واطلب اليوم."),
        message(text="تخفيضات هائله، خصم حصري"),
        message(text="تخفیف ویژه فقط امروز، هم\u200cاکنون سفارش دهید."),
        message(text="پيشنهاد استثنايي"),
        message(text="מבצע מטורף לזמן מוגבל."),
        message(text="Oferta exclusiva por tiempo limitado."),
        message(text="Offre exceptionnelle sur les panneaux solaires, devis gratuit."),
        message(text="Das Angebot gilt nur noch heute, Sie sparen 50 %."),
        message(text="Oferta imperdível: plano de saúde com desconto."),
    ],
    misses=lambda: [
        message(text="The council will offer a seat to the youth."),
        message(text="Prices of energy rose by a tenth."),
        message(text="Das Angebot an Kitaplätzen wächst."),
    ],
)
def consumer_offer(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """What today's and yesterday's junk sells; shops that one is a customer of seldom use these words."""
    yield from said(mail, hits)
