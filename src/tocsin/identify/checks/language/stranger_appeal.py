"""A stranger excuses the contact, tells of fate or faith, and seeks friendship or trust."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="stranger-appeal",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1656",),
    explain={
        "en": "A stranger excuses the contact, tells of fate or faith, and seeks friendship or trust.",
        "ar": "شخص مجهول يعتذر عن التواصل ويروي محنته أو إيمانه ويطلب صداقة أو ثقة.",
    },
    phrases={
        "en": (
            r"(sorry|forgive me|pardon me|apologi[sz]e|excuse) <4>(contact|contacting|invad|intrud|embarrass|disturb|surprise|bother)\S* <4>(you|privacy|this way|in this manner|manner|medium)",
            "(got|found|obtained|came across|saw|received|discovered) your <2>(contact|e-?mail|e-?mail address|name|profile|address) <5>(internet|google|search|directory|online|facebook|web|through|from|while|in my|via)",
            "(seek|seeking|looking for|need|want|desire|consider) <3>(your |my |a )?(friendship|friend request|sincere friend|god.?fearing|honest and|trustworthy (person|partner)|reliable (person|partner)|serious relationship)",
            "(i am|i'm) a? ?<3>(widow|orphan|widower|sick woman|dying|refugee girl|only (child|daughter|son))",
            "(god|allah|the lord|almighty) (bless|blessed|has blessed|will bless|touched) (you|me|my|your)",
            r"(hello|hi|dear|my) (dear|beloved|beautiful|darling|sweet)( friend| one)?( |,|\.|!)",
        ),
        "ar": (
            "(أعتذر|اعتذر|آسف|عذرا) <3>(إزعاجك|ازعاجكم|التواصل|مراسلتك|التطفل|اقتحام)",
            "(حصلت|وجدت|عثرت) <2>(على )?(بريدك|عنوانك|ملفك|بريدكم) <3>(من|عبر|في|خلال|أثناء)",
            "(أنا|انا) <1>(أرملة|ارمله|يتيمة|يتيم|لاجئة) <6>",
        ),
        "fa": (
            "(ببخشید|پوزش|عذرخواهی|معذرت) <4>(مزاحم|مزاحمت|مزاحمتان|بی ?مقدمه|حریم)",
            "(ایمیل|نشانی|آدرس|پروفایل) (شما|تان) <3>(اینترنت|گوگل|جستجو|فیسبوک|پیدا کردم)",
            "(بیوه|یتیم) <1>(هستم|ام)",
        ),
        "he": (
            "(סליחה|מתנצל|מתנצלת) <3>(על הפנייה|על ההפרעה|שאני פונה|על החדירה)",
            "(מצאתי|קיבלתי|השגתי) <1>(את )?(כתובתך|הפרטים שלך|המייל שלך|הפרופיל שלך) <3>(ב|דרך|מ)",
            "(אני) <1>(אלמנה|יתומה|יתום)",
        ),
        "es": (
            r"(disculp|perdon|lament)\S* <4>(contact|invad|molest|intromi)\S*",
            "(obtuve|encontré|conseguí) su <2>(contacto|correo|dirección|perfil) <5>(internet|google|búsqueda|través|línea)",
            "soy <2>(viuda|huérfan[oa])",
        ),
        "fr": (
            r"(excus|pardon|désolé)\S* <5>(contact|dérang|intrusion|import)\S*",
            "(obtenu|trouvé|eu) (votre|vos) <2>(contact|adresse|coordonnées|profil) <5>(internet|google|recherche|travers|ligne)",
            "(je suis) <2>(veuve|orphelin)",
        ),
        "de": (
            r"(entschuldig|verzeih)\S* <6>(kontakt|störung|privatsphäre|weise|eindringen)",
            "ihre (kontaktdaten|adresse|e-?mail-?adresse|e-?mail) <6>(internet|google|suche|zufällig|online) <4>(gefunden|erhalten|ausgewählt|bekommen)",
            "(ich bin) <3>(witwe|waise|waisenkind)",
        ),
        "pt": (
            r"(desculp|perdo)\S* <4>(contat|invad|incomod|intromet)\S*",
            "(obtive|encontrei|consegui) (o )?seu <2>(contato|e-?mail|endereço|perfil) <6>(internet|google|pesquisa|busca|online|através)",
            "sou <3>(viúva|órfã|órfão)",
        ),
    },
    hits=lambda: [
        message(text="Sorry to contact you this way. I found your email through Google and seek your friendship."),
        message(text="أعتذر عن إزعاجك، وجدت بريدك عبر البحث."),
        message(text="انا ارمله من الشمال وابحث عن صديق"),
        message(text="از مزاحمت پوزش می\u200cخواهم؛ ببخشید مزاحم شدم."),
        message(text="من بيوه هستم"),
        message(text="סליחה על הפנייה, מצאתי את המייל שלך דרך האתר."),
        message(text="Disculpe que le contacte de esta manera, soy viuda."),
        message(text="Je suis veuve; j'ai trouvé votre adresse sur internet."),
        message(text="Ich bin Witwe und habe Ihre Adresse im Internet gefunden."),
        message(text="Desculpe invadir sua privacidade, sou viúva."),
    ],
    misses=lambda: [
        message(text="I found your article in the archive and enjoyed it."),
        message(text="The fund for widows of the war met in March."),
        message(text="Désolé pour le retard du train."),
    ],
)
def stranger_appeal(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """The opening of romance and fortune fraud."""
    yield from said(mail, hits)
