"""A feed of MISP in a folder: read as it stands, written so that whoever reads it meanwhile finds each event whole."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from tocsin.formats import misp
from tocsin.model.error import InputError
from tocsin.model.exchange import DIFFERS, NOT_THERE, FetchedEvent, Sent
from tocsin.model.sentence import say

_MANIFEST: Final = "manifest.json"
_HASHES: Final = "hashes.csv"
_MARK: Final = ".tocsin-feed"
"""Says that a feed is ours: what is not listed any more may be deleted from it."""
_TOO_LARGE: Final = "too-large"


class FeedFolder:
    """`tocsin.app.ports.Events` in a folder. Files are read by the uuids of its manifest, and links never followed."""

    whole: Final = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self.url = self._folder.as_uri()
        self._entries: dict[str, misp.Entry] = {}

    def close(self) -> None:
        """Nothing is held open."""

    def listed(self) -> Mapping[str, int]:
        """Read the manifest."""
        self._entries = self._manifest()
        return {uuid: one.time for uuid, one in self._entries.items()}

    def _manifest(self) -> dict[str, misp.Entry]:
        raw = _read(self._folder / _MANIFEST)
        if not raw:
            raise InputError(
                say("there is no manifest.json in %(folder)s", folder=self._folder),
                say("A feed of MISP is a folder with manifest.json and a file for each event."),
            )
        return misp.entries(raw)

    def fetch(self, uuids: Sequence[str]) -> Iterator[FetchedEvent]:
        """Yield files, where the manifest gives a digest only those that have it."""
        for uuid in uuids:
            raw = _read(self._folder / f"{uuid}.json")
            expected = self._entries.get(uuid, misp.Entry(0)).sha256
            if raw is None:
                yield FetchedEvent(uuid, b"", _TOO_LARGE)
            elif not raw:
                yield FetchedEvent(uuid, b"", NOT_THERE)
            elif expected and hashlib.sha256(raw).hexdigest() != expected:
                yield FetchedEvent(uuid, b"", DIFFERS)
            else:
                yield FetchedEvent(uuid, raw)

    def send(self, events: Sequence[misp.Event]) -> Sent:
        """Write files first, then what lists them, and delete at last what was listed and is not any more."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if (self._folder / _MANIFEST).exists() and not _read(self._folder / _MARK):
            raise InputError(
                say("the feed in %(folder)s was not written by Tocsin", folder=self._folder),
                say("Name another folder: a feed is written whole, and what it held is deleted."),
            )
        before = self._manifest() if (self._folder / _MANIFEST).exists() else {}
        self._write(_MARK, b"Written by Tocsin, whole each time.\n")
        for one in events:
            self._write(f"{one.uuid}.json", one.body)
        self._write(_HASHES, misp.hashes(events))
        self._write(_MANIFEST, misp.manifest(events))
        for uuid in before.keys() - {one.uuid for one in events}:
            (self._folder / f"{uuid}.json").unlink(missing_ok=True)
        return Sent(len(events), ())

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        if _read(path) == content:
            return
        handle, made = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), 0o644)
        Path(made).replace(path)


def _read(path: Path) -> bytes | None:
    """A file: empty where there is none, or where it is a link or no file; None where it is too large."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return b""
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return b""
    with os.fdopen(handle, "rb") as file:
        raw = file.read(misp.LARGEST + 1)
    return raw if len(raw) <= misp.LARGEST else None
