"""Views rebuilt from the log are those that were kept up to date on the way, whatever happened in whatever batches."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData, select
from tests.conftest import Clock
from tests.fixtures import postgres as pg

from tocsin.app.parts import erasure
from tocsin.model import event as e
from tocsin.model.alert import Alert, Severity
from tocsin.model.assessment import Question
from tocsin.model.claim import Answer, Says
from tocsin.model.error import InputError
from tocsin.model.exchange import Content, Standing
from tocsin.model.operation import FeatureKind, TieKind
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Organisation, Person
from tocsin.model.received import Reliability
from tocsin.model.record import AlertRecord, CredentialRecord, EvidenceRecord, MessageRecord, Note
from tocsin.model.verdict import Class, Danger
from tocsin.store.engine import open_engine, transaction
from tocsin.store.store import Store, Writer
from tocsin.store.views import tables

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
KINDS = (
    "mail person change remove role take tlp ask click confirm correct dismiss warn incident incident-change close "
    "answer close-question handle language close-case relabel "
    "case evidence read erase expire ask-glass glass tell credential no-credential session revoke token no-token "
    "logs alert alert-confirmed alert-dismissed alert-withdrawn directory "
    "assessment name unname fact fact-back line tie untie let stop-letting giver no-giver taken-name take-out "
    "join-case part-case join part restrict task end-task victim contact victim-told hand-over lead-back "
    "claim claim-tied claim-answer claim-struck "
    "circle no-circle consent no-consent approved "
    "partner allowed partner-ended open-collection close-collection added deleted sent "
    "receipt dropped sighting sighting-judged list no-list taken-back told aside no-aside retracted failed "
    "profile scan exported head bundle blocklist statement ready signed withdrawn"
).split()
step = st.tuples(st.sampled_from(KINDS), st.integers(0, 4), st.integers(0, 4), st.booleans())


class World:
    """Makes events that fit what happened before, as use cases do."""

    def __init__(self, writer: Writer, known: dict[str, list[str]]) -> None:
        self.writer = writer
        self.known = known

    def new(self, kind: str) -> str:
        ids = self.known.setdefault(kind, [])
        ids.append(f"{kind}-{len(ids)}")
        return ids[-1]

    def old(self, kind: str, number: int) -> str:
        ids = self.known.get(kind) or [f"{kind}-none"]
        return ids[number % len(ids)]

    def keep(self, value: object, flag: bool = False) -> e.Ref:
        until = self.writer.now + timedelta(seconds=3) if flag else None
        return self.writer.keep(msgspec.json.encode(value), until)

    def note(self) -> e.Ref:
        return self.keep(Note("a note"))

    def event(self, kind: str, n: int, m: int, flag: bool) -> Any:
        made = self._mail(kind, n, m, flag) or self._accounts(kind, n, m, flag)
        made = made or self._desk(kind, n, m, flag) or self._cases(kind, n, m, flag)
        made = made or self._assessments(kind, n, m, flag) or self._exchange(kind, n, m, flag)
        return made or self._people(kind, n, m, flag)

    def _mail(self, kind: str, n: int, m: int, flag: bool) -> Any:
        message, person, verdict = self.old("mail", n), self.old("person", m), list(Class)[m % 4]
        makers: dict[str, Callable[[], Any]] = {
            "mail": lambda: e.MailJudged(
                received_at=WHEN - timedelta(hours=7 * m) if flag else None,
                message=self.new("mail"), verdict=verdict, probability=n / 5, probability_malicious=0.1,
                findings=(e.Found("a", 1.0, ("T1566.002", f"T{n}")), e.Found("b", 1.0, ("T1566.002",))),
                recipients=(person, person),
                record=self.keep(MessageRecord(f"s{n}@x.test", sha256=str(m), message_id=f"{n}@x.test"), flag),
            ),
            "ask": lambda: e.SafetyAsked(question=self.new("question"), person=person, kind="mail",
                                         message=message if flag else None, verdict=verdict, probability=n / 5),
            "answer": lambda: e.QuestionAnswered(question=self.old("question", n), answer=self.note()),
            "close-question": lambda: e.QuestionClosed(question=self.old("question", n)),
            "click": lambda: e.ClickReported(person=person, did=Danger.CREDENTIALS, message=message if m else None,
                                             question=self.old("question", n) if flag else None,
                                             click=self.new("click")),
            "handle": lambda: e.ClickHandled(click=self.old("click", n)),
            "confirm": lambda: e.VerdictConfirmed(message=message, verdict=verdict),
            "correct": lambda: self._correction(message, list(Class)[(m + 1) % 4]),
            "dismiss": lambda: e.VerdictDismissed(message=message),
            "warn": lambda: e.RecipientsWarned(message=message, people=(person,)),
            "ask-glass": lambda: e.BreakGlassAsked(grant=self.new("grant"), message=message, second=person,
                                                   reason=self.note()),
            "glass": lambda: e.BreakGlassOpened(grant=self.old("grant", n), message=message, tell=(person,),
                                                tell_by=WHEN),
            "tell": lambda: e.BreakGlassTold(grant=self.old("grant", n), people=(person,)),
            "scan": lambda: e.MailScanned(scan=self.new("scan"), messages=9, verdicts={"clean": 9}),
        }  # fmt: skip
        return makers[kind]() if kind in makers else None

    def _accounts(self, kind: str, n: int, m: int, flag: bool) -> Any:
        alert, person = self.old("alert", n), self.old("person", m)
        makers: dict[str, Callable[[], Any]] = {
            "logs": lambda: e.LogsRead(
                self.new("reading"), n,
                (e.ActivityPage(WHEN, WHEN + timedelta(n), 1, self.keep("page", flag)),) * (m % 2),
            ),
            "alert": lambda: e.AlertRaised(
                self.new("alert"), "password-spray", list(Severity)[m], WHEN, people=(person, person),
                record=self.keep(AlertRecord(Alert(f"{n}", "password-spray", Severity.LOW, "", WHEN, WHEN, ())), flag),
                replaces=alert if flag else None,
            ),
            "alert-confirmed": lambda: e.AlertConfirmed(alert),
            "alert-dismissed": lambda: e.AlertDismissed(alert),
            "directory": lambda: e.DirectoryRead(self.new("reading"), ("okta",), n, self.keep("enrolments", flag)),
            "alert-withdrawn": lambda: e.AlertWithdrawn(alert),
        }  # fmt: skip
        return makers[kind]() if kind in makers else None

    def _correction(self, message: str, now: Class) -> Any:
        item = self.writer.views.message(message)
        return e.VerdictCorrected(message=message, was=item.verdict if item else Class.CLEAN, now=now)

    def _desk(self, kind: str, n: int, m: int, flag: bool) -> Any:
        incident, case = self.old("incident", n), self.old("case", n)
        messages = (self.old("mail", n), self.old("mail", m))
        alerts = (self.old("alert", n), self.old("alert", m))
        makers: dict[str, Callable[[], Any]] = {
            "incident": lambda: e.IncidentOpened(incident=self.new("incident"), title=self.note(), messages=messages,
                                                 alerts=alerts),
            "incident-change": lambda: e.IncidentChanged(incident=incident, messages=messages, alerts=alerts,
                                                         title=self.note() if flag else None),
            "relabel": lambda: e.IncidentRelabelled(incident, Tlp.RED, list(Tlp)[m % len(Tlp)], self.note()),
            "take-out": lambda: e.IncidentParted(incident, self.note(), messages[:1], alerts if flag else ()),
            "close": lambda: e.IncidentClosed(incident=incident, outcome="stopped"),
            "evidence": lambda: e.EvidenceAdded(
                evidence=self.new("evidence"), case=case, content=self.keep("bytes", flag), size=7, media_type="a/b",
                collected_at=WHEN, tool="tocsin", tool_version="1", record=self.keep(EvidenceRecord("a", "b"), flag),
                participant=f"participant-{m}" if flag else "",
            ),
            "read": lambda: e.EvidenceRead(evidence=self.old("evidence", n)),
            "exported": lambda: e.EvidenceExported(
                case=case, evidence=tuple({self.old("evidence", n), self.old("evidence", m)}), archive="x",
                tool_version="1",
            ),
            "head": lambda: e.HeadSigned(size=n, root="00", key="k"),
            "bundle": lambda: e.BundleMade(incident, "bundle", "00", Tlp.CLEAR, Tlp.GREEN, n, m, flag),
            "blocklist": lambda: e.BlocklistMade(incident, "00", "rpz", n, m, 0, WHEN),
            "statement": lambda: e.StatementDrafted(f"statement-{n}", incident, "00", "01", "02"),
            "ready": lambda: e.StatementReady(self.new("statement"), incident, f"0{m % 2}", n, self.note()),
            "signed": lambda: e.StatementSigned(self.old("statement", n), f"k{m}", f"0{m % 2}"),
            "withdrawn": lambda: e.StatementWithdrawn(self.old("statement", n), self.note()),
        }  # fmt: skip
        return makers[kind]() if kind in makers else None

    def _assessments(self, kind: str, n: int, m: int, flag: bool) -> Any:
        incident, assessment, naming = self.old("incident", n), self.old("assessment", n), self.old("naming", n)
        makers: dict[str, Callable[[], Any]] = {
            "assessment": lambda: e.AssessmentMade(assessment if flag else self.new("assessment"), Question.ACTOR,
                                                   self.note(), (incident,) * (n % 2), list(Tlp)[m]),
            "name": lambda: e.ActorNamed(self.new("naming"), assessment, n, self.note()),
            "line": lambda: e.LineTold(incident, flag, self.keep("line", flag), self.old("person", m) if flag else ""),
            "fact": lambda: e.FactTold(incident, FeatureKind.HOST, self.keep("fact", flag)),
            "fact-back": lambda: e.FactTakenBack(incident, n + m, self.note()),
            "tie": lambda: e.TieSaid("incident-0", f"incident-{m}", list(TieKind)[flag], self.note()),
            "untie": lambda: e.TieTakenBack("incident-0", f"incident-{m}"),
            "let": lambda: e.ComparingAllowed(f"org-{m}", flag, list(Tlp)[n % 3]),
            "giver": lambda: e.GiverAccepted(f"giver-{m}", self.note()),
            "no-giver": lambda: e.GiverRefused(f"giver-{m}"),
            "taken-name": lambda: e.NamingTaken(self.new("naming"), assessment, n, self.note(), "log", m, WHEN, flag),
            "stop-letting": lambda: e.ComparingEnded(f"org-{m}"),
            "unname": lambda: e.NamingWithdrawn(naming, assessment, self.note()),
        }  # fmt: skip
        return makers[kind]() if kind in makers else None

    def _cases(self, kind: str, n: int, m: int, flag: bool) -> Any:
        case, participant, tlp = self.old("case", n), f"participant-{m}", list(Tlp)[m]
        origin = e.CaseOrigin("log", n, m, "00", "01", "02")
        makers: dict[str, Callable[[], Any]] = {
            "case": lambda: e.CaseOpened(self.new("case"), self.note(), (self.old("incident", n),),
                                         tlp if flag else None, origin if flag else None),
            "join-case": lambda: e.CaseIncidentAdded(case, self.old("incident", m)),
            "part-case": lambda: e.CaseIncidentParted(case, self.old("incident", m), self.note(), tlp),
            "close-case": lambda: e.CaseClosed(case, self.note() if flag else None, self.note()),
            "hand-over": lambda: e.LeadHandedOver(case, self.note(), "00", self.note()),
            "lead-back": lambda: e.LeadTakenBack(case, self.note()),
            "join": lambda: e.ParticipantJoined(case, participant, tlp, self.note(),
                                                (self.old("person", n), self.old("person", m))),
            "part": lambda: e.ParticipantLeft(case, participant),
            "restrict": lambda: e.ItemRestricted(case, self.old("evidence", m), (participant,) * n if flag else None),
            "task": lambda: e.TaskSet(case, self.old("task", n) if flag else self.new("task"), self.note(), WHEN, tlp,
                                      participant),
            "end-task": lambda: e.TaskEnded(case, self.old("task", n), list(e.Ending)[flag], self.note()),
            "victim": lambda: e.VictimFound(case, self.new("victim"), self.keep("victim", flag), tlp),
            "contact": lambda: e.ContactVerified(case, self.old("victim", n), self.keep("contact", flag), WHEN),
            "receipt": lambda: e.IndicatorsReceived(
                self.new("receipt"), Reliability.B, tlp, n, m, 0, "00", self.note(), self.note()
            ),
            "dropped": lambda: e.IndicatorsDropped(self.old("receipt", n), self.note()),
            "sighting": lambda: e.IndicatorSighted(
                self.new("sighting"), self.old("receipt", m), tlp, WHEN, flag, self.note(),
                self.old("mail", n) if n % 2 else None,
            ),
            "sighting-judged": lambda: e.SightingJudged(self.old("sighting", n), flag),
            "list": lambda: e.ListKept(self.new("list"), e.Purpose.NO_SIGN, n, m, self.note()),
            "taken-back": lambda: e.WarningTakenBack(self.old("sighting", n), self.old("receipt", m), WHEN),
            "told": lambda: e.SourceTold(self.old("receipt", n), "collection-0", n, m),
            "aside": lambda: e.ListOverridden(self.new("override"), list(e.Purpose)[flag], WHEN, self.note()),
            "no-aside": lambda: e.OverrideEnded(self.old("override", n)),
            "no-list": lambda: e.ListDropped(self.old("list", n)),
            "claim": lambda: e.ClaimRecorded(self.new("claim"), Says.BY, self.note(), (case,) * (n % 2), tlp),
            "claim-tied": lambda: e.ClaimTied(self.old("claim", n), (case, self.old("incident", m))),
            "claim-answer": lambda: e.ClaimAnswered(self.old("claim", n), self.old("claim", m), Answer.REPEATS),
            "claim-struck": lambda: e.ClaimStruck(self.old("claim", n), self.note()),
            "victim-told": lambda: e.VictimTold(case, self.old("victim", n), list(e.Ending)[flag], self.note()),
        }  # fmt: skip
        return makers[kind]() if kind in makers else None

    def _exchange(self, kind: str, n: int, m: int, flag: bool) -> Any:
        partner, collection, feed = self.old("partner", n), self.old("collection", n), f"feed-{m}"
        makers: dict[str, Callable[[], Any]] = {
            "partner": lambda: e.PartnerAdded(self.new("partner"), self.note(), f"p{len(self.known['partner'])}"),
            "allowed": lambda: e.PartnerAllowed(
                partner, list(Tlp)[m], (collection,) * m, (collection,) * flag, list(Standing)[n % 3]
            ),
            "partner-ended": lambda: e.PartnerEnded(partner),
            "circle": lambda: e.CircleSet(
                self.old("circle", n) if flag else self.new("circle"), self.note(), list(Tlp)[m],
                tuple(Content)[:m], (partner,) * n, (collection,) * m,
            ),
            "no-circle": lambda: e.CircleEnded(self.old("circle", n)),
            "consent": lambda: e.ConsentGiven(self.new("consent"), self.old("person", n), self.note(), partner * flag),
            "no-consent": lambda: e.ConsentEnded(self.old("consent", n)),
            "approved": lambda: e.SendingApproved(partner, tuple(Content)[:m], list(Tlp)[n], self.note(), collection),
            "open-collection": lambda: e.CollectionOpened(self.new("collection"), self.note()),
            "close-collection": lambda: e.CollectionClosed(collection),
            "added": lambda: e.ObjectsAdded(collection, n, m, self.note(), feed if flag else ""),
            "deleted": lambda: e.ObjectsDeleted(collection, n),
            "sent": lambda: e.ObjectsSent(collection, feed, n, m, list(Tlp)[m], partner, m, self.note()),
            "retracted": lambda: e.ObjectTakenBack(self.new("retraction"), self.note(), (collection,), flag),
            "failed": lambda: e.FeedFailed(collection, feed),
        }  # fmt: skip
        return makers[kind]() if kind in makers else None

    def _people(self, kind: str, n: int, m: int, flag: bool) -> Any:
        person = self.old("person", n)
        record = Person(f"Person {n}", (f"p{n}@x.example", f"p{m}@x.example"), (f"p{m}@mail.test",))
        makers: dict[str, Callable[[], Any]] = {
            "person": lambda: e.PersonAdded(person=self.new("person"), record=self.keep(record, flag), high_risk=flag),
            "change": lambda: e.PersonChanged(person=person, record=self.keep(record), tips=flag),
            "remove": lambda: e.PersonRemoved(person=person),
            "role": lambda: e.RoleGiven(person=person, role=list(Role)[m]),
            "take": lambda: e.RoleTaken(person=person, role=list(Role)[m]),
            "language": lambda: e.LanguageChosen(person=person, language="ar"),
            "tlp": lambda: e.ClearanceSet(person=person, tlp=list(Tlp)[m]),
            "credential": lambda: e.CredentialAdded(credential=self.new("credential"), person=person, kind="totp",
                                                    record=self.keep(CredentialRecord("k", handle=f"h{n}"), flag)),
            "no-credential": lambda: e.CredentialRemoved(credential=self.old("credential", n)),
            "session": lambda: e.SessionOpened(session=self.new("session"), person=person,
                                               credentials=(self.old("credential", n),), counters=(m,),
                                               secret=f"s{len(self.known['session'])}", expires_at=WHEN),
            "revoke": lambda: e.SessionRevoked(session=self.old("session", n)),
            "token": lambda: e.TokenMade(token=self.new("token"), person=person, scopes=("read", "write"),
                                         secret=f"t{len(self.known['token'])}", expires_at=WHEN, name=self.note()),
            "no-token": lambda: e.TokenRevoked(token=self.old("token", n)),
            "profile": lambda: e.ProfileChanged(organisation=Organisation(f"Harbour {n}")),
        }  # fmt: skip
        return makers[kind]()


def _play(store: Store, batches: list[list[tuple[str, int, int, bool]]]) -> None:
    known: dict[str, list[str]] = {}
    with store.write("harbour") as writer:
        writer.append(e.Draft(e.OrganisationCreated(name="Harbour", kind="ngo"), "node"))
    for batch in batches:
        with store.write("harbour") as writer:
            world = World(writer, known)
            waiting: list[e.Draft] = []
            for kind, n, m, flag in batch:
                if kind in ("erase", "expire", "correct"):  # these look at what is there
                    writer.append(*waiting)
                    waiting = []
                if kind == "erase":
                    _erase(writer, world.old(("mail", "person", "evidence", "victim")[n % 4], m))
                elif kind == "expire":
                    erasure.expire(writer, "node")
                else:
                    at = WHEN + timedelta(hours=13 * n)
                    waiting.append(e.Draft(world.event(kind, n, m, flag), f"actor-{m}", occurred_at=at))
            writer.append(*waiting)


def _erase(writer: Writer, subject: str) -> None:
    try:
        erasure.erase(writer, subject, e.Ground.REQUEST, "node")
    except InputError:
        return


def rows(url: str, metadata: MetaData = tables.metadata) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every view, in an order of their own."""
    engine = open_engine(url)
    with transaction(engine) as connection:
        found = {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.tables.values()
        }
    engine.dispose()
    found["view_counts"] = [row for row in found["view_counts"] if row[-1]]
    return found


def _check(url: str, batches: list[list[tuple[str, int, int, bool]]]) -> None:
    store = Store(url, b"k" * 32, Clock())
    store.begin("harbour")
    _play(store, batches)
    kept = rows(url)
    _check_queue(url)
    read = store.rebuild()
    assert rows(url) == kept
    assert kept["view_progress"] == [(1, read)]
    with store.read("harbour") as reader:
        assert not reader.verify([]).broken
    store.close()


def _check_queue(url: str) -> None:
    """The queue holds what waits and nothing else, as worked out from the things themselves."""
    engine = open_engine(url)
    with transaction(engine) as connection:
        of = {table.name: list(connection.execute(select(table))) for table in tables.metadata.tables.values()}
    engine.dispose()
    queue = {(row.kind, row.thing) for row in of["view_queue"]}
    messages = {row.message for row in of["view_messages"] if row.state == "waiting"}
    asked = {("question", row.question): row for row in of["view_questions"]}
    assert queue - set(asked) == {
        *(("message", message) for message in messages),
        *(("click", row.click) for row in of["view_clicks"] if row.handled_by is None),
        *(("task", row.task) for row in of["view_tasks"] if row.state == "open"),
        *(("notice", row.victim) for row in of["view_victims"] if row.state == "open"),
        *(("alert", row.alert) for row in of["view_alerts"] if row.state == "waiting"),
        *(
            ("sighting", row.sighting)
            for row in of["view_sightings"]
            if (row.past or row.message is None) and row.state == "open"
        ),
        *(("incident", row.incident) for row in of["view_incidents"] if row.state == "open"),
        *(("telling" if row.opened_at else "glass", row.grant) for row in of["view_grants"] if not row.told),
        *(
            ("statement", row.statement)
            for row in of["view_statements"]
            if not row.withdrawn and row.needed > len(_keys(of["view_signatures"], row))
        ),
    }
    for key, row in asked.items():
        if row.state == "open":
            assert key in queue or row.message in messages, "somebody sees each open question"
        else:
            assert key not in queue


def _keys(signatures: list[Any], stated: Any) -> set[str]:
    same = (stated.statement, stated.sha256)
    return {row.key for row in signatures if (row.statement, row.sha256) == same}


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder) / 'tocsin.db'}"


batches = st.lists(st.lists(step, min_size=1, max_size=12), min_size=1, max_size=6)


@given(batches)
@settings(max_examples=25, deadline=None)
def test_rebuilt_is_incremental_on_sqlite(batches: list[list[tuple[str, int, int, bool]]]) -> None:
    with _sqlite() as url:
        _check(url, batches)


@pytest.mark.real
@given(batches)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rebuilt_is_incremental_on_postgresql(
    postgres: pg.Postgres, batches: list[list[tuple[str, int, int, bool]]]
) -> None:
    with postgres.database() as url:
        _check(url, batches)


def test_every_kind_of_event_is_played() -> None:
    """So that a new event is not left out of the property unnoticed."""
    with _sqlite() as url:
        store = Store(url, None, Clock())
        store.begin("harbour")
        _play(store, [[(kind, n, n, bool(n % 2)) for n in range(2)] for kind in KINDS])
        with store.read("harbour") as reader:
            seen = {type(entry.event) for entry in reader.log.read()}
        store.close()
    assert set(e.Event.__args__) - seen == {e.HeadWitnessed}
