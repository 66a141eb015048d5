"""Where links go: hosts and paths as good and bad mail has them. No address made here is ever fetched."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable

from training.synth.identities import ascii_slug, business_domain, letters, pick, word
from training.synth.schema import Lang

CHEAP_ENDINGS = [
    "xyz",
    "top",
    "online",
    "site",
    "shop",
    "click",
    "live",
    "store",
    "icu",
    "info",
    "vip",
    "cfd",
    "sbs",
    "buzz",
    "space",
    "website",
    "fun",
    "bond",
    "rest",
    "com",
    "com",
    "com",
    "net",
    "org",
    "co.ua",
    "ru",
    "cc",
    "tk",
    "ml",
    "ga",
    "br.com",
    "biz",
    "pro",
    "life",
    "world",
    "today",
]
LURE_WORDS = [
    "secure",
    "login",
    "verify",
    "account",
    "update",
    "support",
    "service",
    "portal",
    "help",
    "online",
    "access",
    "auth",
    "id",
    "mail",
    "client",
    "track",
    "delivery",
    "pay",
    "billing",
    "confirm",
    "unlock",
    "center",
    "alert",
    "app",
    "user",
    "info",
]
_BAD_PATHS = (
    "",
    "/",
    "/login",
    "/verify",
    "/secure/",
    "/index.html",
    "/wp-content/plugins/x/",
    "/wp-includes/id/login.php",
    "/auth/session",
    "/account/confirm",
    "/track",
    "/pay",
    "/claim",
    "/go",
    "/c/",
    "/r/",
    "/.well-known/acme/",
    "/cgi-bin/",
    "/office/index.php",
    "/assets/img/",
)
_GOOD_PATHS = (
    "",
    "/",
    "/account",
    "/news",
    "/login",
    "/orders",
    "/help",
    "/events",
    "/donate",
    "/blog",
    "/settings",
    "/security",
    "/track",
    "/invoice",
    "/articles",
    "/shop",
    "/privacy",
    "/rsvp",
)
_PLACEHOLDER = "user@example.org"


def cheap_domain(rng: random.Random) -> str:
    """A throw-away domain: syllables or plain randomness under a cheap ending."""
    shape = int(rng.random() * 5)
    if shape == 0:
        name = letters(rng, 6 + int(rng.random() * 9))
    elif shape == 1:
        name = f"{word(rng, 2)}-{word(rng, 2)}"
    elif shape == 2:
        name = f"{pick(rng, LURE_WORDS)}{word(rng, 2)}{int(rng.random() * 1000)}"
    else:
        name = word(rng, 2 + int(rng.random() * 3))
    return f"{name}.{pick(rng, CHEAP_ENDINGS)}"


def lookalike(rng: random.Random, brand: str, domain: str) -> str:
    """A domain that wears a brand's name."""
    label = ascii_slug(brand) or domain.split(".", 1)[0]
    lure, ending = pick(rng, LURE_WORDS), pick(rng, CHEAP_ENDINGS)
    shape = int(rng.random() * 7)
    if shape == 0:
        return f"{label}-{lure}.{ending}"
    if shape == 1:
        return f"{lure}-{label}.{ending}"
    if shape == 2:
        return f"{label}.{lure}{int(rng.random() * 900)}.{ending}"
    if shape == 3:
        return f"{domain}.{word(rng, 3)}.{ending}"
    if shape == 4:
        return f"{_misspelt(rng, label)}.{rng.choice(('com', 'net', 'org', ending))}"
    if shape == 5:
        return f"{domain.replace('.', '-')}.{lure}.{ending}"
    return f"{label}{lure}{letters(rng, 3, '0123456789')}.{ending}"


def _misspelt(rng: random.Random, label: str) -> str:
    swaps = (("o", "0"), ("l", "1"), ("i", "l"), ("m", "rn"), ("e", "3"), ("a", "á"), ("s", "ss"), ("w", "vv"))
    usable = [pair for pair in swaps if pair[0] in label]
    if not usable:
        return label + label[-1:]
    old, new = usable[int(rng.random() * len(usable))]
    return label.replace(old, new, 1).encode("idna").decode() if new.isascii() is False else label.replace(old, new, 1)


def _token(rng: random.Random, email: str) -> str:
    shape = rng.random()
    if shape < 0.45:
        return ""
    if shape < 0.6:
        return f"?{rng.choice(('e', 'email', 'hash', 'id', 'u'))}={email}"
    if shape < 0.68:
        return f"#{email}"
    if shape < 0.76:
        return f"?e={base64.b64encode(email.encode()).decode().rstrip('=')}"
    if shape < 0.8:
        return f"/{email.encode().hex()}"
    return f"?{letters(rng, 3)}={letters(rng, 12 + int(rng.random() * 60))}"


def _random_site(rng: random.Random, _lang: Lang, _brand: str, _domain: str) -> str:
    prefix = rng.choice(("", "", "www.", letters(rng, 6) + ".", "mail.", "secure."))
    return f"{rng.choice(('http', 'https', 'https'))}://{prefix}{cheap_domain(rng)}{pick(rng, _BAD_PATHS)}"


def _lookalike_site(rng: random.Random, _lang: Lang, brand: str, domain: str) -> str:
    return f"https://{lookalike(rng, brand, domain)}{pick(rng, _BAD_PATHS)}"


def _hacked_site(rng: random.Random, lang: Lang, brand: str, _domain: str) -> str:
    tail = rng.choice(("", ascii_slug(brand), letters(rng, 5), "view", "doc"))
    host = rng.choice(("", "www.")) + business_domain(rng, lang)
    return f"{rng.choice(('http', 'https'))}://{host}{pick(rng, _BAD_PATHS)}{tail}"


def _hosted(rng: random.Random, _lang: Lang, brand: str, _domain: str) -> str:
    name = rng.choice((ascii_slug(brand) or "mail", word(rng, 3), letters(rng, 8)))
    lure, noise = pick(rng, LURE_WORDS), letters(rng, 6)
    return rng.choice(
        (
            f"https://{name}{noise}.web.app/",
            f"https://{name}-{lure}.firebaseapp.com/{lure}",
            f"https://{name}{lure}.weebly.com/",
            f"https://{name}-{lure}.wixsite.com/home",
            f"https://sites.google.com/view/{name}{lure}/home",
            f"https://forms.gle/{letters(rng, 16)}",
            f"https://docs.google.com/forms/d/e/1FAIpQL{letters(rng, 44)}/viewform",
            f"https://storage.googleapis.com/{noise}/{lure}.html",
            f"https://{noise}.s3.amazonaws.com/{lure}.html",
            f"https://{name}.blob.core.windows.net/{noise}/index.html",
            f"https://{name}-{noise}.netlify.app",
            f"https://{name}{noise}.vercel.app/",
            f"https://{name}.github.io/{lure}/",
            f"https://{name}-{noise}.pages.dev/",
            f"https://pub-{letters(rng, 32, '0123456789abcdef')}.r2.dev/{lure}.html",
            f"https://{name}-{letters(rng, 12, '0123456789')}.us-central1.run.app/",
            f"https://us-central1-{word(rng, 2)}-{letters(rng, 6, '0123456789')}.cloudfunctions.net/{lure}",
            f"https://ipfs.io/ipfs/Qm{letters(rng, 44)}",
            f"https://{noise}.cloudfront.net/{lure}/",
            f"https://{name}{lure}.godaddysites.com/",
            f"https://{name}.workers.dev/{noise}",
            f"https://{name}{noise}.glitch.me/",
            f"https://{name}.mybluehost.me/{lure}",
            f"https://{name}.typeform.com/to/{letters(rng, 8)}",
        )
    )


def _short(rng: random.Random, _lang: Lang, _brand: str, _domain: str) -> str:
    host = rng.choice(
        ("bit.ly", "tinyurl.com", "t.co", "is.gd", "rb.gy", "cutt.ly", "t.ly", "shorturl.at", "ow.ly", "s.id")
    )
    return f"https://{host}/{letters(rng, 7)}"


def _redirect(rng: random.Random, lang: Lang, brand: str, domain: str) -> str:
    target = _random_site(rng, lang, brand, domain).split("://", 1)[1]
    return rng.choice(
        (
            f"https://www.google.com/url?q=https://{target}&sa=D",
            f"https://www.google.com/amp/s/{target}",
            f"https://www.bing.com/ck/a?!&&p={letters(rng, 40)}&u=a1{base64.b64encode(target.encode()).decode()}&ntb=1",
            f"https://googleads.g.doubleclick.net/pcs/click?adurl=https://{target}",
            f"https://l.facebook.com/l.php?u=https%3A%2F%2F{target}",
            f"https://www.youtube.com/redirect?q=https%3A%2F%2F{target}",
        )
    )


def _address(rng: random.Random, _lang: Lang, _brand: str, _domain: str) -> str:
    host = ".".join(str(1 + int(rng.random() * 254)) for _ in range(4))
    port = rng.choice(("", "", ":8080", ":8443"))
    return f"http://{host}{port}/{letters(rng, 5)}/{letters(rng, 20)}"


_Maker = Callable[[random.Random, Lang, str, str], str]
_BAD: tuple[tuple[float, _Maker], ...] = (
    (0.27, _random_site),
    (0.17, _lookalike_site),
    (0.18, _hacked_site),
    (0.18, _hosted),
    (0.07, _short),
    (0.07, _redirect),
    (0.06, _address),
)


_SHARES = tuple(share for share, _ in _BAD)
_MAKERS = tuple(make for _, make in _BAD)


def bad_url(rng: random.Random, lang: Lang, brand: str, domain: str, email: str, cloud: bool = False) -> str:
    """A harvester or spam page; `cloud` asks for one hidden at a well-known hosting service."""
    if cloud:
        return _hosted(rng, lang, brand, domain)
    url = rng.choices(_MAKERS, _SHARES)[0](rng, lang, brand, domain)
    tail = _token(rng, email)
    if "?" in url and tail.startswith("?"):
        tail = "&" + tail[1:]
    return url + tail


def esp_click(rng: random.Random, sender_domain: str, mailer: str) -> str:
    """The tracking address that a mail service provider puts in place of a link."""
    noise = letters(rng, 24 + int(rng.random() * 80))
    label = sender_domain.split(".", 1)[0]
    forms = {
        "mailchimp": f"https://{label}.us{rng.randint(1, 20)}.list-manage.com/track/click?u={noise[:25]}&id=1",
        "sendgrid": f"https://u{letters(rng, 8, '0123456789')}.ct.sendgrid.net/ls/click?upn={noise}",
        "ses": f"https://{letters(rng, 8)}.r.us-east-1.awstrack.me/L0/https:%2F%2F{sender_domain}%2F/1/{noise}",
        "hubspot": f"https://{letters(rng, 6)}.eu1.hs-sales-engage.com/Ctc/{noise}",
        "brevo": f"https://{letters(rng, 6)}.r.sp1-brevo.net/mk/cl/f/{noise}",
        "mailgun": f"https://email.{sender_domain}/c/{noise}",
        "salesforce": f"https://click.{sender_domain}/?qs={noise}",
        "activecampaign": f"https://{label}.activehosted.com/Prod/link-tracker?notrack=1&redirectUrl={noise}",
        "civic": f"https://click.actionnetwork.org/ss/c/{noise}",
        "constantcontact": f"https://{letters(rng, 9)}.rs6.net/tn.jsp?f={noise}",
    }
    return forms.get(
        mailer, f"https://{rng.choice(('click', 'links', 'go', 'e', 't', 'email'))}.{sender_domain}/{noise}"
    )


def good_url(rng: random.Random, domain: str, mailer: str, tracked: bool) -> str:
    """A page of the sender's own site, or its provider's tracking address for it."""
    if tracked:
        return esp_click(rng, domain, mailer)
    prefix = rng.choice(("www.", "www.", "", "app.", "my.")) if domain.count(".") < 2 else ""
    path = pick(rng, _GOOD_PATHS)
    tail = "" if rng.random() < 0.4 else f"/{letters(rng, 4 + int(rng.random() * 16))}"
    query = (
        ""
        if rng.random() < 0.6
        else rng.choice(
            (
                "?utm_source=email&utm_medium=newsletter",
                f"?id={letters(rng, 10)}",
                f"?token={letters(rng, 32)}",
                "?ref=mail",
            )
        )
    )
    return f"https://{prefix}{domain}{path}{tail}{query}"


def cloud_url(rng: random.Random) -> str:
    """A document, form or meeting at a well-known service, as colleagues share them."""
    return rng.choice(
        (
            f"https://docs.google.com/document/d/1{letters(rng, 43)}/edit?usp=sharing",
            f"https://docs.google.com/spreadsheets/d/1{letters(rng, 43)}/edit",
            f"https://drive.google.com/file/d/1{letters(rng, 32)}/view?usp=drive_link",
            f"https://forms.gle/{letters(rng, 17)}",
            f"https://us02web.zoom.us/j/{letters(rng, 11, '0123456789')}?pwd={letters(rng, 32)}",
            f"https://meet.google.com/{letters(rng, 3)}-{letters(rng, 4)}-{letters(rng, 3)}",
            f"https://www.dropbox.com/scl/fi/{letters(rng, 20)}/doc.pdf?rlkey={letters(rng, 24)}&dl=0",
            f"https://{word(rng, 3)}.sharepoint.com/:w:/s/team/E{letters(rng, 45)}",
            f"https://1drv.ms/w/s!{letters(rng, 18)}",
            f"https://we.tl/t-{letters(rng, 10)}",
            f"https://www.youtube.com/watch?v={letters(rng, 11)}",
            f"https://github.com/{word(rng, 2)}/{word(rng, 2)}/pull/{int(rng.random() * 900) + 1}",
            f"https://calendly.com/{word(rng, 2)}/30min",
            f"https://pad.{word(rng, 2)}.org/p/{letters(rng, 8)}",
        )
    )
