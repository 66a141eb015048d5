"""Fictional organisations with their people, partners, services and habits. Nobody and nothing in it is real."""

from __future__ import annotations

import random
from functools import lru_cache

from bench.suites.routes import default_route

from tocsin.identify.profile import dump, load
from tocsin.model.profile import Brand, Kind, Organisation, Partner, Person, Profile
from training.synth.identities import ascii_slug, letters, person, pick
from training.threads.schema import Actor, House, Lang

HEADS = (
    "Arden Vale|Brenmoor|Calder Ridge|Dunmere|Elmstead|Farrowby|Glenhaven|Hollins|Iverdale|Juniper Bay|Kestrel|"
    "Larkfield|Merrow|Norland|Oakhurst|Pellworth|Quillan|Rosmere|Selby Moor|Thornbury|Ulverton|Varna Hills|Westmark|"
    "Yarrow|Zephyr Plain|Marram|Linden Row|Corvale|Amberley|Fennimore|Isca|Tamarind|Saffron Gate|Nahar|Rimal|Zaytun|"
    "Wadi Salam|Sepidar|Mehrgan|Alborz View|Galim|Carmelit"
).split("|")
_OWN = {
    Kind.CAMPAIGN: "Forward|for Governor|Campaign|Votes|Together",
    Kind.PARTY: "Party|Alliance|Democratic Union|Movement",
    Kind.NEWSROOM: "Gazette|Dispatch|Wire|Post|Chronicle|Voice",
    Kind.NGO: "Rights Watch|Relief|Justice Centre|Foundation|Legal Aid|Monitor",
}
_PARTNERS = {
    "institute": "Institute|Policy Centre|Studies Forum",
    "print": "Press Works|Printing|Graphics",
    "law": "Chambers|Law Group|Solicitors",
    "bank": "Bank|Credit Union",
    "media": "Radio|Television|Review|Today",
    "events": "Events|Conferences|Venues",
    "polling": "Polling|Research|Insight",
    "commission": "Election Commission|Electoral Board",
    "hosting": "Hosting|Systems|Networks",
    "funder": "Fund|Trust|Endowment",
    "allies": "Women's League|Workers' Union|Observers|Youth Network",
}
_NATIVE: dict[Lang, tuple[str, str]] = {
    "ar": (
        (
            "Ahmed:أحمد Khaled:خالد Layla:ليلى Maryam:مريم Youssef:يوسف Noura:نورا Hassan:حسن Sara:سارة Tarek:طارق Rana:رنا "
            "Dina:دينا Sami:سامي Kareem:كريم Reem:ريم Ziad:زياد Huda:هدى Salma:سلمى Basil:باسل Ghada:غادة Nabil:نبيل"
        ),
        (
            "Mansour:منصور Khatib:الخطيب Suleiman:سليمان Shahin:شاهين Sharif:الشريف Qasem:القاسم Zidan:زيدان Masri:المصري "
            "Saleh:صالح Barakat:بركات Hamdan:حمدان Awad:عوض Jaber:جابر Tamimi:التميمي Bishara:بشارة Farsakh:فرسخ"
        ),
    ),
    "fa": (
        (
            "Ali:علی Zahra:زهرا Maryam:مریم Reza:رضا Sara:سارا Hossein:حسین Narges:نرگس Leila:لیلا Mehdi:مهدی Bahram:بهرام "
            "Elham:الهام Kaveh:کاوه Parisa:پریسا Arash:آرش Mina:مینا Saeed:سعید Negar:نگار Babak:بابک Nasrin:نسرین"
        ),
        (
            "Ahmadi:احمدی Rezaei:رضایی Karimi:کریمی Hosseini:حسینی Sadeghi:صادقی Mousavi:موسوی Rahimi:رحیمی Jafari:جعفری "
            "Akbari:اکبری Nouri:نوری Ghasemi:قاسمی Sharifi:شریفی Yazdani:یزدانی Kazemi:کاظمی Farhadi:فرهادی"
        ),
    ),
    "he": (
        (
            "Yossi:יוסי Dana:דנה Moshe:משה Michal:מיכל Avi:אבי David:דוד Tamar:תמר Ron:רון Shira:שירה Yael:יעל Eitan:איתן "
            "Rachel:רחל Ori:אורי Galit:גלית Omer:עומר Hila:הילה Asaf:אסף Maya:מאיה Nir:ניר"
        ),
        (
            "Cohen:כהן Levi:לוי Mizrahi:מזרחי Biton:ביטון Friedman:פרידמן Shapira:שפירא Golan:גולן Barak:ברק Shalom:שלום "
            "Rosen:רוזן Dahan:דהן Ohana:אוחנה Klein:קליין Segal:סגל"
        ),
    ),
}
_OFFSETS: dict[Lang, tuple[int, ...]] = {
    "en": (0, 60, -300, -360, -480, 600), "ar": (120, 180, 240, 60), "fa": (210, 60, 0, -480), "he": (120, 180),
    "de": (60, 120), "fr": (60, 120), "es": (60, -300, -180), "pt": (-180, 0),
}  # fmt: skip
WEBMAIL = ("gmail.com", "gmail.com", "gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "proton.me", "icloud.com")
_TITLES: dict[Lang, str] = {
    "en": "Programme Officer|Director|Head of Communications|Finance Officer|Coordinator|Policy Adviser|Field Director",
    "ar": "مدير البرامج|المكتب الإعلامي|الشؤون المالية|تنسيق الأنشطة|وحدة الأبحاث|الأمانة العامة",
    "fa": "مدیر برنامه|روابط عمومی|امور مالی|هماهنگی|پژوهش|دبیرخانه",
    "he": "רכזות תוכניות|דוברות|כספים|מחקר|לשכת מנכ״ל|שטח",
    "de": "Referat Presse|Projektleitung|Buchhaltung|Geschäftsstelle",
    "fr": "Coordination|Service presse|Comptabilité|Direction",
    "es": "Coordinación|Prensa|Administración|Dirección",
    "pt": "Coordenação|Imprensa|Financeiro|Direção",
}
_REAL_BRANDS = {
    "Google": ("google.com", "accounts.google.com"), "Microsoft": ("microsoft.com", "accountprotection.microsoft.com"),
    "Dropbox": ("dropbox.com", "dropboxmail.com"), "DocuSign": ("docusign.net", "docusign.com"),
    "Zoom": ("zoom.us",), "Meta": ("facebookmail.com", "meta.com"), "Mailchimp": ("mailchimp.com",),
    "Proton": ("proton.me",), "PayPal": ("paypal.com",), "LinkedIn": ("linkedin.com",),
}  # fmt: skip
MAIL_PROGRAMS = ("outlook", "thunderbird", "iphone", "apple", "roundcube", "zimbra", "none")


def named(rng: random.Random, lang: Lang, latin: bool | None = None) -> tuple[str, str, str]:
    """Return a person's name as shown, in the language's own script ("" if that is Latin), and as an address has it."""
    if lang not in _NATIVE:
        who = person(rng, lang)
        return who.full, "", f"{ascii_slug(who.first)}.{ascii_slug(who.last)}"
    (first, own_first), (last, own_last) = (pick(rng, table.split()).split(":") for table in _NATIVE[lang])
    native = f"{own_first} {own_last}"
    in_latin = rng.random() < 0.4 if latin is None else latin
    return (f"{first} {last}" if in_latin else native), native, f"{first}.{last}".lower()


def someone(rng: random.Random, lang: Lang, domain: str, organisation: str = "") -> Actor:
    """Return a person with mail habits: at `domain`, or at a webmail provider if that is empty."""
    name, native, handle = named(rng, lang)
    at = domain or pick(rng, WEBMAIL)
    local = handle if domain else pick(rng, (handle, handle.replace(".", ""), f"{handle}{rng.randint(2, 99)}"))
    route = default_route(f"x@{at}")
    if route == "own":
        route = pick(rng, ("own", "own", "google", "microsoft"))
    return Actor(
        name=name, address=f"{local}@{at}", offset=pick_number(rng, _OFFSETS[lang]), route=route,
        mailer=program(rng, route), auth=honest_auth(rng, route), organisation=organisation,
        title=pick(rng, _TITLES[lang].split("|")) if domain else "", signature=rng.randrange(6), native=native,
    )  # fmt: skip


def pick_number(rng: random.Random, values: tuple[int, ...]) -> int:
    """Return one of several numbers."""
    return values[int(rng.random() * len(values))]


def program(rng: random.Random, route: str) -> str:
    """Return a mail program that people on a route use."""
    usual = {"google": "gmail", "microsoft": "outlook", "yahoo": "yahoo", "icloud": "iphone", "proton": "proton"}
    return usual[route] if route in usual and rng.random() < 0.7 else pick(rng, MAIL_PROGRAMS)


def honest_auth(rng: random.Random, route: str) -> str:
    """Return what the trusted hop finds for honest mail: small organisations have no DMARC, some not even DKIM."""
    if route not in {"own", "google", "microsoft"}:
        return "pass"
    return rng.choices(("pass", "dkim-only", "spf-only", "none"), (70, 15, 10, 5))[0]


@lru_cache(maxsize=64)
def house(seed: str, lang: Lang) -> House:
    """Return the organisation of a mailbox whose main language is `lang`; the same seed gives the same one."""
    rng = random.Random(f"house {seed} {lang}")
    kind = pick_kind(rng)
    head, *others = rng.sample(HEADS, 8)
    name = f"{head} {pick(rng, _OWN[kind].split('|'))}"
    domain = _domain(rng, name)
    people = _own_people(rng, lang, domain, name)
    privates = tuple(_private(rng, who) for who in people)
    partners, contacts, roles = _partners(rng, lang, others, domain)
    brands = {brand: _REAL_BRANDS[brand] for brand in rng.sample(sorted(_REAL_BRANDS), rng.randint(3, 6))}
    profile = Profile(
        organisation=Organisation(
            name, kind, (domain,), tuple(dict.fromkeys((lang, "en"))), (f"mx.{domain}", "mx.google.com")
        ),
        partner=partners,
        brand=tuple(Brand(brand, domains) for brand, domains in brands.items()),
        person=tuple(_entry(rng, at, who, privates[at]) for at, who in enumerate(people)),
    )
    toml = dump(profile)
    return House(load(toml), toml, people, privates, contacts, roles)


def pick_kind(rng: random.Random) -> Kind:
    """Return a kind of organisation."""
    return rng.choice(sorted(_OWN))


def _domain(rng: random.Random, name: str) -> str:
    words = [ascii_slug(word) for word in name.split()]
    shape = rng.random()
    slug = "-".join(words) if shape < 0.45 else "".join(words) if shape < 0.85 else words[0] + words[-1][:5]
    return f"{slug}.{pick(rng, ('example', 'example', 'example', 'test'))}"


def _own_people(rng: random.Random, lang: Lang, domain: str, name: str) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    while len(found) < 7:
        who = someone(rng, lang if len(found) < 5 else "en", domain, name)
        if who.address not in found:
            program_ = pick(rng, ("thunderbird", "outlook", "apple", "iphone"))
            found[who.address] = Actor(
                who.name, who.address, pick_number(rng, _OFFSETS[lang][:2]), "house", program_, "pass", name, who.title,
                signature=who.signature, native=who.native,
            )  # fmt: skip
    return tuple(found.values())


def _private(rng: random.Random, who: Actor) -> Actor:
    local = who.address.partition("@")[0].replace(".", pick(rng, ("", "_", ".")))
    at = pick(rng, WEBMAIL)
    route = default_route(f"x@{at}")
    address = f"{local}{pick(rng, ('', '.home', str(rng.randint(60, 99)), '.private'))}@{at}"
    return Actor(who.name, address, who.offset, route, program(rng, route), native=who.native)


def _partners(
    rng: random.Random, lang: Lang, heads: list[str], own: str
) -> tuple[tuple[Partner, ...], tuple[Actor, ...], dict[str, str]]:
    partners, contacts, roles = [], [], {}
    kinds = ["institute", "print", "media", *rng.sample(sorted(set(_PARTNERS) - {"institute", "print", "media"}), 4)]
    for kind, head in zip(kinds, heads, strict=False):
        name = f"{head} {pick(rng, _PARTNERS[kind].split('|'))}"
        domain = _domain(rng, name)
        if domain == own:
            continue
        roles[kind] = domain
        partners.append(Partner(name, (domain,)))
        first = someone(rng, lang if rng.random() < 0.75 else "en", domain, name)
        contacts.append(first)
    return tuple(partners), tuple(contacts), roles


def _entry(rng: random.Random, at: int, who: Actor, private: Actor) -> Person:
    known = (private.address,) if at < 5 or rng.random() < 0.5 else ()
    addresses: tuple[str, ...] = (who.address,)
    if at == 2:
        addresses += (f"{pick(rng, ('helpdesk', 'it', 'support'))}@{who.domain}",)
    others = (who.native,) if who.native and who.native != who.name else ()
    return Person(who.name, addresses, known, at in {0, 1} or rng.random() < 0.15, other_names=others)


def reference(rng: random.Random) -> str:
    """Return a made-up mark, as in the path of a shared file."""
    return letters(rng, 24, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
