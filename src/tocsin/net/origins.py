"""Data about addresses, from files that the user has: nothing is fetched, and none is shipped."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from tocsin.common.causes import cause_of
from tocsin.formats import geoip
from tocsin.identify.origins import Lookup, Origin, Surroundings
from tocsin.model.error import InputError
from tocsin.model.sentence import say

DEBIAN: Final = (Path("/usr/share/tor/geoip"), Path("/usr/share/tor/geoip6"))
"""Where the Debian package `tor-geoipdb` puts its tables."""
_ASN: Final = re.compile(r"(?:AS)?(\d{1,10})", re.IGNORECASE)


def load(tables: Sequence[Path], cache: Path, tor: Path | None = None, hosting: Path | None = None) -> Surroundings:
    """Return what the files know. `tables` are text tables of Tor, or MMDB files. Raises InputError."""
    texts = [path for path in tables if not _is_mmdb(path)]
    lookups = [_mmdb(path) for path in tables if _is_mmdb(path)]
    if texts:
        lookups.append(_by_country(_countries(texts, cache)))
    return Surroundings(
        lookups,
        frozenset(_addresses(tor)) if tor is not None else None,
        frozenset(_numbers(hosting)) if hosting is not None else None,
    )


def installed() -> list[Path]:
    """Return the tables that Debian's package has put on this machine."""
    return [path for path in DEBIAN if path.exists()]


def _countries(paths: Sequence[Path], cache: Path) -> geoip.Countries:
    """Read tables, or what was packed of them before: by their paths, sizes and times."""
    try:
        stamps = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths]
        packed = cache / f"geoip-{hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]}.npz"
        try:
            return geoip.Countries.load(packed.read_bytes())
        except (OSError, ValueError, KeyError, EOFError):
            found = geoip.read(line for path in paths for line in path.read_text("ascii", "replace").splitlines())
    except OSError as error:
        raise _unreadable(error.filename or paths[0], error) from error
    if not len(found.starts[0]) and not len(found.starts[1]):
        raise InputError(
            say("%(path)s holds no ranges of addresses", path=paths[0]),
            say("Give a table of Debian's tor-geoipdb, or an MMDB file."),
        )
    try:
        cache.mkdir(parents=True, exist_ok=True)
        packed.write_bytes(found.dump())
    except OSError:
        pass  # it is only slower without
    return found


def _by_country(countries: geoip.Countries) -> Lookup:
    def lookup(address: str) -> Origin | None:
        country = countries.of(address)
        return (country, None, None, None, None) if country else None

    return lookup


def _is_mmdb(path: Path) -> bool:
    return path.suffix.lower() == ".mmdb"


def _mmdb(path: Path) -> Lookup:
    """Return what an MMDB file knows: of countries, cities or AS numbers, whoever made it."""
    try:
        import maxminddb
    except ImportError as error:
        raise InputError(
            say("reading %(path)s takes a package that is not installed", path=path),
            say("Install it: pip install 'tocsin[geo]'."),
        ) from error
    try:
        reader = maxminddb.open_database(path)
    except (OSError, ValueError, maxminddb.InvalidDatabaseError) as error:
        raise _unreadable(path, error) from error

    def lookup(address: str) -> Origin | None:
        try:
            found: Any = reader.get(address)
        except (ValueError, maxminddb.InvalidDatabaseError):
            return None
        return _origin(found) if isinstance(found, dict) else None

    return lookup


def _origin(found: dict[str, Any]) -> Origin:
    """Read a record by the names that GeoLite2, DB-IP and IPinfo use."""
    country = found.get("country") or found.get("registered_country") or found.get("country_code")
    code = country.get("iso_code") if isinstance(country, dict) else country
    spot = found.get("location") if isinstance(found.get("location"), dict) else found
    number = _ASN.fullmatch(str(found.get("autonomous_system_number") or found.get("asn") or ""))
    name = found.get("autonomous_system_organization") or found.get("as_name") or found.get("name")
    return (
        code if isinstance(code, str) and len(code) == 2 else None,
        int(number[1]) if number else None,
        name if isinstance(name, str) else None,
        _degrees(spot, "latitude"),
        _degrees(spot, "longitude"),
    )


def _degrees(spot: Any, name: str) -> float | None:
    value = spot.get(name) if isinstance(spot, dict) else None
    return float(value) if isinstance(value, int | float) else None


def _addresses(path: Path) -> Iterator[str]:
    """Read a list of addresses: one a line, or as Tor's exit list has them (`ExitAddress ADDRESS TIME`)."""
    for line in _lines(path):
        for word in line.split()[:2]:
            try:
                yield str(ipaddress.ip_address(word))
            except ValueError:
                continue


def _numbers(path: Path) -> Iterator[int]:
    """Read a list of AS numbers, one at the beginning of a line: `AS64500` or `64500`."""
    for line in _lines(path):
        if found := _ASN.match(line.strip()):
            yield int(found[1])


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text("utf-8", "replace").splitlines() if not line.startswith("#")]
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path | str, error: Exception) -> InputError:
    cause = cause_of(error) if isinstance(error, OSError) else str(error)
    return InputError(
        say("%(path)s cannot be read: %(cause)s", path=path, cause=cause),
        say("Check its owner and mode, or leave it out."),
    )
