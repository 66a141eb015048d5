"""Signing in and out: sessions of people, tokens of programs, invitations. Of a secret only its SHA-256 is kept."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, digest, is_enrolled, missing, use_case
from tocsin.app.credentials import Question
from tocsin.app.parts import notes
from tocsin.app.parts.sessions import end_of, refuse_invitation_again
from tocsin.app.ports import Passkeys, Passwords, Reader, Views, Writer
from tocsin.app.rights import PERSONAL, Right
from tocsin.common import totp
from tocsin.model.error import InputError, SignInError
from tocsin.model.event import ClearanceSet, Draft, PersonAdded, RoleGiven, SessionOpened, TokenMade, TokenRevoked
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person
from tocsin.model.record import CredentialRecord, Note
from tocsin.model.sentence import say
from tocsin.model.view import CredentialItem, SessionItem

SESSION: Final = timedelta(hours=12)
INVITATION: Final = timedelta(days=3)
FIRST_RUN: Final = timedelta(days=1)
TOKEN_DAYS: Final = 365
"""A token lives so long at most."""
_FIRST_ROLES: Final = (Role.ADMIN, Role.LEAD, Role.ANALYST)
_DOCS: Final = "howto/let-people-in.md"
_CONSOLE: Final = f"{_DOCS}#in-the-console"
_BROWSER: Final = Exempt("a person does it in a browser, in the console; terminal and tokens are nobody's")


class Opened(Struct, frozen=True):
    """A session, a token or an invitation. The secret is told once and kept nowhere."""

    id: str
    secret: str
    person: str
    expires_at: datetime


class SessionShown(Struct, frozen=True):
    """A session or token, as its owner sees it."""

    item: SessionItem
    about: str
    """Address and browser, or the name of a token."""


# Signing in


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sign_in(grant: Grant, passwords: Passwords, address: str, password: str, code: str, device: str = "") -> Opened:
    """Sign in by address, password and one-time code. Raises SignInError, and does not tell what was wrong.

    A code is taken once (RFC 6238, section 5.2). Trying many is for the interface to slow down.
    """
    with grant.read() as reader:
        person = reader.views.person_by_address(address)
        known = _records(reader, person.person if person else "")
    if person is None or "password" not in known:
        passwords.hash(password[:256])  # so that an address that is not known takes as long as one that is
        raise _refused()
    if not passwords.matches(known["password"][1].secret, password) or "totp" not in known:
        raise _refused()
    secret = totp.decoded(known["totp"][1].secret)
    with grant.write() as writer:
        item = writer.views.credential(known["totp"][0].credential)
        step = totp.matching(secret, code, writer.now.timestamp(), item.counter) if item and not item.removed else None
        if step is None:
            raise _refused()
        counted = {known["password"][0].credential: 0, known["totp"][0].credential: step}
        return _open(grant, writer, person.person, counted, device)


def _records(reader: Reader, person: str) -> dict[str, tuple[CredentialItem, CredentialRecord]]:
    """A person's ways to sign in of which there is one of a kind."""
    found: dict[str, tuple[CredentialItem, CredentialRecord]] = {}
    for item in reader.views.credentials(person) if person else ():
        if record := notes.read(reader, item.record, CredentialRecord):
            found[item.kind] = (item, record)
    return found


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def ask_for_passkey(grant: Grant, passkeys: Passkeys) -> Question:
    """Return what a browser is to be asked so that it signs in with a passkey."""
    challenge = grant.secret()
    return Question(passkeys.to_sign_in(challenge.encode()), challenge)


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sign_in_by_passkey(grant: Grant, passkeys: Passkeys, answer: str, challenge: str, device: str = "") -> Opened:
    """Sign in by what a browser answered. Raises SignInError."""
    handle = passkeys.credential_of(answer).hex()
    with grant.write() as writer:
        item = writer.views.credential_by_handle(handle)
        record = notes.read(writer, item.record, CredentialRecord) if item else None
        if item is None or record is None or item.kind != "passkey":
            raise _refused()
        key = base64.b64decode(record.secret)
        counter = passkeys.signed_in(answer, challenge.encode(), key, item.counter)
        return _open(grant, writer, item.person, {item.credential: counter}, device)


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sign_in_by_subject(grant: Grant, issuer: str, subject: str, device: str = "") -> Opened:
    """Sign in by an OIDC token that the interface has verified. Raises SignInError."""
    handle = f"{issuer}\n{subject}"
    with grant.write() as writer:
        item = writer.views.credential_by_handle(handle)
        record = notes.read(writer, item.record, CredentialRecord) if item else None
        if item is None or record is None or item.kind != "oidc" or record.handle != handle:
            raise _refused()
        return _open(grant, writer, item.person, {item.credential: 0}, device)


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def accept(grant: Grant, secret: str, device: str = "") -> Opened:
    """Come in by an invitation, once. Until they have a whole way to sign in, the person may only add one."""
    with grant.write() as writer:
        invitation = _invitation(grant, writer, secret)
        if not invitation.person or is_enrolled(writer.views, invitation.person):
            raise _refused()
        return _come_in(grant, writer, invitation, invitation.person, device)


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def set_up(grant: Grant, secret: str, person: Person, device: str = "") -> Opened:
    """Let the first person in by the one-time token of the terminal; they may do everything, and give roles away."""
    if not person.name.strip() or not person.addresses:
        raise InputError(say("a person needs a name and an address"), say("Write the address as name@domain.example."))
    with grant.write() as writer:
        invitation = _invitation(grant, writer, secret)
        if invitation.person or _somebody_is_enrolled(writer.views):
            raise _refused()
        known = next(filter(None, map(writer.views.person_by_address, person.addresses)), None)
        identity = known.person if known else grant.new_id("person")
        if known is None:
            writer.append(grant.draft(PersonAdded(identity, notes.keep(writer, person), person.high_risk, person.tips)))
        writer.append(*(grant.draft(RoleGiven(identity, role)) for role in _FIRST_ROLES))
        writer.append(grant.draft(ClearanceSet(identity, Tlp.RED)))
        return _come_in(grant, writer, invitation, identity, device)


def _invitation(grant: Grant, writer: Writer, secret: str) -> SessionItem:
    found = writer.views.session(grant.session_of(secret) or "")
    if found is None or found.kind != "invitation" or found.revoked or found.expires_at <= writer.now:
        raise SignInError(
            say("this invitation is not valid any more"),
            say("It can be used once and for a short time. Ask for another."),
        )
    return found


def _come_in(grant: Grant, writer: Writer, invitation: SessionItem, person: str, device: str) -> Opened:
    writer.append(grant.draft(TokenRevoked(invitation.session)))
    return _open(grant, writer, person, {invitation.session: 0}, device)


def _open(grant: Grant, writer: Writer, person: str, counted: dict[str, int], device: str) -> Opened:
    found = writer.views.person(person)
    if found is None or found.removed:
        raise _refused()
    opened = Opened(grant.new_id("session"), grant.secret(), person, writer.now + SESSION)
    about = notes.keep_note(writer, device[:500], writer.now + notes.RETENTION)
    event = SessionOpened(
        opened.id, person, tuple(counted), digest(opened.secret), opened.expires_at, about, tuple(counted.values())
    )
    writer.append(Draft(event, person))
    return opened


def _refused() -> SignInError:
    """Return the one answer, whatever was wrong."""
    return SignInError(
        say("signing in did not work"), say("Is all of it right? An administrator can send a new invitation.")
    )


# Sessions


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sign_out(grant: Grant) -> None:
    """End the session of the one who asks."""
    with grant.write() as writer:
        writer.append(grant.draft(end_of("session", grant.actor.session)))


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def sessions(grant: Grant) -> tuple[SessionShown, ...]:
    """Return one's own sessions and tokens that have not ended."""
    return _sessions(grant, grant.actor.person)


@use_case(Right.MANAGE_CREDENTIALS, cli="person sessions", http="GET /v1/people/{person}/sessions", docs=_DOCS)
def sessions_of(grant: Grant, person: str) -> tuple[SessionShown, ...]:
    """Return somebody's sessions and tokens that have not ended."""
    return _sessions(grant, person)


def _sessions(grant: Grant, person: str) -> tuple[SessionShown, ...]:
    with grant.read() as reader:
        if reader.views.person(person) is None:
            raise missing(person)
        live = [item for item in reader.views.sessions(person) if item.expires_at > grant.now]
        return tuple(SessionShown(item, notes.text(reader, item.record)) for item in live)


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def revoke(grant: Grant, session: str) -> None:
    """End one of one's own sessions or tokens."""
    _revoke(grant, session, grant.actor.person)


@use_case(Right.MANAGE_CREDENTIALS, cli="token revoke", http="DELETE /v1/sessions/{session}", docs=_DOCS)
def revoke_of(grant: Grant, session: str) -> None:
    """End anybody's session, token or invitation."""
    _revoke(grant, session, None)


def _revoke(grant: Grant, session: str, person: str | None) -> None:
    with grant.write() as writer:
        item = writer.views.session(session)
        if item is None or item.revoked or (person is not None and item.person != person):
            raise missing(session)
        writer.append(grant.draft(end_of(item.kind, session)))


# Tokens and invitations


@use_case(Right.OWN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def make_token(grant: Grant, name: str, scopes: Iterable[str], days: int) -> Opened:
    """Make a token by which a program does, for the one who asks, what its scopes allow and they may do themselves."""
    return _make_token(grant, grant.actor.person, name, scopes, days)


@use_case(
    Right.MANAGE_NODE, cli="token make", http=Exempt("only the terminal makes a token of somebody else"), docs=_DOCS
)
def make_token_for(grant: Grant, person: str, name: str, scopes: Iterable[str], days: int) -> Opened:
    """Make a token that does what a person may, within its scopes."""
    return _make_token(grant, person, name, scopes, days)


def _make_token(grant: Grant, person: str, name: str, scopes: Iterable[str], days: int) -> Opened:
    wanted = sorted({str(scope) for scope in scopes})
    offered = {right.value for right in frozenset(Right) - PERSONAL}
    if not wanted or not set(wanted) <= offered or not 1 <= days <= TOKEN_DAYS:
        raise InputError(
            say("a token needs scopes that there are, and 1 to %(most)s days", most=TOKEN_DAYS),
            say("Scopes: %(scopes)s", scopes=", ".join(sorted(offered))),
        )
    return _issue(grant, "token", person, tuple(wanted), name, timedelta(days=days))


@use_case(Right.MANAGE_CREDENTIALS, cli="person invite", http="POST /v1/people/{person}/invitation", docs=_DOCS)
def invite(grant: Grant, person: str) -> Opened:
    """Return an invitation by which a person comes in once to add a way to sign in. Give it to nobody else.

    Raises InputError for somebody who has one: an invitation would let whoever holds it act in their name. Who had
    one is invited again at the terminal only, so that no administrator locks somebody out and then acts as them.
    """
    with grant.read() as reader:
        if is_enrolled(reader.views, person):
            raise InputError(
                say("%(person)s has a way to sign in", person=person),
                say("Where it is lost: take it away first, which ends their sessions, then invite."),
            )
        refuse_invitation_again(grant, reader.views, person)
    return _issue(grant, "invitation", person, ("invitation",), "", INVITATION)


@use_case(Right.MANAGE_NODE, cli="org first-run", http=Exempt("it is for before anybody can sign in"), docs=_DOCS)
def first_run(grant: Grant) -> Opened:
    """Return the one-time token for `set_up`. Raises InputError where somebody can sign in already."""
    with grant.read() as reader:
        if _somebody_is_enrolled(reader.views):
            raise InputError(
                say("somebody can sign in already"), say("They, or `tocsin person invite`, let others in.")
            )
    return _issue(grant, "invitation", "", ("first-run", "invitation"), "", FIRST_RUN)


def _somebody_is_enrolled(views: Views) -> bool:
    return any(is_enrolled(views, item.person) for item in views.people())


def _issue(grant: Grant, kind: str, person: str, scopes: tuple[str, ...], name: str, life: timedelta) -> Opened:
    with grant.write() as writer:
        found = writer.views.person(person) if person else None
        if person and (found is None or found.removed):
            raise missing(person)
        made = Opened(grant.new_id(kind), grant.secret(), person, writer.now + life)
        label = notes.keep(writer, Note(name[:80]))
        writer.append(grant.draft(TokenMade(made.id, person, scopes, digest(made.secret), made.expires_at, label)))
        return made
