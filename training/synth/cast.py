"""Who writes to whom, from where, and where its links lead: the scene of one message.

This is where the label is carried: good senders write from places that are theirs, bad ones claim to be somebody else,
write from throw-away, hacked, free or abused places, and link elsewhere.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from training.synth.brands import BRANDS, Brand, brands_of
from training.synth.identities import (
    Organisation,
    Person,
    ascii_slug,
    business_domain,
    freemail,
    letters,
    organisation,
    person,
    pick,
    word,
    work_handle,
)
from training.synth.links import bad_url, cheap_domain, cloud_url, good_url, lookalike
from training.synth.schema import CLEAN_SENDERS, Kind, Lang

ESPS = (
    "mailchimp",
    "sendgrid",
    "ses",
    "hubspot",
    "brevo",
    "mailgun",
    "salesforce",
    "activecampaign",
    "civic",
    "constantcontact",
)
_ESP_HOSTS = {
    "mailchimp": "mcsv.net",
    "sendgrid": "sendgrid.net",
    "ses": "amazonses.com",
    "hubspot": "hubspotemail.net",
    "brevo": "sender-sib.com",
    "mailgun": "mailgun.org",
    "salesforce": "exacttarget.com",
    "activecampaign": "acems4.com",
    "civic": "sparkpostmail.com",
    "constantcontact": "in.constantcontact.com",
}
_SAAS = (
    "zendesk.com",
    "freshdesk.com",
    "typeform.com",
    "hs-inbox.com",
    "myshopify.com",
    "mailersend.net",
    "intercom-mail.com",
)
_NOTICE_LOCALS = (
    "no-reply",
    "noreply",
    "support",
    "service",
    "security",
    "notification",
    "info",
    "account",
    "alert",
    "billing",
    "hello",
    "contact",
    "mail",
    "notice",
    "do-not-reply",
    "update",
    "news",
)
_BULK_LOCALS = (
    "info",
    "news",
    "newsletter",
    "hello",
    "contact",
    "team",
    "updates",
    "campaign",
    "office",
    "events",
    "membership",
)
_DEPARTMENTS: dict[Lang, tuple[str, ...]] = {
    "en": ("", "", " Support", " Security", " Team", " Customer Service", " Notification", " Alert", " Billing"),
    "de": ("", "", " Kundenservice", " Sicherheit", " Support", " Team", " Service"),
    "pt": ("", "", " Atendimento", " Informa", " Segurança", " Notificação"),
    "es": ("", "", " Atención al Cliente", " Seguridad", " Avisos", " Soporte"),
    "fr": ("", "", " Service Client", " Sécurité", " Assistance", " Notification"),
    "ar": ("", "", " - الدعم الفني", " - إشعارات", " - خدمة العملاء"),
    "fa": ("", "", " - پشتیبانی", " - اطلاع‌رسانی"),
    "he": ("", "", " - שירות לקוחות", " - הודעות", " - אבטחה"),
}


@dataclass(slots=True, kw_only=True)
class Scene:
    """One message's circumstances."""

    lang: Lang
    clean: bool
    when: datetime
    to: Person
    email: str
    me: Person
    brand: str
    brand_domain: str
    from_name: str
    from_addr: str
    mailer: str
    host: str
    """The name the sending machine gives."""
    envelope: str
    """Domain of the bounce address."""
    reply_to: str = ""
    signed: tuple[str, ...] = ()
    """The d= domains of its DKIM signatures."""
    spf: str = "pass"
    dkim: str = "pass"
    dmarc: str = "pass"
    home: str = ""
    """The sender's own site, for good mail."""
    tracked: bool = False
    bulk: bool = False
    """Carries List-Unsubscribe and a footer link to leave."""
    list_name: str = ""
    undisclosed: bool = False
    knows_name: bool = True
    notes: dict[str, str] = field(default_factory=dict)
    """`name`: a display name to use; `url`: the page that a bad message's links lead to."""

    @property
    def domain(self) -> str:
        """The domain of the From address."""
        return self.from_addr.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class _Ask:
    rng: random.Random
    kind: Kind
    lang: Lang
    when: datetime
    to: Person
    email: str


def scene(rng: random.Random, kind: Kind, lang: Lang, twin: bool = False) -> Scene:
    """The circumstances of one message of a kind; `twin` makes the real company the sender of a bad kind's text."""
    to = person(rng, lang)
    shape = rng.random()
    if shape < 0.75:
        email = "user@example.org"
    elif shape < 0.9:
        email = f"{to.handle}@{business_domain(rng, lang)}"
    else:
        email = f"{to.handle}@{freemail(rng, lang)}"
    start = datetime(2022, 1, 3, tzinfo=UTC)
    when = start + timedelta(seconds=int(rng.random() * 1710 * 86400))
    role = "brand" if twin else kind.sender
    made = _ROLES[role](_Ask(rng, kind, lang, when, to, email))
    if kind.names and not twin:
        made.notes["name"] = pick(rng, kind.names)
    return made


def _local(ask: _Ask, usual: tuple[str, ...]) -> str:
    return pick(ask.rng, ask.kind.locals or usual)


def _base(ask: _Ask, **given: Any) -> Scene:
    fields: dict[str, Any] = {
        "lang": ask.lang,
        "clean": False,
        "when": ask.when,
        "to": ask.to,
        "email": ask.email,
        "me": person(ask.rng, ask.lang),
        **given,
    }
    return Scene(**fields)


# Good senders


def _brand(ask: _Ask) -> Scene:
    rng = ask.rng
    brand = rng.choice(brands_of(ask.kind.brands or ("account",), ask.lang))
    domain = brand.mail_domain if rng.random() < 0.7 else brand.domain
    if rng.random() < 0.15:
        domain = f"{rng.choice(('mail', 'email', 'news', 'e', 'notifications', 'info'))}.{brand.domain}"
    mailer = rng.choice(("ses", "sendgrid", "salesforce", "java", "java", "application", "mailgun", "exchange"))
    signed = (domain,) if mailer not in ESPS or rng.random() < 0.3 else (domain, _ESP_HOSTS[mailer])
    trust = rng.random() < 0.96
    return _base(
        ask,
        clean=True,
        brand=brand.name,
        brand_domain=brand.domain,
        mailer=mailer,
        from_name=brand.name + (pick(rng, _DEPARTMENTS[ask.lang]) if rng.random() < 0.25 else ""),
        from_addr=f"{_local(ask, _NOTICE_LOCALS)}@{domain}",
        host=f"{rng.choice(('mta', 'mail', 'out', 'o1', 'smtp'))}{int(rng.random() * 90)}.{brand.mail_domain}",
        envelope=rng.choice((domain, f"bounce.{brand.domain}", _ESP_HOSTS.get(mailer, domain))),
        signed=signed,
        home=brand.domain,
        tracked=rng.random() < 0.25,
        bulk="bulk" in ask.kind.layouts or rng.random() < 0.2,
        dkim="pass" if trust else "fail",
        knows_name=rng.random() < 0.8,
    )


def _org(ask: _Ask) -> Scene:
    rng = ask.rng
    org = organisation(rng, ask.lang)
    return _from_org(
        ask, org, rng.choice((*ESPS, "mailchimp", "civic", "phpmailer", "phpmailer", "php", "application", "exchange"))
    )


def _from_org(ask: _Ask, org: Organisation, mailer: str) -> Scene:
    rng = ask.rng
    esp = mailer in ESPS
    own_key = not esp or rng.random() < 0.75
    signed = ((org.domain,) if own_key else ()) + ((_ESP_HOSTS[mailer],) if esp else ())
    sub = rng.choice(("", "", "", "mail.", "news.", "e."))
    made = _base(
        ask,
        clean=True,
        brand=org.name,
        brand_domain=org.domain,
        mailer=mailer,
        from_name=org.name,
        from_addr=f"{_local(ask, _BULK_LOCALS)}@{sub}{org.domain}",
        host=f"mail{int(rng.random() * 200)}.{_ESP_HOSTS[mailer]}" if esp else f"mail.{org.domain}",
        envelope=_ESP_HOSTS[mailer] if esp and rng.random() < 0.7 else org.domain,
        signed=signed if rng.random() < 0.93 else (),
        home=org.domain,
        tracked=esp and rng.random() < 0.75,
        bulk=esp,
        dmarc=rng.choice(("pass", "pass", "pass", "none", "bestguesspass")),
        knows_name=rng.random() < 0.75,
    )
    shape = rng.random()
    if shape < 0.2:
        made.from_name = f"{made.me.full}, {org.name}"
    elif shape < 0.3:
        made.from_name = made.me.full
    if not made.signed:
        made.dkim, made.dmarc = "none", "none"
    if rng.random() < 0.35:
        elsewhere = rng.choice(
            (org.domain, org.domain, org.domain, business_domain(rng, ask.lang), freemail(rng, ask.lang))
        )
        made.reply_to = f"{rng.choice(('info', 'reply', 'contact', 'office', made.me.handle))}@{elsewhere}"
    made.undisclosed = rng.random() < 0.05
    return made


def _person(ask: _Ask) -> Scene:
    rng = ask.rng
    who = person(rng, ask.lang)
    domain = freemail(rng, ask.lang)
    mailer = rng.choice(
        (
            "gmail",
            "gmail",
            "apple",
            "iphone",
            "android",
            "thunderbird",
            "outlook",
            "yahoo",
            "webmail",
            "roundcube",
            "oldoutlook",
        )
    )
    if mailer == "gmail":
        domain = "gmail.com"
    made = _base(
        ask,
        clean=True,
        me=who,
        brand=who.full,
        brand_domain=domain,
        mailer=mailer,
        from_name=who.full,
        from_addr=f"{who.handle}@{domain}",
        host=f"mail-{letters(rng, 4)}.{domain}",
        envelope=domain,
        signed=(domain,) if rng.random() < 0.9 else (),
        home=business_domain(rng, ask.lang),
        knows_name=rng.random() < 0.95,
    )
    if not made.signed:
        made.dkim, made.dmarc = "none", rng.choice(("pass", "none"))
    return made


def _colleague(ask: _Ask) -> Scene:
    rng = ask.rng
    who = person(rng, ask.lang)
    org = organisation(rng, ask.lang)
    own = ask.email.rpartition("@")[2]
    domain = own if rng.random() < 0.45 and "." in own else org.domain
    mailer = rng.choice(
        (
            "exchange",
            "exchange",
            "exchange",
            "gmail",
            "apple",
            "thunderbird",
            "zimbra",
            "outlook",
            "iphone",
            "roundcube",
            "oldoutlook",
        )
    )
    made = _base(
        ask,
        clean=True,
        me=who,
        brand=org.name,
        brand_domain=domain,
        mailer=mailer,
        from_name=rng.choice((who.full, who.full, who.full, f"{who.last}, {who.first}", who.first)),
        from_addr=f"{work_handle(who, rng)}@{domain}",
        host=f"mail.{domain}",
        envelope=domain,
        signed=(domain,) if rng.random() < 0.75 else (),
        home=domain,
    )
    if not made.signed:
        made.dkim, made.dmarc = "none", rng.choice(("pass", "none", "bestguesspass"))
    return made


def _list(ask: _Ask) -> Scene:
    made = _person(ask) if ask.rng.random() < 0.6 else _colleague(ask)
    made.list_name = f"{word(ask.rng, 2)}{ask.rng.choice(('', '-users', '-dev', '-discuss', '-announce', '-l'))}"
    made.host = f"lists.{business_domain(ask.rng, ask.lang)}"
    made.envelope = made.host
    made.knows_name = ask.rng.random() < 0.3
    if ask.rng.random() < 0.5:
        made.dkim = "fail"
        made.dmarc = ask.rng.choice(("fail", "none", "pass"))
    return made


def _system(ask: _Ask) -> Scene:
    rng = ask.rng
    own = ask.email.rpartition("@")[2]
    org = organisation(rng, ask.lang)
    domain = own if rng.random() < 0.6 else org.domain
    machine = rng.choice(("srv", "app", "build", "mon", "intranet", "mail", "backup", "web")) + str(
        int(rng.random() * 9)
    )
    local = _local(
        ask, ("noreply", "root", "monitoring", "helpdesk", "it", "admin", "no-reply", "jenkins", "alerts", "postmaster")
    )
    made = _base(
        ask,
        clean=True,
        brand=org.name,
        brand_domain=domain,
        mailer=rng.choice(("application", "python", "exchange", "java", "php")),
        from_name=rng.choice((local, "", f"{org.name} IT", local.title(), org.name)),
        host=f"{machine}.{domain}",
        from_addr=f"{local}@{rng.choice(('', '', machine + '.'))}{domain}",
        envelope=domain,
        signed=(domain,) if rng.random() < 0.4 else (),
        home=domain,
        knows_name=rng.random() < 0.5,
    )
    if not made.signed:
        made.dkim, made.dmarc = "none", rng.choice(("pass", "none", "bestguesspass"))
    return made


# Bad senders


@dataclass(frozen=True, slots=True)
class _Claim:
    name: str
    brand: str
    domain: str
    locals: tuple[str, ...]


def _throwaway(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    domain = cheap_domain(rng)
    if rng.random() < 0.3:
        prefix = rng.choice(("mail", "news", letters(rng, 6), "e", "info", f"{letters(rng, 4)}.{letters(rng, 3)}"))
        domain = f"{prefix}.{domain}"
    local = rng.choice(
        (*claim.locals[:3], letters(rng, 8), f"{word(rng, 2)}_{word(rng, 2)}_{int(rng.random() * 99999)}")
    )
    return _sent(
        ask,
        claim,
        f"{local}@{domain}",
        ("phpmailer", "spamware", "spamware", "application", "php", "python", "mailgun"),
        signed=rng.random() < 0.5,
        weak=rng.random() < 0.4,
    )


def _lookalike(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    domain = lookalike(rng, claim.brand, claim.domain)
    return _sent(
        ask,
        claim,
        f"{pick(rng, claim.locals)}@{domain}",
        ("phpmailer", "application", "java", "ses", "mailgun", "exchange"),
        signed=rng.random() < 0.6,
        weak=rng.random() < 0.3,
    )


def _hacked(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    who = person(rng, ask.lang if rng.random() < 0.4 else "en")
    domain = business_domain(rng, ask.lang if rng.random() < 0.4 else rng.choice(("en", "pt", "es", "de", "fr")))
    if rng.random() < 0.12:
        domain = f"{word(rng, 3)}.edu{rng.choice(('', '.pe', '.co', '.in', '.br', '.ph'))}"
    local = rng.choice(
        (work_handle(who, rng), work_handle(who, rng), "info", "contact", "office", letters(rng, 9, "0123456789"))
    )
    return _sent(
        ask,
        claim,
        f"{local}@{domain}",
        ("exchange", "roundcube", "phpmailer", "php", "zimbra", "webmail", "oldoutlook"),
        signed=rng.random() < 0.6,
        weak=rng.random() < 0.3,
    )


def _free(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    who = person(rng, "en")
    mailer = rng.choice(("gmail", "gmail", "yahoo", "outlook", "iphone"))
    domain = "gmail.com" if mailer == "gmail" else freemail(rng, ask.lang)
    label = ascii_slug(claim.brand)[:14]
    local = rng.choice(
        (who.handle, f"{who.handle}{int(rng.random() * 999)}", f"{label}.{pick(rng, claim.locals)}", word(rng, 4))
    )
    return _sent(ask, claim, f"{local}@{domain}", (mailer,), signed=True, weak=False)


def _abused_esp(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    mailer = rng.choice(ESPS)
    domain = business_domain(rng, rng.choice((ask.lang, "en"))) if rng.random() < 0.7 else cheap_domain(rng)
    made = _sent(
        ask,
        claim,
        f"{pick(rng, claim.locals)}@{rng.choice(('', 'mg.', 'em.', 'mail.'))}{domain}",
        (mailer,),
        signed=True,
        weak=False,
    )
    made.signed = (made.domain, _ESP_HOSTS[mailer])
    made.host = f"mail{int(rng.random() * 200)}.{_ESP_HOSTS[mailer]}"
    made.envelope = rng.choice((made.domain, _ESP_HOSTS[mailer]))
    made.bulk = rng.random() < 0.8
    made.tracked = rng.random() < 0.4
    return made


def _abused_service(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    service = rng.choice(_SAAS)
    made = _sent(
        ask,
        claim,
        f"{rng.choice(('support', 'info', 'notifications'))}@{word(rng, 3)}.{service}",
        ("application", "java"),
        signed=True,
        weak=False,
    )
    made.signed, made.envelope, made.host = (service,), service, f"outbyoip{int(rng.random() * 40)}.{service}"
    return made


def _spoofed(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    made = _sent(
        ask,
        claim,
        f"{pick(rng, claim.locals)}@{claim.domain}",
        ("phpmailer", "php", "spamware", "python", "oldoutlook"),
        signed=False,
        weak=True,
    )
    made.envelope = rng.choice((claim.domain, business_domain(rng, "en"), cheap_domain(rng)))
    made.dmarc = rng.choice(("fail", "fail", "none"))
    return made


def _bare_host(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    machine = rng.choice(
        (
            f"ubuntu-s-1vcpu-{rng.choice(('512mb-10gb', '1gb'))}-{rng.choice(('nyc1', 'fra1'))}-0{rng.randint(0, 9)}",
            f"{ascii_slug(claim.brand)}{int(rng.random() * 999999)}",
            f"vps{int(rng.random() * 999999)}",
            f"{word(rng, 2)}.localdomain",
            f"ip-172-31-{int(rng.random() * 99)}-{int(rng.random() * 99)}",
        )
    )
    local = f"{pick(rng, claim.locals)}{rng.choice(('', letters(rng, 6, '0123456789')))}"
    made = _sent(ask, claim, f"{local}@{machine}", ("phpmailer", "php", "php", "application"), signed=False, weak=True)
    made.spf, made.dmarc = rng.choice(("none", "none", "temperror")), "none"
    return made


def _forged_other(ask: _Ask, claim: _Claim) -> Scene:
    rng = ask.rng
    other: Brand = BRANDS[int(rng.random() * len(BRANDS))]
    made = _sent(
        ask,
        claim,
        f"{rng.choice(('service', 'newsletter', 'noreply', 'info', 'message'))}@{other.domain}",
        ("spamware", "spamware", "phpmailer", "oldoutlook"),
        signed=False,
        weak=True,
    )
    made.dmarc = rng.choice(("fail", "none", "none"))
    return made


def _sent(ask: _Ask, claim: _Claim, address: str, mailers: tuple[str, ...], signed: bool, weak: bool) -> Scene:
    rng = ask.rng
    domain = address.rpartition("@")[2]
    made = _base(
        ask,
        brand=claim.brand,
        brand_domain=claim.domain,
        mailer=rng.choice(mailers),
        from_name=claim.name,
        from_addr=address,
        host=rng.choice(
            (
                f"mail.{domain}",
                domain,
                f"{letters(rng, 8)}.{cheap_domain(rng)}",
                f"vps{int(rng.random() * 9999)}.{domain}",
            )
        ),
        envelope=domain if rng.random() < 0.75 else cheap_domain(rng),
        signed=(domain,) if signed else (),
        spf=rng.choice(("fail", "softfail", "none", "none")) if weak else "pass",
        dkim="pass" if signed else "none",
        knows_name=rng.random() < 0.25,
    )
    made.dmarc = "pass" if signed and not weak else rng.choice(("none", "none", "fail", "pass", "bestguesspass"))
    return made


_Setup = Callable[[_Ask, _Claim], Scene]
_IMPOSTOR: tuple[tuple[float, _Setup], ...] = (
    (0.24, _throwaway),
    (0.12, _lookalike),
    (0.22, _hacked),
    (0.07, _free),
    (0.12, _abused_esp),
    (0.04, _abused_service),
    (0.07, _spoofed),
    (0.07, _bare_host),
    (0.05, _forged_other),
)
_PEDDLER: tuple[tuple[float, _Setup], ...] = (
    (0.38, _throwaway),
    (0.18, _hacked),
    (0.08, _free),
    (0.17, _abused_esp),
    (0.04, _abused_service),
    (0.12, _forged_other),
    (0.03, _bare_host),
)
_STRANGER: tuple[tuple[float, _Setup], ...] = ((0.5, _free), (0.36, _hacked), (0.1, _throwaway), (0.04, _forged_other))


def _weighted(rng: random.Random, table: tuple[tuple[float, _Setup], ...]) -> _Setup:
    roll = rng.random()
    for share, setup in table:
        roll -= share
        if roll < 0:
            return setup
    return table[0][1]


def _impostor(ask: _Ask) -> Scene:
    rng = ask.rng
    brand = rng.choice(brands_of(ask.kind.brands or ("account",), ask.lang))
    name = brand.name + pick(rng, _DEPARTMENTS[ask.lang])
    claim = _Claim(name, brand.name, brand.domain, ask.kind.locals or _NOTICE_LOCALS)
    made = _weighted(rng, _IMPOSTOR)(ask, claim)
    made.bulk = made.bulk or rng.random() < 0.15
    if rng.random() < 0.1:
        made.reply_to = (
            f"{pick(rng, claim.locals)}@{rng.choice((claim.domain, cheap_domain(rng), freemail(rng, 'en')))}"
        )
    return made


def _house(ask: _Ask) -> Scene:
    rng = ask.rng
    own = ask.email.rpartition("@")[2]
    name = rng.choice(
        (
            own,
            f"{own} Admin",
            "IT Helpdesk",
            "Mail Administrator",
            "System Administrator",
            f"{own} Support",
            "Webmail",
            "Postmaster",
            "Mail Delivery",
            "Help Desk",
            ask.email,
        )
    )
    claim = _Claim(
        name, own, own, ask.kind.locals or ("admin", "it", "helpdesk", "postmaster", "support", "no-reply", "webmaster")
    )
    return _weighted(rng, _IMPOSTOR)(ask, claim)


def _peddler(ask: _Ask) -> Scene:
    rng = ask.rng
    org = organisation(rng, ask.lang)
    name, brand, domain = org.name, org.name, org.domain
    if ask.kind.brands:
        found = rng.choice(brands_of(ask.kind.brands, ask.lang))
        name, brand, domain = found.name, found.name, found.domain
    elif rng.random() < 0.3:
        name = person(rng, ask.lang).full
    made = _weighted(rng, _PEDDLER)(ask, _Claim(name, brand, domain, ask.kind.locals or _BULK_LOCALS))
    made.bulk = made.bulk or rng.random() < 0.45
    if rng.random() < 0.12:
        made.reply_to = f"{rng.choice(('news', 'reply', 'contact'))}@{cheap_domain(rng)}"
    return made


def _stranger(ask: _Ask) -> Scene:
    rng = ask.rng
    who = person(rng, ask.lang if rng.random() < 0.6 else "en")
    title = rng.choice(("", "", "", "Mr. ", "Mrs. ", "Dr. ", "Barrister ", "Sgt. ")) if ask.lang == "en" else ""
    name = rng.choice((who.full, who.full, f"{title}{who.full}", f"{title}{who.full}".upper(), who.first))
    made = _weighted(rng, _STRANGER)(
        ask, _Claim(name, who.full, freemail(rng, ask.lang), ("info", "office", "contact"))
    )
    made.me = who
    if rng.random() < 0.55:
        made.reply_to = (
            f"{who.handle}{int(rng.random() * 999)}@{rng.choice((freemail(rng, 'en'), 'gmail.com', cheap_domain(rng)))}"
        )
    made.undisclosed = rng.random() < 0.35
    return made


def _extorter(ask: _Ask) -> Scene:
    rng = ask.rng
    own = ask.email.rpartition("@")[2]
    claim = _Claim(
        rng.choice((ask.email, "", "Hacker", word(rng, 3).title(), person(rng, "en").full)), own, own, (ask.to.handle,)
    )
    made = rng.choice((_free, _hacked, _throwaway, _spoofed))(ask, claim)
    if rng.random() < 0.3:
        made.from_addr, made.dmarc, made.signed, made.dkim = ask.email, "fail", (), "none"
    return made


_ROLES: dict[str, Callable[[_Ask], Scene]] = {
    "brand": _brand,
    "org": _org,
    "person": _person,
    "colleague": _colleague,
    "list": _list,
    "system": _system,
    "impostor": _impostor,
    "house": _house,
    "peddler": _peddler,
    "stranger": _stranger,
    "extorter": _extorter,
}
assert {role for role in _ROLES if role in CLEAN_SENDERS} == CLEAN_SENDERS


def link(rng: random.Random, place: Scene, cloud: bool = False) -> str:
    """Where the message's main link leads."""
    if place.clean:
        if cloud or (place.mailer in {"gmail", "outlook", "apple"} and rng.random() < 0.3):
            return cloud_url(rng)
        return good_url(rng, place.home, place.mailer, place.tracked)
    if place.tracked:
        return good_url(rng, place.domain, place.mailer, tracked=True)
    if "url" not in place.notes or rng.random() < 0.1:
        place.notes["url"] = bad_url(rng, place.lang, place.brand, place.brand_domain, place.email, cloud)
    return place.notes["url"]


def leave_link(rng: random.Random, place: Scene) -> str:
    """Where the link to unsubscribe leads."""
    if place.clean:
        return good_url(rng, place.home, place.mailer, place.tracked)
    if rng.random() < 0.25:
        return f"mailto:{letters(rng, 8)}@{cheap_domain(rng)}?subject=unsubscribe"
    if rng.random() < 0.3:
        return f"https://{rng.choice((place.brand_domain, 'www.' + place.brand_domain))}/unsubscribe"
    return link(rng, place)


def small_links(rng: random.Random, place: Scene) -> list[str]:
    """The harmless links at the foot of a message: real companies set them, and forgers copy them."""
    home = place.home if place.clean else place.brand_domain
    if "." not in home or rng.random() < 0.55:
        return []
    pages = [f"https://www.{home}/{page}" for page in ("privacy", "help", "contact", "", "legal")]
    handle = ascii_slug(place.brand) or word(rng, 2)
    pages += [
        f"https://www.{host}/{handle}"
        for host in ("facebook.com", "instagram.com", "linkedin.com/company", "youtube.com")
    ]
    return rng.sample(pages, rng.randint(1, 5))


def image_base(rng: random.Random, place: Scene) -> str:
    """Where the message's pictures lie; both sides use content networks and their own sites."""
    if rng.random() < 0.45:
        return rng.choice(
            (
                f"https://mcusercontent.com/{letters(rng, 25)}/images/",
                f"https://d{letters(rng, 13)}.cloudfront.net/public/{letters(rng, 6)}/",
                f"https://storage.googleapis.com/{word(rng, 2)}-mail/",
                f"https://i.imgur.com/{letters(rng, 7)}",
                f"https://{word(rng, 2)}.s3.amazonaws.com/email/",
                f"https://image.{word(rng, 2)}.com/lib/{letters(rng, 12)}/m/1/",
                f"https://img.mlcdn.com/{letters(rng, 20)}/",
            )
        )
    if place.clean:
        return f"https://{rng.choice(('img', 'static', 'cdn', 'www', 'images'))}.{place.home}/mail/"
    if rng.random() < 0.5:
        return f"https://www.{place.brand_domain}/images/"
    return f"http://{cheap_domain(rng)}/{letters(rng, 5)}/"
