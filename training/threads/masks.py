"""Who writes, on either side of a storyline: the attacker behind a mask, and the honest sender of the same shape."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from bench.suites.routes import default_route

from tocsin.common.hosts import to_ascii
from training.synth.identities import ascii_slug, pick
from training.threads.houses import HEADS, WEBMAIL, named, program, someone
from training.threads.schema import Actor, House, Lang

Pair = tuple[Actor, Actor]
"""The attack's sender and the twin's."""
_HOMOGLYPHS = {"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "p": "р"}
_SWAPS = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("i", "l"),
    ("o", "0"),
    ("w", "vv"),
    ("d", "cl"),
    ("ll", "l"),
    ("e", "ee"),
)
_WORDS = ("mail", "docs", "team", "office", "secure", "news", "portal", "online", "press", "org")


def look_alike(rng: random.Random, domain: str) -> str:
    """Return a domain that is easily taken for `domain`, ASCII."""
    name, _, suffix = domain.rpartition(".")
    usable = [(old, new) for old, new in _SWAPS if old in name]
    letters = [letter for letter in _HOMOGLYPHS if letter in name]
    shape = rng.randrange(7)
    if shape <= 1 and usable:
        old, new = usable[rng.randrange(len(usable))]
        return f"{name.replace(old, new, 1)}.{suffix}"
    if shape == 2:
        return f"{name.replace('-', '') if '-' in name else name[: len(name) // 2] + '-' + name[len(name) // 2 :]}.{suffix}"
    if shape == 3:
        return f"{name}.{'test' if suffix == 'example' else 'example'}"
    if shape == 4 and letters:
        letter = pick(rng, letters)
        return to_ascii(f"{name.replace(letter, _HOMOGLYPHS[letter], 1)}.{suffix}")
    if shape == 5:
        word = pick(rng, _WORDS)
        return f"{pick(rng, (f'{name}-{word}', f'{word}-{name}', f'{name}{word}'))}.{suffix}"
    at = rng.randrange(1, len(name) - 1)
    left_out = name[:at] + name[at + 1 :]
    doubled = name[:at] + name[at] + name[at:]
    turned = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return f"{pick(rng, [new for new in (left_out, doubled, turned) if new != name])}.{suffix}"


def _hostile(rng: random.Random, who: Actor, address: str, route: str = "") -> Actor:
    """Return `who` as an attacker plays them: another way in and, half of the time, other habits."""
    chosen = route or default_route(address)
    if chosen == "own":
        chosen = pick(rng, ("own", "vps", "vps", "google", "microsoft"))
    auth = "pass" if chosen in {"google", "microsoft", "proton", "yahoo", "icloud", "gmx", "tuta"} else pick(
        rng, ("pass", "pass", "dkim-only", "spf-only", "none")
    )  # fmt: skip
    careful = rng.random() < 0.4
    mailer = who.mailer if careful else pick(rng, (program(rng, chosen), "roundcube", "phpmailer", "thunderbird"))
    offset = who.offset if careful else rng.choice((who.offset, 0, 180, 210, 300, 480, -300))
    return replace(who, address=address, route=chosen, mailer=mailer, offset=offset, auth=auth)


def _other_device(rng: random.Random, who: Actor) -> Actor:
    """Return `who`, who sometimes writes from another device or while travelling."""
    if rng.random() < 0.8:
        return who
    return replace(who, mailer=program(rng, who.route), offset=rng.choice((who.offset, 0, 60, 240, -300)))


def _webmail(rng: random.Random, who: Actor, word: str = "") -> str:
    local = who.address.partition("@")[0]
    tail = word or pick(rng, ("", str(rng.randint(1, 999)), ".office", ".director", ".mail", "2026"))
    base = pick(rng, (local, local.replace(".", ""), local.replace(".", "_")))
    return f"{base}{tail}@{pick(rng, WEBMAIL)}"


def contact(rng: random.Random, house: House) -> Actor:
    """Return somebody at a partner."""
    return house.partners[rng.randrange(len(house.partners))]


def _partner_alike(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    return _hostile(rng, who, f"{who.address.partition('@')[0]}@{look_alike(rng, who.domain)}"), _other_device(rng, who)


def _partner_webmail(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    return _hostile(rng, who, _webmail(rng, who)), _other_device(rng, who)


def _taken_over(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    elsewhere = replace(_hostile(rng, who, who.address, who.route), auth=who.auth)
    return elsewhere, _other_device(rng, who)


def _both_new_address(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    address = _webmail(rng, who)
    return _hostile(rng, who, address), replace(_hostile(rng, who, address), mailer=who.mailer, offset=who.offset)


def _colleague_alike(rng: random.Random, house: House, _: Lang) -> Pair:
    who = house.people[rng.randrange(3, len(house.people))]
    return _hostile(rng, who, f"{who.address.partition('@')[0]}@{look_alike(rng, house.domain)}"), who


def _principal_webmail(rng: random.Random, house: House, _: Lang) -> Pair:
    who = house.people[1]
    return _hostile(rng, who, _webmail(rng, who)), who


def _private_account(rng: random.Random, house: House, _: Lang) -> Pair:
    at = rng.choice((1, 3, 4))
    return _hostile(rng, house.people[at], _webmail(rng, house.people[at])), _other_device(rng, house.privates[at])


def _forged(rng: random.Random, house: House, _: Lang) -> Pair:
    who = house.people[rng.choice((1, 3, 4))]
    auth = pick(rng, ("fail", "fail", "softfail"))
    false = replace(who, route="vps", mailer=pick(rng, ("phpmailer", "python", "none")), auth=auth)
    if rng.random() < 0.4:
        false = replace(false, reply_to=_webmail(rng, who))
    return false, who


def _house_it(rng: random.Random, house: House, lang: Lang) -> Pair:
    address = house.profile.person[2].addresses[1]
    desk = {"en": "IT Helpdesk", "ar": "الدعم الفني", "fa": "پشتیبانی فنی", "he": "תמיכה טכנית", "de": "IT-Support",
            "fr": "Support informatique", "es": "Soporte informático", "pt": "Suporte de TI"}[lang]  # fmt: skip
    honest = replace(house.people[2], name=desk, native="", address=address, title="")
    local = address.partition("@")[0]
    shape = rng.random()
    if shape < 0.6:
        return _hostile(rng, honest, f"{local}@{look_alike(rng, house.domain)}"), honest
    if shape < 0.8:
        return replace(honest, route="vps", mailer="phpmailer", auth=pick(rng, ("fail", "softfail"))), honest
    return _hostile(rng, honest, f"{local}.{ascii_slug(house.domain.partition('.')[0])}@{pick(rng, WEBMAIL)}"), honest


def _press(rng: random.Random, _: House, lang: Lang) -> Pair:
    return _outsider(rng, lang, ("Courier", "Herald", "Public Radio", "World Service", "Monthly", "Observer"))


def _scholar(rng: random.Random, _: House, lang: Lang) -> Pair:
    return _outsider(rng, lang, ("University", "Institute for Peace", "Policy Forum", "College", "Research Centre"))


def _organiser(rng: random.Random, _: House, lang: Lang) -> Pair:
    return _outsider(rng, lang, ("Summit", "Conference", "Security Dialogue", "Forum", "Festival"))


def _outsider(rng: random.Random, lang: Lang, tails: tuple[str, ...]) -> Pair:
    """Return a stranger of a named office: at its own domain in the twin; webmail or look-alike in the attack.

    Every fifth pair writes from webmail on both sides, as free-lance reporters and students do.
    """
    name = f"{pick(rng, HEADS)} {pick(rng, tails)}"
    domain = f"{ascii_slug(name)}.{pick(rng, ('example', 'test'))}"
    who = someone(rng, lang, domain, name)
    if rng.random() < 0.2:
        address = _webmail(rng, who, pick(rng, ("", ".press", "")))
        honest = _hostile(rng, who, address)
        return replace(honest, mailer=program(rng, honest.route)), honest
    address = _webmail(rng, who) if rng.random() < 0.5 else f"{who.address.partition('@')[0]}@{look_alike(rng, domain)}"
    return _hostile(rng, who, address), who


def _stranger(rng: random.Random, _: House, lang: Lang) -> Pair:
    who = someone(rng, lang, "")
    return replace(who, mailer=program(rng, who.route)), who


def _supplier(rng: random.Random, house: House, _: Lang) -> Pair:
    money = [
        who for who in house.partners if who.domain in {house.roles.get(k) for k in ("print", "hosting", "events")}
    ]
    who = pick_actor(rng, tuple(money))
    if rng.random() < 0.3:
        return _taken_over_of(rng, who)
    return _hostile(rng, who, f"{who.address.partition('@')[0]}@{look_alike(rng, who.domain)}"), who


def _taken_over_of(rng: random.Random, who: Actor) -> Pair:
    return replace(_hostile(rng, who, who.address, who.route), auth=who.auth), who


def pick_actor(rng: random.Random, actors: tuple[Actor, ...]) -> Actor:
    """Return one of several people."""
    return actors[rng.randrange(len(actors))]


def _authority(rng: random.Random, house: House, lang: Lang) -> Pair:
    domain = house.roles.get("commission", f"{ascii_slug(pick(rng, HEADS))}-electoralboard.example")
    who = someone(rng, lang, domain, "Election Commission")
    return _hostile(rng, who, f"{who.address.partition('@')[0]}@{look_alike(rng, domain)}"), who


SERVICES: dict[str, tuple[str, str, str]] = {
    "google": ("Google", "no-reply@accounts.google.com", "google"),
    "drive": ("Google Drive", "drive-shares-dm-noreply@google.com", "google"),
    "microsoft": ("Microsoft account team", "account-security-noreply@accountprotection.microsoft.com", "microsoft"),
    "sharepoint": ("SharePoint Online", "no-reply@sharepointonline.com", "microsoft"),
    "dropbox": ("Dropbox", "no-reply@dropbox.com", "ses"),
    "docusign": ("DocuSign NA4 System", "dse_na4@docusign.net", "own"),
    "zoom": ("Zoom", "no-reply@zoom.us", "ses"),
    "meta": ("Meta Business", "notification@facebookmail.com", "own"),
    "mailchimp": ("Mailchimp", "no-reply@mailchimp.com", "mailchimp"),
    "brevo": ("Brevo", "no-reply@brevo.com", "ses"),
    "sendgrid": ("SendGrid", "no-reply@sendgrid.com", "sendgrid"),
    "proton": ("Proton", "no-reply@notify.proton.me", "proton"),
    "paypal": ("PayPal", "service@paypal.com", "own"),
    "linkedin": ("LinkedIn", "security-noreply@linkedin.com", "own"),
    "eventbrite": ("Eventbrite", "noreply@event.eventbrite.com", "sendgrid"),
    "teams": ("Microsoft Teams", "noreply@email.teams.microsoft.com", "microsoft"),
    "calendly": ("Calendly", "notifications@calendly.com", "sendgrid"),
    "signal-dpo": ("Signal", "support@signal.org", "google"),
}
"""Name -> display name, address and route of the real service's notices."""


def service(which: str) -> Actor:
    """Return a real service as it sends its notices."""
    name, address, route = SERVICES[which]
    return Actor(name, address, 0, route, "none", "pass", organisation=name.split()[0])


def _posing_as(which: str) -> Callable[[random.Random, House, Lang], Pair]:
    def mask(rng: random.Random, _: House, __: Lang) -> Pair:
        honest = service(which)
        brand = ascii_slug(honest.name.split()[0])
        word = pick(rng, ("security", "account", "notice", "support", "alert", "share", "id"))
        domain = pick(
            rng, (f"{brand}-{word}.example", f"{word}-{brand}.test", f"{brand}{word}.example", f"{word}s.example")
        )
        shape = rng.random()
        if shape < 0.65:
            address = f"{pick(rng, ('no-reply', 'noreply', word, 'team'))}@{domain}"
            return _hostile(rng, honest, address), honest
        if shape < 0.8:
            address = f"{brand}.{word}{rng.randint(1, 99)}@{pick(rng, WEBMAIL)}"
            return _hostile(rng, honest, address), honest
        forged = replace(honest, route=pick(rng, ("vps", "sendgrid")), mailer="phpmailer", auth="fail")
        return forged, honest

    return mask


def _new_friend(rng: random.Random, _: House, lang: Lang) -> Pair:
    name = f"{pick(rng, HEADS)} {pick(rng, ('Collective', 'Network', 'Association', 'Studio', 'Clinic'))}"
    who = someone(rng, lang, f"{ascii_slug(name)}.example", name)
    return who, who


def _vendor(rng: random.Random, _: House, lang: Lang) -> Pair:
    """Return a security firm that nobody here knows: the same address on both sides, sometimes with other habits."""
    name = f"{pick(rng, HEADS)} {pick(rng, ('Cyber', 'Threat Lab', 'Digital Defence', 'Response', 'Secure'))}"
    who = someone(rng, lang, f"{ascii_slug(name)}.{pick(rng, ('example', 'test'))}", name)
    return (who if rng.random() < 0.6 else _hostile(rng, who, who.address)), who


def _known(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    return who, who


def _colleague(rng: random.Random, house: House, _: Lang) -> Pair:
    who = house.people[rng.randrange(1, len(house.people))]
    return who, who


def _travelling(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    away = replace(who, mailer=pick(rng, ("iphone", "apple", "roundcube")), offset=rng.choice((0, -300, 330, 540, 240)))
    return away, away


def _only_honest(mask: Callable[[random.Random, House, Lang], Pair]) -> Callable[[random.Random, House, Lang], Pair]:
    def honest(rng: random.Random, house: House, lang: Lang) -> Pair:
        who = mask(rng, house, lang)[1]
        return who, who

    return honest


def _newsletter(rng: random.Random, house: House, _: Lang) -> Pair:
    who = contact(rng, house)
    sender = replace(who, name=who.organisation, address=f"news@{who.domain}", native="", title="", mailer="none",
                     route=pick(rng, ("mailchimp", "sendgrid", "ses", "own")), auth="pass")  # fmt: skip
    return sender, sender


MASKS: dict[str, Callable[[random.Random, House, Lang], Pair]] = {
    "partner-alike": _partner_alike,
    "partner-webmail": _partner_webmail,
    "taken-over": _taken_over,
    "new-address": _both_new_address,
    "colleague-alike": _colleague_alike,
    "principal-webmail": _principal_webmail,
    "private-account": _private_account,
    "forged": _forged,
    "it": _house_it,
    "press": _press,
    "scholar": _scholar,
    "organiser": _organiser,
    "stranger": _stranger,
    "supplier": _supplier,
    "authority": _authority,
    "friend": _new_friend,
    "vendor": _vendor,
    "known": _known,
    "colleague": _colleague,
    "travel": _travelling,
    "news": _newsletter,
    "press-real": _only_honest(_press),
    "it-real": _only_honest(_house_it),
    "private-real": _only_honest(_private_account),
}
MASKS |= {f"posing:{which}": _posing_as(which) for which in SERVICES}
MASKS |= {f"real:{which}": _only_honest(_posing_as(which)) for which in SERVICES}


def second(rng: random.Random, pair: Pair, lang: Lang) -> Pair:
    """Return a second person of the same office, who vouches: at its domain in the twin, with the mask in the attack."""
    name, native, handle = named(rng, lang)
    made = []
    for who in pair:
        address = f"{handle}@{who.domain}" if who.domain not in WEBMAIL else f"{handle.replace('.', '')}@{who.domain}"
        made.append(
            replace(who, name=name, native=native, address=address, title="", signature=(who.signature + 2) % 6)
        )
    return made[0], made[1]
