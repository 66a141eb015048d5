"""The desk, from the mail that comes in to what is learnt from it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import everyday, make_engine
from tests.unit.scan.mailboxes import mail as written

from tocsin.app import glass, mail, queue, submission
from tocsin.app.access import Access
from tocsin.app.identify import Judge
from tocsin.app.mail import Correction, Learnt
from tocsin.app.parts import erasure
from tocsin.app.submission import Submitted
from tocsin.model import event as e
from tocsin.model.error import AccessError, BreakGlassError, InputError, NotFoundError
from tocsin.model.people import Role
from tocsin.model.profile import Kind, Organisation
from tocsin.model.verdict import Class
from tocsin.model.view import Work
from tocsin.scan.memory import remembering

BY = Judge(make_engine(), remembering)
ALONE = Judge(make_engine())
LONG = "Please look at the attached minutes of the meeting on Thursday before noon."
TYPES = ["mail-judged"]


def submit(who: Access, *raws: bytes, by: Judge = ALONE, reported: bool = False) -> list[Submitted]:
    return list(submission.submit(who, by, raws, reported=reported))


def one(who: Access, raw: bytes, reported: bool = False) -> str:
    (done,) = submit(who, raw, reported=reported)
    assert done.message
    return done.message


def learnt(who: Access) -> list[Correction]:
    """All corrections, asked for one at a time."""
    found: list[Correction] = []
    for state in Learnt:
        page = mail.corrections(who, state, limit=1)
        found += page.items
        while page.after:
            page = mail.corrections(who, state, page.after, limit=1)
            found += page.items
    return found


def bad(day: int = 9, to: str = "sami@harbour.example", **more: object) -> bytes:
    return written(day, "Help <help@sender.test>", to, subject="BAD news", **more)


def clean(day: int = 5, text: str = "Dear Sami") -> bytes:
    return written(day, subject="Minutes", text=text)


def test_what_was_flagged_waits_and_is_read_with_all_that_is_known(house: House) -> None:
    raw = bad(text=LONG)
    message = one(house.sami, raw)
    (waiting,) = queue.queue(house.sami).items
    listed = waiting.message
    assert listed
    assert (listed.item.message, listed.sender, listed.subject) == (message, "help@sender.test", "BAD news")
    assert listed.recipients == ("p-sami",)
    shown = mail.message(house.dana, message)
    assert shown.raw == raw
    assert shown.record is not None
    assert shown.record.verdict is not None
    assert shown.record.verdict.verdict is Class.SUSPICIOUS
    assert [done.type for done in shown.done] == TYPES
    assert house.types() == [*TYPES, "evidence-read"]


def test_who_reads_is_noted_once_for_each_sign_in(house: House) -> None:
    message = one(house.sami, bad())
    for _ in range(3):
        mail.message(house.sami, message)
    mail.message(house.noor, message)
    house.clock.time += timedelta(hours=1)
    again = house.as_("p-sami", Role.ANALYST)
    for _ in range(2):
        mail.message(again, message)
    mail.message(house.sami, message)
    for _ in range(2):
        mail.message(house.node, message)
    reads = [one for one in mail.message(house.sami, message).done if one.type == "evidence-read"]
    assert [one.actor for one in reads] == ["node", "node", "p-sami", "p-noor", "p-sami"]
    assert {one.subject for one in reads} == {message}


def test_what_is_not_opened_leaves_no_entry(house: House) -> None:
    message = one(house.sami, clean())
    with pytest.raises(BreakGlassError):
        mail.message(house.sami, message)
    mail.others(house.dana, one(house.sami, bad()))
    queue.queue(house.sami)
    assert "evidence-read" not in house.types()


def test_the_log_says_nothing_of_who_wrote_what(house: House) -> None:
    one(house.sami, bad(text=LONG))
    with house.store.read("harbour") as reader:
        stored = b"".join(reader.log.raw(seq) for seq in range(reader.log.size)).lower()
    for word in (b"sender.test", b"bad news", b"minutes", b"sami@"):
        assert word not in stored


def test_contents_go_when_their_time_is_up_and_the_verdict_stays(house: House) -> None:
    message = one(house.sami, bad())
    house.clock.time += timedelta(days=89)
    with house.store.write("harbour") as writer:
        assert erasure.expire(writer, "node") == 0
    house.clock.time += timedelta(days=2)
    with house.store.write("harbour") as writer:
        assert erasure.expire(writer, "node") == 2
    shown = mail.message(house.sami, message)
    assert (shown.raw, shown.record, shown.item.verdict) == (None, None, Class.SUSPICIOUS)


def test_the_same_bytes_are_one_message(house: House) -> None:
    first = one(house.sami, bad())
    (again,) = submit(house.dana, bad())
    assert (again.message, again.known) == (first, True)
    assert len(mail.messages(house.sami).items) == 1


def test_a_batch_is_judged_with_its_own_history_and_what_was_there_before(house: House) -> None:
    raws = everyday()
    done = submit(house.sami, *raws, by=BY)
    assert len(done) == len(raws)
    assert all(one.verdict.verdict is Class.CLEAN for one in done)
    (known,) = submit(house.sami, written(20), by=BY)
    (stranger,) = submit(house.sami, written(20, "Otto <otto@home.test>"), by=BY)
    (alone,) = submit(house.sami, written(20, text="other"))
    assert "first-contact" not in {finding.id for finding in known.verdict.findings}
    assert "first-contact" in {finding.id for finding in stranger.verdict.findings}
    assert alone.verdict.findings == ()


def _next_day(house: House) -> int:
    """A day of March after that of every message so far."""
    with house.store.read("harbour") as reader:
        return 8 + len(reader.views.messages(limit=500).items) - len(everyday())


def _trusts(house: House, sender: str) -> bool:
    (done,) = submit(house.sami, written(_next_day(house), sender), by=BY)
    return "first-contact" not in {finding.id for finding in done.verdict.findings}


def test_mail_that_a_person_calls_bad_builds_no_trust_and_a_false_alarm_does(house: House) -> None:
    submit(house.sami, *everyday(), by=BY)
    otto = "Otto <otto@home.test>"
    assert not _trusts(house, otto)
    assert _trusts(house, otto), "the message before was clean"
    mail.correct(house.sami, _of(house, "otto@home.test"), Class.MALICIOUS)
    assert not _trusts(house, otto)
    alarm = one(house.sami, bad(3))
    assert not _trusts(house, "Help <help@sender.test>")
    mail.correct(house.sami, [alarm], Class.CLEAN, "they called us about it")
    assert _trusts(house, "Help <help@sender.test>")


def _of(house: House, sender: str) -> list[str]:
    """All messages of a sender, after somebody has reported them."""
    with house.store.write("harbour") as writer:
        found = [item.message for item in writer.views.messages(sender=sender).items]
        writer.append(*(e.Draft(e.SafetyAsked(f"q-{one}", "p-sami", "mail", one), "p-sami") for one in found))
    assert len(found) == 2
    return found


def test_what_people_decide_is_all_or_nothing_and_learnt_from(house: House) -> None:
    first, second = one(house.sami, bad(1)), one(house.sami, bad(2))
    with pytest.raises(NotFoundError):
        mail.confirm(house.sami, [first, "mail-99"])
    assert len(queue.queue(house.sami).items) == 2
    mail.confirm(house.sami, [first])
    assert learnt(house.sami) == [], "that it is suspicious is nothing to learn"
    mail.correct(house.sami, [first], Class.MALICIOUS)
    mail.confirm(house.sami, [first])
    mail.correct(house.sami, [second], Class.UNWANTED)
    with pytest.raises(InputError, match="malicious, unwanted or clean"):
        mail.correct(house.sami, [second], Class.SUSPICIOUS)
    assert queue.queue(house.sami).items == ()
    found = {one.message: (one.verdict, one.message_id, one.raw) for one in learnt(house.sami)}
    assert found == {
        first: (Class.MALICIOUS, "1@mail.test", bad(1)),
        second: (Class.UNWANTED, "2@mail.test", bad(2)),
    }
    mail.dismiss(house.sami, [first], "an exercise")
    assert [one.message for one in learnt(house.sami)] == [second]


def test_who_else_received_it_is_found_by_message_id_and_by_words(house: House) -> None:
    first = one(house.sami, bad(1, text=LONG))
    same_id = one(house.sami, bad(1, to="dana@harbour.example", text="other"))
    same_words = one(house.sami, bad(2, to="dana@harbour.example", text=LONG.upper()))
    one(house.sami, bad(3, text="ok"))
    assert {listed.item.message for listed in mail.others(house.sami, first)} == {same_id, same_words}
    told = mail.warn(house.dana, first, "Do not open it.")
    assert {one.addresses for one in told} == {("sami@harbour.example",), ("dana@harbour.example",)}
    assert mail.message(house.sami, first).item.warned
    with pytest.raises(NotFoundError):
        mail.warn(house.dana, first, "Do not open it.", ["p-nobody"])
    with pytest.raises(InputError, match="no warning"):
        mail.warn(house.dana, first, " \n")
    with pytest.raises(AccessError):
        mail.warn(house.sami, first, "Do not open it.")


# Behind glass


def test_what_was_neither_reported_nor_flagged_stays_closed(house: House) -> None:
    message = one(house.sami, clean(text=LONG))
    flagged = one(house.sami, bad(text=LONG))
    (listed,) = [one for one in mail.messages(house.dana).items if one.item.message == message]
    assert listed.sealed
    assert (listed.sender, listed.sender_name, listed.subject, listed.recipients) == ("", "", "", ())
    for wanted in (mail.Wanted(sender="vera@north.test"), mail.Wanted(recipient="p-sami", verdict="clean")):
        part = mail.messages(house.dana, wanted, limit=1)
        assert (part.items, part.after) == ((), None)
    for who in (house.dana, house.node):
        for closed in (
            lambda who: mail.message(who, message),
            lambda who: mail.others(who, message),
            lambda who: mail.correct(who, [flagged, message], Class.MALICIOUS),
            lambda who: mail.confirm(who, [message]),
            lambda who: mail.dismiss(who, [message]),
            lambda who: mail.warn(who, message, "x", ["p-dana"]),
        ):
            with pytest.raises(BreakGlassError):
                closed(who)
    assert not any(one.message == message for one in learnt(house.sami))


def test_two_people_open_it_and_the_one_concerned_is_told(house: House) -> None:
    message = one(house.sami, clean(text=LONG))
    with pytest.raises(InputError, match="reason"):
        glass.open_glass(house.sami, message, "because", "p-noor")
    for second in ("p-sami", "p-remi", "p-ines", "p-nobody"):
        with pytest.raises(InputError, match="second person"):
            glass.open_glass(house.sami, message, "a colleague was called about it", second)
    asked = glass.open_glass(house.sami, message, "a colleague was called about it", "p-noor")
    with pytest.raises(BreakGlassError):
        mail.message(house.sami, message)
    with pytest.raises(AccessError):
        glass.confirm_glass(house.dana, asked)
    with pytest.raises(AccessError):
        glass.confirm_glass(house.node, asked)
    (waiting,) = glass.breakings(house.noor)
    assert (waiting.reason, waiting.item.second) == ("a colleague was called about it", "p-noor")
    assert waiting.tell == (), "whom it concerns is said to nobody before two have agreed"
    (row,) = queue.queue(house.noor, Work.GLASS).items
    assert (row.id, row.breaking) == (asked, waiting)
    glass.confirm_glass(house.noor, asked)
    assert mail.message(house.sami, message).raw == clean(text=LONG)
    with pytest.raises(BreakGlassError):
        mail.message(house.noor, message)
    (due,) = glass.breakings(house.dana)
    assert due.item.tell_by
    assert due.item.opened_at
    assert due.item.tell_by - due.item.opened_at == timedelta(days=30)
    assert due.tell == ("p-sami",)
    assert [one.kind for one in queue.queue(house.dana).items] == [Work.TELLING]
    opener = house.as_("p-sami", Role.ANALYST, Role.LEAD)
    for who in (opener, house.node, house.noor):
        with pytest.raises(AccessError):
            glass.tell_of_glass(who, asked)
    assert glass.tell_of_glass(house.dana, asked) == ("p-sami",)
    assert queue.queue(house.dana).items == ()
    assert glass.breakings(house.dana) == ()
    house.clock.time += timedelta(days=8)
    with pytest.raises(BreakGlassError):
        mail.message(house.sami, message)
    assert house.types()[-4:] == ["break-glass-asked", "break-glass-opened", "evidence-read", "break-glass-told"]


def test_an_agreement_comes_within_a_day_and_once(house: House) -> None:
    message = one(house.sami, clean())
    asked = glass.open_glass(house.sami, message, "a colleague was called about it", "p-noor")
    house.clock.time += timedelta(hours=25)
    assert glass.breakings(house.noor) == ()
    assert queue.queue(house.noor).items == ()
    assert queue.counts(house.noor).kinds[Work.GLASS] == 0
    with pytest.raises(InputError, match="too late"):
        glass.confirm_glass(house.noor, asked)
    again = glass.open_glass(house.sami, message, "a colleague was called about it", "p-noor")
    glass.confirm_glass(house.noor, again)
    with pytest.raises(InputError, match="too late"):
        glass.confirm_glass(house.noor, again)
    with pytest.raises(InputError, match="open"):
        glass.open_glass(house.sami, one(house.sami, bad()), "a colleague was called about it", "p-noor")


# Newsrooms and sources


def test_a_newsroom_keeps_counts_and_nothing_else(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(Organisation("Paper", Kind.NEWSROOM)), "node"))
        (before,) = [writer.log.size]
    done = submit(house.sami, bad(text=LONG), clean(text=LONG), by=BY)
    assert [one.verdict.verdict for one in done] == [Class.SUSPICIOUS, Class.CLEAN]
    assert {one.message for one in done} == {None}
    with house.store.read("harbour") as reader:
        (entry,) = reader.log.read(before)
        assert isinstance(entry.event, e.MailScanned)
        assert entry.event.verdicts == {"clean": 1, "suspicious": 1}
        assert not [name for name in entry.event.__struct_fields__ if isinstance(getattr(entry.event, name), bytes)]
        kept = msgspec.json.encode(entry.event)
        assert b"mail.test" not in kept
        assert list(reader.vault.expired(house.clock.time + timedelta(days=10_000))) == []
    assert mail.messages(house.sami).items == ()


def test_mail_for_sources_is_answered_and_leaves_nothing(house: House) -> None:
    for raw in (bad(to="tips@harbour.example"), bad(headers=[("Delivered-To", "tips@harbour.example")])):
        (done,) = submit(house.sami, raw, by=BY, reported=True)
        assert done.message is None
        assert done.verdict.verdict is Class.SUSPICIOUS
        assert all(finding.evidence == () for finding in done.verdict.findings)
        assert done.excerpts == ()
    assert house.types() == []
    with house.store.read("harbour") as reader:
        assert list(reader.vault.expired(house.clock.time + timedelta(days=10_000))) == []


def test_what_breaks_the_judge_is_suspicious_and_kept(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("tocsin.app.parts.judging.judge_mail", broken)
    message = one(house.sami, clean())
    shown = mail.message(house.sami, message)
    assert shown.item.verdict is Class.SUSPICIOUS
    assert shown.raw == clean()


def test_what_breaks_the_judge_leaves_nothing_where_it_is_for_sources(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("tocsin.app.parts.judging.judge_mail", broken)
    (done,) = submit(house.sami, bad(to="tips@harbour.example"))
    monkeypatch.setattr("tocsin.app.parts.judging.parse", broken)
    (unread,) = submit(house.sami, clean())
    assert done.message is None
    assert unread.message is None
    assert house.types() == []


def test_words_that_no_encoding_has_do_not_stop_it(house: House) -> None:
    hostile = (
        b"From: =?utf-8?b?7aC9?= <\xed\xa0\xbd@x.test>\r\nSubject: BAD \xff=?utf-16?q?=D8=00?=\r\n\r\n\xed\xa0\x80"
    )
    message = one(house.sami, hostile)
    assert mail.message(house.sami, message).raw == hostile


def test_only_who_may_submit_does(house: House) -> None:
    for who in (house.remi, house.ines):
        with pytest.raises(AccessError):
            submission.submit(who, ALONE, [bad()])
    assert house.types() == []


def test_who_takes_messages_along_for_training_is_noted_once(house: House) -> None:
    message = one(house.sami, bad())
    mail.correct(house.sami, [message], Class.UNWANTED)
    read = house.types().count("evidence-read")
    assert [found.message for found in learnt(house.dana)] == [message]
    assert [found.message for found in learnt(house.dana)] == [message]
    assert house.types().count("evidence-read") == read + 1
