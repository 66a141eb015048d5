"""What a partner is not told: what bears a stricter label or none, what is another's, what is another partner's."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from tests.integration.taxii.place import Place, ids, indicator, post

from tocsin.app import collecting, partners
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.people import Tlp
from tocsin.taxii.asked import TAXII


@pytest.mark.parametrize("most", list(Tlp))
def test_nothing_is_served_beyond_the_label_that_a_partner_may_read(place: Place, most: Tlp) -> None:
    """Whatever the collection, the way of asking and the rest of the marking; what bears no label is RED."""
    collection = place.collection()
    statement = f"marking-definition--{indicator(1)['id'].partition('--')[2]}"
    objects = {label: indicator(100 + number, label) for number, label in enumerate(Tlp)}
    part = {"selectors": ["name"], "marking_ref": TLP_2[Tlp.RED]}
    hidden = {
        "none": indicator(200, None),
        "statement only": indicator(201, None, object_marking_refs=[statement]),
        "both": indicator(202, None, object_marking_refs=[TLP_2[Tlp.CLEAR], TLP_2[Tlp.RED]]),
        "a part": indicator(203, Tlp.CLEAR, granular_markings=[part]),
    }
    place.put(collection, [*objects.values(), *hidden.values()])
    place.put(collection, [indicator(300, Tlp.CLEAR), indicator(300, Tlp.RED, modified="2026-03-02T00:00:00Z")])
    seen = [one["id"] for label, one in objects.items() if list(Tlp).index(label) <= list(Tlp).index(most)]
    everything = most is Tlp.RED
    with place.partner(most, reads=[collection], writes=[collection]) as client:
        base = f"/collections/{collection}"
        whole = [indicator(300)["id"]] * 2 if everything else []
        strict = [one["id"] for one in hidden.values()] if everything else []
        for url, version in itertools.product((f"{base}/objects/", f"{base}/manifest/"), ("last", "all", "first")):
            got = ids(client.get(url, params={"match[version]": version}))
            assert sorted(got) == sorted(seen + strict + (whole if version == "all" else whole[:1]))
            kinds = {"match[type]": "indicator,malware", "match[version]": version}
            assert ids(client.get(url, params=kinds)) == got
            named = {"match[id]": ",".join(dict.fromkeys(got or ["x"])), "match[version]": version}
            assert ids(client.get(url, params=named)) == got
        for one in (*objects.values(), *hidden.values(), indicator(300)):
            shown = one["id"] in (*seen, *strict, *whole)
            for url in (f"{base}/objects/{one['id']}/", f"{base}/objects/{one['id']}/versions/"):
                answer = client.get(url, params={})
                assert answer.status_code == (200 if shown else 404), (url, answer.text)
                assert shown or one["name"] not in answer.text
            gone = client.delete(f"{base}/objects/{one['id']}/")
            assert gone.status_code == (403 if shown else 404)


def test_what_is_hidden_cannot_be_told_by_adding_it_again(place: Place) -> None:
    """An id may be guessed, as that of a domain can: what was brought by another neither refuses nor replaces it."""
    collection = place.collection()
    place.put(collection, [indicator(1, Tlp.RED, name="theirs")])
    with place.partner(Tlp.GREEN, reads=[collection], writes=[collection]) as client:
        said = post(client, collection, [indicator(1), indicator(2)]).json()
        assert (said["success_count"], said["failure_count"]) == (2, 0)
        (mine,) = client.get(f"/collections/{collection}/objects/{indicator(1)['id']}/").json()["objects"]
        assert mine["name"] == "number 1"
        for one in (indicator(1), indicator(2)):
            assert client.delete(f"/collections/{collection}/objects/{one['id']}/").status_code == 200
            assert client.delete(f"/collections/{collection}/objects/{one['id']}/").status_code == 404
    left = collecting.origin(place.terminal(), collection, indicator(1)["id"])
    assert [one.origin.source for one in left] == ["node"]


def test_a_newer_version_of_another_hides_nothing(place: Place) -> None:
    collection = place.collection()
    place.put(collection, [indicator(1)])
    with place.partner(reads=[collection], writes=[collection]) as client:
        post(client, collection, [indicator(1, revoked=True, modified="2026-06-01T00:00:00Z")])
        found = client.get(f"/collections/{collection}/objects/").json()["objects"]
        assert [one.get("revoked", False) for one in found] == [False, True]


def test_a_partner_tries_every_collection_and_id_that_is_not_its_own(place: Place) -> None:
    """Each is answered as what nobody ever had, and nothing of it is in the answer."""
    if "quay" not in place.store.organisations():
        place.begin("quay")
    ours, other = place.collection("Secret of Harbour"), place.collection("Other")
    theirs = place.collection("Secret of Quay", organisation="quay")
    place.put(ours, [indicator(1, Tlp.GREEN, name="secret of harbour")])
    place.put(theirs, [indicator(2, Tlp.GREEN, name="secret of quay")], organisation="quay")
    receipts = []
    for organisation, collection in (("harbour", ours), ("quay", theirs)):
        with place.partner(Tlp.RED, [collection], [collection], organisation) as client:
            receipts.append(post(client, collection, [indicator(3, name="secret of a partner")]).json()["id"])
    nobodys = "00000000-0000-4000-8000-000000000000"
    made = partners.add_partner(place.terminal(), "Pier (synthetic)", "", Tlp.RED, [other], [other])
    tried = 0
    with place.client(made.token) as client:
        for root, collection, receipt in itertools.product(
            ("harbour", "quay", "nobody"), (ours, theirs, other), receipts
        ):
            for method, url, none in _all(root, collection, receipt, nobodys):
                if root == "harbour" and collection == other and receipt not in url:
                    continue
                told, nothing = (_sent(client, method, f"{place.origin}/taxii2{one}") for one in (url, none))
                assert told.status_code == nothing.status_code == 404, (method, url, told.text)
                blank = told.text
                for one in (collection, receipt, root):
                    blank = blank.replace(one, "-")
                assert blank == nothing.text.replace(nobodys, "-").replace("nobody", "-").replace(root, "-"), url
                assert "secret" not in told.text.lower()
                tried += 1
        assert [one["id"] for one in client.get("/collections/").json()["collections"]] == [other]
    assert tried > 50


def _all(root: str, collection: str, receipt: str, nobodys: str) -> list[tuple[str, str, str]]:
    """Every resource with an id of others in it, and the same with one that nobody has."""
    subject = indicator(1)["id"]
    found = []
    for method, url in (
        ("GET", "/{root}/status/{receipt}/"), ("GET", "/{root}/collections/{collection}/"),
        ("GET", "/{root}/collections/{collection}/objects/"), ("POST", "/{root}/collections/{collection}/objects/"),
        ("GET", "/{root}/collections/{collection}/manifest/"),
        ("GET", "/{root}/collections/{collection}/objects/{subject}/"),
        ("DELETE", "/{root}/collections/{collection}/objects/{subject}/"),
        ("GET", "/{root}/collections/{collection}/objects/{subject}/versions/"),
    ):  # fmt: skip
        theirs = url.format(root=root, collection=collection, receipt=receipt, subject=subject)
        root_of = "nobody" if root != "harbour" else root
        none = url.format(root=root_of, collection=nobodys, receipt=nobodys, subject=subject)
        found.append((method, theirs, none))
    if root != "harbour":
        found += [("GET", f"/{root}/", "/nobody/"), ("GET", f"/{root}/collections/", "/nobody/collections/")]
    return found


def _sent(client: Any, method: str, url: str) -> Any:
    body = {"content": '{"objects": []}', "headers": {"content-type": TAXII}} if method == "POST" else {}
    return client.request(method, url, **body)
