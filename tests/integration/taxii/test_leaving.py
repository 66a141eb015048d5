"""What leaves, by every way out: no label is broken, and no canary leaves, whoever brought it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from typing import Any

import httpx
import msgspec
import pytest
from tests.fixtures import taxii as peers
from tests.fixtures.events import draft, person
from tests.integration.taxii.place import Place, ids, indicator, post
from tests.unit.share.test_leaving import CANARIES, ENCODINGS, HIDDEN

from tocsin.app import circles, collecting, consents, feeds, partners, receiving, sending
from tocsin.app.access import Access
from tocsin.app.parts.leaving import gate_of
from tocsin.model import event as e
from tocsin.model.exchange import NAMES_VICTIM, Content, Standing
from tocsin.model.people import Tlp
from tocsin.model.profile import Organisation, Person
from tocsin.net.taxii import TaxiiServer
from tocsin.share.policy import Why

SOURCES = ("ours", "partner", "feed")
TYPES = ("indicator", "x-made-up")
LABELS: tuple[Tlp | None, ...] = (*Tlp, None)
WAYS = ("named", "circle", "both", "member only", "nothing")


def _objects(source: str) -> list[dict[str, Any]]:
    """One of each type and label."""
    first, found = 7_000 + 100 * SOURCES.index(source), []
    for number, (kind, tlp) in enumerate(itertools.product(TYPES, LABELS)):
        one = indicator(first + number, tlp)
        found.append(one | {"type": kind, "id": one["id"].replace("indicator", kind)})
    return found


def _fill(place: Place, collection: str) -> dict[str, tuple[str, str, Tlp]]:
    """Bring them in; what each is, by its id."""
    place.put(collection, _objects("ours"))
    with place.partner(writes=[collection]) as client:
        assert post(client, collection, _objects("partner")).json()["failure_count"] == 0
    _fetch(place.terminal(), collection, _objects("feed"))
    labels = [(kind, tlp or Tlp.RED) for kind, tlp in itertools.product(TYPES, LABELS)]
    return {
        one["id"]: (source, *what)
        for source in SOURCES
        for one, what in zip(_objects(source), labels, strict=True)
    }  # fmt: skip


def _fetch(node: Access, collection: str, objects: Sequence[dict[str, Any]]) -> None:
    peer = peers.Peer()
    peer.add(objects, [f"2026-03-01T12:{number // 60:02}:{number % 60:02}.000000Z" for number in range(len(objects))])
    with peers.serving(peer) as url:
        server = TaxiiServer(url, "t")
        assert feeds.pull(node, server, collection).objects == len(objects)
        server.close()


def _sent(node: Access, collection: str, recipient: str) -> list[dict[str, Any]]:
    peer = peers.Peer()
    with peers.serving(peer) as url:
        server = TaxiiServer(url, "t")
        feeds.push(node, server, collection, recipient)
        server.close()
    return peer.brought


def _may(
    source: str, kind: str, label: Tlp, standing: Standing, tlp: Tlp, way: str, circle: Tlp
) -> bool:  # fmt: skip
    """TLP 2.0, said in words. The circle is for warnings; to a partner by name, everything was approved."""
    order = list(Tlp)
    if order.index(label) > order.index(tlp):
        return False
    by_name = way in ("named", "both")
    by_circle = way in ("circle", "both") and kind == "indicator" and order.index(label) <= order.index(circle)
    if label is Tlp.RED:
        return source == "ours" and by_name
    if source != "ours":
        if label is Tlp.AMBER_STRICT and standing is not Standing.ORGANISATION:
            return False
        if label is Tlp.AMBER and standing is Standing.COMMUNITY:
            return False
        if label is Tlp.GREEN and standing is Standing.COMMUNITY and way == "named":
            return False
    return by_name or by_circle


def test_no_label_is_broken(place: Place) -> None:
    """Sources, markings and recipients, all of them, by every page of TAXII, by sending, and in what is shown first."""
    node, collection = place.terminal(), place.collection("Matrix")
    what = _fill(place, collection)
    tried = 0
    for number, (standing, tlp, way) in enumerate(itertools.product(Standing, Tlp, WAYS)):
        circle = list(Tlp)[number % 4]
        reads = [collection] if way in ("named", "both") else []
        made = partners.add_partner(node, "Quay (synthetic)", "", tlp, reads, [collection], standing)
        if way in ("circle", "both", "member only"):
            inside = [] if way == "member only" else [collection]
            its = circles.add_circle(node, "C", circle, [Content.WARNINGS], [made.partner], inside)
            sending.approve(node, its, [Content.WARNINGS], circle, "Looked at.")
        with place.client(made.token) as client:
            url = f"/collections/{collection}/objects/"
            assert way != "named" or ids(client.get(url)) == [], "it waits for approval"
            sending.approve(node, made.partner, tuple(Content), tlp, "Looked at.")
            expected = sorted(one for one, of in what.items() if _may(*of, standing, tlp, way, circle))
            _served(client, collection, expected, way in ("nothing", "member only"))
        if way == "named":
            sent = sorted(one["id"] for one in _sent(node, collection, made.partner))
            told = sending.preview(node, collection, made.partner).objects
            assert sent == expected == sorted(one.id for one in told if one.why is None)
        tried += len(what)
        partners.end_partner(node, made.partner)
    assert tried == 3 * 5 * 5 * 36


def _served(client: httpx.Client, collection: str, expected: list[str], nothing: bool) -> None:
    base = f"/collections/{collection}"
    if nothing:
        assert client.get(f"{base}/objects/").status_code == 403
        return
    for url in (f"{base}/objects/", f"{base}/manifest/"):
        for query in ({}, {"match[version]": "all"}, {"match[type]": ",".join(TYPES)}):
            assert sorted(ids(client.get(url, params=query))) == expected
    for one in (_objects("ours")[4]["id"], _objects("partner")[3]["id"], _objects("feed")[7]["id"]):
        for url in (f"{base}/objects/{one}/", f"{base}/objects/{one}/versions/"):
            assert client.get(url).status_code == (200 if one in expected else 404)


def test_to_a_circle_is_sent_what_every_member_may_have(place: Place) -> None:
    node, collection = place.terminal(), place.collection("Matrix of a circle")
    what = _fill(place, collection)
    for tlp in (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT):
        its = circles.add_circle(node, "Nobody is in it yet", tlp, tuple(Content))
        assert _sent(node, collection, its) == []
        sending.approve(node, its, tuple(Content), tlp, "Looked at.")
        expected = sorted(
            one for one, (source, _, label) in what.items()
            if list(Tlp).index(label) <= list(Tlp).index(tlp)
            and (source == "ours" or label in (Tlp.CLEAR, Tlp.GREEN))
        )  # fmt: skip
        assert sorted(one["id"] for one in _sent(node, collection, its)) == expected


def _settle(place: Place) -> None:
    with place.store.write("harbour") as writer:
        ours = Organisation("Harbour Campaign", domains=("harbour.example",), names=(CANARIES["arabic-organisation"],))
        who = Person(
            CANARIES["name"], (CANARIES["address"],), (CANARIES["private-address"],),
            other_names=(CANARIES["arabic-name"],),
        )  # fmt: skip
        dana = draft(e.PersonAdded(person="p-dana", record=writer.keep(msgspec.json.encode(who))))
        writer.append(draft(e.ProfileChanged(ours)), dana)
    never = {"name": "Inside (synthetic)", "type": "hostname", "list": [CANARIES["inside"]]}
    receiving.keep_list(place.terminal(), json.dumps(never).encode(), e.Purpose.NEVER_SHARED)


def _canaries() -> list[dict[str, Any]]:
    """A canary in each encoding, in one of several places of an object; what each is, is only in its id."""
    found = []
    for number, (canary, encoding) in enumerate(HIDDEN):
        hidden = ENCODINGS[encoding](CANARIES[canary])
        where: list[dict[str, Any]] = [
            {"name": hidden}, {"description": f"Sent to {hidden}"}, {"labels": ["a", hidden]},
            {"external_references": [{"source_name": "s", "description": hidden}]},
            {"extensions": {"x-deep": {"a": [{"b": hidden}]}}},
        ]  # fmt: skip
        found.append(indicator(20_000 + number, Tlp.CLEAR, **where[number % len(where)]))
    return found


def test_no_canary_leaves_by_any_way_out(place: Place) -> None:
    """Ours are refused when they are put in; what others bring of us is withheld wherever it would go."""
    _settle(place)
    node, collection = place.terminal(), place.collection("Canaries")
    hidden = _canaries()
    told = collecting.put(node, collection, json.dumps({"objects": hidden}).encode())
    assert {one.why for one in told.refused} == {NAMES_VICTIM}
    assert len(told.refused) == len(hidden) > 100
    plain = [indicator(19_000), indicator(19_001)]
    with place.partner(writes=[collection]) as client:
        assert post(client, collection, [*hidden[::2], plain[0]]).json()["failure_count"] == 0
    _fetch(node, collection, [*hidden[1::2], plain[1]])
    expected = [one["id"] for one in plain]
    made = place.admitted(Tlp.RED, [collection])
    base = f"/collections/{collection}"
    with place.client(made.token) as client:
        for query in ({}, {"match[version]": "all"}, {"limit": "1"}, {"match[id]": hidden[0]["id"]}):
            for url in (f"{base}/objects/", f"{base}/manifest/"):
                answer = client.get(url, params=query)
                want = [] if "match[id]" in query else expected[:1] if "limit" in query else expected
                assert (ids(answer), answer.json().get("more", False)) == (want, "limit" in query)
        for url in (f"{base}/objects/{hidden[0]['id']}/", f"{base}/objects/{hidden[1]['id']}/versions/"):
            assert client.get(url).status_code == 404
    assert [one["id"] for one in _sent(node, collection, made.partner)] == expected
    shown = sending.preview(node, collection, made.partner)
    assert shown.counts == {"leaves": 2, Why.NAMES.value: shown.counts["names"], Why.NEVER.value: shown.counts["never"]}
    assert shown.counts["names"] + shown.counts["never"] == len(hidden)


def test_who_is_added_later_is_not_named_either_and_consent_lasts_while_it_does(place: Place) -> None:
    node, collection = place.terminal(), place.collection("Later")
    with place.partner(writes=[collection]) as client:
        post(client, collection, [indicator(30_000, Tlp.CLEAR, description="They wrote to Yara Maalouf.")])
    made, other = (place.admitted(Tlp.GREEN, [collection]) for _ in range(2))
    url = f"/collections/{collection}/objects/"
    with place.client(made.token) as client, place.client(other.token) as second:
        assert len(ids(client.get(url))) == 1, "a stranger"
        with place.store.write("harbour") as writer:
            writer.append(person(writer, "Yara Maalouf", "yara@harbour.example"))
        assert ids(client.get(url)) == [], "one of ours"
        agreed = consents.give_consent(node, "She wrote so on 3 March.", "p-yara", made.partner)
        assert (len(ids(client.get(url))), ids(second.get(url))) == (1, [])
        assert len(_sent(node, collection, made.partner)) == 1
        consents.end_consent(node, agreed)
        assert ids(client.get(url)) == []


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_what_was_looked_at_is_looked_at_once(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = place.collection("Once")
    with place.partner(writes=[collection]) as client:
        post(client, collection, [indicator(31_000 + number, Tlp.CLEAR) for number in range(20)])
    looked: list[bytes] = []

    class Counting:
        def __init__(self, reader: Any) -> None:
            self.gate = gate_of(reader)

        def named(self, body: bytes) -> dict[str, str]:
            looked.append(body)
            return dict(self.gate.named(body))

    monkeypatch.setattr("tocsin.app.parts.leaving.gate_of", Counting)
    with place.partner(reads=[collection]) as client:
        for _ in range(3):
            assert len(ids(client.get(f"/collections/{collection}/objects/"))) == 20
    assert len(looked) == 20
