"""The node's own copy of what is publicly known of actors: read from files that the user has, kept packed at home.

Only where the user asks for that by name is a release fetched, from the one address given, and from nowhere else that
an answer points to.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
import msgspec
import zstandard

from tocsin.common.causes import cause_of
from tocsin.formats import attack
from tocsin.model.error import InputError, OutputError
from tocsin.model.knowledge import Knowledge
from tocsin.model.sentence import say
from tocsin.model.source import Unread
from tocsin.net.sources import Sources

RELEASE: Final = (
    "https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master/enterprise-attack/enterprise-attack.json"
)
"""Where MITRE keeps the newest release (README.md of mitre-attack/attack-stix-data)."""
_PATIENCE: Final = 60
"""Seconds to wait for the next bytes."""
NAME: Final = Path("knowledge") / "attack.msgpack.zst"
_LARGEST: Final = 256 << 20
"""Bytes of the kept copy, unpacked; release 18 has about 2 MB."""
_STIX: Final = ".json"


def read(path: Path) -> Knowledge:
    """Return what a release holds: a bundle, a folder or an archive. Raises InputError where any is unreadable."""
    return attack.read(_objects(path))


def fetch(url: str) -> Knowledge:
    """Return what the release at an address holds. Raises InputError where it cannot be had, or is unreadable."""
    return attack.read(attack.objects(_fetched(_checked(url)), url))


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_here = parts.hostname in ("localhost", "127.0.0.1", "::1")
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_here)
        if parts.hostname and "@" not in parts.netloc and is_safe:
            return url
    except ValueError:
        pass  # said below
    raise InputError(
        say("%(url)s is no address to fetch a release from", url=url.rpartition("@")[2][:200]),
        say("Give an address with https."),
    )


def _fetched(url: str) -> bytes:
    try:
        plain = {"Accept-Encoding": "identity"}  # nothing that unpacks to more than is looked at
        with httpx.stream("GET", url, headers=plain, timeout=_PATIENCE, follow_redirects=False) as answer:
            if answer.status_code != httpx.codes.OK:
                raise _not_had(url, f"HTTP {answer.status_code}")
            return _bounded(url, answer.iter_bytes(1 << 20))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _not_had(url, type(error).__name__) from error


def _bounded(url: str, parts: Iterator[bytes]) -> bytes:
    found = bytearray()
    for part in parts:
        found += part
        if len(found) > attack.LARGEST:
            raise _not_had(url, f"> {attack.LARGEST >> 20} MB")
    return bytes(found)


def _not_had(url: str, cause: str) -> InputError:
    return InputError(
        say("%(url)s cannot be fetched: %(cause)s", url=url[:200], cause=cause),
        say("Fetch the release by other means and run `tocsin knowledge load PATH`."),
    )


def _objects(path: Path) -> Iterator[attack.Item]:
    with Sources([str(path)]) as sources:
        for file in sources.files():
            if isinstance(file, Unread):
                raise InputError(say("%(path)s cannot be read: %(cause)s", path=file.path, cause=file.code), file.hint)
            if file.path.lower().endswith(_STIX):
                yield from attack.objects(file.stream.read(attack.LARGEST + 1), file.path)


def keep(home: Path, knowledge: Knowledge) -> Path:
    """Write the node's copy anew, all of it or nothing, and return where. Raises OutputError."""
    file = home / NAME
    packed = zstandard.compress(msgspec.msgpack.encode(knowledge), 9)
    temporary = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(packed)
        temporary.replace(file)
    except OSError as error:
        raise OutputError(
            say("%(place)s cannot be written: %(cause)s", place=file, cause=cause_of(error)),
            say("Choose a place that you may write to and that has room."),
        ) from error
    return file


def load(home: Path) -> Knowledge:
    """Return the node's copy. Raises InputError where there is none, or it is damaged."""
    file = home / NAME
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(file.read_bytes())) as packed:
            return msgspec.msgpack.decode(packed.read(_LARGEST), type=Knowledge)
    except FileNotFoundError as error:
        raise InputError(
            say("this node has no copy of ATT&CK yet"),
            say("Get ATT&CK's STIX release and run `tocsin knowledge load PATH`."),
        ) from error
    except (OSError, zstandard.ZstdError, msgspec.DecodeError) as error:
        raise InputError(
            say("%(file)s, the node's copy of ATT&CK, is damaged", file=file),
            say("Run `tocsin knowledge load PATH` again."),
        ) from error


class Kept:
    """The node's copy for a server that runs on: read where it is asked for, and anew only after `keep`."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._read: tuple[tuple[int, int], Knowledge | None] = ((0, 0), None)

    def __call__(self) -> Knowledge | None:
        """Return the copy; None where there is none, or it is damaged, which `tocsin knowledge show` tells."""
        try:
            file = (self._home / NAME).stat()
        except OSError:
            return None
        changed = file.st_ino, file.st_mtime_ns
        if self._read[0] != changed:
            try:
                self._read = changed, load(self._home)
            except InputError:
                self._read = changed, None
        return self._read[1]
