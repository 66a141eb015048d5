"""The organisation's history: what it remembers of mail that was judged before, with the verdict as it stands now.

So mail that a person called bad builds no trust, and a false alarm that a person corrected does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from tocsin.app.ports import Reader
from tocsin.model.record import MessageRecord
from tocsin.model.trace import Trace
from tocsin.model.verdict import Class
from tocsin.model.view import MessageItem

MOST: Final = 20_000
"""Messages that are remembered: the latest ones."""
_PAGE: Final = 500


def history(reader: Reader) -> list[Trace]:
    """Return what is remembered: of what the vault still holds."""
    found: list[Trace] = []
    for items in _pages(reader):
        records = reader.vault.get_many([item.record for item in items if item.record])
        for item in items:
            if raw := records.get(item.record or ""):
                found += _trace(item, msgspec.json.decode(raw, type=MessageRecord))
    return found


def _pages(reader: Reader) -> Iterator[tuple[MessageItem, ...]]:
    after: str | None = None
    for _ in range(0, MOST, _PAGE):
        page = reader.views.messages(after=after, limit=_PAGE)
        yield page.items
        if (after := page.after) is None:
            return


def _trace(item: MessageItem, record: MessageRecord) -> list[Trace]:
    if record.trace is None:
        return []
    return [msgspec.structs.replace(record.trace, bad=item.verdict is not Class.CLEAN)]
