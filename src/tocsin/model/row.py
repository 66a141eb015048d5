"""What a scan says of one message: a row of its output."""

from __future__ import annotations

from msgspec import Struct

from tocsin.model.defect import Defect
from tocsin.model.verdict import Verdict


class Row(Struct, frozen=True):
    """One judged message. `verdict` is None only where the message could not be judged, and `problem` says why."""

    path: str
    message_id: str
    sender: str
    sender_name: str
    subject: str
    time: str
    """Arrival by the trusted hop, RFC 3339 in UTC; empty where unknown."""
    language: str
    verdict: Verdict | None
    defects: tuple[Defect, ...] = ()
    problem: str = ""
    """Why there is no verdict: a stable code."""
    hint: str = ""
