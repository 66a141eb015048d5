"""DNS, asked only where a person allowed it, and only for TXT records (DKIM keys, DMARC policies)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import dns.exception
import dns.resolver

_TIMEOUT: Final = 3.0
"""Seconds for one question, all tries together."""


class Resolver:
    """A `tocsin.app.ports.Names` over the system's resolver, or the name servers given."""

    def __init__(self, servers: tuple[str, ...] = (), port: int = 53) -> None:
        self._resolver = dns.resolver.Resolver(configure=not servers)
        if servers:
            self._resolver.nameservers = list(servers)
            self._resolver.port = port
        self._resolver.lifetime = _TIMEOUT
        self.text = lru_cache(maxsize=10_000)(self._text)

    def _text(self, name: str) -> tuple[str, ...] | None:
        try:
            answer = self._resolver.resolve(name, "TXT", search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except (dns.exception.DNSException, ValueError):
            return None
        return tuple(b"".join(record.strings).decode("utf-8", "replace") for record in answer)
