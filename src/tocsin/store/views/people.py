"""Views of the organisation, its people, and how they sign in."""

from __future__ import annotations

from typing import Final

import msgspec

from tocsin.model import event as events
from tocsin.model.event import Envelope, Ref
from tocsin.model.profile import Person
from tocsin.model.record import CredentialRecord
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new, remove, to

_person: Final = msgspec.json.Decoder(Person)
_credential: Final = msgspec.json.Decoder(CredentialRecord)


_NEW_PERSON, _NEW_ADDRESS, _NEW_ROLE = new(t.people), new(t.addresses), new(t.roles)
_NEW_ORGANISATION = new(t.organisations)
_RENAMED: Final = change(t.organisations).values(name=to("name"), kind=to("kind"), profile_seq=to("seq"))
_PERSON_TO: Final = change(t.people, "person").values(record=to("record"), high_risk=to("high_risk"), tips=to("tips"))
_NO_ADDRESSES: Final = remove(t.addresses, "person")
_GONE: Final = (
    change(t.people, "person").values(removed=True),
    remove(t.roles, "person"),
    remove(t.addresses, "person"),
    change(t.sessions, "person").values(revoked=True),
    change(t.credentials, "person").values(removed=True),
)
_NO_ROLE: Final = remove(t.roles, "person", "role")
_LANGUAGE: Final = change(t.people, "person").values(language=to("language"))
_CLEARANCE: Final = change(t.people, "person").values(tlp=to("tlp"))


@handles(events.OrganisationCreated)
def _created(batch: Batch, envelope: Envelope, event: events.OrganisationCreated) -> None:
    organisation = envelope.organisation
    batch.run(_NEW_ORGANISATION, organisation=organisation, name=event.name, kind=event.kind, profile_seq=None)


@handles(events.ProfileChanged)
def _profile(batch: Batch, envelope: Envelope, event: events.ProfileChanged) -> None:
    organisation = event.organisation
    batch.run(_RENAMED, to_name=organisation.name, to_kind=organisation.kind.value, to_seq=envelope.seq)


@handles(events.PersonAdded)
def _person_added(batch: Batch, envelope: Envelope, event: events.PersonAdded) -> None:
    batch.run(
        _NEW_PERSON, person=event.person, seq=envelope.seq, record=event.record, high_risk=event.high_risk,
        tips=event.tips, tlp=None, removed=False, language=None,
    )  # fmt: skip
    _addresses(batch, event.person, event.record)


@handles(events.PersonChanged)
def _person_changed(batch: Batch, envelope: Envelope, event: events.PersonChanged) -> None:
    batch.run(
        _PERSON_TO, the_person=event.person, to_record=event.record, to_high_risk=event.high_risk, to_tips=event.tips
    )
    batch.run(_NO_ADDRESSES, the_person=event.person)
    _addresses(batch, event.person, event.record)


def _addresses(batch: Batch, person: str, record: Ref) -> None:
    if (raw := batch.records.get(record)) is None:
        return
    found = _person.decode(raw)
    private = dict.fromkeys(found.private_addresses, True) | dict.fromkeys(found.addresses, False)
    for address, is_private in {t.address_key(batch.key, a): p for a, p in private.items()}.items():
        batch.run(_NEW_ADDRESS, address=address, person=person, private=is_private, record=record)


@handles(events.PersonRemoved)
def _person_removed(batch: Batch, envelope: Envelope, event: events.PersonRemoved) -> None:
    for statement in _GONE:
        batch.run(statement, the_person=event.person)


@handles(events.RoleGiven)
def _role_given(batch: Batch, envelope: Envelope, event: events.RoleGiven) -> None:
    batch.run(_NO_ROLE, the_person=event.person, the_role=event.role.value)
    batch.run(_NEW_ROLE, person=event.person, role=event.role.value)


@handles(events.RoleTaken)
def _role_taken(batch: Batch, envelope: Envelope, event: events.RoleTaken) -> None:
    batch.run(_NO_ROLE, the_person=event.person, the_role=event.role.value)


@handles(events.ClearanceSet)
def _clearance(batch: Batch, envelope: Envelope, event: events.ClearanceSet) -> None:
    batch.run(_CLEARANCE, the_person=event.person, to_tlp=event.tlp.value)


@handles(events.LanguageChosen)
def _language(batch: Batch, envelope: Envelope, event: events.LanguageChosen) -> None:
    batch.run(_LANGUAGE, the_person=event.person, to_language=event.language)


_NEW_CREDENTIAL, _NEW_SESSION = new(t.credentials), new(t.sessions)
_COUNTED: Final = change(t.credentials, "credential").values(counter=to("counter"))
_NO_CREDENTIAL: Final = change_all(t.credentials, "credential").values(removed=True)
_REVOKED: Final = change_all(t.sessions, "session").values(revoked=True)


@handles(events.CredentialAdded)
def _credential_added(batch: Batch, envelope: Envelope, event: events.CredentialAdded) -> None:
    raw = batch.records.get(event.record)
    handle = _credential.decode(raw).handle if raw else ""
    batch.run(
        _NEW_CREDENTIAL, credential=event.credential, seq=envelope.seq, person=event.person, kind=event.kind,
        record=event.record, removed=False, counter=event.counter, added_at=envelope.occurred_at,
        handle=t.address_key(batch.key, handle) if handle else None,
    )  # fmt: skip


@handles(events.CredentialRemoved)
def _credential_removed(batch: Batch, envelope: Envelope, event: events.CredentialRemoved) -> None:
    batch.touch(_NO_CREDENTIAL, event.credential)


@handles(events.SessionOpened)
def _session_opened(batch: Batch, envelope: Envelope, event: events.SessionOpened) -> None:
    batch.run(
        _NEW_SESSION, session=event.session, seq=envelope.seq, kind="session", person=event.person,
        secret=event.secret, scopes="", opened_at=envelope.occurred_at, expires_at=event.expires_at, revoked=False,
        record=event.record,
    )  # fmt: skip
    for credential, counter in zip(event.credentials, event.counters, strict=False):
        batch.run(_COUNTED, the_credential=credential, to_counter=counter)


@handles(events.TokenMade)
def _token_made(batch: Batch, envelope: Envelope, event: events.TokenMade) -> None:
    batch.run(
        _NEW_SESSION, session=event.token, seq=envelope.seq,
        kind="invitation" if "invitation" in event.scopes else "token", person=event.person,
        secret=event.secret, scopes=" ".join(event.scopes), opened_at=envelope.occurred_at,
        expires_at=event.expires_at, revoked=False, record=event.name,
    )  # fmt: skip


@handles(events.SessionRevoked)
def _session_revoked(batch: Batch, envelope: Envelope, event: events.SessionRevoked) -> None:
    batch.touch(_REVOKED, event.session)


@handles(events.TokenRevoked)
def _token_revoked(batch: Batch, envelope: Envelope, event: events.TokenRevoked) -> None:
    batch.touch(_REVOKED, event.token)
