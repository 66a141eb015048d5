"""Response policy zones: a blocklist that BIND, Unbound, Knot Resolver and PowerDNS take as a DNS zone.

The form is that of draft-vixie-dnsop-dns-rpz: `HOST CNAME .` answers that the name does not exist. Names are relative,
so that the zone works under whatever name it is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from tocsin.disrupt.blocklist import Blocked
from tocsin.model.people import Tlp

FORMAT: Final = "rpz"
_TTL: Final = 300
_SOA: Final = "3600 600 1209600 300"
"""Refresh, retry, expire, negative TTL in seconds. A server that cannot renew its copy drops it after 14 days."""
_NAME: Final = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+")
_UNSAID: Final = re.compile(r"[^ -~]")


def zone(entries: Iterable[Blocked], serial: int, now: datetime, tlp: Tlp, *, synthetic: bool = False) -> str:
    """Return the zone as a file. What has come to its end is left out; `serial` (32 bits) grows with each zone.

    Raises ValueError for a host that is no name in ASCII: whoever writes zones of other people's words writes none.
    """
    lines = [
        f"; Response policy zone of Tocsin, TLP:{tlp.value.upper()}, made {now:%Y-%m-%dT%H:%M:%SZ}",
        *["; Synthetic: made up, for practice"] * synthetic,
        f"$TTL {_TTL}",
        f"@ IN SOA localhost. nobody.invalid. {serial % 2**32} {_SOA}",
        "@ IN NS localhost.",
    ]
    for entry in sorted((one for one in entries if one.until > now), key=lambda one: one.host):
        if not _NAME.fullmatch(entry.host):
            raise ValueError(f"no host name: {entry.host!r}")
        lines += [
            f"; {_UNSAID.sub('?', entry.reason)}, until {entry.until:%Y-%m-%dT%H:%M:%SZ}",
            f"{entry.host} IN CNAME .",
            f"*.{entry.host} IN CNAME .",
        ]
    return "\n".join(lines) + "\n"
