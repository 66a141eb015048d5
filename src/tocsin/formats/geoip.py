"""Which address lies in which country: the text tables that Debian's `tor-geoipdb` installs, packed for quick answers.

A line of `geoip` is `FIRST,LAST,CC` with IPv4 addresses as numbers; of `geoip6` the same with addresses as text. The
format is Tor's: https://spec.torproject.org/tor-spec (`GeoIPFile`), written by its script `geoip-db-tool`.
"""

from __future__ import annotations

import io
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

_UNKNOWN: Final = ("??", "ZZ", "T1")
_Starts = npt.NDArray[np.uint64]
_Countries = npt.NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Countries:
    """Sorted beginnings and ends of ranges with their country; of IPv6 the first 64 bits, as far as ranges go."""

    starts: tuple[_Starts, _Starts]
    """Of IPv4, of IPv6."""
    ends: tuple[_Starts, _Starts]
    countries: tuple[_Countries, _Countries]

    def of(self, address: str) -> str:
        """Return the country of an address (ISO 3166-1, two letters); "" where it is not known or no address."""
        try:
            ip = ipaddress.ip_address(address)
        except ValueError:
            return ""
        mapped = getattr(ip, "ipv4_mapped", None)
        ip = mapped or ip
        place, number = (0, int(ip)) if ip.version == 4 else (1, int(ip) >> 64)
        found = int(np.searchsorted(self.starts[place], np.uint64(number), side="right")) - 1
        if found < 0 or int(self.ends[place][found]) < number:
            return ""
        return str(self.countries[place][found])

    def dump(self) -> bytes:
        """Return the packed form."""
        out = io.BytesIO()
        parts = {f"{name}{i}": getattr(self, name)[i] for name in ("starts", "ends", "countries") for i in (0, 1)}
        np.savez_compressed(out, **parts)
        return out.getvalue()

    @classmethod
    def load(cls, packed: bytes) -> Countries:
        """Read the packed form. Raises ValueError, KeyError or OSError where it is none."""
        with np.load(io.BytesIO(packed), allow_pickle=False) as parts:
            return cls(*((parts[f"{name}0"], parts[f"{name}1"]) for name in ("starts", "ends", "countries")))


def read(lines: Iterable[str]) -> Countries:
    """Read the lines of one or several tables. Lines that are no ranges are passed over."""
    found: tuple[list[tuple[int, int, str]], list[tuple[int, int, str]]] = ([], [])
    for line in lines:
        first, _, rest = line.strip().partition(",")
        last, _, country = rest.partition(",")
        if len(country) != 2 or country in _UNKNOWN:
            continue
        try:
            if ":" in first:
                found[1].append(
                    (int(ipaddress.IPv6Address(first)) >> 64, int(ipaddress.IPv6Address(last)) >> 64, country)
                )
            else:
                found[0].append((int(first), int(last), country))
        except ValueError:
            continue
    four, six = (sorted(part) for part in found)
    return Countries(
        (_numbers(four, 0), _numbers(six, 0)),
        (_numbers(four, 1), _numbers(six, 1)),
        (np.array([one[2] for one in four], "U2"), np.array([one[2] for one in six], "U2")),
    )


def _numbers(ranges: list[tuple[int, int, str]], place: int) -> _Starts:
    return np.array([one[place] for one in ranges], np.uint64)
