"""Incidents that open by themselves, and what joins them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import update
from tests.fixtures.activities import WHEN, GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House
from tests.fixtures.attack import HOST, come
from tests.fixtures.events import draft, judged
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import access, accounts, ask, incidents, queue, submission
from tocsin.app import mail as desk
from tocsin.app.access import Access
from tocsin.app.identify import Judge
from tocsin.app.parts import notes
from tocsin.app.parts.gathering import MOST_A_DAY
from tocsin.app.react import react
from tocsin.app.rights import Right
from tocsin.identify.examples import message
from tocsin.model.activity import Act
from tocsin.model.alert import Severity
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import IncidentOpened, ProfileChanged
from tocsin.model.profile import Kind, Organisation
from tocsin.model.record import Note
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import Work
from tocsin.store.schema import vault


def reacting(house: House, who: Access) -> Access:
    """The same, as the terminal and the console let somebody in."""
    return access.enter(house.store, who.actor, house.clock, house.chance, react)


def submitted(house: House, *hosts: str, subject: str = "BAD") -> list[str]:
    raws = [
        message(
            sender="Desk <desk@evil.test>", subject=f"{subject} {number}", message_id=f"<{subject}{number}@evil.test>",
            headers=[("Reply-To", "Desk <answers@gmail.com>")], text=f"{subject}: dear {number}",
            links=[("here", f"https://{host}/a/b.php")],
        ).raw
        for number, host in enumerate(hosts)
    ]  # fmt: skip
    found = [one.message or "" for one in submission.submit(house.sami, Judge(make_engine()), raws)]
    desk.correct(reacting(house, house.sami), found, Class.MALICIOUS)
    return found


def opened(house: House) -> list[incidents.IncidentOpen]:
    return [incidents.incident(house.dana, one.item.incident) for one in incidents.incidents(house.dana).items]


def things(one: incidents.IncidentOpen) -> set[str]:
    return {*(each.item.message for each in one.messages), *(each.item.alert for each in one.alerts)}


def test_a_malicious_verdict_opens_an_incident_and_what_shares_rare_things_joins_it(house: House) -> None:
    first, second = submitted(house, "login.evil.test", "login.evil.test")
    (one,) = opened(house)
    assert things(one) == {first, second}
    assert (one.item.rule, one.title, one.item.state) == ("verdict-corrected", "BAD 0", "open")
    assert {note.actor for note, _ in one.notes} == {"tocsin"}
    assert [item.id for item in queue.queue(house.dana, Work.INCIDENT).items] == [one.item.incident]
    with house.store.read("harbour") as reader:
        entry = next(e for e in reader.log.read() if isinstance(e.event, IncidentOpened))
        assert entry.cause is not None
        assert next(reader.log.read(entry.cause, entry.cause + 1)).type == "verdict-corrected"
        assert not reader.verify([]).broken


def test_what_shares_nothing_rare_opens_another(house: House) -> None:
    with house.store.write("harbour") as writer:
        before = writer.log.size
        writer.append(judged(writer, "m-1"), judged(writer, "m-2"))
        react(_grant(house), writer, before)
    found = opened(house)
    assert sorted(map(sorted, map(things, found))) == [["m-1"], ["m-2"]]
    assert {one.item.rule for one in found} == {"mail-judged"}


def _grant(house: House) -> access.Grant:
    return access._granted(house.sami, Right.JUDGE)


def test_what_is_suspicious_opens_nothing_until_a_person_calls_it_malicious(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.SUSPICIOUS, at=house.clock()))
    assert opened(house) == []
    desk.correct(reacting(house, house.sami), ["m-1"], Class.MALICIOUS)
    (one,) = opened(house)
    assert (things(one), one.item.rule) == ({"m-1"}, "verdict-corrected")


def test_a_false_alarm_stays_one_until_a_person_says_otherwise(house: House) -> None:
    with house.store.write("harbour") as writer:
        before = writer.log.size
        writer.append(judged(writer, "m-1", at=house.clock()))
        react(_grant(house), writer, before)
    (one,) = opened(house)
    incidents.close_incident(house.dana, one.item.incident, "false-alarm")
    with house.store.write("harbour") as writer:
        react(_grant(house), writer, before)
    assert len(opened(house)) == 1, "what a judge says again opens nothing"
    desk.confirm(reacting(house, house.sami), ["m-1"])
    new, old = opened(house)
    assert (things(new), new.item.state) == ({"m-1"}, "open")
    assert (things(old), old.item.state) == ({"m-1"}, "closed")


def test_what_does_not_belong_to_an_incident_is_taken_out_with_a_reason(house: House) -> None:
    first, second = submitted(house, "login.evil.test", "login.evil.test")
    (one,) = opened(house)
    identity = one.item.incident
    for reason, named in ((" ", [second]), ("x", [])):
        with pytest.raises(InputError):
            incidents.part_incident(house.sami, identity, reason, messages=named)
    with pytest.raises(NotFoundError):
        incidents.part_incident(house.sami, identity, "x", messages=["m-9"])
    incidents.part_incident(house.sami, identity, "It is our own newsletter", messages=[second])
    (one,) = opened(house)
    assert things(one) == {first}
    assert ("incident-parted", "It is our own newsletter") in [(note.type, words) for note, words in one.notes]
    desk.confirm(reacting(house, house.sami), [first])
    assert [things(one) for one in opened(house)] == [{first}]
    desk.confirm(reacting(house, house.sami), [second])
    assert [things(one) for one in opened(house)] == [{second}, {first}], "it stays out, and has one of its own"


def test_grave_alerts_open_one_and_the_same_person_joins_it(house: House) -> None:
    who, lines = reacting(house, house.sami), [sign_in("dana@harbour.example", minute) for minute in (0, 5, 9)]
    alerts = [
        alert_about(lines[0], severity=Severity.CRITICAL), alert_about(lines[1], detection="inbox-rule-hides"),
        alert_about(lines[2], detection="new-agent", severity=Severity.MEDIUM),
    ]  # fmt: skip
    raised = accounts.take_in(who, GivenLogs(lines, alerts)).alerts
    (one,) = opened(house)
    assert things(one) == set(raised[:2]), "what is of medium severity opens none"
    accounts.confirm(who, [raised[2]])
    assert [things(one) for one in opened(house)] == [set(raised)]


def test_a_false_alarm_about_somebody_hides_nothing_that_comes_later(house: House) -> None:
    who, lines = reacting(house, house.sami), [sign_in("dana@harbour.example", minute) for minute in (0, 5)]
    accounts.take_in(who, GivenLogs(lines[:1], [alert_about(lines[0])]))
    (one,) = opened(house)
    incidents.close_incident(house.dana, one.item.incident, "false-alarm")
    (worse,) = accounts.take_in(
        who, GivenLogs(lines[1:], [alert_about(lines[1], detection="inbox-rule-hides", severity=Severity.CRITICAL)])
    ).alerts
    new, _ = opened(house)
    assert (things(new), new.item.state) == ({worse}, "open")


def test_a_flood_of_mail_keeps_no_alert_and_nobody_from_being_heard(house: House) -> None:
    with house.store.write("harbour") as writer:
        before = writer.log.size
        writer.append(*(judged(writer, f"m-{n}", subject=f"No. {n}") for n in range(MOST_A_DAY + 5)))
        react(_grant(house), writer, before)
    line = sign_in("dana@harbour.example")
    accounts.take_in(reacting(house, house.sami), GivenLogs([line], [alert_about(line)]))
    desk.confirm(reacting(house, house.sami), [f"m-{MOST_A_DAY + 4}"])
    assert len(opened(house)) == MOST_A_DAY + 2


def test_who_says_that_they_gave_in_opens_one_whatever_the_verdict(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", Class.UNWANTED, recipients=("p-remi",), at=house.clock()))
    ask.clicked(reacting(house, house.remi), Danger.CREDENTIALS, message="m-1")
    (one,) = opened(house)
    assert (things(one), one.item.rule) == ({"m-1"}, "click-reported")
    assert one.title.startswith("credentials: ")


def test_nothing_is_done_for_sources_newsrooms_or_history(house: House) -> None:
    long_ago = house.clock() - timedelta(days=30)
    with house.store.write("harbour") as writer:
        tips = next(one.person for one in writer.views.people() if one.tips)
        before = writer.log.size
        old = judged(writer, "m-2").event
        writer.append(
            judged(writer, "m-1", recipients=(tips,)), draft(replace(old, received_at=long_ago)), judged(writer, "m-4"),
        )  # fmt: skip
        react(_grant(house), writer, before)
    assert [things(one) for one in opened(house)] == [{"m-4"}]
    with house.store.write("harbour") as writer:
        writer.append(draft(ProfileChanged(organisation=Organisation("Harbour", Kind.NEWSROOM))))
        before = writer.log.size
        writer.append(judged(writer, "m-3"))
        react(_grant(house), writer, before)
    assert [things(one) for one in opened(house)] == [{"m-4"}]


def test_a_flood_opens_only_so_many(house: House) -> None:
    with house.store.write("harbour") as writer:
        before = writer.log.size
        writer.append(*(judged(writer, f"m-{n}", subject=f"No. {n}") for n in range(MOST_A_DAY + 5)))
        react(_grant(house), writer, before)
    assert len(opened(house)) == MOST_A_DAY


def test_what_is_damaged_keeps_nothing_out_and_nothing_else_from_being_compared(house: House) -> None:
    with house.store.write("harbour") as writer:
        before = writer.log.size
        writer.append(judged(writer, "m-1"))
        react(_grant(house), writer, before)
    (first,) = submitted(house, "login.evil.test")
    _damage(house, "m-1")
    (second,) = submitted(house, "login.evil.test", subject="BAD AGAIN")
    with house.store.read("harbour") as reader:
        found = reader.views.incidents_with(["m-1", first, second])
    assert [one.incident for one in found[second]] == [one.incident for one in found[first]]
    assert found["m-1"][0].incident != found[first][0].incident


def test_a_person_can_speak_of_what_is_damaged(house: House) -> None:
    (one,) = submission.submit(house.sami, Judge(make_engine()), [written(9, subject="BAD")])
    found = one.message or ""
    _damage(house, found)
    desk.correct(reacting(house, house.sami), [found], Class.MALICIOUS)
    with house.store.read("harbour") as reader:
        (incident,) = reader.views.incidents_with([found])[found]
        title = notes.read(reader, incident.title, Note)
    assert title
    assert title.text == found


def _damage(house: House, found: str) -> None:
    """Alter the record of a message in the file, as a fault of the disk would."""
    with house.store.read("harbour") as reader:
        item = reader.views.message(found)
    assert item
    assert item.record
    with house.store._engine.begin() as connection:
        where = vault.c.ref == bytes.fromhex(item.record)
        connection.execute(update(vault).where(where).values(payload=b"altered by a fault of the disk"))


@pytest.mark.parametrize(
    ("minutes", "host", "opens"), [(26 * 60, HOST, True), (26 * 60, "elsewhere.test", False), (-600, HOST, False)]
)
def test_a_suspected_message_opens_one_when_logs_show_that_its_link_was_opened(
    house: House, minutes: float, host: str, opens: bool
) -> None:
    come(house, judged_as=Class.SUSPICIOUS)
    house.clock.time = WHEN + timedelta(hours=30)
    line = sign_in("dana@harbour.example", minutes)
    click = replace(line, act=Act.LINK_OPENED, id="click", object=f"https://{host}/login")
    accounts.take_in(reacting(house, house.sami), GivenLogs([click], []))
    found = [one for one in opened(house) if one.item.state == "open"]
    assert [(things(one), one.item.rule) for one in found] == [({"m-attack"}, "logs-read")] * opens
    accounts.take_in(reacting(house, house.sami), GivenLogs([replace(click, id="again")], []))
    assert len([one for one in opened(house) if one.item.state == "open"]) == opens, "once"


def _clicks(house: House, *several: tuple[str, str]) -> list[incidents.IncidentOpen]:
    """What is open after logs in which people (their addresses) opened links."""
    house.clock.time = WHEN + timedelta(hours=30)
    lines = [
        replace(sign_in(who, 26 * 60 + minute), act=Act.LINK_OPENED, id=f"click-{minute}", object=url)
        for minute, (who, url) in enumerate(several)
    ]
    accounts.take_in(reacting(house, house.sami), GivenLogs(lines, []))
    return [one for one in opened(house) if one.item.state == "open"]


def test_a_link_that_was_handed_on_and_opened_by_another_keeps_no_logs_out(house: House) -> None:
    come(house, judged_as=Class.SUSPICIOUS)
    assert _clicks(house, ("noor@harbour.example", f"https://{HOST}/login")) == []


def test_what_also_went_to_an_address_for_sources_opens_nothing_by_logs(house: House) -> None:
    come(house, judged_as=Class.SUSPICIOUS, to=("p-dana", "p-tips"))
    assert _clicks(house, ("dana@harbour.example", f"https://{HOST}/login")) == []


def test_a_host_that_strangers_share_says_of_no_message_that_its_link_was_opened(house: House) -> None:
    come(house, judged_as=Class.SUSPICIOUS)
    assert _clicks(house, ("dana@harbour.example", "https://login.microsoftonline.com/common/oauth2")) == []
