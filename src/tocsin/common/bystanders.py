"""Hosts that attackers use and do not own: what must never be handed on as theirs, nor blocked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from tocsin.common.hosts import (
    SENDING_PLATFORMS,
    SHARED_HOSTS,
    SHORTENERS,
    WEBMAIL,
    address_of,
    is_host,
    public_suffix,
    registrable,
    tenant,
    within,
)
from tocsin.model.profile import Profile

_LONGEST: Final = 200
"""Characters of a host name to which a zone's name and `*.` can still be added (RFC 1035: 255)."""


def bystander(host: str, profile: Profile, is_known: Callable[[str], bool]) -> str:
    """Return by what code a host is left alone, or "" where it may be the attacker's own.

    `own`, `partner`, `service` (of the profile), `address` (an IP address), `malformed`, `webmail`, `platform`,
    `shortener`, `shared` (anybody's pages, unless the name is one customer's own), `well-known`.
    """
    if address_of(host) is not None:
        return "address"
    if not is_host(host) or len(host) > _LONGEST or host == public_suffix(host):
        return "malformed"
    return _of_profile(host, profile) or _of_everybody(host) or ("well-known" if is_known(host) else "")


def _of_profile(host: str, profile: Profile) -> str:
    owned = (
        ("own", profile.organisation.domains),
        ("partner", [domain for partner in profile.partner for domain in partner.domains]),
        ("service", [domain for brand in profile.brand for domain in brand.domains]),
    )
    return next((code for code, domains in owned if _touches(host, domains)), "")


def _touches(host: str, domains: Iterable[str]) -> bool:
    """What stands above one of our domains is ours as well: whoever blocks it blocks us."""
    several = frozenset(domains)
    return within(host, several) or host in _above(several)


@lru_cache(maxsize=64)
def _above(domains: frozenset[str]) -> frozenset[str]:
    """The domains, and every name above one of them."""
    labels = (domain.split(".") for domain in domains)
    return frozenset(".".join(names[number:]) for names in labels for number in range(len(names)))


def _of_everybody(host: str) -> str:
    for code, domains in (("webmail", WEBMAIL), ("platform", SENDING_PLATFORMS), ("shortener", SHORTENERS)):
        if _touches(host, domains):
            return code
    if _touches(host, SHARED_HOSTS) and tenant(host) == registrable(host):
        return "shared"
    return ""
