"""What was read of logs, kept on disk until all of it was used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from tocsin.model.activity import Activity
from tocsin.scan.accounts import Item
from tocsin.scan.logs import Seen

_BATCH: Final = 5_000
"""Activities in one file of the working folder."""


class ReadBack:
    """What was read, a file for each batch."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._batch: list[Activity] = []
        self.files: list[Path] = []

    def passing(self, items: Iterable[Item]) -> Iterator[Item]:
        """Hand things on, and keep the activities among them."""
        for item in items:
            if isinstance(item, Activity | Seen):
                self._batch.append(item.activity if isinstance(item, Seen) else item)
                if len(self._batch) >= _BATCH:
                    self.write()
            yield item

    def take(self, activities: Iterable[Activity]) -> None:
        """Keep them all."""
        for _ in self.passing(activities):
            pass
        self.write()

    def write(self) -> None:
        """Write what is in memory."""
        if self._batch:
            self.files.append(self._folder / f"read-{len(self.files):06}")
            self.files[-1].write_bytes(msgspec.msgpack.encode(self._batch))
            self._batch = []

    def all(self) -> Iterator[Activity]:
        """Yield all, in the order in which they were read."""
        for file in self.files:
            yield from msgspec.msgpack.decode(file.read_bytes(), type=list[Activity])
