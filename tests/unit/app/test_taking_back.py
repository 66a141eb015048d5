"""What is taken back is so wherever it lies: by us, and by a source that we had passed on. Nothing brings it back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from tests.fixtures.actors import House, enter
from tests.unit.app.test_receiving import CENTRE, EVIL, bundle, submit

from tocsin.app import access, circles, collecting, exchange, mail, partners, receiving, sending, taking_back
from tocsin.app.access import Access
from tocsin.app.identify import Judge
from tocsin.identify.engine import Engine
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import ObjectTakenBack
from tocsin.model.exchange import Content, Wanted
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability
from tocsin.share.bundle import identities

ID = f"indicator--{uuid5(NAMESPACE_URL, 'evil.test')}"
GREEN = {"object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"]}
MAKER = f"identity--{uuid5(NAMESPACE_URL, 'maker')}"
LATER = "2026-03-02T08:00:00.000Z"


def _said(**properties: Any) -> bytes:
    return bundle("evil.test", **GREEN, **properties)


def _pier(house: House, *collections: str) -> Access:
    made = partners.add_partner(house.dana, "Pier (synthetic)", "", Tlp.GREEN, collections, collections)
    circles.add_circle(house.dana, "Everybody", members=[made.partner])
    sending.approve(house.dana, made.partner, tuple(Content), Tlp.GREEN, "Looked at.")
    known = access.recognise_partner(house.store, made.token)
    assert known
    return enter(house.store, house.clock, known)


def _read(partner: Access, collection: str, *, after: int = -1) -> list[dict[str, Any]]:
    return [json.loads(body) for body in exchange.objects(partner, collection, Wanted(after)).bodies]


def test_it_is_revoked_in_every_collection_and_readers_get_it_as_new(house: House) -> None:
    several = [collecting.open_collection(house.dana, name) for name in ("March", "April", "Empty")]
    pier = _pier(house, *several)
    for one in several[:2]:
        collecting.put(house.dana, one, _said(x_ours="kept"))
    reached = exchange.objects(pier, several[0], Wanted()).last
    done = taking_back.take_back(house.dana, ID, "It was a bank.")
    assert set(done.collections) == set(several[:2])
    for one in several[:2]:
        (found,) = _read(pier, one)
        assert (found["revoked"], found["x_ours"], found["id"]) == (True, "kept", ID)
        assert found["modified"] > "2026-03-01T08:00:00.000Z"
    assert [one["revoked"] for one in _read(pier, several[0], after=reached or 0)] == [True], "also who had read it"
    with house.store.read("harbour") as reader:
        (event,) = [one.event for one in reader.log.read() if isinstance(one.event, ObjectTakenBack)]
    assert not event.by_source
    assert ID not in repr(event), "an id that can be guessed stands in no event"


def test_an_old_bundle_does_not_bring_it_back(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    collecting.put(house.dana, collection, _said())
    taking_back.take_back(house.dana, ID, "It was a bank.")
    collecting.put(house.dana, collection, _said())
    assert [one["revoked"] for one in _read(_pier(house, collection), collection)] == [True]


def test_it_takes_a_reason_and_something_that_stands(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    collecting.put(house.dana, collection, _said())
    with pytest.raises(InputError, match="no reason"):
        taking_back.take_back(house.dana, ID, " ")
    taking_back.take_back(house.dana, ID, "It was a bank.")
    with pytest.raises(NotFoundError):
        taking_back.take_back(house.dana, ID, "Once more.")


def test_what_has_no_versions_cannot_be_revoked(house: House) -> None:
    host: dict[str, Any] = {"type": "domain-name", "spec_version": "2.1", "value": "evil.test", **GREEN}
    host["id"] = "domain-name--ecb120bf-2694-4902-a737-62b74539a41b"
    collection = collecting.open_collection(house.dana, "March")
    collecting.put(house.dana, collection, json.dumps({"objects": [host]}).encode())
    with pytest.raises(InputError, match="no versions"):
        taking_back.take_back(house.dana, host["id"], "It was a bank.")


# A source takes it back


def test_what_we_passed_on_is_revoked_when_its_source_takes_it_back(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    given = _said(created_by_ref=MAKER)
    receiving.receive(house.dana, given, CENTRE, Reliability.B)
    collecting.put(house.dana, collection, given)
    receiving.receive(house.dana, _said(created_by_ref=MAKER, revoked=True, modified=LATER), CENTRE, Reliability.B)
    assert [one["revoked"] for one in _read(_pier(house, collection), collection)] == [True]


@pytest.mark.parametrize(
    "other", ["another creator", "no creator", "another source stands by it", "not its source", "a stranger"]
)
def test_nobody_else_takes_it_back(house: House, other: str) -> None:
    collection = collecting.open_collection(house.dana, "March")
    given = _said(created_by_ref=MAKER)
    maker: dict[str, Any] = {"created_by_ref": MAKER}
    if other == "another creator":
        maker = {"created_by_ref": f"identity--{uuid5(NAMESPACE_URL, 'other')}"}
    elif other == "no creator":
        given, maker = _said(), {}
    if other != "a stranger":
        receiving.receive(house.dana, given, CENTRE, Reliability.B)
    if other == "another source stands by it":
        receiving.receive(house.dana, given, "Other (synthetic)", Reliability.B)
    collecting.put(house.dana, collection, given)
    by = "Stranger (synthetic)" if other == "not its source" else CENTRE
    receiving.receive(house.dana, _said(**maker, revoked=True, modified=LATER), by, Reliability.B)
    assert [one.get("revoked") for one in _read(_pier(house, collection), collection)] == [None]


def test_what_we_made_ourselves_is_ours_to_take_back(house: House) -> None:
    with house.store.read("harbour") as reader:
        ours = {"created_by_ref": min(identities(reader.log.id, []))}
    collection = collecting.open_collection(house.dana, "March")
    collecting.put(house.dana, collection, _said(**ours))
    receiving.receive(house.dana, _said(**ours), CENTRE, Reliability.B)
    receiving.receive(house.dana, _said(**ours, revoked=True, modified=LATER), CENTRE, Reliability.B)
    assert [one.get("revoked") for one in _read(_pier(house, collection), collection)] == [None]


def test_a_partner_takes_back_over_taxii_what_we_passed_on(house: House) -> None:
    theirs, circle = (collecting.open_collection(house.dana, name) for name in ("Theirs", "Circle"))
    pier = _pier(house, theirs, circle)
    given = _said(created_by_ref=MAKER)
    exchange.bring(pier, theirs, given)
    collecting.put(house.dana, circle, given)
    exchange.bring(pier, theirs, _said(created_by_ref=MAKER, revoked=True, modified=LATER))
    assert [one["revoked"] for one in _read(pier, circle)] == [True]


def test_a_partner_that_never_gave_it_does_not_take_it_back_over_taxii(house: House) -> None:
    theirs, circle = (collecting.open_collection(house.dana, name) for name in ("Theirs", "Circle"))
    collecting.put(house.dana, circle, _said(created_by_ref=MAKER))
    pier = _pier(house, theirs, circle)
    exchange.bring(pier, theirs, _said(created_by_ref=MAKER, revoked=True, modified=LATER))
    assert [one.get("revoked") for one in _read(pier, circle)] == [None]


# What was found by it


def test_what_was_found_by_it_says_so_and_stays(house: House) -> None:
    receiving.receive(house.dana, bundle("login.evil.test"), CENTRE, Reliability.B, Tlp.GREEN)
    message = submit(house, EVIL, Judge(Engine()))
    assert mail.message(house.node, message).taken_back == ()
    back = bundle("login.evil.test", revoked=True, modified=LATER)
    receiving.receive(house.dana, back, "Other (synthetic)", Reliability.B, Tlp.GREEN)
    assert receiving.sightings(house.sami).items[0].item.taken_back is None, "only its source takes it back"
    receiving.receive(house.dana, back, CENTRE, Reliability.B, Tlp.GREEN)
    (one,) = receiving.sightings(house.sami).items
    assert one.item.taken_back == datetime.fromisoformat(LATER)
    (shown,) = mail.message(house.node, message).taken_back
    assert shown.record is not None
    assert (shown.record.source, shown.record.value) == (CENTRE, "login.evil.test")
