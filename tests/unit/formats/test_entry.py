from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tocsin.formats import entry
from tocsin.model import event as e
from tocsin.model.error import LogError

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ENVELOPE = e.Envelope(
    organisation="harbour", log="log-1", seq=3, version=1, actor="p-1", occurred_at=WHEN, recorded_at=WHEN, cause=2,
    event=e.PersonRemoved(person="p-2"),
)  # fmt: skip
BYTES = (
    b'{"organisation":"harbour","log":"log-1","seq":3,"version":1,"actor":"p-1","occurred_at":"2026-03-01T09:30:00Z",'
    b'"recorded_at":"2026-03-01T09:30:00Z","cause":2,"event":{"type":"person-removed","person":"p-2"}}'
)


def test_the_bytes_are_what_they_always_were() -> None:
    """Logs out there hold these bytes: a change here breaks them."""
    assert entry.encode(ENVELOPE) == BYTES
    assert entry.decode(BYTES) == ENVELOPE


def test_an_older_version_is_brought_up_to_date_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def to_2(event: dict[str, Any]) -> dict[str, Any]:
        return {**event, "somebody": event["person"]}

    def to_3(event: dict[str, Any]) -> dict[str, Any]:
        return {"type": event["type"], "person": event["somebody"].upper()}

    monkeypatch.setitem(e.VERSIONS, "person-removed", 3)
    monkeypatch.setitem(entry.UPCASTS, ("person-removed", 1), to_2)
    monkeypatch.setitem(entry.UPCASTS, ("person-removed", 2), to_3)
    read = entry.decode(BYTES)
    assert read.event == e.PersonRemoved(person="P-2")
    assert read.version == 3
    assert entry.version_of(read.event) == 3


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"\xff", BYTES[:-1], BYTES.replace(b"person-removed", b"person-praised"),
     BYTES.replace(b'"version":1', b'"version":2'), BYTES.replace(b'"seq":3', b'"seq":"3"')],
)  # fmt: skip
def test_what_cannot_be_read_is_told(raw: bytes) -> None:
    with pytest.raises(LogError):
        entry.decode(raw)


def test_types_are_unique_and_spelt_alike() -> None:
    kinds = [e.type_of(kind) for kind in e.Event.__args__]
    assert len(set(kinds)) == len(kinds)
    assert all(kind == kind.lower() and " " not in kind for kind in kinds)
