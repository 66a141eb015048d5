"""What the tests of the console share: a console with an organisation at work, a browser, people who have signed in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, BrowserContext
from tests.fixtures.activities import GivenLogs, alert_about
from tests.fixtures.activities import sign_in as seen
from tests.fixtures.directories import entra
from tests.fixtures.provider import ERRAND, Believing
from tests.integration.taxii.place import indicator
from tests.integration.web.console import Console, browser, context, serving
from tests.real import needs
from tests.unit.app.test_assessments import LATER
from tests.unit.app.test_claims import VENDOR
from tests.unit.app.test_claims import VICTIM as SAID
from tests.unit.app.test_receiving import bundle as indicators_of

from tocsin.app import (
    access,
    accounts,
    ask,
    assessments,
    cases,
    circles,
    claims,
    collecting,
    comparing,
    consents,
    credentials,
    directory,
    evidence,
    incidents,
    invitations,
    log,
    mail,
    operations,
    overrides,
    participants,
    partners,
    people,
    receiving,
    sending,
    sessions,
    signing,
    statement,
    submission,
    tasks,
    victims,
)
from tocsin.app.access import Access, enter, recognise
from tocsin.app.parts.lures import judged_mail, with_urls
from tocsin.app.ports import LogFile
from tocsin.app.rights import PERSONAL, Right
from tocsin.common.tlp import MEMBER
from tocsin.formats import dsse
from tocsin.formats.checkpoint import verifier_key
from tocsin.identify.examples import message
from tocsin.model.activity import Act, Reason, Status
from tocsin.model.claim import Answer
from tocsin.model.event import Ending
from tocsin.model.exchange import Content
from tocsin.model.operation import FeatureKind, TieKind
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Kind
from tocsin.model.received import Reliability
from tocsin.model.source import RawMail
from tocsin.model.statement import Agency
from tocsin.net.keys import SigningKey
from tocsin.net.sources import Sources
from tocsin.statement import seal

EXAMPLES = Path(__file__).parents[3] / "examples"


BAY = Agency("North Bay Election Authority (fictional)", "هيئة انتخابات الخليج الشمالي (متخيَّلة)")
KEY = SigningKey(b"b" * 32)
"""That authority's, which lies elsewhere."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here speaks to the console over loopback."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.enable_socket)


@dataclass(frozen=True)
class Desk:
    """A console at work: the example organisation with its mail, and another organisation."""

    console: Console
    lead: str
    """Secret of the session of somebody who may do everything."""
    analyst: str
    """The same of a second person."""
    participant: str
    """The same of somebody of another organisation, who takes part in a case."""
    token: str
    """Secret of a token of the lead that may do all that a program may."""
    messages: tuple[str, ...]

    def person(self, address: str) -> str:
        """Return the id of somebody."""
        known = people.people(self.console.terminal("harbour"))
        return next(one.item.person for one in known if one.record and address in one.record.addresses)

    def window(
        self,
        started: Browser,
        language: str = "en",
        width: int = 1280,
        *,
        scripts: bool = True,
        secret: str = "",
    ) -> BrowserContext:
        """Return the window of the lead, or of whose session it is."""
        window = context(started, language, width, scripts=scripts)
        window.add_cookies([{"name": "tocsin", "value": secret or self.lead, "url": self.console.origin}])
        return window


LEAD = "layla@harbour.example"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    needs("chromium")
    with browser() as started:
        yield started


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """A console with an organisation to which nobody can sign in yet."""
    with serving(tmp_path) as running:
        running.begin("harbour", "Harbour Campaign (synthetic)")
        yield running


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The same at work. Tests that change it look only at what they changed."""
    with serving(tmp_path_factory.mktemp("desk")) as running:
        running.begin("harbour", "Harbour Campaign (synthetic)")
        people.import_profile(running.terminal("harbour"), (EXAMPLES / "profile.toml").read_bytes())
        lead = signed_in(running, "harbour", "Layla Haddad (synthetic)", "layla@harbour.example")
        second = signed_in(running, "harbour", "Noor Aziz (synthetic)", "noor@harbour.example", Role.ANALYST)
        third = signed_in(running, "harbour", "Omar Said (synthetic)", "omar@quay.example", Role.PARTICIPANT)
        found = recognise(running.node.store, lead, running.node.clock())
        assert found is not None
        scopes = sorted(right.value for right in frozenset(Right) - PERSONAL)
        token = sessions.make_token_for(running.terminal("harbour"), found.person, "tests", scopes, 1)
        yield Desk(running, lead, second, third, token.secret, fill(running, "harbour"))


def _lured(desk: Desk) -> str:
    """The alert on a click in a judged message, and a sign-in from elsewhere after it."""
    node = desk.console.node
    with node.store.read("harbour") as reader:
        mail, url = next((one, url) for one in judged_mail(reader) if one.path in desk.messages
                         for url in with_urls(reader, one).urls)  # fmt: skip
    came = datetime.fromisoformat(mail.time)
    click = replace(seen(LEAD), time=came + timedelta(minutes=9), act=Act.LINK_OPENED, id="click",
                    object=url)  # fmt: skip
    entered = replace(seen(LEAD, country="RO", ip="203.0.113.7"), time=came + timedelta(minutes=12), id="entered")
    usual = [replace(seen(LEAD), time=came - timedelta(days=day), id=f"usual-{day}") for day in range(1, 6)]
    found = alert_about(click, entered, detection="click-then-sign-in")
    return accounts.take_in(desk.console.terminal("harbour"), GivenLogs([*usual, click, entered], [found])).alerts[0]


@pytest.fixture(scope="session")
def known(desk: Desk) -> dict[str, str]:
    """Ids of things that there are, by what pages are about."""
    terminal, node = desk.console.terminal("harbour"), desk.console.node
    log.sign_head(terminal, node.signer)
    waiting = mail.messages(terminal, mail.Wanted(state="waiting")).items
    bad, worse = [one.item.message for one in waiting if one.item.message in desk.messages][:2]  # not of other tests
    quiet = [one.item.message for one in mail.messages(terminal, mail.Wanted(state="quiet")).items if one.sealed]
    person = desk.person("layla@harbour.example")
    incident = incidents.open_incident(terminal, "A partner's name · اسم شريك", [bad])
    question = ask.ask_text(terminal, node.judge, "Pay the fee: https://parcel-fee.test/pay").question or ""
    case = cases.open_case(terminal, "The mails of March · رسائل مارس", [incident])
    evidence.add_message(terminal, case, bad, "1")
    incidents.relabel_incident(terminal, incident, Tlp.GREEN, "Partners may know.")
    public = incidents.open_incident(terminal, "Everybody may know", [worse], Tlp.CLEAR)
    stated = statement.draft(terminal, node.signer, public, [BAY], synthetic=True, needed=2).statement
    files = signing.statement(terminal, stated).files
    envelope = dsse.signed(files[seal.PAYLOAD].encode(), KEY)
    signing.take(terminal, stated, envelope, verifier_key("north-bay", KEY.public))
    lines = [seen(LEAD, -1440 * day) for day in range(9, 0, -1)]
    tried = seen(
        LEAD, status=Status.FAILURE, reason=Reason.FACTOR_DENIED, password_right=True, ip="203.0.113.7", country="RO",
        agent="Mozilla/5.0 (Windows NT 10.0; Win64; x64)", file="entra-sign-ins.jsonl", network="Rented machines",
    )  # fmt: skip
    elsewhere = seen(LEAD, 60 * 30, ip="198.51.100.99", country="DE", network="A hotel")
    logs = GivenLogs([*lines, tried, elsewhere], [alert_about(tried, detection="factor-denied")])
    (alert,) = accounts.take_in(terminal, logs).alerts
    incidents.change_incident(terminal, incident, alerts=[alert])
    lured = _lured(desk)
    export = entra(LEAD, "mobilePhone", admin=True) + entra("printer@harbour.example")
    directory.take_in_directory(terminal, node.accounts, [LogFile("mfa.json", export)])
    claim = claims.record(terminal, SAID, [incident])
    claims.record(terminal, VENDOR, [incident], MEMBER, claim, Answer.CONTRADICTS)
    _joint(desk, case)
    warned = receiving.receive(
        terminal, indicators_of("evil.test", "gmail.com"), "Centre · مركز (synthetic)", Reliability.B, Tlp.GREEN
    ).receipt  # fmt: skip
    receiving.keep_list(terminal, b'{"name": "Banks (synthetic)", "type": "hostname", "list": ["bank.example"]}')
    partner, collection = _shared(terminal)
    overrides.override(terminal, "bank.example", "Somebody else has it now. · صار لغيره.", days=9)
    over = cases.open_case(terminal, "Calls to the press office · مكالمات", [public])
    victim = victims.found(terminal, over, "A voter · ناخبة (synthetic)")
    victims.told(terminal, victim, "They are not to be found. · لم يُعثر عليها.", Ending.DROPPED)
    cases.close_case(terminal, over, "All is told. · قيل كل شيء.", "Numbers belong on paper. · تُكتب الأرقام على الورق.")
    rests = replace(LATER.evidence[1], rests_on=(bad, alert, claim))
    items = (*LATER.evidence, replace(rests, id="e9"))
    given = replace(LATER, as_of=node.clock() - timedelta(days=1), evidence=items)
    assessment = assessments.make(terminal, given, [incident])
    return {
        "operation": _operation(desk.console, incident), "like": like(desk.console, "evil-like")[0],
        "alert": alert, "lured": lured, "case": case, "claim": claim, "assessment": assessment, "over": over,
        "receipt": warned, "partner": partner, "collection": collection,
        "public": public, "statement": stated, "bad": bad,
        "good": quiet[0], "closed": quiet[-1],
        "person": person, "incident": incident, "question": question,
        "gone": f"gone.{node.jobs._mark('gone', 'harbour', person)}",
    }  # fmt: skip


def like(console: Console, name: str) -> tuple[str, str]:
    """A message that is in no incident, and an incident with one that shares with it what is rare."""
    raws = [
        message(
            sender=f"Desk <desk@{name}.test>", subject="Verify your password now · تأكيد كلمة المرور",
            message_id=f"<{number}.{name}@{name}.test>", headers=[("Reply-To", f"Desk <{name}@gmail.com>")],
            text=f"Your account {number} is locked. Verify your password now.",
            links=[("https://harbour.example/login", f"https://harbour-login.{name}.test/verify.php")],
        ).raw
        for number in range(2)
    ]  # fmt: skip
    terminal = console.terminal("harbour")
    new, old = [one.message or "" for one in submission.submit(terminal, console.node.judge, raws)]
    return new, incidents.open_incident(terminal, f"Mails of {name} · رسائل (synthetic)", [old])


def _operation(console: Console, incident: str) -> str:
    """An operation of four incidents, one of which is only confirmed by a person; and a fifth that is near.

    Two more are of other organisations, one of which may be named.
    """
    terminal = console.terminal("harbour")
    titles = ("Letters to the treasurer · رسائل إلى أمين الصندوق", "A page that asks for codes", "رسائل نصية", "Near")
    others = [incidents.open_incident(terminal, title) for title in titles]
    for number, one in enumerate((incident, *others)):
        operations.tell_fact(terminal, one, FeatureKind.HOST, "login.harbour-mail.test", "a sandbox")
        if number < 3:
            operations.tell_fact(terminal, one, FeatureKind.CERTIFICATE, "ab" * 32, "the page's certificate")
    operations.tell_fact(terminal, others[1], FeatureKind.REGISTRANT, "Heron Ltd (synthetic)", "RDAP")
    operations.tell_fact(terminal, others[0], FeatureKind.REGISTRANT, "Heron Ltd (synthetic)", "RDAP")
    for name, named in (("mill", True), ("lock", False)):
        console.begin(name, f"{name.title()} newsroom · صحيفة (synthetic)", Kind.NEWSROOM)
        theirs = console.terminal(name)
        hit = incidents.open_incident(theirs, "Theirs alone", tlp=Tlp.GREEN)
        operations.tell_fact(theirs, hit, FeatureKind.HOST, "login.harbour-mail.test", "a sandbox")
        operations.tell_fact(theirs, hit, FeatureKind.CERTIFICATE, "ab" * 32, "a sandbox")
        comparing.let(theirs, "harbour", named=named)
    comparing.let(terminal, "mill", named=True, tlp=Tlp.GREEN)
    operations.tie(terminal, incident, others[2], TieKind.CONFIRMED, "The same voice on the telephone. · الصوت نفسه.")
    return operations.operation(terminal, incident).shown.operation.id


def _shared(terminal: Access) -> tuple[str, str]:
    """A partner in a circle, and a collection of which some leaves, some is withheld, and some waits."""
    collection = collecting.open_collection(terminal, "Warnings of March · تحذيرات آذار (synthetic)")
    pier = partners.add_partner(
        terminal, "Pier Centre · مركز الرصيف (synthetic)", "desk@pier.example", Tlp.GREEN, [collection]
    ).partner  # fmt: skip
    circles.add_circle(
        terminal, "Newsrooms · غرف الأخبار (synthetic)", Tlp.GREEN, [Content.WARNINGS], [pier], [collection]
    )  # fmt: skip
    consents.give_consent(terminal, "The board, in its meeting of 3 March · المجلس، في اجتماعه", recipient=pier)
    labels = (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, None)
    objects = [indicator(number, label) for number, label in enumerate(labels, 40_000)]
    note = indicator(40_010, Tlp.GREEN)
    note = {**note, "type": "x-note", "id": note["id"].replace("indicator", "x-note"), "name": "A note · ملاحظة"}
    collecting.put(terminal, collection, json.dumps({"objects": [*objects, note]}).encode())
    sending.approve(terminal, pier, [Content.WARNINGS], Tlp.GREEN, "Looked at · جرى الاطلاع", collection)
    return pier, collection


def _joint(desk: Desk, case: str) -> None:
    """Somebody takes part in a case, somebody is late, somebody has to be told."""
    terminal, now = desk.console.terminal("harbour"), desk.console.node.clock()
    quay = participants.join(
        terminal, case, "Quay centre · مركز الرصيف (synthetic)", Tlp.GREEN, [desk.person("omar@quay.example")],
        "omar@quay.example",
    )  # fmt: skip
    participants.join(terminal, case, "North Bay Election Authority (fictional)", Tlp.CLEAR)
    tasks.set_task(terminal, case, "Look for the sender · البحث عن المرسل", now - timedelta(hours=5), quay)
    tasks.set_task(terminal, case, "Reset the passwords of the press office", now + timedelta(days=2))
    ended = tasks.set_task(terminal, case, "Call the party's office", now)
    tasks.end_task(terminal, ended, note="They know. · أُبلغوا.")
    told = victims.found(terminal, case, "Remi Vance · ريمي فانس (synthetic)", "Her letters were read.")
    victims.verify_contact(
        terminal, told, "+999 20 555 01", "the register of associations · سجل الجمعيات", terminal.now
    )
    victims.found(terminal, case, "The treasurer of Mill (synthetic)")
    (piece, *_) = evidence.pieces(terminal, case)
    participants.restrict(terminal, case, piece.evidence, [quay])


def fill(console: Console, organisation: str) -> tuple[str, ...]:
    """Judge the shipped examples, and return the ids of the messages."""
    with Sources([str(EXAMPLES / "mailbox")]) as sources:
        raws = [one.raw for one in sources.open() if isinstance(one, RawMail)]
    done = submission.submit(console.terminal(organisation), console.node.judge, raws)
    return tuple(one.message for one in done if one.message)


def signed_in(console: Console, organisation: str, name: str, address: str, *roles: Role) -> str:
    """Let somebody in who can sign in again, and return the secret of their session."""
    _, invitation = console.let_in(
        organisation, name, address, *(roles or (Role.ADMIN, Role.LEAD, Role.ANALYST, Role.SIGNER))
    )
    node = console.node
    stranger = enter(node.store, access.stranger(organisation), node.clock, node.chance)
    opened = invitations.accept(stranger, invitation.secret, "a test")
    actor = recognise(node.store, opened.secret, node.clock())
    assert actor is not None
    credentials.add_subject(enter(node.store, actor, node.clock, node.chance), Believing(), address, ERRAND)
    return opened.secret
