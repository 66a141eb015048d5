"""Features of an incident: what its messages, its lines of logs and facts that were told show of who made it.

What belongs to bystanders is left out, whatever its count: a shared cloud host links nothing even where two know of it.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from tocsin.common.bystanders import bystander
from tocsin.common.hosts import DYNAMIC_DNS, WEBMAIL, address_of, is_host, registrable, tenant, to_ascii, within
from tocsin.common.registration import hides_who, serves_many
from tocsin.model.activity import Act, Activity
from tocsin.model.error import InputError
from tocsin.model.operation import Feature, FeatureKind, MailTraits
from tocsin.model.profile import Profile
from tocsin.model.sentence import say

IsKnown = Callable[[str], bool]
"""Whether a well-known company runs a host."""
_PREFIX: Final = {4: 24, 6: 48}
_LONGEST: Final = 320
TOLD: Final = (
    FeatureKind.DOMAIN, FeatureKind.HOST, FeatureKind.SENDER, FeatureKind.ADDRESS, FeatureKind.AS,
    FeatureKind.CERTIFICATE, FeatureKind.REGISTRANT, FeatureKind.NAME_SERVER, FeatureKind.APP, FeatureKind.FILE,
    FeatureKind.PAGE,
)  # fmt: skip
"""Kinds of which somebody may tell what they know from elsewhere: WHOIS, RDAP, certificates, a sandbox."""
Found = Iterator[tuple[FeatureKind, str]]


def of_mail(traits: MailTraits, profile: Profile, is_known: IsKnown) -> Iterator[Feature]:
    """Yield the features of a message that was judged as no good. Mail that is clean has none to give."""
    for kind, value in _of_mail(traits, profile, is_known):
        if value:
            yield Feature(kind, value, (traits.message,))


def of_activity(line: Activity) -> Iterator[Feature]:
    """Yield the features of a line of a log that is by the hand of an attacker, and of nobody else."""
    for kind, value in _of_activity(line):
        if value:
            yield Feature(kind, value[:_LONGEST], (line.id or line.digest,))


def told(kind: FeatureKind, value: str, evidence: str, profile: Profile, is_known: IsKnown) -> tuple[Feature, ...]:
    """Return the features of a fact that somebody tells, none where it is about a bystander; raises InputError."""
    if kind not in TOLD:
        raise InputError(
            say('"%(kind)s" is nothing that can be told', kind=kind.value),
            say("Choose of: %(choices)s", choices=", ".join(TOLD)),
        )
    plain = canonical(kind, value)
    if not plain or _is_of_many(kind, plain, is_known):
        return ()
    if kind in (FeatureKind.DOMAIN, FeatureKind.HOST):
        found = _of_host(plain, profile, is_known)
    elif kind is FeatureKind.ADDRESS:
        found = _of_address(plain)
    elif kind is FeatureKind.SENDER:
        found = _of_sender(plain, True, profile, is_known)
    else:
        found = iter(((kind, plain),))
    return tuple(Feature(one, text, (evidence,)) for one, text in found if text)


def canonical(kind: FeatureKind, value: str) -> str:
    """Return a told value as all write it, so that two who mean the same say the same; "" where it is none."""
    plain = " ".join(value.split())[:_LONGEST].lower()
    return _FORMS[kind](plain) if kind in _FORMS else plain


def _host_form(plain: str) -> str:
    name = to_ascii(plain.rstrip("."))
    return name if is_host(name) or address_of(name) is not None else ""


def _sender_form(plain: str) -> str:
    name, _, domain = plain.rpartition("@")
    host = to_ascii(domain)
    return f"{name}@{host}" if re.fullmatch(r"[^@\s]{1,64}", name) and is_host(host) else ""


def _address_form(plain: str) -> str:
    """As RFC 5952 and RFC 4291 have it: no short forms, no zones; an address of IPv4 within one of IPv6 is that."""
    try:
        address = ipaddress.ip_address(plain.strip("[]"))
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        return "" if address.scope_id else str(address.ipv4_mapped or address)
    return str(address)


def _as_form(plain: str) -> str:
    """A number of 32 bits (RFC 6793), as lines of logs have it; 0 is none (RFC 7607)."""
    number = re.fullmatch(r"(?:asn? ?)?(\d{1,10})", plain, re.ASCII)
    return str(int(number[1])) if number and 0 < int(number[1]) < 1 << 32 else ""


def _digest_form(*lengths: int) -> Callable[[str], str]:
    """Hexadecimal digits of so many bytes, also with colons, dashes or spaces between."""

    def form(plain: str) -> str:
        digits = re.sub(r"^sha-?(?:1|256)(?: fingerprint)?[:= ]+|[:\- ]", "", plain)
        return digits if re.fullmatch(r"(?:[0-9a-f]{2})+", digits) and len(digits) // 2 in lengths else ""

    return form


_FORMS: Final[Mapping[FeatureKind, Callable[[str], str]]] = {
    FeatureKind.DOMAIN: _host_form, FeatureKind.HOST: _host_form, FeatureKind.NAME_SERVER: _host_form,
    FeatureKind.SENDER: _sender_form, FeatureKind.ADDRESS: _address_form, FeatureKind.AS: _as_form,
    FeatureKind.CERTIFICATE: _digest_form(20, 32), FeatureKind.FILE: _digest_form(32),
}  # fmt: skip
"""How values are written; those of other kinds are what they are, in lower case."""


def _is_of_many(kind: FeatureKind, plain: str, is_known: IsKnown) -> bool:
    """Whether it stands in the registrations of strangers."""
    if kind is FeatureKind.REGISTRANT:
        return hides_who(plain)
    return kind is FeatureKind.NAME_SERVER and (serves_many(plain) or is_known(plain))


def merged(several: Iterable[Feature]) -> tuple[Feature, ...]:
    """Return each feature once, with all its evidence, in order."""
    found: dict[tuple[FeatureKind, str], set[str]] = {}
    for one in several:
        found.setdefault((one.kind, one.value), set()).update(one.evidence)
    return tuple(Feature(kind, value, tuple(sorted(found[kind, value]))) for kind, value in sorted(found))


def _of_activity(line: Activity) -> Found:
    yield from _of_address(line.ip)
    yield FeatureKind.AS, str(line.asn) if line.asn else ""
    yield FeatureKind.APP, line.app if line.act is Act.CONSENT else ""
    yield FeatureKind.SESSION, line.session
    yield FeatureKind.AGENT, line.agent


def _of_mail(traits: MailTraits, profile: Profile, is_known: IsKnown) -> Found:
    yield from _of_sender(traits.sender, traits.vouched, profile, is_known)
    for address in traits.reply_to:
        yield from _of_sender(address, True, profile, is_known)
    for link in traits.links:
        found = tuple(_of_host(link.host, profile, is_known))
        yield from found
        if found:
            yield FeatureKind.TEMPLATE, link.template
    for file in traits.files:
        yield (FeatureKind.PAGE, file.page) if file.page else (FeatureKind.FILE, file.sha256)
        yield from () if file.page else ((FeatureKind.FILE_LIKE, band) for band in file.like)
    yield from ((FeatureKind.LURE, band) for band in traits.lure)
    yield from _of_address(traits.address)
    yield FeatureKind.HELO, traits.helo
    yield FeatureKind.HEADERS, traits.headers
    yield FeatureKind.MAILER, traits.mailer
    yield FeatureKind.BOUNDARY, traits.boundary
    yield FeatureKind.MESSAGE_ID, traits.message_id
    yield FeatureKind.PATTERN, traits.pattern
    yield FeatureKind.HOURS, traits.hours


def _of_sender(address: str, vouched: bool, profile: Profile, is_known: IsKnown) -> Found:
    """An address is its owner's, also at a webmail service. What nobody vouches for, anybody can have written."""
    domain = to_ascii(address.rpartition("@")[2])
    whose = bystander(domain, profile, is_known) if domain else "malformed"
    if whose in ("own", "partner", "service", "malformed"):
        return
    if not vouched:
        if not whose:
            yield FeatureKind.CLAIMED_SENDER, registrable(domain)
        return
    if within(domain, WEBMAIL):
        yield FeatureKind.MAILBOX, address[:_LONGEST]
    elif not whose:
        yield FeatureKind.SENDER, address[:_LONGEST]
        yield FeatureKind.DOMAIN, owned(domain)


def _of_host(host: str, profile: Profile, is_known: IsKnown) -> Found:
    name = to_ascii(host)
    if address_of(name) is not None:
        yield from _of_address(name)
        return
    if bystander(name, profile, is_known):
        return
    yield FeatureKind.HOST, name
    yield FeatureKind.DOMAIN, owned(name)


def owned(host: str) -> str:
    """Return of a host what one owner has: its registrable domain, or one customer's name where many have one."""
    name = tenant(host)
    if name in DYNAMIC_DNS and host != name:
        return f"{host.removesuffix(f'.{name}').rpartition('.')[2]}.{name}"
    return name


def _of_address(text: str) -> Found:
    address = address_of(text.lower().removeprefix("ipv6:")) if text else None
    if address is None or address.is_loopback or address.is_link_local or address.is_unspecified:
        return
    yield FeatureKind.ADDRESS, str(address)
    network = ipaddress.ip_network((address, _PREFIX[address.version]), strict=False)
    yield FeatureKind.NETWORK, str(network)
