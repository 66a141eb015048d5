"""People, organisations and domain names for synthetic mail.

Brand domains are facts (`brands.py`); all else is made up. Invented domains are syllables under ordinary endings; they
stand only in training text, are never looked up and never shown as an example.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from training.synth.schema import Lang

FIRST: dict[Lang, str] = {
    "en": "James Mary Robert Linda Michael Susan David Karen Emily Daniel Sarah Kevin Laura Brian Rachel Omar Priya "
    "Grace Thomas Amina Patrick Olivia Samuel Hannah George Chloe Ethan Nadia Victor",
    "de": "Anna Peter Julia Thomas Sabine Michael Katrin Stefan Petra Andreas Lena Markus Claudia Jonas Heike Florian "
    "Miriam Bernd Ayşe Tobias Ulrike Lukas Gisela Jürgen Franziska",
    "pt": "Ana João Maria Pedro Juliana Rafael Fernanda Lucas Camila Carlos Beatriz Marcelo Patrícia Gustavo Larissa "
    "Rodrigo Aline Felipe Renata Thiago Luciana Bruno Vanessa Eduardo",
    "es": "María Carlos Lucía José Carmen Javier Elena Miguel Isabel Antonio Sofía Diego Valentina Andrés Paula Jorge "
    "Natalia Fernando Gabriela Luis Marta Pablo Rocío Álvaro",
    "fr": "Marie Pierre Camille Jean Sophie Luc Claire Nicolas Julie Antoine Isabelle Mathieu Hélène François Aurélie "
    "Karim Nathalie Olivier Élodie Thierry Amélie Benoît Inès",
    "ar": "أحمد محمد فاطمة خالد ليلى عمر مريم يوسف نورا حسن سارة علي هدى طارق رنا إبراهيم دينا سامي هالة كريم ريم زياد",
    "fa": "علی زهرا محمد مریم رضا سارا حسین نرگس امیر لیلا مهدی حمید شیرین بهرام الهام کاوه پریسا آرش مینا سعید نگار",
    "he": "יוסי דנה משה מיכל אבי נועה דוד תמר רון שירה יעל איתן רחל אורי גלית עומר הילה אסף מאיה ניר",
}
LAST: dict[Lang, str] = {
    "en": "Carter Nguyen Walsh Thompson Patel Brooks Okafor Reed Sullivan Hayes Morales Khan Bennett Fischer Doyle "
    "Hughes Lee Marsh Osei Porter Quinn Ross Singh Turner Vaughn Webb",
    "de": "Schneider Krüger Weber Hoffmann Becker Yılmaz Schäfer Koch Bauer Richter Klein Wolf Neumann Schwarz "
    "Zimmermann Braun Hartmann Lange Werner Vogel Keller Huber Sommer",
    "pt": "Silva Souza Oliveira Pereira Costa Rodrigues Almeida Nascimento Lima Araújo Ribeiro Carvalho Gomes Martins "
    "Rocha Barbosa Teixeira Moura Freitas Cardoso",
    "es": "García Fernández López Martínez Sánchez Pérez Gómez Ruiz Hernández Díaz Moreno Álvarez Romero Torres "
    "Ramos Vargas Castillo Ortega Delgado",
    "fr": "Martin Bernard Dubois Laurent Lefebvre Moreau Girard Roux Fontaine Chevalier Mercier Blanc Garnier Faure "
    "Benali Lambert Rousseau Perrin Marchand Colin",
    "ar": "الحسن منصور النجار حداد الخطيب سليمان العلي شاهين الشريف درويش عبدالله القاسم زيدان المصري الأحمد صالح",
    "fa": "احمدی رضایی کریمی محمدی حسینی صادقی موسوی رحیمی جعفری اکبری نوری قاسمی شریفی یزدانی کاظمی فرهادی",
    "he": "כהן לוי מזרחי פרץ ביטון אברהם פרידמן שפירא גולן ברק שלום רוזן דהן אוחנה קליין סגל",
}
_LATIN: dict[Lang, tuple[str, str]] = {
    "ar": (
        "ahmed mohamed fatima khaled layla omar maryam youssef noura hassan sara ali huda tarek rana ibrahim dina sami",
        "hassan mansour najjar haddad khatib suleiman alali shahin sharif darwish qasem zidan masri saleh",
    ),
    "fa": (
        "ali zahra mohammad maryam reza sara hossein narges amir leila mehdi nazanin hamid shirin bahram elham kaveh",
        "ahmadi rezaei karimi mohammadi hosseini sadeghi mousavi rahimi jafari akbari nouri ghasemi sharifi kazemi",
    ),
    "he": (
        "yossi dana moshe michal avi noa david tamar ron shira yael eitan rachel ori galit omer hila asaf maya nir",
        "cohen levi mizrahi peretz biton avraham friedman shapira golan barak shalom rosen dahan ohana klein segal",
    ),
}
FREEMAIL: dict[Lang, str] = {
    "en": "gmail.com gmail.com gmail.com outlook.com hotmail.com yahoo.com icloud.com aol.com proton.me comcast.net "
    "btinternet.com",
    "de": "gmx.de gmx.de web.de web.de gmail.com t-online.de outlook.de freenet.de posteo.de googlemail.com",
    "pt": "gmail.com gmail.com hotmail.com uol.com.br outlook.com bol.com.br yahoo.com.br terra.com.br sapo.pt",
    "es": "gmail.com gmail.com hotmail.com yahoo.es outlook.es hotmail.es telefonica.net yahoo.com.mx",
    "fr": "gmail.com orange.fr wanadoo.fr free.fr hotmail.fr yahoo.fr laposte.net sfr.fr outlook.fr",
    "ar": "gmail.com gmail.com hotmail.com yahoo.com outlook.sa outlook.com icloud.com",
    "fa": "gmail.com gmail.com yahoo.com proton.me outlook.com chmail.ir",
    "he": "gmail.com gmail.com walla.co.il hotmail.com netvision.net.il yahoo.com 012.net.il",
}
ENDINGS: dict[Lang, str] = {
    "en": "com com org org net co.uk org.uk us ca info com.au io",
    "de": "de de de at ch com org eu net",
    "pt": "com.br com.br org.br pt com net.br",
    "es": "es es com org com.mx com.ar cl com.co",
    "fr": "fr fr fr com org be ch eu",
    "ar": "com org net com.sa ae com.eg jo ps",
    "fa": "ir ir com org net",
    "he": "co.il co.il org.il com net",
}
CITIES: dict[Lang, str] = {
    "en": "Chicago|London|Atlanta|Denver|Manchester|Toronto|Phoenix|Dublin|Seattle|Sydney|Columbus|Leeds",
    "de": "Berlin|Hamburg|München|Köln|Leipzig|Wien|Zürich|Bremen|Stuttgart|Dresden",
    "pt": "São Paulo|Recife|Lisboa|Curitiba|Belo Horizonte|Porto|Salvador|Fortaleza",
    "es": "Madrid|Sevilla|Bogotá|Ciudad de México|Valencia|Lima|Buenos Aires|Santiago",
    "fr": "Paris|Lyon|Marseille|Bruxelles|Nantes|Lille|Toulouse|Genève",
    "ar": "القاهرة|بيروت|عمّان|الرياض|دبي|تونس|الدار البيضاء|بغداد|رام الله",
    "fa": "تهران|مشهد|اصفهان|شیراز|تبریز|رشت|کرج",
    "he": "תל אביב|ירושלים|חיפה|באר שבע|רמת גן|נתניה",
}
COUNTRIES: dict[Lang, str] = {
    "en": "Russia|Nigeria|Brazil|China|Germany|Canada|Ukraine|Vietnam|the Netherlands",
    "de": "Russland|Polen|Frankreich|Nigeria|China|Spanien|den Niederlanden",
    "pt": "Rússia|Portugal|Estados Unidos|China|Argentina|Nigéria",
    "es": "Rusia|Francia|Estados Unidos|China|Brasil|Nigeria",
    "fr": "Russie|Espagne|Chine|Belgique|Nigeria|États-Unis",
    "ar": "روسيا|الصين|تركيا|ألمانيا|هولندا|البرازيل",
    "fa": "روسیه|چین|ترکیه|آلمان|هلند|امارات",
    "he": "רוסיה|סין|טורקיה|גרמניה|הולנד|ברזיל",
}
#: Word pairs an invented organisation is named by: "Harbour" + "Alliance".
ORG_HEADS: dict[Lang, str] = {
    "en": "Harbour|Riverside|Civic|Northfield|Open|Lakeside|Common|Bright|Cedar|United|Free|Maple|Summit|Green Valley|"
    "Liberty|Bridge|Westbrook|People's|Granite|Blue Door",
    "de": "Nordlicht|Bürger|Lindenhof|Offene|Rheinblick|Stadt|Grünwald|Hanse|Freies|Morgen|Brücken|Sonnenberg",
    "pt": "Horizonte|Rede|Nova Aurora|Ponte|Cidade|Jardim|Vale Verde|Voz|Casa Comum|Litoral",
    "es": "Horizonte|Red|Puente|Nueva Alba|Plaza|Voces|Sierra|Ribera|Casa Común|Futuro",
    "fr": "Horizon|Réseau|Passerelle|Citoyen|Val|Maison|Alliance|Rivage|Nouvel Élan|Clair",
    "ar": "شبكة|مركز|جمعية|مؤسسة|دار|منتدى|ملتقى|رابطة",
    "fa": "بنیاد|شبکه|انجمن|مرکز|خانه|کانون|گروه",
    "he": "עמותת|מרכז|קרן|בית|רשת|פורום|קבוצת",
}
ORG_TAILS: dict[Lang, str] = {
    "en": "Alliance|Campaign|Books|Foundation|Gazette|Coffee|Outfitters|Institute|Action Fund|Credit Union|Theatre|"
    "Health|Media|Software|Garden Supply|Travel|Observer|School District|Network|Coalition",
    "de": "Stiftung|Verein|Verlag|Versand|Bündnis|Akademie|Zeitung|Apotheke|Reisen|Software|Theater|Initiative",
    "pt": "Instituto|Editora|Notícias|Viagens|Associação|Cooperativa|Livraria|Saúde|Digital|Fundação",
    "es": "Fundación|Noticias|Librería|Viajes|Asociación|Colectivo|Salud|Digital|Editorial|Escuela",
    "fr": "Association|Fondation|Éditions|Voyages|Presse|Collectif|Librairie|Santé|Mutuelle|École",
    "ar": "الأفق|الحوار|المستقبل|الكلمة|الجسر|النور|التنمية|الصحافة|المعرفة|السلام",
    "fa": "افق|گفتگو|آینده|پل|روشنا|دانش|رسانه|همراه|امید",
    "he": "האופק|הגשר|העתיד|הדיאלוג|אור|הקהילה|הידע|השלום",
}
ROLES: dict[Lang, str] = {
    "en": "Finance Manager|Press Officer|Program Director|Accounts Payable|Office Manager|Field Organizer|Editor|"
    "Legal Counsel|HR Coordinator|Development Associate",
    "de": "Buchhaltung|Pressestelle|Projektleitung|Büroleitung|Redaktion|Personalabteilung|Geschäftsführung",
    "pt": "Financeiro|Assessoria de Imprensa|Coordenação|Recursos Humanos|Redação|Diretoria",
    "es": "Administración|Prensa|Coordinación|Recursos Humanos|Redacción|Dirección",
    "fr": "Comptabilité|Service presse|Coordination|Ressources humaines|Rédaction|Direction",
    "ar": "مدير المشاريع|المكتب الإعلامي|الشؤون المالية|الموارد البشرية|التحرير|المنسقة العامة",
    "fa": "مدیر پروژه|روابط عمومی|امور مالی|منابع انسانی|تحریریه|هماهنگ‌کننده",
    "he": "מנהלת פרויקטים|דוברות|הנהלת חשבונות|משאבי אנוש|מערכת|רכזת",
}
_SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "bra",
    "ca",
    "ce",
    "co",
    "cra",
    "da",
    "de",
    "do",
    "dra",
    "el",
    "en",
    "fa",
    "fi",
    "flo",
    "ga",
    "gra",
    "ha",
    "he",
    "in",
    "jo",
    "ka",
    "ki",
    "la",
    "le",
    "lo",
    "lu",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "no",
    "or",
    "pa",
    "pe",
    "pi",
    "po",
    "qua",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "si",
    "so",
    "sta",
    "ta",
    "te",
    "ti",
    "to",
    "tra",
    "u",
    "va",
    "ve",
    "vi",
    "vo",
    "wa",
    "we",
    "win",
    "xa",
    "ya",
    "zo",
    "zu",
]
_SLUG_WORDS = [
    "harbour",
    "civic",
    "north",
    "bridge",
    "cedar",
    "summit",
    "lake",
    "open",
    "common",
    "bright",
    "maple",
    "granite",
    "voice",
    "river",
    "field",
    "green",
    "blue",
    "stone",
    "garden",
    "paper",
    "light",
    "house",
    "market",
    "studio",
    "media",
    "print",
    "travel",
    "care",
    "tech",
    "data",
    "craft",
    "school",
    "sport",
    "farm",
    "food",
    "auto",
    "solar",
    "build",
    "legal",
    "dental",
    "yoga",
    "music",
    "photo",
    "design",
    "works",
    "group",
    "team",
    "hub",
    "lab",
    "point",
    "line",
    "park",
    "gate",
]


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person."""

    first: str
    last: str
    handle: str
    """Latin letters, as in an address: `anna.weber`."""

    @property
    def full(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A made-up organisation with its own domain."""

    name: str
    domain: str


def _split(table: dict[Lang, str], separator: str | None = None) -> dict[Lang, tuple[str, ...]]:
    return {lang: tuple(text.split(separator)) for lang, text in table.items()}


_FIRST, _LAST = _split(FIRST), _split(LAST)
_FREEMAIL, _ENDINGS = _split(FREEMAIL), _split(ENDINGS)
_HEADS, _TAILS = _split(ORG_HEADS, "|"), _split(ORG_TAILS, "|")
_PLACES = {
    "city": _split(CITIES, "|"),
    "country": _split(COUNTRIES, "|"),
    "role": _split(ROLES, "|"),
}
_HANDLES = {lang: (tuple(first.split()), tuple(last.split())) for lang, (first, last) in _LATIN.items()}
_ASCII = str.maketrans("áàâãäåçéèêëíìîïñóòôõöúùûüşıÁÉÍÓÚÀÂÊÎÔÛÄÖÜÇŞİ", "aaaaaaceeeeiiiinooooouuuusiAEIOUAAEIOUAOUCSI")


def pick(rng: random.Random, values: tuple[str, ...] | list[str]) -> str:
    """One of several texts (cheaper than `Random.choice`)."""
    return values[int(rng.random() * len(values))]


def ascii_slug(text: str) -> str:
    """A name as address and host names write it: lower case, ASCII letters and digits only."""
    return "".join(c for c in text.translate(_ASCII).lower() if c.isascii() and c.isalnum())


def person(rng: random.Random, lang: Lang) -> Person:
    """A person with a name usual in a language."""
    first, last = pick(rng, _FIRST[lang]), pick(rng, _LAST[lang])
    if lang in _HANDLES:
        a, b = pick(rng, _HANDLES[lang][0]), pick(rng, _HANDLES[lang][1])
        if rng.random() < 0.3:
            first, last = a.capitalize(), b.capitalize()
    else:
        a, b = ascii_slug(first), ascii_slug(last)
    shape = int(rng.random() * 6)
    number = int(rng.random() * 99)
    handle = (f"{a}.{b}", f"{a}{b}", f"{a[0]}{b}", f"{a}.{b}{number}", f"{a}_{b}", f"{b}.{a}")[shape]
    return Person(first, last, handle)


def work_handle(who: Person, rng: random.Random) -> str:
    """A local part in the style of an office."""
    return "".join(c for c in who.handle if not c.isdigit()) if rng.random() < 0.8 else who.handle


def freemail(rng: random.Random, lang: Lang) -> str:
    """A free mail provider's domain."""
    return pick(rng, _FREEMAIL[lang])


def organisation(rng: random.Random, lang: Lang) -> Organisation:
    """An organisation whose domain resembles its name, where the script allows."""
    head, tail = pick(rng, _HEADS[lang]), pick(rng, _TAILS[lang])
    name = f"{tail} {head}" if lang in {"pt", "es", "fr"} and rng.random() < 0.6 else f"{head} {tail}"
    slug = ascii_slug(name) or pick(rng, _SLUG_WORDS) + pick(rng, _SLUG_WORDS)
    if rng.random() < 0.4:
        slug = slug[:10] + pick(rng, _SLUG_WORDS)
    return Organisation(name, f"{slug}.{pick(rng, _ENDINGS[lang])}")


def business_domain(rng: random.Random, lang: Lang) -> str:
    """The domain of some small business (also what a hacked sender looks like)."""
    joint = "-" if rng.random() < 0.2 else ""
    return f"{pick(rng, _SLUG_WORDS)}{joint}{word(rng, 2)}.{pick(rng, _ENDINGS[lang])}"


def word(rng: random.Random, syllables: int) -> str:
    """A pronounceable invented word."""
    return "".join(pick(rng, _SYLLABLES) for _ in range(syllables))


def letters(rng: random.Random, size: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz0123456789") -> str:
    """Random characters."""
    return "".join(rng.choices(alphabet, k=size))


def place(rng: random.Random, what: str, lang: Lang) -> str:
    """A `city`, `country` or `role` in the words of a language."""
    return pick(rng, _PLACES[what][lang])
