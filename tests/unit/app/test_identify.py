from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.unit.scan.mailboxes import everyday, mail, make_engine

from tocsin.app.identify import context_of, judge_mail, unjudged
from tocsin.formats.mime import parse
from tocsin.identify.examples import PROFILE
from tocsin.identify.mail import Mail
from tocsin.identify.traces import trace_of
from tocsin.model.verdict import Class, Failure
from tocsin.scan.memory import SqliteMemory


def opened(raw: bytes) -> Mail:
    return Mail(parse(raw))


@pytest.fixture
def memory() -> SqliteMemory:
    memory = SqliteMemory()
    for raw in everyday():
        trace = trace_of(opened(raw), *judge_mail(make_engine(), opened(raw), PROFILE))
        assert trace is not None
        memory.add([trace])
    memory.finish()
    return memory


class Resolver:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def text(self, name: str) -> tuple[str, ...] | None:
        self.asked.append(name)
        return None if name.startswith("lost") else ("v=DKIM1",)


def test_without_a_memory_there_is_no_history() -> None:
    context = context_of(opened(mail(9)), PROFILE, None, None)
    assert (context.sender, context.thread, context.dns) == (None, None, None)
    assert context.as_of == datetime(2026, 3, 9, 10, tzinfo=UTC)


def test_facts_are_as_of_the_arrival(memory: SqliteMemory) -> None:
    early = context_of(opened(mail(2)), PROFILE, memory, None).sender
    late = context_of(opened(mail(9)), PROFILE, memory, None).sender
    assert early is not None
    assert late is not None
    assert (early.messages, early.written_to) == (1, 0)
    assert (late.messages, late.written_to, late.names) == (4, 4, ("vera north",))
    assert late.last_seen == datetime(2026, 3, 4, 10, tzinfo=UTC)


def test_the_thread_is_found_by_its_references(memory: SqliteMemory) -> None:
    answer = mail(9, headers=[("In-Reply-To", "<re.2.0@mail.test>"), ("References", "<2.0@mail.test> <gone@x.test>")])
    thread = context_of(opened(answer), PROFILE, memory, None).thread
    assert thread is not None
    assert (thread.references, thread.known, thread.ours) == (3, 2, 1)
    assert (thread.mailbox, thread.sent) == (24, 12)
    assert ("vera north", "vera@north.test") in thread.personas


def test_other_addresses_of_the_name_are_told_and_not_its_own(memory: SqliteMemory) -> None:
    other = context_of(opened(mail(9, "Vera North <vera@home.test>")), PROFILE, memory, None).sender
    same = context_of(opened(mail(9)), PROFILE, memory, None).sender
    assert other is not None
    assert same is not None
    assert (other.addresses_of_name, same.addresses_of_name) == (("vera@north.test",), ())


def test_a_look_alike_of_a_correspondent_is_told(memory: SqliteMemory) -> None:
    look = context_of(opened(mail(9, "Maryam <m@khan3h.test>")), PROFILE, memory, None).sender
    reply = [("Reply-To", "<v@khaneh-mail.test>")]
    answer = context_of(opened(mail(9, headers=reply)), PROFILE, memory, None).sender
    assert look is not None
    assert answer is not None
    assert look.similar_domains == answer.similar_domains == ("khaneh.test",)


def test_of_sources_nothing_is_asked(memory: SqliteMemory) -> None:
    context = context_of(opened(mail(9, to="tips@harbour.example")), PROFILE, memory, None)
    assert (context.sender, context.thread) == (None, None)


def test_mail_without_a_time_is_judged_at_the_end_and_forgotten(memory: SqliteMemory) -> None:
    undated = opened(mail(9, date=""))
    verdict, context = judge_mail(make_engine(), undated, PROFILE, memory)
    assert context.sender is not None
    assert (context.as_of, context.sender.messages, trace_of(undated, verdict, context)) == (None, 4, None)
    assert verdict.failures == ()


def test_mail_from_nobody_has_an_empty_history(memory: SqliteMemory) -> None:
    context = context_of(opened(b"Subject: x\nDate: 9 Mar 2026 10:00:00 +0000\n\nx"), PROFILE, memory, None)
    assert context.sender is not None
    assert context.thread is not None
    assert (context.sender.messages, context.thread.messages, context.thread.mailbox) == (0, 0, 24)


def test_names_are_asked_only_for_keys_and_silence_is_no_answer() -> None:
    names = Resolver()
    signed = [("DKIM-Signature", f"v=1; a=rsa-sha256; d=north.test; s={s}; h=from; bh=x; b=x") for s in ("s1", "lost")]
    context = context_of(opened(mail(9, headers=signed)), PROFILE, None, names)
    assert set(names.asked) == {"s1._domainkey.north.test", "lost._domainkey.north.test", "_dmarc.north.test"}
    assert context.dns == {f"TXT {name}": ("v=DKIM1",) for name in names.asked if not name.startswith("lost")}


def test_a_message_that_broke_the_judge_is_suspicious_and_says_why() -> None:
    verdict = unjudged(ValueError("secret words"), "digest")
    assert (verdict.verdict, verdict.failures) == (Class.SUSPICIOUS, (Failure("message", "ValueError"),))
    assert "secret" not in repr(verdict)
