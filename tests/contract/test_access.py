"""No use case is reached without a decision, and every one is reached: by the command line, the HTTP API, the docs."""

from __future__ import annotations

import ast
import importlib
import inspect
import io
import pkgutil
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import click
import msgspec
import pytest
from msgspec.structs import replace
from tests.conftest import DATABASES, Clock
from tests.docs.pages import anchors
from tests.fixtures.activities import GivenLogs, alert_about
from tests.fixtures.activities import sign_in as seen
from tests.fixtures.actors import House, enter, entered, go_on
from tests.fixtures.attack import befall
from tests.fixtures.events import draft, judged, person
from tests.fixtures.postgres import Postgres
from tests.fixtures.provider import ERRAND, Believing
from tests.integration.taxii.place import indicator
from tests.unit.app.test_assessments import ITEM, LATER
from tests.unit.app.test_receiving import bundle
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

import tocsin.app
from tocsin.app import (
    access,
    accounts,
    answers,
    ask,
    assessments,
    cases,
    circles,
    claims,
    collecting,
    comparing,
    consents,
    credentials,
    evidence,
    exchange,
    glass,
    incidents,
    invitations,
    mail,
    overrides,
    participants,
    partners,
    receiving,
    sending,
    sessions,
    signing,
    statement,
    submission,
    tasks,
    victims,
)
from tocsin.app.access import USE_CASES, Access, Exempt, UseCase
from tocsin.app.identify import Judge
from tocsin.app.rights import PERSONAL, Right, rights_of
from tocsin.cli.main import main
from tocsin.formats.checkpoint import verifier_key
from tocsin.model.actor import Actor, Via
from tocsin.model.assessment import Dissent
from tocsin.model.claim import Answer, Claim, Says, Speaker
from tocsin.model.error import AccessError, NotFoundError, SignInError, TocsinError
from tocsin.model.event import ActorNamed, FileDigest, Ground, IndicatorSighted, OrganisationCreated
from tocsin.model.exchange import Content, Sent, Wanted
from tocsin.model.operation import FeatureKind
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Kind, Person
from tocsin.model.received import SightingRecord
from tocsin.model.record import EvidenceRecord, NamingRecord
from tocsin.model.statement import Agency
from tocsin.model.verdict import Class, Danger
from tocsin.net.keys import SigningKey
from tocsin.net.passkeys import WebauthnPasskeys
from tocsin.store.store import Store
from tocsin.taxii import app as taxii_server
from tocsin.web import visitor
from tocsin.web.api import HANDLERS
from tocsin.web.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "tocsin"
DECIDING = {"access", "react", "rights"}
"""Modules of `app` that hold no use cases."""
OPENS = {"Reader", "Writer", "Store", "Access"}


def _all() -> list[UseCase]:
    for module in pkgutil.iter_modules(tocsin.app.__path__):
        importlib.import_module(f"tocsin.app.{module.name}")
    return [USE_CASES[name] for name in sorted(USE_CASES)]


CASES = pytest.mark.parametrize("case", _all(), ids=lambda case: case.name)


# By construction


def _names(node: ast.AST | None) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)} if node else set()


def test_a_public_function_that_opens_something_is_a_use_case() -> None:
    seen = 0
    for file in sorted((SOURCE / "app").glob("*.py")):
        if file.stem in DECIDING:
            continue
        for node in ast.parse(file.read_text("utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            takes = set().union(*(_names(argument.annotation) for argument in arguments))
            declared = any("use_case" in _names(one) for one in node.decorator_list)
            seen += declared
            assert declared or not takes & OPENS, f"{file.stem}.{node.name} takes {takes & OPENS} and is no use case"
            assert not declared or takes & {"Grant"}, f"{file.stem}.{node.name} takes no grant"
    assert seen == len(_all()) > 50


def _python(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    for room in rooms:
        for file in (SOURCE / room).rglob("*.py"):
            yield file, ast.parse(file.read_text("utf-8"))


def test_a_grant_is_made_in_one_place() -> None:
    for file, tree in _python("."):
        if file == SOURCE / "app" / "access.py":
            continue
        for node in ast.walk(tree):
            name = getattr(node, "id", None) or getattr(node, "attr", None)
            assert name not in ("_SEAL", "_parts"), file
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("Grant", "Access"), f"{file}: made by `enter` and `_granted`"


def test_only_use_cases_are_decided() -> None:
    """A grant is given in one place, by the declaration of use cases, and that place is named nowhere else."""
    named = [
        file.relative_to(SOURCE).as_posix()
        for file, tree in _python(".")
        for node in ast.walk(tree)
        if "_granted" in (getattr(node, "id", ""), getattr(node, "attr", ""))
    ]
    assert named == ["app/access.py"]
    assert not hasattr(access, "decide")


def test_interfaces_open_no_log_and_call_nothing_private() -> None:
    for file, tree in _python("cli", "web", "taxii", "render"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ("read", "write", "begin"):
                holder = getattr(node.value, "id", "") or getattr(node.value, "attr", "")
                assert holder != "store", f"{file}:{node.lineno}"
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tocsin.app"):
                assert not [one.name for one in node.names if one.name.startswith("_")], f"{file}:{node.lineno}"


# Each is decided


@CASES
def test_it_is_refused_to_all_who_lack_its_right(case: UseCase) -> None:
    """Without arguments and without a store: nothing is looked at before the decision."""
    actors = [
        access.node("harbour"),
        access.stranger("harbour"),
        *(Actor("p", "harbour", Via.SESSION, "p", frozenset({role}), Tlp.RED) for role in Role),
        Actor("p", "harbour", Via.PARTNER, clearance=Tlp.RED),
        Actor("t", "harbour", Via.TOKEN, "p", frozenset(Role), Tlp.RED, "t", frozenset()),
    ]
    refused = [actor for actor in actors if not case.rights <= rights_of(actor)]
    assert refused
    nothing: Any = None
    for actor in refused:
        with pytest.raises(AccessError):
            case.function(access.enter(nothing, actor, nothing, nothing))


def test_what_is_personal_has_no_route_for_programs() -> None:
    for case in _all():
        assert isinstance(case.http, Exempt) or case.right not in PERSONAL, case.name


def test_every_right_is_needed_and_somebody_has_it() -> None:
    assert set().union(*(case.rights for case in _all())) == set(Right)
    assert set().union(*(rights_of(Actor("p", "o", Via.SESSION, "p", frozenset({role}))) for role in Role)) | rights_of(
        access.node("o")
    ) | rights_of(access.stranger("o")) | rights_of(Actor("p", "o", Via.PARTNER)) == set(Right)


# Each is reached


@CASES
def test_the_command_line_reaches_it(case: UseCase) -> None:
    if isinstance(case.cli, Exempt):
        assert len(case.cli.split()) > 3, "an exemption has a reason"
        return
    found: click.Command | None = main
    for word in case.cli.split():
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), word)
    assert found is not None, case.cli
    assert found.callback is not None
    module, _, function = case.name.partition(".")
    source = inspect.getsource(importlib.import_module(found.callback.__module__))
    assert re.search(rf"\b(?:{module}|desk|logs)\.{function}\(", source), f"{case.cli} does not call {case.name}"


# What an exemption claims


def _console_calls() -> set[str]:
    """The use cases that pages of the console call, or who is let in does for every page: `sessions.sign_in`."""
    served = {visitor, taxii_server, *(inspect.getmodule(one.fn) for one in PAGES)}
    found: set[str] = set()
    for module in filter(None, served):
        tree = ast.parse(inspect.getsource(module))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                found.add(f"{getattr(node.func.value, 'id', '')}.{node.func.attr}")
    return found


def test_what_only_the_console_does_it_does() -> None:
    """A use case that neither terminal nor API reaches is called by a page that is served, or nobody could use it."""
    calls = _console_calls()
    alone = [case.name for case in _all() if isinstance(case.cli, Exempt) and isinstance(case.http, Exempt)]
    assert len(alone) > 10
    assert [name for name in alone if name not in calls] == []


@CASES
def test_a_command_that_an_exemption_names_exists(case: UseCase) -> None:
    for reason in (case.cli, case.http):
        if isinstance(reason, Exempt):
            for named in re.findall("`([a-z -]+)`", reason):
                found: click.Command | None = main
                for word in named.removeprefix("tocsin ").split():
                    assert isinstance(found, click.Group), named
                    found = found.get_command(click.Context(found), word)
                assert found, named


@CASES
def test_the_docs_name_it(case: UseCase) -> None:
    file, _, anchor = case.docs.partition("#")
    page = (ROOT / "docs" / file).read_text("utf-8")
    if isinstance(case.cli, Exempt) and isinstance(case.http, Exempt):
        assert anchor in anchors(ROOT / "docs" / file), f"docs/{case.docs}: there is no such heading"
        return
    named = case.http if isinstance(case.cli, Exempt) else f"tocsin {case.cli}"
    assert named in page, f"docs/{case.docs} does not name `{named}`"


def _route(text: str) -> str:
    """A route without the types of its parameters."""
    return re.sub(r"{(\w+):\w+}", r"{\1}", text.rstrip("/") or "/")


@CASES
def test_its_route_is_well_formed(case: UseCase) -> None:
    if isinstance(case.http, Exempt):
        assert len(case.http.split()) > 3, "an exemption has a reason"
        return
    assert re.fullmatch(r"(GET|POST|PUT|DELETE) /v1(/[a-z.]+|/{[a-z]+})+", case.http), case.http
    assert [other.name for other in _all() if other.http == case.http] == [case.name]
    assert set(re.findall(r"{(\w+)}", case.http)) <= _takes(case)


def _served() -> set[str]:
    """The routes of the HTTP API as the console serves them: `GET /v1/log`."""
    return {
        f"{method} {re.sub(r':[a-z]+}', '}', path)}"
        for handler in HANDLERS for path in handler.paths for method in handler.http_methods
    }  # fmt: skip


def test_the_http_api_serves_every_route_that_is_declared_and_no_other() -> None:
    declared = {case.http for case in _all() if not isinstance(case.http, Exempt)}
    assert _served() == declared


# Another organisation's things


class Reads:
    def text(self, image: bytes) -> str:
        return image.decode()


class Fast:
    """Passwords without the work."""

    def hash(self, password: str) -> str:
        return password[::-1]

    def matches(self, hashed: str, password: str) -> bool:
        return hashed == password[::-1]


class Nowhere:
    """Another server that has nothing."""

    url = "https://taxii.example/c/"

    def pages(self, after: int) -> list[Any]:
        return []

    offers = pages

    def send(self, bodies: Any) -> Any:
        raise AssertionError("there is nothing to send")


class NoEvents:
    """A feed of MISP that has nothing."""

    url = "file:///feed"
    whole = True

    def listed(self) -> dict[str, int]:
        return {}

    def fetch(self, uuids: Any) -> list[Any]:
        return []

    def send(self, events: Any) -> Any:
        return Sent(0, ())


NODE = SigningKey(b"s" * 32)
ENVELOPE = msgspec.json.encode({"objects": [indicator(1)]})
INDICATORS: Final = bundle("evil.test")


def _warned(house: House) -> dict[str, str]:
    """What came from a partner, what it found here, and a list."""
    raw = b'{"name": "Ours (synthetic)", "list": ["list.test"]}'
    taken = receiving.receive(house.dana, INDICATORS, "Centre (synthetic)", tlp=Tlp.GREEN)
    with house.store.write("harbour") as writer:
        record = writer.keep(msgspec.json.encode(SightingRecord("A centre", "indicator--1", "p", "evil.test")))
        when = datetime(2026, 3, 1, tzinfo=UTC)
        writer.append(draft(IndicatorSighted("sighting-1", taken.receipt, Tlp.GREEN, when, True, record)))
    kept = receiving.keep_list(house.dana, raw).list
    return {
        "receipt": taken.receipt, "sighting": "sighting-1", "list": kept,
        "override": overrides.override(house.dana, "list.test", "It was taken over."),
    }  # fmt: skip


OTHERS: dict[str, Callable[[], Any]] = {
    "archive": lambda: b"PK",
    "contents": lambda: [Content.WARNINGS],
    "content": lambda: INDICATORS,
    "is_attack": lambda: True,
    "called_at": lambda: datetime(2026, 3, 1, tzinfo=UTC),
    "contact": lambda: "+999 1",
    "due": lambda: datetime(2026, 3, 9, tzinfo=UTC),
    "source": lambda: "the register",
    "to": lambda: "Quay",
    "to_key": lambda: verifier_key("quay", SigningKey(b"q" * 32).public),
    "address": lambda: "sami@harbour.example",
    "agencies": lambda: [Agency("North Bay Authority (fictional)", "هيئة الخليج الشمالي (متخيَّلة)")],
    "answer": lambda: "{}",
    "by": lambda: Judge(make_engine()),
    "challenge": lambda: "c",
    "code": lambda: "123456",
    "days": lambda: 3,
    "did": lambda: Danger.FILE,
    "files": lambda: [FileDigest("scan.parquet", "00" * 32, 9)],
    "first": lambda: date(2026, 3, 1),
    "ground": lambda: Ground.REQUEST,
    "how": lambda: Answer.REPEATS,
    "bundle": lambda: b'{"type": "bundle", "objects": []}',
    "given": lambda: replace(LATER, as_of=datetime(2026, 2, 1, tzinfo=UTC)),
    "hypothesis": lambda: "quiet-heron",
    "item": lambda: ITEM,
    "items": lambda: ["e4"],
    "otherwise": lambda: Dissent("an office", {"en": "No.", "ar": "لا."}),
    "reasons": lambda: "the reasons",
    "fact": lambda: FeatureKind.HOST,
    "line": lambda: "a-line",
    "was_them": lambda: True,
    "value": lambda: "evil.test",
    "image": lambda: b"a text",
    "codes": lambda: "JBSWY3DPEHPK3PXP",
    "checks": lambda: "0" * 64,
    "envelope": lambda: b"{}",
    "errand": lambda: ERRAND,
    "key": lambda: verifier_key("quay", SigningKey(b"q" * 32).public),
    "kind": lambda: Kind.NGO,
    "language": lambda: "ar",
    "kept": list,
    "last": lambda: date(2026, 3, 9),
    "model": lambda: "0" * 64,
    "name": lambda: "a name",
    "note": lambda: "a note",
    "now": lambda: Class.UNWANTED,
    "reads": list,
    "remote": Nowhere,
    "elsewhere": NoEvents,
    "writes": list,
    "ocr": Reads,
    "out": io.BytesIO,
    "outcome": lambda: "unknown",
    "passkeys": lambda: WebauthnPasskeys("localhost", "http://localhost"),
    "password": lambda: "correct horse battery",
    "passwords": Fast,
    "provider": Believing,
    "purpose": lambda: "to look",
    "raw": lambda: b'[organisation]\nname = "Quay"\n',
    "raws": lambda: [written(1)],
    "reason": lambda: "a reason that is long enough",
    "record": lambda: Person("Vera", ("vera@quay.example",)),
    "receiver": lambda: "pier",
    "giver": lambda: "giver-0000000000000000",
    "role": lambda: Role.AUDITOR,
    "said": lambda: Claim("Harbour", Speaker.VICTIM, Says.BY, "an actor", "2026-03"),
    "scopes": lambda: ["ask"],
    "seq": lambda: 0,
    "signer": lambda: NODE,
    "subject": lambda: "subject",
    "text": lambda: "a text",
    "title": lambda: "a title",
    "tlp": lambda: Tlp.CLEAR,
    "verdicts": lambda: {Class.CLEAN: 1},
    "version": lambda: "0",
    "witness": lambda: "a notary",
}
"""What is given for parameters that are no ids."""
IDS = {
    "alert", "alerts", "breaking", "case", "credential", "evidence", "incident", "incidents", "message",
    "messages", "people", "person", "question", "second", "secret", "session", "several", "statement",
    "subject", "wanted", "actor", "errand", "claim", "later", "answers", "about", "assessment", "naming",
    "other", "operation",
    "participant", "participants", "task", "victim", "partner", "circle", "consent", "recipient", "collection",
    "identity", "submission", "receipt", "sighting", "list", "override",
}  # fmt: skip


Copies = tuple["Tenants", Callable[[], AbstractContextManager[str]]]


class Tenants:
    """Harbour with one thing of every kind, and somebody of Quay who may do everything there."""

    def __init__(self, house: House, store: Store, clock: Clock) -> None:
        self.house = house
        everything = Judge(make_engine())
        dana = house.dana
        (done,) = submission.submit(dana, everything, [written(9, subject="BAD")])
        (calm,) = submission.submit(dana, everything, [written(3)])
        case = cases.open_case(dana, "March")
        collected = evidence.Collected(b"x", EvidenceRecord("a", "b"), "a/b", clock(), "t", "1")
        evidence.add(dana, case, [collected])
        lines = [seen("dana@harbour.example"), seen("dana@harbour.example", 9, ip="203.0.113.7")]
        (alert,) = accounts.take_in(house.sami, GivenLogs(lines, [alert_about(lines[1])])).alerts
        invitation = invitations.invite(house.ines, "p-remi")
        collection = collecting.open_collection(dana, "March (synthetic)")
        made = partners.add_partner(dana, "Pier (synthetic)", "", Tlp.RED, [collection], [collection])
        pier = access.recognise_partner(store, made.token)
        assert pier
        brought = exchange.bring(enter(store, clock, pier), collection, ENVELOPE)
        self.ids = {
            "partner": made.partner,
            "recipient": made.partner,
            "circle": circles.add_circle(dana, "A circle", members=[made.partner]),
            "consent": consents.give_consent(dana, "In writing."),
            "collection": collection,
            "identity": brought.added[0].id,
            "submission": brought.id,
            "alert": alert,
            "message": done.message,
            "incident": incidents.open_incident(dana, "Mails", [done.message or ""]),
            "case": case,
            "assessment": assessments.make(dana, OTHERS["given"](), ["incident-1"]),
            "naming": "naming-1",
            **_warned(house),
            "claim": claims.record(dana, OTHERS["said"](), ["incident-1"]),
            "receiver": comparing.let(dana, "pier"),
            "evidence": "ev-1",
            "participant": participants.join(dana, case, "Pier (synthetic)"),
            "task": tasks.set_task(dana, case, "Call", clock()),
            "victim": victims.found(dana, case, "Remi Vance (synthetic)"),
            "person": "p-sami",
            "question": ask.ask_text(house.sami, everything, "a text").question,
            "click": ask.clicked(house.sami, Danger.FILE, message=done.message or ""),
            "breaking": glass.open_glass(house.sami, calm.message or "", "a reason that is given", "p-noor"),
            "credential": credentials.add_subject(house.sami, Believing(), "sami", ERRAND),
            "session": sessions.make_token(house.sami, "a token", ["ask"], 9).id,
            "secret": invitation.secret,
            "statement": statement.draft(dana, NODE, befall(house), OTHERS["agencies"]()).statement,
            "subject": done.message,
            "oidc": "sami",
        }
        with store.write("harbour") as writer:
            record = writer.keep(msgspec.json.encode(NamingRecord("quiet-heron", "reasons", ("e4",))))
            writer.append(draft(ActorNamed("naming-1", self.ids["assessment"] or "", 0, record)))
        with store.write("quay") as writer:
            writer.append(
                draft(OrganisationCreated(name="Quay", kind="ngo")),
                person(writer, "Mona Vale", "mona@quay.example"),
                judged(writer, "m-quay"),
            )
        self.mona = entered(store, clock, "p-mona", *Role, organisation="quay")
        self.stranger = enter(store, clock, access.stranger("quay"))
        self.node = enter(store, clock, access.node("quay"))
        theirs = partners.add_partner(self.node, "Pier (synthetic)", "", Tlp.RED)
        known = access.recognise_partner(store, theirs.token)
        assert known
        self.partner = enter(store, clock, known)

    def who(self, case: UseCase) -> Access:
        every = (self.mona, self.stranger, self.node, self.partner)
        return next(one for one in every if case.rights <= rights_of(one.actor))

    def copied(self, url: str) -> Tenants:
        """The same in a copy of the database."""
        clock = Clock()
        clock.time = self.house.clock.time
        store = Store(url, b"k" * 32, clock)
        go_on(store, self.house.store)
        found = copy(self)
        found.mona, found.stranger, found.node, found.partner = (
            enter(store, clock, one.actor) for one in (self.mona, self.stranger, self.node, self.partner)
        )
        return found


@contextmanager
def _settled(url: str) -> Iterator[Tenants]:
    clock = Clock()
    store = Store(url, b"k" * 32, clock)
    store.begin("harbour")
    house = House(store, clock)
    store.begin("quay")
    found = Tenants(house, store, clock)
    store.close()
    yield found


@pytest.fixture(scope="module", params=DATABASES)
def settled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copies]:
    """Both organisations, made once in each kind of database, and how a copy of that is had."""
    if request.param == "sqlite":
        file = tmp_path_factory.mktemp("tenants") / "tocsin.db"
        shutil.copy(request.getfixturevalue("prepared"), file)
        with _settled(f"sqlite:///{file}") as made:
            yield made, lambda: _of_file(file)
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.database(request.getfixturevalue("prepared_there")) as url, _settled(url) as made:
        yield made, lambda: server.database(url.partition("@/")[2].partition("?")[0])


@contextmanager
def _of_file(file: Path) -> Iterator[str]:
    with TemporaryDirectory() as folder:
        shutil.copy(file, folder)
        yield f"sqlite:///{folder}/{file.name}"


@pytest.fixture
def tenants(settled: Copies) -> Iterator[Tenants]:
    made, copies = settled
    with copies() as url:
        found = made.copied(url)
        yield found
        opened: Any = found.node._parts[0]
        opened.close()


def _takes(case: UseCase) -> set[str]:
    return set(inspect.signature(inspect.unwrap(case.function)).parameters)


_SEVERAL = {
    "answers.close": "question", "answers.handle": "click", "accounts.confirm": "alert", "accounts.dismiss": "alert",
}  # fmt: skip
"""Of what there are several, where it is not messages."""


_STANDS = {
    "alerts": "alert", "about": "incident", "later": "claim", "answers": "claim", "incidents": "incident",
    "people": "person", "second": "person", "actor": "person", "participants": "participant",
    "other": "incident", "operation": "incident",
}  # fmt: skip
"""Of what an id stands in a parameter of another name."""


def _given(case: UseCase, ids: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a use case: ids wherever it takes one."""
    given: dict[str, Any] = {}
    for name, parameter in list(inspect.signature(inspect.unwrap(case.function)).parameters.items())[1:]:
        if name in ("several", "messages"):
            given[name] = [ids[_SEVERAL.get(case.name, "message")]] if case.name != "evidence.add" else []
        elif name in _STANDS:
            given[name] = [ids[_STANDS[name]]] if "Sequence" in str(parameter.annotation) else ids[_STANDS[name]]
        elif name == "item" and case.name == "participants.restrict":
            given[name] = ids["evidence"]
        elif name == "wanted" and case.name.startswith("exchange."):
            given[name] = Wanted()
        elif name == "raw" and case.name.startswith("exchange."):
            given[name] = ENVELOPE
        elif name == "wanted":
            given[name] = mail.Wanted(incident=ids["incident"], recipient=ids["person"])
        elif name == "person" and case.name == "invitations.set_up":
            given[name] = Person("Mallory", ("mallory@quay.example",))
        elif name == "code" and case.name.endswith("subject"):
            given[name] = ids["oidc"]
        elif name in ids:
            given[name] = ids[name]
        elif parameter.default is parameter.empty:
            assert name in OTHERS, f"{case.name}: say what is to be given for {name}"
            given[name] = OTHERS[name]()
    return given


def _tried(case: UseCase, who: Access, ids: dict[str, Any]) -> str:
    given = _given(case, ids)
    try:
        done = case.function(who, **given)
        done = list(done) if isinstance(done, Iterator) else done
    except TocsinError as error:
        text = f"{type(error).__name__}: {error} {error.hint}"
    else:
        text = repr(done)
    for value in filter(None, ids.values()):
        text = text.replace(str(value), "<id>")
    return re.sub(r"-\d+", "-n", text)


@pytest.mark.parametrize("case", [case for case in _all() if IDS & _takes(case)], ids=lambda case: case.name)
def test_another_organisation_learns_nothing_of_what_there_is(case: UseCase, tenants: Tenants) -> None:
    """Asked with every id of Harbour, it answers Quay exactly as it answers about ids that nobody has."""
    nobodys = {name: f"{name}-that-nobody-has" for name in tenants.ids}
    who = tenants.who(case)
    before = _log(tenants, "harbour")
    assert _tried(case, who, tenants.ids) == _tried(case, who, nobodys)
    assert _log(tenants, "harbour") == before, "nothing was written there"


def _log(tenants: Tenants, organisation: str) -> int:
    store = tenants.node._parts[0]
    with store.read(organisation) as reader:
        return reader.log.size


def test_the_ids_are_right_so_that_the_attempt_can_fail(house: House, store: Store, clock: Clock) -> None:
    """By those who may, the same ids are found; by Quay they are not."""
    store.begin("quay")
    tenants = Tenants(house, store, clock)
    ids = tenants.ids
    mail.message(house.dana, ids["message"] or "")
    incidents.incident(house.dana, ids["incident"] or "")
    accounts.alert(house.dana, ids["alert"] or "")
    claims.claim(house.dana, ids["claim"] or "")
    assessments.assessment(house.dana, ids["assessment"] or "")
    participants.restrict(house.dana, ids["case"] or "", ids["evidence"] or "", [ids["participant"] or ""])
    tasks.end_task(house.dana, ids["task"] or "")
    victims.verify_contact(house.dana, ids["victim"] or "", "+999 1", "the register", house.clock())
    answers.question(house.dana, ids["question"] or "")
    answers.handle(house.dana, [ids["click"] or ""])
    assert collecting.origin(house.dana, ids["collection"] or "", ids["identity"] or "")
    assert [one.item.partner for one in partners.partners(house.dana)] == [ids["partner"]]
    assert [one.item.circle for one in circles.circles(house.dana)] == [ids["circle"]]
    assert [one.item.consent for one in consents.consents(house.dana)] == [ids["consent"]]
    assert sending.preview(house.dana, ids["collection"] or "", ids["recipient"] or "").objects
    assert len(evidence.pieces(house.dana, ids["case"] or "")) == 1
    assert len(cases.case(house.dana, ids["case"] or "").pieces) == 1
    signing.statement(house.dana, ids["statement"] or "")
    sessions.revoke(house.sami, ids["session"] or "")
    for tried in (
        lambda: mail.message(tenants.mona, ids["message"] or ""),
        lambda: collecting.origin(tenants.mona, ids["collection"] or "", ids["identity"] or ""),
        lambda: partners.end_partner(tenants.mona, ids["partner"] or ""),
        lambda: circles.end_circle(tenants.mona, ids["circle"] or ""),
        lambda: consents.end_consent(tenants.mona, ids["consent"] or ""),
        lambda: sending.preview(tenants.mona, ids["collection"] or "", ids["recipient"] or ""),
        lambda: sending.approve(tenants.mona, ids["recipient"] or "", [], Tlp.CLEAR, "note"),
        lambda: exchange.status(tenants.partner, ids["submission"] or ""),
        lambda: exchange.objects(tenants.partner, ids["collection"] or "", Wanted()),
        lambda: incidents.incident(tenants.mona, ids["incident"] or ""),
        lambda: accounts.alert(tenants.mona, ids["alert"] or ""),
        lambda: claims.claim(tenants.mona, ids["claim"] or ""),
        lambda: assessments.assessment(tenants.mona, ids["assessment"] or ""),
        lambda: assessments.unname(tenants.mona, ids["naming"] or "", "x"),
        lambda: tasks.end_task(tenants.mona, ids["task"] or ""),
        lambda: victims.told(tenants.mona, ids["victim"] or "", "by telephone"),
        lambda: participants.leave(tenants.mona, ids["case"] or "", ids["participant"] or ""),
        lambda: evidence.pieces(tenants.mona, ids["case"] or ""),
        lambda: cases.case(tenants.mona, ids["case"] or ""),
        lambda: signing.statement(tenants.mona, ids["statement"] or ""),
        lambda: answers.question(tenants.mona, ids["question"] or ""),
        lambda: answers.handle(tenants.mona, [ids["click"] or ""]),
    ):
        with pytest.raises(NotFoundError):
            tried()
    with pytest.raises(SignInError):
        invitations.accept(tenants.stranger, ids["secret"] or "")
    invitations.accept(enter(house.store, house.clock, access.stranger("harbour")), ids["secret"] or "")
