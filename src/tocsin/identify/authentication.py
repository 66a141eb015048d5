"""What is known of a message's authentication: the stamps of a hop that is trusted, and DKIM verified by given keys.

Authentication-Results (RFC 8601) is a header like any other: anybody can write one. It is believed only where its
authserv-id is one of the profile's trusted hops, or, with none configured, where it belongs to the house that stamped
the topmost Received; and only above the first Received of somebody else. ARC (RFC 8617) and Received-SPF (RFC 7208)
are read by the same rule.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final
from weakref import WeakKeyDictionary

from msgspec import Struct

from tocsin.common.hosts import registrable, within
from tocsin.formats.header import decode_words, parse_addresses
from tocsin.identify.mail import Hop, Mail
from tocsin.identify.route import family
from tocsin.model.context import Context
from tocsin.model.message import Message

_MAX_SIGNATURES: Final = 5
_MAX_STAMPS: Final = 20
_COMMENT: Final = re.compile(r"\([^()]{0,500}\)")
_RESULT: Final = re.compile(r"\s*([a-z][a-z0-9_-]{0,30})(?:/\d+)?\s*=\s*([a-z]{1,20})", re.IGNORECASE)
_PROPERTY: Final = re.compile(r"\b(smtp|header|policy)\.([a-z0-9_-]{1,30})\s*=\s*\"?([^\s;\"]{1,320})", re.IGNORECASE)
_TAG: Final = re.compile(rb"(?:^|;)\s*([a-z]{1,3})\s*=\s*([^;]*)")


class Authentication(Struct, frozen=True):
    """Results as a trusted hop gave them, "" where it gave none; lower case (`pass`, `fail`, `softfail`, `none`)."""

    server: str = ""
    """The authserv-id that is believed; "" where no trusted stamp is there."""
    spf: str = ""
    spf_domain: str = ""
    """The domain of the envelope sender that SPF was asked about."""
    dkim: tuple[tuple[str, str], ...] = ()
    """(result, signing domain) of each signature; own verification, where keys were given, before the hop's."""
    dmarc: str = ""
    arc: str = ""
    sender_domain: str = ""
    """The registrable domain of From, to which results are aligned."""

    @property
    def dkim_aligned(self) -> bool:
        """Whether a signature of the sender's own domain verifies (relaxed alignment)."""
        return any(result == "pass" and self._aligns(domain) for result, domain in self.dkim)

    @property
    def spf_aligned(self) -> bool:
        """Whether SPF passes for the sender's own domain (relaxed alignment)."""
        return self.spf == "pass" and self._aligns(self.spf_domain)

    @property
    def aligned(self) -> bool:
        """Whether the domain in From is authenticated: what DMARC asks for."""
        return self.dmarc == "pass" or self.dkim_aligned or self.spf_aligned

    @property
    def known(self) -> bool:
        """Whether anything trustworthy speaks at all."""
        return bool(self.server or self.dkim)

    def _aligns(self, domain: str) -> bool:
        return bool(domain) and bool(self.sender_domain) and registrable(domain) == self.sender_domain


_CACHE: Final[WeakKeyDictionary[Mail, tuple[Context, Authentication]]] = WeakKeyDictionary()


def authentication(mail: Mail, context: Context) -> Authentication:
    """Return what is known of the message's authentication in this context; worked out once for each message."""
    known = _CACHE.get(mail)
    if known is None or known[0] is not context:
        known = (context, _authentication(mail, context))
        _CACHE[mail] = known
    return known[1]


def _authentication(mail: Mail, context: Context) -> Authentication:
    if context.dns is None and not _STAMPS & mail.header_names:
        return Authentication(sender_domain=mail.sender_domain)
    server, spf, spf_domain, dmarc, arc = "", "", "", "", ""
    dkim: list[tuple[str, str]] = list(verified_signatures(mail, context.dns)) if context.dns is not None else []
    verified = bool(dkim)
    for identity, methods in _stamps(mail, context.profile.organisation.trusted_hops):
        server = server or identity
        for method, result, properties in methods:
            if method == "dmarc":
                dmarc = dmarc or result
            elif method == "spf" and not spf:
                spf, spf_domain = result, _domain_of(properties.get("mailfrom") or properties.get("helo", ""))
            elif method == "dkim" and not verified and len(dkim) < _MAX_SIGNATURES:
                dkim.append((result, _domain_of(properties.get("d") or properties.get("i", ""))))
            elif method == "arc":
                arc = arc or result
    return Authentication(server, spf, spf_domain, tuple(dkim), dmarc, arc, mail.sender_domain)


def _domain_of(value: str) -> str:
    """The domain of a property that is a domain, an @domain or an address."""
    return value.rpartition("@")[2].strip("<>.").lower()


Methods = list[tuple[str, str, dict[str, str]]]


def _stamps(mail: Mail, trusted: tuple[str, ...]) -> Iterator[tuple[str, Methods]]:
    """Yield (authserv-id, results) of every believed stamp, the topmost first, ARC copies last."""
    house = _house(mail)
    sealed: list[tuple[str, Methods]] = []
    for count, (key, text) in enumerate(_own_fields(mail, trusted, house)):
        if count >= _MAX_STAMPS:
            break
        if key == "received-spf":
            yield house, [_received_spf(text)]
            continue
        stamp = text.partition(";")[2] if key == "arc-authentication-results" else text
        stamp = _COMMENT.sub(" ", stamp)
        identity, _, rest = stamp.partition(";")
        words = identity.split()
        name = words[0].lower() if words and "=" not in words[0] else ""
        if not name and house and "=" in identity:  # Exchange Online stamps without an authserv-id
            name, rest = house, stamp
        if name and _believed(name, trusted, house):
            results = (name, list(_methods(rest)))
            if key == "authentication-results":
                yield results
            else:
                sealed.append(results)
    yield from sealed


def _house(mail: Mail) -> str:
    """The host that wrote the topmost Received with a name."""
    return next((hop.by for hop in mail.hops[:3] if "." in hop.by), "")


def _believed(name: str, trusted: tuple[str, ...], house: str) -> bool:
    if trusted:
        return within(name, trusted)
    return bool(house) and family(name) == family(house)


_STAMPS: Final = frozenset({"authentication-results", "arc-authentication-results", "received-spf"})


def _own_fields(mail: Mail, trusted: tuple[str, ...], house: str) -> Iterator[tuple[str, str]]:
    """Yield the stamps that stand above the first Received of another house."""
    hops = iter(mail.hops)
    for field in mail.message.headers:
        if field.key == "received":
            hop = next(hops, None)
            if hop is None or not _is_own(hop, trusted, house):
                return
        elif field.key in _STAMPS:
            yield field.key, decode_words(field.value[:16_384])


def _is_own(hop: Hop, trusted: tuple[str, ...], house: str) -> bool:
    if "." not in hop.by or not any(char.isalpha() for char in hop.by):  # an internal hand-over
        return True
    return family(hop.by) in {family(host) for host in trusted or (house,)}


def _methods(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    for piece in text.split(";")[:30]:
        match = _RESULT.match(piece)
        if match:
            found = {name.lower(): value for _, name, value in _PROPERTY.findall(piece[match.end() :])}
            yield match[1].lower(), match[2].lower(), found


def _received_spf(text: str) -> tuple[str, str, dict[str, str]]:
    envelope = re.search(r"envelope-from=\"?<?([^\s;\">]{1,320})", text) or re.search(
        r"domain of (?:transitioning )?([^\s;]{1,320})", text
    )
    return "spf", text.split(None, 1)[0].lower() if text else "", {"mailfrom": envelope[1]} if envelope else {}


# ---- DKIM with keys that somebody looked up


def queries(message: Message) -> tuple[str, ...]:
    """Return the DNS questions whose answers would help: the keys of the signatures, and the sender's DMARC policy."""
    wanted = [
        f"TXT {selector}._domainkey.{domain}"
        for selector, domain in (_selector_and_domain(value) for value in message.values("dkim-signature"))
        if selector and domain
    ][:_MAX_SIGNATURES]
    senders = parse_addresses(message.root.header("from"))
    domain = senders[0].domain if senders else ""
    if domain:
        wanted += [f"TXT _dmarc.{domain}", f"TXT _dmarc.{registrable(domain)}"]
    return tuple(dict.fromkeys(wanted))


@lru_cache(maxsize=1024)
def _selector_and_domain(value: bytes) -> tuple[str, str]:
    tags = {name: content.strip() for name, content in _TAG.findall(value[:16_384])}
    try:
        return tags.get(b"s", b"").decode("ascii").lower(), tags.get(b"d", b"").decode("ascii").lower()
    except UnicodeDecodeError:
        return "", ""


def verified_signatures(mail: Mail, dns: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield (`pass` or `fail`, signing domain) of each DKIM signature whose key is among the answers in `dns`."""
    values = mail.message.values("dkim-signature")[:_MAX_SIGNATURES]
    for number, value in enumerate(values):
        selector, domain = _selector_and_domain(value)
        answers = dns.get(f"TXT {selector}._domainkey.{domain}")
        if answers is not None and domain:
            yield ("pass" if answers and _verifies(mail.message.raw, number, answers) else "fail"), domain


def _verifies(raw: bytes, number: int, answers: tuple[str, ...]) -> bool:
    import dkim

    def lookup(name: bytes, timeout: int = 5) -> bytes:  # noqa: ARG001 - dkimpy passes it
        return answers[0].encode("ascii", "replace")

    try:
        return bool(dkim.DKIM(raw, logger=_SILENT).verify(idx=number, dnsfunc=lookup))
    except Exception:  # noqa: BLE001 - whatever a hostile signature makes the library raise, it does not verify
        return False


# Kept out of the program's own log.
_SILENT: Final = logging.Logger("dkim", level=logging.CRITICAL + 1)
