"""The queue: whatever needs a person, the worst first, and nothing that somebody may not know of."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House
from tests.fixtures.events import draft, judged
from tests.unit.app.test_receiving import bundle
from tests.unit.scan.mailboxes import mail as written

from tocsin.app import accounts, answers, ask, cases, glass, incidents, mail, queue, receiving, tasks, victims
from tocsin.app.identify import Judge
from tocsin.bootstrap import make_engine
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import Ending, IndicatorSighted
from tocsin.model.people import Role, Tlp
from tocsin.model.received import SightingRecord
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import Work

BY = Judge(make_engine())
BAD = "Please send me the 6 digit code that you just received by SMS"
LABELS = list(Tlp)


def _sighted(house: House) -> str:
    """Something that was there before a partner warned of it."""
    taken = receiving.receive(house.dana, bundle("evil.test"), "Centre (synthetic)", tlp=Tlp.GREEN)
    with house.store.write("harbour") as writer:
        record = writer.keep(msgspec.json.encode(SightingRecord("A centre", "indicator--1", "p", "evil.test")))
        writer.append(draft(IndicatorSighted("sighting-1", taken.receipt, Tlp.GREEN, writer.now, True, record)))
    return "sighting-1"


def _full(house: House) -> dict[Work, str]:
    """One thing of each kind that can wait; of glass one asked for, one opened."""
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-bad"), judged(writer, "m-calm", Class.CLEAN, 0.01))
        writer.append(judged(writer, "m-quiet", Class.CLEAN, 0.01, recipients=("p-dana",)))
    line = sign_in("dana@harbour.example")
    (alert,) = accounts.take_in(house.sami, GivenLogs([line], [alert_about(line)])).alerts
    answer = ask.ask_text(house.remi, BY, BAD)
    case = cases.open_case(house.dana, "The mails of March")
    opened = glass.open_glass(house.sami, "m-quiet", "a colleague was called about it", "p-noor")
    glass.confirm_glass(house.noor, opened)
    return {
        Work.ALERT: alert,
        Work.MESSAGE: "m-bad",
        Work.QUESTION: answer.question or "",
        Work.TELLING: opened,
        Work.INCIDENT: incidents.open_incident(house.dana, "Calls to the treasurer", tlp=Tlp.RED),
        Work.GLASS: glass.open_glass(house.sami, "m-calm", "a colleague was called about it", "p-noor"),
        Work.CLICK: ask.clicked(house.remi, Danger.CODE, note="I read it out") or "",
        Work.SIGHTING: _sighted(house),
        Work.NOTICE: victims.found(house.dana, case, "Remi Vance (synthetic)"),
        Work.TASK: tasks.set_task(house.dana, case, "Reset the passwords", house.clock()),
    }


def test_everything_that_waits_is_in_one_order_and_by_kind(house: House) -> None:
    ids = _full(house)
    rows = queue.queue(house.sami).items
    assert {row.kind: row.id for row in rows} == ids
    assert [row.kind for row in rows][:7] == [
        Work.CLICK, Work.GLASS, Work.INCIDENT, Work.NOTICE, Work.TELLING, Work.SIGHTING, Work.TASK,
    ]  # fmt: skip
    assert [row.urgency for row in rows] == sorted((row.urgency for row in rows), reverse=True)
    for row in rows:
        parts = (
            row.message,
            row.question,
            row.click,
            row.incident,
            row.breaking,
            row.alert,
            row.task,
            row.victim,
            row.sighting,
        )
        assert sum(part is not None for part in parts) == 1
        (alone,) = queue.queue(house.sami, row.kind).items
        assert alone == row
    assert queue.counts(house.sami).kinds == dict.fromkeys(set(Work) - {Work.STATEMENT}, 1)
    assert [row.click.note for row in rows if row.click] == ["I read it out"]
    assert [row.incident.title for row in rows if row.incident] == ["Calls to the treasurer"]
    assert [row.breaking.tell for row in rows if row.breaking] == [(), ("p-dana",)]
    with pytest.raises(AccessError):
        queue.queue(house.remi)
    with pytest.raises(AccessError):
        queue.counts(house.remi)


def test_each_leaves_when_somebody_has_seen_to_it(house: House) -> None:
    ids = _full(house)
    before = queue.counts(house.sami).mark
    answers.handle(house.sami, [ids[Work.CLICK]], "the password was changed")
    assert queue.counts(house.sami).mark != before
    glass.confirm_glass(house.noor, ids[Work.GLASS])
    for grant in (ids[Work.GLASS], ids[Work.TELLING]):
        glass.tell_of_glass(house.dana, grant)
    incidents.close_incident(house.dana, ids[Work.INCIDENT], "unknown")
    mail.confirm(house.sami, [ids[Work.MESSAGE]])
    accounts.dismiss(house.sami, [ids[Work.ALERT]])
    answers.answer(house.sami, ids[Work.QUESTION], "It is a fraud.")
    tasks.end_task(house.sami, ids[Work.TASK])
    receiving.judge_sighting(house.sami, ids[Work.SIGHTING], False)
    victims.told(house.sami, ids[Work.NOTICE], "They are not to be found.", Ending.DROPPED)
    assert queue.queue(house.sami).items == ()
    tries: tuple[Callable[[], None], ...] = (
        lambda: answers.handle(house.sami, [ids[Work.CLICK]]),
        lambda: answers.answer(house.sami, ids[Work.QUESTION], "It is a fraud."),
        lambda: answers.close(house.sami, [ids[Work.QUESTION]]),
    )
    for again in tries:
        with pytest.raises(InputError, match="already"):
            again()


def test_a_page_goes_on_where_the_one_before_ended(house: House) -> None:
    ids = _full(house)
    found: list[str] = []
    after = None
    for _ in range(len(ids)):
        page = queue.queue(house.sami, after=after, limit=1)
        found += [row.id for row in page.items]
        if (after := page.after) is None:
            break
    assert found == [row.id for row in queue.queue(house.sami).items]
    assert sorted(found) == sorted(ids.values())


def test_the_one_who_asked_sees_what_the_desk_says(house: House) -> None:
    first, second = (ask.ask_text(house.remi, BY, f"{BAD} {n}").question or "" for n in range(2))
    assert [one.item.state for one in ask.questions(house.remi).items] == ["open", "open"]
    answers.answer(house.sami, first, "  It is a fraud.  ")
    answers.close(house.noor, [second])
    seen = {one.item.question: one for one in ask.questions(house.remi).items}
    assert (seen[first].answer, seen[first].item.state, seen[first].item.seen_by) == (
        "It is a fraud.", "answered", "p-sami",
    )  # fmt: skip
    assert (seen[second].answer, seen[second].item.state, seen[second].item.seen_by) == ("", "closed", "p-noor")
    assert seen[second].verdict in (Class.SUSPICIOUS, Class.MALICIOUS)
    assert answers.question(house.sami, first) == seen[first]
    for refused in (lambda: answers.answer(house.remi, first, "x"), lambda: answers.question(house.remi, first)):
        with pytest.raises(AccessError):
            refused()
    with pytest.raises(InputError, match="no answer"):
        answers.answer(house.sami, first, " ")


def test_several_are_closed_all_or_none(house: House) -> None:
    asked = ask.ask_text(house.remi, BY, BAD).question or ""
    click = ask.clicked(house.remi, Danger.CODE) or ""
    with pytest.raises(NotFoundError):
        answers.close(house.sami, [asked, "question-99"])
    with pytest.raises(NotFoundError):
        answers.handle(house.sami, [click, "click-99"])
    assert {row.id for row in queue.queue(house.sami).items} == {asked, click}


def test_a_question_about_a_mail_is_answered_by_what_is_decided_about_it(house: House) -> None:
    answer = ask.ask_mail(house.remi, BY, written(3, subject="Minutes"))
    message = answer.message or ""
    assert [row.id for row in queue.queue(house.sami).items] == [message], "one row, not two"
    mail.correct(house.sami, [message], Class.MALICIOUS)
    (asked,) = ask.questions(house.remi).items
    assert (asked.item.state, asked.item.seen_by, asked.verdict) == ("answered", "p-sami", Class.MALICIOUS)
    assert queue.queue(house.sami).items == ()
    again = ask.ask_mail(house.ines, BY, written(3, subject="Minutes"))
    assert [row.id for row in queue.queue(house.sami).items] == [again.question], "the mail waits no longer"
    answers.close(house.sami, [again.question or ""])
    assert queue.queue(house.sami).items == ()


def test_who_is_not_cleared_for_an_incident_does_not_learn_that_there_is_one(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1"))
    secret = incidents.open_incident(house.dana, "Secret", ["m-1"], Tlp.RED)
    known = incidents.open_incident(house.dana, "Known", ["m-1"], Tlp.GREEN)
    lower = house.as_("p-noor", Role.ANALYST, clearance=Tlp.GREEN)
    assert [row.id for row in queue.queue(lower).items] == [known, "m-1"]
    assert queue.counts(lower).kinds[Work.INCIDENT] == 1
    assert queue.counts(house.dana).kinds[Work.INCIDENT] == 2
    for who, seen in ((lower, (known,)), (house.dana, (secret, known))):
        assert mail.message(who, "m-1").incidents == seen
        (listed,) = mail.messages(who).items
        assert listed.incidents == seen
        for incident in (secret, known):
            found = mail.messages(who, mail.Wanted(incident=incident)).items
            assert [one.item.message for one in found] == (["m-1"] if incident in seen else [])
    assert mail.messages(lower, mail.Wanted(incident=secret)) == mail.messages(lower, mail.Wanted(incident="nobodys"))
    (row,) = [row.message for row in queue.queue(lower, Work.MESSAGE).items]
    assert row
    assert row.incidents == (known,)
