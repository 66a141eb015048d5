from __future__ import annotations

import multiprocessing
import os
import random
import signal
import tempfile
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from tests.unit.scan.mailboxes import VERA, as_source, everyday, mail, make_engine

from tocsin.formats.mime import parse
from tocsin.identify.engine import Engine
from tocsin.identify.examples import PROFILE
from tocsin.identify.mail import Mail
from tocsin.identify.partial import Partial
from tocsin.model.context import Context
from tocsin.model.profile import Kind, Profile
from tocsin.model.row import Row
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread
from tocsin.model.verdict import Class
from tocsin.scan import mailbox, pool
from tocsin.scan.mailbox import Setup, judge_all, judge_mailbox

BEGIN = Engine.begin
WHY = say("the file has no content")
NEWSROOM = msgspec.structs.replace(
    PROFILE, organisation=msgspec.structs.replace(PROFILE.organisation, kind=Kind.NEWSROOM)
)
MIRA = "Mira Stone <mira@press.test>"
ATTACK = [
    mail(10, MIRA, subject="An interview", message_id="<a1@press.test>"),
    mail(12, MIRA, subject="Interview: thanks", message_id="<a2@press.test>"),
    mail(14, MIRA, subject="The room", text="https://rooms.other.test/x", message_id="<a3@press.test>"),
]


def judged(raws: Sequence[bytes], profile: Profile = PROFILE, jobs: int = 0, history: bool = True) -> list[Row]:
    return list(judge_all(lambda: as_source(raws), Setup(make_engine, profile), jobs, history))


def ids(row: Row) -> set[str]:
    assert row.verdict is not None
    assert not row.verdict.failures
    return {finding.id for finding in row.verdict.findings}


def test_what_was_prepared_changes_what_comes_later() -> None:
    rows = judged(everyday() + ATTACK)
    assert ids(rows[-3]) == {"approach", "first-contact"}
    assert ids(rows[-2]) == {"approach"}
    assert ids(rows[-1]) == {"prepared-link"}
    last = rows[-1].verdict
    assert last is not None
    assert last.verdict in (Class.MALICIOUS, Class.SUSPICIOUS)


def test_the_twin_of_a_known_correspondent_is_left_alone() -> None:
    twin = mail(14, VERA, subject="The room", text="https://rooms.other.test/x", message_id="<t@north.test>")
    assert ids(judged([*everyday(), twin])[-1]) == set()


def test_a_voice_of_a_thread_that_moves_is_noticed() -> None:
    moved = mail(9, "مریم کاویان <m.kavian@mail.test>", headers=[("References", "<1.2@mail.test>")])
    assert "thread-voice-moved" in ids(judged([*everyday(), moved])[-1])


def test_without_history_nothing_is_remembered() -> None:
    rows = judged(everyday() + ATTACK, history=False)
    assert all(ids(row) <= {"approach"} for row in rows)


def test_the_order_of_the_mailbox_does_not_matter() -> None:
    raws = everyday() + ATTACK
    mixed = random.Random(7).sample(raws, len(raws))
    verdicts = dict(zip(raws, (row.verdict for row in judged(raws)), strict=True))
    assert [row.verdict for row in judged(mixed)] == [verdicts[raw] for raw in mixed]


def test_bad_mail_builds_no_trust() -> None:
    bad = mail(6, "Rex <rex@rex.test>", subject="BAD")
    later = mail(7, "Rex <rex@rex.test>", subject="again", message_id="<again@rex.test>")
    assert "first-contact" in ids(judged([*everyday(), bad, later])[-1])
    good = mail(6, "Rex <rex@rex.test>", subject="good")
    assert "first-contact" not in ids(judged([*everyday(), good, later])[-1])


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_second_pass_says_what_judging_anew_says(jobs: int) -> None:
    raws = [*everyday(), mail(9, subject="odd"), b"", mail(10, date=""), *ATTACK, *ATTACK]
    assert [row.verdict for row in judged(raws, jobs=jobs)] == [row.verdict for row in judged(raws, NEWSROOM)]


def test_what_needs_no_history_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def begin(self: Engine, mail: Mail, context: Context) -> Partial:
        begun.append(mail.message_id)
        return BEGIN(self, mail, context)

    monkeypatch.setattr(Engine, "begin", begin)
    judged([*everyday(), mail(9, subject="odd")])
    assert Counter(begun) == {**dict.fromkeys(begun, 1), "9@mail.test": 2}, "only what cannot be packed comes twice"
    begun.clear()
    judged(everyday(), NEWSROOM)
    assert set(Counter(begun).values()) == {2}, "a newsroom's scan keeps nothing but the memory"


def test_two_workers_say_what_one_says() -> None:
    raws = (everyday() + ATTACK) * 4
    assert judged(raws, jobs=2) == judged(raws, jobs=1) == judged(raws, jobs=0)


def test_a_message_that_kills_workers_is_all_that_is_lost() -> None:
    raws = [*everyday(), mail(8, subject="killer"), *ATTACK]
    rows = judged(raws, jobs=2)
    place = len(everyday())
    assert [row.problem for row in rows] == [""] * place + ["worker-died"] + [""] * 3
    assert rows[place].verdict is None
    assert "report" in str(rows[place].hint)
    assert ids(rows[-1]) == {"prepared-link"}


def test_a_newsroom_keeps_no_history_on_disk_and_still_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a newsroom's memory went to disk")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", refuse)
    monkeypatch.setattr(mailbox, "Pool", refuse)
    rows = judged(everyday() + ATTACK, NEWSROOM, jobs=2)
    assert ids(rows[-1]) == {"prepared-link"}
    with pytest.raises(AssertionError, match="to disk"):
        judged(ATTACK, PROFILE)


def test_mail_to_a_source_address_leaves_no_trace_and_asks_for_none() -> None:
    tip = mail(6, "Otto <otto@home.test>", "tips@harbour.example", message_id="<t1@home.test>")
    answer = mail(7, "Tips <tips@harbour.example>", "otto@home.test", message_id="<t2@harbour.example>")
    later = mail(9, "Otto <otto@home.test>", message_id="<t3@home.test>")
    rows = judged([*everyday(), tip, answer, later])
    assert ids(rows[-3]) == set()
    assert ids(rows[-1]) == {"first-contact"}


def test_the_row_of_mail_to_a_source_address_names_nobody_and_quotes_nothing() -> None:
    tip = mail(6, "Otto <otto@home.test>", "tips@harbour.example", subject="Papers", message_id="<t1@home.test>")
    row = judged([*everyday(), tip])[-1]
    assert row.verdict is not None
    assert all(not finding.evidence for finding in row.verdict.findings)
    written = msgspec.json.encode(msgspec.structs.replace(row, path="")).decode()
    assert not [word for word in ("otto", "Otto", "home.test", "Papers", "t1@") if word in written]


@pytest.mark.parametrize("jobs", [0, 2])
@pytest.mark.parametrize("profile", [PROFILE, NEWSROOM], ids=["campaign", "newsroom"])
def test_a_message_that_hangs_is_given_up_and_all_others_are_judged(
    jobs: int, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_FURTHER", 0.02)
    raws = [*everyday(), mail(8, subject="hanger"), *ATTACK]
    setup = Setup(make_engine, profile, seconds=2)
    rows = list(judge_all(lambda: as_source(raws), setup, jobs, history=True))
    place = len(everyday())
    assert [row.problem for row in rows] == [""] * place + ["took-too-long"] + [""] * 3
    assert "too long" in str(rows[place].hint)
    assert ids(rows[-1]) == {"prepared-link"}


def test_a_c_library_that_never_comes_back_is_ended_even_with_one_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_FURTHER", 0.02)
    raws = [*everyday(), mail(8, subject="stuck in c"), *ATTACK]
    rows = list(judge_all(lambda: as_source(raws), Setup(make_engine, seconds=2), 1, history=False))
    assert [row.problem for row in rows] == [""] * len(everyday()) + ["took-too-long"] + [""] * 3


def test_a_worker_that_is_killed_in_the_middle_costs_nothing() -> None:
    raws = [mail(1 + number % 28, subject="slow", message_id=f"<{number}@mail.test>") for number in range(200)]
    setup = Setup(make_engine, PROFILE)
    rows = judge_all(lambda: as_source(raws), setup, 2, history=False)
    found = [next(rows)]
    for child in multiprocessing.active_children():
        os.kill(child.pid or 0, signal.SIGKILL)
    found += rows
    assert found == list(judge_all(lambda: as_source(raws), setup, 0, history=False))
    assert not [row.problem for row in found if row.problem]


def test_what_could_not_be_read_stays_in_its_place() -> None:
    source: list[RawMail | Unread] = [Unread("x", "not-mail", WHY), *as_source(ATTACK)]
    rows = list(judge_all(lambda: source, Setup(make_engine), 0, history=True))
    assert (rows[0].path, rows[0].problem, rows[0].hint, rows[0].verdict) == ("x", "not-mail", WHY, None)
    assert len(rows) == 4


def test_broken_mail_gets_a_verdict_like_any_other() -> None:
    raws = [b"", b"\xff\x00\n\n", b"From: a@\nDate: Mon, 1 Jan 0001 00:00:00 +1400\n\nx", *ATTACK]
    verdicts = judge_mailbox(raws, PROFILE, make_engine())
    assert len(verdicts) == len(raws)
    assert all(not verdict.failures for verdict in verdicts)


def test_a_message_that_breaks_the_judge_is_not_waved_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(raw: bytes, *more: Any) -> object:
        if b"BREAK" in raw:
            raise RecursionError("deep")
        return parse(raw, *more)

    monkeypatch.setattr(mailbox, "parse", broken)
    raws = [ATTACK[0], mail(11, subject="BREAK"), ATTACK[1]]
    verdicts = judge_mailbox(raws, PROFILE, make_engine())
    assert [verdict.verdict for verdict in verdicts] == [Class.CLEAN, Class.SUSPICIOUS, Class.CLEAN]
    assert [(failure.id, failure.reason) for failure in verdicts[1].failures] == [("message", "RecursionError")]
    row = judged(raws)[1]
    assert (row.path, row.verdict) == ("box#2", verdicts[1])


def test_the_rows_of_a_mailbox_are_its_verdicts() -> None:
    raws = everyday() + ATTACK
    assert judge_mailbox(raws, PROFILE, make_engine()) == [row.verdict for row in judged(raws)]
    assert judge_mailbox(iter(()), None, make_engine()) == []


def test_a_row_tells_when_it_came() -> None:
    row = judged([ATTACK[0]])[0]
    assert (row.time, row.sender, row.subject) == ("2026-03-10T10:00:00Z", "mira@press.test", "An interview")
