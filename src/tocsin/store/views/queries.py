"""Looking things up in the views of one log. What each question means stands in `tocsin.app.ports.Views`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final, Unpack

import msgspec
from sqlalchemy import Select, exists, func, or_, select

from tocsin.app import ports
from tocsin.model.error import InputError
from tocsin.model.people import Role, Tlp
from tocsin.model.sentence import say
from tocsin.model.verdict import Class
from tocsin.model.view import (
    ClickItem,
    CountItem,
    CredentialItem,
    CustodyItem,
    EvidenceItem,
    GrantItem,
    IncidentItem,
    JournalFilter,
    JournalItem,
    MessageFilter,
    MessageItem,
    OrganisationItem,
    Page,
    PersonItem,
    QuestionItem,
    QueueItem,
    SessionItem,
    SignatureItem,
    StatementItem,
    Work,
)
from tocsin.store.views import tables as t
from tocsin.store.views.account_queries import AccountQueries
from tocsin.store.views.assessment_queries import AssessmentQueries
from tocsin.store.views.case_queries import CaseQueries
from tocsin.store.views.claim_queries import ClaimQueries
from tocsin.store.views.exchange_queries import ExchangeQueries
from tocsin.store.views.lookup import MAX_PAGE, chosen, made
from tocsin.store.views.operation_queries import OperationQueries
from tocsin.store.views.receiving_queries import ReceivingQueries

MOST_COUNTED: Final = 1_000


class Views(
    AccountQueries, AssessmentQueries, CaseQueries, ClaimQueries, ExchangeQueries, OperationQueries, ReceivingQueries,
    ports.Views,
):  # fmt: skip
    """The views of one log, within a transaction."""

    # Mail

    def message(self, message: str) -> MessageItem | None:
        return self._one(MessageItem, t.messages, message=message)

    def message_by_content(self, sha256: str) -> MessageItem | None:
        return self._one(MessageItem, t.messages, content=t.address_key(self._key, sha256))

    def same(self, message: str) -> Sequence[MessageItem]:
        """Return other messages with the same message id, or the same words and files, the latest 500."""
        c = t.messages.c
        row = self._connection.execute(self._all(t.messages, message=message)).first()
        marks = (
            [column == value for column, value in ((c.message_id, row.message_id), (c.body, row.body)) if value]
            if row
            else []
        )
        if not marks:
            return []
        query = self._all(t.messages).where(or_(*marks), c.message != message)
        return self._list(MessageItem, query.order_by(c.seq.desc()).limit(MAX_PAGE))

    def several(self, messages: Sequence[str]) -> Sequence[MessageItem]:
        query = self._all(t.messages).where(t.messages.c.message.in_(messages))
        found = {item.message: item for item in self._list(MessageItem, query)}
        return [found[message] for message in messages if message in found]

    def queue(
        self, labels: Collection[Tlp], at: datetime, kinds: Collection[Work] = tuple(Work), after: str | None = None,
        limit: int = 50,
    ) -> Page[QueueItem]:  # fmt: skip
        query = self._waiting(select(t.queue), labels, at, kinds)
        return self._page(QueueItem, query, (t.queue.c.urgency, t.queue.c.seq), after, limit)

    def waiting(
        self, labels: Collection[Tlp], at: datetime, kinds: Collection[Work] = tuple(Work)
    ) -> dict[Work, int]:  # fmt: skip
        if not kinds:
            return {}
        counts = []
        for kind in kinds:
            # In order, so that the index of the kind is read: SQLite would else read all that waits for each kind.
            found = self._waiting(select(t.queue.c.thing), labels, at, (kind,)).order_by(
                t.queue.c.urgency, t.queue.c.seq
            )
            some = found.limit(MOST_COUNTED).subquery()
            counts.append(select(func.count()).select_from(some).scalar_subquery().label(kind.value))
        row = self._connection.execute(select(*counts)).one()
        return {kind: int(number) for kind, number in zip(kinds, row, strict=True)}

    def _waiting(
        self, query: Select[Any], labels: Collection[Tlp], at: datetime, kinds: Collection[Work]
    ) -> Select[Any]:  # fmt: skip
        c = t.queue.c
        query = query.where(
            c.log == self._log, or_(c.until.is_(None), c.until > at), or_(c.tlp.is_(None), c.tlp.in_(labels))
        )
        for kind in (Work.TASK, Work.NOTICE):
            if kind in kinds and (strict := [label.value for label in Tlp if label not in labels]):
                query = query.where(or_(c.kind != kind.value, ~_of_hidden(kind, strict)))
        if len(kinds) == 1:
            return query.where(c.kind == next(iter(kinds)).value)
        # Said by what is left out, so that the index of all kinds is still read in order.
        others = [kind.value for kind in Work if kind not in kinds]
        return query.where(c.kind.not_in(others)) if others else query

    def messages(self, after: str | None = None, limit: int = 50, **given: Unpack[MessageFilter]) -> Page[MessageItem]:
        c = t.messages.c
        query = self._all(t.messages, **chosen(given, "state", "verdict"))
        if (sender := given.get("sender")) is not None:
            query = query.where(c.sender == t.address_key(self._key, sender))
        if given.get("known"):
            flagged = (c.judged != Class.CLEAN.value) | (c.verdict != Class.CLEAN.value)
            query = query.where(flagged | c.reported.is_(True) | c.clicked.is_(True))
        marks = [f"{kind}:{value}" for kind, value in chosen(given, "recipient", "technique").items()]
        order: Any = c.seq
        if (
            marks
        ):  # The first mark is read in order, and each of its messages asked for the others, until a part is full.
            first = t.marks.alias()
            query = query.join(first, (first.c.log == c.log) & (first.c.seq == c.seq))
            query = query.where(*_is(first, self._log, marks[0]))
            order = first.c.seq
        for mark in marks[1:]:
            other = t.marks.alias()
            query = query.where(exists().where(*_is(other, self._log, mark), other.c.seq == c.seq))
        if (incident := given.get("incident")) is not None:
            b = t.incident_messages
            query = query.join(b, (b.c.log == c.log) & (b.c.message == c.message))
            query = query.where(b.c.log == self._log, b.c.incident == incident)
            order = b.c.seq
        return self._page(MessageItem, query, (order,), after, limit)

    def questions(self, person: str | None = None, after: str | None = None, limit: int = 50) -> Page[QuestionItem]:
        query = self._all(t.questions, **({"person": person} if person else {}))
        return self._page(QuestionItem, query, (t.questions.c.seq,), after, limit)

    def question(self, question: str) -> QuestionItem | None:
        return self._one(QuestionItem, t.questions, question=question)

    def click(self, click: str) -> ClickItem | None:
        return self._one(ClickItem, t.clicks, click=click)

    def grants(self, message: str | None = None) -> Sequence[GrantItem]:
        query = self._all(t.grants, **({"message": message} if message else {"told": False}))
        return self._list(GrantItem, query.order_by(t.grants.c.seq))

    def grant(self, grant: str) -> GrantItem | None:
        """Return one of them by its id."""
        return self._one(GrantItem, t.grants, grant=grant)

    def counts(self, kind: str, first: date, last: date) -> Sequence[CountItem]:
        c = t.counts.c
        query = self._all(t.counts, kind=kind).where(c.day.between(first.isoformat(), last.isoformat()), c.messages > 0)
        return self._list(CountItem, query.order_by(c.day, c.value))

    # Organisation and people

    def organisation(self) -> OrganisationItem:
        found = self._one(OrganisationItem, t.organisations)
        if found is None:
            raise InputError(say("the organisation has not been created yet"), say("`tocsin store init` does so."))
        return found

    def people(self) -> Sequence[PersonItem]:
        return self._with_roles(self._list(PersonItem, self._all(t.people, removed=False).order_by(t.people.c.seq)))

    def person(self, person: str) -> PersonItem | None:
        found = self._one(PersonItem, t.people, person=person)
        return self._with_roles([found])[0] if found else None

    def person_by_address(self, address: str) -> PersonItem | None:
        query = self._all(t.addresses, address=t.address_key(self._key, address)).order_by(t.addresses.c.private)
        row = self._connection.execute(query).first()
        return self.person(row.person) if row else None

    def _with_roles(self, people: Sequence[PersonItem]) -> list[PersonItem]:
        roles: dict[str, list[Role]] = {}
        for row in self._connection.execute(self._all(t.roles).order_by(t.roles.c.role)):
            roles.setdefault(row.person, []).append(Role(row.role))
        return [msgspec.structs.replace(one, roles=tuple(roles.get(one.person, ()))) for one in people]

    def credentials(self, person: str, *, removed: bool = False) -> Sequence[CredentialItem]:
        query = self._all(t.credentials, person=person, removed=removed)
        return self._list(CredentialItem, query.order_by(t.credentials.c.seq))

    def credential(self, credential: str) -> CredentialItem | None:
        """Return a way to sign in by its id, removed or not."""
        return self._one(CredentialItem, t.credentials, credential=credential)

    def credential_by_handle(self, handle: str) -> CredentialItem | None:
        """Return the way to sign in with a handle, unless it was removed."""
        return self._one(CredentialItem, t.credentials, handle=t.address_key(self._key, handle), removed=False)

    def session(self, session: str) -> SessionItem | None:
        """Return a session or token by its id, revoked or not."""
        return self._one(SessionItem, t.sessions, session=session)

    def sessions(self, person: str) -> Sequence[SessionItem]:
        query = self._all(t.sessions, person=person, revoked=False)
        return self._list(SessionItem, query.order_by(t.sessions.c.seq.desc()))

    # Incidents, evidence

    def incidents(self, state: str | None = None, after: str | None = None, limit: int = 50) -> Page[IncidentItem]:
        query = self._all(t.incidents, **({"state": state} if state else {}))
        return self._page(IncidentItem, query, (t.incidents.c.seq,), after, limit)

    def incident(self, incident: str) -> IncidentItem | None:
        return self._one(IncidentItem, t.incidents, incident=incident)

    def incidents_with(self, messages: Sequence[str]) -> dict[str, tuple[IncidentItem, ...]]:
        b, i = t.incident_messages, t.incidents
        query = select(b.c.message, i).join(i, (i.c.log == b.c.log) & (i.c.incident == b.c.incident))
        query = query.where(b.c.log == self._log, b.c.message.in_(messages)).order_by(i.c.seq)
        found: dict[str, tuple[IncidentItem, ...]] = {}
        for row in self._connection.execute(query):
            found[row.message] = (*found.get(row.message, ()), made(IncidentItem, row))
        return found

    def incidents_of(self, case: str) -> Sequence[IncidentItem]:
        return self._list(IncidentItem, self._all(t.incidents, case=case).order_by(t.incidents.c.seq))

    def evidence(self, evidence: str) -> EvidenceItem | None:
        found = self._one(EvidenceItem, t.evidence, evidence=evidence)
        return self._with_custody(found) if found else None

    def evidence_of(self, case: str) -> Sequence[EvidenceItem]:
        query = self._all(t.evidence, case=case).order_by(t.evidence.c.seq)
        return [self._with_custody(found) for found in self._list(EvidenceItem, query)]

    def evidence_by_content(self, refs: Iterable[str]) -> Sequence[EvidenceItem]:
        found = (self._one(EvidenceItem, t.evidence, content=ref) for ref in refs)
        return [self._with_custody(one) for one in found if one]

    def _with_custody(self, item: EvidenceItem) -> EvidenceItem:
        query = self._all(t.custody, evidence=item.evidence).order_by(t.custody.c.seq)
        return msgspec.structs.replace(item, custody=tuple(self._list(CustodyItem, query)))

    # Statements

    def statements(self, incident: str | None = None, after: str | None = None, limit: int = 50) -> Page[StatementItem]:
        query = self._all(t.statements, **({"incident": incident} if incident else {}))
        page = self._page(StatementItem, query, (t.statements.c.seq,), after, limit)
        return Page(tuple(self._with_signatures(one) for one in page.items), page.after)

    def statement(self, statement: str) -> StatementItem | None:
        found = self._one(StatementItem, t.statements, statement=statement)
        return self._with_signatures(found) if found else None

    def _with_signatures(self, item: StatementItem) -> StatementItem:
        query = self._all(t.signatures, statement=item.statement, sha256=item.sha256)
        found = self._list(SignatureItem, query.order_by(t.signatures.c.seq))
        first = {one.key: one for one in reversed(found)}
        return msgspec.structs.replace(item, signatures=tuple(sorted(first.values(), key=lambda one: one.seq)))

    # The log

    def entries_about(self, thing: str) -> Sequence[int]:
        queries = (
            select(table.c.seq).where(table.c.log == self._log, column == thing)
            for table, column in ((t.journal, t.journal.c.subject), (t.mentions, t.mentions.c.thing))
        )
        return sorted({seq for query in queries for seq in self._connection.scalars(query)})

    def journal(self, after: str | None = None, limit: int = 50, **given: Unpack[JournalFilter]) -> Page[JournalItem]:
        query = self._all(t.journal, **chosen(given, "type", "actor", "subject"))
        query = query.where(t.journal.c.type.in_(given["types"])) if given.get("types") else query
        return self._page(JournalItem, query, (t.journal.c.seq,), after, limit)


def _of_hidden(kind: Work, strict: Collection[str]) -> Any:
    """Whether a task or victim in the queue is of a case that bears one of the strictest labels now."""
    things, key = (t.tasks, t.tasks.c.task) if kind is Work.TASK else (t.victims, t.victims.c.victim)
    k, i = t.cases.c, t.incidents.c
    its = select(i.incident).where(i.log == k.log, i.case == k.case).correlate(t.cases)
    hidden = or_(k.tlp.in_(strict), its.where(i.tlp.in_(strict)).exists(), k.tlp.is_(None) & ~its.exists())
    found = select(k.case).join(things, (things.c.log == k.log) & (things.c.case == k.case))
    return found.where(things.c.log == t.queue.c.log, key == t.queue.c.thing, hidden).correlate(t.queue).exists()


def _is(marks: Any, log: int, mark: str) -> tuple[Any, Any]:
    return marks.c.log == log, marks.c.mark == mark
