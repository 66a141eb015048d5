"""The TAXII server as partners' programs see it, on both databases."""

from __future__ import annotations

import base64
import json
import select
import socket
from typing import Any

import httpx
import pytest
from tests.integration.taxii.place import WHEN, Place, ids, indicator, post

from tocsin.app import collecting, partners
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.error import StoreError
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.taxii.asked import TAXII


def test_from_discovery_to_status(place: Place) -> None:
    collection = place.collection("March (synthetic)")
    with place.partner(reads=[collection], writes=[collection]) as client:
        found = client.get(f"{place.origin}/taxii2/")
        assert found.headers["content-type"] == TAXII
        assert found.json()["default"] == "/taxii2/harbour/"
        root = client.get(f"{place.origin}{found.json()['default']}").json()
        assert root["versions"] == [TAXII]
        assert root["max_content_length"] > 1 << 20
        (one,) = client.get("/collections/").json()["collections"]
        assert (one["id"], one["title"], one["can_read"], one["can_write"]) == (
            collection, "March (synthetic)", True, True,
        )  # fmt: skip
        assert client.get(f"/collections/{collection}/").json() == one
        told = post(client, collection, [indicator(1), indicator(2), {"type": "indicator", "id": "not-an-id"}])
        assert told.status_code == 202
        said = told.json()
        assert (said["status"], said["total_count"], said["success_count"], said["failure_count"]) == (
            "complete", 3, 2, 1,
        )  # fmt: skip
        assert said["failures"][0]["id"] == "not-an-id"
        assert said["failures"][0]["message"] == "its id is none, or is one of another type, at id"
        assert client.get(f"/status/{said['id']}/").json() == said
        page = client.get(f"/collections/{collection}/objects/")
        assert page.json() == {"more": False, "objects": [indicator(1), indicator(2)]}
        assert page.headers["x-taxii-date-added-first"] < page.headers["x-taxii-date-added-last"]
        manifest = client.get(f"/collections/{collection}/manifest/").json()
        assert [one["id"] for one in manifest["objects"]] == ids(page)
        assert manifest["objects"][1]["date_added"] == page.headers["x-taxii-date-added-last"]
        assert manifest["objects"][0]["media_type"] == "application/stix+json;version=2.1"


def test_who_says_nothing_or_something_wrong_is_a_stranger(place: Place) -> None:
    collection = place.collection()
    made = place.admitted(Tlp.GREEN, [collection])
    basic = base64.b64encode(f"quay:{made.token}".encode()).decode()
    url = f"{place.origin}/taxii2/harbour/collections/{collection}/objects/"
    assert httpx.get(url, headers={"authorization": f"Basic {basic}"}).status_code == 200
    for header in (
        "",
        "Bearer",
        "Bearer x",
        f"Basic {made.token}",
        "Basic %%%",
        f"Token {made.token}",
        "Basic " + "A" * 9_000,
    ):
        told = httpx.get(url, headers={"authorization": header})
        assert told.status_code == 401, header
        assert told.headers["www-authenticate"].startswith("Basic")
        assert told.json()["http_status"] == "401"
    partners.end_partner(place.terminal(), made.partner)
    assert httpx.get(url, headers={"authorization": f"Basic {basic}"}).status_code == 401


def test_what_partners_may_is_asked_each_time(place: Place) -> None:
    collection = place.collection()
    made = partners.add_partner(place.terminal(), "Quay (synthetic)")
    with place.client(made.token) as client:
        assert client.get("/collections/").json() == {}
        assert client.get(f"/collections/{collection}/objects/").status_code == 404
        partners.allow(place.terminal(), made.partner, Tlp.GREEN, [collection], [])
        assert client.get(f"/collections/{collection}/objects/").status_code == 200
        assert post(client, collection, [indicator(1)]).status_code == 403
        partners.allow(place.terminal(), made.partner, Tlp.GREEN, [], [collection])
        assert client.get(f"/collections/{collection}/objects/").status_code == 403
        assert post(client, collection, [indicator(1)]).status_code == 202
        collecting.close_collection(place.terminal(), collection)
        assert post(client, collection, [indicator(1)]).status_code == 404


def test_media_types(place: Place) -> None:
    collection = place.collection()
    with place.partner(reads=[collection], writes=[collection]) as client:
        url = f"/collections/{collection}/objects/"
        for kind, status in (
            (TAXII, 200), ("application/taxii+json", 200), ("*/*", 200), ("text/html, application/*;q=0.5", 200),
            ("application/taxii+json; version=2.1", 200), ("", 200), ("text/html", 406),
            ("application/taxii+json;version=2.0", 406), ("application/taxii+json;q=0", 406),
            ("application/json", 406),
        ):  # fmt: skip
            told = client.get(url, headers={"accept": kind})
            assert (kind, told.status_code) == (kind, status)
            assert told.headers["content-type"] == TAXII
        body = json.dumps({"objects": [indicator(1)]})
        for kind, status in (
            (TAXII, 202), ("application/taxii+json", 202), ("application/json", 415), ("*/*", 415),
            ("application/taxii+json;version=2.0", 415), ("text/plain", 415),
        ):  # fmt: skip
            assert (kind, client.post(url, content=body, headers={"content-type": kind}).status_code) == (kind, status)
        assert client.post(url, content=body, headers={"content-type": ""}).status_code == 415


def test_filters(place: Place) -> None:
    collection = place.collection()
    place.put(collection, [indicator(number) for number in range(1, 6)])
    place.put(collection, [indicator(2, modified="2026-03-02T00:00:00Z", name="later")])
    place.put(collection, [indicator(2, modified="2026-02-01T00:00:00Z", created="2026-02-01T00:00:00Z")])
    place.put(collection, [_domain("a.evil.test")])
    with place.partner(reads=[collection]) as client:

        def found(url: str = "objects/", **asked: object) -> list[str]:
            answer = client.get(f"/collections/{collection}/{url}", params=_named(asked))
            return [one.get("name", one.get("value")) for one in answer.json().get("objects", [])]

        rest = ["number 3", "number 4", "number 5"]
        assert found() == ["number 1", *rest, "later", "a.evil.test"]
        assert found(type="indicator") == ["number 1", *rest, "later"]
        assert found(type="domain-name,malware") == ["a.evil.test"]
        assert found(version="first") == ["number 1", *rest, "number 2", "a.evil.test"]
        assert found(version="all") == ["number 1", "number 2", *rest, "later", "number 2", "a.evil.test"]
        assert found(version=WHEN) == ["number 1", "number 2", *rest]
        assert found(version="2026-03-02T00:00:00.000Z,first") == [
            "number 1",
            *rest,
            "later",
            "number 2",
            "a.evil.test",
        ]
        assert found(spec_version="2.0") == []
        assert len(found(spec_version="2.0,2.1")) == 6
        second, fourth = indicator(2)["id"], indicator(4)["id"]
        assert found(id=f"{second},{fourth}") == ["number 4", "later"]
        assert found(id=second, version="all", limit=1) == ["number 2"]
        assert found(f"objects/{second}/") == ["later"]
        assert found(f"objects/{second}/", version="all") == ["number 2", "later", "number 2"]
        whole = client.get(f"/collections/{collection}/manifest/", params={"match[version]": "all"}).json()["objects"]
        assert found(added_after=whole[5]["date_added"]) == ["a.evil.test"]
        assert found(added_after=whole[-1]["date_added"]) == []
        assert found(version="all", added_after=whole[0]["date_added"], limit=2) == ["number 2", "number 3"]
        versions = client.get(f"/collections/{collection}/objects/{second}/versions/").json()
        assert versions["versions"] == [
            "2026-03-01T12:00:00.000000Z", "2026-03-02T00:00:00.000000Z", "2026-02-01T00:00:00.000000Z",
        ]  # fmt: skip


def _named(asked: dict[str, Any]) -> dict[str, Any]:
    plain = ("limit", "next", "added_after")
    return {name if name in plain else f"match[{name}]": value for name, value in asked.items()}


def _domain(value: str, **more: Any) -> dict[str, Any]:
    from tocsin.formats.stix import observable_id

    identity = observable_id("domain-name", {"value": value})
    marked = {"object_marking_refs": [TLP_2[Tlp.GREEN]]}
    return {"type": "domain-name", "spec_version": "2.1", "id": identity, "value": value, **marked, **more}


def test_what_cannot_be_meant_is_an_error_and_never_another_answer(place: Place) -> None:
    collection = place.collection()
    place.put(collection, [indicator(1)])
    with place.partner(reads=[collection]) as client:
        for query in (
            "limit=0", "limit=-1", "limit=x", "limit=", "limit=1&limit=2", "added_after=yesterday", "added_after=",
            "added_after=2026-02-30T00:00:00Z", "next=zzz", "next=", "next=AAAA", "match[id]=", "match[colour]=red",
            "match[version]=newest", "match[type]=a,,b", "limit=%C2%B2", "next=%F0%9F%94%94",
            "match[type]=" + ",".join(f"k{number}" for number in range(99)),
        ):  # fmt: skip
            told = client.get(f"/collections/{collection}/objects/?{query}")
            assert (query, told.status_code) == (query, 400)
            assert told.json()["http_status"] == "400"
        assert client.get(f"/collections/{collection}/objects/x/?match[type]=indicator").status_code == 400
        assert client.get(f"/collections/{collection}/objects/?limit=99999999999999999999999").status_code == 200
        assert client.put(f"/collections/{collection}/objects/").status_code == 405
        assert client.get("/nothing/").status_code == 404


def test_errors_are_told_in_arabic_too(place: Place) -> None:
    told = httpx.get(f"{place.origin}/taxii2/", headers={"accept-language": "ar, en;q=0.5"}).json()
    assert any("\u0600" <= sign <= "\u06ff" for sign in told["title"])


@pytest.mark.parametrize("by", ["next", "added_after"])
@pytest.mark.parametrize("what", ["objects", "manifest"])
def test_250_objects_by_pages_of_100(place: Place, by: str, what: str) -> None:
    """medallion 3.0.0 gives 100 of them by `added_after`; OpenTAXII says `more` in manifests and no `next`."""
    collection = place.collection()
    place.put(collection, [indicator(number) for number in range(250)])
    got: list[str] = []
    with place.partner(reads=[collection]) as client:
        asked: dict[str, Any] = {"limit": 100}
        while True:
            page = client.get(f"/collections/{collection}/{what}/", params=asked)
            got += ids(page)
            if not page.json()["more"]:
                break
            asked = {"limit": 100, by: page.json()["next"] if by == "next" else page.headers["x-taxii-date-added-last"]}
    assert got == [indicator(number)["id"] for number in range(250)]


def test_next_without_a_limit_or_with_another_one(place: Place) -> None:
    """To the first of these medallion 3.0.0 answers 500."""
    collection = place.collection()
    place.put(collection, [indicator(number) for number in range(9)])
    with place.partner(reads=[collection]) as client:
        page = client.get(f"/collections/{collection}/objects/", params={"limit": 4}).json()
        assert len(ids(client.get(f"/collections/{collection}/objects/", params={"next": page["next"]}))) == 5
        assert (
            len(ids(client.get(f"/collections/{collection}/objects/", params={"next": page["next"], "limit": 2}))) == 2
        )


def test_garbage_is_a_failure_and_says_why(place: Place) -> None:
    """medallion 3.0.0 takes it, and answers 202."""
    collection = place.collection()
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    with place.partner(reads=[collection], writes=[collection]) as client:
        url = f"/collections/{collection}/objects/"
        head = {"content-type": TAXII}
        for body in (b"", b"{}", b"[]", b"null", b'{"objects": []}', b'{"objects": 7}', b"\xff\xfe", b"{", b'"x"'):
            assert client.post(url, content=body, headers=head).status_code == 400, body
        said = post(client, collection, [
            7, None, "x", {}, indicator(1, name=deep), indicator(2, pattern=None), {"type": "indicator", "id": 7},
            {**indicator(3), "id": indicator(4)["id"].replace("indicator", "malware")}, indicator(5),
            indicator(6, description="x" * (1 << 20)), indicator(7, created="yesterday"),
        ]).json()  # fmt: skip
        assert (said["total_count"], said["success_count"], said["failure_count"]) == (11, 1, 10)
        assert [one["id"] for one in said["successes"]] == [indicator(5)["id"]]
        assert all(one["message"] and one["id"] and one["version"] for one in said["failures"])
        reasons = {one["id"]: one["message"] for one in said["failures"]}
        assert "too deep" in reasons[indicator(1)["id"]]
        assert "too large" in reasons[indicator(6)["id"]]
        assert "at created" in reasons[indicator(7)["id"]]
        assert ids(client.get(url)) == [indicator(5)["id"]]


def test_what_is_too_large_or_too_many(place: Place) -> None:
    collection = place.collection()
    with place.partner(reads=[collection], writes=[collection]) as client:
        url = f"/collections/{collection}/objects/"
        told = client.post(url, content=b" " * ((16 << 20) + 1), headers={"content-type": TAXII})
        assert told.status_code == 413
        assert told.json()["http_status"] == "413"
        small = {"type": "x-y", "spec_version": "2.1"}
        many = [{**small, "id": f"x-y--{indicator(number)['id'].partition('--')[2]}"} for number in range(20_003)]
        said = post(client, collection, many).json()
        assert (said["total_count"], said["success_count"], said["failure_count"]) == (20_003, 20_000, 3)
        assert said["failures"][0]["id"] == many[20_000]["id"]
        assert "as many objects" in said["failures"][0]["message"]


def test_the_same_again_is_there_and_another_under_its_name_is_refused(place: Place) -> None:
    collection = place.collection()
    with place.partner(reads=[collection], writes=[collection]) as client:
        post(client, collection, [indicator(1), _domain("b.evil.test")])
        turned = dict(reversed(indicator(1).items()))
        again = post(client, collection, [turned, _domain("b.evil.test"), indicator(1)]).json()
        assert (again["success_count"], again["failure_count"]) == (3, 0)
        other = post(client, collection, [indicator(1, name="x"), _domain("b.evil.test", defanged=True)]).json()
        assert (other["success_count"], other["failure_count"]) == (0, 2)
        assert len(ids(client.get(f"/collections/{collection}/objects/"))) == 2
        twice = post(client, collection, [indicator(2), indicator(2), indicator(2, modified="2026-03-03T00:00:00Z")])
        assert twice.json()["success_count"] == 3
        whole = client.get(f"/collections/{collection}/objects/", params={"match[version]": "all"})
        assert len(ids(whole)) == 4


def test_deleting(place: Place) -> None:
    collection = place.collection()
    place.put(collection, [indicator(9)])
    with place.partner(reads=[collection], writes=[collection]) as client:
        url = f"/collections/{collection}/objects"
        post(client, collection, [indicator(1), indicator(1, modified="2026-03-02T00:00:00Z"), indicator(2)])
        assert client.delete(f"{url}/{indicator(1)['id']}/", params={"match[version]": "last"}).status_code == 200
        assert client.get(f"{url}/{indicator(1)['id']}/").json()["objects"] == [indicator(1)], "the last one now"
        assert client.delete(f"{url}/{indicator(1)['id']}/").status_code == 200
        assert client.delete(f"{url}/{indicator(1)['id']}/").status_code == 404
        assert client.get(f"{url}/{indicator(1)['id']}/").status_code == 404
        assert client.delete(f"{url}/{indicator(9)['id']}/").status_code == 403, "it is not theirs"
        assert ids(client.get(f"{url}/")) == [indicator(9)["id"], indicator(2)["id"]]


def test_what_was_added_after_a_deletion_is_later_than_what_is_gone(place: Place) -> None:
    collection = place.collection()
    with place.partner(reads=[collection], writes=[collection]) as client:
        post(client, collection, [indicator(1)])
        last = client.get(f"/collections/{collection}/objects/").headers["x-taxii-date-added-last"]
        client.delete(f"/collections/{collection}/objects/{indicator(1)['id']}/")
        post(client, collection, [indicator(1)])
        assert ids(client.get(f"/collections/{collection}/objects/", params={"added_after": last}))


def test_control_characters_are_no_fault_of_the_server(place: Place) -> None:
    collection = place.collection()
    root = f"/collections/{collection}/objects/"
    with place.partner(reads=[collection], writes=[collection]) as client:
        post(client, collection, [indicator(1)])
        for query in ("match[id]=%00", "match[type]=a%00", "match[id]=a%01b", "x=%00", "%00=x"):
            assert client.get(f"{root}?{query}").status_code == 400, query
        for path in (f"{root}%00/", f"{root}%00/versions/", "/status/%00/", "/collections/%00/objects/"):
            assert client.get(path).status_code == 404, path
        assert client.delete(f"{root}a%00/").status_code == 404


def test_nobody_is_told_what_is_wrong_with_the_store(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise StoreError(say("no route to db.internal"), say("Look at it."))

    with place.partner() as client:
        monkeypatch.setattr("tocsin.app.exchange.offered", broken)
        told = client.get("/collections/")
    assert (told.status_code, "internal" in told.text) == (503, False)


def test_who_sends_slowly_shuts_nobody_out(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = place.collection()
    host, _, port = place.origin.removeprefix("http://").partition(":")
    slow = place.admitted(Tlp.GREEN, [], [collection]).token
    head = (
        f"POST /taxii2/harbour/collections/{collection}/objects/ HTTP/1.1\r\nhost: x\r\n"
        f"authorization: Bearer {slow}\r\naccept: {TAXII}\r\ncontent-type: {TAXII}\r\ncontent-length: 1000\r\n\r\n{{"
    ).encode()
    monkeypatch.setattr("tocsin.taxii.app.BROUGHT_AT_ONCE", 3)
    opened = [socket.create_connection((host, int(port))) for _ in range(3)]
    for one in opened:
        one.sendall(head)
    assert b" 503 " in next(one.recv(100) for one in select.select(opened, [], [], 30)[0]), "the third of one partner"
    with place.partner(writes=[collection]) as client:
        assert post(client, collection, [indicator(1)]).status_code == 202
    for one in opened:
        one.close()
    monkeypatch.setattr("tocsin.taxii.app.PATIENCE", 0.1)
    with socket.create_connection((host, int(port))) as one:
        one.settimeout(30)
        one.sendall(head)
        assert b" 408 " in one.recv(100)
