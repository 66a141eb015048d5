"""Signing in: by password and code, by passkey, by an account at an OpenID provider."""

from __future__ import annotations

import base64
from typing import Final

from tocsin.app.access import Exempt, Grant, use_case
from tocsin.app.credentials import Question
from tocsin.app.parts import notes
from tocsin.app.parts.sessions import open_session, refused
from tocsin.app.ports import Passkeys, Passwords, Provider, Reader
from tocsin.app.rights import Right
from tocsin.common import totp
from tocsin.model.account import Errand
from tocsin.model.actor import Opened
from tocsin.model.record import CredentialRecord
from tocsin.model.view import CredentialItem

_DOCS: Final = "howto/let-people-in.md"
_CONSOLE: Final = f"{_DOCS}#in-the-console"
_BROWSER: Final = Exempt("a person does it in a browser, in the console; terminal and tokens are nobody's")


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def by_password(grant: Grant, passwords: Passwords, address: str, password: str, code: str, device: str = "") -> Opened:
    """Sign in by address, password and one-time code. Raises SignInError, and does not tell what was wrong.

    A code is taken once (RFC 6238, section 5.2). Trying many is for the interface to slow down.
    """
    with grant.read() as reader:
        person = reader.views.person_by_address(address)
        known = _records(reader, person.person if person else "")
    if person is None or "password" not in known:
        passwords.hash(password[:256])  # so that an address that is not known takes as long as one that is
        raise refused()
    if not passwords.matches(known["password"][1].secret, password) or "totp" not in known:
        raise refused()
    secret = totp.decoded(known["totp"][1].secret)
    with grant.write() as writer:
        item = writer.views.credential(known["totp"][0].credential)
        step = totp.matching(secret, code, writer.now.timestamp(), item.counter) if item and not item.removed else None
        if step is None:
            raise refused()
        counted = {known["password"][0].credential: 0, known["totp"][0].credential: step}
        return open_session(grant, writer, person.person, counted, device)


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
def by_passkey(grant: Grant, passkeys: Passkeys, answer: str, challenge: str, device: str = "") -> Opened:
    """Sign in by what a browser answered. Raises SignInError."""
    handle = passkeys.credential_of(answer).hex()
    with grant.write() as writer:
        item = writer.views.credential_by_handle(handle)
        record = notes.read(writer, item.record, CredentialRecord) if item else None
        if item is None or record is None or item.kind != "passkey":
            raise refused()
        key = base64.b64decode(record.secret)
        counter = passkeys.signed_in(answer, challenge.encode(), key, item.counter)
        return open_session(grant, writer, item.person, {item.credential: counter}, device)


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def ask_provider(grant: Grant) -> Errand:
    """Return with what a browser is to be sent to the OpenID provider."""
    return Errand(grant.secret(), grant.secret(), grant.secret())


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def by_subject(grant: Grant, provider: Provider, code: str, errand: Errand, device: str = "") -> Opened:
    """Sign in by an account that somebody has added to themselves before. Raises SignInError."""
    handle = provider.account(code, errand).handle
    with grant.write() as writer:
        item = writer.views.credential_by_handle(handle)
        record = notes.read(writer, item.record, CredentialRecord) if item else None
        if item is None or record is None or item.kind != "oidc" or record.handle != handle:
            raise refused()
        return open_session(grant, writer, item.person, {item.credential: 0}, device)
