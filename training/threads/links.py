"""Where links lead: harvesters and honest places. Brand hosts are facts; paths and all other hosts are made up."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from training.synth.identities import letters, pick, word
from training.threads.houses import WEBMAIL, reference
from training.threads.masks import look_alike
from training.threads.schema import Actor, House


@dataclass(frozen=True, slots=True)
class Trip:
    """What a link may depend on."""

    house: House
    target: Actor
    sender: Actor
    """The twin's sender."""
    brand: str
    """The service named, such as google."""


def slug(rng: random.Random) -> str:
    """Return words as in a path."""
    words = "report agenda programme budget list draft update statement panel invite review file share notes schedule"
    return "-".join(rng.sample(words.split(), rng.randint(1, 3)))


def _builder(rng: random.Random, _: Trip) -> str:
    name = f"{slug(rng)}-{word(rng, 2)}"
    return pick(rng, (
        f"https://sites.google.com/view/{name}", f"https://{name}.weebly.com/", f"https://{word(rng, 3)}.wixsite.com/{slug(rng)}",
        f"https://{name}.webflow.io/", f"https://{name}.carrd.co/", f"https://{name}.netlify.app/", f"https://{name}.vercel.app/",
        f"https://{name}.github.io/{slug(rng)}/", f"https://{name}.glitch.me/", f"https://{word(rng, 3)}.notion.site/{reference(rng)}",
    ))  # fmt: skip


def _cloud(rng: random.Random, trip: Trip) -> str:
    name = f"{word(rng, 2)}-{letters(rng, 5)}"
    url = pick(rng, (
        f"https://storage.googleapis.com/{name}/{slug(rng)}.html", f"https://pub-{letters(rng, 16, '0123456789abcdef')}.r2.dev/view.html",
        f"https://{name}.web.app/", f"https://{name}.firebaseapp.com/login", f"https://{name}.blob.core.windows.net/{slug(rng)}/index.html",
        f"https://{name}.s3.eu-west-1.amazonaws.com/{slug(rng)}.html", f"https://ipfs.io/ipfs/Qm{letters(rng, 44)}",
        f"https://{name}.workers.dev/", f"https://{name}.pages.dev/signin",
    ))  # fmt: skip
    return f"{url}{'#' if rng.random() < 0.5 else '?e='}{trip.target.address}" if rng.random() < 0.3 else url


def _form(rng: random.Random, _: Trip) -> str:
    return pick(rng, (
        f"https://docs.google.com/forms/d/e/1FAIpQLS{letters(rng, 40)}/viewform", f"https://forms.office.com/r/{reference(rng)[:10]}",
        f"https://form.jotform.com/{letters(rng, 15, '0123456789')}", f"https://{word(rng, 2)}.typeform.com/to/{reference(rng)[:8]}",
    ))  # fmt: skip


def _alike(rng: random.Random, trip: Trip) -> str:
    return f"https://{pick(rng, ('files', 'login', 'docs', 'share', 'mail'))}.{look_alike(rng, trip.sender.domain)}/{slug(rng)}"


def _own_alike(rng: random.Random, trip: Trip) -> str:
    return f"https://{pick(rng, ('webmail', 'login', 'sso', 'portal'))}.{look_alike(rng, trip.house.domain)}/{pick(rng, ('signin', 'verify', 'auth', 'owa'))}"


def _brand_alike(rng: random.Random, trip: Trip) -> str:
    brand = trip.brand or pick(rng, ("google", "microsoft", "dropbox"))
    host = pick(rng, (
        f"{brand}-{slug(rng)}.example", f"accounts-{brand}.test", f"{brand}.{word(rng, 3)}.example", f"{brand}.com.{word(rng, 3)}.test",
        f"secure-{brand}-{word(rng, 2)}.example",
    ))  # fmt: skip
    tail = f"?u={quote(trip.target.address)}" if rng.random() < 0.3 else ""
    return (
        f"https://{host}/{pick(rng, ('signin', 'login/verify', 'account/review', 'session', 'security/check'))}{tail}"
    )


def _short(rng: random.Random, _: Trip) -> str:
    return (
        f"https://{pick(rng, ('bit.ly', 'tinyurl.com', 't.ly', 'is.gd', 'cutt.ly', 'rebrand.ly'))}/{reference(rng)[:7]}"
    )


def _redirect(rng: random.Random, trip: Trip) -> str:
    aim = quote(_brand_alike(rng, trip), safe="")
    return pick(rng, (
        f"https://www.google.com/url?q={aim}&sa=D", f"https://www.google.com/amp/s/{word(rng, 3)}.example/{slug(rng)}",
        f"https://www.bing.com/ck/a?u={aim}", f"https://l.facebook.com/l.php?u={aim}", f"https://www.youtube.com/redirect?q={aim}",
    ))  # fmt: skip


def _address(rng: random.Random, _: Trip) -> str:
    return f"http://203.0.113.{rng.randint(2, 250)}{pick(rng, ('', ':8080', ':8443'))}/{slug(rng)}/"


def _odd_host(rng: random.Random, _: Trip) -> str:
    return f"https://{letters(rng, 12)}.{pick(rng, ('test', 'example'))}/{letters(rng, 8)}"


def _consent(rng: random.Random, _: Trip) -> str:
    back = quote(f"https://{word(rng, 3)}.example/callback", safe="")
    if rng.random() < 0.5:
        return (
            f"https://accounts.google.com/o/oauth2/v2/auth?client_id={letters(rng, 12, '0123456789')}-{letters(rng, 20)}.apps.googleusercontent.com"
            f"&redirect_uri={back}&response_type=code&access_type=offline&scope={quote('https://mail.google.com/ https://www.googleapis.com/auth/contacts', safe='')}"
        )
    client = "-".join(letters(rng, n, "0123456789abcdef") for n in (8, 4, 4, 4, 12))
    scope = pick(rng, ("Mail.Read%20offline_access%20User.Read", "Mail.ReadWrite%20Files.Read.All%20offline_access"))
    return f"https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={client}&response_type=code&redirect_uri={back}&scope={scope}"


def _device(rng: random.Random, _: Trip) -> str:
    return pick(
        rng,
        (
            "https://microsoft.com/devicelogin",
            "https://login.microsoftonline.com/common/oauth2/deviceauth",
            "https://www.google.com/device",
            "https://aka.ms/devicelogin",
        ),
    )


def _chat(rng: random.Random, _: Trip) -> str:
    return pick(
        rng,
        (
            f"https://wa.me/{letters(rng, 11, '123456789')}",
            f"https://signal.group/#{reference(rng)}",
            f"https://t.me/{word(rng, 3)}",
            f"https://chat.whatsapp.com/{reference(rng)[:22]}",
        ),
    )


def _meeting_alike(rng: random.Random, _: Trip) -> str:
    return f"https://{pick(rng, ('zoom', 'meet-google', 'teams-live', 'us05web-zoom'))}.{word(rng, 3)}.{pick(rng, ('example', 'test'))}/j/{letters(rng, 10, '0123456789')}"


def _download(rng: random.Random, _: Trip) -> str:
    return f"https://{word(rng, 3)}-{pick(rng, ('cdn', 'dl', 'update'))}.example/{pick(rng, ('Setup', 'ZoomUpdate', 'Viewer', 'AnyHelp'))}.{pick(rng, ('exe', 'msi', 'zip', 'dmg'))}"


def _partner(rng: random.Random, trip: Trip) -> str:
    if trip.sender.domain in WEBMAIL:
        return _drive(rng, trip)
    return f"https://{pick(rng, ('www', 'files', 'cloud', 'www'))}.{trip.sender.domain}/{slug(rng)}"


def _own(rng: random.Random, trip: Trip) -> str:
    return f"https://{pick(rng, ('intranet', 'wiki', 'files', 'portal'))}.{trip.house.domain}/{slug(rng)}"


def _drive(rng: random.Random, _: Trip) -> str:
    mark = f"1{reference(rng)}{letters(rng, 8)}"
    return pick(rng, (
        f"https://docs.google.com/document/d/{mark}/edit?usp=sharing", f"https://drive.google.com/file/d/{mark}/view?usp=drive_link",
        f"https://docs.google.com/spreadsheets/d/{mark}/edit", f"https://drive.google.com/drive/folders/{mark}",
    ))  # fmt: skip


def _onedrive(rng: random.Random, trip: Trip) -> str:
    name = trip.sender.domain.partition(".")[0].replace("-", "")
    return pick(rng, (
        f"https://{name}.sharepoint.com/:w:/s/team/{reference(rng)}", f"https://1drv.ms/w/s!{reference(rng)[:16]}",
        f"https://{name}-my.sharepoint.com/:x:/g/personal/{trip.sender.address.partition('@')[0].replace('.', '_')}/{reference(rng)}",
    ))  # fmt: skip


def _transfer(rng: random.Random, _: Trip) -> str:
    return pick(
        rng,
        (
            f"https://we.tl/t-{reference(rng)[:10]}",
            f"https://www.dropbox.com/scl/fi/{letters(rng, 20)}/{slug(rng)}.pdf?rlkey={letters(rng, 20)}&dl=0",
            f"https://cryptpad.fr/pad/#/2/pad/view/{reference(rng)}/",
        ),
    )


def _meeting(rng: random.Random, _: Trip) -> str:
    return pick(
        rng,
        (
            f"https://us02web.zoom.us/j/{letters(rng, 11, '0123456789')}",
            f"https://meet.google.com/{letters(rng, 3, 'abcdefghkmnop')}-{letters(rng, 4, 'abcdefghkmnop')}-{letters(rng, 3, 'abcdefghkmnop')}",
            f"https://teams.microsoft.com/l/meetup-join/19%3ameeting_{reference(rng)}%40thread.v2/0",
            f"https://meet.jit.si/{word(rng, 4)}",
        ),
    )


_REAL: dict[str, tuple[str, ...]] = {
    "google": (
        "https://myaccount.google.com/notifications",
        "https://myaccount.google.com/security-checkup",
        "https://accounts.google.com/AccountChooser?continue=https://myaccount.google.com/alert/nt/#",
    ),
    "drive": (
        "https://docs.google.com/document/d/#/edit?usp=sharing_eip",
        "https://drive.google.com/file/d/#/view?usp=sharing_eip",
    ),
    "microsoft": ("https://account.live.com/activity", "https://account.microsoft.com/security"),
    "sharepoint": ("https://onedrive.live.com/redir?resid=#", "https://1drv.ms/w/s!#"),
    "dropbox": ("https://www.dropbox.com/l/scl/#", "https://www.dropbox.com/account/security"),
    "docusign": ("https://na4.docusign.net/Signing/EmailStart.aspx?a=#&acct=#",),
    "zoom": ("https://us06web.zoom.us/rec/share/#", "https://zoom.us/download"),
    "meta": ("https://business.facebook.com/invitation/?token=#", "https://www.facebook.com/business/help"),
    "mailchimp": ("https://login.mailchimp.com/?referrer=#", "https://us4.admin.mailchimp.com/account/users/"),
    "brevo": ("https://app.brevo.com/senders/domain/list", "https://login.brevo.com/?redirect=#"),
    "sendgrid": ("https://app.sendgrid.com/settings/api_keys", "https://login.sendgrid.com/#"),
    "proton": ("https://account.proton.me/u/0/mail/security",),
    "paypal": ("https://www.paypal.com/invoice/p/#",),
    "linkedin": ("https://www.linkedin.com/comm/psettings/sessions",),
    "eventbrite": ("https://www.eventbrite.com/e/tickets-#",),
    "teams": ("https://teams.microsoft.com/l/message/#", "https://teams.microsoft.com/l/meetup-join/#"),
    "calendly": ("https://calendly.com/events/#",),
    "signal-dpo": ("https://support.signal.org/hc/en-us/articles/#",),
}


def _brand(rng: random.Random, trip: Trip) -> str:
    return pick(rng, _REAL[trip.brand or "google"]).replace("#", reference(rng))


def _news(rng: random.Random, trip: Trip) -> str:
    if trip.sender.domain in WEBMAIL:
        return _drive(rng, trip)
    return f"https://www.{trip.sender.domain}/{pick(rng, ('news', 'articles', 'people', 'about', 'events'))}/{rng.randint(2024, 2026)}/{slug(rng)}"


KINDS: dict[str, Callable[[random.Random, Trip], str]] = {
    "builder": _builder, "cloud": _cloud, "form": _form, "alike": _alike, "own-alike": _own_alike, "brand-alike": _brand_alike,
    "short": _short, "redirect": _redirect, "ip": _address, "odd": _odd_host, "consent": _consent, "device": _device,
    "chat": _chat, "meeting-alike": _meeting_alike, "download": _download,
    "partner": _partner, "own": _own, "drive": _drive, "onedrive": _onedrive, "transfer": _transfer, "meeting": _meeting,
    "brand": _brand, "news": _news,
}  # fmt: skip


def link(rng: random.Random, kinds: str, trip: Trip) -> str:
    """Return a URL of one of several kinds (divided by blanks), "" for none."""
    return KINDS[pick(rng, kinds.split())](rng, trip) if kinds else ""
