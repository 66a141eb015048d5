"""The way a message took, as its Received stamps tell it: where it entered the receiver's house, and from whom."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tocsin.common.hosts import registrable, within
from tocsin.identify.mail import Hop, Mail
from tocsin.identify.memo import once_a_mail

# Names under which one provider's machines talk among themselves.
_FAMILIES: Final = {
    domain: names[0]
    for names in (
        (
            "outlook.com",
            "office365.com",
            "exchangelabs.com",
            "microsoft.com",
            "hotmail.com",
            "office.com",
            "live.com",
            "msn.com",
        ),
        ("google.com", "googlemail.com", "gmail.com", "1e100.net"),
        ("yahoo.com", "yahoodns.net", "aol.com", "yahoo.net"),
        ("icloud.com", "me.com", "apple.com", "mac.com"),
    )
    for domain in names
}
_RELATIVES: Final = {
    first: tuple(domain for domain, name in _FAMILIES.items() if name == first) for first in _FAMILIES.values()
}
PROVIDERS: Final = {
    "google.com": ("gmail.com", "googlemail.com"),
    "outlook.com": ("outlook.com", "hotmail.com", "live.com", "msn.com", "hotmail.fr", "hotmail.de", "hotmail.es"),
    "yahoo.com": ("yahoo.com", "ymail.com", "rocketmail.com", "aol.com"),
    "icloud.com": ("icloud.com", "me.com", "mac.com"),
}
"""The large mail providers: family of their machines, and the domains they give mailboxes under."""
# Documentation ranges do not count: examples and drills are to behave like real mail.
_PRIVATE: Final = re.compile(
    r"10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|"
    r"(?:ipv6:)?(?:::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)",
    re.IGNORECASE,
)
_MAX_HOST: Final = 255
"""Octets of a domain name (RFC 1035, section 2.3.4)."""
_DYNAMIC: Final = re.compile(
    r"(?:^|[.\-_\d])(?:a?dsl|ppp(?:oe)?|dial(?:up|in)?|dyn(?:amic)?|dhcp|pool|cable|cust(?:omer)?|client|user|mobile|lte|"
    r"broadband|res(?:idential)?|fiber|fibre|ftth|catv|telecablet|catalyst|hsd\d?|cpe)\d*(?:[.\-_\d]|$)"
)
_RENTED: Final = re.compile(
    r"^(?:ec2-[\d-]+\.|vmi?\d{4,}\.|vps[\d-]|server[\d-]+\.|ip[\d-]*-?\d+-\d+-\d+-\d+\.|host[\d-]+\.|static\.\d|"
    r"\d+-\d+-\d+-\d+\.|\d+\.\d+\.\d+\.\d+\.|li\d+-\d+\.|[\w-]*\.vps\.|unn-|ns\d{5,}\.|node[\d-]+\.)"
    r"|(?:contaboserver\.net|your-server\.de|linodeusercontent\.com|bc\.googleusercontent\.com|vultrusercontent\.com|"
    r"compute\.amazonaws\.com|compute-1\.amazonaws\.com|cloudapp\.(?:net|azure\.com)|stratoserver\.net|vps\.ovh\.\w+|"
    r"secureserver\.net|hstgr\.cloud|hostwindsdns\.com|colocrossing\.com|onlinehome-server\.info|clouvider\.net|"
    r"static\.cloudzy\.com|hosted-by-vdsina\.\w+|as\d+\.net)$"
)


@once_a_mail
def sending_hop(mail: Mail) -> Hop | None:
    """Return the stamp with which the message entered the receiver's house, or None where none says so.

    Stamps within one house (same registrable domain or provider on both sides), local deliveries, fetchmail and
    private addresses are passed over.
    """
    for hop in mail.hops:
        if hop.helo and not _internal(hop):
            return hop
    return None


def _internal(hop: Hop) -> bool:
    if hop.helo in ("localhost", "localhost.localdomain") or " with IMAP" in hop.raw:
        return True
    if hop.address and is_private(hop.address):
        return True
    by = family(hop.by)
    name = hop.host or hop.helo
    return bool(by) and "." in name and family(name) == by


@lru_cache(maxsize=16_384)
def family(host: str) -> str:
    """Return the registrable domain of a host, or the one name of its provider's several."""
    domain = registrable(host)
    return _FAMILIES.get(domain, domain)


def is_private(address: str) -> bool:
    """Whether an IP address is private, loopback or link-local (RFC 1918, 4193, 6598)."""
    return _PRIVATE.match(address) is not None


@once_a_mail
def hosts_on_the_way(mail: Mail) -> frozenset[str]:
    """Return the host names that the first 20 stamps name, whatever side they stand on."""
    return frozenset(name for hop in mail.hops[:20] for name in (hop.helo, hop.host, hop.by) if "." in name)


def was_handled_by(mail: Mail, domain: str) -> bool:
    """Whether a host of a registrable domain, or of the same provider, stands anywhere on the way."""
    relatives = _RELATIVES.get(_FAMILIES.get(domain, domain), (domain,))
    return any(within(host, relatives) for host in hosts_on_the_way(mail))


@once_a_mail
def signers(mail: Mail) -> tuple[str, ...]:
    """Return the domains (`d=`) of the message's DKIM signatures, lower case, unverified; at most 10."""
    found = []
    for value in mail.message.values("dkim-signature")[:10]:
        match = _SIGNER.search(value[:4096])
        if match:
            found.append(match[1].decode("latin-1").lower())
    return tuple(dict.fromkeys(found))


_SIGNER: Final = re.compile(rb"(?:^|;)\s*d\s*=\s*([A-Za-z0-9_.\-]{3,253})")


@once_a_mail
def is_signed_by_sender(mail: Mail) -> bool:
    """Whether a DKIM signature claims the sender's registrable domain (unverified)."""
    return bool(mail.sender_domain) and any(registrable(domain) == mail.sender_domain for domain in signers(mail))


@lru_cache(maxsize=16_384)
def is_dynamic(host: str) -> bool:
    """Whether a reverse DNS name looks like a subscriber's line and not like a mail server."""
    return _DYNAMIC.search(host) is not None and not host.startswith(("mail", "smtp", "mx", "out", "relay"))


@lru_cache(maxsize=16_384)
def is_rented(host: str) -> bool:
    """Whether a reverse DNS name is the one a hosting company gives a machine that nobody has named."""
    return _RENTED.search(host) is not None


def is_stamped_by_receiver(mail: Mail) -> bool:
    """Whether the Message-ID was made where the message was received: the sender had given none.

    Exchange Online makes `<UUID@the receiving server>`, Gmail `<...@mx.google.com>`; a sender inside the same
    provider has an id of another form.
    """
    domain = number_domain(mail)
    if domain.endswith((".outlook.com", ".exchangelabs.com")):
        return _UUID.match(mail.message_id) is not None
    return domain in ("mx.google.com", "mx.google.com.") or domain.endswith(".mx.google.com")


def number_domain(mail: Mail) -> str:
    """Return the domain in the Message-ID, lower case, or "" where there is none of a possible length."""
    domain = mail.message_id.rpartition("@")[2].lower()
    return domain if len(domain) <= _MAX_HOST else ""


_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@", re.IGNORECASE)
