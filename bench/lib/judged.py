"""Judged messages as the log holds them, with their record in the vault: what stores are filled with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tocsin.model import event as e
from tocsin.model.record import MessageRecord
from tocsin.model.verdict import Class
from tocsin.store.store import Store, Writer

DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When the first message came; the others follow, a minute apart."""
BATCH: Final = 1_000
"""Events of a transaction."""
DAYS: Final = 60
WHOLE: Final = 20
"""Of so many messages one is kept whole."""


class Example(Struct, frozen=True):
    """A message that was submitted: its event, and its record in the vault."""

    event: e.MailJudged
    record: MessageRecord


def examples_in(store: Store, organisation: str) -> list[Example]:
    """Return the attacks among what was submitted."""
    with store.read(organisation) as reader:
        events = [envelope.event for envelope in reader.log.read()]
        found = [event for event in events if isinstance(event, e.MailJudged) and event.record]
        records = reader.vault.get_many([event.record for event in found if event.record])
        return [
            Example(event, msgspec.json.decode(records[event.record], type=MessageRecord))
            for event in found
            if event.record and event.verdict is Class.MALICIOUS
        ]


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
        record=writer.keep(msgspec.json.encode(record), datetime.now(UTC) + timedelta(days=90)),
    )


def fill(store: Store, organisation: str, messages: int, people: Sequence[str], examples: Sequence[Example]) -> None:
    """Append so many messages of the last DAYS days, and make the views of all of them at the end.

    One in WHOLE has all that is kept of a message that was submitted, taken from one of the examples in turn: verdict,
    evidence, what was known, and the mail. Of the others there is what lists show: else the vault would be the bench.
    """
    first, step = datetime.now(UTC) - timedelta(days=DAYS), timedelta(days=DAYS) / messages
    for start in range(0, messages, BATCH):
        with store.write(organisation) as writer:
            drafts = []
            for number in range(start, min(start + BATCH, messages)):
                event = judged(writer, f"m-{number}", number, people)
                if not number % WHOLE:
                    event = _whole(writer, event, examples[number // WHOLE % len(examples)])
                drafts.append(e.Draft(event, "node", first + number * step))
            writer.vault.flush()
            writer.log.append(drafts, writer.now)
    store.rebuild()


def _whole(writer: Writer, event: e.MailJudged, example: Example) -> e.MailJudged:
    record = replace(example.record, sha256=f"{event.message:0>64}")
    return replace(
        example.event,
        message=event.message,
        recipients=event.recipients,
        record=writer.keep(msgspec.json.encode(record), datetime.now(UTC) + timedelta(days=90)),
    )
