"""Is a value on a list of what is to be spared? Spelling does not count, and where names begin and end does.

Of lists that compare loosely or only to the letter users complain alike: `mcafee.com` must not spare
`howtoactivatemcafee.com`, and must spare `https://WWW.McAfee.com./`; a range spares every range that meets it.
"""

from __future__ import annotations

import ipaddress
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from tocsin.common.hosts import SHARED_HOSTS, WEBMAIL, address_of, registrable, tenant, to_ascii, within
from tocsin.common.urls import parse_url
from tocsin.model.warninglist import Matching, WarningList

_LONGEST: Final = 8_192
"""Characters of a value that are looked at, as of a URL."""
_LONGEST_EXPRESSION: Final = 1_000
_DEFANGED: Final = re.compile(r"\[\.\]|\(\.\)|\[dot\]|\(dot\)", re.IGNORECASE)
_DEFANGED_AT: Final = re.compile(r"\[@\]|\(@\)|\[at\]|\(at\)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?:hxxp|http|ftp)(s?)\[?:\]?//", re.IGNORECASE)
_NO_HOST: Final = re.compile(r"[\s/@]")
_ANYBODYS: Final = SHARED_HOSTS | WEBMAIL
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Value(Struct, frozen=True):
    """A value as it is compared."""

    text: str
    """In lower case, whole again where it was defanged, hosts in ASCII."""
    host: str = ""
    """Of the URL or address of mail, or the value itself."""
    is_whole: bool = False
    """Whether the value says no more than its host."""
    network: Network | None = None


@lru_cache(maxsize=16_384)
def value_of(text: str) -> Value:
    """Return a value as it is compared: a host, URL, address of mail or IP, range, digest, or anything else."""
    whole = _DEFANGED_AT.sub("@", _DEFANGED.sub(".", text[:_LONGEST].strip()))
    network = _network(whole)
    if network is not None:
        return Value(whole.lower(), network=network)
    if _SCHEME.match(whole):
        return _of_url(_SCHEME.sub(r"http\1://", whole, count=1))
    local, at, domain = whole.rpartition("@")
    if at and not _NO_HOST.search(domain):
        host = to_ascii(domain)
        return Value(f"{local.lower()}@{host}", host)
    if _NO_HOST.search(whole):
        return _of_url(whole) if "." in whole.partition("/")[0] and " " not in whole else Value(whole.lower())
    host = to_ascii(whole)
    address = address_of(host)
    return Value(host, host, is_whole=True, network=ipaddress.ip_network(address) if address else None)


def _of_url(whole: str) -> Value:
    url = parse_url(whole)
    rest = url.path.strip("/") + (f"?{url.query}" if url.query else "")
    address = address_of(url.host)
    return Value(
        f"{url.host}/{rest}".rstrip("/").lower(),
        url.host,
        is_whole=not rest,
        network=ipaddress.ip_network(address) if address else None,
    )


def _network(text: str) -> Network | None:
    try:
        return ipaddress.ip_network(text.strip("[]"), strict=False)
    except ValueError:
        return None


def is_usable(entry: str, matching: Matching) -> bool:
    """Say whether an entry of a list can be compared with anything."""
    if matching is Matching.CIDR:
        return _network(entry) is not None
    if matching is Matching.REGEX:
        return len(entry) <= _LONGEST_EXPRESSION and _meets(entry, [""]) is not None
    return bool(_host(entry)) if matching is Matching.HOSTNAME else True


class Listed:
    """Lists, ready to be asked. `but`: values for which they do not count, with the id of who decided so."""

    def __init__(self, lists: Iterable[WarningList], but: Mapping[str, str] | None = None) -> None:
        self._but = {_key(value_of(value)): decision for value, decision in (but or {}).items()}
        self._whole: dict[str, str] = {}
        self._hosts: dict[str, str] = {}
        self._pieces: list[tuple[str, str]] = []
        self._expressions: list[tuple[str, str]] = []
        ranges: list[tuple[Network, str]] = []
        for one in lists:
            for entry in one.entries:
                match one.matching:
                    case Matching.STRING:
                        self._whole.setdefault(_key(value_of(entry)), one.name)
                    case Matching.HOSTNAME:
                        self._hosts.setdefault(_host(entry), one.name)
                    case Matching.SUBSTRING:
                        self._pieces.append((value_of(entry).text, one.name))
                    case Matching.REGEX:
                        self._expressions.append((entry, one.name))
                    case Matching.CIDR:
                        if (network := _network(entry)) is not None:
                            ranges.append((network, one.name))
        self._ranges = {version: _Ranges(ranges, version) for version in (4, 6)}

    def named(self, value: str) -> str:
        """Return the name of a list that a value is on by any part of it, or "": so is asked what must never leave."""
        found = value_of(value)
        return "" if _key(found) in self._but else next(self._names(found, _upwards(found.host)), "")

    def spared(self, value: str) -> str:
        """Return the name of a list by which a value is no sign of an attack, or "".

        Where anybody can have a page or a mailbox, the host says nothing of one of them.
        """
        found = value_of(value)
        return "" if _key(found) in self._but else next(self._names(found, _own_hosts(found)), "")

    def passed(self, value: str) -> str:
        """Return the decision by which a value is not spared although it is on a list, or ""."""
        found = value_of(value)
        decision = self._but.get(_key(found), "")
        return decision if decision and any(self._names(found, _own_hosts(found))) else ""

    def _names(self, value: Value, hosts: Iterable[str]) -> Iterator[str]:
        if (name := self._whole.get(_key(value))) is not None:
            yield name
        yield from (self._hosts[host] for host in hosts if host in self._hosts)
        if value.network is not None and (name := self._ranges[value.network.version].meeting(value.network)):
            yield name
        yield from (name for piece, name in self._pieces if piece in value.text)
        yield from (name for expression, name in self._expressions if _meets(expression, [value.text]))


class _Ranges:
    """Ranges of addresses of one version. Of several that overlap, the first to begin gives all of them its name."""

    def __init__(self, several: Iterable[tuple[Network, str]], version: int) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._names: list[str] = []
        bounds = ((int(one[0]), int(one[-1]), name) for one, name in several if one.version == version)
        for start, end, name in sorted(bounds):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)
                self._names.append(name)

    def meeting(self, network: Network) -> str:
        """Return the name of a list with a range that shares an address with `network`, or ""."""
        place = bisect_right(self._starts, int(network[-1])) - 1
        return self._names[place] if place >= 0 and self._ends[place] >= int(network[0]) else ""


def _key(value: Value) -> str:
    """What says no more than its host is told by that, with or without `www`."""
    return value.host.removeprefix("www.") if value.is_whole else value.text


def _host(entry: str) -> str:
    """The host of an entry, which lists also write as `.example.org`, `*.example.org` or a URL."""
    return value_of(entry.removeprefix("*").removeprefix(".")).host


def _upwards(host: str) -> list[str]:
    """A host and all names above it. No host is longer than 255 characters (RFC 1035)."""
    labels = host.split(".") if 0 < len(host) <= 255 else []
    return [".".join(labels[number:]) for number in range(len(labels))]


def _own_hosts(value: Value) -> list[str]:
    """The names that speak for a value: none where anybody can have such a one, else those of one customer."""
    if not value.is_whole and within(value.host, _ANYBODYS):
        return []
    customer = tenant(value.host)
    above = _upwards(value.host)
    return above if customer == registrable(value.host) else [one for one in above if within(one, (customer,))]


def _meets(expression: str, texts: list[str]) -> bool | None:
    """Whether one of some texts meets an expression, by RE2; None where it is none."""
    try:
        return bool(pc.any(pc.match_substring_regex(pa.array(texts), pattern=expression)).as_py())
    except (pa.ArrowInvalid, UnicodeError):
        return None
