"""The client of OASIS works with the server, and Schemathesis finds nothing that breaks it."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from tests.integration.taxii.place import WHEN, Place, ids, indicator, post

from tocsin.model.people import Tlp
from tocsin.net.taxii import TaxiiServer
from tocsin.taxii.asked import TAXII

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from taxii2client.v21 import Server, as_pages


def test_the_client_of_oasis(place: Place) -> None:
    collection = place.collection("March (synthetic)")
    made = place.admitted(Tlp.GREEN, [collection], [collection])
    server = Server(f"{place.origin}/taxii2/", user="quay", password=made.token)
    (root,) = server.api_roots
    assert root.url == f"{place.origin}/taxii2/harbour/"
    assert root.max_content_length > 1 << 20
    found = next(one for one in root.collections if one.id == collection)
    assert (found.title, found.can_read, found.can_write) == ("March (synthetic)", True, True)
    objects = [indicator(number) for number in range(250)]
    status = found.add_objects({"objects": [*objects, {"type": "indicator"}]}, wait_for_completion=True)
    assert (status.status, status.success_count, status.failure_count) == ("complete", 250, 1)
    again = root.get_status(status.id)
    assert again.success_count == 250
    pages = list(as_pages(found.get_objects, per_request=100))
    assert [len(page["objects"]) for page in pages] == [100, 100, 50]
    assert [one for page in pages for one in page["objects"]] == objects
    manifest = [one for page in as_pages(found.get_manifest, per_request=60) for one in page["objects"]]
    assert [one["id"] for one in manifest] == [one["id"] for one in objects]
    after = found.get_objects(added_after=manifest[239]["date_added"])
    assert len(after["objects"]) == 10
    later = indicator(7, modified="2026-04-01T00:00:00.000Z")
    found.add_objects({"objects": [later]})
    assert found.get_object(later["id"])["objects"] == [later]
    assert len(found.object_versions(later["id"])["versions"]) == 2
    assert len(found.get_objects(id=later["id"], version="all")["objects"]) == 2
    found.delete_object(later["id"])
    assert found.get_objects(id=later["id"]) == {"more": False}
    server.close()


def test_the_client_of_oasis_goes_on_after_an_empty_page(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.store.shelves.MOST_PASSED", 20)
    collection = place.collection("Much that is withheld (synthetic)")
    named = [indicator(41_000 + number, description="Harbour (synthetic)") for number in range(100)]
    free = [indicator(42_000), *[indicator(42_001 + number) for number in range(5)]]
    with place.partner(Tlp.GREEN, [], [collection]) as client:
        assert post(client, collection, [free[0], *named, *free[1:]]).json()["success_count"] == 106
    made = place.admitted(Tlp.GREEN, [collection])
    server = Server(f"{place.origin}/taxii2/", user="quay", password=made.token)
    found = next(one for one in server.api_roots[0].collections if one.id == collection)
    pages = list(as_pages(found.get_objects, per_request=50))
    assert [one for page in pages for one in page.get("objects", [])] == free
    assert sum("objects" not in page for page in pages) >= 3
    server.close()
    with place.client(made.token) as client:
        by_time, after = list[str](), WHEN
        for _ in range(8):
            page = client.get(f"/collections/{collection}/objects/", params={"added_after": after})
            by_time += ids(page)
            if not page.json()["more"]:
                break
            after = page.headers["x-taxii-date-added-last"]
    assert by_time == [one["id"] for one in free]
    remote = TaxiiServer(f"{place.origin}/taxii2/harbour/collections/{collection}/", made.token)
    bodies = [json.loads(body) for page in remote.pages(-1) for body in page.bodies]
    remote.close()
    assert bodies == free


_TEXT: dict[str, Any] = {"type": "string"}
_QUERY = ("limit", "next", "added_after", "match[id]", "match[type]", "match[version]", "match[spec_version]", "x")
_BASE = "/taxii2/{root}/collections/{collection}"
_PATHS = {
    "/taxii2/": "get", "/taxii2/{root}/": "get", "/taxii2/{root}/status/{receipt}/": "get",
    "/taxii2/{root}/collections/": "get", f"{_BASE}/": "get", f"{_BASE}/manifest/": "get",
    f"{_BASE}/objects/": "get post", f"{_BASE}/objects/{{subject}}/": "get delete",
    f"{_BASE}/objects/{{subject}}/versions/": "get",
}  # fmt: skip


def _described(collection: str) -> dict[str, Any]:
    """TAXII 2.1 in the words of OpenAPI, as loosely as possible: anything may be sent, mostly to what there is."""
    known = {"root": "harbour", "collection": collection, "subject": indicator(1)["id"], "receipt": ""}

    def operation(path: str, method: str) -> dict[str, Any]:
        places: list[dict[str, Any]] = [
            {"name": name, "in": "path", "required": True, "schema": {"anyOf": [{"enum": [value or "x"]}, _TEXT]}}
            for name, value in known.items() if f"{{{name}}}" in path
        ]  # fmt: skip
        places += [{"name": name, "in": "query", "schema": _TEXT} for name in _QUERY]
        places += [{"name": name, "in": "header", "schema": _TEXT} for name in ("Accept-Language", "X-Any")]
        found: dict[str, Any] = {"parameters": places, "responses": {"default": {"description": "any"}}}
        if method == "post":
            one = {
                "type": "object", "properties": {"type": _TEXT, "id": _TEXT, "modified": _TEXT, "name": {}},
                "additionalProperties": True,
            }  # fmt: skip
            body = {"anyOf": [{}, {"type": "object", "properties": {"objects": {"type": "array", "items": one}}}]}
            found["requestBody"] = {"content": {TAXII: {"schema": body}}}
        return found

    paths = {path: {m: operation(path, m) for m in methods.split()} for path, methods in _PATHS.items()}
    return {"openapi": "3.1.0", "info": {"title": "TAXII", "version": "2.1"}, "paths": paths}


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", _PATHS)
def test_whatever_is_sent_it_is_no_fault_of_the_server(place: Place, path: str) -> None:
    collection = place.collection()
    place.put(collection, [indicator(1)])
    made = place.admitted(Tlp.GREEN, [collection], [collection])
    schema = schemathesis.openapi.from_dict(_described(collection))
    for method in _PATHS[path].split():
        operation = schema[path][method]

        @settings(
            max_examples=20, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy())
        def sent(case: Any) -> None:
            answer = case.call(base_url=place.origin, headers={"authorization": f"Bearer {made.token}"})
            case.validate_response(answer, checks=[not_a_server_error])
            assert answer.headers["content-type"] == [TAXII] or not answer.content
            assert answer.status_code < 400 or not answer.content or answer.json()["http_status"]

        sent()
