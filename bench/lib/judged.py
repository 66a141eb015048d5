"""Judged messages as the log holds them, with their record in the vault: what stores are filled with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from tocsin.model import event as e
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class
from tocsin.store.store import Store, Writer

DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When the first message came; the others follow, a minute apart."""
BATCH: Final = 1_000
"""Events of a transaction."""


def judged(writer: Writer, message: str, number: int, people: Sequence[str]) -> e.MailJudged:
    """Return the judgement of the message of a number: verdict, sender, technique and recipient change with it."""
    record = MessageRecord(
        sender=f"help{number % 997}@sender.test", sender_name="Harbour Bank", subject=f"Your account {number}",
        recipients=("dana@harbour.example",), message_id=f"<{number}@sender.test>", sha256=f"{number:064x}",
    )  # fmt: skip
    return e.MailJudged(
        message=message,
        verdict=list(Class)[number % 4],
        probability=number % 1000 / 1000,
        probability_malicious=number % 1000 / 2000,
        findings=(
            e.Found("link-text-lies", 3.4, ("T1566.002",)),
            e.Found("lookalike", 2.0, (f"T{1500 + number % 40}",)),
        ),
        recipients=(people[number % len(people)],),
        record=writer.keep(msgspec.json.encode(record), DAY + timedelta(days=90)),
    )


def fill(store: Store, organisation: str, messages: int, people: Sequence[str]) -> None:
    """Append so many judged messages, and make the views of all of them at the end."""
    for start in range(0, messages, BATCH):
        with store.write(organisation) as writer:
            numbers = range(start, min(start + BATCH, messages))
            drafts = [e.Draft(judged(writer, f"m-{n}", n, people), "node", DAY + timedelta(minutes=n)) for n in numbers]
            writer.vault.flush()
            writer.log.append(drafts, writer.now)
    store.rebuild()
