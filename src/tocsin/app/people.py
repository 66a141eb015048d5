"""The organisation's profile and its people, their roles, and up to which label they may read."""

from __future__ import annotations

from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Exempt, Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.profiles import people_of, profile_of
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.identify import profile as profiles
from tocsin.model.error import InputError
from tocsin.model.event import (
    ClearanceSet,
    Fact,
    LanguageChosen,
    PersonAdded,
    PersonChanged,
    PersonRemoved,
    ProfileChanged,
    RoleGiven,
    RoleTaken,
)
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Person, Profile
from tocsin.model.sentence import LANGUAGES, say
from tocsin.model.view import PersonItem

_DOCS: Final = "howto/let-people-in.md"
_CONSOLE_ONLY: Final = Exempt("it heads every page of the console; programs and the terminal read the profile")
_OWN: Final = Exempt("a person chooses it in the console; the terminal has its own setting, and programs have none")


class Member(Struct, frozen=True):
    """Somebody of the organisation."""

    item: PersonItem
    record: Person | None
    """None where it was erased."""


class Changes(Struct, frozen=True):
    """What an import changed."""

    added: tuple[str, ...] = ()
    """Ids of people."""
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    profile: bool = False
    """Whether organisation, partners or brands did."""


@use_case(Right.OWN, cli=_CONSOLE_ONLY, http=_CONSOLE_ONLY, docs=f"{_DOCS}#in-the-console")
def organisation_name(grant: Grant) -> str:
    """Return what the organisation is called: everybody who came in to it may know where they are."""
    with grant.read() as reader:
        return profile_of(reader).organisation.name


@use_case(Right.READ_PROFILE, cli=Exempt("`org export` prints it, as TOML"), http="GET /v1/profile", docs=_DOCS)
def profile(grant: Grant) -> Profile:
    """Return the profile as it is now."""
    with grant.read() as reader:
        return profile_of(reader)


@use_case(Right.READ_PROFILE, cli="org export", http="GET /v1/profile.toml", docs=_DOCS)
def export_profile(grant: Grant) -> bytes:
    """Return the profile as TOML, which `import_profile` takes back."""
    with grant.read() as reader:
        return profiles.dump(profile_of(reader))


@use_case(Right.CHANGE_PROFILE, Right.MANAGE_PEOPLE, cli="org import", http="PUT /v1/profile.toml", docs=_DOCS)
def import_profile(grant: Grant, raw: bytes, *, remove: bool = False) -> Changes:
    """Bring the profile to what a TOML file says. Raises ProfileError.

    People are the same where they share an official address, or else the name. Those whom the file does not name stay,
    unless `remove`; nobody who can sign in is removed by it.
    """
    wanted = profiles.load(raw)
    with grant.write() as writer:
        known = people_of(writer)
        pairs = _paired(known, wanted.person)
        added = tuple(_add(grant, writer, person) for person, item in pairs if item is None)
        before = {item.person: record for item, record in known}
        changed = [(item, person) for person, item in pairs if item and before[item.person] != person]
        for item, person in changed:
            _change(grant, writer, item.person, person)
        named = {item.person for _, item in pairs if item}
        gone = [item.person for item, _ in known if remove and item.person not in named and not _signs_in(writer, item)]
        for identity in gone:
            writer.append(grant.draft(PersonRemoved(identity)))
        differs = replace(profile_of(writer), person=()) != replace(wanted, person=())
        if differs:
            writer.append(grant.draft(ProfileChanged(wanted.organisation, wanted.partner, wanted.brand)))
    return Changes(added, tuple(item.person for item, _ in changed), tuple(gone), differs)


def _paired(
    known: list[tuple[PersonItem, Person | None]], wanted: tuple[Person, ...]
) -> list[tuple[Person, PersonItem | None]]:
    by_address = {address: item for item, record in known if record for address in record.addresses}
    by_name = {record.name: item for item, record in known if record}
    pairs: list[tuple[Person, PersonItem | None]] = []
    taken: set[str] = set()
    for person in wanted:
        found = next((by_address[a] for a in person.addresses if a in by_address), None) or by_name.get(person.name)
        item = found if found and found.person not in taken else None
        taken |= {item.person} if item else set()
        pairs.append((person, item))
    return pairs


def _signs_in(writer: Writer, item: PersonItem) -> bool:
    return bool(item.roles or writer.views.credentials(item.person))


@use_case(Right.READ_PEOPLE, cli="person list", http="GET /v1/people", docs=_DOCS)
def people(grant: Grant) -> tuple[Member, ...]:
    """Return the people, in the order in which they came: never by what was sent to them or what they did."""
    with grant.read() as reader:
        return tuple(Member(item, record) for item, record in people_of(reader))


@use_case(Right.READ_PEOPLE, cli="person show", http="GET /v1/people/{person}", docs=_DOCS)
def person(grant: Grant, person: str) -> Member:
    """Return somebody."""
    with grant.read() as reader:
        item = _item(reader, person)
        return Member(item, notes.read(reader, item.record, Person))


@use_case(Right.MANAGE_PEOPLE, cli="person add", http="POST /v1/people", docs=_DOCS)
def add_person(grant: Grant, record: Person) -> str:
    """Add somebody, or an address, and return their id. Raises ProfileError for what cannot be meant."""
    with grant.write() as writer:
        _check(writer, record)
        for address in record.addresses:
            if writer.views.person_by_address(address):
                raise InputError(say("%(address)s is somebody's already", address=address), say("Change that person."))
        return _add(grant, writer, record)


@use_case(Right.MANAGE_PEOPLE, cli="person change", http="PUT /v1/people/{person}", docs=_DOCS)
def change_person(grant: Grant, person: str, record: Person) -> None:
    """Replace what is known of somebody. Raises ProfileError for what cannot be meant."""
    with grant.write() as writer:
        _item(writer, person)
        _check(writer, record)
        for address in record.addresses:
            found = writer.views.person_by_address(address)
            if found and found.person != person:
                raise InputError(say("%(address)s is somebody's already", address=address), say("Change that person."))
        _change(grant, writer, person, record)


@use_case(Right.MANAGE_PEOPLE, cli="person remove", http="DELETE /v1/people/{person}", docs=_DOCS)
def remove_person(grant: Grant, person: str) -> None:
    """Remove somebody; roles, sessions and ways to sign in end. What the vault holds stays until it is erased."""
    _keep_an_admin(grant, person, PersonRemoved(person))


@use_case(Right.MANAGE_PEOPLE, cli="person role", http="PUT /v1/people/{person}/roles/{role}", docs=_DOCS)
def give_role(grant: Grant, person: str, role: Role) -> None:
    """Let somebody do what a role allows."""
    with grant.write() as writer:
        if role not in _item(writer, person).roles:
            writer.append(grant.draft(RoleGiven(person, role)))


@use_case(Right.MANAGE_PEOPLE, cli="person role", http="DELETE /v1/people/{person}/roles/{role}", docs=_DOCS)
def take_role(grant: Grant, person: str, role: Role) -> None:
    """Take a role from somebody, but not the last administrator's."""
    if role is Role.ADMIN:
        _keep_an_admin(grant, person, RoleTaken(person, role))
        return
    with grant.write() as writer:
        if role in _item(writer, person).roles:
            writer.append(grant.draft(RoleTaken(person, role)))


@use_case(Right.MANAGE_PEOPLE, cli="person clearance", http="PUT /v1/people/{person}/clearance", docs=_DOCS)
def set_clearance(grant: Grant, person: str, tlp: Tlp) -> None:
    """Say up to which label of the Traffic Light Protocol somebody may read."""
    with grant.write() as writer:
        _item(writer, person)
        writer.append(grant.draft(ClearanceSet(person, tlp)))


@use_case(Right.OWN, cli=_OWN, http=_OWN, docs=f"{_DOCS}#in-the-console")
def choose_language(grant: Grant, language: str) -> None:
    """Say in which language one wants to be spoken to, wherever one signs in."""
    if language not in LANGUAGES:
        raise InputError(
            say('"%(language)s" is no language of this program', language=language),
            say("Choose of: %(choices)s", choices=", ".join(LANGUAGES)),
        )
    with grant.write() as writer:
        if _item(writer, grant.actor.person).language != language:
            writer.append(grant.draft(LanguageChosen(grant.actor.person, language)))


def _keep_an_admin(grant: Grant, person: str, event: Fact) -> None:
    with grant.write() as writer:
        is_admin = Role.ADMIN in _item(writer, person).roles
        others = [one for one in writer.views.people() if one.person != person and Role.ADMIN in one.roles]
        if is_admin and not others:
            raise InputError(say("this is the last administrator"), say("Give somebody else that role first."))
        writer.append(grant.draft(event))


def _item(reader: Reader, person: str) -> PersonItem:
    item = reader.views.person(person)
    if item is None or item.removed:
        raise missing(person)
    return item


def _check(reader: Reader, record: Person) -> None:
    """The rules of the profile, for one person."""
    organisation = profile_of(reader).organisation
    profiles.load(profiles.dump(Profile(organisation, person=(record,))))


def _add(grant: Grant, writer: Writer, record: Person) -> str:
    identity = grant.new_id("person")
    writer.append(grant.draft(PersonAdded(identity, notes.keep(writer, record), record.high_risk, record.tips)))
    return identity


def _change(grant: Grant, writer: Writer, person: str, record: Any) -> None:
    writer.append(grant.draft(PersonChanged(person, notes.keep(writer, record), record.high_risk, record.tips)))
