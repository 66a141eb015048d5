"""Pushed to and pulled from a server that answers PyMISP: everything once, labels as they are, deletions too.

The server is the fixture in `tests/fixtures/misp_server.py`, on loopback. It is no MISP.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytest_socket import enable_socket
from tests.fixtures.actors import House
from tests.fixtures.misp import UUID, full, raw
from tests.fixtures.misp_server import KEY, Breaking, Broken, Forgetful, Misp, Moved, Unwilling, serving
from tests.unit.formats.misp.test_writing import grouping, indicator

from tocsin.app import collecting, events, partners, receiving, sending
from tocsin.formats import misp as form
from tocsin.formats import stix
from tocsin.model.error import InputError
from tocsin.model.event import ObjectsSent
from tocsin.model.exchange import EVERYTHING, Content, Standing, Wanted
from tocsin.model.people import Tlp
from tocsin.model.received import Reliability
from tocsin.net.misp import MispServer
from tocsin.net.misp_feed import FeedFolder

LATER = "2026-03-05T00:00:00.000Z"


@pytest.fixture(autouse=True)
def _sockets() -> None:
    enable_socket()


@contextmanager
def remote(misp: Misp, key: str = KEY) -> Iterator[MispServer]:
    with serving(misp) as url:
        server = MispServer(url, key, lambda _: None)
        yield server
        server.close()


def _to(house: House, tlp: Tlp = Tlp.GREEN) -> str:
    """A partner who is told up to a label, and to whom everything may leave that it lets."""
    for one in partners.partners(house.dana):
        if one.item.tlp is tlp:
            return one.item.partner
    made = partners.add_partner(house.dana, "Pier (synthetic)", "", tlp, standing=Standing.ORGANISATION).partner
    sending.approve(house.dana, made, tuple(Content), tlp, "Looked at.")
    return made


def put(house: House, collection: str, *objects: dict[str, Any]) -> None:
    done = collecting.put(house.dana, collection, json.dumps({"type": "bundle", "objects": objects}).encode())
    assert not done.refused, done.refused


def held(house: House, collection: str) -> dict[str, dict[str, Any]]:
    with house.store.read("harbour") as reader:
        found = reader.shelves.objects(collection, Wanted(limit=5_000), EVERYTHING)
    return {one["id"]: one for one in map(json.loads, found.bodies)}


def test_what_is_pushed_is_there_once_and_later_versions_update_it(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    one, two = indicator(1), indicator(2, Tlp.AMBER)
    put(house, collection, one, two, grouping(one["id"], two["id"]))
    misp = Misp()
    with remote(misp) as server:
        done = events.push_events(house.dana, server, collection, _to(house))
        assert (done.events, done.refused) == (1, ())
        assert [found["value"] for found in misp.events[UUID]["Attribute"]] == ["n1.evil.test"], "the label holds"
        assert misp.events[UUID]["published"] is False
        again = events.push_events(house.dana, server, collection, _to(house))
        assert again.events == 0, "nothing is new"
        put(house, collection, {**one, "revoked": True, "modified": LATER})
        assert events.push_events(house.dana, server, collection, _to(house)).events == 1
    (kept,) = misp.events[UUID]["Attribute"]
    assert kept["deleted"] is True
    with house.store.read("harbour") as reader:
        sent = [entry.event for entry in reader.log.read(0) if isinstance(entry.event, ObjectsSent)]
    assert [(one.objects, one.refused, one.tlp) for one in sent] == [(2, 0, Tlp.GREEN)] * 2


def test_a_label_that_is_stricter_now_takes_the_place_of_the_one_before(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    one = indicator(1)
    put(house, collection, one, grouping(one["id"]))
    misp = Misp()
    with remote(misp) as server:
        events.push_events(house.dana, server, collection, _to(house, Tlp.AMBER))
        stricter = {**grouping(one["id"], tlp=Tlp.AMBER), "modified": LATER}
        put(house, collection, stricter, {**indicator(1, Tlp.AMBER), "modified": LATER})
        events.push_events(house.dana, server, collection, _to(house, Tlp.AMBER))
    assert [tag["name"] for tag in misp.events[UUID]["Tag"]] == ["tlp:amber"]
    assert misp.events[UUID]["distribution"] == "1"


def test_what_is_taken_back_is_deleted_though_the_time_there_has_moved(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    one = indicator(1)
    put(house, collection, one, grouping(one["id"]))
    misp = Misp()
    with remote(misp) as server:
        events.push_events(house.dana, server, collection, _to(house))
        for part in misp.parts():
            part["timestamp"] = "1900000000"
        put(house, collection, {**one, "revoked": True, "modified": LATER})
        assert not events.push_events(house.dana, server, collection, _to(house)).refused
    assert misp.events[UUID]["Attribute"][0]["deleted"] is True


def test_sightings_are_added_once(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    put(house, collection, *[one for one in form.read(raw(full())).objects if one["type"] != "marking-definition"])
    misp = Misp()
    with remote(misp) as server:
        done = events.push_events(house.dana, server, collection, _to(house, Tlp.AMBER))
        assert not done.refused
        events.push_events(house.dana, server, collection, _to(house, Tlp.RED))
    lure = next(one for one in misp.events[UUID]["Attribute"] if one["uuid"].endswith("02"))
    assert sorted(one["type"] for one in lure["Sighting"]) == ["0", "1", "2"]


def test_what_is_pulled_is_looked_for_and_what_goes_there_is_taken_back(house: House) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    misp = Misp()
    misp.hold(raw(full()))
    with remote(misp) as server:
        done = events.pull_events(house.dana, server, collection)
        assert (done.events, done.unchanged, done.refused) == (1, 0, ())
        assert dict(done.kept) == {"btc": 1, "text": 1}
        assert held(house, collection)["indicator--00000000-0000-4000-8000-000000000010"]["revoked"] is True
        asked = len(misp.asked)
        assert events.pull_events(house.dana, server, collection).unchanged == 1
        assert not [path for _, path, _ in misp.asked[asked:] if "restSearch" in path], "what is here is not asked for"
        event = misp.events[UUID]
        event["Attribute"] = event["Attribute"][1:]
        event["timestamp"] = str(int(event["timestamp"]) + 60)
        assert events.pull_events(house.dana, server, collection).gone == 1
    assert held(house, collection)["indicator--00000000-0000-4000-8000-000000000001"]["revoked"] is True
    taken = receiving.receive_collection(house.dana, collection, "Centre (synthetic)", Reliability.B)
    assert taken is not None
    assert taken.indicators == 6
    assert receiving.receive_collection(house.dana, collection, "Centre (synthetic)") is None


def test_an_event_that_is_not_given_is_named_and_takes_no_other_with_it(house: House) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    misp = Forgetful()
    misp.hold(raw(full()))
    other = json.loads(raw(full()))
    other["Event"]["uuid"] = UUID.replace("5f", "6f")
    misp.hold(json.dumps(other).encode())
    with remote(misp) as server:
        done = events.pull_events(house.dana, server, collection)
    assert [(one.id, one.why) for one in done.refused] == [(UUID, "not-there")]
    assert done.events == 1


def test_half_a_character_in_an_event_keeps_no_other_out(house: House) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    misp = Misp()
    for number, info in enumerate(("\ud800", "Lures (synthetic)")):
        event = json.loads(raw(full()))["Event"]
        misp.hold(json.dumps({"Event": {**event, "info": info, "uuid": f"{number:08d}{UUID[8:]}"}}).encode())
    with remote(misp) as server:
        done = events.pull_events(house.dana, server, collection)
    assert (done.events, [one.why for one in done.refused]) == (1, ["not-json"])


def test_what_breaks_off_goes_on_from_there(house: House) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    misp = Breaking()
    for number in range(25):
        event = json.loads(raw(full()))["Event"]
        misp.hold(json.dumps({"Event": {**event, "uuid": f"{number:08d}{UUID[8:]}", "Attribute": []}}).encode())
    with remote(misp) as server:
        with pytest.raises(InputError, match="HTTP 500"):
            events.pull_events(house.dana, server, collection)
        assert events.pull_events(house.dana, server, collection).unchanged == 20
        assert events.pull_events(house.dana, server, collection).unchanged == 25


def test_one_event_that_is_refused_keeps_no_other_from_being_sent(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    one, two = indicator(1), indicator(2)
    put(house, collection, one, grouping(one["id"]))
    put(house, collection, two)
    misp = Unwilling({UUID})
    with remote(misp) as server:
        done = events.push_events(house.dana, server, collection, _to(house))
        assert (done.events, [refused.id for refused in done.refused]) == (1, [UUID])
        misp.refused = set()
        assert not events.push_events(house.dana, server, collection, _to(house)).refused
    assert len(misp.events) == 2


def test_nobody_hides_an_event_by_bringing_one_under_its_id(house: House) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    one = indicator(1)
    put(house, collection, one, grouping(one["id"]))
    misp = Misp()
    misp.hold(raw(full()))
    with remote(misp) as server:
        assert events.pull_events(house.dana, server, collection).events == 1


def test_a_draft_is_not_pulled(house: House) -> None:
    misp = Misp()
    misp.hold(raw(full()))
    misp.events[UUID]["published"] = False
    with remote(misp) as server:
        assert server.listed() == {}


def test_what_it_refuses_is_told_with_its_reason_and_sent_again(house: House) -> None:
    collection = collecting.open_collection(house.dana, "March")
    one = indicator(1)
    put(house, collection, one, grouping(one["id"]))
    with remote(Unwilling({UUID})) as server:
        done = events.push_events(house.dana, server, collection, _to(house))
        assert done.events == 0
        assert "You may not." in done.refused[0].why
        assert events.push_events(house.dana, server, collection, _to(house)).refused, "it is tried once more"


def test_who_has_no_key_is_told_so_and_the_key_is_never_told() -> None:
    with pytest.raises(InputError) as caught, remote(Misp(), "another-key-that-is-secret"):
        pass
    assert "cannot be worked with" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_nothing_is_followed_elsewhere() -> None:
    misp = Moved()
    with pytest.raises(InputError, match="HTTP 302"), remote(misp):
        pass
    assert len(misp.asked) == 1


def test_a_server_that_fails_is_an_error_and_writes_nothing_to_a_log(
    house: House, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    collection = collecting.open_collection(house.dana, "March")
    with remote(Broken()) as server, pytest.raises(InputError, match="HTTP 500"):
        events.pull_events(house.dana, server, collection)
    assert not caplog.records
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("url", ["http://misp.example/", "ftp://misp.example/", "https://a@misp.example/", "misp"])
def test_a_key_goes_to_no_address_without_protection(url: str) -> None:
    with pytest.raises(InputError):
        MispServer(url, KEY)


def test_through_a_feed_and_back_the_same_objects_come(house: House, tmp_path: Path) -> None:
    """From one collection by a feed into another one: what is an indicator there is one here, with its label."""
    first, second = (collecting.open_collection(house.dana, title) for title in ("Ours", "Theirs"))
    one, two = indicator(1), indicator(2, Tlp.AMBER)
    put(house, first, one, two, grouping(one["id"], two["id"]))
    events.push_events(house.dana, FeedFolder(tmp_path), first, _to(house, Tlp.AMBER))
    done = events.pull_events(house.dana, FeedFolder(tmp_path), second)
    assert not done.refused
    found = stix.read(json.dumps({"objects": list(held(house, second).values())}).encode()).objects
    labels = {kept.known.id: stix.label_of(kept.known) for kept in found}
    assert (labels[one["id"]], labels[two["id"]]) == (Tlp.GREEN, Tlp.AMBER)


class _Odd(Misp):
    """Answers what is asked of an event with what is none."""

    def __init__(self, odd: Any) -> None:
        super().__init__()
        self.odd = odd

    def event(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        return (200, self.odd) if path.startswith("view") else super().event(method, path, body)


@pytest.mark.parametrize("odd", [[5, None], [], 5, {"errors": {"a": 1}}, {"errors": "no"}, {"Event": [1]}])
def test_an_answer_that_is_none_is_an_error_that_is_told(house: House, odd: Any) -> None:
    collection = collecting.open_collection(house.dana, "March")
    put(house, collection, indicator(1))
    with remote(_Odd(odd)) as server, pytest.raises(InputError, match="cannot be worked with"):
        events.push_events(house.dana, server, collection, _to(house))
