"""The organisation: its profile, its people, who may do what."""

from __future__ import annotations

from typing import Any, Final

from anyio.to_thread import run_sync
from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from msgspec import Struct

from tocsin.app import credentials, directory, invitations, people, sessions
from tocsin.app.access import require
from tocsin.app.ports import LogFile
from tocsin.app.rights import Right
from tocsin.common.tlp import MEMBER
from tocsin.model.actor import Opened
from tocsin.model.error import InputError, ProfileError
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person, Profile
from tocsin.model.sentence import say
from tocsin.web import brought, security
from tocsin.web.node import HttpRequest
from tocsin.web.respond import attached, go, page
from tocsin.web.visitor import Visiting, Visitor

ROLES: Final = tuple(Role)
_WRONG: Final = (InputError, ProfileError)
"""What is told on the form itself."""


class Known(Struct):
    """The form of a person."""

    name: str = ""
    addresses: str = ""
    private_addresses: str = ""
    other_names: str = ""
    high_risk: str = ""
    tips: str = ""


class Which(Struct):
    """The form that ends a session or a token."""

    id: str = ""


class Allowed(Struct):
    """The form of what a person may do."""

    roles: list[str] | str = ""
    tlp: str = ""
    sure: str = ""
    """Needed for giving up one's own role of administrator."""


class Sure(Struct):
    """The form of what cannot be undone here."""

    sure: str = ""


_UNSURE: Final = InputError(
    say("this cannot be undone here, and nobody has said that it is meant"),
    say("Check the box beside it, and press the button again."),
)


@get("/people", sync_to_thread=True)
def show_people(request: HttpRequest, visitor: Visiting) -> Response[str]:
    """Show them, in the order in which they came."""
    return _show(request, visitor)


def _show(request: HttpRequest, visitor: Visitor, error: InputError | ProfileError | None = None) -> Response[str]:
    members = people.people(visitor.access)
    profile = people.profile(visitor.access) if visitor.may("read-profile") else Profile()
    return page(
        request,
        "people.html.j2",
        visitor,
        400 if error else 200,
        members=members,
        profile=profile,
        error=error,
        enrolled=directory.enrolments(visitor.access),
        names={one.item.person: one.record.name for one in members if one.record},
    )


@post("/people", sync_to_thread=True)
def add(request: HttpRequest, visitor: Visiting, data: URLEncodedBody[Known]) -> Response[Any]:
    """Add somebody."""
    try:
        added = people.add_person(visitor.access, _person(data))
    except _WRONG as error:
        return _show(request, visitor, error)
    return go(f"/people/{added}")


def _person(data: Known) -> Person:
    return Person(
        data.name.strip(), _lines(data.addresses.lower()), _lines(data.private_addresses.lower()),
        bool(data.high_risk), bool(data.tips), _lines(data.other_names),
    )  # fmt: skip


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


@post(
    "/people/directory", opt={security.RIGHT: Right.MANAGE_PEOPLE}, request_max_body_size=security.LARGEST_MAIL
)  # fmt: skip
async def bring_directory(
    request: HttpRequest,
    visitor: Visiting,
    data: brought.Form,
) -> Response[Any]:
    """Take in exports of directories."""
    require(visitor.access, Right.MANAGE_PEOPLE)
    files = [LogFile(name, content) for name, content in await brought.files(data)]
    return await run_sync(_took_in, request, visitor, files)


def _took_in(request: HttpRequest, visitor: Visitor, files: list[LogFile]) -> Response[Any]:
    try:
        directory.take_in_directory(visitor.access, visitor.node.accounts, files)
    except InputError as error:
        return _show(request, visitor, error)
    return go("/people")


@get("/people/{person:str}", sync_to_thread=True)
def show_person(request: HttpRequest, visitor: Visiting, person: FromPath[str]) -> Response[str]:
    """Show somebody."""
    return _one(request, visitor, person)


def _one(
    request: HttpRequest, visitor: Visitor, person: str, error: InputError | ProfileError | None = None,
    invited: Opened | None = None,
) -> Response[str]:  # fmt: skip
    member = people.person(visitor.access, person)
    is_keeper = visitor.may("manage-credentials")
    live = sessions.sessions_of(visitor.access, person) if is_keeper else ()
    ways = credentials.ways_of(visitor.access, person) if is_keeper else ()
    actor = visitor.access.actor
    link = f"{visitor.node.origin}/come-in?organisation={actor.organisation}#{invited.secret}" if invited else ""
    return page(
        request, "person.html.j2", visitor, 400 if error else 200, member=member, item=member.item,
        record=member.record or Person(""), roles=ROLES, labels_of_tlp=tuple(Tlp), error=error, link=link, live=live,
        enrolled=[one for one in directory.enrolments(visitor.access) if one.person == person],
        ways=ways, tlp=member.item.tlp or MEMBER, invited=invited, is_me=person == actor.person,
    )  # fmt: skip


@post("/people/{person:str}", sync_to_thread=True)
def change(
    request: HttpRequest,
    visitor: Visiting,
    person: FromPath[str],
    data: URLEncodedBody[Known],
) -> Response[Any]:
    """Replace what is known of somebody."""
    try:
        people.change_person(visitor.access, person, _person(data))
    except _WRONG as error:
        return _one(request, visitor, person, error)
    return go(f"/people/{person}")


@post("/people/{person:str}/roles", sync_to_thread=True)
def allow(
    request: HttpRequest,
    visitor: Visiting,
    person: FromPath[str],
    data: URLEncodedBody[Allowed],
) -> Response[Any]:
    """Give and take roles until they are those that were chosen, and set the clearance."""
    chosen = {data.roles} if isinstance(data.roles, str) else set(data.roles)
    try:
        before = people.person(visitor.access, person).item
        if person == visitor.access.actor.person and Role.ADMIN in before.roles and Role.ADMIN.value not in chosen:
            _be_sure(data.sure)
        for role in ROLES:
            if role.value in chosen and role not in before.roles:
                people.give_role(visitor.access, person, role)
            elif role.value not in chosen and role in before.roles:
                people.take_role(visitor.access, person, role)
        if data.tlp in tuple(Tlp) and data.tlp != (before.tlp or MEMBER):
            people.set_clearance(visitor.access, person, Tlp(data.tlp))
    except _WRONG as error:
        return _one(request, visitor, person, error)
    return go(f"/people/{person}")


@post("/people/{person:str}/invite", sync_to_thread=True)
def invite(request: HttpRequest, visitor: Visiting, person: FromPath[str]) -> Response[str]:
    """Show an invitation, once."""
    return _one(request, visitor, person, invited=invitations.invite(visitor.access, person))


@post("/people/{person:str}/sessions/revoke", sync_to_thread=True)
def revoke(visitor: Visiting, person: FromPath[str], data: URLEncodedBody[Which]) -> Redirect:
    """End one of somebody's sessions or tokens."""
    sessions.revoke_of(visitor.access, data.id)
    return go(f"/people/{person}")


@post("/people/{person:str}/lock", sync_to_thread=True)
def lock_out(
    request: HttpRequest, visitor: Visiting, person: FromPath[str], data: URLEncodedBody[Sure]
) -> Response[Any]:  # fmt: skip
    """Remove all ways in which somebody signs in, and end what is open; once it was said that this is meant."""
    require(visitor.access, Right.MANAGE_CREDENTIALS)
    try:
        _be_sure(data.sure)
        credentials.lock_out(visitor.access, person)
    except InputError as error:
        return _one(request, visitor, person, error)
    return go(f"/people/{person}")


@post("/people/{person:str}/remove", sync_to_thread=True)
def remove(
    request: HttpRequest, visitor: Visiting, person: FromPath[str], data: URLEncodedBody[Sure]
) -> Response[Any]:  # fmt: skip
    """Remove somebody; once it was said that this is meant."""
    require(visitor.access, Right.MANAGE_PEOPLE)
    try:
        _be_sure(data.sure)
        people.remove_person(visitor.access, person)
    except InputError as error:
        return _one(request, visitor, person, error)
    return go("/people")


def _be_sure(sure: str) -> None:
    if not sure:
        raise _UNSURE


@get("/people/profile.toml", sync_to_thread=True)
def export(visitor: Visiting) -> Response[bytes]:
    """Return the profile as a file."""
    return attached(people.export_profile(visitor.access), "profile.toml", "application/toml")


@post("/people/profile.toml")
async def take(
    request: HttpRequest,
    visitor: Visiting,
    data: brought.Form,
) -> Response[Any] | Redirect:
    """Bring the profile to what a file says."""
    content = await brought.file(data)
    return await run_sync(_take, request, visitor, content)


def _take(request: HttpRequest, visitor: Visitor, content: bytes) -> Response[Any]:
    try:
        if not content:
            raise InputError(say("there is no file"), say("Choose a profile in TOML."))
        people.import_profile(visitor.access, content)
    except _WRONG as error:
        return _show(request, visitor, error)
    return go("/people")
