# ruff: noqa: E501, ARG005 (header values are kept whole, one mailer a line)
"""Header sets as real mailers, services and receivers write them.

Which set a message gets is chosen by the scene; the writing of it never looks at the label.
"""

from __future__ import annotations

import base64
import binascii
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from training.synth.cast import ESPS, Scene
from training.synth.identities import letters, pick, word

Header = tuple[str, str]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEX = "0123456789abcdef"
_B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def rfc_date(when: datetime) -> str:
    """A date as RFC 5322 section 3.3 writes it."""
    offset = when.strftime("%z")
    return f"{_DAYS[when.weekday()]}, {when.day} {_MONTHS[when.month - 1]} {when.year} {when:%H:%M:%S} {offset}"


def encoded(text: str, rng: random.Random, charset: str = "utf-8") -> str:
    """A header text as RFC 2047 words where it is not ASCII (at times left raw, as some mailers do)."""
    if text.isascii():
        return text
    roll = rng.random()
    if roll < 0.06:
        return text
    words, step = [], 18 if roll < 0.4 else 24
    for start in range(0, len(text), step):
        raw = text[start : start + step].encode(charset, "replace")
        if roll < 0.4:
            body = binascii.b2a_qp(raw, header=True, istext=False).decode().replace("=\n", "").replace("?", "=3F")
            words.append(f"=?{charset}?Q?{body}?=")
        else:
            words.append(f"=?{charset}?B?{base64.b64encode(raw).decode()}?=")
    return "\n ".join(words)


def mailbox(name: str, address: str, rng: random.Random) -> str:
    """`name <address>` in one of the usual spellings."""
    if not name:
        return address if rng.random() < 0.6 else f"<{address}>"
    shown = encoded(name, rng)
    special = name.isascii() and any(c in name for c in '.,@()<>:;"')
    quoted = special or (shown is name and rng.random() < 0.4)
    return f'"{shown}" <{address}>' if quoted else f"{shown} <{address}>"


# Message-ID styles


def _uuid(rng: random.Random) -> str:
    h = letters(rng, 32, _HEX)
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def _exchange_host(rng: random.Random) -> str:
    return f"{letters(rng, 3, 'ABDMPSV').upper()}PR{int(rng.random() * 20):02}MB{int(rng.random() * 9999):04}.{rng.choice(('eurprd', 'namprd'))}{int(rng.random() * 20):02}.prod.outlook.com"


_IDS: dict[str, Callable[[Scene, random.Random], str]] = {
    "gmail": lambda s, r: f"CA{letters(r, 6, _B64[:62])}+{letters(r, 14, _B64[:62])}={letters(r, 24, _B64[:62])}@mail.gmail.com",
    "outlook": lambda s, r: f"{letters(r, 14, _HEX.upper())}@{_exchange_host(r)}",
    "exchange": lambda s, r: f"{letters(r, 14, _HEX.upper())}@{_exchange_host(r)}",
    "apple": lambda s, r: f"{_uuid(r).upper()}@{s.domain}",
    "iphone": lambda s, r: f"{_uuid(r).upper()}@{s.domain}",
    "android": lambda s, r: f"{letters(r, 6)}.{letters(r, 20)}@email.android.com",
    "thunderbird": lambda s, r: f"{_uuid(r)}@{s.domain}",
    "yahoo": lambda s, r: f"{letters(r, 9, '0123456789')}.{letters(r, 7, '0123456789')}.{int(s.when.timestamp() * 1000)}@mail.yahoo.com",
    "webmail": lambda s, r: f"trinity-{_uuid(r)}-{int(s.when.timestamp() * 1000)}@{word(r, 2)}-app",
    "roundcube": lambda s, r: f"{letters(r, 32, _HEX)}@{s.domain}",
    "zimbra": lambda s, r: f"{letters(r, 9, '0123456789')}.{letters(r, 6, '0123456789')}.{int(s.when.timestamp() * 1000)}.JavaMail.zimbra@{s.domain}",
    "java": lambda s, r: f"{letters(r, 9, '0123456789')}.{int(r.random() * 9999)}.{int(s.when.timestamp() * 1000)}@{s.host}",
    "phpmailer": lambda s, r: f"{letters(r, 40, _B64[:62])}@{r.choice((s.domain, s.host, 'localhost.localdomain'))}",
    "php": lambda s, r: f"{s.when:%Y%m%d%H%M%S}.{letters(r, 10, _HEX.upper())}@{s.host}",
    "python": lambda s, r: f"{int(s.when.timestamp())}.{letters(r, 6, '0123456789')}.{letters(r, 18, '0123456789')}@{s.host}",
    "application": lambda s, r: f"{letters(r, 24, _HEX)}@{r.choice((s.domain, s.host))}",
    "oldoutlook": lambda s, r: f"{letters(r, 12, _HEX)}${letters(r, 8, _HEX)}${letters(r, 8, _HEX)}@{letters(r, 8)}",
    "spamware": lambda s, r: f"{letters(r, 6 + int(r.random() * 20))}.{letters(r, 8, _HEX)}@{r.choice((s.domain, letters(r, 9) + '.com', s.host))}",
    "mailchimp": lambda s, r: f"{letters(r, 25, _HEX)}.{letters(r, 10, _HEX)}.{s.when:%Y%m%d%H%M%S}.{letters(r, 10, _HEX)}.{letters(r, 8, _HEX)}@mail{int(r.random() * 200)}.atl{int(r.random() * 200)}.mcsv.net",
    "sendgrid": lambda s, r: f"{letters(r, 22, _B64[:62])}@geopod-ismtpd-{int(r.random() * 20)}",
    "ses": lambda s, r: f"0100{letters(r, 12, _HEX)}-{_uuid(r)}-000000@{r.choice(('email', 'eu-west-1'))}.amazonses.com",
    "hubspot": lambda s, r: f"{int(s.when.timestamp() * 1000)}.{_uuid(r)}@bf{int(r.random() * 9)}.hubspot.com",
    "brevo": lambda s, r: f"{s.when:%Y%m%d%H%M}.{letters(r, 11, '0123456789')}@smtp-relay.sendinblue.com",
    "mailgun": lambda s, r: f"{s.when:%Y%m%d%H%M%S}.{letters(r, 16, _HEX)}@{s.domain}",
    "salesforce": lambda s, r: f"{_uuid(r)}@{letters(r, 8)}.xt.local",
    "activecampaign": lambda s, r: f"0.{int(r.random() * 9)}.{letters(r, 3, _HEX.upper())}.1D{letters(r, 13, _HEX.upper())}.0@s{int(r.random() * 20)}.acems4.com",
    "civic": lambda s, r: f"{letters(r, 2, _HEX.upper())}.{letters(r, 2, _HEX.upper())}.{letters(r, 5, '0123456789')}.{letters(r, 8, _HEX.upper())}@{letters(r, 2)}.mta1vrest.cc.prd.sparkpost",
    "constantcontact": lambda s, r: f"{int(r.random() * 10**13)}.{int(r.random() * 10**13)}.{int(r.random() * 10**10)}.0.{letters(r, 7, '0123456789')}@scheduler.constantcontact.com",
}  # fmt: skip


# Mailer marks


def _esp_marks(s: Scene, rng: random.Random) -> list[Header]:
    n = letters(rng, 8, "0123456789")
    marks: dict[str, list[Header]] = {
        "mailchimp": [("X-Mailer", "Mailchimp Mailer - **CID" + letters(rng, 20, _HEX) + "**"), ("X-MC-User", letters(rng, 25, _HEX)),
                      ("Feedback-ID", f"{n}:{n}.{n}:us{int(rng.random() * 20)}:mc")],
        "sendgrid": [("X-SG-EID", letters(rng, 88, _B64)), ("X-Entity-ID", letters(rng, 24, _B64))],
        "ses": [("Feedback-ID", f"1.us-east-1.{letters(rng, 44, _B64)}:AmazonSES"), ("X-SES-Outgoing", f"{s.when:%Y.%m.%d}-54.240.8.{int(rng.random() * 250)}")],
        "hubspot": [("X-HubSpot-Portal", n), ("Feedback-ID", f"{letters(rng, 20)}:aws:email:hs")],
        "brevo": [("X-Mailin-Campaign", str(int(rng.random() * 900))), ("X-Mailin-Client", n), ("Feedback-ID", f"185.41.28.{int(rng.random() * 200)}:{n}_{int(rng.random() * 900)}:{n}:Sendinblue")],
        "mailgun": [("X-Mailgun-Sending-Ip", f"69.72.{int(rng.random() * 250)}.{int(rng.random() * 250)}"), ("X-Mailgun-Sid", letters(rng, 40, _B64))],
        "salesforce": [("x-job", f"{n}_{n}"), ("Feedback-ID", f"{n}:{n}:68.232.{int(rng.random() * 250)}.{int(rng.random() * 250)}:sfmktgcld")],
        "activecampaign": [("X-Mailer", "ActiveCampaign Mailer"), ("X-mid", letters(rng, 60, _B64[:62]))],
        "civic": [("X-MSFBL", letters(rng, 120, _B64[:62])), ("X-Campaign", letters(rng, 12))],
        "constantcontact": [("X-Campaign-Activity-ID", _uuid(rng)), ("X-Roving-ID", f"{n}.{n}"), ("X-Mailer", "Roving Constant Contact 2012 (http://www.constantcontact.com)")],
    }  # fmt: skip
    return marks[s.mailer]


_MARKS: dict[str, tuple[tuple[Header, ...], ...]] = {
    "gmail": ((),),
    "outlook": ((("Accept-Language", "en-US"), ("Content-Language", "en-US"), ("X-MS-Has-Attach", "")), ()),
    "exchange": ((("Thread-Index", "AQHZ"), ("Accept-Language", "en-GB, en-US"), ("Content-Language", "en-GB"), ("X-MS-Has-Attach", "")), (("Importance", "high"), ("X-MS-Has-Attach", "yes")), ()),
    "apple": ((("X-Mailer", "Apple Mail (2.3774.300.61.1.2)"),), (("X-Mailer", "Apple Mail (2.3731.700.6)"),), ()),
    "iphone": ((("X-Mailer", "iPhone Mail (21F90)"),), (("X-Mailer", "iPhone Mail (20G75)"),)),
    "android": ((("X-Mailer", "Samsung Email"), ("Importance", "normal")), ()),
    "thunderbird": ((("User-Agent", "Mozilla Thunderbird"), ("Content-Language", "en-US")), (("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Thunderbird/102.15"),)),
    "yahoo": ((("X-Mailer", "WebService/1.1.22205 YMailNovation"),), (("X-Mailer", "WebService/1.1.20826 YahooMailIosMobile"),)),
    "webmail": ((("Importance", "normal"), ("Sensitivity", "Normal"), ("X-Priority", "3")), ()),
    "roundcube": ((("User-Agent", "Roundcube Webmail/1.4.13"),), (("User-Agent", "Roundcube Webmail/1.6.0"), ("X-Sender", "webmaster"))),
    "zimbra": ((("X-Mailer", "Zimbra 8.8.15_GA_4508 (ZimbraWebClient - GC114 (Win)/8.8.15_GA_4508)"), ("Thread-Topic", "")), (("X-Mailer", "Zimbra 9.0.0_GA_4564"),)),
    "java": ((), (("X-Priority", "3"),)),
    "phpmailer": ((("X-Mailer", "PHPMailer 6.8.0 (https://github.com/PHPMailer/PHPMailer)"),), (("X-Mailer", "PHPMailer 5.2.27 (https://github.com/PHPMailer/PHPMailer)"), ("X-Priority", "3")), (("X-Mailer", "PHPMailer [version 1.73]"), ("X-Priority", "1"))),
    "php": ((("X-PHP-Originating-Script", "1001:mailer.php"),), (("X-PHP-Script", "www/index.php"), ("X-Mailer", "PHP/8.1.2")), ()),
    "python": ((), (("X-Priority", "1"),)),
    "application": ((), (("Auto-Submitted", "auto-generated"),), (("X-Auto-Response-Suppress", "All"),), (("Precedence", "bulk"),)),
    "oldoutlook": ((("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000"), ("X-Priority", "3"), ("X-MSMail-Priority", "Normal"), ("X-MimeOLE", "Produced By Microsoft MimeOLE V6.00.2600.0000")), (("X-Mailer", "Microsoft Outlook 16.0"), ("Thread-Index", "AdZ7"))),
    "spamware": ((), (("X-Priority", "1"), ("Importance", "high")), (("X-Mailer", "2"),), (("X-EBS", ""),)),
}  # fmt: skip


def _marks(s: Scene, rng: random.Random) -> list[Header]:
    if s.mailer in ESPS:
        return _esp_marks(s, rng)
    chosen = _MARKS[s.mailer][int(rng.random() * len(_MARKS[s.mailer]))]
    return [
        (name, value + letters(rng, 18, _B64) if name == "Thread-Index" else value)
        for name, value in chosen
        if value or name == "X-MS-Has-Attach"
    ]


# Transport


def _ip(rng: random.Random) -> str:
    return ".".join(str(1 + int(rng.random() * top)) for top in (222, 253, 253, 253))


def _hop_time(when: datetime, seconds: int) -> str:
    return rfc_date(when + timedelta(seconds=seconds))


def _received(s: Scene, rng: random.Random, receiver: str) -> list[Header]:
    ip, queue = _ip(rng), letters(rng, 11, _HEX.upper())
    utc = s.when.astimezone(UTC)
    last = {
        "google": f"from {s.host} ({s.host}. [{ip}])\n        by mx.google.com with ESMTPS id {letters(rng, 20)}\n        for <{s.email}>\n"
        f"        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\n        {_hop_time(utc, 3)}",
        "exchange": f"from {s.host} ({ip}) by\n {letters(rng, 6).upper()}.mail.protection.outlook.com (10.13.177.{int(rng.random() * 250)}) with Microsoft\n"
        f" SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\n 15.20.{int(rng.random() * 9000)}.17 via Frontend Transport; {_hop_time(utc, 4)}",
        "postfix": f"from {s.host} ({s.host} [{ip}])\n\tby mx.example.org (Postfix) with ESMTPS id {queue}\n\tfor <{s.email}>; {_hop_time(utc, 5)}",
        "exim": f"from [{ip}] (helo={s.host})\n\tby mx.example.org with esmtps (Exim 4.96)\n\tid 1q{letters(rng, 4, _B64[:62])}-{letters(rng, 6, _B64[:62])}-2a\n\tfor {s.email}; {_hop_time(utc, 6)}",
    }[receiver]  # fmt: skip
    hops = [("Received", last)]
    inner = rng.random()
    if inner < 0.35:
        hops.append(
            (
                "Received",
                f"from [{rng.choice(('127.0.0.1', '10.0.0.4', _ip(rng)))}] (localhost [127.0.0.1])\n\tby {s.host} (Postfix) with ESMTPA id {letters(rng, 10, _HEX.upper())};\n\t{_hop_time(s.when, 1)}",
            )
        )
    elif inner < 0.5:
        hops.append(("Received", f"by {s.host} with HTTP; {_hop_time(s.when, 0)}"))
    elif inner < 0.6:
        hops.append(
            (
                "Received",
                f"by {s.host} (Postfix, from userid {rng.choice((33, 48, 1001))})\n\tid {letters(rng, 10, _HEX.upper())}; {_hop_time(s.when, 0)}",
            )
        )
    if receiver == "exchange" and rng.random() < 0.7:
        hops.insert(
            0,
            (
                "Received",
                f"from {_exchange_host(rng)} (2603:10b6::15) by\n {_exchange_host(rng)} with HTTPS; {_hop_time(utc, 9)}",
            ),
        )
    return hops


def _signatures(s: Scene, rng: random.Random) -> list[Header]:
    selectors = ("s1", "k1", "default", "mail", "selector1", "20230601", "dkim", "google", "mte1", letters(rng, 8))
    return [
        (
            "DKIM-Signature",
            f"v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s={pick(rng, selectors)};\n\tt={int(s.when.timestamp())}; h=from:to:subject:date:message-id:mime-version;\n\tbh={letters(rng, 43, _B64)}=;\n\tb={letters(rng, 60, _B64)}\n\t {letters(rng, 70, _B64)}\n\t {letters(rng, 38, _B64)}==",
        )
        for domain in s.signed
    ]


def _stamps(s: Scene, rng: random.Random, receiver: str) -> list[Header]:
    ip = _ip(rng)
    signed = s.signed[0] if s.signed else "none"
    dkim = s.dkim if s.signed else "none"
    host = {"google": "mx.google.com", "exchange": "", "postfix": "mx.example.org", "exim": "mx.example.org"}[receiver]
    if receiver == "exchange":
        result = (f"spf={s.spf} (sender IP is {ip})\n smtp.mailfrom={s.envelope}; dkim={dkim}\n header.d={signed};dmarc={s.dmarc} action="
                  f"{'none' if s.dmarc != 'fail' else 'quarantine'}\n header.from={s.domain};compauth={'pass' if s.dmarc == 'pass' else 'fail'} reason=100")  # fmt: skip
    else:
        result = f"{host};\n\tdkim={dkim} header.d={signed};\n\tspf={s.spf} smtp.mailfrom={s.envelope};\n\tdmarc={s.dmarc} header.from={s.domain}"
    found: list[Header] = [("Authentication-Results", result)]
    if rng.random() < 0.5:
        found.append(("Received-SPF", f"{s.spf} (domain of {s.envelope}) client-ip={ip};"))
    if rng.random() < 0.25:
        found.append(
            (
                "ARC-Seal",
                f"i=1; a=rsa-sha256; t={int(s.when.timestamp())}; cv=none; d=google.com; s=arc-20160816; b={letters(rng, 80, _B64)}==",
            )
        )
    return found


def _list_headers(s: Scene, rng: random.Random, leave: str) -> list[Header]:
    if s.list_name:
        base = f"{s.list_name}.{s.host}"
        return [
            ("List-Id", f"<{base}>"), ("List-Post", f"<mailto:{s.list_name}@{s.host}>"), ("Precedence", "list"),
            ("List-Unsubscribe", f"<mailto:{s.list_name}-request@{s.host}?subject=unsubscribe>"), ("Sender", f"{s.list_name}-bounces@{s.host}"),
        ]  # fmt: skip
    if not s.bulk:
        return []
    target = leave or f"mailto:unsubscribe@{s.domain}"
    found: list[Header] = [
        (
            "List-Unsubscribe",
            rng.choice((f"<{target}>", f"<mailto:leave-{letters(rng, 12)}@{s.envelope}>,\n <{target}>")),
        )
    ]
    if rng.random() < 0.6:
        found.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    if rng.random() < 0.5:
        found.append(("List-Id", f"<{letters(rng, 10)}.{s.envelope}>"))
    if rng.random() < 0.3:
        found.append(("Precedence", "bulk"))
    return found


def _date(s: Scene, rng: random.Random) -> list[Header]:
    zone = timezone(timedelta(hours=rng.choice((0, 0, 0, 1, 2, 3, -3, -4, -5, -7, 3.5, 8))))
    odd = rng.random()
    if odd < (0.008 if s.clean else 0.035):
        return []
    when = s.when.astimezone(zone)
    if not s.clean and odd < 0.075:
        when += timedelta(hours=rng.choice((-2000, -72, -30, 26, 60, 9000)))
    return [("Date", rfc_date(when))]


def _recipient(s: Scene, rng: random.Random) -> list[Header]:
    if s.undisclosed:
        return (
            [
                (
                    "To",
                    rng.choice(("undisclosed-recipients:;", "Recipients <info@localhost>", "Undisclosed recipients:;")),
                )
            ]
            if rng.random() < 0.5
            else []
        )
    if s.list_name:
        return [("To", f"{s.list_name}@{s.host}")]
    if not s.clean and rng.random() < 0.06:
        return [
            (
                "To",
                ", ".join(
                    f"{word(rng, 3)}@{rng.choice(('example.com', 'example.net', 'example.org'))}"
                    for _ in range(rng.randint(2, 7))
                ),
            )
        ]
    return [("To", s.email if rng.random() < 0.75 else mailbox(s.to.full, s.email, rng))]


def write(s: Scene, rng: random.Random, subject: str, leave: str, reply: bool) -> list[Header]:
    """The headers of a message but for those of its MIME structure, in transport order."""
    receiver = rng.choice(("google", "exchange", "postfix", "exim"))
    stamped = rng.random() < 0.4
    stripped = not stamped and s.email == "user@example.org" and rng.random() < 0.65
    found: list[Header] = []
    if stamped:
        found.append(
            ("Return-Path", f"<{rng.choice(('bounce', 'return', s.from_addr.partition('@')[0]))}@{s.envelope}>")
        )
    if rng.random() < 0.85:
        found += _received(s, rng, receiver)
    if stamped:
        found += _stamps(s, rng, receiver)
    found += _signatures(s, rng)
    middle: list[Header] = [("From", mailbox(s.from_name, s.from_addr, rng))]
    middle += _recipient(s, rng) if not stripped else [("To", "user@example.org")]
    middle.append(("Subject", encoded(subject, rng)))
    middle += _date(s, rng)
    if rng.random() > (0.012 if s.clean else 0.05):
        middle.append(("Message-ID", f"<{_IDS[s.mailer](s, rng)}>"))
    if s.reply_to:
        middle.append(("Reply-To", mailbox(s.from_name if rng.random() < 0.4 else "", s.reply_to, rng)))
    if reply and rng.random() < 0.85:
        earlier = f"<{_IDS[s.mailer](s, rng)}>"
        middle += [("In-Reply-To", earlier), ("References", earlier)]
    if rng.random() < 0.4:
        rng.shuffle(middle)
    found += middle
    found += _marks(s, rng)
    if not stripped:
        found += _list_headers(s, rng, leave)
    return found
