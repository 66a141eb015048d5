"""What partners warn of is looked for before and after it came, and nobody learns more of it than its label allows."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from tests.fixtures.activities import GivenLogs
from tests.fixtures.actors import House, enter
from tests.fixtures.misp import attribute, event, full, raw
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import access, accounts, collecting, exchange, mail, partners, queue, receiving, submission
from tocsin.app.identify import Judge
from tocsin.identify.engine import Engine
from tocsin.identify.examples import message
from tocsin.model.activity import Act, Activity
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import IndicatorSighted, Purpose
from tocsin.model.people import Role, Tlp
from tocsin.model.received import Reliability, SightingState, Why
from tocsin.model.verdict import Class
from tocsin.model.view import Work

CENTRE = "Centre (synthetic)"
WHEN = "2026-03-01T08:00:00.000Z"
CALM = Judge(make_engine())
EVIL = message(text="https://login.evil.test/a", date="Sun, 01 Mar 2026 10:00:00 +0000").raw
OTHER = message(text="https://nice.test/a", date="Sun, 01 Mar 2026 10:00:00 +0000", message_id="<2@x.example>").raw


def bundle(*hosts: str, **properties: Any) -> bytes:
    objects = [
        {
            "type": "indicator", "spec_version": "2.1", "id": f"indicator--{uuid5(NAMESPACE_URL, host)}",
            "created": WHEN, "modified": WHEN, "valid_from": WHEN, "pattern_type": "stix",
            "pattern": f"[domain-name:value = '{host}']", **properties,
        }
        for host in hosts
    ]  # fmt: skip
    return json.dumps({"type": "bundle", "id": f"bundle--{uuid5(NAMESPACE_URL, 'b')}", "objects": objects}).encode()


def submit(house: House, raw: bytes, by: Judge = CALM) -> str:
    (done,) = submission.submit(house.sami, by, [raw])
    assert done.message
    return done.message


def test_what_was_found_clean_before_is_found_again_when_a_partner_warns(house: House) -> None:
    known, _ = submit(house, EVIL), submit(house, OTHER)
    taken = receiving.receive(house.dana, bundle("login.evil.test"), f" {CENTRE} ", Reliability.B, Tlp.GREEN)
    assert (taken.indicators, taken.unused, taken.refused, taken.sighted) == (1, (), 0, 1)
    (row,) = queue.queue(house.sami, Work.SIGHTING).items
    assert row.sighting is not None
    assert row.sighting.record is not None
    assert (row.sighting.item.message, row.sighting.item.past) == (known, True)
    assert (row.sighting.record.source, row.sighting.record.value) == (CENTRE, "login.evil.test")
    assert receiving.hunt(house.dana, taken.receipt) == 0, "what was sighted once is not sighted twice"


def test_an_event_of_misp_is_looked_for_as_a_bundle_is(house: House) -> None:
    known = submit(house, EVIL)
    taken = receiving.receive(house.dana, raw(full()), CENTRE, Reliability.B)
    assert (taken.indicators, taken.refused, taken.sighted) == (7, 0, 1)
    assert dict(taken.kept) == {"btc": 1, "text": 1}
    assert {one.id[-2:]: one.why for one in taken.unused} == {
        "07": Why.CONTEXT, "13": Why.CONTEXT, "10": Why.REVOKED, "08": Why.LANGUAGE, "11": Why.LANGUAGE,
    }  # fmt: skip
    (sighted,) = receiving.sightings(house.sami).items
    assert sighted.item.message == known


def test_what_an_event_says_later_takes_the_place_of_what_it_said(house: House) -> None:
    """Who no longer holds an attribute for one to be detected has taken it back."""
    receiving.receive(house.dana, raw(full()), CENTRE, Reliability.B)
    later = json.loads(raw(full()))
    for one in later["Event"]["Attribute"]:
        one |= {"to_ids": False, "timestamp": str(int(one["timestamp"]) + 60)}
    receiving.receive(house.dana, json.dumps(later).encode(), CENTRE, Reliability.B)
    submit(house, EVIL, Judge(Engine()))
    assert receiving.sightings(house.sami).items == ()


def test_our_own_and_everybodys_in_an_event_are_never_looked_for(house: House) -> None:
    made = event("tlp:green")
    attribute(made, "email-src", "noor@harbour.example", 1, to_ids=True)
    attribute(made, "domain|ip", "google.com|192.0.2.7", 2, to_ids=True)
    attribute(made, "filename", "a.js", 3, to_ids=True)
    taken = receiving.receive(house.dana, raw(made), CENTRE, Reliability.A)
    assert taken.indicators == 0
    assert {one.id[-2:]: one.why for one in taken.unused} == {
        "01": Why.OWN, "02": Why.EVERYBODYS, "03": Why.ORDINARY,
    }  # fmt: skip


def test_what_bears_no_label_in_an_event_is_red_unless_it_is_said(house: House) -> None:
    made = event()
    attribute(made, "domain", "login.evil.test", 1, to_ids=True)
    for said, expected in ((None, Tlp.RED), (Tlp.GREEN, Tlp.GREEN)):
        taken = receiving.receive(house.dana, raw(made), CENTRE, Reliability.B, said)
        assert receiving.receipt(house.dana, taken.receipt).receipt.item.tlp is expected


def test_what_was_added_to_a_collection_is_looked_for_once(house: House) -> None:
    submit(house, EVIL)
    collection = collecting.open_collection(house.dana, "From the centre")
    assert receiving.receive_collection(house.dana, collection, CENTRE) is None
    collecting.put(house.dana, collection, bundle("login.evil.test"))
    taken = receiving.receive_collection(house.dana, collection, CENTRE, Reliability.B, Tlp.GREEN)
    assert taken is not None
    assert (taken.indicators, taken.sighted) == (1, 1)
    assert receiving.receive_collection(house.dana, collection, CENTRE) is None
    collecting.put(house.dana, collection, bundle("nice.test"))
    again = receiving.receive_collection(house.dana, collection, CENTRE)
    assert again is not None
    assert again.indicators == 1, "what came before is not taken in once more"
    with pytest.raises(NotFoundError):
        receiving.receive_collection(house.dana, "no-such", CENTRE)


def test_a_collection_that_several_filled_is_not_taken_in_under_one_name(house: House) -> None:
    """One of them could take back what another warns of, or say it under the other's name."""
    collection = collecting.open_collection(house.dana, "From all")
    collecting.put(house.dana, collection, bundle("login.evil.test"))
    made = partners.add_partner(house.dana, "Pier (synthetic)", "", Tlp.GREEN, [collection], [collection])
    pier = access.recognise_partner(house.store, made.token)
    assert pier
    exchange.bring(enter(house.store, house.clock, pier), collection, bundle("login.evil.test", revoked=True))
    with pytest.raises(InputError, match="several sources"):
        receiving.receive_collection(house.dana, collection, CENTRE)


def test_what_comes_later_is_found_and_says_from_whom_the_warning_is(house: House) -> None:
    receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    (verdict,) = [one.verdict for one in submission.submit(house.sami, Judge(Engine()), [EVIL])]
    (found,) = [one for one in verdict.findings if one.id == "warned-of"]
    assert found.evidence[0].facts == {"value": "login.evil.test", "name": CENTRE}
    assert verdict.verdict is not Class.CLEAN
    (sighted,) = receiving.sightings(house.sami).items
    assert not sighted.item.past
    assert queue.queue(house.sami, Work.SIGHTING).items == (), "the message itself waits"


def test_who_is_hardly_reliable_counts_for_less(house: House) -> None:
    receiving.receive(house.dana, bundle("login.evil.test"), "Stranger (synthetic)", Reliability.F, Tlp.GREEN)
    (verdict,) = [one.verdict for one in submission.submit(house.sami, Judge(Engine()), [EVIL])]
    assert [one.id for one in verdict.findings if one.id.startswith("warned")] == ["warned-of-by-others"]


def test_what_is_red_does_not_stand_with_a_verdict_and_is_seen_only_by_who_is_cleared(house: House) -> None:
    taken = receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.A)
    (verdict,) = [one.verdict for one in submission.submit(house.sami, Judge(Engine()), [EVIL])]
    assert not [one for one in verdict.findings if one.id.startswith("warned")]
    low = house.as_("p-low", Role.LEAD, clearance=Tlp.AMBER_STRICT)
    assert receiving.sightings(house.dana).items != ()
    assert receiving.sightings(low).items == ()
    assert receiving.receipts(low).items == ()
    for act in (receiving.receipt, receiving.hunt):
        with pytest.raises(NotFoundError):
            act(low, taken.receipt)
    (sighted,) = receiving.sightings(house.dana).items
    with pytest.raises(NotFoundError):
        receiving.judge_sighting(low, sighted.item.sighting, True)


def test_sign_ins_are_looked_at_before_and_after(house: House) -> None:
    when = datetime(2026, 2, 27, 9, tzinfo=UTC)
    lines = [Activity(when, Act.SIGN_IN, "okta", person="noor@harbour.example", ip="198.51.100.9")]
    accounts.take_in(house.sami, GivenLogs(lines, []))
    pattern = {"pattern": "[ipv4-addr:value = '198.51.100.9']"}
    taken = receiving.receive(house.dana, bundle("one", **pattern), CENTRE, Reliability.B, Tlp.GREEN)
    assert taken.sighted == 1
    later = [Activity(when + timedelta(days=1), Act.SIGN_IN, "okta", person="dana@harbour.example", ip="198.51.100.9")]
    accounts.take_in(house.sami, GivenLogs(later, []))
    found = receiving.sightings(house.sami).items
    assert [one.record.line.person for one in found if one.record and one.record.line] == [
        "dana@harbour.example", "noor@harbour.example",
    ]  # fmt: skip
    with house.store.read("harbour") as reader:
        events = [one.event for one in reader.log.read() if isinstance(one.event, IndicatorSighted)]
    assert all(len(one.people) == 1 for one in events), "so that it goes with what is known of the person"


def test_who_must_not_be_accused_is_spared_and_told(house: House) -> None:
    taken = receiving.receive(house.dana, bundle("gmail.com", "evil.test"), CENTRE, Reliability.A, Tlp.GREEN)
    assert [(one.why, one.detail) for one in taken.unused] == [(Why.EVERYBODYS, "gmail.com")]
    assert receiving.receipt(house.dana, taken.receipt).unused == taken.unused


def test_what_was_taken_back_is_not_looked_for_any_more(house: House) -> None:
    receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    back = bundle("login.evil.test", revoked=True, modified="2026-03-02T08:00:00.000Z")
    receiving.receive(house.dana, back, "Other (synthetic)", Reliability.B, Tlp.GREEN)
    submit(house, EVIL)
    assert len(receiving.sightings(house.sami).items) == 1, "only who gave it takes it back"
    receiving.receive(house.dana, back, CENTRE, Reliability.B, Tlp.GREEN)
    submit(house, message(text="https://login.evil.test/b", message_id="<3@x.example>").raw)
    assert len(receiving.sightings(house.sami).items) == 1


def test_what_was_taken_back_stays_so_when_an_older_bundle_comes_again(house: House) -> None:
    old = bundle("login.evil.test")
    receiving.receive(house.dana, old, CENTRE, Reliability.B, Tlp.GREEN)
    back = bundle("login.evil.test", revoked=True, modified="2026-03-02T08:00:00.000Z")
    receiving.receive(house.dana, back, CENTRE, Reliability.B, Tlp.GREEN)
    receiving.receive(house.dana, old, CENTRE, Reliability.B, Tlp.GREEN)
    submit(house, EVIL)
    assert receiving.sightings(house.sami).items == ()


def test_a_receipt_that_is_dropped_finds_nothing_more(house: House) -> None:
    taken = receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    with pytest.raises(InputError, match="no reason"):
        receiving.drop(house.dana, taken.receipt, " ")
    receiving.drop(house.dana, taken.receipt, "It was a test")
    submit(house, EVIL)
    assert receiving.sightings(house.sami).items == ()
    with pytest.raises(InputError, match="dropped before"):
        receiving.drop(house.dana, taken.receipt, "Again")
    with pytest.raises(NotFoundError):
        receiving.hunt(house.dana, taken.receipt)


def test_a_source_is_judged_by_what_it_finds(house: House) -> None:
    submit(house, EVIL)
    taken = receiving.receive(house.dana, bundle("login.evil.test", "nice.test"), CENTRE, Reliability.B, Tlp.GREEN)
    submit(house, OTHER)
    later, before = receiving.sightings(house.sami, receipt=taken.receipt).items
    receiving.judge_sighting(house.sami, before.item.sighting, True, "The page asked for passwords")
    receiving.judge_sighting(house.sami, later.item.sighting, False)
    (found,) = receiving.receipts(house.dana).items
    assert (found.source, found.sightings, found.attacks, found.false) == (CENTRE, 2, 1, 1)
    assert found.lead is not None
    assert found.lead < timedelta(), "the attack was there before the warning"
    assert receiving.sightings(house.sami, SightingState.OPEN).items == ()
    assert queue.queue(house.sami, Work.SIGHTING).items == ()


def test_a_list_spares_what_is_on_it_until_it_is_dropped(house: House) -> None:
    raw = json.dumps({"name": "Ours (synthetic)", "type": "hostname", "list": ["evil.test"]}).encode()
    receiving.keep_list(house.dana, raw)
    kept = receiving.keep_list(house.dana, raw, Purpose.NO_SIGN)
    assert [(one.item.list, one.name) for one in receiving.lists(house.dana)] == [(kept.list, "Ours (synthetic)")]
    spared = receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    assert [(one.why, one.detail) for one in spared.unused] == [(Why.LISTED, "Ours (synthetic)")]
    receiving.drop_list(house.dana, kept.list)
    assert receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN).indicators == 1
    with pytest.raises(NotFoundError):
        receiving.drop_list(house.dana, kept.list)


@pytest.mark.parametrize(
    ("content", "source", "match"),
    [
        (b"{}", CENTRE, None),
        (b"no json", CENTRE, None),
        (bundle(), CENTRE, "no indicator"),
        (bundle("a.test"), "  ", "from whom"),
        (bundle("a.test"), "x" * 201, "from whom"),
    ],
)
def test_what_cannot_be_taken_in_is_refused(house: House, content: bytes, source: str, match: str | None) -> None:
    with pytest.raises(InputError, match=match):
        receiving.receive(house.dana, content, source)
    assert receiving.receipts(house.dana).items == ()


def test_it_takes_the_right_to_share(house: House) -> None:
    with pytest.raises(AccessError):
        receiving.receive(house.sami, bundle("a.test"), CENTRE)


def test_what_is_behind_glass_stays_there(house: House) -> None:
    submit(house, EVIL)
    receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    (found,) = receiving.sightings(house.sami).items
    assert found.message is not None
    assert found.message.sealed
    assert mail.messages(house.sami).items[0].sealed
