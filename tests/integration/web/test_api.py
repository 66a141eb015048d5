"""The HTTP API: all that is declared is there and is described, nothing breaks it, nobody sees another's."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.fixtures.activities import GivenLogs, alert_about
from tests.fixtures.activities import sign_in as seen
from tests.integration.taxii.place import indicator
from tests.integration.web.conftest import EXAMPLES, Desk, fill, signed_in
from tests.integration.web.console import Console, serving
from tests.unit.app.test_assessments import ITEM, LATER
from tests.unit.app.test_receiving import bundle as indicators_of

from tocsin.app import (
    accounts,
    ask,
    assessments,
    cases,
    circles,
    claims,
    collecting,
    comparing,
    consents,
    evidence,
    incidents,
    log,
    mail,
    operations,
    overrides,
    participants,
    partners,
    receiving,
    sessions,
    statement,
    tasks,
    victims,
)
from tocsin.app.access import USE_CASES, Access, Exempt
from tocsin.app.rights import PERSONAL, Right
from tocsin.formats.checkpoint import verifier_key
from tocsin.model.claim import Claim, Says, Speaker
from tocsin.model.event import BreakGlassAsked, Draft, IndicatorSighted
from tocsin.model.operation import FeatureKind
from tocsin.model.people import Tlp
from tocsin.model.received import SightingRecord
from tocsin.model.record import EvidenceRecord
from tocsin.model.statement import Agency
from tocsin.model.verdict import Danger
from tocsin.web.api import Call, calls
from tocsin.web.pages import PAGES
from tocsin.web.security import OPEN

ALL = sorted(right.value for right in frozenset(Right) - PERSONAL)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A console with two organisations that know nothing of one another."""
    with serving(tmp_path_factory.mktemp("two")) as running:
        for name in ("harbour", "quay"):
            running.begin(name, f"{name.title()} (synthetic)")
            signed_in(running, name, f"Lead of {name} (synthetic)", f"lead@{name}.example")
        fill(running, "harbour")
        yield running


def _token(console: Console, organisation: str) -> dict[str, str]:
    terminal = console.terminal(organisation)
    with console.node.store.read(organisation) as reader:
        found = reader.views.person_by_address(f"lead@{organisation}.example")
    assert found
    made = sessions.make_token_for(terminal, found.person, "test", ALL, 1)
    return {"authorization": f"Bearer {made.secret}"}


def test_every_use_case_that_says_so_is_reached_and_described(two: Console) -> None:
    described = httpx.get(f"{two.origin}/v1/schema/openapi.json").json()
    there = {f"{method.upper()} {path}" for path, one in described["paths"].items() for method in one}
    assert there == {case.http for case in USE_CASES.values() if not isinstance(case.http, Exempt)}
    assert len(there) > 50


def test_without_a_token_there_is_nothing(two: Console) -> None:
    for one in calls():
        path = re.sub(r"\{seq\}", "1", one.path)
        answer = httpx.request(one.method, two.origin + re.sub(r"\{\w+\}", "x", path), cookies={"tocsin": "x"}, json={})
        assert answer.status_code in (400, 401), (one.path, answer.text)


def test_a_session_in_a_cookie_is_no_token(two: Console) -> None:
    secret = signed_in(two, "harbour", "Second (synthetic)", "second@harbour.example")
    assert httpx.get(f"{two.origin}/v1/queue", cookies={"tocsin": secret}).status_code == 401
    assert httpx.get(f"{two.origin}/v1/queue", headers={"authorization": f"Bearer {secret}"}).status_code == 401


def test_a_token_does_what_its_scopes_say(two: Console) -> None:
    with two.node.store.read("harbour") as reader:
        person = reader.views.person_by_address("lead@harbour.example")
    assert person
    made = sessions.make_token_for(two.terminal("harbour"), person.person, "narrow", ["read-people"], 1)
    head = {"authorization": f"Bearer {made.secret}"}
    assert httpx.get(f"{two.origin}/v1/people", headers=head).status_code == 200
    assert httpx.get(f"{two.origin}/v1/queue", headers=head).status_code == 403
    sessions.revoke_of(two.terminal("harbour"), made.id)
    assert httpx.get(f"{two.origin}/v1/people", headers=head).status_code == 401


def test_mail_goes_in_and_a_correction_comes_out(two: Console) -> None:
    head = _token(two, "harbour")
    raw = base64.b64encode((EXAMPLES / "mailbox" / "fa2.eml").read_bytes()).decode()
    with httpx.Client(base_url=two.origin, headers=head, timeout=60) as client:
        (done,) = client.post("/v1/messages", json={"raws": [raw]}).json()
        said = client.post("/v1/messages/corrections", json={"several": [done["message"]], "now": "unwanted"})
        assert said.status_code == 204
        assert client.get(f"/v1/messages/{done['message']}").json()["item"]["verdict"] == "unwanted"
        page = client.get("/v1/corrections", params={"state": "corrected", "limit": 1}).json()
        assert [one["message"] for one in page["items"]] == [done["message"]]
        assert client.get("/v1/messages", params={"state": "corrected"}).json()["items"]


def _ids(console: Console, organisation: str) -> dict[str, str]:
    """An id of everything that has one, all of them of things that there are."""
    terminal = console.terminal(organisation)
    log.sign_head(terminal, console.node.signer)
    incident = incidents.open_incident(terminal, "Only ours", (), Tlp.AMBER)
    case = cases.open_case(terminal, "Only ours too", [incident])
    collected = evidence.Collected(b"x", EvidenceRecord("a", "b"), "a/b", console.node.clock(), "t", "1")
    (entry,) = evidence.add(terminal, case, [collected])
    question = ask.ask_text(terminal, console.node.judge, "Is it on Thursday?").question
    click = ask.clicked(terminal, Danger.CODE)
    assert question
    assert click
    with console.node.store.write(organisation) as writer:
        quiet = writer.views.messages(state="quiet").items[0].message
        reason = writer.keep(b'{"text":"a reason"}')
        asked = BreakGlassAsked(console.node.chance.id("grant"), quiet, "person-1", reason)
        writer.append(Draft(asked, "person-2"))
        message = writer.views.messages(state="waiting").items[0].message
    with console.node.store.read(organisation) as reader:
        person = reader.views.person_by_address(f"lead@{organisation}.example")
        assert person
        session = reader.views.sessions(person.person)[0].session
        credential = reader.views.credentials(person.person)[0].credential
    stated = statement.draft(
        terminal, console.node.signer, _clear(console, organisation), [Agency("Quay (fictional)", "رصيف (متخيَّل)")]
    ).statement  # fmt: skip
    known = len(accounts.alerts(terminal, limit=500).items)
    lines = [seen(f"lead@{organisation}.example"), seen(f"lead@{organisation}.example", 9 + known, ip="203.0.113.7")]
    (alert,) = accounts.take_in(terminal, GivenLogs(lines, [alert_about(lines[1])])).alerts
    claim = claims.record(terminal, SAID, [incident])
    comparing.let(terminal, "pier")
    collection = collecting.open_collection(terminal, "March (synthetic)")
    put = collecting.put(terminal, collection, json.dumps({"type": "bundle", "objects": [indicator(1)]}).encode())
    partner = partners.add_partner(terminal, "Pier (synthetic)", "", Tlp.AMBER, [collection]).partner
    taken = receiving.receive(terminal, INDICATORS, "Centre (synthetic)", tlp=Tlp.GREEN)
    kept = receiving.keep_list(terminal, b'{"name": "Ours (synthetic)", "list": ["list.test"]}')
    aside = overrides.override(terminal, "list.test", "It was taken over.")
    with console.node.store.write(organisation) as writer:
        record = writer.keep(msgspec.json.encode(SightingRecord("A centre", "indicator--1", "p", "evil.test")))
        sighting = console.node.chance.id("sighting")
        sighted = IndicatorSighted(sighting, taken.receipt, Tlp.GREEN, console.node.clock(), True, record)
        writer.append(Draft(sighted, "node"))
    return {
        "collection": collection, "identity": put.added[0].id, "partner": partner, "recipient": partner,
        "circle": circles.add_circle(terminal, "A circle", members=[partner]),
        "consent": consents.give_consent(terminal, "In writing."),
        "alert": alert, "statement": stated, "claim": claim,
        "receipt": taken.receipt, "sighting": sighting, "override": aside, "list": kept.list, "list_id": kept.list,
        "participant": participants.join(terminal, case, "Pier (synthetic)"),
        "task": tasks.set_task(terminal, case, "Call", console.node.clock()),
        "victim": victims.found(terminal, case, "Remi Vance (synthetic)"),
        "assessment": assessments.make(terminal, GIVEN, [incident]), "naming": "naming-0000000000000000",
        "operation": _operation(terminal), "receiver": "pier", "giver": "giver-0000000000000000",
        "message": message, "person": person.person, "incident": incident, "session": session, "credential": credential,
        "role": "auditor", "seq": "3", "case": case, "evidence": getattr(entry.event, "evidence", ""),
        "breaking": asked.grant, "question": question, "click": click,
    }  # fmt: skip


INDICATORS = indicators_of("evil.test")
GIVEN = replace(LATER, as_of=datetime(2026, 1, 1, tzinfo=UTC))
SAID = Claim("Harbour (synthetic)", Speaker.VICTIM, Says.BY, "an actor (fictional)", "2026-03")
BUNDLE = base64.b64encode(b'{"type": "bundle", "objects": []}').decode()


def _operation(terminal: Access) -> str:
    """One of two incidents that belong together."""
    several = [incidents.open_incident(terminal, "One of two", (), Tlp.AMBER) for _ in range(2)]
    for one in several:
        operations.tell_fact(terminal, one, FeatureKind.HOST, "login.evil.test", "a sandbox")
        operations.tell_fact(terminal, one, FeatureKind.CERTIFICATE, "ab" * 32, "a sandbox")
    return several[0]


def _clear(console: Console, organisation: str) -> str:
    """An incident of which a statement can be made."""
    terminal = console.terminal(organisation)
    bad = [one.item.message for one in mail.messages(terminal, mail.Wanted(verdict="malicious")).items]
    return incidents.open_incident(terminal, "Everybody may know", bad[:1], Tlp.CLEAR)


_IDS = {
    "about",
    "answers",
    "later",
    "several",
    "messages",
    "alerts",
    "people",
    "message",
    "second",
    "subject",
    "incidents",
    "question",
    "item",
    "participant",
    "participants",
}
_QUERY = {"incident": "incident", "recipient": "person", "actor": "person", "person": "person", "subject": "message",
          "message": "message", "about": "incident"}  # fmt: skip
"""Where an id can stand in a query, and of what."""
_ASKED = set(_QUERY)
_NEW = re.compile(r"\b[a-z]+-[0-9a-f]{16}\b")
"""Ids that are new each time."""
KEY_OF_PIER = verifier_key("tocsin/pier", b"p" * 32)
_SEVERAL = {
    "answers.close": "question", "answers.handle": "click", "accounts.confirm": "alert", "accounts.dismiss": "alert",
}  # fmt: skip


def _body(one: Call, ids: dict[str, str]) -> dict[str, object]:
    """A body that would do, with the first organisation's ids wherever an id can stand."""
    known: dict[str, object] = {
        "several": [ids[_SEVERAL.get(one.case.name, "message")]], "incidents": [ids["incident"]],
        "question": ids["question"] if one.case.name == "ask.clicked" else "", "messages": [ids["message"]],
        "alerts": [ids["alert"]],
        "people": [ids["person"]], "now": "clean", "did": "code", "message": ids["message"], "version": "1",
        "title": "t", "text": "t", "note": "n", "outcome": "unknown",
        "tlp": "amber", "record": {"name": "X", "addresses": ["x@quay.example"]}, "reason": "because we must",
        "agencies": [], "key": "k", "envelope": "", "said": msgspec.to_builtins(SAID), "about": [ids["incident"]],
        "answers": ids["claim"], "later": ids["claim"], "how": "repeats", "bundle": BUNDLE,
        "given": msgspec.to_builtins(GIVEN),
        "item": ids["evidence"] if one.case.name == "participants.restrict" else msgspec.to_builtins(ITEM),
        "hypothesis": "salt-fox", "other": ids["incident"], "fact": "host", "value": "evil.test",
        "reads": [ids["collection"]], "writes": [ids["collection"]], "members": [ids["partner"]],
        "contents": ["warnings"], "recipient": ids["partner"], "collection": ids["collection"],
        "otherwise": {"by": "an office", "text": {"en": "No.", "ar": "لا."}}, "assessment": ids["assessment"],
        "second": ids["person"], "subject": ids["message"], "ground": "mistake", "purpose": "p",
        "name": "X", "to": "Pier", "to_key": KEY_OF_PIER, "due": "2026-03-09T12:00:00Z",
        "called_at": "2026-03-01T12:00:00Z", "contact": "+999",
        "line": "a-line", "was_them": True, "is_attack": True, "content": base64.b64encode(INDICATORS).decode(),
        "source": "the register", "archive": "UEs=", "participant": ids["participant"],
        "participants": [ids["participant"]],
    }  # fmt: skip
    return {name: known[name] for name in one.in_body if name in known}


def test_a_second_organisation_finds_nothing_of_the_first(two: Console) -> None:
    """Every route with every id of theirs is answered as an id that nobody ever gave is."""
    ids = _ids(two, "harbour")
    head = _token(two, "quay")
    tried = 0
    with httpx.Client(base_url=two.origin, headers=head, timeout=60) as client:
        for one in calls():
            if not (one.in_path or _IDS & set(one.in_body) or _ASKED & set(one.in_query)):
                continue
            nobody = dict.fromkeys(ids, "nobody-0000000000000000") | {"role": "auditor", "seq": "999999"}
            theirs, none = (
                client.request(
                    one.method, one.path.format_map(which),
                    json=None if one.method in ("GET", "DELETE") else _body(one, which),
                    params={name: which[key] for name, key in _QUERY.items() if name in one.in_query},
                )
                for which in (ids | {"seq": "999999"}, nobody)
            )  # fmt: skip
            blank = re.compile("|".join(map(re.escape, [*ids.values(), "nobody-0000000000000000"])))
            tried += 1
            assert theirs.status_code == none.status_code, one.path
            said = [_NEW.sub("-", blank.sub("-", answer.text)) for answer in (theirs, none)]
            assert said[0] == said[1], one.path
        listed = [client.get(one.path).text for one in calls() if one.method == "GET" and not one.in_path]  # fmt: skip
    assert tried > 15
    for text in listed:
        assert not any(
            ids[name] in text
            for name in (
                "message",
                "person",
                "incident",
                "session",
                "credential",
                "alert",
                "claim",
                "case",
                "assessment",
            )
        )


def test_the_ids_are_right_so_that_the_attempt_can_fail(two: Console) -> None:
    """The first organisation finds each of these things by the same routes."""
    ids = _ids(two, "harbour")
    reached = set()
    with httpx.Client(base_url=two.origin, headers=_token(two, "harbour"), timeout=60) as client:
        for one in calls():
            if one.method == "GET" and one.in_path:
                asked = {"recipient": ids["partner"]} if "recipient" in one.in_query else {}
                answer = client.get(one.path.format_map(ids), params=asked)
                assert answer.status_code == 200, (one.path, answer.text)
                reached |= set(one.in_path)
        for path, body in (
            ("/v1/alerts/dismissals", {"several": [ids["alert"]]}),
            (f"/v1/evidence/{ids['evidence']}/reading", {"purpose": "p"}),
            (f"/v1/tasks/{ids['task']}/ending", {}),
            (f"/v1/cases/{ids['case']}/restrictions", {"item": ids["evidence"], "participants": [ids["participant"]]}),
            (f"/v1/victims/{ids['victim']}/notice", {"note": "They are not to be found.", "how": "dropped"}),
            (f"/v1/cases/{ids['case']}/participants/{ids['participant']}/leaving", {}),
            ("/v1/questions/closing", {"several": [ids["question"]]}),
            ("/v1/clicks/handling", {"several": [ids["click"]]}),
        ):
            assert client.post(path, json=body).status_code in (200, 204), path
        refused = client.post(f"/v1/glass/{ids['breaking']}/notice", json={})
        assert refused.status_code == 400, "it is there, and there is nothing to tell yet"
    assert reached >= {
        "alert",
        "assessment",
        "claim",
        "message",
        "person",
        "incident",
        "case",
        "question",
        "seq",
        "statement",
    }


_FORM = {
    "several": "message", "clicks": "click", "questions": "question", "people": "person", "second": "person",
    "messages": "message", "message": "message", "question": "question", "incidents": "incident", "about": "incident",
    "one": "incident", "other": "incident", "incident": "incident",
    "members": "partner", "reads": "collection", "recipient": "partner", "collection": "collection",
    "subject": "person",
    "answers": "claim", "by": "claim", "item": "evidence", "only": "participant", "participant": "participant",
}  # fmt: skip
"""Fields of forms, and of what an id stands there; `id` is told by the page."""
_ID = {"/glass/agree": "breaking", "/glass/told": "breaking", "/me/sessions/revoke": "session",
       "/me/ways/remove": "credential"}  # fmt: skip
_WORDS = {
    "reason": "because we have to", "text": "t", "title": "t", "note": "n", "outcome": "unknown", "tlp": "green",
    "answer": "a", "name": "X", "addresses": "x@quay.example", "did": "code", "purpose": "p", "key": "k",
    "agencies": "A = أ", "speaker": "X", "kind": "vendor", "says": "by", "what": "y", "said_on": "2024",
    "how": "repeats", "due": "2026-03-09T12:00", "called_at": "2026-03-01T12:00", "contact": "+999",
    "to": "/queue", "to_key": KEY_OF_PIER, "id": "e9", "en": "A fact.", "ar": "حقيقة.", "source": "X", "grade": "B2",
    "bears": "quiet-heron=1",
    "purposes": "warnings", "standing": "community", "contents": "warnings",
    "hypothesis": "quiet-heron", "reasons": "r", "evidence": "e4", "line": "a-line", "was_them": "yes",
}  # fmt: skip
_DECISIONS = ("confirm", "dismiss", "clean", "incident")
_ALONE = frozenset(
    "/sign-out /me/password /me/passkey /me/passkey/new /me/tokens /me/language /upload /ask /ask/file /people "
    "/claims/bundle /received /received/lists /received/overrides /cases/archive /assessments "
    "/people/profile.toml /people/directory "
    "/alerts/logs /log/verify "
    "/log/sign /queue/views /operations/comparing".split()
)
"""What takes no id: it cannot name anything of another organisation."""


def _pages(method: str) -> list[str]:
    return [path for one in PAGES if method in one.http_methods and not one.opt.get(OPEN) for path in one.paths]


def _filled(path: str, ids: dict[str, str]) -> str:
    """The path with ids in it; KeyError for a parameter that nobody has thought of."""
    known = ids | {"job": ids["message"], "piece": ids["evidence"], "kind": "clicked"}
    return re.sub(r"\{(\w+):\w+\}", lambda found: known[found[1]], path)


def test_the_pages_show_nothing_of_another_organisation(two: Console) -> None:
    ids = _ids(two, "harbour") | {"seq": "999999"}
    nobody = dict.fromkeys(ids, "nobody-0000000000000000") | {"seq": "999999"}
    secret = signed_in(two, "quay", "Other (synthetic)", "other@quay.example")
    with httpx.Client(base_url=two.origin, cookies={"tocsin": secret}) as browser:
        for path in _pages("GET"):
            if path in ("/events", "/me/oidc"):
                continue
            theirs, none = (browser.get(_filled(path, which)) for which in (ids, nobody))
            assert theirs.status_code == none.status_code, path
            assert "{" not in path or theirs.status_code in (200, 404), path
            for name in ("person", "incident", "case", "session", "alert", "claim", "task", "victim", "participant"):
                assert "{" in path or ids[name] not in theirs.text, path
        page = browser.get(f"/log?subject={ids['message']}")
        assert f'href="/messages/{ids["message"]}"' not in page.text


def _told(page: str, ids: dict[str, str]) -> str:
    """What a page says, without ids and what is new each time; of one's own sign-in, with its new secret: the alert."""
    if "<title>Your sign-in" in page:
        page = page[page.index('role="alert"') :].partition("</div>")[0]
    page = re.sub("|".join(re.escape(one) for one in ids.values() if len(one) > 10), "-", page)
    return _NEW.sub("-", re.sub(r'value="[0-9a-f]{64,}"', "", page))


def test_forms_with_ids_of_another_organisation_change_nothing_and_answer_as_for_nobodys(two: Console) -> None:
    ids = _ids(two, "harbour")
    nobody = dict.fromkeys(ids, "nobody-0000000000000000")
    secret = signed_in(two, "quay", "Third (synthetic)", "third@quay.example")
    with two.node.store.read("harbour") as reader:
        before = reader.log.size
    tried = 0
    with httpx.Client(base_url=two.origin, cookies={"tocsin": secret}) as browser:
        found = re.search(r'name="_csrf_token" value="(\w+)"', browser.get("/queue").text)
        assert found
        for path in _pages("POST"):
            if path in _ALONE:
                continue
            for action in _DECISIONS if path.endswith("/decide") else ("",):
                said = []
                for which in (ids, nobody):
                    fields = {name: which[kind] for name, kind in _FORM.items()}
                    if path.endswith("/decide"):
                        fields = {"several": which["message"]}
                    form = {"_csrf_token": found[1], **_WORDS, **fields, "action": action}
                    form["id"] = which[_ID.get(path, "session")]
                    answer = browser.post(_filled(path, which), data=form)
                    said.append((answer.status_code, _told(answer.text, which)))
                assert said[0] == said[1], (path, action)
                assert said[0][0] >= 400, (path, action)
                tried += 1
    with two.node.store.read("harbour") as reader:
        assert reader.log.size == before
    assert tried > 15


@pytest.fixture(scope="module")
def described(desk: Desk) -> tuple[Any, dict[str, str]]:
    text = httpx.get(f"{desk.console.origin}/v1/schema/openapi.json").text
    return schemathesis.openapi.from_dict(json.loads(text)), {"authorization": f"Bearer {desk.token}"}


@pytest.mark.parametrize("one", calls(), ids=lambda one: one.case.name)
def test_nothing_breaks_it_and_it_says_what_it_does(
    desk: Desk, described: tuple[Any, dict[str, str]], one: Call
) -> None:
    """Schemathesis: whatever is sent, no fault of the server, and no answer that is not as described."""
    schema, head = described
    case_of = one.case
    method, _, path = case_of.http.partition(" ")
    operation = schema[path][method]

    @settings(
        max_examples=20, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def sent(case: Any) -> None:
        answer = case.call(base_url=desk.console.origin, headers=head)
        checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
        case.validate_response(answer, checks=checks)

    sent()


def test_health_and_metrics(desk: Desk) -> None:
    with httpx.Client(base_url=desk.console.origin) as client:
        assert client.get("/health").text == "ok"
        assert client.get("/ready").text == "ok"
        assert 'tocsin_http_requests_total{method="GET",route="/health",status="200"}' in client.get("/metrics").text
        assert client.get("/metrics", headers={"x-forwarded-for": "192.0.2.1"}).status_code == 404
