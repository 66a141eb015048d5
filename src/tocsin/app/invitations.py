"""Coming in for the first time: by an invitation, or as the first person of all."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.app.access import Exempt, Grant, is_enrolled, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.sessions import issue, open_session, refuse_invitation_again, refused
from tocsin.app.ports import Views, Writer
from tocsin.app.rights import Right
from tocsin.model.actor import Opened
from tocsin.model.error import InputError, SignInError
from tocsin.model.event import ClearanceSet, PersonAdded, RoleGiven, TokenRevoked
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person
from tocsin.model.sentence import say
from tocsin.model.view import SessionItem

INVITATION: Final = timedelta(days=3)
FIRST_RUN: Final = timedelta(days=1)
_FIRST_ROLES: Final = (Role.ADMIN, Role.LEAD, Role.ANALYST)
_DOCS: Final = "howto/let-people-in.md"
_CONSOLE: Final = f"{_DOCS}#in-the-console"
_BROWSER: Final = Exempt("a person does it in a browser, in the console; terminal and tokens are nobody's")


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
    return issue(grant, "invitation", person, ("invitation",), "", INVITATION)


@use_case(Right.MANAGE_NODE, cli="org first-run", http=Exempt("it is for before anybody can sign in"), docs=_DOCS)
def first_run(grant: Grant) -> Opened:
    """Return the one-time token for `set_up`. Raises InputError where somebody can sign in already."""
    with grant.read() as reader:
        if _somebody_is_enrolled(reader.views):
            raise InputError(
                say("somebody can sign in already"), say("They, or `tocsin person invite`, let others in.")
            )
    return issue(grant, "invitation", "", ("first-run", "invitation"), "", FIRST_RUN)


def _somebody_is_enrolled(views: Views) -> bool:
    return any(is_enrolled(views, item.person) for item in views.people())


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def accept(grant: Grant, secret: str, device: str = "") -> Opened:
    """Come in by an invitation, once. Until they have a whole way to sign in, the person may only add one."""
    with grant.write() as writer:
        invitation = _invitation(grant, writer, secret)
        if not invitation.person or is_enrolled(writer.views, invitation.person):
            raise refused()
        return _come_in(grant, writer, invitation, invitation.person, device)


@use_case(Right.SIGN_IN, cli=_BROWSER, http=_BROWSER, docs=_CONSOLE)
def set_up(grant: Grant, secret: str, person: Person, device: str = "") -> Opened:
    """Let the first person in by the one-time token of the terminal; they may do everything, and give roles away."""
    if not person.name.strip() or not person.addresses:
        raise InputError(say("a person needs a name and an address"), say("Write the address as name@domain.example."))
    with grant.write() as writer:
        invitation = _invitation(grant, writer, secret)
        if invitation.person or _somebody_is_enrolled(writer.views):
            raise refused()
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
    return open_session(grant, writer, person, {invitation.session: 0}, device)
