"""How a message travelled: the Received chain, the trusted hop's results and the sender's own header marks.

Host addresses come from the documentation ranges of RFC 5737; the names of the big providers' relays are theirs.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

HOUSE = "harbour-campaign.example"
HOUSE_HOP = "mx.harbour-campaign.example"
PRIVATE_HOPS = {"gmail.com": "mx.google.com"}


@dataclass(frozen=True)
class House:
    """Whose mailbox it is: the organisation's mail domain and the server that takes its mail in."""

    domain: str
    hop: str


HARBOUR = House(HOUSE, HOUSE_HOP)

_CONSUMER = {
    "gmail.com": "google",
    "googlemail.com": "google",
    "google.com": "google",
    "accounts.google.com": "google",
    "outlook.com": "microsoft",
    "hotmail.com": "microsoft",
    "live.com": "microsoft",
    "yahoo.com": "yahoo",
    "icloud.com": "icloud",
    "proton.me": "proton",
    "protonmail.com": "proton",
    "tutanota.com": "tuta",
    "tuta.com": "tuta",
    "gmx.net": "gmx",
    "aol.com": "yahoo",
    "walla.co.il": "own",
}
_RELAYS = {
    "google": "mail-lf1-f{n}.google.com",
    "microsoft": "mail-northeuropeazon110{n}.outbound.protection.outlook.com",
    "yahoo": "sonic3{n}.consmr.mail.ir2.yahoo.com",
    "icloud": "st43p00im-ztfb100{n}.me.com",
    "proton": "mail-43{n}.protonmail.ch",
    "tuta": "w{n}.tutanota.de",
    "gmx": "mout{n}.gmx.net",
    "mailchimp": "mail{n}.suw11.rsgsv.net",
    "sendgrid": "o{n}.ptr.sendgrid.net",
    "ses": "a{n}-12.smtp-out.eu-west-1.amazonses.com",
    "vps": "srv{n}.cloudhost.example",
}
_PLATFORMS = {
    "mailchimp": "mail.suw11.rsgsv.net",
    "sendgrid": "em.sendgrid.net",
    "ses": "eu-west-1.amazonses.com",
}
_MAILER_OF_ROUTE = {
    "google": "gmail",
    "microsoft": "outlook",
    "yahoo": "yahoo",
    "icloud": "iphone",
    "proton": "proton",
    "tuta": "tuta",
    "gmx": "gmx",
    "house": "thunderbird",
    "own": "thunderbird",
    "vps": "phpmailer",
}
_PROGRAMS = {
    "outlook": ("X-Mailer", "Microsoft Outlook 16.0"),
    "thunderbird": ("User-Agent", "Mozilla Thunderbird"),
    "iphone": ("X-Mailer", "iPhone Mail (22D82)"),
    "apple": ("X-Mailer", "Apple Mail (2.3826.400.131.1.6)"),
    "yahoo": ("X-Mailer", "WebService/1.1.23187 YMailNorrin"),
    "roundcube": ("User-Agent", "Roundcube Webmail/1.6.9"),
    "zimbra": ("X-Mailer", "Zimbra 9.0.0_GA_4583 (ZimbraWebClient - GC131 (Win)/9.0.0)"),
    "phpmailer": ("X-Mailer", "PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)"),
    "python": ("X-Mailer", "Python/3.11 smtplib"),
    "gmx": ("X-Mailer", "GMX Mail"),
}
MAILERS = {*_PROGRAMS, "gmail", "proton", "tuta", "none"}
ROUTES = {*_RELAYS, "own", "house"}
AUTHENTICATIONS = {"pass", "none", "spf-only", "softfail", "fail", "unaligned", "dkim-only"}


@dataclass(frozen=True)
class Envelope:
    """What the transport of one message needs to know."""

    sender: str
    recipient: str
    return_path: str
    sent: datetime
    route: str
    mailer: str
    auth: str
    seed: str
    house: House = HARBOUR

    @property
    def hop(self) -> str:
        """The trusted server that took the message in."""
        return PRIVATE_HOPS.get(domain(self.recipient), self.house.hop)


def domain(address: str) -> str:
    """Return what follows the last @ of an address, in lower case."""
    return address.rpartition("@")[2].lower()


def default_route(sender: str, house: House = HARBOUR) -> str:
    """Return the usual route of a sender: the house's, its provider's, or a server of its own."""
    return "house" if domain(sender) == house.domain else _CONSUMER.get(domain(sender), "own")


def default_mailer(route: str) -> str:
    """Return the mail program most people on a route use."""
    return _MAILER_OF_ROUTE.get(route, "none")


def default_return_path(sender: str, route: str, seed: str) -> str:
    """Return the envelope sender: the author, or a bounce address of the sending platform."""
    platform = _PLATFORMS.get(route)
    return f"bounce-{token(seed + 'bounce', 12)}@{platform}" if platform else sender


def token(seed: str, length: int) -> str:
    """Return `length` letters and digits that depend on `seed` alone."""
    raw = base64.b32encode(hashlib.sha512(seed.encode()).digest()).decode()
    return raw[:length]


def number(seed: str, low: int, high: int) -> int:
    """Return a whole number in low..high that depends on `seed` alone."""
    return low + int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4]) % (high - low + 1)


def message_id(sender: str, mailer: str, seed: str) -> str:
    """Return a Message-ID in the manner of the program that wrote the message."""
    mark = token(seed + "id", 40)
    if mailer == "gmail":
        return f"<CA{mark[:8]}={mark[8:20].lower()}+{mark[20:38]}@mail.gmail.com>"
    if mailer == "outlook":
        return f"<{mark[:12]}MB{mark[12:16]}{mark[16:30]}@{mark[:12]}MB{mark[12:16]}.eurprd03.prod.outlook.com>"
    if mailer in {"proton", "tuta"}:
        return f"<{mark[:38]}@{domain(sender)}>"
    if mailer in {"iphone", "apple"}:
        return f"<{mark[:8]}-{mark[8:12]}-4{mark[12:15]}-{mark[15:19]}-{mark[19:31]}@{domain(sender)}>"
    if mailer == "yahoo":
        return f"<{number(seed, 10**8, 10**9)}.{number(seed + 'b', 10**5, 10**6)}@mail.yahoo.com>"
    return f"<{mark[:8].lower()}-{mark[8:12].lower()}-{mark[12:24].lower()}@{domain(sender)}>"


def program_header(mailer: str) -> list[tuple[str, str]]:
    """Return the header by which a mail program names itself, if it does."""
    return [_PROGRAMS[mailer]] if mailer in _PROGRAMS else []


def _relay(envelope: Envelope) -> tuple[str, str]:
    """Return the name and the IP address of the server that spoke to the trusted hop."""
    seed = domain(envelope.return_path) + envelope.route
    pattern = _RELAYS.get(envelope.route, "mail." + domain(envelope.sender))
    block = {"vps": "203.0.113", "own": "198.51.100"}.get(envelope.route, "192.0.2")
    return pattern.format(n=number(seed, 11, 98)), f"{block}.{number(seed, 2, 250)}"


def _stamp(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC))


def received(envelope: Envelope) -> list[tuple[str, str]]:
    """Return the Received chain, newest first."""
    arrived = envelope.sent + timedelta(seconds=number(envelope.seed, 2, 19))
    mark = token(envelope.seed + "queue", 30)
    if envelope.route == "house":
        ip = f"10.20.4.{number(envelope.sender, 2, 240)}"
        client = f"from [{ip}] (unknown [{ip}])"
        line = f"{client}\n\tby {envelope.house.hop} (Postfix) with ESMTPSA id {mark[:10]}"
        return [("Received", f"{line}\n\tfor <{envelope.recipient}>; {_stamp(arrived)}")]
    name, ip = _relay(envelope)
    line = f"from {name} ({name} [{ip}])\n\tby {envelope.hop} (Postfix) with ESMTPS id {mark[:10]}"
    outer = f"{line}\n\tfor <{envelope.recipient}>; {_stamp(arrived)}"
    return [("Received", outer), ("Received", _inner_hop(envelope, name, mark))]


def _inner_hop(envelope: Envelope, relay: str, mark: str) -> str:
    when = _stamp(envelope.sent + timedelta(seconds=1))
    if envelope.route == "google":
        return f"by {relay} with SMTP id {mark[10:24].lower()}\n\tfor <{envelope.recipient}>; {when}"
    if envelope.route == "microsoft":
        host = f"{mark[:12]}MB{mark[12:16]}.eurprd03.prod.outlook.com"
        return f"from {host} ([::1])\n\tby {host} ([::1]) with mapi id 15.20.8466.016; {when}"
    if envelope.route == "vps":
        return f"by {relay} (Postfix, from userid 33)\n\tid {mark[10:20]}; {when}"
    if envelope.route == "own":
        inside, outside = number(envelope.sender, 2, 99), number(envelope.sender, 2, 250)
        client = f"from [192.168.1.{inside}] (unknown [198.51.100.{outside}])"
        return f"{client}\n\tby {relay} with ESMTPSA id {mark[10:20]}; {when}"
    return f"by {relay} id {mark[10:24].lower()}; {when}"


def authentication(envelope: Envelope) -> list[tuple[str, str]]:
    """Return Authentication-Results (RFC 8601) of the trusted hop and, where it was signed, a DKIM-Signature."""
    author, bounce = domain(envelope.sender), domain(envelope.return_path)
    spf, signer, dmarc = _results(envelope.auth, author, bounce, envelope.route)
    results = [f"spf={spf} smtp.mailfrom={envelope.return_path}"]
    if signer:
        results.append(f"dkim=pass header.d={signer} header.s=s{number(signer, 1, 9)}")
    else:
        results.append("dkim=none")
    results.append(f"dmarc={dmarc} header.from={author}")
    if envelope.route == "house":
        results.append(f"auth=pass smtp.auth={envelope.sender}")
    headers = [("Authentication-Results", f"{envelope.hop};\n\t" + ";\n\t".join(results))]
    if signer:
        headers.append(("DKIM-Signature", _signature(signer, envelope.seed)))
    return headers


def _results(auth: str, author: str, bounce: str, route: str) -> tuple[str, str, str]:
    """Return the SPF result, the DKIM signer ('' for none) and the DMARC result."""
    if auth == "unaligned":
        return "pass", _PLATFORMS.get(route, bounce if bounce != author else ""), "fail (p=none)"
    return {
        "pass": ("pass", author, "pass"),
        "dkim-only": ("pass", author, "none"),
        "none": ("none", "", "none"),
        "spf-only": ("pass", "", "none"),
        "softfail": ("softfail", "", "fail (p=none)"),
        "fail": ("fail", "", "fail (p=quarantine)"),
    }[auth]


def _signature(signer: str, seed: str) -> str:
    body_hash = base64.b64encode(hashlib.sha256((seed + "bh").encode()).digest()).decode()
    signature = base64.b64encode(hashlib.sha512((seed + "b").encode()).digest() * 2).decode()
    folded = "\n\t ".join(signature[at : at + 64] for at in range(0, len(signature), 64))
    return (
        f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={signer}; s=s{number(signer, 1, 9)};\n"
        f"\th=from:to:subject:date:message-id; bh={body_hash};\n\tb={folded}"
    )
