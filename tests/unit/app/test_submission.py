"""When a message came, and where that shows."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import figures, mail, queue, submission
from tocsin.app.identify import Judge
from tocsin.model import event as e
from tocsin.model.error import AccessError, InputError
from tocsin.model.profile import Kind, Organisation
from tocsin.model.verdict import Class

BY = Judge(make_engine())
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
JANUARY = datetime(2026, 1, 20, 8, 30, tzinfo=UTC)
TODAY = "2026-03-02"
"""When all of this is judged."""


def stamped(stamp: str, by: str = "mx.harbour.example", day: int = 9) -> bytes:
    return written(day, subject="BAD news", headers=[("Received", f"from a by {by}; {stamp}")])


def submit(house: House, *raws: bytes) -> list[str]:
    done = submission.submit(house.sami, BY, raws)
    return [one.message for one in done if one.message]


def received(house: House) -> list[datetime | None]:
    with house.store.read("harbour") as reader:
        return [entry.event.received_at for entry in reader.log.read() if isinstance(entry.event, e.MailJudged)]


@pytest.fixture
def harbour(house: House) -> House:
    """Harbour knows its own mail server."""
    organisation = Organisation("Harbour", trusted_hops=("mx.harbour.example",))
    with house.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(organisation), "node"))
    return house


def test_a_message_shows_when_it_arrived(harbour: House) -> None:
    (message,) = submit(harbour, stamped("Tue, 20 Jan 2026 10:30:00 +0200"))
    assert received(harbour) == [JANUARY]
    assert mail.message(harbour.dana, message).item.at == JANUARY
    assert queue.queue(harbour.sami).items[0].at == JANUARY


def test_figures_go_by_the_day_of_arrival(harbour: House) -> None:
    message, _ = submit(harbour, stamped("Tue, 20 Jan 2026 23:30:00 -0200"), stamped("Wed, 18 Feb 2026 08:00:00 +0000"))
    found = figures.figures(harbour.sami, FIRST, LAST)
    assert [(one.day, one.value) for one in found.verdicts] == [
        ("2026-01-21", "suspicious"), ("2026-02-18", "suspicious"),
    ]  # fmt: skip
    assert [one.day for one in found.targets] == ["2026-01-21", "2026-02-18"]
    mail.correct(harbour.sami, [message], Class.CLEAN)
    moved = figures.figures(harbour.sami, FIRST, LAST)
    assert [(one.day, one.value) for one in moved.verdicts] == [
        ("2026-01-21", "clean"), ("2026-02-18", "suspicious"),
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["relay.test", "mx.harbour.example.evil.test"])
def test_what_the_sender_can_write_is_no_time_of_arrival(harbour: House, by: str) -> None:
    (message,) = submit(harbour, stamped("Tue, 20 Jan 2026 08:30:00 +0000", by))
    assert received(harbour) == [None]
    assert f"{mail.message(harbour.dana, message).item.at:%Y-%m-%d}" == TODAY
    assert [one.day for one in figures.figures(harbour.sami, FIRST, LAST).verdicts] == [TODAY]


def test_nothing_arrives_after_it_was_judged(harbour: House) -> None:
    (message,) = submit(harbour, stamped("Tue, 01 Dec 2026 08:00:00 +0000"))
    with harbour.store.read("harbour") as reader:
        item = reader.views.message(message)
        assert item
        (entry,) = reader.log.read(item.seq, item.seq + 1)
    assert isinstance(entry.event, e.MailJudged)
    assert entry.event.received_at == item.at == entry.occurred_at


def test_lists_stay_in_the_order_of_the_log(harbour: House) -> None:
    stamps = [f"{day:02} Feb 2026 08:00:00 +0000" for day in (18, 4, 25)]
    messages = submit(harbour, *(stamped(stamp, day=day) for day, stamp in enumerate(stamps, 1)))
    listed = mail.messages(harbour.sami).items
    assert [one.item.message for one in listed] == messages[::-1]
    assert [one.item.at.day for one in listed] == [25, 4, 18]
    first = mail.messages(harbour.sami, limit=1)
    rest = mail.messages(harbour.sami, after=first.after)
    assert [one.item.message for one in (*first.items, *rest.items)] == messages[::-1]
    assert [one.id for one in queue.queue(harbour.sami).items] == messages[::-1]


def test_where_nothing_is_kept_no_time_is_kept(harbour: House) -> None:
    stamp = ("Received", "from a by mx.harbour.example; Tue, 20 Jan 2026 08:30:00 +0000")
    assert submit(harbour, written(9, to="tips@harbour.example", headers=[stamp])) == []
    organisation = Organisation("Paper", Kind.NEWSROOM, trusted_hops=("mx.harbour.example",))
    with harbour.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(organisation), "node"))
    assert submit(harbour, stamped("Tue, 20 Jan 2026 08:30:00 +0000")) == []
    assert received(harbour) == []
    assert figures.figures(harbour.sami, FIRST, LAST).verdicts == ()


def test_a_scan_is_one_entry_with_the_digests_of_its_files(house: House) -> None:
    file = e.FileDigest("scan", "ab" * 32, 900, 3)
    scan = submission.record_scan(house.sami, {Class.MALICIOUS: 1, Class.CLEAN: 2}, [file], "m" * 8, "c" * 8)
    with house.store.read("harbour") as reader:
        event = next(reader.log.read(reader.log.size - 1)).event
    assert event == e.MailScanned(scan, 3, {"clean": 2, "malicious": 1}, (file,), "m" * 8, "c" * 8)
    assert figures.figures(house.sami, FIRST, LAST).verdicts == (), "it is no message of the desk"
    with pytest.raises(AccessError):
        submission.record_scan(house.remi, {}, [], "", "")


def test_a_newsroom_records_no_scan(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(Organisation("Paper", Kind.NEWSROOM)), "node"))
    for tried in (
        lambda: submission.may_record_scan(house.sami),
        lambda: submission.record_scan(house.sami, {Class.CLEAN: 1}, [], "", ""),
    ):
        with pytest.raises(InputError, match="newsroom"):
            tried()
    assert "mail-scanned" not in house.types()
