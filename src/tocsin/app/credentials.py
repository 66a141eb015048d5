"""How people sign in: passkeys, passwords with one-time codes, subjects of OIDC. Secrets lie in the vault."""

from __future__ import annotations

import base64
from typing import Final

from msgspec import Struct

from tocsin.app.access import Exempt, Grant, is_enrolled, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.sessions import end_of
from tocsin.app.ports import Passkeys, Passwords, Provider, Writer
from tocsin.app.rights import Right
from tocsin.common import totp
from tocsin.model.account import Errand
from tocsin.model.error import InputError, SignInError
from tocsin.model.event import CredentialAdded, CredentialRemoved, Erased, Ground
from tocsin.model.profile import Person
from tocsin.model.record import CredentialRecord
from tocsin.model.sentence import say
from tocsin.model.view import CredentialItem

SHORTEST: Final = 12
"""Characters of a password. With a second factor NIST SP 800-63B-4 asks for 8."""
LONGEST: Final = 256
_DOCS: Final = "howto/let-people-in.md"
_CONSOLE: Final = f"{_DOCS}#in-the-console"
_PERSONAL: Final = Exempt("a person does it in their own session in the console; terminal and tokens are nobody's")


class Way(Struct, frozen=True):
    """A way to sign in, as its owner sees it."""

    item: CredentialItem
    name: str


class Codes(Struct, frozen=True):
    """The secret of one-time codes before it is confirmed."""

    secret: str
    """In base32, to be typed."""
    address: str
    """To be shown as a QR code."""


class Question(Struct, frozen=True):
    """What a browser is asked; the challenge has to be kept, out of the browser's reach, until it answers."""

    options: str
    challenge: str


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def ways(grant: Grant) -> tuple[Way, ...]:
    """Return one's own ways to sign in."""
    return _ways(grant, grant.actor.person)


@use_case(Right.MANAGE_CREDENTIALS, cli="person credentials", http="GET /v1/people/{person}/credentials", docs=_DOCS)
def ways_of(grant: Grant, person: str) -> tuple[Way, ...]:
    """Return somebody's ways to sign in."""
    return _ways(grant, person)


def _ways(grant: Grant, person: str) -> tuple[Way, ...]:
    with grant.read() as reader:
        if reader.views.person(person) is None:
            raise missing(person)
        found = [(item, notes.read(reader, item.record, CredentialRecord)) for item in reader.views.credentials(person)]
        return tuple(Way(item, record.name if record else "") for item, record in found)


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def new_codes(grant: Grant) -> Codes:
    """Return a new secret for one-time codes. It counts once a code of it was given to `set_password`."""
    secret = base64.urlsafe_b64decode(grant.secret() + "==")[:20]
    with grant.read() as reader:
        person = reader.views.person(grant.actor.person)
        known = notes.read(reader, person.record, Person) if person else None
    account = (known.addresses or (known.name,))[0] if known else grant.actor.person
    return Codes(totp.encoded(secret), totp.address(secret, "Tocsin", account))


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def set_password(grant: Grant, passwords: Passwords, password: str, codes: str, code: str) -> None:
    """Set one's own password and the secret of one-time codes, both or neither, in place of earlier ones.

    One's other sessions end, for whoever has them may have come in by the old password. Raises SignInError for a code
    that is not of this secret.
    """
    grant.require_fresh()
    if not SHORTEST <= len(password) <= LONGEST:
        raise InputError(
            say("a password has %(least)s to %(most)s characters", least=SHORTEST, most=LONGEST),
            say("Four or five words that do not belong together make a good one."),
        )
    try:
        step = totp.matching(totp.decoded(codes), code, grant.now.timestamp())
    except ValueError:
        step = None
    if step is None:
        raise SignInError(say("the code is not right"), say("Is the clock of the telephone right? Try the next code."))
    hashed = passwords.hash(password)
    with grant.write() as writer:
        for item in writer.views.credentials(grant.actor.person):
            if item.kind in ("password", "totp"):
                _drop(grant, writer, item)
        _added(grant, writer, "password", CredentialRecord("", secret=hashed), 0)
        _added(grant, writer, "totp", CredentialRecord("", secret=codes), step)
        for session in writer.views.sessions(grant.actor.person):
            if session.kind == "session" and session.session != grant.actor.session:
                writer.append(grant.draft(end_of(session.kind, session.session)))


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def new_passkey(grant: Grant, passkeys: Passkeys) -> Question:
    """Return what a browser is to be asked so that it makes a passkey."""
    grant.require_fresh()
    challenge = grant.secret()
    with grant.read() as reader:
        person = reader.views.person(grant.actor.person)
        known = notes.read(reader, person.record, Person) if person else None
        mine = [item for item in reader.views.credentials(grant.actor.person) if item.kind == "passkey"]
        records = [notes.read(reader, item.record, CredentialRecord) for item in mine]
    handles = [bytes.fromhex(record.handle) for record in records if record]
    name = known.name if known else grant.actor.person
    return Question(passkeys.to_register(grant.actor.person, name, challenge.encode(), handles), challenge)


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def add_passkey(grant: Grant, passkeys: Passkeys, answer: str, challenge: str, name: str) -> str:
    """Add the passkey that a browser has made. Raises SignInError for an answer that is not to this challenge."""
    grant.require_fresh()
    identity, key, counter = passkeys.registered(answer, challenge.encode())
    return _add(grant, "passkey", CredentialRecord(name[:80], base64.b64encode(key).decode(), identity.hex()), counter)


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def ask_provider(grant: Grant) -> Errand:
    """Return with what a browser is to be sent to the OpenID provider, so that an account there can be added."""
    grant.require_fresh()
    return Errand(grant.secret(), grant.secret(), grant.secret())


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def add_subject(grant: Grant, provider: Provider, code: str, errand: Errand) -> str:
    """Add the account that the provider answers for. Raises SignInError for an answer that is not to this errand."""
    grant.require_fresh()
    account = provider.account(code, errand)
    return _add(grant, "oidc", CredentialRecord(account.name[:80], handle=account.handle), 0)


def _add(grant: Grant, kind: str, record: CredentialRecord, counter: int) -> str:
    with grant.write() as writer:
        if record.handle and writer.views.credential_by_handle(record.handle):
            raise InputError(say("this is a way to sign in already"), say("Remove it there first."))
        return _added(grant, writer, kind, record, counter)


def _added(grant: Grant, writer: Writer, kind: str, record: CredentialRecord, counter: int) -> str:
    identity = grant.new_id("cred")
    event = CredentialAdded(identity, grant.actor.person, kind, notes.keep(writer, record), counter)
    writer.append(grant.draft(event))
    return identity


@use_case(Right.OWN, cli=_PERSONAL, http=_PERSONAL, docs=_CONSOLE)
def remove_way(grant: Grant, credential: str) -> None:
    """Remove one of one's own ways to sign in, but not the last whole one."""
    with grant.write() as writer:
        item = writer.views.credential(credential)
        if item is None or item.removed or item.person != grant.actor.person:
            raise missing(credential)
        _drop(grant, writer, item)
        if not is_enrolled(writer.views, grant.actor.person):
            raise InputError(say("without it you could not sign in any more"), say("Add another way first."))


@use_case(
    Right.MANAGE_CREDENTIALS, cli="person lock", http="DELETE /v1/people/{person}/credentials", docs=_DOCS
)  # fmt: skip
def lock_out(grant: Grant, person: str) -> None:
    """Remove all ways in which somebody signs in, as when a device was lost. A new invitation lets them in again."""
    with grant.write() as writer:
        if writer.views.person(person) is None:
            raise missing(person)
        for item in writer.views.credentials(person):
            _drop(grant, writer, item)
        for session in writer.views.sessions(person):
            writer.append(grant.draft(end_of(session.kind, session.session)))


def _drop(grant: Grant, writer: Writer, item: CredentialItem) -> None:
    writer.append(grant.draft(CredentialRemoved(item.credential)))
    writer.delete([item.record])
    writer.append(grant.draft(Erased((item.record,), Ground.CLOSED)))
