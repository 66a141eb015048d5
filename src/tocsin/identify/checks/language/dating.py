"""It offers acquaintance, love or sex with somebody unknown."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import said
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="dating",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1585.001",),
    explain={
        "en": "It offers acquaintance, love or sex with somebody unknown.",
        "ar": "تعرض الرسالة تعارفًا أو حبًّا أو جنسًا مع شخص مجهول.",
    },
    phrases={
        "en": (
            "(hot|sexy|lonely|horny|naked|gorgeous|hottest|horniest) <1>(girls?|women|woman|ladies|lady|singles|milfs?|babes?|housewives|teens?)",
            "(russian|ukrainian|slavic|asian|local|mature|thai|latin) (singles|brides?|beauties|wife|babes?|girls (online|waiting|for|looking|want))",
            r"(online dating|dating (site|app|service)|one night stand|casual sex|sex (date|chat|partner|tape|videos?)|hardcore|porn (site|video|movie|star|pass|pics)\w*|free porn|nude (girls?|pics|photos|women|celeb\w*)|live (cams|girls)|web ?cam (girls?|show)|explicit photos|adult (dating|site|video|entertainment|movies)|milf|blow ?job|wet pussy|fuck (me|her|you tonight|buddy)|orgasms)",
            "(your (perfect )?match|soul ?mate|flirt (with|now)|fun dates|meet (singles|girls|women|someone special|your match|local)|looking for (love|a man|a serious|a relationship|fun|a partner)|want to meet you|wants to meet you|she (is waiting|will contact)|sent you a (private )?(photo|message|picture))",
            "(see|view|watch|enjoy|like) (my|these|her) <2>(photos|pics|pictures|videos|naked|profile)",
        ),
        "ar": (
            "(فتيات|بنات|نساء|سيدات) <2>(مثيرات|للتعارف|للزواج|بانتظارك|عاريات)",
            "(مواقع|موقع|لقاءات|دردشة) (تعارف|مواعدة|جنس|جنسية|إباحي|ساخنة)",
        ),
        "fa": (
            r"(دختر|دختران|زنان|خانم)\S* <2>(سکسی|جذاب|خوشگل|زیبا منتظر)",
            "(دوست ?یابی|همسریابی|صیغه ?یابی|چت سکسی|فیلم سکسی|عکس سکسی)",
        ),
        "he": (
            "(בחורות|נשים|רווקות|בנות) <2>(חמות|סקסיות|ערומות|מחכות לך)",
            "(הכרויות|היכרויות|סקס|פורנו|דיסקרטיות לגברים)",
        ),
        "es": (
            "(chicas|mujeres|solteras|novias) <2>(calientes|sexys?|guapas|desnudas|cerca de ti|ardientes)",
            r"(citas (calientes|sexuales|en línea|online)|sexo (casual|gratis|en vivo)|encuentros (sexuales|íntimos)|pareja perfecta|porno\S*)",
        ),
        "fr": (
            "(filles|femmes|célibataires|nanas) <2>(chaudes|sexy|nues|coquines|près de chez|ukrainiennes vous)",
            r"(rencontres? (coquines?|sexuelles?|chaudes?|sérieuses)|plan cul|site de rencontre|sexe (gratuit|en direct)|rendez-vous chaud|porno\S*)",
        ),
        "de": (
            "(heiße|geile|nackte|einsame|reife|sexy|scharfe) <1>(frauen?|mädchen|girls|singles|milfs?|damen|luder|weiber)",
            "(ukrainische|russische|slawische|thailändische) <1>(bräute|schönheiten|singles|girls|damen suchen|frauen suchen|frau f)",
            r"(sexdate|sextreffen|sexkontakte?|ficken\S*|pussy|schwanz|muschi|flirt\S*|dates? in deiner nähe|seitensprung|partnersuche|reifefrauen|lustigen dates|nachricht geschickt|fuckdate|traumfrau)",
        ),
        "pt": (
            "(garotas|mulheres|meninas|solteiras|gatas) <2>(quentes|nuas|peladas|safadas|perto de você)",
            r"(encontros? (quentes?|casuais|sexuais|adultos)|sexo (casual|grátis|ao vivo)|site de namoro|pornô\S*|acompanhantes)",
        ),
    },
    hits=lambda: [
        message(text="Hot single women want to meet you tonight."),
        message(text="فتيات جميلات بانتظارك في موقع تعارف."),
        message(text="دردشه جنسيه، لقاءات ساخنة"),
        message(text="دختران زیبا منتظر شما هستند."),
        message(text="دوست\u200cيابي سريع"),
        message(text="בחורות חמות מחכות לך."),
        message(text="Chicas calientes cerca de ti."),
        message(text="Femmes célibataires près de chez vous, rencontres coquines."),
        message(text="Heiße Frauen in deiner Nähe, finde dein Sexdate."),
        message(text="Mulheres quentes perto de você."),
    ],
    misses=lambda: [
        message(text="The women of the council met the young delegates."),
        message(text="A message about sexual health in schools."),
        message(text="Die Frauen im Rat laden ein."),
    ],
)
def dating(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Dating and sexual offers."""
    yield from said(mail, hits)
